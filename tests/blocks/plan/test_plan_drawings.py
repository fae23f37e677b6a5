import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.blocks import cadence as outline_blocks
from bot.blocks import place_form, post_form
from bot.blocks import plan as week_blocks
from bot.blocks import posts as post_blocks
from bot.blocks.surfaces import Message, Modal
from bot.commands import buttons, places
from bot.commands.vocabulary import MarkPosted, OpenPostForm, RemovePost
from bot.domain import cadence
from bot.domain import posts as posts_domain
from bot.domain.cadence import DEFAULT, Place
from bot.domain.outcomes.cadence import (
    CadenceFormOpened,
    CadencePreviewed,
    CadenceSet,
    CadenceShown,
    Edit,
    PlaceFormOpened,
)
from bot.domain.outcomes.plan import WeekAnnounced, WeekShown
from bot.domain.outcomes.posts import PostAdded, PostedFormOpened, PostFormOpened, PostGone, PostMarked, PostRemoved
from bot.domain.outline import OnClosed, Outline
from bot.domain.posts import LeftOpen
from bot.domain.reshaping import Reach
from bot.domain.weeks import Week
from simulator.drawing import text
from storage.tables import Member, Post, Slot, Step, Task

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)
WEEK = Week(2026, 48)
THURSDAY = date(2026, 11, 26)
ANA, BEN = (
    Member(id=number, workspace_id=1, user_id=f"U{number}", name=name, seen_at=NOW)
    for number, name in [(1, "Ana"), (2, "Ben")]
)
PEOPLE = {1: ANA, 2: BEN}
SLOTS = [
    Slot(id=number, workspace_id=1, weekday=place.weekday, at=place.at, kind=place.kind)
    for number, place in enumerate(DEFAULT, 1)
]


def post(what: str = "Meet our hygienist", number: int = 1, **given: Any) -> Post:
    facts = {"slot_id": 2, "on": THURSDAY, "publish_at": datetime(2026, 11, 26, 21, tzinfo=UTC), "kind": "human"}
    return Post(id=number, workspace_id=1, number=number, what=what, added_at=NOW, **{**facts, **given})


def steps(**given: Any) -> tuple[Step, ...]:
    due = [datetime(2026, 11, day, 21, tzinfo=UTC) for day in (24, 25, 26, 27)]
    tasks = (Task.PHOTO, Task.CAPTION, Task.PUBLISH, Task.CHECK)
    made = tuple(
        Step(workspace_id=1, post_id=1, task=task, owner_id=1, due_at=due_at, accepted_at=NOW)
        for task, due_at in zip(tasks, due, strict=True)
    )
    made[0].owner_id, made[0].accepted_at = given.get("photo_of", 2), given.get("photo_accepted_at")
    made[0].done_at = given.get("photo_done_at")
    return made


def week(posts: list[Post], now: datetime = NOW, **given: Any) -> WeekShown:
    entries = cadence.lay_out(WEEK, Outline(SLOTS), posts, now=now, zone=NEW_YORK)
    facts = {"steps": {1: steps()}, "people": PEOPLE}
    return WeekShown(week=WEEK, now=now, zone=NEW_YORK, entries=entries, **{**facts, **given})


def added(what: str = "Meet our hygienist", **given: Any) -> PostAdded:
    facts = {
        "fills_place": True,
        "steps": steps(),
        "people": PEOPLE,
        "viewer_id": 1,
        "left_open": (LeftOpen.WHY, LeftOpen.TAKES),
        "zone": NEW_YORK,
        "today": date(2026, 11, 23),
    }
    return PostAdded(post=given.pop("post", post(what)), **{**facts, **given})


def actions(drawn: Message) -> dict[str, str]:
    """Every button of a message: its action id and its value."""
    elements = [
        element
        for block in drawn.blocks
        for element in [*block.get("elements", ()), *filter(None, [block.get("accessory")])]
        if element.get("type") == "button"
    ]
    found = {element["action_id"]: element["value"] for element in elements}
    assert len(found) == len(elements), "two elements of one message share an action id"
    return found


def test_a_new_post_is_echoed_as_it_was_read() -> None:
    assert text(post_blocks.draw_post_added(added()).blocks).split("\n") == [
        "Thu 26 Nov, 4:00 PM: Meet our hygienist fills Thursday's human place.",
        "Photo: Ben is asked. Caption, publishing and the check: you.",
        (
            "Due: photo Tue 24 Nov, 4:00 PM · caption Wed 25 Nov, 4:00 PM · "
            "publishing Thu 26 Nov, 4:00 PM · the check Fri 27 Nov, 4:00 PM"
        ),
        "Still open, for whenever you know: why and what it takes.",
        "[Undo] [See the week]",
    ]


