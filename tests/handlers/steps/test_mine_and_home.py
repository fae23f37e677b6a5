"""What waits for somebody, typed as /mine or seen in the App Home, is what the nudges say."""

import re
from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import Any

import pytest

from bot.commands.vocabulary import AcceptOffer, AskForHelp, FinishStep, OpenHome, ShowMine, SnoozeStep
from bot.handlers import home, mine, offers, steps
from storage.tables import Photo, Slot, Task

Practice = Any
Reads = Callable[[Any], str]
At = Callable[..., datetime]
HYGIENIST = "*Meet our hygienist*"
THING = re.compile(r"for (\*Post \d\*)")


def seen_by(practice: Practice, name: str, reads: Reads) -> str:
    return reads(mine.show_mine(ShowMine(), practice.call(name)))


def test_nothing_waits_is_said_warmly(practice: Practice, reads: Reads) -> None:
    assert seen_by(practice, "ben", reads) == "Nothing waits for you right now. Thank you for keeping things moving!"


def test_questions_come_first_then_steps_by_due_time_then_photos(
    practice: Practice, reads: Reads, november: At
) -> None:
    practice.plan("Later", "ben", asked_by="ben", photo=november(26, 9))
    practice.plan("Sooner", "ben", asked_by="ben")
    practice.plan("Meet our hygienist", "ben")
    practice.session.add(
        Photo(
            workspace_id=practice.workspace.id,
            number=3,
            file_id="F3",
            shared_by=practice.people["ben"].id,
            shared_at=practice.now,
        )
    )
    practice.session.flush()
    assert seen_by(practice, "ben", reads) == (
        "*Questions for you*\n"
        f"Ana asks whether you could take the photo for {HYGIENIST}, Thu 26 Nov, 4:00 PM.\n"
        "The photo: by Tue 24 Nov, 4:00 PM\n"
        "[I'll do it] [Swap] [Can't] [How to]\n"
        "*Yours to do*\n"
        "The photo for *Sooner* is due tomorrow at 4:00 PM.\n"
        "[Done] [Need help] [Tomorrow]\n"
        "The photo for *Later* is due Thu 26 Nov at 9:00 AM.\n"
        "[Done] [Need help] [Tomorrow]\n"
        "*Photos*\n"
        "Photo 3, which you shared Mon 23 Nov, 10:00 AM: does it show a patient?\n"
        "[No] [Yes] [Not sure]"
    )


def test_done_in_the_list_answers_in_the_list(practice: Practice, reads: Reads) -> None:
    _, (step,) = practice.plan("Meet our hygienist", "ben", asked_by="ben")
    shown = steps.finish_step(FinishStep(step.id, "mine"), practice.call("ben"))
    assert shown.in_place
    assert reads(shown) == (
        f"✓ The photo for {HYGIENIST} is done. Thank you!\n---\n"
        "Nothing waits for you right now. Thank you for keeping things moving!"
    )


def test_tomorrow_and_help_stay_visible_in_the_list(practice: Practice, reads: Reads) -> None:
    _, (step,) = practice.plan("Meet our hygienist", "ben", asked_by="ben")
    steps.ask_for_help(AskForHelp(step.id), practice.call("ben"))
    assert (
        f"The photo for {HYGIENIST} is due tomorrow at 4:00 PM. You've asked for a hand with it.\n[Done] [Tomorrow]"
        in (seen_by(practice, "ben", reads))
    )
    steps.snooze_step(SnoozeStep(step.id), practice.call("ben"))
    assert "I'll remind you again tomorrow at 9:00 AM.\n[Done]" in seen_by(practice, "ben", reads)


@pytest.mark.parametrize("seed", range(2))
def test_whatever_somebody_is_reminded_of_is_in_their_list_and_home_at_that_moment(
    practice: Practice, reads: Reads, november: At, seed: int
) -> None:
    """Chance plans and answers; whatever a message of this very moment is about is in both lists."""
    chance = Random(seed)  # noqa: S311 - nobody is kept out by it
    names = ("ana", "ben", "sarah")
    for number in range(5):
        by = chance.choice(("ana", chance.choice(names)))
        due = {task: november(chance.randint(23, 27), chance.randint(9, 17)) for task in (Task.PHOTO, Task.CHECK)}
        practice.plan(f"Post {number}", chance.choice(names), *due, asked_by=by, **due)
    practice.inbox.clear()
    moment, seen, end = practice.now, 0, november(28, 18)
    while moment < end:
        wakes_at = practice.skip_to(moment)
        for name in names:
            heard = [text for key, text in practice.inbox.pop(name, []) if key.endswith(f"/{moment:%Y-%m-%dT%H:%MZ}")]
            named = {post for text in heard for post in THING.findall(text)}
            if named:
                seen += 1
                assert named <= set(THING.findall(seen_by(practice, name, reads)))
                assert named <= set(THING.findall(reads(home.open_home(OpenHome(), practice.call(name)))))
        moment = wakes_at or end
    assert seen


