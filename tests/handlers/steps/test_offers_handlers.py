"""Ben is asked to take a photo: yes, swap or no, by his own click, and told to nobody who need not know."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.commands.vocabulary import (
    AcceptOffer,
    DeclineOffer,
    FinishStep,
    OpenDeclineForm,
    OpenSwapForm,
    SwapOffer,
)
from bot.domain.errors import Misread, NotAllowed, NotFound
from bot.handlers import offers, steps
from storage.tables import Step, Task

Practice = Any
Reads = Callable[[Any], str]
HYGIENIST = "*Meet our hygienist*"


@pytest.fixture
def photo(practice: Practice) -> Step:
    """Ana asked Ben for the photo of Thursday's post, and Ben has read it."""
    _, (step,) = practice.plan("Meet our hygienist", "ben")
    practice.inbox.clear()
    return step


def test_ben_is_asked_by_direct_message_and_nobody_else_hears_of_it(practice: Practice) -> None:
    practice.plan("Meet our hygienist", "ben")
    (asked,) = practice.heard("ben")
    assert asked == (
        f"Ana asks whether you could take the photo for {HYGIENIST}, Thu 26 Nov, 4:00 PM.\n"
        "The photo: by Tue 24 Nov, 4:00 PM\n"
        "[I'll do it] [Swap] [Can't] [How to]\n"
        "*Swap* lets you ask somebody else. *Can't* is fine too, and needs no reason."
    )
    assert practice.inbox == {}


def test_what_somebody_takes_on_for_themselves_needs_no_question(practice: Practice) -> None:
    _, (step,) = practice.plan("Meet our hygienist", "ana")
    assert step.accepted_at == practice.now
    assert practice.inbox == {}


def test_several_steps_are_one_question(practice: Practice) -> None:
    practice.plan("Whitening", "ben", Task.CAPTION, Task.PUBLISH, Task.CHECK)
    (asked,) = practice.heard("ben")
    assert asked.startswith("Ana asks whether you could write the caption, publish it and check on it afterwards for")


def test_yes_makes_the_step_bens_and_says_so_in_the_same_message(practice: Practice, photo: Step, reads: Reads) -> None:
    answered = offers.accept_offer(AcceptOffer(photo.offer_id), practice.call("ben"))
    assert reads(answered) == (
        f"Thank you! The photo for {HYGIENIST} is yours. I'll remind you when it's time.\n"
        "The photo: by Tue 24 Nov, 4:00 PM\n"
        "Once you have it, share it in any channel I'm in.\n[Need help] [How to]\n"
        "Fine by then? Then that was all. If it gets tight, *Need help* reaches the lead, and nobody else."
    )
    assert answered.in_place
    assert photo.accepted_at == practice.now
    practice.deliver()
    assert practice.inbox == {}, "the click has updated the message already"


def test_yes_in_the_list_also_brings_the_message_that_asked_up_to_date(
    practice: Practice, photo: Step, reads: Reads
) -> None:
    shown = offers.accept_offer(AcceptOffer(photo.offer_id, "mine"), practice.call("ben"))
    assert reads(shown).startswith(f"Thank you! The photo for {HYGIENIST} is yours.")
    assert "*Yours to do*" in reads(shown)
    practice.deliver()
    assert practice.inbox["ben"][0][0] == f"offer/{photo.offer_id}"


def test_a_swap_asks_the_other_person_and_ben_keeps_the_step_until_they_say_yes(
    practice: Practice, photo: Step, reads: Reads
) -> None:
    bens = photo.offer_id
    assert "Who could do it instead?: ____" in reads(offers.open_swap_form(OpenSwapForm(bens), practice.call("ben")))
    swapped = offers.swap_offer(SwapOffer(bens, "USARAH"), practice.call("ben"))
    assert (
        reads(swapped) == f"I've asked Sarah about the photo for {HYGIENIST}. Until Sarah says yes, it stays with you."
    )
    practice.deliver()
    assert practice.heard("sarah")[0].startswith(
        f"Ben asks whether you could take the photo for {HYGIENIST}, Thu 26 Nov, 4:00 PM. "
        "Until you say yes, it stays with Ben."
    )
    assert practice.heard("ben")[0].endswith("[I'll do it after all]")
    assert (photo.owner_id, photo.accepted_at) == (practice.people["ben"].id, None)

    offers.accept_offer(AcceptOffer(photo.offer_id), practice.call("sarah"))
    practice.deliver()
    assert practice.heard("ben") == [f"Sarah has the photo for {HYGIENIST} now. Nothing left for you to do."]
    assert photo.owner_id == practice.people["sarah"].id
    assert practice.heard("ana") == []


