"""Photos as a practice meets them: shared, asked about, kept or left alone."""

import io

import pytest
from opening import CAMERA, photo
from PIL import Image

from bot.app import Rounds
from simulator.people import Practice


@pytest.fixture
def office(office: Practice) -> Practice:
    """Bright Smile Dental with a post on Thursday whose photo is Ben's."""
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    ben.clicks("I'll do it")
    return office


def test_ben_shares_a_photo_and_it_is_with_his_post_without_saying_where_it_was_taken(
    office: Practice, rounds: Rounds
) -> None:
    ana, ben = office.people("ana", "ben")
    ana.new_messages()
    asked = ben.uploads(photo(), "jane-roe.jpg", "#social")
    assert asked.startswith("Does this photo show a patient?")
    assert rounds.photos.keys(1) == []
    ben.clicks("No")
    assert ben.last_message.startswith(
        "Thank you. Photo 1 is with Meet our hygienist, Thu 26 Nov. Location and camera data were removed."
    )
    kept = [rounds.photos.read(key) for key in rounds.photos.keys(1)]
    assert len(kept) == 3
    assert not [data for data in kept if CAMERA.encode() in data or dict(Image.open(io.BytesIO(data)).getexif())]
    assert "photo: done" in ana.types("/plan")
    assert "Nothing waits for you" in ben.types("/mine")
    office.skip_to("thursday 15:00")
    assert not [said for said in ben.new_messages() if "photo" in said]
    assert "Does this photo" not in ana.sees("#social")


def test_a_doubt_is_told_to_ana_alone_and_her_word_opens_the_photo_again(office: Practice, rounds: Rounds) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    sarah.new_messages()
    ben.uploads(photo(), "x.jpg", "#social")
    assert "I keep no copy of photo 1" in ben.clicks("Not sure")
    assert ana.last_message.startswith("Photo 1 is set aside. ben shared it in #social and is not sure about patients.")
    assert rounds.photos.keys(1) == []
    assert "Choose a post" not in ana.types("/photos")
    ana.clicks("No patient in it")
    assert ben.last_message.startswith("Thank you. Photo 1 is with Meet our hygienist")
    assert not [said for said in sarah.new_messages() if "Photo 1" in said]


def test_an_answer_in_the_list_of_what_waits_leaves_the_rest_of_the_list_there(office: Practice) -> None:
    ben = office.person("ben")
    for name in ("one.jpg", "two.jpg"):
        ben.uploads(photo(), name, "#social")
    ben.types("/mine")
    ben.clicks("No", on="Photo 2")
    listed = ben.types("/mine")
    assert "Photo 1" in listed
    assert "Photo 2" not in listed


def test_an_answer_in_the_home_brings_the_home_up_to_date(office: Practice) -> None:
    ben = office.person("ben")
    ben.uploads(photo(), "one.jpg", "#social")
    assert "does it show a patient?" in ben.opens_home()
    ben.clicks("Yes")
    assert "does it show a patient?" not in ben.opens_home()
    assert "I keep no copy of photo 1" in ben.last_message


def test_a_text_file_by_the_name_of_a_photo_is_said_and_not_kept(office: Practice, rounds: Rounds) -> None:
    ben = office.person("ben")
    ben.uploads(b"Minutes of the Monday meeting", "team.jpg", "#social")
    ben.clicks("No")
    assert ben.last_message.startswith("The file of photo 1 is called a picture, but there is none in it.")
    assert rounds.photos.keys(1) == []


def test_other_files_are_nobodys_business(office: Practice) -> None:
    assert "patient" not in office.person("ben").uploads(b"%PDF-1.7", "minutes.pdf", "#social")


def test_the_shortcut_asks_ben_about_his_own_photo_and_sends_sarah_to_him(office: Practice) -> None:
    ben, sarah = office.people("ben", "sarah")
    ben.uploads(photo(), "one.jpg", "#social")
    assert "I've asked ben" in sarah.uses_shortcut("Use this photo", on="one.jpg")
    assert "Does this photo show a patient?" in ben.uses_shortcut("Use this photo", on="one.jpg")
    ben.new_messages()
    ben.clicks("No")
    assert [said for said in ben.new_messages() if "Photo 1 is with Meet our hygienist" in said]


def test_a_photo_can_be_moved_to_another_post_in_a_form(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add sat 10am Booth at the fair #community @sarah")
    ben.uploads(photo(), "one.jpg", "#social")
    ben.clicks("No")
    ben.clicks("Another post")
    ben.fills_in({"Which post is it for?": "Booth at the fair, Sat 28 Nov"})
    assert "Photo 1 is with Booth at the fair, Sat 28 Nov" in ben.submits()
    assert "photo for Meet our hygienist" in ben.types("/mine")
