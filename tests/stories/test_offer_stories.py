"""Being asked for a photo: yes, somebody else, not this time, and what the others hear of it."""

from threading import Barrier, Thread

import pytest
from inline_snapshot import snapshot

from simulator.people import Practice


@pytest.fixture
def office(office: Practice) -> Practice:
    """Bright Smile Dental with a post on Thursday; Ben is asked for its photo."""
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    assert len(ben.new_messages()) == 1
    return office


def test_ben_takes_the_photo_on_and_the_question_turns_into_thanks_in_its_place(office: Practice) -> None:
    ana, ben, sarah, reyes = office.people("ana", "ben", "sarah", "reyes")
    assert "photo: Ben is asked" in ana.types("/plan")
    said = ben.clicks("I'll do it")
    assert said.startswith("Thank you! The photo for Meet our hygienist is yours.")
    assert ben.dm.count("Meet our hygienist") == 1
    assert "photo: Ben ·" in ana.types("/plan")
    assert all(person.hears_nothing_more() for person in (ana, sarah, reyes))
    assert sarah.sees("#social") == ""


def test_sarah_is_asked_in_turn_and_says_yes(office: Practice) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    ben.clicks("Swap")
    ben.fills_in({"Who could do it instead?": "sarah"})
    assert ben.submits() == snapshot("""\
+ Rounds
| I've asked Sarah about the photo for Meet our hygienist. Until Sarah says yes, it stays with you.
| [Done]\
""")
    ben.closes()
    assert sarah.new_messages() == snapshot(
        [
            """\
Ben asks whether you could take the photo for Meet our hygienist, Thu 26 Nov, 4:00 PM. Until you say yes, it stays with Ben.
The photo: by Tue 24 Nov, 4:00 PM
[I'll do it] [Swap] [Can't] [How to]
Can't is fine too, and needs no reason.\
"""
        ]
    )
    assert ben.last_message == snapshot("""\
You asked Sarah about the photo for Meet our hygienist. Until Sarah says yes, it stays with you.
The photo: by Tue 24 Nov, 4:00 PM
[I'll do it after all]\
""")
    sarah.clicks("I'll do it")
    assert ben.last_message == snapshot("Sarah has the photo for Meet our hygienist now. Nothing left for you to do.")
    assert "photo: Sarah ·" in ana.types("/plan")
    assert "photo" not in ben.types("/mine")
    assert "The photo for Meet our hygienist" in sarah.types("/mine")


def test_sarah_is_asked_in_turn_and_cannot_so_the_photo_is_back_with_ben(office: Practice) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    ben.clicks("Swap")
    ben.fills_in({"Who could do it instead?": "sarah"})
    ben.submits()
    ben.closes()
    sarah.clicks("Can't")
    assert sarah.modal == snapshot("""\
+ That's fine
| The photo for Meet our hygienist will go back to Ben.
| [Cancel] [Pass it on]\
""")
    assert sarah.submits() == snapshot("""\
+ Rounds
| That's fine. I've told Ben about the photo for Meet our hygienist, and nobody else.
| [Done]\
""")
    sarah.closes()
    assert ben.last_message == snapshot("""\
Sarah can't take the photo for Meet our hygienist, Thu 26 Nov, 4:00 PM, so it is back with you.
The photo: by Tue 24 Nov, 4:00 PM
[I'll do it] [Swap] [Can't] [How to]\
""")
    assert "photo: Ben is asked" in ana.types("/plan")
    assert ana.hears_nothing_more()


def test_ben_may_take_it_after_all_while_sarah_is_still_asked(office: Practice) -> None:
    ben, sarah = office.people("ben", "sarah")
    ben.clicks("Swap")
    ben.fills_in({"Who could do it instead?": "sarah"})
    ben.submits()
    ben.closes()
    ben.clicks("I'll do it after all")
    assert sarah.last_message == snapshot("Ben has the photo for Meet our hygienist now. Nothing left for you to do.")
    assert "Nothing waits for you" in sarah.types("/mine")


