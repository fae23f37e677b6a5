"""What people read about photos, as they read it."""

import textwrap
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from inline_snapshot import snapshot

from bot.blocks.photo_list import draw_photos_shown
from bot.blocks.photos import (
    draw_attach_form,
    draw_photo_ignored,
    draw_photo_seen,
    draw_photo_set_aside,
    draw_photos_picked,
)
from bot.blocks.surfaces import Message, Nothing
from bot.commands import buttons
from bot.commands.vocabulary import AttachPhoto, ClearPhoto, OpenAttachForm
from bot.domain.outcomes.photos import (
    AttachFormOpened,
    PhotoIgnored,
    PhotoSeen,
    PhotoSetAside,
    PhotosPicked,
    PhotosShown,
)
from bot.domain.problems import Problem
from bot.handlers import photos as handle
from simulator import drawing
from storage.tables import Member, Photo, PhotoState, Post

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
ZONE = ZoneInfo("America/New_York")
ANA = Member(id=1, workspace_id=1, user_id="U0ANA", name="Ana", seen_at=NOW)
BEN = Member(id=2, workspace_id=1, user_id="U0BEN", name="Ben", seen_at=NOW)


def _photo(state: PhotoState, number: int = 12, **more: Any) -> Photo:
    said = {"file_id": f"F{number}", "channel_id": "C0SOCIAL", "shared_by": 2, "shared_at": NOW, **more}
    return Photo(id=number, workspace_id=1, number=number, state=state, **said)


def _post(what: str = "Meet our hygienist", post_id: int = 5) -> Post:
    on = date(2026, 11, 26)
    return Post(
        id=post_id, workspace_id=1, number=post_id, on=on, publish_at=NOW, kind="human", what=what, added_at=NOW
    )


def _seen(photo: Photo, **more: Any) -> PhotoSeen:
    return PhotoSeen(photo=photo, zone=ZONE, lead=ANA, **more)


def _read(message: Message) -> str:
    lines = drawing.text({"text": message.text, "blocks": message.blocks}).splitlines()
    return "\n" + "\n".join("\n".join(textwrap.wrap(line, 100)) for line in lines) + "\n"


def _clickable(message: Message) -> dict[str, Any]:
    """What each button of a message stands for."""
    found = {}
    for block in message.blocks:
        elements = block.get("elements", []) if block["type"] == "actions" else [block.get("accessory") or {}]
        for element in elements:
            if element.get("type") == "button":
                assert element["action_id"] not in found
                found[element["action_id"]] = buttons.read(element["action_id"], element["value"])
            if element.get("type") == "static_select":
                value = element["options"][-1]["value"]
                found[element["action_id"]] = buttons.read(element["action_id"], value)
    return found


def test_the_question() -> None:
    drawn = draw_photo_seen(_seen(_photo(PhotoState.ASKED)))
    assert _read(drawn) == snapshot("""\

Does this photo show a patient?
A face, a mouth, a name on a chart or a screen in the background: all of that counts.
[No] [Yes] [Not sure]
Photo 12. Only you see this. I copy nothing until you have answered No.
""")
    assert list(_clickable(drawn).values()) == [ClearPhoto(12, answer) for answer in ("no", "yes", "unsure")]


def test_on_its_way() -> None:
    assert _read(draw_photo_seen(_seen(_photo(PhotoState.CLEARED)))) == snapshot("""\

I'm fetching photo 12 now and taking its location and camera data out. You'll get a message when it
is in its place.
""")


def test_with_its_post() -> None:
    drawn = draw_photo_seen(_seen(_photo(PhotoState.READY, post_id=5), post=_post(), in_place=True))
    assert _read(drawn) == snapshot("""\

Thank you. Photo 12 is with Meet our hygienist, Thu 26 Nov. Location and camera data were removed.
[Another post] [It may show a patient]
""")
    assert drawn.in_place
    assert list(_clickable(drawn).values()) == [OpenAttachForm(12), ClearPhoto(12, "unsure")]


def test_several_posts_to_choose_from() -> None:
    drawn = draw_photo_seen(_seen(_photo(PhotoState.READY), waiting=(_post(), _post("Our front desk", 6))))
    assert _read(drawn) == snapshot("""\

Thank you. Photo 12 is here. Location and camera data were removed. Which post is it for?
(Choose a post v) [Another post] [It may show a patient]
""")
    assert AttachPhoto(12, 6) in _clickable(drawn).values()


