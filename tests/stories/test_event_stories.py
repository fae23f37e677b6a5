"""Events: a booth at a fair, pictures asked for only while it is on, and what stands in when they slip the mind."""

from inline_snapshot import snapshot
from opening import photo

from simulator.people import Practice


def test_ben_is_asked_for_pictures_while_the_fair_is_on_and_shares_them_right_there(office: Practice) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    assert ana.types('/plan event "Health fair" sat 10-14 @ben') == snapshot("""\
Sat 28 Nov, 10:00 AM to 2:00 PM: Health fair is in the plan. Its post goes out Thu 3 Dec, 4:00 PM, in Thursday's human place.
Photo: Ben is asked. Caption, publishing and the check: you.
Due: photo Sat 28 Nov, 2:00 PM · caption Wed 2 Dec, 4:00 PM · publishing Thu 3 Dec, 4:00 PM · the check Fri 4 Dec, 4:00 PM
While it is on, whoever takes the pictures is asked for some up to three times, also outside opening hours.
[Undo] [Change it] [Change the post] [See the week]\
""")
    assert ben.last_message == snapshot("""\
Ana asks whether you could take the photo for Health fair, Thu 3 Dec, 4:00 PM.
The photo: by Sat 28 Nov, 2:00 PM
It's an event: Sat 28 Nov, 10:00 AM to 2:00 PM. While it is on I'd ask for pictures up to three times, in a direct message, also if the practice is closed then.
[I'll do it] [Swap] [Can't] [How to]
Swap lets you ask somebody else. Can't is fine too, and needs no reason.\
""")
    ben.clicks("I'll do it")
    assert "Sat 28 Nov, 10:00 AM to 2:00 PM, event\nHealth fair\nBen takes the pictures." in ana.types("/plan")
    office.skip_to("friday 15:59")
    for person in (ana, ben, sarah):
        person.new_messages()
    office.skip_to("friday 16:00")
    assert ben.new_messages() == snapshot(
        [
            """\
Health fair is tomorrow, 10:00 AM to 2:00 PM, and its pictures are yours.
Before you leave: phone charged, and a few release forms for people who would like to be seen. What to look for there:
☐ the place itself, before it gets busy
☐ the team, two together, laughing
☐ people who agreed to be seen, with a release signed
No patients, and no names on badges or papers.
[Need help]
Why this? You said yes to it. Change it: `/rounds reminders`\
"""
        ]
    )
    office.skip_to("saturday 9:59")
    assert ben.hears_nothing_more()
    office.skip_to("saturday 10:00")
    assert ben.new_messages() == snapshot(
        [
            """\
Health fair is on until 2:00 PM. A picture or two while it is fresh?
☐ the place itself, before it gets busy
☐ the team, two together, laughing
☐ people who agreed to be seen, with a release signed
No patients, and no names on badges or papers.
[That's enough]
Share them right here, in this thread: I ask about each one, and it goes to the post.\
"""
        ]
    )
    ben.uploads(photo(), "booth.jpg", thread="Health fair is on until")
    ben.clicks("No")
    assert "Photo 1 is with Health fair" in ben.dm
    office.skip_to("saturday 12:00")
    assert ben.counts_messages("Half-time at Health fair. A picture now? 1 picture is with the post") == 1
    ben.uploads(photo(1200, 1800), "team.jpg")
    ben.clicks("No")
    assert "Photo 2 is with Health fair" in ben.dm
    ben.new_messages()
    assert ben.clicks("That's enough") == snapshot(
        "Thank you! I won't ask for more pictures of Health fair. 2 pictures are with its post."
    )
    office.skip_to("saturday 23:00")
    assert ben.hears_nothing_more()
    assert ana.hears_nothing_more()
    assert sarah.hears_nothing_more()
    assert "photo: done" in ana.types("/plan next")


def test_an_event_is_planned_in_a_form_moved_with_all_that_hangs_on_it_and_taken_out(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan event")
    ana.fills_in({"What is it?": "Open day", "Which day?": "2026-11-28", "From": "10:00", "Until": "09:00"})
    assert "before it begins" in ana.submits()
    ana.fills_in({"Until": "12:00", "Who takes the pictures?": "ben"})
    assert "Its post goes out Thu 3 Dec, 4:00 PM, in Thursday's human place." in ana.submits()
    ben.clicks("I'll do it")
    ana.closes()
    ana.types("/plan")
    assert "Open day\n| Sat 28 Nov, 10:00 AM to 12:00 PM" in ana.clicks("Open", on="Open day")
    ana.clicks("Change it")
    ana.fills_in({"Which day?": "2026-12-05"})
    card = ana.submits()
    assert "Sat 5 Dec, 10:00 AM to 12:00 PM" in card
    assert "Open day, Thu 10 Dec, 4:00 PM" in card
    assert ben.counts_messages("Ana moved Open day. It is Sat 5 Dec, 10:00 AM to 12:00 PM now") == 1
    ana.closes(everything=True)
    office.skip_to("saturday 23:00")
    assert ben.counts_messages("Open day is on until") == 0
    office.skip_to("2026-12-05 10:00")
    assert ben.counts_messages("Open day is on until 12:00 PM") == 1
    ana.types("/plan")
    ana.clicks("Open", on="Open day")
    assert "is out of the plan, and so is the event of Sat 5 Dec, 10:00 AM to 12:00 PM" in ana.clicks("Take out")
    ana.closes(everything=True)
    office.skip_to("2026-12-05 23:00")
    assert ben.counts_messages("One last picture") == 0
    assert "Open day" not in ana.types("/plan")


def test_booth_photos_slip_the_mind_and_the_post_is_out_on_time_with_a_substitute(office: Practice) -> None:
    """Nobody takes pictures at the booth; an opening day before the post the lead chooses what stands in."""
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    sarah.uploads(photo(), "desk.jpg", "#social")
    sarah.clicks("No")
    ana.types('/plan event "Health fair" sat 10-14 @ben')
    ben.clicks("I'll do it")
    office.skip_to("saturday 23:00")
    assert ben.counts_messages("One last picture before you pack up?") == 1
    office.skip_to("2026-12-02 15:59")
    for person in (ana, ben, sarah):
        person.new_messages()
    office.skip_to("2026-12-02 16:00")
    asked = "The photo for Health fair isn't there yet, and the post goes out tomorrow at 4:00 PM."
    assert ana.counts_messages(asked) == 1
    assert ben.counts_messages("I've asked the lead what could stand in") == 1
    ana.clicks("Use photo 1", on=asked)
    assert ben.counts_messages("Thank you for taking it on!") == 1
    for step in ("The caption for Health fair", "Publishing for Health fair"):
        ana.types("/mine")
        ana.clicks("Done", on=step)
    ana.submits()
    ana.closes()
    week = ana.types("/plan")
    assert "Health fair\nposted\nsubstitute for the picture: a photo from the library" in week
    assert sarah.counts_messages(asked) == 0
    for person in (ana, ben, sarah):
        assert "why" not in "".join(person.new_messages()).casefold().replace("why this?", "")
