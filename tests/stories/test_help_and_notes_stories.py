"""A yes and what comes after it: when it gets tight the lead knows what is needed, and notes travel with the step."""

from inline_snapshot import snapshot

from simulator.people import Practice


def test_what_is_there_already_travels_with_the_photo_from_hand_to_hand(office: Practice) -> None:
    ana, ben, sarah, reyes = office.people("ana", "ben", "sarah", "reyes")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    assert ben.clicks("I'll do it") == snapshot("""\
Thank you! The photo for Meet our hygienist is yours. I'll remind you when it's time.
The photo: by Tue 24 Nov, 4:00 PM
Once you have it, share it in any channel I'm in.
[Need help] [How to]
Fine by then? Then that was all. If it gets tight, Need help reaches the lead, and nobody else.\
""")
    ben.clicks("Need help")
    assert ben.modal == snapshot("""\
+ Need help
| The photo for Meet our hygienist, due Tue 24 Nov, 4:00 PM
| What would help? (optional): ____ (Two pictures are there, and somebody has to hold the light)
|   You needn't. Ana reads it, and whoever takes it over. Please nothing about a patient.
| [Cancel] [Ask for help]\
""")
    ben.fills_in({"What would help?": "Mrs. Miller is on two of them"})
    assert "what patients tell you stays with you" in ben.submits()
    ben.fills_in({"What would help?": "Two pictures are in #social, the tripod is at home"})
    assert ben.submits() == snapshot("""\
+ Rounds
| I've told Ana that the photo for Meet our hygienist needs a hand. Nobody else hears of it.
| [Done]\
""")
    ben.closes()
    assert ben.last_message == snapshot("""\
Thank you! The photo for Meet our hygienist is yours. I'll remind you when it's time.
The photo: by Tue 24 Nov, 4:00 PM
Once you have it, share it in any channel I'm in.
[How to]\
""")
    assert ana.new_messages() == snapshot(
        [
            """\
Ben would like a hand with the photo for Meet our hygienist, which is due tomorrow at 4:00 PM.
Ben says: Two pictures are in #social, the tripod is at home
[I'll take it] [Ask somebody else]
Nobody else was told.\
"""
        ]
    )
    assert all(person.hears_nothing_more() for person in (sarah, reyes))

    ana.clicks("Ask somebody else")
    ana.fills_in({"Who could do it?": "sarah", "What should they know?": "The tripod is in my car"})
    ana.submits()
    ana.closes()
    assert sarah.new_messages() == snapshot(
        [
            """\
Ana asks whether you could take the photo for Meet our hygienist, Thu 26 Nov, 4:00 PM.
The photo: by Tue 24 Nov, 4:00 PM
Ben says: Two pictures are in #social, the tripod is at home
Ana says: The tripod is in my car
[I'll do it] [Swap] [Can't] [How to]
Swap lets you ask somebody else. Can't is fine too, and needs no reason.\
"""
        ]
    )
    sarah.clicks("Swap")
    sarah.fills_in({"Who could do it instead?": "reyes"})
    sarah.submits()
    sarah.closes()
    assert (
        "Ben says: Two pictures are in #social, the tripod is at home\nAna says: The tripod is in my car"
        in reyes.last_message
    )
    reyes.clicks("I'll do it")
    assert ben.last_message == snapshot(
        "Dr. Reyes has the photo for Meet our hygienist now. Nothing left for you to do there."
    )
    assert reyes.types("/mine") == snapshot("""\
Yours to do
The photo for Meet our hygienist is due tomorrow at 4:00 PM.
Ben says: Two pictures are in #social, the tripod is at home
Ana says: The tripod is in my car
[Done] [Need help] [Tomorrow]\
""")

    ana.types("/plan")
    ana.clicks("Open", on="Meet our hygienist")
    assert [line for line in ana.modal.splitlines() if "from Ben" in line] == snapshot(
        ["| Dr. Reyes, Mon 23 Nov, 9:00 AM: the photo, from Ben to Dr. Reyes"]
    )
    assert "tripod" not in ana.modal, "notes are for whoever has the step"