def test_kept_for_later() -> None:
    assert _read(draw_photo_seen(_seen(_photo(PhotoState.READY)))) == snapshot("""\

Thank you. Photo 12 is kept for later, as no post is waiting for one from you. Location and camera
data were removed.
[Choose a post] [It may show a patient]
""")


def test_set_aside_as_the_sharer_reads_it() -> None:
    assert _read(draw_photo_seen(_seen(_photo(PhotoState.BLOCKED), may_clear=False))) == snapshot("""\

Thank you for looking closely. I keep no copy of photo 12, and it can't go to a post. Ana knows, and
nobody else was told.
If it shows a patient, please delete the file from Slack. To use such a picture, the practice needs
that person's written authorization first. A photo of the team or the rooms is always welcome.
""")


def test_set_aside_as_the_lead_reads_it_of_her_own_photo() -> None:
    drawn = draw_photo_seen(_seen(_photo(PhotoState.BLOCKED), is_lead=True))
    assert "Ana knows" not in drawn.text
    assert list(_clickable(drawn).values()) == [ClearPhoto(12, "no")]


@pytest.mark.parametrize(("answer", "said"), [("yes", "says that it shows"), ("unsure", "is not sure about patients")])
def test_the_private_word_to_the_lead(answer: str, said: str) -> None:
    drawn = draw_photo_set_aside(
        PhotoSetAside(_photo(PhotoState.BLOCKED, problem=answer, answered_by=2), BEN, BEN, "T1")
    )
    assert said in _read(drawn)
    assert list(_clickable(drawn).values()) == [ClearPhoto(12, "no")]
    if answer == "yes":
        assert _read(drawn) == snapshot("""\

Photo 12 is set aside. Ben shared it in #C0SOCIAL and says that it shows a patient.
I keep no copy of it, and it can't go to a post. If it shows a patient, please see that the file is
deleted from Slack. To use such a picture, the practice needs that person's written authorization
first.
[No patient in it]
Open it in Slack. Only you see this message.
""")


@pytest.mark.parametrize("problem", Problem)
def test_every_trouble_has_its_sentence_and_a_way_on(problem: Problem) -> None:
    drawn = draw_photo_seen(_seen(_photo(PhotoState.FAILED, problem=problem)))
    assert "photo 12" in drawn.text.lower()
    assert drawn.text.count(".") >= 2, "what was the matter, and what helps"
    again = [ClearPhoto(12, "no")] if problem.may_pass else []
    assert list(_clickable(drawn).values()) == again


def test_a_sign_in_page() -> None:
    assert _read(draw_photo_seen(_seen(_photo(PhotoState.FAILED, problem="sign-in-page")))) == snapshot("""\

Slack gave me a sign-in page instead of photo 12. Please try again. If it stays that way, whoever
installed Rounds can help.
[Try again]
Nothing of it was kept.
""")


def test_the_pictures_of_a_message() -> None:
    seen = (
        _seen(_photo(PhotoState.ASKED, 12)),
        _seen(_photo(PhotoState.ASKED, 13), may_clear=False),
        _seen(_photo(PhotoState.READY, 14, post_id=5), post=_post()),
    )
    drawn = draw_photos_picked(PhotosPicked(seen, asked=BEN))
    assert _read(drawn) == snapshot("""\

Does photo 12 show a patient? You shared it on Mon 23 Nov in #C0SOCIAL.
A face, a mouth, a name on a chart or a screen in the background: all of that counts.
[No] [Yes] [Not sure]
Ben shared photo 13, so I've asked Ben whether it shows a patient.
Thank you. Photo 14 is with Meet our hygienist, Thu 26 Nov. Location and camera data were removed.
[Another post] [It may show a patient]
""")
    assert ClearPhoto(12, "no", "photos") in _clickable(drawn).values()


def _list(**more: Any) -> PhotosShown:
    nothing: dict[str, Any] = {"mine": (), "to_clear": (), "failed": (), "kept": (), "posts": {}}
    return PhotosShown(**{**nothing, "people": {1: ANA, 2: BEN}, "zone": ZONE, "team_id": "T1", **more})


