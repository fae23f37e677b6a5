from datetime import date, time

import pytest

from bot.commands.vocabulary import OpenCadenceForm, SetCadence, ShowCadence, ShowPlan
from bot.domain.cadence import DEFAULT, Place
from bot.domain.errors import Misread, NotAllowed
from bot.domain.weeks import Week
from bot.handlers import cadence, plan
from tests.handlers.plan.bright_smile import Practice, found, settle

MOVED = (Place(0, time(10), "service"), Place(3, time(15), "human"), Place(4, time(9), "community"))


def test_everybody_sees_the_outline_and_the_lead_may_edit_it(practice: Practice) -> None:
    shown = cadence.show_cadence(ShowCadence(), practice.call("ben"))
    assert (shown.places, shown.may_edit, shown.lead.name) == (DEFAULT, False, "Ana")
    assert cadence.show_cadence(ShowCadence(), practice.call("reyes")).may_edit


@pytest.mark.parametrize(
    ("act", "command"), [("open_cadence_form", OpenCadenceForm()), ("set_cadence", SetCadence(MOVED))]
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
    assert changed.added == (MOVED[2],)
    assert changed.moved == (MOVED[1],)
    assert changed.gone == (DEFAULT[2],)
    assert changed.posts_kept == 2
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
    assert (same.added, same.moved, same.gone, same.posts_kept) == ((), (), (), 0)


def test_an_empty_outline_is_refused_and_the_old_one_stays(practice: Practice) -> None:
    with pytest.raises(Misread):
        cadence.set_cadence(SetCadence(()), practice.call())
    assert cadence.places_of(practice.scene()) == DEFAULT


def test_another_workspaces_outline_stays(practice: Practice) -> None:
    others = settle(found(practice.session, "T0OTHER"))
    cadence.set_cadence(SetCadence(MOVED), practice.call())
    assert cadence.places_of(others.scene()) == DEFAULT