def test_undo_takes_out_that_very_post() -> None:
    (undo,) = [value for action, value in actions(post_blocks.draw_post_added(added())).items() if "Remove" in action]
    assert buttons.read("RemovePost", undo) == RemovePost(1)


def test_an_extra_post_of_next_year_says_both() -> None:
    far = post(on=date(2027, 1, 7), publish_at=datetime(2027, 1, 7, 21, tzinfo=UTC), slot_id=None)
    drawn = post_blocks.draw_post_added(added(post=far, fills_place=False, left_open=()))
    assert drawn.text == "Thu 7 Jan 2027, 4:00 PM: Meet our hygienist is an extra human post."
    assert "Still open" not in text(drawn.blocks)


def test_a_week_shows_each_place_with_what_can_be_done() -> None:
    drawn = week_blocks.draw_week_shown(week([post()], closed_on=(THURSDAY,)))
    assert text(drawn.blocks).split("\n") == [
        "This week: Mon 23 Nov to Sun 29 Nov 2026",
        "The practice is closed on Thu 26 Nov.",
        "Mon 23 Nov, 10:00 AM, service",
        "free: something you do, and whom it helps  [Fill this place]",
        "Thu 26 Nov, 4:00 PM, human",
        "Meet our hygienist",
        "photo: Ben is asked · caption: Ana · publishing: Ana · check: Ana  [Open]",
        "Sat 28 Nov, 10:00 AM, community",
        "free: neighbors, events, other local businesses  [Fill this place]",
        "[Last week] [Add a post] [Next week]",
    ]
    assert drawn.text == "This week: 1 of 3 places filled."
    assert drawn.in_place


def test_a_fill_button_knows_its_place() -> None:
    found = [buttons.read(*pair) for pair in actions(week_blocks.draw_week_shown(week([]))).items()]
    assert OpenPostForm(THURSDAY, 2) in found
    assert OpenPostForm(WEEK.days[0]) in found


@pytest.mark.parametrize(
    ("hours", "facts", "said"),
    [
        (84, {}, "planned but not seen  [Open]"),
        (76, {}, "photo: Ben is asked · caption: Ana · publishing: Ana · check: Ana  [Open]"),
        (80, {"posted_at": NOW, "posted_link": "https://a.example/?x=1&y=2"}, "posted, see it  [Open]"),
        (80, {"posted_at": NOW}, "posted  [Open]"),
    ],
)
def test_a_post_says_how_it_stands(hours: int, facts: dict[str, Any], said: str) -> None:
    lines = text(week_blocks.draw_week_shown(week([post(**facts)], NOW + timedelta(hours=hours))).blocks).split("\n")
    assert lines[lines.index("Meet our hygienist") + 1] == said


def test_a_past_week_has_empty_places_and_nothing_to_fill() -> None:
    drawn = text(week_blocks.draw_week_shown(week([], NOW + timedelta(days=14))).blocks)
    assert drawn.count("left empty") == 3
    assert "Fill this place" not in drawn
    assert drawn.endswith("[Week 47 of 2026] [Add a post] [Last week]")


def test_done_and_accepted_steps_are_told_apart() -> None:
    accepted = week([post()], steps={1: steps(photo_accepted_at=NOW)})
    done = week([post()], steps={1: steps(photo_accepted_at=NOW, photo_done_at=NOW)})
    assert "photo: Ben · caption" in text(week_blocks.draw_week_shown(accepted).blocks)
    assert "photo: done · caption" in text(week_blocks.draw_week_shown(done).blocks)


def test_the_plan_for_a_channel_names_people_without_pinging_them() -> None:
    drawn = week_blocks.draw_week_announced(WeekAnnounced(week([post()])))
    assert text(drawn.blocks).split("\n") == [
        "The plan for the week: Mon 23 Nov to Sun 29 Nov 2026",
        "Mon 23 Nov, 10:00 AM, service",
        "free: something you do, and whom it helps  [Fill this place]",
        "Thu 26 Nov, 4:00 PM, human",
        "Meet our hygienist",
        "photo: Ben is asked · caption: Ana · publishing: Ana · check: Ana",
        "Sat 28 Nov, 10:00 AM, community",
        "free: neighbors, events, other local businesses  [Fill this place]",
        "1 of 3 places filled. Type `/plan` to see the week at any time.",
    ]
    assert "<@" not in str(drawn)
    assert not drawn.in_place


def test_a_very_full_week_is_cut_and_says_by_how_many_posts() -> None:
    posts = [post(f"Post {number}", number, slot_id=None) for number in range(1, 61)]
    drawn = week_blocks.draw_week_shown(week(posts, steps={}))
    assert "and 22 more" in text(drawn.blocks)
    assert len(drawn.blocks) <= 50


ODD = [
    "<!channel>",
    "*bold* _it_ ~no~ `code`",
    "&<>",
    'He said "hi"',
    "שלום עולם",
    "🎉" * 50,
    "a\nb",
    "&" * 4000,
    "*" * 4000,
]


