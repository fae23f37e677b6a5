"""Somebody looks a post over before it goes out: yes, changes, wait, no, twice, anew, and without."""

import pytest
from inline_snapshot import snapshot
from opening import photo

from simulator.people import Actor, Practice

CHECKED = ["It sounds like us", "The picture looks like us, and only people who said yes are in it"]
CHECKED += ["It fits what we stand for", "Every claim is true and can be shown"]


def _asks_for(office: Practice, mode: str, **more: object) -> None:
    ana = office.person("ana")
    ana.types("/plan steps")
    ana.clicks("Change human")
    ana.fills_in({"Does somebody look it over first?": mode, **more})
    ana.submits()
    ana.closes()


def _made(office: Practice) -> None:
    """Ana adds a post, Ben shares its photo, Ana says that the caption is written."""
    ana, ben, reyes = office.people("ana", "ben", "reyes")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    ben.clicks("I'll do it")
    reyes.clicks("I'll do it")
    reyes.new_messages()
    ben.uploads(photo(), "one.jpg", "#social")
    ben.clicks("No")
    office.skip_to("tuesday 10:00")
    assert reyes.hears_nothing_more(), "there are no words to look at yet"
    ana.types("/mine")
    ana.clicks("Done", on="The caption for Meet our hygienist")
    office.skip_to("tuesday 10:05")


@pytest.fixture
def made(office: Practice) -> Practice:
    """Bright Smile Dental, where Dr. Reyes has to say yes to human posts, and one is ready to be looked at."""
    _asks_for(office, "Somebody has to say yes")
    _made(office)
    return office


def test_dr_reyes_looks_at_words_and_picture_and_says_yes_with_all_four_ticked(made: Practice) -> None:
    ana, reyes = made.people("ana", "reyes")
    assert reyes.last_message == snapshot("""\
Is Meet our hygienist, Thu 26 Nov, 4:00 PM fine to go out?
[image: Photo 1]
[Approve] [Request changes] [Hold] [Reject]
By Thu 26 Nov, 11:00 AM, please.\
""")
    assert reyes.clicks("Approve") == snapshot("""\
+ Say yes
| Meet our hygienist, Thu 26 Nov, 4:00 PM
| [image: Photo 1]
| I have looked at:
|   [ ] It sounds like us
|   [ ] The picture looks like us, and only people who said yes are in it
|   [ ] It fits what we stand for
|   [ ] Every claim is true and can be shown
| [Cancel] [Approve]\
""")
    reyes.fills_in({"I have looked at": CHECKED[:3]})
    assert "Please tick all four, once you have looked." in reyes.submits()
    reyes.fills_in({"I have looked at": CHECKED})
    assert "Thank you! Meet our hygienist may go out." in reyes.submits()
    reyes.closes()
    assert reyes.dm.count("You said yes. Thank you!") == 1
    assert "[Approve]" not in reyes.dm
    assert "approval: done" in ana.types("/plan")
    made.skip_to("thursday 16:00")
    ana.clicks("Done", on="Publishing for Meet our hygienist")
    assert "is marked posted" in ana.submits()


def test_changes_go_to_whoever_writes_and_then_the_post_is_shown_again(made: Practice) -> None:
    ana, reyes = made.people("ana", "reyes")
    ana.new_messages()
    reyes.clicks("Request changes")
    assert "What should be different?" in reyes.submits()
    reyes.fills_in({"What is it about?": ["Tone"], "In your words": "Less of the exclamation marks"})
    assert "I've told Ana." in reyes.submits()
    reyes.closes()
    assert ana.new_messages() == snapshot(
        [
            """\
Dr. Reyes asks for changes to the caption of Meet our hygienist.
Tone
Less of the exclamation marks
[The caption: done]\
"""
        ]
    )
    assert "approval: changes asked for" in ana.types("/plan")
    assert "caption: Ana" in ana.types("/plan")
    ana.clicks("The caption: done")
    made.skip_to("tuesday 10:10")
    assert reyes.last_message.startswith("Is Meet our hygienist, Thu 26 Nov, 4:00 PM fine to go out?")


def test_a_yes_is_void_once_the_picture_is_another_one_and_everybody_concerned_hears_it_once(made: Practice) -> None:
    ana, ben, reyes = made.people("ana", "ben", "reyes")
    reyes.clicks("Approve")
    reyes.fills_in({"I have looked at": CHECKED})
    reyes.submits()
    reyes.closes()
    for person in (ana, ben, reyes):
        person.new_messages()
    ben.uploads(photo(900, 900), "two.jpg", "#social")
    ben.clicks("No")
    ben.clicks("Choose a post")
    ben.fills_in({"Which post is it for?": "Meet our hygienist, Thu 26 Nov"})
    ben.submits()
    made.skip_to("tuesday 10:20")
    said = "The picture of Meet our hygienist, Thu 26 Nov, 4:00 PM changed since you looked at it."
    assert [one for one in reyes.new_messages() if one.startswith(said)]
    assert ana.counts_messages("changed after Dr. Reyes had said yes") == 1
    made.skip_to("thursday 16:00")
    ana.types("/plan")
    assert "Dr. Reyes hasn't said yes yet. Why does it go out?" in ana.clicks("Posted")
    ana.fills_in({"Dr. Reyes hasn't said yes yet. Why does it go out?": "Agreed on the phone"})
    assert "is marked posted" in ana.submits()
    made.skip_to("thursday 16:05")
    assert "[Approve]" not in reyes.dm