def test_a_declined_swap_comes_back_to_ben_and_the_reason_was_not_even_asked(
    practice: Practice, photo: Step, reads: Reads
) -> None:
    bens = photo.offer_id
    offers.swap_offer(SwapOffer(bens, "USARAH"), practice.call("ben"))
    practice.deliver()
    practice.inbox.clear()
    form = offers.open_decline_form(OpenDeclineForm(photo.offer_id), practice.call("sarah"))
    assert reads(form) == f"The photo for {HYGIENIST} will go back to Ben."
    offers.decline_offer(DeclineOffer(photo.offer_id), practice.call("sarah"))
    practice.deliver()
    back = f"Sarah can't take the photo for {HYGIENIST}, Thu 26 Nov, 4:00 PM, so it is back with you."
    due = "The photo: by Tue 24 Nov, 4:00 PM"
    assert practice.heard("ben") == [
        f"{back}\n{due}\nI've asked you again in a new message below.",
        f"{back}\n{due}\n[I'll do it] [Swap] [Can't] [How to]",
    ]
    assert photo.offer_id == bens
    assert (photo.owner_id, photo.accepted_at) == (practice.people["ben"].id, None)

    offers.accept_offer(AcceptOffer(bens, practice.owed("notice-back")[0].key), practice.call("ben"))
    practice.deliver()
    assert [key for key, _ in practice.inbox["ben"]] == [f"offer/{bens}"], "the other message is brought up to date"
    assert practice.heard("ben")[0].startswith("Thank you!")
    assert practice.heard("ana") == []


def test_cant_goes_to_the_lead_alone_with_the_reason(practice: Practice, photo: Step, reads: Reads) -> None:
    bens = photo.offer_id
    form = offers.open_decline_form(OpenDeclineForm(bens), practice.call("ben"))
    assert "Would you like to say why?: ____" in reads(form)
    declined = offers.decline_offer(DeclineOffer(bens, "my camera *broke* <!here>"), practice.call("ben"))
    assert reads(declined) == f"That's fine. I've told Ana about the photo for {HYGIENIST}, and nobody else."
    practice.deliver()
    (told,) = practice.heard("ana")
    assert told.splitlines()[0] == (
        f"Ben can't take the photo for {HYGIENIST}, Thu 26 Nov, 4:00 PM. It comes to you, as the lead."
    )
    assert "Ben says: my camera" in told
    assert "<!here>" not in told
    assert "[I'll do it] [Ask somebody else] [How to]" in told
    assert (photo.owner_id, photo.accepted_at) == (practice.people["ana"].id, None)
    (bens_message,) = practice.heard("ben")
    assert "camera" not in bens_message
    assert practice.inbox == {}


@pytest.mark.parametrize(
    "why", ["My patient Tom, DOB 4/5/2010, comes then", "Mrs. Miller is here", "call 617 555 0100"]
)
def test_a_reason_that_points_to_a_patient_goes_nowhere(practice: Practice, photo: Step, why: str) -> None:
    with pytest.raises(Misread, match="what patients tell you stays with you"):
        offers.decline_offer(DeclineOffer(photo.offer_id, why), practice.call("ben"))


def test_the_lead_can_ask_somebody_else_and_gets_a_no_back(practice: Practice, photo: Step) -> None:
    offers.decline_offer(DeclineOffer(photo.offer_id), practice.call("ben"))
    anas = photo.offer_id
    offers.swap_offer(SwapOffer(anas, "USARAH"), practice.call("ana"))
    offers.decline_offer(DeclineOffer(photo.offer_id), practice.call("sarah"))
    assert photo.offer_id == anas
    with pytest.raises(Misread, match="Ben has been asked for this already"):
        offers.swap_offer(SwapOffer(anas, "UBEN"), practice.call("ana"))


def test_what_the_lead_declines_stays_with_the_lead_and_says_so(practice: Practice, reads: Reads) -> None:
    _, (step,) = practice.plan("Meet our hygienist", "ana", asked_by="ben")
    form = offers.open_decline_form(OpenDeclineForm(step.offer_id), practice.call("ana"))
    assert reads(form) == f"The photo for {HYGIENIST} will stay with you, as the lead."
    declined = offers.decline_offer(DeclineOffer(step.offer_id), practice.call("ana"))
    assert reads(declined) == f"The photo for {HYGIENIST} stays with you, as the lead, until somebody takes it."
    assert (step.owner_id, step.accepted_at) == (practice.people["ana"].id, None)
    practice.inbox.clear()
    practice.deliver()
    assert "[I'll do it] [Ask somebody else] [How to]" in practice.heard("ana")[0]