@pytest.mark.parametrize("what", ODD)
def test_nothing_typed_pings_anybody_or_breaks_a_message(what: str) -> None:
    odd = post(what)
    removed = PostRemoved(odd, (replace_name(BEN, "<!here> *B*"),), NEW_YORK, THURSDAY)
    drawn = [
        post_blocks.draw_post_added(added(post=odd)),
        post_blocks.draw_post_removed(removed),
        post_blocks.draw_post_gone(PostGone(odd, NEW_YORK)),
        post_blocks.draw_post_marked(PostMarked(odd, NEW_YORK, NOW)),
        week_blocks.draw_week_shown(week([odd])),
        week_blocks.draw_week_announced(WeekAnnounced(week([odd]))),
    ]
    for message in drawn:
        assert "<!" not in str(message)
        assert len(message.text.encode()) < 4000
    assert "Add a post" in str(post_form.draw_post_form_opened(PostFormOpened(THURSDAY, beside=odd)).view)
    assert "posted" in str(post_form.draw_posted_form_opened(PostedFormOpened(odd, NEW_YORK)).view)


def test_words_written_from_right_to_left_stay_apart_from_the_sentence() -> None:
    drawn = post_blocks.draw_post_added(added("\u0645\u0631\u062d\u0628"))
    assert "\u2068\u0645\u0631\u062d\u0628\u2069* fills Thursday's human place." in drawn.blocks[0]["text"]["text"]
    flipped = post_blocks.draw_post_added(added("Meet \u202eus"))
    assert "\u2068Meet \u202eus\u2069" in flipped.text


def replace_name(member: Member, name: str) -> Member:
    return Member(id=member.id, workspace_id=1, user_id=member.user_id, name=name, seen_at=NOW)


@settings(max_examples=40, deadline=None)
@given(words=some.text(min_size=1, max_size=400), link=some.booleans())
def test_any_week_stays_within_what_slack_takes_in_one_message(words: str, link: bool) -> None:
    url = posts_domain.link("https://a.example/" + "&" * 195, field="link") if link else ""
    facts = {"slot_id": None, "posted_at": NOW if link else None, "posted_link": url}
    posts = [post(words, number, **facts) for number in range(1, 46)]
    drawn = week_blocks.draw_week_shown(week(posts, steps=dict.fromkeys(range(1, 46), steps())))
    assert actions(drawn)
    assert len(drawn.blocks) <= 50
    assert sum(len(str(block.get("text", ""))) for block in drawn.blocks) < 13_000


def test_a_post_that_is_out_shows_its_link_and_asks_for_figures_next() -> None:
    out = post(posted_link="https://a.example/?x=1&y=2", posted_at=NOW)
    drawn = post_blocks.draw_post_marked(PostMarked(out, NEW_YORK, NOW))
    assert "<https://a.example/?x=1&amp;y=2|See it>" in drawn.blocks[0]["text"]["text"]
    assert text(drawn.blocks).split("\n") == [
        "Meet our hygienist is marked posted. See it. Its figures come next, in a day or two.",
        "[Add figures] [See the week]",
    ]
    again = text(post_blocks.draw_post_marked(PostMarked(post(), NEW_YORK, NOW, news=False)).blocks)
    assert again.split("\n")[0] == "Meet our hygienist was already marked posted on Mon 23 Nov, 9:00 AM."


def test_taking_out_says_who_need_not_do_anything_any_more() -> None:
    removed = PostRemoved(post(), (BEN,), NEW_YORK, THURSDAY)
    assert text(post_blocks.draw_post_removed(removed).blocks).split("\n")[0] == (
        "Meet our hygienist of Thu 26 Nov, 4:00 PM is out of the plan. Ben won't be reminded of it."
    )
    gone = post_blocks.draw_post_gone(PostGone(post(), NEW_YORK))
    assert gone.text == "Meet our hygienist was already taken out of the plan. Nothing changed."
    assert gone.in_place


def test_the_form_of_a_place_is_filled_with_its_day_hour_and_kind() -> None:
    view = post_form.draw_post_form_opened(PostFormOpened(date(2026, 11, 23), THURSDAY, time(16), "human")).view
    fields = {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}
    assert list(fields) == ["what", "on", "at", "kind", "why", "network", "link", "who", "takes"]
    assert fields["on"]["initial_date"] == "2026-11-26"
    assert fields["at"]["initial_time"] == "16:00"
    assert fields["kind"]["initial_option"]["value"] == "human"
    assert {element["action_id"] for element in fields.values()} == {"value"}
    assert view["callback_id"] == "add-post"


