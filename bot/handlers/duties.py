"""Duties: who agreed to look after what. Everybody agrees for themselves alone, and may step back at any time."""

from collections.abc import Sequence

from bot.commands.vocabulary import OpenDutyForm, SendCard, SetDuty, ShowDuties
from bot.domain import duties, people_errors
from bot.domain.duties import Cover
from bot.domain.outcomes.people import CardSent, DutiesShown, DutyFormOpened, DutySet
from bot.handlers import agreed
from bot.handlers.call import Call, Scene
from storage import deliveries, lessons, workspaces
from storage import duties as kept
from storage.tables import Agreement, Duty


def show_duties(command: ShowDuties, call: Call) -> DutiesShown:  # noqa: ARG001 - every handler takes its command
    """Show the card of all duties."""
    return DutiesShown(covers(call), call.member_id, agreed.planned_this_week(call))


def send_card(command: SendCard, call: Call) -> CardSent:  # noqa: ARG001 - every handler takes its command
    """Owe the card as a file to whoever asks."""
    begins = f"duty-card/member-{call.member_id}/"
    number = len(deliveries.of_kind(call.session, call.workspace_id, "duty-card", begins=begins)) + 1
    call.owe("duty-card", f"{begins}{number}", call.member.user_id, {})
    return CardSent()


def open_duty_form(command: OpenDutyForm, call: Call) -> DutyFormOpened:
    """Open the form in which whoever asks agrees to a duty."""
    duty = _duty(command.duty)
    return DutyFormOpened(duty, kept.of_member(call.session, call.workspace_id, call.member_id, duty))


def set_duty(command: SetDuty, call: Call) -> DutySet:
    """Remember what whoever asks agrees to; with no interest they step back."""
    duty = _duty(command.duty)
    found = kept.of_member(call.session, call.workspace_id, call.member_id, duty)
    if command.interest <= 0:
        if found is not None:
            call.session.delete(found)
        if duty is Duty.LEARNING:
            lessons.stop(call.session, call.workspace_id, call.member_id)
    else:
        minutes = duties.check_minutes(command.minutes)
        found = found or Agreement(workspace_id=call.workspace_id, member_id=call.member_id, duty=duty)
        found.interest, found.skill = min(command.interest, 3), min(max(command.skill, 1), 3)
        found.minutes = minutes
        call.session.add(found)
    call.session.flush()
    workspaces.wake_soon(call.workspace, call.now)
    cover = next(each for each in covers(call) if each.duty is duty)
    minutes = kept.agreed_minutes(call.session, call.workspace_id).get(call.member_id, 0)
    return DutySet(cover, command.interest > 0, minutes)


def agree(call: Call, wanted: Sequence[Duty]) -> None:
    """Remember that whoever asks looks after duties from now on, gladly and for a little while each week."""
    for duty in wanted:
        call.session.add(
            Agreement(workspace_id=call.workspace_id, member_id=call.member_id, duty=duty, minutes=duties.A_WEEK[duty])
        )
    call.session.flush()


def covers(scene: Scene) -> tuple[Cover, ...]:
    """Give every duty with who agreed to it."""
    return duties.cover(kept.of_team(scene.session, scene.workspace_id))


def _duty(named: str) -> Duty:
    try:
        return Duty(named)
    except ValueError:
        raise people_errors.no_such_duty() from None
