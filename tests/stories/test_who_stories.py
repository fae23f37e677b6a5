"""Whom to ask: people who agreed to a duty are thought of first, with a reason, and their minutes are kept in sight."""

import pytest
from inline_snapshot import snapshot

from simulator.people import Actor, Practice


def agree(person: Actor, duty: str, gladly: str, minutes: int) -> None:
    person.types("/rounds duties")
    person.clicks(duty)
    person.fills_in({"Would you?": gladly, "Minutes a week you can give it": str(minutes)})
    person.submits()
    person.closes()


@pytest.fixture
def office(office: Practice) -> Practice:
    """Bright Smile Dental, where Ben would love to take photos and Sarah can if needed."""
    agree(office.person("ben"), "Photo", "I'd love to", 60)
    agree(office.person("sarah"), "Photo", "If needed", 30)
    return office


def test_who_agreed_is_thought_of_with_a_reason_and_minutes_are_summed_up(office: Practice) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    ana.types("/plan")
    ana.clicks("Fill this place", on="Thu 26 Nov")
    assert ana.modal.splitlines()[-12:] == snapshot(
        [
            "| What time? (optional): (16:00 v)",
            "|   Left empty, it takes the time of that day's free place.",
            "| What is it for? (optional): (Human: the people behind the practice v)",
            "| Why? What should come of it (optional): ____ (New faces before the holidays)",
            "| Where does it go out? (optional): ____ (Instagram and Facebook)",
            "| Link, if people should go somewhere (optional): ____ (https://…)",
            "| Who gets the photo? (optional): (A colleague, who is asked first v)",
            "|   Nobody is assigned silently. Left empty, Ben is asked.",
            "| Ben would love to take photos, 1 h free that week.",
            "| Sarah can take photos if needed, 30 min free that week.",
            "| What does it take? (optional): ____ (A portrait by the window, 10 minutes)",
            "| [Cancel] [Add]",
        ]
    )
    ana.closes()
    assert ana.types("/plan add thu 4pm Meet our hygienist") == snapshot("""\
Thu 26 Nov, 4:00 PM: Meet our hygienist fills Thursday's human place.
Photo: Ben is asked. Caption, publishing and the check: you.
Due: photo Tue 24 Nov, 4:00 PM · caption Wed 25 Nov, 4:00 PM · publishing Thu 26 Nov, 4:00 PM · the check Fri 27 Nov, 4:00 PM
Ben would love to take photos, 1 h free this week.
Still open, for whenever you know: why, how and what it takes.
[Undo] [See the week]\
""")
    assert ben.new_messages() == snapshot(
        [
            """\
Ana asks whether you could take the photo for Meet our hygienist, Thu 26 Nov, 4:00 PM.
The photo: by Tue 24 Nov, 4:00 PM
[I'll do it] [Swap] [Can't] [How to]
Swap lets you ask somebody else. Can't is fine too, and needs no reason.\
"""
        ]
    )
    ben.clicks("Swap")
    assert ben.modal == snapshot("""\
+ Ask somebody else
| The photo for Meet our hygienist
| Who could do it instead?: (@Sarah v)
|   They are asked first. Until they say yes, it stays where it is.
| Sarah can take photos if needed, 30 min free that week.
| What should they know? (optional): ____ (Two pictures are in #social, the third is missing)
| [Cancel] [Ask]\
""")
    ben.submits()
    ben.closes()
    assert sarah.new_messages()[0].startswith("Ben asks whether you could take the photo for Meet our hygienist")
    sarah.clicks("I'll do it")
    assert sarah.types("/mine").splitlines()[-1] == snapshot("Your minutes this week: photo 20 of 30.")

    ana.types("/plan add fri 10am Our new chair #service")
    ana.types("/plan add fri 11am Our old chair #service")
    ana.types("/plan add fri 2pm Our first chair #service @ben")
    said = ana.types("/plan add fri 3pm No chair at all #service @ben")
    assert [line for line in said.splitlines() if "minutes" in line] == snapshot(
        ["That makes 80 of Ben's 60 minutes for photo that week."]
    )
    assert ben.new_messages()[-1] == snapshot("""\
Ana asks whether you could take the photo for No chair at all, Fri 27 Nov, 3:00 PM.
The photo: by Wed 25 Nov, 3:00 PM
That makes 80 of your 60 minutes for photo that week.
[I'll do it] [Swap] [Can't] [How to]
Swap lets you ask somebody else. Can't is fine too, and needs no reason.\
""")
    ben.clicks("I'll do it", on="Our new chair")
    assert "Ben, 1 h a week (1 h 20 min planned this week). Backup: Sarah" in ana.types("/rounds duties")
    assert "minutes" not in office.person("reyes").types("/mine"), "who agreed to nothing hears of no minutes"


