"""Who sees a check-up, what stands beside its questions, and when the lead is asked for one."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlmodel import Session

from bot.commands.vocabulary import AnswerCheckUp, GoAway, OpenCheckUpForm, SetDuty, ShowCheckUp
from bot.domain.check_up import Cause, Part
from bot.domain.errors import NotAllowed
from bot.domain.outcomes.check_up import CheckUpAsked, CheckUpFormOpened, CheckUpShown
from bot.handlers import away, check_up, duties, seen_beside
from storage import check_ups as kept
from storage import members
from storage.tables import CheckUp, Line, Role, Thanks
from tests.handlers.plan.bright_smile import NEW_YORK, THURSDAY, Practice, found, settle

YES = AnswerCheckUp(("yes",) * len(Cause))
SECOND_MONDAY = datetime(2027, 1, 11, 12, tzinfo=NEW_YORK).astimezone(UTC)


def test_the_lead_the_backup_and_the_sponsor_see_it_and_nobody_else(practice: Practice, session: Session) -> None:
    members.hold(session, practice.workspace.id or 0, Role.SPONSOR, practice.people["sarah"])
    check_up.answer_check_up(YES, practice.call("ana"))
    for name in ("ana", "reyes", "sarah"):
        assert isinstance(check_up.show_check_up(ShowCheckUp(), practice.call(name)), CheckUpShown)
    for ask in (
        lambda call: check_up.show_check_up(ShowCheckUp(), call),
        lambda call: check_up.open_check_up_form(OpenCheckUpForm(), call),
        lambda call: check_up.answer_check_up(YES, call),
    ):
        with pytest.raises(NotAllowed, match="The check-up is Ana's"):
            ask(practice.call("ben"))
    other = settle(found(session, "T0RIVER"))
    assert isinstance(check_up.show_check_up(ShowCheckUp(), other.call("ana")), CheckUpFormOpened)


def test_what_stands_beside_the_questions_is_counted_from_rows(practice: Practice, session: Session) -> None:
    workspace_id = practice.workspace.id or 0
    nothing = seen_beside.seen(practice.scene())
    assert (nothing.agreed, nothing.goals, nothing.both_wrote) == (0, 0, Part(0, 2))
    duties.set_duty(SetDuty("photo", 3, 2, 45), practice.call("ben"))
    duties.set_duty(SetDuty("learning", 3, 2, 90), practice.call("ben"))
    post = practice.has_post("Come by and see our new chairs", who="ben").post
    photo = practice.steps(post.id)["photo"]
    photo.done_at = photo.due_at - timedelta(hours=1)
    post.posted_at = post.publish_at
    late = practice.has_post("Our team", on=THURSDAY + timedelta(days=1), at=time(16), kind="human", who="ben").post
    practice.steps(late.id)["photo"].done_at = practice.steps(late.id)["photo"].due_at + timedelta(hours=1)
    late.posted_at = late.publish_at
    lines = (("2026-W48", "marketing", "Good"), ("2026-W48", "sales", "Fair"), ("2026-W47", "sales", ""))
    for week, side, good in lines:
        wrote = {"member_id": practice.people["ana"].id, "written_at": practice.now}
        session.add(Line(workspace_id=workspace_id, week=week, side=side, good=good, **wrote))
    thanked = {"from_id": practice.people["reyes"].id, "to_id": practice.people["ben"].id, "fact": "step"}
    for about, shared in (("1", True), ("2", False), ("3", None)):
        said = {"week": "2026-W48", "said_at": practice.now, "shared": shared, "about": about}
        session.add(Thanks(workspace_id=workspace_id, **thanked, **said))
    session.flush()
    practice.later(days=7)
    known = seen_beside.seen(practice.scene())
    assert (known.agreed, known.minutes, known.covered) == (1, 45, Part(2, 8)), "learning is once a month"
    assert (known.in_time, known.invited, known.both_wrote) == (Part(1, 2), Part(1, 2), Part(1, 3))
    assert known.thanks == 1, "what the digest told of, and nothing that was kept private"
    assert known.kept.part == 1
    other = settle(found(session, "T0RIVER"))
    other.later(days=7)
    assert seen_beside.seen(other.scene()).in_time == Part(0, 0)


def test_the_lead_is_asked_once_when_here_and_not_where_it_was_answered(practice: Practice, session: Session) -> None:
    assert check_up.look(practice.scene()) == datetime(2027, 1, 11, 9, tzinfo=NEW_YORK)
    practice.now = SECOND_MONDAY
    away.go_away(GoAway(until_on=date(2027, 1, 14)), practice.call("ana"))
    assert check_up.look(practice.scene()) == datetime(2027, 1, 14, tzinfo=NEW_YORK)
    practice.later(days=4)
    after = check_up.look(practice.scene())
    assert after == datetime(2027, 4, 12, 9, tzinfo=NEW_YORK)
    assert check_up.look(practice.scene()) == after
    assert [each.key for each in practice.owed()] == ["check-up/2027-Q1"]
    [owed] = practice.owed()
    assert isinstance(check_up.compose_check_up(practice.scene(), owed), CheckUpAsked)
    check_up.answer_check_up(YES, practice.call("ana"))
    assert check_up.compose_check_up(practice.scene(), owed) is None
    [_, update] = practice.owed()
    assert (update.key, update.revises) == ("check-up/2027-Q1/2", owed.key)
    other = settle(found(session, "T0RIVER"))
    other.now = SECOND_MONDAY
    other.workspace.pauses = {"2027-01-04": "2027-01-20"}
    assert check_up.look(other.scene()) == datetime(2027, 1, 20, tzinfo=NEW_YORK)
    other.workspace.pauses = {}
    check_up.answer_check_up(YES, other.call("reyes"))
    assert check_up.look(other.scene()) == after
    assert not [each for each in other.owed() if each.workspace_id == other.workspace.id]


def test_of_two_first_answers_at_once_one_is_kept_and_the_other_changes_it(practice: Practice) -> None:
    def answered_by(name: str) -> CheckUp:
        who = {"answered_by": practice.people[name].id, "answered_at": practice.now}
        return CheckUp(workspace_id=practice.workspace.id, quarter="2026-Q4", answers={"time": "yes"}, **who)

    first = kept.begin(practice.session, practice.workspace.id or 0, answered_by("ana"))
    second = kept.begin(practice.session, practice.workspace.id or 0, answered_by("reyes"))
    assert (second.id, second.answered_by) == (first.id, practice.people["ana"].id)


def test_a_second_time_changes_the_answers_and_keeps_who_was_first(practice: Practice) -> None:
    check_up.answer_check_up(YES, practice.call("ana"))
    practice.later(days=1)
    partly = AnswerCheckUp(("partly", *YES.answers[1:]))
    shown = check_up.answer_check_up(partly, practice.call("reyes"))
    again = check_up.answer_check_up(partly, practice.call("ana"))
    assert again.check_up.id == shown.check_up.id
    people = {practice.people[name].id: name for name in practice.people}
    assert (people[again.check_up.answered_by or 0], people[again.check_up.changed_by or 0]) == ("ana", "reyes")
    assert shown.before is None
    practice.later(days=60)
    later = check_up.answer_check_up(YES, practice.call("ana"))
    assert later.before is not None
    assert (str(later.before[0]), later.before[1][Cause.TIME]) == ("2026-Q4", "partly")
