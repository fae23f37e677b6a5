"""Somebody leaves the practice: what they had said yes to is the lead's the same day, and nobody has to say so."""

import json

import pytest
from inline_snapshot import snapshot

from bot.app import Rounds
from simulator import acts
from simulator.people import Practice
from storage import everything


@pytest.fixture
def office(office: Practice) -> Practice:
    """Bright Smile Dental with a post on Thursday at 4; its photo, due Tuesday at 4, is Ben's."""
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    ben.clicks("I'll do it")
    ana.new_messages()
    return office


def test_ben_leaves_and_ana_hears_at_once_and_once(office: Practice, rounds: Rounds) -> None:
    ana, ben = office.people("ana", "ben")
    june = office.workspace.add_person("june", "June Park")
    office.skip_to("monday 12:00")
    ana.new_messages()
    acts.deactivate_person(office.slack, ben.person)
    acts.deactivate_person(office.slack, june)
    office.settle()
    assert ana.new_messages() == snapshot(
        [
            """\
Ben's account is deactivated, so this is with you now:
The photo for Meet our hygienist is due tomorrow at 4:00 PM  [Ask somebody else]
`/mine` shows all that is yours. Nobody else was told.\
"""
        ]
    )
    office.skip_to("tuesday 12:00")
    assert ana.counts_messages("account is deactivated") == 1
    acts.reactivate_person(office.slack, ben.person)
    assert "[Undo]" in ana.types("/plan add fri 4pm Team photo #human @ben")
    with rounds.database.reading() as session:
        assert june.id not in json.dumps(everything.dump(session, 1)), "who was never met stays unknown"


def test_where_slack_does_not_tell_ana_hears_before_the_day_is_over(office: Practice, refused: set[str]) -> None:
    refused |= {"chat.postMessage: channel_not_found"}  # Ben's own reminder, before anybody knew
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    office.skip_to("monday 12:00")
    ben.person.deleted = True
    office.skip_to("monday 15:59")
    assert ana.counts_messages("account is deactivated") == 0
    ana.new_messages()
    office.skip_to("monday 16:30")
    assert ana.new_messages() == snapshot(
        [
            "I have something for @Ben, but they can't be reached, perhaps because they left. Somebody else can take over what they had. I've kept it, I'll try again once a day, and as soon as it works I'll tell you.",
            """\
Ben's account is deactivated, so this is with you now:
The photo for Meet our hygienist is due tomorrow at 4:00 PM  [Ask somebody else]
`/mine` shows all that is yours. Nobody else was told.\
""",
        ]
    )
    assert "The photo for Meet our hygienist is due tomorrow at 4:00 PM." in ana.types("/mine")
    ana.clicks("Ask somebody else", on="account is deactivated")
    ana.fills_in({"Who could do it?": "sarah"})
    ana.submits()
    ana.closes()
    assert "whether you could take the photo" in sarah.last_message
    sarah.clicks("I'll do it")
    assert "photo: Sarah" in ana.types("/plan")
    office.skip_to("tuesday 12:00")
    assert ana.counts_messages("account is deactivated") == 1


def test_a_status_is_noticed_without_its_owner_doing_anything(office: Practice) -> None:
    ben, sarah = office.people("ben", "sarah")
    ben.types("/status :palm_tree: Vacationing")
    office.skip_to("tuesday 7:59")
    ben.new_messages()
    sarah.new_messages()
    office.skip_to("tuesday 16:30")
    assert ben.hears_nothing_more()
    assert any("Ben is away until" in said for said in sarah.new_messages())
