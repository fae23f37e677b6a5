from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.commands.vocabulary import OpenCadenceForm, PreviewCadence, SetCadence, ShowCadence, ShowPlan
from bot.domain.cadence import DEFAULT, Place
from bot.domain.errors import Misread, NotAllowed
from bot.domain.weeks import Week
from bot.handlers import cadence, plan
from tests.handlers.plan.bright_smile import THURSDAY, Practice, found, settle

MOVED = (Place(0, time(10), "service"), Place(3, time(15), "human"), Place(4, time(9), "community"))


def test_everybody_sees_the_outline_and_the_lead_may_edit_it(practice: Practice) -> None:
    shown = cadence.show_cadence(ShowCadence(), practice.call("ben"))
    assert (shown.places, shown.may_edit, shown.lead.name) == (DEFAULT, False, "Ana")
    assert cadence.show_cadence(ShowCadence(), practice.call("reyes")).may_edit


@pytest.mark.parametrize(
    ("act", "command"),
    [
        ("open_cadence_form", OpenCadenceForm()),
        ("set_cadence", SetCadence(MOVED)),
        ("preview_cadence", PreviewCadence(MOVED)),
    ],
)
def test_only_the_lead_and_the_backup_change_it(practice: Practice, act: str, command: object) -> None:
    with pytest.raises(NotAllowed) as refused:
        getattr(cadence, act)(command, practice.call("ben"))
    assert refused.value.hint == "Ana can change it."
    assert cadence.places_of(practice.scene()) == DEFAULT


def test_an_edit_says_what_changed_and_planned_posts_keep_their_day_and_hour(practice: Practice) -> None:
    human = practice.has_post().post
    community = practice.has_post("Open day", on=date(2026, 11, 28)).post
    before = (human.publish_at, community.publish_at)
    changed = cadence.set_cadence(SetCadence(MOVED), practice.call())
    assert changed.places == MOVED
    assert changed.edit.added == (MOVED[2],)
    assert changed.edit.moved == ((DEFAULT[1], MOVED[1]),)
    assert changed.edit.gone == (DEFAULT[2],)
    assert changed.edit.reach.filled == 2
    practice.session.expire_all()
    assert (human.publish_at, community.publish_at) == before
    entries = plan.show_plan(ShowPlan(Week(2026, 48)), practice.call()).entries
    assert [(entry.on.day, entry.kind, bool(entry.slot), bool(entry.post)) for entry in entries] == [
        (23, "service", True, False),
        (26, "human", True, True),
        (27, "community", True, False),
        (28, "community", False, True),
    ]


def test_the_same_outline_again_changes_nothing(practice: Practice) -> None:
    practice.has_post()
    same = cadence.set_cadence(SetCadence(DEFAULT), practice.call())
    assert not same.edit


def test_an_empty_outline_is_refused_and_the_old_one_stays(practice: Practice) -> None:
    with pytest.raises(Misread):
        cadence.set_cadence(SetCadence(()), practice.call())
    assert cadence.places_of(practice.scene()) == DEFAULT


def test_another_workspaces_outline_stays(practice: Practice) -> None:
    others = settle(found(practice.session, "T0OTHER"))
    cadence.set_cadence(SetCadence(MOVED), practice.call())
    assert cadence.places_of(others.scene()) == DEFAULT


def test_looking_at_what_an_edit_would_change_changes_nothing(practice: Practice) -> None:
    practice.has_post()
    shown = cadence.preview_cadence(PreviewCadence(MOVED), practice.call())
    assert shown.edit.gone == (DEFAULT[2],)
    assert (shown.edit.reach.places, shown.edit.reach.filled) == (24, 1)
    assert cadence.places_of(practice.scene()) == DEFAULT


def test_a_place_added_in_midweek_was_not_left_empty_on_the_days_before(practice: Practice) -> None:
    practice.later(days=2, hours=3)
    wanted = (*DEFAULT, Place(1, time(9), "community"), Place(2, time(11), "human"), Place(2, time(15), "service"))
    cadence.set_cadence(SetCadence(wanted), practice.call())
    entries = plan.show_plan(ShowPlan(Week(2026, 48)), practice.call()).entries
    assert [(entry.on.day, entry.kind) for entry in entries] == [
        (23, "service"),
        (25, "service"),
        (26, "human"),
        (28, "community"),
    ]
    following = plan.show_plan(ShowPlan(Week(2026, 49)), practice.call()).entries
    assert len(following) == 6


def test_an_edit_of_today_leaves_the_place_of_this_morning_as_it_was(practice: Practice) -> None:
    practice.later(hours=3)
    cadence.set_cadence(SetCadence((Place(0, time(15), "service"), *DEFAULT[1:])), practice.call())
    assert cadence.places_of(practice.scene())[0] == Place(0, time(15), "service")
    entries = plan.show_plan(ShowPlan(Week(2026, 48)), practice.call()).entries
    assert [(entry.on.day, entry.standing) for entry in entries][:2] == [(23, "left empty"), (26, "free")]


def test_a_place_left_empty_this_morning_stays_so_when_the_afternoons_goes(practice: Practice) -> None:
    morning = Place(3, time(8), "human")
    cadence.set_cadence(SetCadence((*DEFAULT, morning)), practice.call())
    practice.has_post(on=THURSDAY, at=time(16))
    practice.later(days=3, hours=1)
    cadence.set_cadence(SetCadence((DEFAULT[0], morning, DEFAULT[2])), practice.call())
    entries = plan.show_plan(ShowPlan(Week(2026, 48)), practice.call()).entries
    assert [(entry.on.day, entry.standing) for entry in entries if entry.on == THURSDAY] == [
        (26, "left empty"),
        (26, "planned"),
    ]
    assert cadence.places_of(practice.scene()) == (DEFAULT[0], morning, DEFAULT[2])


OUTLINES = st.lists(
    st.builds(
        Place,
        st.integers(0, 6),
        st.sampled_from([time(8), time(12), time(16)]),
        st.sampled_from(["service", "human", "community"]),
    ),
    min_size=1,
    max_size=5,
    unique=True,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.tuples(st.integers(1, 60), OUTLINES), min_size=1, max_size=3))
def test_however_often_the_outline_is_edited_past_weeks_and_filled_posts_stay(
    practice: Practice, edits: list[tuple[int, list[Place]]]
) -> None:
    before, kept = practice.now, practice.session.begin_nested()
    weeks = [Week.of(practice.now.date() + timedelta(weeks=number)) for number in range(-1, 6)]
    posts = [practice.has_post(f"On {on}", on=on).post for on in (THURSDAY, date(2026, 12, 7), date(2026, 12, 12))]
    planned = {post.id: (post.on, post.publish_at) for post in posts}
    past: dict[tuple[object, ...], None] = {}

    def seen() -> list[tuple[object, ...]]:
        shown = [entry for week in weeks for entry in plan.show_plan(ShowPlan(week), practice.call()).entries]
        filled = {entry.post.id: (entry.on, entry.publish_at) for entry in shown if entry.post}
        assert filled == planned
        return [
            (entry.publish_at, entry.kind, entry.slot is not None, entry.post.id if entry.post else None)
            for entry in shown
            if entry.publish_at <= practice.now
        ]

    try:
        for hours, wanted in edits:
            practice.later(hours=hours)
            past = dict.fromkeys(seen())
            cadence.set_cadence(SetCadence(tuple(wanted)), practice.call())
            assert dict.fromkeys(seen()) == past
            assert sorted(cadence.places_of(practice.scene()), key=str) == sorted(wanted, key=str)
    finally:
        kept.rollback()
        practice.now = before