def test_nobody_but_the_lead_can_let_it_go_out_without_the_yes(made: Practice) -> None:
    ben, reyes = made.people("ben", "reyes")
    made.skip_to("thursday 16:30")
    ben.types("/plan")
    said = ben.clicks("Posted")
    assert said.startswith("Dr. Reyes hasn't said yes to this post yet, so I can't mark it posted.")
    assert "Ana can say so and why." in said
    assert "planned" in ben.types("/plan") or "approval: Dr. Reyes" in ben.types("/plan")
    assert "[Approve]" in reyes.dm


def test_a_post_on_hold_and_a_no_are_told_to_whom_it_concerns_and_can_be_taken_back(made: Practice) -> None:
    ana, ben, reyes = made.people("ana", "ben", "reyes")
    for person in (ana, ben):
        person.new_messages()
    reyes.clicks("Hold")
    reyes.fills_in({"In your words": "Until the new price list is out"})
    assert "Meet our hygienist waits until you say more. I've told Ana." in reyes.submits()
    reyes.closes()
    assert ana.new_messages() == [
        "Dr. Reyes holds Meet our hygienist for now. Nothing goes out until then.\nUntil the new price list is out"
    ]
    assert "approval: on hold" in ana.types("/plan")
    made.skip_to("thursday 11:30")
    assert "is due now" not in reyes.dm, "whoever holds a post knows"
    assert "Meet our hygienist is on hold until you say more." in reyes.types("/mine")
    assert "Meet our hygienist is on hold, so it may come late. Publishing is due today" in ana.types("/mine")
    reyes.clicks("Reject", on="is on hold until you say more")
    assert "What should be different?" in reyes.submits()
    reyes.fills_in({"In your words": "We don't do this any more"})
    reyes.submits()
    reyes.closes()
    assert ana.last_message.endswith("We don't do this any more\n[Take it out of the plan]")
    assert ben.hears_nothing_more()
    reyes.clicks("Approve")
    reyes.fills_in({"I have looked at": CHECKED})
    assert "may go out" in reyes.submits()
    assert "approval: done" in ana.types("/plan")


def test_two_people_look_one_after_the_other_and_a_delegate_steps_in_when_the_time_is_up(office: Practice) -> None:
    ana, ben, sarah, reyes = office.people("ana", "ben", "sarah", "reyes")
    who = {"Who looks second?": "sarah", "Who is asked when the time is up?": "ben"}
    _asks_for(office, "Two people have to say yes", **who)
    assert "Two people have to say yes, Sarah second; Ben when the time is up" in ana.types("/plan steps")
    _made(office)
    assert reyes.last_message.endswith("By Thu 26 Nov, 11:00 AM, please. After that I'll ask Ben.")
    reyes.clicks("Approve")
    reyes.fills_in({"I have looked at": CHECKED})
    assert "Thank you! Sarah looks at Meet our hygienist next." in reyes.submits()
    assert "approval: Sarah" in ana.types("/plan")
    assert sarah.last_message.startswith(
        "Dr. Reyes said yes to Meet our hygienist, Thu 26 Nov, 4:00 PM. You look second"
    )
    office.skip_to("thursday 11:00")
    assert "Nothing to answer here any more." in sarah.sees_dm()
    assert ben.last_message.startswith("Dr. Reyes said yes to Meet our hygienist")
    office.skip_to("thursday 14:00")
    assert "Why this? You look at posts like this one when the first one's time is up." in ben.last_message
    ben.clicks("Approve", on="Dr. Reyes said yes")
    ben.fills_in({"I have looked at": CHECKED})
    assert "may go out" in ben.submits()
    assert "approval: done" in ana.types("/plan")


def test_an_optional_look_holds_nothing_up_and_two_looks_need_two_people(office: Practice) -> None:
    ana, reyes = office.people("ana", "reyes")
    _asks_for(office, "Somebody is asked, and it can go out without")
    ana.types("/plan add mon 4pm New scanner #human")
    reyes.clicks("I'll do it")
    assert "Picture and words aren't both there yet." in _look(reyes)
    ana.types("/plan")
    ana.clicks("Posted", on="New scanner")
    assert "is marked posted" in ana.submits()
    ana.closes()
    ana.types("/plan steps")
    ana.clicks("Change service")
    ana.fills_in({"Does somebody look it over first?": "Two people have to say yes"})
    assert "Who looks second?" in ana.submits()
    ana.fills_in({"Who looks second?": "reyes"})
    assert "Dr. Reyes looks first already." in ana.submits()


def _look(person: Actor) -> str:
    person.types("/mine")
    return person.clicks("Look at it")