def test_the_lead_finds_somebody_with_one_click_when_nobody_took_it(office: Practice) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    ana.types("/plan add thu 4pm Meet our hygienist")
    ben.clicks("Can't")
    ben.submits()
    ben.closes()
    assert ana.new_messages()[-1] == snapshot("""\
Ben can't take the photo for Meet our hygienist, Thu 26 Nov, 4:00 PM. It comes to you, as the lead.
The photo: by Tue 24 Nov, 4:00 PM
Sarah can take photos if needed, 30 min free that week.
[I'll do it] [Ask Sarah] [Ask somebody else] [How to]
Only you see this.\
""")
    assert ana.clicks("Ask Sarah") == snapshot("""\
You asked Sarah about the photo for Meet our hygienist. Until Sarah says yes, it stays with you.
The photo: by Tue 24 Nov, 4:00 PM
[I'll do it after all]

I've asked Sarah about the photo for Meet our hygienist. Until Sarah says yes, it stays with you.\
""")
    assert "Ana asks whether you could take the photo" in sarah.new_messages()[-1]
    sarah.clicks("I'll do it")
    ana.types("/plan add fri 10am Our new chair #service")
    ben.new_messages()
    ben.clicks("I'll do it", on="Our new chair")
    office.skip_to("thursday 10:00")
    ben.clicks("Need help", on="The photo for Our new chair was due")
    ben.submits()
    ben.closes()
    assert ana.last_message == snapshot("""\
Ben would like a hand with the photo for Our new chair, which was due yesterday at 10:00 AM.
Sarah can take photos if needed, 10 min free that week.
[I'll take it] [Ask Sarah] [Ask somebody else]
Nobody else was told.\
""")


def test_somebody_who_never_said_so_is_asked_for_this_once_or_from_now_on(office: Practice) -> None:
    ana, ben, sarah, reyes = office.people("ana", "ben", "sarah", "reyes")
    ana.types("/plan add thu 4pm Meet our hygienist @reyes")
    assert reyes.new_messages() == snapshot(
        [
            """\
Ana asks whether you could take the photo for Meet our hygienist, Thu 26 Nov, 4:00 PM. You haven't said that you take photos. Would you, this once or from now on?
The photo: by Tue 24 Nov, 4:00 PM
[This once] [From now on] [Swap] [Can't] [How to]
Swap lets you ask somebody else. Can't is fine too, and needs no reason.\
"""
        ]
    )
    assert reyes.clicks("From now on") == snapshot("""\
Thank you! The photo for Meet our hygienist is yours. I'll remind you when it's time.
The photo: by Tue 24 Nov, 4:00 PM
Once you have it, share it in any channel I'm in.
Your duty from now on: photo, 1 h a week. `/rounds duties` changes that.
[Need help] [How to]
Fine by then? Then that was all. If it gets tight, Need help reaches the lead, and nobody else.\
""")
    assert "[✓ Photo]" in reyes.types("/rounds duties")
    assert all(person.hears_nothing_more() for person in (ana, ben, sarah)), "it is between Reyes and Rounds"

    ana.types("/plan add fri 10am Our new chair #service @reyes")
    assert "haven't said" not in reyes.new_messages()[-1]
    agree(sarah, "Writing", "Happy to", 60)
    said = ana.types("/plan add fri 2pm Our old chair #service")
    assert "Caption: Sarah is asked" in said
    reyes.clicks("I'll do it", on="Our new chair")
    assert reyes.hears_nothing_more()


def test_somebody_new_to_it_is_looked_after_for_their_first_three(office: Practice) -> None:
    ana, ben, reyes = office.people("ana", "ben", "reyes")
    reyes.types("/rounds duties")
    reyes.clicks("Photo")
    reyes.fills_in({"How sure are you of it?": "I'd like to learn it", "Minutes a week you can give it": "60"})
    reyes.submits()
    reyes.closes()
    ana.types("/plan add thu 4pm Meet our hygienist @reyes")
    said = reyes.clicks("I'll do it")
    assert "It's one of your first: Ben is asked to look it over before it goes out." in said
    assert ben.new_messages() == snapshot(
        [
            """\
Dr. Reyes asks whether you could give the approval for Meet our hygienist, Thu 26 Nov, 4:00 PM.
The approval: by Thu 26 Nov, 11:00 AM
Whoever makes it is new to it, and a second look before it goes out helps.
[I'll do it] [Swap] [Can't] [How to]
Swap lets you ask somebody else. Can't is fine too, and needs no reason.\
"""
        ]
    )
    ben.clicks("I'll do it")
    assert "approval: Ben" in ana.types("/plan")
    reyes.types("/mine")
    reyes.clicks("Done")
    ana.types("/mine")
    ana.clicks("Done", on="The caption")

    office.skip_to("thursday 16:00")
    reyes.types("/plan")
    assert reyes.clicks("Posted", on="Meet our hygienist") == snapshot("""\
Ben hasn't said yes to this post yet, so I can't mark it posted.
If it has to go out, or is out: Ana can say so and why.\
""")
    ben.clicks("Approve")
    ben.fills_in({"I have looked at": [line[8:] for line in ben.modal.splitlines() if line.startswith("|   [ ]")]})
    ben.submits()
    ben.closes()
    reyes.types("/plan")
    reyes.clicks("Posted", on="Meet our hygienist")
    reyes.submits()
    assert "posted" in ana.types("/plan")