@pytest.mark.parametrize("name", ["ben", "sarah", "ana"])
def test_the_list_agrees_with_what_somebody_was_nudged_about(
    practice: Practice, reads: Reads, november: At, name: str
) -> None:
    practice.plan("Meet our hygienist", "ben", asked_by="ben")
    practice.plan("Whitening", "ben", photo=november(30, 16))
    practice.inbox.clear()
    practice.skip_to(november(25, 17))
    seen = seen_by(practice, name, reads)
    nudged = {line for text in practice.heard(name) for line in text.splitlines() if "photo for" in line}
    assert nudged
    for title in (HYGIENIST, "*Whitening*"):
        assert any(title in line for line in nudged) == (title in seen), (title, nudged, seen)


def test_help_that_was_asked_for_waits_in_the_leads_list(practice: Practice, reads: Reads) -> None:
    _, (step,) = practice.plan("Meet our hygienist", "ben", asked_by="ben")
    steps.ask_for_help(AskForHelp(step.id), practice.call("ben"))
    assert seen_by(practice, "ana", reads) == (
        "*Where a hand would help*\n"
        f"Ben would like a hand with the photo for {HYGIENIST}, which is due tomorrow at 4:00 PM.\n"
        "[I'll take it] [Ask somebody else]"
    )
    assert seen_by(practice, "reyes", reads).startswith("Nothing waits")


def test_a_very_long_list_is_cut_and_says_by_how_many(practice: Practice, reads: Reads) -> None:
    for number in range(30):
        practice.plan(f"Post {number}", "ben", asked_by="ben")
    seen = seen_by(practice, "ben", reads)
    assert seen.count("[Done]") == 20
    assert seen.endswith("And 10 more, once these are done.")


def test_the_home_shows_the_week_what_waits_and_the_common_buttons(practice: Practice, reads: Reads) -> None:
    practice.session.add(Slot(workspace_id=practice.workspace.id, weekday=3, kind="human"))
    practice.session.add(Slot(workspace_id=practice.workspace.id, weekday=5, kind="community"))
    practice.plan("Meet our hygienist", "ben", asked_by="ben")
    practice.session.flush()
    assert reads(home.open_home(OpenHome(), practice.call("ben"))) == (
        "This week\n"
        "Mon 23 Nov to Sun 29 Nov 2026\n"
        "*Thu 26 Nov, 4:00 PM*  Meet our hygienist (human): planned\n"
        "*Sat 28 Nov, 10:00 AM*  Community place: free\n"
        "Next week\n"
        "Mon 30 Nov to Sun 6 Dec 2026\n"
        "*Thu 3 Dec, 10:00 AM*  Human place: free\n"
        "*Sat 5 Dec, 10:00 AM*  Community place: free\n"
        "[Yours] [Still open] [Human] [Community]\n"
        "[Open a post]\n"
        "[Add a post] [Log a lead] [Comments] [See the plan] [Photos] [Digest]\n"
        "---\n"
        "What waits for you\n"
        "1 thing waits for you.\n"
        "*Yours to do*\n"
        "The photo for *Meet our hygienist* is due tomorrow at 4:00 PM.\n"
        "[Done] [Need help] [Tomorrow]"
    )


def test_a_button_in_the_home_answers_in_the_home_and_updates_the_message_that_asked(
    practice: Practice, reads: Reads
) -> None:
    _, (step,) = practice.plan("Meet our hygienist", "ben")
    practice.inbox.clear()
    shown = offers.accept_offer(AcceptOffer(step.offer_id, "home"), practice.call("ben"))
    assert reads(shown).startswith(f"Thank you! The photo for {HYGIENIST} is yours.")
    assert "What waits for you" in reads(shown)
    practice.deliver()
    assert practice.heard("ben")[0].startswith("Thank you!")


def test_the_lead_sees_how_many_photos_wait_to_be_cleared(practice: Practice, reads: Reads) -> None:
    practice.session.add(
        Photo(
            workspace_id=practice.workspace.id,
            number=1,
            file_id="F1",
            shared_by=practice.people["ben"].id,
            shared_at=practice.now,
        )
    )
    practice.session.flush()
    assert "1 photo waits to be cleared.\n[Look at them]" in reads(home.open_home(OpenHome(), practice.call("ana")))
    assert "to be cleared" not in reads(home.open_home(OpenHome(), practice.call("ben")))


def test_before_the_set_up_anybody_is_welcomed_and_may_begin(practice: Practice, reads: Reads) -> None:
    practice.workspace.set_up_at = None
    practice.join("new")
    seen = reads(home.open_home(OpenHome(), practice.call("new")))
    assert seen.startswith("*Hello, New!* I keep your practice's weekly posts moving")
    assert seen.endswith("[Set up]")


def test_what_somebody_typed_pings_nobody_in_the_list(practice: Practice, reads: Reads) -> None:
    practice.plan("<!channel> *now* _really_ " + "x" * 4000, "ben", Task.CAPTION, asked_by="ben")
    seen = seen_by(practice, "ben", reads)
    assert "<!channel>" not in seen
    assert "&lt;!channel&gt;" in seen
