"""Photos as a practice meets them: shared, asked about, kept or left alone."""

import io

import pytest
from inline_snapshot import snapshot
from opening import CAMERA, Claimed, bomb, photo
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


def test_a_video_is_left_where_it_is_and_can_be_the_picture(office: Practice, rounds: Rounds) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    sarah.new_messages()
    assert ben.uploads(b"a film", "hygiene.mp4", "#social") == snapshot("""\
Thank you for the video. I look after still pictures only, so it stays where it is. Was it the photo for Meet our hygienist, Thu 26 Nov, 4:00 PM?
[Yes, that's it]
Before it goes out, please be sure that no patient can be seen or heard in it. Only you see this message.\
""")
    assert ben.clicks("Yes, that's it") == snapshot("✓ The photo for Meet our hygienist is done. Thank you!")
    assert "photo: done" in ana.types("/plan")
    ben.new_messages()
    for person in (ben, sarah):  # nobody of them has a picture to take any more
        person.uploads(b"a film", "more.mov", "#social")
        assert not [said for said in person.new_messages() if "video" in said]
    assert rounds.photos.keys(1) == []


def test_a_doubt_is_told_to_ana_alone_and_her_word_opens_the_photo_again(office: Practice, rounds: Rounds) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    sarah.new_messages()
    ben.uploads(photo(), "x.jpg", "#social")
    assert "I keep no copy of photo 1" in ben.clicks("Not sure")
    assert ana.last_message.startswith("Photo 1 is set aside. Ben shared it in #social and is not sure about patients.")
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


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Minutes of the Monday meeting", "The file of photo 1 is called a picture, but there is none in it."),
        (b"", "The file of photo 1 is empty."),
        (photo()[:20_000], "Photo 1 is damaged or breaks off before its end."),
        (bomb(), "Photo 1 has more than 60 megapixels, which is more than I can open."),
        (Claimed(photo()), "Photo 1 is larger than 50 MB, which is more than I can take."),
    ],
    ids=["text", "empty", "truncated", "bomb", "200 MB"],
)
def test_what_is_no_usable_picture_is_said_to_the_sharer_and_not_kept(
    office: Practice, rounds: Rounds, content: bytes, said: str
) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    ana.new_messages()
    ben.uploads(content, "team.jpg", "#social")
    ben.clicks("No")
    assert ben.last_message.startswith(said)
    assert ben.last_message.endswith("Nothing of it was kept.")
    assert rounds.photos.keys(1) == []
    assert "The photo for Meet our hygienist" in ben.types("/mine")
    assert ana.hears_nothing_more()
    assert "team.jpg" not in "".join(sarah.new_messages())


def test_a_sign_in_page_instead_of_the_photo_is_said_and_trying_again_helps(office: Practice, rounds: Rounds) -> None:
    ben = office.person("ben")
    ben.uploads(photo(), "team.jpg", "#social")
    office.slack.faults.html_downloads()
    ben.clicks("No")
    assert ben.last_message == snapshot("""\
Slack gave me a sign-in page instead of photo 1. Please try again. If it stays that way, whoever installed Rounds can help.
[Try again]
Nothing of it was kept.\
""")
    assert rounds.photos.keys(1) == []
    ben.clicks("Try again")
    assert ben.last_message.startswith("Thank you. Photo 1 is with Meet our hygienist")
    assert len(rounds.photos.keys(1)) == 3


def test_a_photo_that_slack_tells_of_twice_is_asked_about_once(office: Practice) -> None:
    ben = office.person("ben")
    office.slack.faults.duplicate_events("file_shared")
    ben.uploads(photo(), "one.jpg", "#social")
    assert ben.counts_messages("Does this photo show a patient?") == 1
    assert ben.types("/mine").count("does it show a patient?") == 1


