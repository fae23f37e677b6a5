"""Doing a step, asking for help, putting it off and handing it over, from the message that reminded of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from bot.commands.vocabulary import (
    AcceptOffer,
    AskForHelp,
    DeclineOffer,
    FinishStep,
    HandOver,
    OpenHandOverForm,
    ShowMine,
    SnoozeStep,
)
from bot.domain.errors import Misread, NotAllowed, NotFound
from bot.domain.outcomes.posts import PostedFormOpened
from bot.handlers import mine, offers, steps
from storage.tables import Step, Task

Practice = Any
Reads = Callable[[Any], str]
At = Callable[..., datetime]
HYGIENIST = "*Meet our hygienist*"


@pytest.fixture
def photo(practice: Practice) -> Step:
    """The photo that Ben has said yes to."""
    _, (step,) = practice.plan("Meet our hygienist", "ben", asked_by="ben")
    return step


def key_of(practice: Practice, name: str) -> str:
    """The key of the newest nudge that somebody got."""
    user_id = practice.people[name].user_id
    return [row.key for row in practice.owed("nudge") if row.recipient == user_id][-1]


def test_done_in_a_nudge_shows_it_done_there_and_in_the_one_before_and_the_nudges_stop(
    practice: Practice, photo: Step, november: At, reads: Reads
) -> None:
    practice.skip_to(november(24, 16))
    before = practice.owed("nudge")[0].key
    practice.inbox.clear()
    shown = steps.finish_step(FinishStep(photo.id, key_of(practice, "ben")), practice.call("ben"))
    assert reads(shown) == f"✓ The photo for {HYGIENIST} is done."
    assert shown.in_place
    practice.skip_to(november(30, 16))
    assert practice.inbox == {"ben": [(before, f"✓ The photo for {HYGIENIST} is done.")]}


def test_done_for_one_of_two_steps_keeps_the_other_in_the_message(
    practice: Practice, photo: Step, november: At, reads: Reads
) -> None:
    practice.plan("Whitening", "ben", asked_by="ben")
    practice.skip_to(november(24, 16))
    shown = steps.finish_step(FinishStep(photo.id, key_of(practice, "ben")), practice.call("ben"))
    assert reads(shown) == (
        f"✓ The photo for {HYGIENIST} is done.\nThe photo for *Whitening* is due now.\n[Done] [Need help] [Tomorrow]"
    )


def test_a_second_done_changes_nothing_and_says_that_it_was_done(
    practice: Practice, photo: Step, november: At, reads: Reads
) -> None:
    practice.skip_to(november(24, 16))
    steps.finish_step(FinishStep(photo.id), practice.call("ben"))
    done_at = photo.done_at
    practice.now = november(24, 17)
    assert reads(steps.finish_step(FinishStep(photo.id), practice.call("ben"))) == (
        f"The photo for {HYGIENIST} was done already."
    )
    assert photo.done_at == done_at


def test_lead_and_backup_may_say_done_and_others_are_told_whose_it_is(practice: Practice, photo: Step) -> None:
    with pytest.raises(NotAllowed, match="Ben has that step"):
        steps.finish_step(FinishStep(photo.id), practice.call("reyes"))
    steps.finish_step(FinishStep(photo.id), practice.call("sarah"))
    assert photo.done_at == practice.now


def test_done_for_publishing_asks_for_the_link_first(practice: Practice) -> None:
    _, (step,) = practice.plan("Whitening", "ben", Task.PUBLISH, asked_by="ben")
    assert isinstance(steps.finish_step(FinishStep(step.id), practice.call("ben")), PostedFormOpened)
    assert step.done_at is None


def test_help_is_told_to_the_lead_once_and_privately(practice: Practice, photo: Step, reads: Reads) -> None:
    answer = steps.ask_for_help(AskForHelp(photo.id), practice.call("ben"))
    assert reads(answer) == f"I've told Ana that the photo for {HYGIENIST} needs a hand. Nobody else hears of it."
    again = steps.ask_for_help(AskForHelp(photo.id), practice.call("ben"))
    assert reads(again) == f"Ana knows already that the photo for {HYGIENIST} needs a hand."
    practice.deliver()
    (told,) = practice.heard("ana")
    assert told == (
        f"Ben would like a hand with the photo for {HYGIENIST}, which is due tomorrow at 4:00 PM.\n"
        "[I'll take it] [Ask somebody else]\n"
        "Nobody else was told."
    )
    assert practice.inbox == {}


def test_the_lead_asks_the_backup_for_help(practice: Practice, reads: Reads) -> None:
    _, (step,) = practice.plan("Meet our hygienist", "ana")
    assert reads(steps.ask_for_help(AskForHelp(step.id), practice.call("ana"))).startswith("I've told Sarah that")
    practice.deliver()
    assert practice.heard("sarah")[0].startswith("Ana would like a hand with the photo")


def test_the_lead_takes_a_step_over_from_the_notice_and_ben_is_told(
    practice: Practice, photo: Step, reads: Reads
) -> None:
    steps.ask_for_help(AskForHelp(photo.id), practice.call("ben"))
    practice.deliver()
    practice.inbox.clear()
    where = practice.owed("notice-help")[0].key
    shown = steps.hand_over(HandOver(photo.id, "UANA", where), practice.call("ana"))
    yours = f"The photo for {HYGIENIST} is yours now. Thank you for stepping in!"
    assert reads(shown) == f"{yours}\n[Done] [Need help] [Tomorrow]"
    practice.deliver()
    assert practice.heard("ben") == [f"Ana has the photo for {HYGIENIST} now. Nothing left for you to do there."]
    assert photo.owner_id == practice.people["ana"].id


def test_somebody_is_asked_to_take_a_step_and_ben_keeps_it_until_they_say_yes(
    practice: Practice, photo: Step, reads: Reads
) -> None:
    form = steps.open_hand_over_form(OpenHandOverForm(photo.id), practice.call("ana"))
    assert reads(form).startswith(f"The photo for {HYGIENIST}, due Tue 24 Nov, 4:00 PM")
    handed = steps.hand_over(HandOver(photo.id, "UREYES"), practice.call("ana"))
    assert (
        reads(handed) == f"I've asked Reyes about the photo for {HYGIENIST}. Until Reyes says yes, it stays with Ben."
    )
    practice.deliver()
    assert practice.heard("reyes")[0].startswith(f"Ana asks whether you could take the photo for {HYGIENIST}")
    assert photo.owner_id == practice.people["ben"].id
    with pytest.raises(Misread, match="Reyes has been asked for this already"):
        steps.hand_over(HandOver(photo.id, "UREYES"), practice.call("ana"))
    offers.accept_offer(AcceptOffer(photo.offer_id), practice.call("reyes"))
    practice.deliver()
    assert practice.heard("ben") == [f"Reyes has the photo for {HYGIENIST} now. Nothing left for you to do there."]
    assert photo.owner_id == practice.people["reyes"].id


def test_a_declined_hand_over_stays_with_ben_and_the_lead_hears_of_it(practice: Practice, photo: Step) -> None:
    steps.hand_over(HandOver(photo.id, "UREYES"), practice.call("ana"))
    offers.decline_offer(DeclineOffer(photo.offer_id), practice.call("reyes"))
    practice.deliver()
    assert practice.heard("ana")[0].startswith("Reyes can't take the photo")
    assert photo.owner_id == practice.people["ben"].id
    assert photo.accepted_at is not None


def test_only_lead_and_backup_hand_steps_over(practice: Practice, photo: Step) -> None:
    for ask in (
        lambda call: steps.hand_over(HandOver(photo.id, "UREYES"), call),
        lambda call: steps.open_hand_over_form(OpenHandOverForm(photo.id), call),
    ):
        with pytest.raises(NotAllowed, match="Only the lead and the backup"):
            ask(practice.call("ben"))


def test_tomorrow_says_when_and_keeps_quiet_until_then(
    practice: Practice, photo: Step, november: At, reads: Reads
) -> None:
    practice.skip_to(november(24, 16))
    practice.inbox.clear()
    shown = steps.snooze_step(SnoozeStep(photo.id, key_of(practice, "ben")), practice.call("ben"))
    assert reads(shown) == (
        f"The photo for {HYGIENIST} is due now. I'll remind you again tomorrow at 9:00 AM.\n[Done] [Need help]"
    )
    practice.skip_to(november(25, 8, 59))
    assert practice.inbox == {}
    practice.skip_to(november(25, 9))
    assert practice.heard("ben")[0].startswith(f"The photo for {HYGIENIST} was due yesterday at 4:00 PM.")
    assert practice.inbox == {}


def test_tomorrow_on_friday_is_monday(practice: Practice, photo: Step, november: At, reads: Reads) -> None:
    practice.now = november(27, 15)
    assert reads(steps.snooze_step(SnoozeStep(photo.id), practice.call("ben"))) == (
        f"All right. I'll remind you of the photo for {HYGIENIST} again Mon 30 Nov, 9:00 AM."
    )


def test_a_nudge_about_a_step_that_moved_on_is_brought_up_to_date(
    practice: Practice, photo: Step, november: At, reads: Reads
) -> None:
    practice.skip_to(november(24, 16))
    where = key_of(practice, "ben")
    steps.hand_over(HandOver(photo.id, "UANA"), practice.call("ana"))
    for ask in (
        lambda: steps.finish_step(FinishStep(photo.id, where), practice.call("ben")),
        lambda: steps.snooze_step(SnoozeStep(photo.id, where), practice.call("ben")),
        lambda: steps.ask_for_help(AskForHelp(photo.id, where), practice.call("ben")),
    ):
        assert reads(ask()) == (
            f"The photo for {HYGIENIST} is with Ana now.\nSomething changed since I wrote this. Now it's up to date."
        )
    assert photo.done_at is None


def test_a_nudge_about_a_post_that_is_out_of_the_plan_is_brought_up_to_date(
    practice: Practice, november: At, reads: Reads
) -> None:
    post, (step,) = practice.plan("Meet our hygienist", "ben", asked_by="ben")
    practice.skip_to(november(24, 16))
    where = key_of(practice, "ben")
    post.removed_at = practice.now
    assert reads(steps.finish_step(FinishStep(step.id, where), practice.call("ben"))).startswith(
        f"{HYGIENIST} is out of the plan."
    )
    step_id = step.id
    practice.session.delete(step)
    practice.session.flush()
    assert reads(steps.finish_step(FinishStep(step_id, where), practice.call("ben"))).startswith(
        "Nothing in this message waits for you any more."
    )
    with pytest.raises(NotFound, match="no longer in the plan"):
        steps.finish_step(FinishStep(step_id), practice.call("ben"))


def test_whom_the_lead_asked_shows_in_the_notice_and_in_the_leads_list(
    practice: Practice, photo: Step, reads: Reads
) -> None:
    steps.ask_for_help(AskForHelp(photo.id), practice.call("ben"))
    practice.deliver()
    practice.inbox.clear()
    where = practice.owed("notice-help")[0].key
    form = steps.open_hand_over_form(OpenHandOverForm(photo.id, where), practice.call("ana"))
    steps.hand_over(HandOver(photo.id, "UREYES", opened_in=form.opened_in), practice.call("ana"))
    practice.deliver()
    asked = f"Reyes is asked about the photo for {HYGIENIST}. Until Reyes says yes, it stays with Ben."
    assert practice.heard("ana") == [f"{asked}\n[I'll take it]\nNobody else was told."]
    assert asked in reads(mine.show_mine(ShowMine(), practice.call("ana")))


def test_need_help_in_a_nudge_says_who_knows_now(practice: Practice, photo: Step, november: At, reads: Reads) -> None:
    practice.skip_to(november(24, 16))
    shown = steps.ask_for_help(AskForHelp(photo.id, key_of(practice, "ben")), practice.call("ben"))
    told = f"I've told Ana that the photo for {HYGIENIST} needs a hand. Nobody else hears of it."
    assert reads(shown) == f"{told}\n[Done] [Tomorrow]"
