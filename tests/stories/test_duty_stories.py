"""Duties: everybody agrees for themselves, the card says who and who steps in, and the lead sees what nobody has."""

from inline_snapshot import snapshot

from simulator.people import Practice


def card(office: Practice) -> list[str]:
    """The newest card that was sent as a file, line by line."""
    return (
        [file for file in office.workspace.files.values() if file.name == "duties-2026-11-23.md"][-1]
        .content.decode()
        .splitlines()
    )


def test_ben_and_sarah_agree_to_photos_and_the_card_and_the_status_say_so(office: Practice) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    assert "Duties" not in ana.types("/rounds status"), "who doesn't use duties never hears of them"
    assert ben.types("/rounds duties") == snapshot("""\
Who looks after what
Photo (takes the pictures, or finds them): nobody yet
Writing (writes the captions): nobody yet
Approval (looks posts over before they go out): nobody yet
Publishing (puts posts out at their time): nobody yet
Replies (answers comments and messages): nobody yet
Figures (enters how posts did): nobody yet
Leads (logs new enquiries and how far they came): nobody yet
Learning (tries something new and tells the others): nobody yet
Which would you look after? Everybody chooses for themselves, and may step back at any time.
[Photo] [Writing] [Approval] [Publishing] [Replies] [Figures] [Leads] [Learning]
[Get it as a file]\
""")
    assert ben.clicks("Photo") == snapshot("""\
+ A duty
| Photo: takes the pictures, or finds them.
| Would you?:
|   ( ) Not for me
|   ( ) If needed
|   (x) Happy to
|   ( ) I'd love to
| How sure are you of it?:
|   ( ) I'd like to learn it
|   (x) I can do it
|   ( ) I'm good at it
|   Nobody else sees this. While you learn it, somebody looks over your first three.
| Minutes a week you can give it (optional): ____
|   Part of your working time, agreed with whoever plans it. For example 30.
| [Cancel] [Save]\
""")
    ben.fills_in({"Would you?": "I'd love to", "How sure are you of it?": "I'm good at it"})
    assert "How many minutes a week could that be?" in ben.submits()
    ben.fills_in({"Minutes a week you can give it": "60"})
    assert ben.submits() == snapshot("""\
+ Rounds
| Thank you! Photo is among your duties now, 1 h a week in all.
| Photo (takes the pictures, or finds them): Ben, 1 h a week. Backup: nobody yet
| [Done]\
""")
    ben.closes()
    assert "no backup for photo" in ana.types("/rounds status")

    sarah.types("/rounds duties")
    sarah.clicks("Photo")
    sarah.fills_in({"Would you?": "If needed", "Minutes a week you can give it": "30"})
    sarah.submits()
    sarah.closes()
    assert "Ben, 1 h a week. Backup: Sarah" in ben.types("/rounds duties")
    assert "[✓ Photo]" in ben.types("/rounds duties")
    assert ben.clicks("Get it as a file") == snapshot("""\
Who looks after what, to print or read. Whoever changes a duty makes a newer one with `/rounds duties`.
[file: duties-2026-11-23.md]

The card is on its way to your direct messages with me, as a file to print or read.\
""")
    assert card(office)[:12] == snapshot(
        [
            "# Bright Smile Dental: who looks after what",
            "",
            "Mon 23 Nov 2026",
            "",
            "## Photo",
            "",
            "Takes the pictures, or finds them.",
            "",
            "- Who: Ben, 1 h a week",
            "- Backup: Sarah, 30 min a week",
            "",
            "## Writing",
        ]
    )
    assert ana.types("/rounds status").splitlines()[-3::2] == snapshot(
        [
            "Duties: nobody yet for writing, approval, publishing, replies, figures, leads and learning. `/rounds duties` shows them.",
            "[Change the settings]",
        ]
    )
    assert "Duties" not in ben.types("/rounds status"), "only who leads is told what is not covered"

    ben.types("/rounds duties")
    ben.clicks("✓ Photo")
    ben.fills_in({"Would you?": "Not for me"})
    assert ben.submits() == snapshot("""\
+ Rounds
| That's fine. Photo is none of your duties.
| Photo (takes the pictures, or finds them): Sarah, 30 min a week. Backup: nobody yet
| [Done]\
""")
    ben.closes()
    assert "Sarah, 30 min a week. Backup: nobody yet" in ana.types("/rounds duties")
    ana.clicks("Get it as a file")
    assert card(office)[8:10] == ["- Who: Sarah, 30 min a week", "- Backup: nobody yet"], "it follows every change"
    assert all(person.hears_nothing_more() for person in (ben, sarah)), "nobody is written to about it"
