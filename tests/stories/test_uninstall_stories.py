"""When the app is removed, everything the practice told it goes; when it comes back, it begins anew."""

from opening import photo, set_up
from street import Street

from bot.app import Rounds
from simulator import acts
from simulator.people import Practice
from storage import workspaces
from storage.engine import Database


def test_with_the_app_go_all_rows_and_photos_and_the_practice_next_door_keeps_its_own(
    office: Practice, valley: Practice, rounds: Rounds
) -> None:
    _have_a_photo(office)
    omar = valley.person("omar")
    omar.types("/rounds setup")
    omar.fills_in({"Where does the weekly digest go?": ["#social"]})
    omar.submits()
    omar.closes()
    omar.types("/plan add thu 4pm Sunscreen in winter #service")
    assert len(rounds.photos.keys(1)) == 3
    acts.uninstall_app(office.slack, office.workspace)
    office.settle()
    assert rounds.photos.keys(1) == []
    assert not _is_known(rounds.database, office)
    assert "Sunscreen in winter" in omar.types("/plan")
    before = len(office.slack.journal.entries())
    office.skip_to("thursday 18:00")
    assert not [entry for entry in office.slack.journal.entries()[before:] if entry.team == office.workspace.id]
    assert omar.counts_messages("Sunscreen in winter") > 0


def test_the_app_comes_back_and_begins_anew(office: Practice, street: Street) -> None:
    _have_a_photo(office)
    ana = office.person("ana")
    acts.uninstall_app(office.slack, office.workspace)
    office.settle()
    street.learn(office.slack.install(office.workspace).bot_token)
    assert ana.types("/plan").startswith("Rounds is not set up here yet.")
    for channel in ("#social", "#front-desk"):
        acts.invite_app(office.slack, ana.person, office.workspace.channel(channel))
    set_up(office)
    assert "Meet our hygienist" not in ana.types("/plan")
    ana.types("/plan add thu 4pm Team photo #human @ben")
    assert "is yours" in office.person("ben").clicks("I'll do it")
    office.skip_to("2026-11-30 9:05")
    assert ana.sees("#social").count("Week 48, Mon 23 Nov") == 1


def _have_a_photo(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    ben.clicks("I'll do it")
    ben.uploads(photo(), "one.jpg", "#social")
    ben.clicks("No")


def _is_known(database: Database, practice: Practice) -> bool:
    with database.reading() as session:
        return workspaces.by_team(session, practice.workspace.id) is not None