def test_the_reason_why_ben_cannot_is_for_the_lead_alone(office: Practice) -> None:
    ana, ben, sarah, reyes = office.people("ana", "ben", "sarah", "reyes")
    ben.clicks("Can't")
    ben.fills_in({"Would you like to say why?": "My hands are full with the new *chair*."})
    assert ben.submits() == snapshot("""\
+ Rounds
| That's fine. I've told Ana about the photo for Meet our hygienist, and nobody else.
| [Done]\
""")
    ben.closes()
    assert ana.new_messages() == snapshot(
        [
            """\
Ben can't take the photo for Meet our hygienist, Thu 26 Nov, 4:00 PM. It comes to you, as the lead.
The photo: by Tue 24 Nov, 4:00 PM
Ben says: My hands are full with the new ∗chair∗.
[I'll do it] [Ask somebody else] [How to]
Only you see this.\
"""
        ]
    )
    assert all(person.hears_nothing_more() for person in (sarah, reyes))
    assert "chair" not in ben.dm + sarah.dm + sarah.types("/plan") + ben.types("/mine") + reyes.opens_home()


def test_ben_needs_no_reason_and_gets_no_more_questions(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ben.clicks("Can't")
    ben.submits()
    ben.closes()
    assert "says:" not in ana.last_message
    ben.new_messages()
    office.skip_to("thursday 18:00")
    assert ben.hears_nothing_more()
    assert "Nothing waits for you" in ben.types("/mine")


def test_two_people_click_at_once_and_one_has_it_while_the_other_is_told(office: Practice) -> None:
    """Ben had asked Sarah instead; both now say yes in the same moment."""
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    ben.clicks("Swap")
    ben.fills_in({"Who could do it instead?": "sarah"})
    ben.submits()
    ben.closes()
    together = Barrier(2)

    def click(label: str, name: str) -> None:
        together.wait()
        office.person(name).clicks(label)

    clicks = [Thread(target=click, args=said) for said in (("I'll do it after all", "ben"), ("I'll do it", "sarah"))]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()
    lists = [person.types("/mine") for person in (ben, sarah)]
    assert sum("The photo for Meet our hygienist" in waiting for waiting in lists) == 1
    assert sum("Nothing waits for you" in waiting for waiting in lists) == 1
    has_it, has_not = (ben, sarah) if "photo" in lists[0] else (sarah, ben)
    assert "is yours" in has_it.dm
    assert f"{has_it.person.display_name} has the photo for Meet our hygienist now." in has_not.dm
    assert f"photo: {has_it.person.display_name} ·" in ana.types("/plan")


def test_a_question_about_a_post_that_was_taken_out_says_so_and_has_no_buttons(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.clicks("Undo")
    assert ben.last_message == snapshot(
        "Meet our hygienist is out of the plan, so nothing is needed from you any more."
    )


def test_a_click_on_an_old_button_changes_nothing_and_brings_the_message_up_to_date(office: Practice) -> None:
    """Ben clicks in a list from before the post was taken out."""
    ana, ben = office.people("ana", "ben")
    ben.types("/mine")
    ana.types("/plan")
    ana.clicks("Open", on="Meet our hygienist")
    ana.clicks("Take out")
    ana.closes()
    assert "Questions for you" in ben.sees_dm()
    assert ben.clicks("I'll do it") == snapshot("""\
Meet our hygienist is out of the plan, so nothing is needed from you any more.
---
Nothing waits for you right now. Thank you for keeping things moving!\
""")
    assert "free" in ana.types("/plan")


def test_a_click_on_an_answered_question_in_an_old_list_says_how_it_stands(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ben.types("/mine")
    ben.clicks("Can't")
    ben.submits()
    ben.closes()
    ana.clicks("I'll do it")
    assert ben.clicks("I'll do it", on="Questions for you") == snapshot("""\
You can't do the photo for Meet our hygienist this time, and that's fine. I've told Ana, and nobody else.
---
Nothing waits for you right now. Thank you for keeping things moving!\
""")
    assert "photo: Ana" in ana.types("/plan")