def test_a_photo_of_a_patient_is_never_fetched_and_can_go_nowhere(office: Practice, rounds: Rounds) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    sarah.new_messages()
    ana.new_messages()
    ben.uploads(photo(), "jane-roe.jpg", "#social")
    assert ben.clicks("Yes") == snapshot("""\
Thank you for looking closely. I keep no copy of photo 1, and it can't go to a post. Ana knows, and nobody else was told.
If it shows a patient, please delete the file from Slack. To use such a picture, the practice needs that person's written authorization first. A photo of the team or the rooms is always welcome.\
""")
    assert ana.new_messages() == snapshot(
        [
            """\
Photo 1 is set aside. Ben shared it in #social and says that it shows a patient.
I keep no copy of it, and it can't go to a post. If it shows a patient, please see that the file is deleted from Slack. To use such a picture, the practice needs that person's written authorization first.
[No patient in it]
Open it in Slack. Only you see this message.\
"""
        ]
    )
    assert rounds.photos.keys(1) == []
    assert "The photo for Meet our hygienist" in ben.types("/mine")
    for person in (ana, ben, sarah):
        assert "Choose a post" not in person.types("/photos")
        assert "jane" not in person.dm
    assert sarah.hears_nothing_more()


def test_ben_picks_when_two_posts_wait_for_a_photo_of_his(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add sat 10am Booth at the fair #community @ben")
    ben.clicks("I'll do it", on="Booth at the fair")
    ben.uploads(photo(), "one.jpg", "#social")
    ben.clicks("No")
    assert ben.last_message == snapshot("""\
Thank you. Photo 1 is here. Location and camera data were removed. Which post is it for?
(Choose a post v) [Another post] [It may show a patient]\
""")
    ben.picks("Choose a post", "Booth at the fair, Sat 28 Nov")
    assert ben.last_message.startswith("Thank you. Photo 1 is with Booth at the fair, Sat 28 Nov.")
    waiting = ben.types("/mine")
    assert "The photo for Meet our hygienist" in waiting
    assert "Booth at the fair" not in waiting


def test_a_picture_that_cannot_be_used_is_said_at_once_and_another_file_in_a_direct_message(office: Practice) -> None:
    ben = office.person("ben")
    assert "patient" not in ben.uploads(b"%PDF-1.7", "minutes.pdf", "#social")
    assert ben.hears_nothing_more()
    assert ben.uploads(b"GIF89a", "before.gif", "#social") == snapshot("""\
I can't use this kind of picture, so I've left it alone. JPEG, PNG, HEIC and WebP work.
Only you see this message.\
""")
    ben.uploads(b"II*", "chair.tiff")
    assert ben.last_message == snapshot(
        "I can't use this kind of picture, so I've left it alone. JPEG, PNG, HEIC and WebP work."
    )
    assert "Only you" not in office.person("sarah").sees("#social")
    assert "No photo" in ben.types("/photos")
    ben.uploads(b"%PDF-1.7", "insights.pdf")
    assert ben.last_message == snapshot(
        "I can't use a PDF here. What I can read is a picture, or figures as .csv, .xlsx or .xls. "
        "Networks offer CSV or Excel where they show their numbers."
    )


def test_the_shortcut_asks_ben_about_his_own_photo_and_sends_dr_reyes_to_him(office: Practice) -> None:
    ben, reyes = office.people("ben", "reyes")
    ben.uploads(photo(), "one.jpg", "#social")
    assert "I've asked Ben" in reyes.uses_shortcut("Use this photo", on="one.jpg")
    assert "Does this photo show a patient?" in ben.uses_shortcut("Use this photo", on="one.jpg")
    assert "Photo 1 is with Meet our hygienist" in ben.clicks("No")


def test_a_photo_can_be_moved_to_another_post_in_a_form(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add sat 10am Booth at the fair #community @sarah")
    ben.uploads(photo(), "one.jpg", "#social")
    ben.clicks("No")
    ben.clicks("Another post")
    ben.fills_in({"Which post is it for?": "Booth at the fair, Sat 28 Nov"})
    assert "Photo 1 is with Booth at the fair, Sat 28 Nov" in ben.submits()
    assert "photo for Meet our hygienist" in ben.types("/mine")
