"""What waits for a member, at any time: the same that the nudges bring up when it is time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.commands.vocabulary import ShowMine
from bot.domain import agenda
from bot.domain.agenda import Rows
from bot.domain.nudging import QUESTIONS
from bot.domain.outcomes.learning import LessonSeen
from bot.domain.outcomes.mine import Mine, MineShown
from bot.domain.outcomes.steps import StepWaiting
from bot.handlers import agreed, asking, held, look, missing, notes, open_comments, taken_at
from bot.handlers.call import Call
from storage import habits, lessons, offers, photos, waiting
from storage.tables import Post, Reminder, Step


def show_mine(command: ShowMine, call: Call) -> MineShown:  # noqa: ARG001 - every handler takes its command
    """List what waits for whoever asks."""
    return MineShown(gather(call))


def gather(call: Call) -> Mine:
    """Gather what waits for whoever asks: questions, comments, steps by due time, steps that need a hand, photos."""
    session, workspace_id = call.session, call.workspace_id
    questions = offers.waiting_for(session, workspace_id, call.member_id)
    own = waiting.of_member(session, workspace_id, call.member_id, call.now)
    late = held.late(call, [step for step, _ in own])
    rows = look.gather(call) if call.leads() else None
    wanted = _reminded_of(call, rows)
    return Mine(
        member=call.member,
        offers=[asking.see(call, offer, where="mine") for offer, _ in questions],
        steps=[_own(call, step, post, wanted.get(step.id or 0, ""), late.get(step.id or 0)) for step, post in own],
        helping=_helping(call, rows, wanted),
        photos=photos.waiting_for(session, workspace_id, call.member_id),
        zone=call.zone,
        now=call.now,
        comments=open_comments.waiting_for(call),
        loads=agreed.loads(call, call.member),
        lesson=_lesson(call),
    )


def _lesson(call: Call) -> LessonSeen | None:
    found = lessons.open_of(call.session, call.workspace_id, call.member_id, call.today.replace(day=1))
    return LessonSeen(found, call.zone, call.now) if found is not None else None


def _reminded_of(call: Call, rows: Rows | None) -> Mapping[int, str]:
    """Give what the lead or the backup has been reminded of by now, by step."""
    if rows is None or call.member_id not in (rows.team.lead, rows.team.backup):
        return {}
    return {
        reminder.step_id: str(reminder.reminder)
        for reminder in agenda.reached(rows, call.now)
        if reminder.member_id == call.member_id and reminder.reminder is not Reminder.UNANSWERED
    }


def _helping(call: Call, rows: Rows | None, wanted: Mapping[int, str]) -> Sequence[StepWaiting]:
    """Give the steps of others that this member has been asked, by now, to lend a hand with."""
    if rows is None or call.member_id not in (rows.team.lead, rows.team.backup):
        return ()
    accepted = [*rows.steps, *(step for step, _ in rows.waiting)]
    own = {step.id or 0 for step in accepted if step.owner_id == call.member_id}
    asked_me = {
        step.id or 0 for step in accepted if step.help_asked_at and rows.team.helper_of(step.owner_id) == call.member_id
    }
    found = waiting.steps_by_id(call.session, call.workspace_id, {*wanted, *asked_me} - own)
    return [_of_somebody(call, step, post, wanted.get(step.id or 0, "")) for step, post in found]


def _own(call: Call, step: Step, post: Post, reminder: str, late: Step | None) -> StepWaiting:
    """Show a step of whoever asks; only a picture that isn't there by now is asked about here as well."""
    left = notes.read(call, [step], but=call.member_id)
    item = StepWaiting(step, post, call.member, late=late, event=taken_at.event_of(call, step), notes=left)
    if reminder != Reminder.MISSING:
        return item
    return _with_stand_ins(call, replace(item, reminder=reminder, asked=asking.asked_instead(call, step)))


def _of_somebody(call: Call, step: Step, post: Post, reminder: str) -> StepWaiting:
    asked = None if reminder in QUESTIONS else asking.asked_instead(call, step)
    owner = asking.whose(call, step, reminder)
    away_until = habits.away_until(call.session, call.workspace_id, step.owner_id, call.now)
    said = notes.read(call, [step], but=call.member_id)
    could = () if asked else agreed.for_lead(call, step, call.member)
    item = StepWaiting(step, post, owner, reminder, asked=asked, away_until=away_until, could=could, notes=said)
    return _with_stand_ins(call, item)


def _with_stand_ins(call: Call, item: StepWaiting) -> StepWaiting:
    return replace(item, stand_ins=missing.choices(call, item, call.member))