def test_the_form_for_the_link_remembers_its_post() -> None:
    view = post_form.draw_posted_form_opened(PostedFormOpened(post(), NEW_YORK)).view
    assert (view["callback_id"], view["private_metadata"]) == ("mark-posted", '{"post_id": 1}')
    assert MarkPosted(1) == buttons.read("MarkPosted", buttons.value_of(MarkPosted(1)))


def test_the_outline_says_what_each_place_is_for_and_who_can_change_it() -> None:
    shown = CadenceShown(DEFAULT, (1, 2, 3), may_edit=False, lead=ANA)
    assert text(outline_blocks.draw_cadence_shown(shown).blocks).split("\n") == [
        "The outline of your weeks",
        "Monday 10:00 AM, service: something you do, and whom it helps",
        "Thursday 4:00 PM, human: the people behind the practice",
        "Saturday 10:00 AM, community: neighbors, events, other local businesses",
        "Ana can change it.",
    ]
    editable = text(outline_blocks.draw_cadence_shown(replace(shown, may_edit=True)).blocks)
    assert editable.count("[Change]") == 3
    assert editable.endswith("[Add a place] [Edit all]")


def test_an_outline_that_fills_its_form_can_be_shown() -> None:
    many = tuple(Place(day % 7, time(day % 24), "community", network="n" * 60) for day in range(28))
    assert places.fit(many)
    shown = outline_blocks.draw_cadence_shown(CadenceShown(many, tuple(range(28)), may_edit=True, lead=ANA))
    assert len(shown.blocks) <= 50
    outline_blocks.draw_cadence_form_opened(CadenceFormOpened(many, OnClosed.KEEP))


def test_the_outlines_form_has_a_line_for_every_place() -> None:
    view = outline_blocks.draw_cadence_form_opened(CadenceFormOpened(DEFAULT, OnClosed.KEEP)).view
    [field] = [block["element"] for block in view["blocks"] if block.get("block_id") == "places"]
    assert field["initial_value"].split("\n") == [
        "Mon 10:00 AM service",
        "Thu 4:00 PM human",
        "Sat 10:00 AM community",
    ]


def test_the_form_of_one_place_shows_it_and_keeps_the_others() -> None:
    owners = (("photo", "U2"),)
    human = replace(DEFAULT[1], rank=2, network="Instagram", owners=owners, until_on=date(2027, 3, 31))
    view = place_form.draw_place_form_opened(PlaceFormOpened(human, (DEFAULT[0],), THURSDAY)).view
    fields = {block["block_id"]: block["element"] for block in view["blocks"]}
    assert [fields[name]["initial_option"]["value"] for name in ("rank", "weekday", "kind")] == ["2", "3", "human"]
    assert (fields["photo"]["initial_user"], fields["until_on"]["initial_date"]) == ("U2", "2027-03-31")
    assert places.from_plain(json.loads(view["private_metadata"])["others"]) == (DEFAULT[0],)
    assert "gone" in fields
    new = place_form.draw_place_form_opened(PlaceFormOpened(None, DEFAULT, THURSDAY)).view
    assert "gone" not in {block["block_id"] for block in new["blocks"]}


def test_an_edit_of_the_outline_says_what_changed() -> None:
    new, moved = Place(4, time(9), "community"), Place(3, time(15), "human")
    edit = Edit((new,), ((DEFAULT[1], moved),), (DEFAULT[2],), Reach(24, 2))
    done = CadenceSet((DEFAULT[0], moved, new), edit)
    assert text(outline_blocks.draw_cadence_set(done).blocks).split("\n")[:4] == [
        "New: Friday 9:00 AM, community.",
        "Now at another time: Thursday 3:00 PM, human.",
        "No longer: Saturday 10:00 AM, community.",
        "2 planned posts keep their day and time.",
    ]
    same = outline_blocks.draw_cadence_set(CadenceSet(DEFAULT, Edit((), (), (), Reach(0, 0))))
    assert same.text == "The outline stays as it was."


def test_what_an_edit_would_change_is_said_before_it_does() -> None:
    new, moved = Place(4, time(9), "community"), Place(3, time(15), "human")
    edit = Edit((new,), ((DEFAULT[1], moved),), (DEFAULT[2],), Reach(24, 2))
    shown = outline_blocks.draw_cadence_previewed(CadencePreviewed((DEFAULT[0], moved, new), edit))
    assert isinstance(shown, Modal)
    assert text(shown.view["blocks"]).split("\n") == [
        "This is what changes from now on",
        "New: Friday 9:00 AM, community.",
        "Now at another time: Thursday 3:00 PM, human.",
        "No longer: Saturday 10:00 AM, community.",
        "24 future places in the next 12 weeks, 2 already filled: kept as planned.",
        "The weeks that are over stay as they were.",
    ]
    assert shown.view["submit"]["text"] == "Apply"
    kept = json.loads(shown.view["private_metadata"])["places"]
    assert places.from_plain(kept) == (DEFAULT[0], moved, new)