def test_the_list_of_photos() -> None:
    drawn = draw_photos_shown(
        _list(
            mine=(_photo(PhotoState.ASKED, 12),),
            to_clear=(_photo(PhotoState.BLOCKED, 10), _photo(PhotoState.ASKED, 11)),
            failed=(_photo(PhotoState.FAILED, 9, problem="no-download"),),
            kept=(_photo(PhotoState.CLEARED, 8), _photo(PhotoState.READY, 7, post_id=5), _photo(PhotoState.READY, 6)),
            posts={5: _post()},
            is_lead=True,
        )
    )
    assert _read(drawn) == snapshot("""\

Photos
======
Does photo 12 show a patient? You shared it on Mon 23 Nov in #C0SOCIAL.
A face, a mouth, a name on a chart or a screen in the background: all of that counts.
[No] [Yes] [Not sure]
---
Photo 10, Ben, Mon 23 Nov, #C0SOCIAL (open in Slack)
Set aside: it may show a patient. I have no copy of it.
[No patient in it]
Photo 11, Ben, Mon 23 Nov, #C0SOCIAL (open in Slack)
Waits for an answer: does it show a patient?
[No] [Yes] [Not sure]
---
Photo 9, Ben, Mon 23 Nov, #C0SOCIAL (open in Slack)
I could not get photo 9 from Slack. Please try again in a few minutes.  [Try again]
---
Photo 8, Ben, Mon 23 Nov, #C0SOCIAL (open in Slack)
On its way.
Photo 7, Ben, Mon 23 Nov, #C0SOCIAL (open in Slack)
With Meet our hygienist, Thu 26 Nov.
[Another post] [It may show a patient]
Photo 6, Ben, Mon 23 Nov, #C0SOCIAL (open in Slack)
With no post yet.
[Choose a post] [It may show a patient]
""")
    assert drawn.text == snapshot("1 photo waits for your answer, 3 photos are kept.")
    assert ClearPhoto(10, "no", "photos") in _clickable(drawn).values()


def test_the_list_without_photos() -> None:
    assert _read(draw_photos_shown(_list())) == snapshot("""\

Photos
======
No photos are kept yet. Share one in a channel I'm in, and I'll ask you about it.
""")


def test_the_longest_list_fits_into_a_message() -> None:
    many = {
        name: tuple(_photo(state, number, problem="no-download") for number in range(first, first + most))
        for name, state, first, most in (
            ("mine", PhotoState.ASKED, 1, handle._MOST_ASKED),
            ("to_clear", PhotoState.ASKED, 11, handle._MOST_TO_CLEAR),
            ("failed", PhotoState.FAILED, 21, handle._MOST_FAILED),
            ("kept", PhotoState.READY, 31, handle._MOST_KEPT),
        )
    }
    drawn = draw_photos_shown(_list(**many))
    assert len(drawn.blocks) <= 50
    _clickable(drawn)


def test_the_form_that_asks_for_the_post() -> None:
    drawn = draw_attach_form(AttachFormOpened(_photo(PhotoState.READY), (_post(), _post("Our front desk", 6))))
    assert "\n" + drawing.text(drawn.view) + "\n" == snapshot("""\

+ Photo 12
| Which post is it for?: (Choose a post v)
| [Cancel] [Attach]
""")
    assert drawn.view["private_metadata"] == '{"photo_id": 12}'


def test_what_nobody_is_asked_about_shows_nothing() -> None:
    assert draw_photo_ignored(PhotoIgnored()) == Nothing()


@settings(deadline=None)
@given(what=some.text(min_size=1, max_size=4000), name=some.text(max_size=80))
def test_whatever_was_typed_is_shown_and_pings_nobody(what: str, name: str) -> None:
    post = _post(what + " <!channel> *bold*")
    person = replace_name(name + " <@U1>")
    photo = _photo(PhotoState.READY, post_id=5)
    for drawn in (
        draw_photo_seen(_seen(photo, post=post)),
        draw_photo_seen(_seen(photo, waiting=(post, post))),
        draw_photo_set_aside(PhotoSetAside(_photo(PhotoState.BLOCKED), person, person, "T1")),
        draw_photos_shown(_list(kept=(photo,), posts={5: post}, people={2: person})),
    ):
        said = [block["text"]["text"] for block in drawn.blocks if block["type"] == "section"]
        assert not [text for text in said if "<!channel>" in text or "<@U1>" in text]
    draw_attach_form(AttachFormOpened(photo, (post,)))


def replace_name(name: str) -> Member:
    return Member(id=2, workspace_id=1, user_id="U0BEN", name=name, seen_at=NOW)
