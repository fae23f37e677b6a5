"""The check-up of a quarter: its eight questions, their answers, and asking the lead for them once.

Few see it. It refuses to know what stands beside the questions: `seen_beside` gathers that.
"""

from datetime import date, datetime, time

from bot.commands.months import month_after
from bot.commands.vocabulary import AnswerCheckUp, OpenCheckUpForm, ShowCheckUp
from bot.domain import check_up, check_up_errors, pauses, roles
from bot.domain.check_up import Cause
from bot.domain.localtime import first_instant
from bot.domain.outcomes.check_up import CheckUpAnswered, CheckUpAsked, CheckUpFormOpened, CheckUpShown
from bot.domain.spans import Size, Span
from bot.domain.weeks import Week
from bot.handlers import away, seen_beside
from bot.handlers.call import Call, Scene
from storage import check_ups as kept
from storage import deliveries, habits, members, nudges
from storage.tables import CheckUp, Delivery

KIND = "check-up"


def show_check_up(command: ShowCheckUp, call: Call) -> CheckUpShown | CheckUpFormOpened:  # noqa: ARG001 - as all handlers
    """Show how this quarter's questions were answered; ask them where they were not."""
    _check_sees_it(call)
    found = kept.of_quarter(call.session, call.workspace_id, str(_quarter(call.today)))
    return _shown(call, found) if found is not None else _form(call, None)


def open_check_up_form(command: OpenCheckUpForm, call: Call) -> CheckUpFormOpened:  # noqa: ARG001 - as all handlers
    """Ask this quarter's questions."""
    _check_sees_it(call)
    return _form(call, kept.of_quarter(call.session, call.workspace_id, str(_quarter(call.today))))


def answer_check_up(command: AnswerCheckUp, call: Call) -> CheckUpShown:
    """Remember the answers; a second time in a quarter changes them, and who changed them when."""
    _check_sees_it(call)
    answers = check_up.read(dict(zip(Cause, command.answers, strict=False)))
    said = {str(cause): str(answer) for cause, answer in answers.items()}
    quarter = str(_quarter(call.today))
    found = kept.of_quarter(call.session, call.workspace_id, quarter)
    if found is None:
        made = CheckUp(
            workspace_id=call.workspace_id,
            quarter=quarter,
            answers=said,
            answered_by=call.member_id,
            answered_at=call.now,
        )
        found = kept.begin(call.session, call.workspace_id, made)
        if found is made:
            _bring_question_up_to_date(call, quarter)
    if found.answers != said:
        found.answers, found.changed_by, found.changed_at = said, call.member_id, call.now
    call.session.flush()
    return _shown(call, found)


def look(scene: Scene) -> datetime | None:
    """Ask the lead for a quarter's check-up once its time has come, and give when to look again.

    While the plan is paused nobody is asked.
    """
    goes_on = pauses.until(scene.workspace.pauses, scene.today)
    if goes_on is not None:
        return first_instant(goes_on, time.min, scene.zone)
    if not scene.opening.is_ever_open:
        return None
    this = _quarter(scene.today)
    for quarter in (this, this.next()):
        if scene.today > check_up.until(quarter):
            continue
        at = check_up.asks_at(quarter, scene.began_on, scene.opening, scene.zone)
        if at is not None and at > scene.now:
            return at
        waits = _ask(scene, quarter) if at is not None else None
        if waits is not None:
            return waits
    return None


def compose_check_up(scene: Scene, delivery: Delivery) -> CheckUpAsked | None:
    """Ask the lead; nothing where the questions were answered meanwhile, or somebody else leads by now."""
    quarter = delivery.about["quarter"]
    lead = roles.acting_lead(members.holders(scene.session, scene.workspace_id))
    if lead is None or lead.user_id != delivery.recipient:
        return None
    if kept.of_quarter(scene.session, scene.workspace_id, quarter) is not None:
        return None
    has_earlier = kept.before(scene.session, scene.workspace_id, quarter) is not None
    return CheckUpAsked(Span.parse(quarter), has_earlier)


def compose_check_up_update(scene: Scene, delivery: Delivery) -> CheckUpAnswered | None:
    """Say in the message that asked that somebody answered."""
    found = kept.of_quarter(scene.session, scene.workspace_id, delivery.about["quarter"])
    if found is None:
        return None
    who = members.by_id(scene.session, scene.workspace_id, found.answered_by or 0)
    return CheckUpAnswered(Span.parse(found.quarter), who)


def _form(call: Call, found: CheckUp | None) -> CheckUpFormOpened:
    answers = check_up.read(found.answers) if found is not None else None
    return CheckUpFormOpened(_quarter(call.today), seen_beside.seen(call), answers)


def _shown(call: Call, found: CheckUp) -> CheckUpShown:
    earlier = kept.before(call.session, call.workspace_id, found.quarter)
    last_week = Week.of(call.today).previous()
    return CheckUpShown(
        quarter=Span.parse(found.quarter),
        check_up=found,
        answers=check_up.read(found.answers),
        before=(Span.parse(earlier.quarter), check_up.read(earlier.answers)) if earlier is not None else None,
        seen=seen_beside.seen(call),
        last_week=last_week if last_week.days[-1] >= call.began_on else None,
        last_month=max(month_after(call.today, -1), call.began_on.replace(day=1)),
        people={member.id or 0: member for member in members.everybody(call.session, call.workspace_id)},
        zone=call.zone,
    )


def _ask(scene: Scene, quarter: Span) -> datetime | None:
    """Owe the lead the question, once; give when they can be asked where that is not now."""
    key = _key(str(quarter))
    lead = roles.acting_lead(members.holders(scene.session, scene.workspace_id))
    if lead is None or nudges.keys_among(scene.session, scene.workspace_id, {key}):
        return None
    if kept.of_quarter(scene.session, scene.workspace_id, str(quarter)) is not None:
        return None
    away_until = habits.away_until(scene.session, scene.workspace_id, lead.id or 0, scene.now)
    return away_until or away.owe_when_free(scene, lead, KIND, key, {"quarter": str(quarter)})


def _bring_question_up_to_date(call: Call, quarter: str) -> None:
    asked = deliveries.by_key(call.session, call.workspace_id, _key(quarter))
    if asked is not None:
        call.owe(f"{KIND}-update", f"{asked.key}/2", asked.recipient, {"quarter": quarter}, revises=asked.key)


def _key(quarter: str) -> str:
    return f"{KIND}/{quarter}"


def _quarter(today: date) -> Span:
    return Span.of(today, Size.QUARTER)


def _check_sees_it(call: Call) -> None:
    if not roles.holds_one_of(check_up.SEEN_BY, call.member, members.holders(call.session, call.workspace_id)):
        raise check_up_errors.not_yours(call.lead().name)