def test_ben_can_do_it_after_all_and_sarah_is_told(practice: Practice, photo: Step, reads: Reads) -> None:
    bens = photo.offer_id
    offers.swap_offer(SwapOffer(bens, "USARAH"), practice.call("ben"))
    sarahs = photo.offer_id
    practice.deliver()
    practice.inbox.clear()
    offers.accept_offer(AcceptOffer(bens), practice.call("ben"))
    practice.deliver()
    assert practice.heard("sarah") == [f"Ben has the photo for {HYGIENIST} now. Nothing left for you to do."]
    late = offers.accept_offer(AcceptOffer(sarahs), practice.call("sarah"))
    assert reads(late) == (
        f"Ben has the photo for {HYGIENIST} now. Nothing left for you to do.\n"
        "Something changed since I wrote this. Now it's up to date."
    )
    assert photo.owner_id == practice.people["ben"].id


def test_a_second_click_on_yes_changes_nothing(practice: Practice, photo: Step, reads: Reads) -> None:
    first = reads(offers.accept_offer(AcceptOffer(photo.offer_id), practice.call("ben")))
    accepted_at = photo.accepted_at
    practice.now = practice.now.replace(minute=30)
    assert reads(offers.accept_offer(AcceptOffer(photo.offer_id), practice.call("ben"))) == first
    assert photo.accepted_at == accepted_at


@pytest.mark.parametrize(
    ("user_id", "because"),
    [
        ("UBEN", "That's you"),
        ("UBOT", "That's an app"),
        ("USLACKBOT", "haven't met that person"),
        ("UROBOT", "That's an app"),
        ("UGONE", "Gone's account is deactivated"),
        ("UGUEST", "Guest is from another organisation"),
        ("UNOBODY", "haven't met that person"),
    ],
)
def test_whoever_cannot_be_asked_is_refused_beside_the_field(
    practice: Practice, photo: Step, user_id: str, because: str
) -> None:
    practice.join("bot")
    practice.join("robot", is_bot=True)
    practice.join("gone", is_deactivated=True)
    practice.join("guest", is_foreign=True)
    with pytest.raises(Misread, match=because) as refused:
        offers.swap_offer(SwapOffer(photo.offer_id, user_id), practice.call("ben"))
    assert refused.value.field == "user_id"
    practice.deliver()
    assert practice.inbox == {}


def test_nobody_answers_for_somebody_else(practice: Practice, photo: Step) -> None:
    with pytest.raises(NotAllowed, match="That question is for Ben"):
        offers.accept_offer(AcceptOffer(photo.offer_id), practice.call("sarah"))


def test_an_unknown_question_is_said_to_be_gone(practice: Practice) -> None:
    with pytest.raises(NotFound, match="can't find that question"):
        offers.accept_offer(AcceptOffer(4711), practice.call("ben"))


def test_when_the_post_is_taken_out_the_question_says_so_and_its_buttons_change_nothing(
    practice: Practice, reads: Reads
) -> None:
    post, (step,) = practice.plan("Meet our hygienist", "ben")
    practice.inbox.clear()
    post.removed_at = practice.now
    offers.withdraw(practice.call("ana"), post)
    practice.deliver()
    gone = f"{HYGIENIST} is out of the plan, so nothing is needed from you any more."
    assert practice.heard("ben") == [gone]
    assert reads(offers.accept_offer(AcceptOffer(step.offer_id), practice.call("ben"))).startswith(gone)
    assert step.accepted_at is None


def test_a_question_that_is_withdrawn_before_it_was_sent_is_never_sent(practice: Practice) -> None:
    post, _ = practice.plan("Meet our hygienist", "ana")
    _, (step,) = practice.plan("Whitening", "ana")
    offers.offer_steps(practice.call("ana"), post, practice.people["ben"], [step])
    post.removed_at = practice.now
    offers.withdraw(practice.call("ana"), post)
    practice.deliver()
    assert practice.inbox == {}


def test_a_step_that_is_done_ends_its_question(practice: Practice, photo: Step) -> None:
    steps.finish_step(FinishStep(photo.id), practice.call("ben"))
    practice.deliver()
    assert practice.heard("ben") == [f"The photo for {HYGIENIST} is done. Nothing left for you to do."]
    practice.skip_to(practice.now.replace(day=30))
    assert practice.inbox == {}


def test_two_workspaces_never_see_each_others_questions(practice: Practice, photo: Step) -> None:
    elsewhere = practice.call("ben")
    elsewhere.workspace = type(practice.workspace)(
        id=(practice.workspace.id or 0) + 1, team_id="T2", created_at=practice.now
    )
    with pytest.raises(NotFound):
        offers.accept_offer(AcceptOffer(photo.offer_id), elsewhere)
