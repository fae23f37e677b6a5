"""What waits for a member, at any time: the same that the nudges bring up when it is time."""

from bot.commands.vocabulary import ShowMine
from bot.domain.nudging import OWN
from bot.domain.outcomes.mine import Mine, MineShown
from bot.domain.outcomes.steps import StepWaiting
from bot.handlers import asking
from bot.handlers.call import Call
from storage import members, offers, photos, waiting
from storage.tables import Post, Reminder, Role, Step

_HELPING = tuple(reminder for reminder in Reminder if reminder not in OWN)


def show_mine(command: ShowMine, call: Call) -> MineShown:  # noqa: ARG001 - every handler takes its command
    """List what waits for whoever asks."""
    return MineShown(gather(call))


def gather(call: Call) -> Mine:
    """Gather what waits for whoever asks: questions, steps by due time, steps of others that need a hand, photos."""
    session, workspace_id = call.session, call.workspace_id
    people = {member.id: member for member in members.everybody(session, workspace_id)}
    questions = offers.waiting_for(session, workspace_id, call.member_id)
    own = waiting.of_member(session, workspace_id, call.member_id, call.now)
    return Mine(
        member=call.member,
        offers=[asking.see(call, offer, where="mine") for offer, _ in questions],
        steps=[StepWaiting(step, post, call.member) for step, post in own],
        helping=[StepWaiting(step, post, people.get(step.owner_id)) for step, post in _helping(call, questions)],
        photos=photos.waiting_for(session, workspace_id, call.member_id),
        zone=call.zone,
        now=call.now,
    )
