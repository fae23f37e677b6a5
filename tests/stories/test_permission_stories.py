"""Who may do what: the lead and the backup look after the settings, everybody after what is theirs."""

import pytest
from inline_snapshot import snapshot
from opening import photo

from simulator.people import Practice


def test_until_it_is_set_up_everybody_is_told_how(practice: Practice) -> None:
    for typed in ("/plan", "/mine", "/leads add instagram", "/digest", "/figures", "/photos"):
        said = practice.person("ben").types(typed)
        assert (
            said
            == "Rounds is not set up here yet.\nType `/rounds setup`, it takes two minutes. Then everything else works."
        )


def test_only_the_lead_and_the_backup_change_the_settings(office: Practice) -> None:
    ben, sarah, reyes = office.people("ben", "sarah", "reyes")
    assert ben.types("/rounds setup") == snapshot("""\
Rounds is set up here, and the lead and the backup look after its settings.
Ana can change them. Type `/rounds status` to see them.\
""")
    assert reyes.types("/rounds setup") == ben.types("/rounds setup")
    assert "[Save]" in sarah.types("/rounds setup")


def test_everybody_sees_the_outline_and_the_lead_and_backup_change_it(office: Practice) -> None:
    ben, sarah = office.people("ben", "sarah")
    assert "[Change]" not in ben.types("/plan cadence")
    sarah.types("/plan cadence")
    sarah.clicks("Change", on="Saturday")
    sarah.fills_in({"No longer needed?": ["Take this place out of the outline"]})
    assert "No longer: Saturday 10:00 AM, community." in sarah.submits()
    assert "No longer: Saturday 10:00 AM, community." in sarah.submits()


def test_ben_takes_out_his_own_post_and_nobody_elses(office: Practice) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    ana.types("/plan add thu 4pm Meet our hygienist #human")
    ben.types("/plan add sat 10am Booth at the fair #community")
    ben.types("/plan")
    assert "[Take out]" not in ben.clicks("Open", on="Meet our hygienist")
    ben.closes()
    ben.clicks("Open", on="Booth")
    ben.clicks("Take out")
    ben.closes()
    assert "Booth" not in ben.types("/plan")
    sarah.types("/plan")
    sarah.clicks("Open", on="Meet our hygienist")
    sarah.clicks("Take out")
    sarah.closes()
    assert "Meet our hygienist" not in sarah.types("/plan")


def test_only_the_sharer_or_the_lead_answers_for_a_photo_but_anybody_may_doubt_it(office: Practice) -> None:
    ana, ben, reyes = office.people("ana", "ben", "reyes")
    ben.uploads(photo(), "one.jpg", "#social")
    assert "I've asked Ben" in reyes.uses_shortcut("Use this photo", on="one.jpg")
    assert "[No]" not in reyes.types("/photos")
    assert "[No]" in ana.types("/photos")
    ana.clicks("No", on="Photo 1")
    assert "Photo 1 is kept for later" in "".join(ana.new_messages() + ben.new_messages()) + ana.dm + ben.dm


def test_a_step_of_somebody_else_is_not_bens_to_finish(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add thu 4pm Meet our hygienist #human")
    ana.types("/mine")
    button = next(
        element
        for block in ana.message("Yours to do").blocks
        for element in block.get("elements", ())
        if isinstance(element.get("text"), dict) and element["text"]["text"] == "Done"
    )
    ben.types("/plan add sat 10am Booth at the fair #community")
    ben.types("/mine")
    mine = ben.message("Yours to do")
    own = next(block for block in mine.blocks if block["type"] == "actions")
    own["elements"][0] |= {"value": button["value"], "action_id": button["action_id"]}
    assert ben.clicks("Done", on="The photo for Booth") == snapshot("""\
The photo for Meet our hygienist is with Ana now.
---
Yours to do
The photo for Booth at the fair is due Thu 26 Nov at 10:00 AM.
[Done] [Need help] [Tomorrow]
Something changed since I wrote this. Now it's up to date.\
""")
    assert "The photo for Meet our hygienist" in ana.types("/mine")


@pytest.mark.parametrize("typed", ["/leads add instagram", "/figures", "/plan add thu 4pm Idea", "/digest", "/photos"])
def test_everybody_may_add_and_look(office: Practice, typed: str) -> None:
    said = office.person("reyes").types(typed)
    assert said
    assert "can change" not in said
