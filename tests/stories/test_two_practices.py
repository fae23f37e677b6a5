"""Two practices with the same app, side by side: neither sees anything of the other, whatever is clicked."""

import pytest
from opening import photo

from bot.app import Rounds
from simulator.people import Practice
from simulator.rows import Message
from storage import members, workspaces


@pytest.fixture
def valley(valley: Practice) -> Practice:
    """River Valley Dermatology, set up by Omar, with a post of its own on Thursday."""
    omar = valley.person("omar")
    omar.types("/rounds setup")
    omar.fills_in({"Where does the weekly digest go?": ["#social"], "Who steps in for the lead?": "ng"})
    omar.submits()
    omar.closes()
    omar.types("/plan add thu 4pm Sunscreen in winter #service @june")
    return valley


def test_each_practice_lives_its_own_week(office: Practice, valley: Practice, rounds: Rounds) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    omar, june = valley.people("omar", "june")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    ben.clicks("I'll do it")
    ben.uploads(photo(), "one.jpg", "#social")
    ben.clicks("No")
    sarah.types("/leads add instagram A-17")
    assert "Sunscreen" not in ana.types("/plan") + ana.opens_home() + ana.types("/mine")
    assert "hygienist" not in omar.types("/plan") + omar.opens_home() + omar.types("/mine")
    assert "No photos are kept yet" in omar.types("/photos")
    assert "A-17" not in omar.types("/leads")
    assert "Lead 1 (A-17)" in omar.types("/leads add phone A-17")
    assert rounds.photos.keys(2) == []
    office.skip_to("2026-11-30 10:05")
    assert "Sunscreen" not in ana.sees("#social") + ana.dm + ben.dm + sarah.dm
    assert "Sunscreen in winter" in omar.sees("#social")
    assert "hygienist" not in omar.sees("#social") + omar.dm + june.dm
    assert omar.sees("#social").count("Week 48, Mon 23 Nov") == ana.sees("#social").count("Week 48, Mon 23 Nov") == 1
    for practice in (office, valley):
        at_home = {person.id for person in practice.workspace.people.values()}
        with rounds.database.reading() as session:
            row = workspaces.by_team(session, practice.workspace.id)
            assert row is not None
            assert {member.user_id for member in members.everybody(session, row.id or 0)} <= at_home


def test_a_button_with_the_number_of_somebody_elses_question_finds_nothing(office: Practice, valley: Practice) -> None:
    """Omar's practice has made its question first, so its number can be guessed."""
    ana, ben, june = office.person("ana"), office.person("ben"), valley.person("june")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    theirs, mine = june.message("Sunscreen in winter"), ben.message("Meet our hygienist")
    _swap_buttons(mine, theirs)
    assert "Sunscreen" not in ben.clicks("I'll do it")
    assert "I'll do it" in june.sees_dm()
    assert "Sunscreen" in june.types("/mine")
    assert "Sunscreen" not in ben.dm


@pytest.mark.parametrize(("label", "day"), [("Open", "sat"), ("Posted", "mon")])
def test_a_button_with_the_number_of_somebody_elses_post_changes_nothing(
    office: Practice, valley: Practice, label: str, day: str
) -> None:
    ana, omar = office.person("ana"), valley.person("omar")
    ana.types(f"/plan add {day} 4pm Meet our hygienist #human")
    omar.types(f"/plan add {day} 4pm Moles and more #human")
    if label == "Posted":
        office.skip_to("monday 17:30")
    ana.types("/plan")
    omar.types("/plan")
    _swap_buttons(ana.message("This week"), omar.message("This week"))
    said = ana.clicks(label, on="Meet our hygienist")
    if label == "Posted" and ana.modal:
        said = ana.submits()
    if ana.modal:
        ana.closes()
    assert "Moles" not in said
    assert "Moles and more" in omar.types("/plan")
    assert "posted" not in omar.types("/plan")
    assert "Moles" not in ana.dm


def test_a_photo_and_a_lead_of_the_practice_next_door_cannot_be_reached(office: Practice, valley: Practice) -> None:
    ben, june = office.person("ben"), valley.person("june")
    june.uploads(photo(), "theirs.jpg", "#social")
    ben.uploads(photo(), "ours.jpg", "#social")
    question = june.message("Does this photo show a patient?")
    _swap_buttons(ben.message("Does this photo show a patient?"), question)
    said = ben.clicks("Yes")
    assert "I can't find that photo" in said
    assert "Does this photo show a patient?" in june.sees("#social")
    assert "Does photo 1 show a patient?" in june.types("/photos")
    sarah, omar = office.person("sarah"), valley.person("omar")
    omar.types("/leads add phone")
    sarah.types("/leads add instagram")
    _swap_buttons(sarah.message("Lead 1 from Instagram"), omar.message("Lead 1 from the phone"))
    sarah.clicks("Booked")
    assert "booked" not in omar.types("/leads").partition("Open leads")[2]


def _swap_buttons(mine: Message, theirs: Message) -> None:
    """Give the buttons of one message what the other's carry, as somebody who makes up requests could."""
    for here, there in zip(_buttons(mine), _buttons(theirs), strict=False):
        here |= {key: there[key] for key in ("value", "action_id")}


def _buttons(message: Message) -> list[dict[str, str]]:
    inside = [block.get("elements", ()) for block in message.blocks if block["type"] == "actions"]
    beside = [[block["accessory"]] for block in message.blocks if "accessory" in block]
    return [one for some in [*inside, *beside] for one in some if one.get("type") == "button"]
