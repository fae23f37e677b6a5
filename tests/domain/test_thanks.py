"""What a sponsor hears of: two finished things by different people, whoever waited longest for thanks first."""

from datetime import UTC, date, datetime, timedelta

from bot.domain import thanks
from bot.domain.thanks import Fact
from storage.tables import Lead, Post, Step, Thanks

NOW = datetime(2026, 11, 27, 15, tzinfo=UTC)
POST = Post(
    id=1, workspace_id=1, number=1, on=date(2026, 11, 26), publish_at=NOW, kind="human", what="Ben", added_at=NOW
)


def done(step_id: int, task: str, owner: int) -> tuple[Step, Post]:
    return Step(id=step_id, workspace_id=1, post_id=1, task=task, owner_id=owner, due_at=NOW, done_at=NOW), POST


def said(to: int, about: str, days_ago: int) -> Thanks:
    return Thanks(
        workspace_id=1, from_id=9, to_id=to, fact="step", about=about, week="", said_at=NOW - timedelta(days=days_ago)
    )


def finished(*steps: tuple[Step, Post], leads: int = 0, thanked: tuple[Thanks, ...] = ()) -> list[tuple[str, int]]:
    logged = [
        Lead(workspace_id=1, number=n, said="phone", came_on=POST.on, logged_at=NOW, logged_by=3) for n in range(leads)
    ]
    found = thanks.finished(steps, logged, "2026-W48", thanked=thanked, sponsor_id=9)
    return [(each.about, each.member_id) for each in found]


def test_two_people_are_named_and_pictures_come_first() -> None:
    assert finished(done(1, "caption", 1), done(2, "photo", 2), done(3, "photo", 2), leads=4) == [("2", 2), ("1", 1)]
    assert finished(done(1, "caption", 1), leads=4) == [("1", 1), ("2026-W48", 3)]


def test_what_the_sponsor_did_and_what_was_thanked_for_is_left_out() -> None:
    assert finished(done(1, "approval", 9), done(2, "photo", 2), thanked=(said(2, "2", 1),)) == []


def test_who_was_never_thanked_or_longest_ago_comes_first() -> None:
    steps = (done(1, "photo", 1), done(2, "photo", 2), done(3, "check", 3))
    assert finished(*steps, thanked=(said(1, "70", 7), said(2, "71", 14))) == [("3", 3), ("2", 2)]


def test_a_week_without_anything_finished_has_nothing_to_say() -> None:
    assert finished() == []


def test_three_weeks_without_a_word_are_a_silence() -> None:
    assert not thanks.is_silent(NOW - timedelta(days=20, hours=23), NOW)
    assert thanks.is_silent(NOW - timedelta(days=21), NOW)


def test_a_step_of_ones_own_comes_after_the_usual_ones() -> None:
    assert finished(done(1, "own-1", 1), done(2, "check", 2)) == [("2", 2), ("1", 1)]
    assert thanks.Fact("step") is Fact.STEP
