"""What the clock starts in one practice: who hears what, when, and never twice."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import select

from bot.commands.vocabulary import AcceptOffer, FinishStep
from bot.handlers import look, offers, steps
from storage import members
from storage.tables import Lesson, Nudge, Photo, Role, Step, Task

Practice = Any
Reads = Callable[[Any], str]
At = Callable[..., datetime]
HYGIENIST = "*Meet our hygienist*"


@pytest.fixture
def photo(practice: Practice) -> Step:
    """The photo that Ben has said yes to."""
    _, (step,) = practice.plan("Meet our hygienist", "ben", asked_by="ben")
    return step


def first_lines(texts: list[str]) -> list[str]:
    return [text.splitlines()[0] for text in texts]


@pytest.mark.usefixtures("photo")
def test_ben_is_reminded_the_day_before_when_due_and_when_overdue(practice: Practice, november: At) -> None:
    practice.skip_to(november(25, 10))
    assert first_lines(practice.heard("ben")) == [
        f"The photo for {HYGIENIST} is due tomorrow at 4:00 PM.",
        f"The photo for {HYGIENIST} is due now.",
        f"The photo for {HYGIENIST} was due yesterday at 4:00 PM. If it's done, one click on *Done* is enough.",
    ]
    assert practice.inbox == {}


def test_who_is_often_late_is_reminded_an_opening_day_sooner_and_nobody_reads_why(
    practice: Practice, november: At
) -> None:
    """Ben did four of his last photos a day late, Sarah was always on time."""
    for name, hours in (("ben", 24), ("sarah", 1)):
        for number in range(4):
            _, (step,) = practice.plan(f"{name} {number}", name, asked_by=name)
            step.due_at = practice.now - timedelta(days=20)
            step.done_at = step.due_at + timedelta(hours=hours)
    practice.plan("Meet our hygienist", "ben", asked_by="ben", photo=november(26, 16))
    practice.plan("Whitening", "sarah", asked_by="sarah", photo=november(26, 16))
    practice.skip_to(november(24, 15))
    assert practice.inbox == {}
    practice.skip_to(november(25, 15))
    assert practice.heard("ben") == [
        f"The photo for {HYGIENIST} is due Thu 26 Nov at 4:00 PM.\n[Done] [Need help] [Tomorrow]"
    ]
    assert practice.inbox == {}
    practice.skip_to(november(26, 15))
    assert first_lines(practice.heard("sarah")) == ["The photo for *Whitening* is due tomorrow at 4:00 PM."]
    assert practice.inbox == {}, "neither Ben again nor anybody else"


@pytest.mark.usefixtures("photo")
def test_then_the_backup_is_asked_for_a_hand_and_then_the_lead(practice: Practice, november: At) -> None:
    practice.skip_to(november(25, 10))
    practice.inbox.clear()
    practice.skip_to(november(30, 17))
    assert practice.heard("sarah") == [
        (
            f"The photo for {HYGIENIST} was due yesterday at 4:00 PM. "
            "Ben may have full hands today: could you lend one?\n[I'll take it] [Ask somebody else]"
        )
    ]
    assert practice.heard("ana") == [
        (
            f"The photo for {HYGIENIST} isn't there yet, and the post goes out tomorrow at 4:00 PM. It is with Ben, "
            "who knows that I'm asking you. What could stand in for it?\nNo photo that fits is free in the library.\n"
            "[Ask Sarah] [I'll make a graphic]"
        )
    ]
    assert [said.partition(".")[0] for said in practice.heard("ben")] == [
        f"The photo for {HYGIENIST} isn't there yet, and the post goes out tomorrow at 4:00 PM"
    ]
    assert practice.inbox == {}


@pytest.mark.usefixtures("photo")
def test_steps_due_at_the_same_moment_come_in_one_message(practice: Practice, november: At) -> None:
    practice.plan("Whitening", "ben", asked_by="ben")
    practice.skip_to(november(24, 16, 30))
    assert practice.heard("ben")[-1] == (
        f"The photo for {HYGIENIST} is due now.\n[Done] [Need help] [Tomorrow]\n"
        "The photo for *Whitening* is due now.\n[Done] [Need help] [Tomorrow]"
    )
    assert [row.key for row in practice.owed("nudge")] == ["nudge/2/2026-11-23T21:00Z", "nudge/2/2026-11-24T21:00Z"]


def test_more_than_five_steps_are_cut_with_a_way_to_all(practice: Practice, november: At) -> None:
    for number in range(7):
        practice.plan(f"Post {number}", "ben", asked_by="ben")
    practice.skip_to(november(24, 16))
    shown = practice.heard("ben")[-1]
    assert shown.count("[Done]") == 5
    assert shown.endswith("And 2 more: type `/mine` for all.")


@pytest.mark.usefixtures("photo")
def test_after_an_outage_one_message_says_how_it_stands_now(practice: Practice, november: At) -> None:
    practice.now = november(26, 10)
    look.look(practice.scene())
    practice.deliver()
    assert {name: len(said) for name, said in practice.inbox.items()} == {"ana": 1, "ben": 1}


def test_nobody_is_written_to_at_night_or_at_lunch(practice: Practice, november: At) -> None:
    practice.plan("Meet our hygienist", "ben", asked_by="ben", photo=november(24, 12, 30))
    practice.skip_to(november(24, 12, 59))
    assert first_lines(practice.heard("ben")) == [f"The photo for {HYGIENIST} is due tomorrow at 12:30 PM."]
    practice.skip_to(november(24, 13))
    assert first_lines(practice.heard("ben")) == [f"The photo for {HYGIENIST} was due today at 12:30 PM."]


def test_a_step_finished_before_its_message_is_drawn_is_left_out(practice: Practice, photo: Step, november: At) -> None:
    _, (other,) = practice.plan("Whitening", "ben", asked_by="ben")
    practice.now = november(24, 16)
    look.look(practice.scene())
    steps.finish_step(FinishStep(photo.id), practice.call("ben"))
    practice.deliver()
    assert practice.heard("ben") == ["The photo for *Whitening* is due now.\n[Done] [Need help] [Tomorrow]"]

    practice.now = november(25, 10)
    look.look(practice.scene())
    steps.finish_step(FinishStep(other.id), practice.call("ben"))
    practice.deliver()
    [only_the_one_before] = practice.heard("ben")
    assert only_the_one_before.endswith("✓ The photo for *Whitening* is done.")


def test_a_step_that_is_moved_before_its_message_is_drawn_is_left_out(
    practice: Practice, photo: Step, november: At
) -> None:
    practice.now = november(24, 16)
    look.look(practice.scene())
    photo.due_at = november(27, 16)
    practice.deliver()
    assert practice.inbox == {}
    practice.skip_to(november(26, 16))
    assert first_lines(practice.heard("ben")) == [f"The photo for {HYGIENIST} is due tomorrow at 4:00 PM."]


@pytest.mark.usefixtures("photo")
def test_what_was_held_up_until_the_evening_is_taken_back_and_comes_in_the_morning(
    practice: Practice, november: At
) -> None:
    practice.now = november(24, 16)
    look.look(practice.scene())
    practice.now = november(24, 20)
    practice.deliver()
    assert practice.inbox == {}
    practice.skip_to(november(25, 8, 59))
    assert practice.inbox == {}
    practice.skip_to(november(25, 9))
    assert first_lines(practice.heard("ben")) == [f"The photo for {HYGIENIST} was due yesterday at 4:00 PM."]


@pytest.mark.usefixtures("photo")
def test_whoever_has_just_shared_a_photo_is_at_it_and_left_alone_for_two_open_hours(
    practice: Practice, november: At
) -> None:
    shared = Photo(
        workspace_id=practice.workspace.id,
        number=1,
        file_id="F1",
        shared_by=practice.people["ben"].id,
        shared_at=november(24, 15, 30),
    )
    practice.skip_to(november(24, 15, 30))
    practice.inbox.clear()
    practice.session.add(shared)
    practice.skip_to(november(25, 9, 29))
    assert practice.inbox == {}
    practice.skip_to(november(25, 9, 30))
    assert first_lines(practice.heard("ben")) == [f"The photo for {HYGIENIST} was due yesterday at 4:00 PM."]


@pytest.mark.usefixtures("photo")
def test_looking_twice_owes_nothing_twice(practice: Practice, november: At) -> None:
    practice.now = november(24, 16)
    for _ in range(3):
        look.look(practice.scene())
    assert len(practice.owed("nudge")) == 1
    assert len(practice.session.exec(select(Nudge)).all()) == 1


@pytest.mark.usefixtures("photo")
def test_a_second_message_of_the_same_minute_waits_for_the_next(practice: Practice, november: At) -> None:
    practice.now = november(24, 16)
    look.look(practice.scene())
    _, (late,) = practice.plan("Whitening", "ben", asked_by="ben")
    late.accepted_at = november(23, 9)
    practice.skip_to(november(24, 17))
    texts = practice.heard("ben")
    assert len(texts) == 2
    assert sum("Whitening" in text for text in texts) == 1


@pytest.mark.usefixtures("photo")
def test_opening_hours_that_change_bring_no_reminder_twice(practice: Practice, november: At) -> None:
    practice.skip_to(november(25, 11))
    practice.inbox.clear()
    practice.workspace.opening = {"weekdays": ["8:00-12:00, 14:00-18:00"] * 5 + ["", ""], "closed_days": []}
    practice.skip_to(november(25, 11, 30))
    assert "ben" not in practice.inbox


def test_a_question_without_an_answer_is_repeated_once_then_the_backup_is_asked_and_then_the_lead(
    practice: Practice, november: At, reads: Reads
) -> None:
    _, (step,) = practice.plan("Meet our hygienist", "ben", photo=november(30, 16))
    practice.inbox.clear()
    practice.skip_to(november(23, 10, 30))
    (again,) = practice.heard("ben")
    assert again == (
        f"Ana asks whether you could take the photo for {HYGIENIST}, Thu 26 Nov, 4:00 PM.\n"
        f"The photo for {HYGIENIST} is due Mon 30 Nov at 4:00 PM.\n[I'll do it] [Swap] [Can't] [How to]"
    )
    practice.skip_to(november(23, 11))
    assert practice.heard("sarah") == [
        (
            f"Ben hasn't found time to say whether to take the photo for {HYGIENIST}, "
            "which is due Mon 30 Nov at 4:00 PM. Could you?\n[I'll take it] [Ask somebody else]"
        )
    ]
    practice.skip_to(november(27, 17))
    assert practice.heard("ana") == [
        (
            f"Ben hasn't found time to say whether to take the photo for {HYGIENIST}, "
            "which is due Mon 30 Nov at 4:00 PM. Maybe somebody else can?\n[I'll take it] [Ask somebody else]"
        )
    ]
    assert practice.inbox == {}
    where = practice.owed("nudge")[0].key
    shown = offers.accept_offer(AcceptOffer(step.offer_id, where), practice.call("ben"))
    assert reads(shown).startswith(f"Thank you! The photo for {HYGIENIST} is yours.")


def test_nobody_is_reminded_of_a_step_whose_post_is_out_except_to_look_after_it(
    practice: Practice, november: At
) -> None:
    post, (_, check) = practice.plan(
        "Meet our hygienist", "ben", Task.CAPTION, Task.CHECK, asked_by="ben", check=november(27, 16)
    )
    post.posted_at = november(24, 9)
    practice.skip_to(november(27, 16))
    assert first_lines(practice.heard("ben")) == [f"The check for {HYGIENIST} is due now."]
    assert check.done_at is None


@pytest.mark.usefixtures("photo")
def test_the_steps_of_somebody_who_left_are_the_leads_to_give_on(practice: Practice, november: At) -> None:
    practice.people["ben"].is_deactivated = True
    practice.skip_to(november(24, 16))
    assert practice.heard("ana")[-1] == (
        f"The photo for {HYGIENIST} is due now. It is with Ben, whose account is deactivated. Who could do it?\n"
        "[I'll take it] [Ask somebody else]"
    )
    assert practice.inbox == {}


def test_a_step_of_the_lead_goes_to_the_backup_and_nobody_else(practice: Practice, november: At) -> None:
    practice.plan("Meet our hygienist", "ana")
    practice.skip_to(november(30, 17))
    assert len(practice.heard("ana")) == 4, "the day before, when due, later, and what could stand in"
    assert len(practice.heard("sarah")) == 1
    assert practice.inbox == {}


@pytest.mark.usefixtures("photo")
def test_without_a_backup_the_lead_is_asked_alone(practice: Practice, november: At) -> None:
    members.hold(practice.session, practice.workspace.id, Role.BACKUP, None)
    practice.skip_to(november(30, 17))
    assert set(practice.inbox) == {"ben", "ana"}


def test_digest_and_plan_are_owed_on_monday_at_nine_to_each_channel_once(practice: Practice, november: At) -> None:
    practice.workspace.digest_channels = ["C1", "C2"]
    practice.skip_to(november(30, 12))
    keys = [(row.key, row.recipient, row.about) for kind in ("digest", "week-plan") for row in practice.owed(kind)]
    assert keys == [
        ("digest/2026-W47/C1", "C1", {"week": "2026-W47"}),
        ("digest/2026-W47/C2", "C2", {"week": "2026-W47"}),
        ("digest/2026-W48/C1", "C1", {"week": "2026-W48"}),
        ("digest/2026-W48/C2", "C2", {"week": "2026-W48"}),
        ("week-plan/2026-W48/C1", "C1", {"week": "2026-W48"}),
        ("week-plan/2026-W48/C2", "C2", {"week": "2026-W48"}),
        ("week-plan/2026-W49/C1", "C1", {"week": "2026-W49"}),
        ("week-plan/2026-W49/C2", "C2", {"week": "2026-W49"}),
    ]
    assert practice.owed("digest")[-1].due_at == november(30, 9)


@pytest.mark.usefixtures("photo")
def test_before_the_set_up_there_is_nothing_to_look_for(practice: Practice, november: At) -> None:
    practice.workspace.set_up_at = None
    practice.now = november(24, 16)
    assert look.look(practice.scene()) is None
    assert practice.owed("nudge") == []


def test_a_look_costs_few_queries_however_many_steps_there_are(practice: Practice) -> None:
    def queries() -> int:
        seen: list[str] = []
        engine = practice.session.get_bind()
        listen = lambda *given: seen.append(given[2])  # noqa: E731 - what SQLAlchemy calls
        event.listen(engine, "before_cursor_execute", listen)
        look.look(practice.scene())
        event.remove(engine, "before_cursor_execute", listen)
        return len(seen)

    practice.workspace.digest_channels = ["C1"]
    practice.plan("Whitening", "ben", asked_by="ben")
    look.look(practice.scene())
    few = queries()
    for number in range(20):
        practice.plan(f"Post {number}", "ben", asked_by="ben")
    assert queries() == few
    assert few <= 12


def test_a_practice_without_opening_hours_is_looked_at_in_a_new_quarter_too(
    practice: Practice,
) -> None:
    practice.workspace.opening = {"weekdays": [""] * 7, "closed_days": []}
    practice.now += timedelta(days=45)
    assert practice.now.month == 1
    look.look(practice.scene())
    assert practice.session.exec(select(Lesson)).all() == []
