"""A picture that isn't there a day before it goes out: the lead chooses what stands in, and nobody is blamed."""

import pytest
from inline_snapshot import snapshot
from opening import photo

from simulator.people import Practice


@pytest.fixture
def office(office: Practice) -> Practice:
    """Bright Smile Dental with a post on Thursday at 4 whose photo Ben has said yes to."""
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    ben.clicks("I'll do it")
    return office


def test_a_photo_from_the_library_stands_in_until_ben_brings_his_own(office: Practice) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    sarah.uploads(photo(), "desk.jpg", "#social")
    assert "kept for later" in sarah.clicks("No") + sarah.last_message
    office.skip_to("wednesday 15:59")
    for person in (ana, ben, sarah):
        person.new_messages()
    office.skip_to("wednesday 16:00")
    assert ana.new_messages() == snapshot(
        [
            """\
The photo for Meet our hygienist isn't there yet, and the post goes out tomorrow at 4:00 PM. It is with Ben, who knows that I'm asking you. What could stand in for it?
From the library: photo 1 (Sarah, Mon 23 Nov).
[Use photo 1] [Ask Sarah] [I'll make a graphic]
The caption for Meet our hygienist is due now.
[Done] [Need help] [Tomorrow]
The photo for Meet our hygienist isn't there yet, so it may come late. Publishing is due tomorrow at 4:00 PM. I've asked about it.
[Done] [Need help]
Why this? You lead the program and you said yes to it. Change it: `/rounds reminders`\
"""
        ]
    )
    assert ben.new_messages() == snapshot(
        [
            """\
The photo for Meet our hygienist isn't there yet, and the post goes out tomorrow at 4:00 PM. So that it doesn't all hang on you, I've asked the lead what could stand in. If yours comes first, it goes in.
[Done] [Need help] [Tomorrow]
Why this? You said yes to it. Change it: `/rounds reminders`\
"""
        ]
    )
    assert sarah.hears_nothing_more()
    assert "What could stand in for it?" in ana.types("/mine")
    assert ana.clicks("Use photo 1", on="isn't there yet") == snapshot("""\
✓ A photo from the library stands in for the photo for Meet our hygienist.
The caption for Meet our hygienist is due now.
[Done] [Need help] [Tomorrow]
Publishing for Meet our hygienist is due tomorrow at 4:00 PM.
[Done] [Need help] [Tomorrow]
Why this? You said yes to it. Change it: `/rounds reminders`

✓ Photo 1 stands in for the photo for Meet our hygienist.
---
Yours to do
The caption for Meet our hygienist is due now.
[Done] [Need help] [Tomorrow]
Publishing for Meet our hygienist is due tomorrow at 4:00 PM.
[Done] [Need help] [Tomorrow]
The check for Meet our hygienist is due Fri 27 Nov at 4:00 PM.
[Done] [Need help] [Tomorrow]\
""")
    assert ben.new_messages() == snapshot(
        [
            "(edited) ✓ A photo from the library stands in for the photo for Meet our hygienist.",
            "(edited) ✓ A photo from the library stands in for the photo for Meet our hygienist.",
            "(edited) ✓ A photo from the library stands in for the photo for Meet our hygienist.",
            "(edited) ✓ A photo from the library stands in for the photo for Meet our hygienist.",
            """\
A photo from the library stands in for the photo for Meet our hygienist, so nothing is left for you to do there. Thank you for taking it on!
If yours comes before Thu 26 Nov, 4:00 PM, share it, and it goes in instead.\
""",
        ]
    )
    assert "photo" not in ben.types("/mine")
    assert "substitute for the picture: a photo from the library" in ana.types("/plan")
    assert "≈ Meet our hygienist" in ana.types("/plan month")
    ana.types("/plan")
    card = ana.clicks("Open", on="Meet our hygienist")
    assert "Substitute for the picture\n| a photo from the library" in card
    assert "what stands in for the picture: a photo from the library" in card
    ana.closes()
    office.skip_to("thursday 10:00")
    ben.uploads(photo(), "me.jpg", "#social")
    ben.clicks("No")
    assert "Photo 2 is with Meet our hygienist" in ben.dm
    assert ana.counts_messages("Good news: photo 2 from Ben has come in") == 1
    assert "substitute" not in ana.types("/plan")
    assert "Photo 1, Sarah, Mon 23 Nov, #social (open in Slack)\nWith no post yet." in ana.types("/photos")


def test_a_graphic_is_the_leads_to_make_and_the_backup_is_asked_at_one_click(office: Practice) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    ana.types("/plan add thu 5pm Our new chair #service @ben")
    office.skip_to("wednesday 16:59")
    for person in (ana, ben, sarah):
        person.new_messages()
    office.skip_to("wednesday 17:00")
    assert ana.new_messages() == snapshot(
        [
            """\
The photo for Our new chair isn't there yet, and the post goes out tomorrow at 5:00 PM. Ben was asked and hasn't found time to say. What could stand in for it?
No photo that fits is free in the library.
[Ask Sarah] [I'll make a graphic]
The caption for Our new chair is due now.
[Done] [Need help] [Tomorrow]
The photo for Our new chair isn't there yet, so it may come late. Publishing is due tomorrow at 5:00 PM. I've asked about it.
[Done] [Need help]
Why this? You lead the program and you said yes to it. Change it: `/rounds reminders`\
"""
        ]
    )
    ana.clicks("I'll make a graphic", on="Meet our hygienist")
    assert ben.last_message.startswith("A graphic stands in for the photo for Meet our hygienist")
    assert ana.clicks("Ask Sarah", on="Our new chair") == snapshot("""\
The photo for Our new chair isn't there yet, and the post goes out tomorrow at 5:00 PM. I've asked Sarah about it. What else could stand in for it?
No photo that fits is free in the library.
[I'll make a graphic]
The caption for Our new chair is due now.
[Done] [Need help] [Tomorrow]
Publishing for Our new chair is due tomorrow at 5:00 PM.
[Done] [Need help] [Tomorrow]
Why this? You lead the program and you said yes to it. Change it: `/rounds reminders`\
""")
    assert "Ana asks whether you could take the photo for Our new chair" in sarah.last_message
    sarah.clicks("I'll do it")
    office.skip_to("thursday 14:00")
    assert "The graphic for Meet our hygienist is due now." in ana.types("/mine")
    ana.uploads(photo(), "words.jpg", "#social")
    ana.clicks("No")
    assert "Photo 1 is with Meet our hygienist" in ana.last_message
    assert "The graphic" not in ana.types("/mine")
    assert "graphic: done" in ana.types("/plan")
    assert "substitute for the picture: a graphic" in ana.types("/plan")
    assert "I've asked the lead" not in "".join(ben.new_messages())


def test_a_post_that_was_added_a_moment_ago_is_nobodys_surprise(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    office.skip_to("wednesday 14:00")
    ana.types("/plan add thu 11am Flu shots #service @ben")
    ben.clicks("I'll do it", on="Flu shots")
    ana.new_messages()
    office.skip_to("thursday 10:59")
    said = "".join(ana.new_messages())
    assert "Meet our hygienist" in said
    assert "Flu shots isn't there yet, and the post goes out" not in said
