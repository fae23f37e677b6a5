"""What people mistype, and words with marks in them: said in one sentence, stored as typed, harmless when shown."""

from datetime import date

from inline_snapshot import snapshot

from bot.app import Rounds
from simulator import acts
from simulator.people import Practice
from storage import posts

WEEK = (date(2026, 11, 23), date(2026, 11, 29))
LOOK_ALIKES = str.maketrans("\u2217\u02cd\u223c\u02cb", "*_~`")
"""What Slack would format is shown by signs that look the same."""


UNKNOWN = {
    "/plan nxet": "/plan next",
    "/plan ad thu 4pm Team photo": "/plan add",
    "/leads instagramm": "/leads",
    "/rounds stauts": "/rounds status",
    "/digest tihs": "/digest this",
    "/mine now": "/mine",
}
IMPOSSIBLE = {
    "4": "4",
    "every monday": "every",
    "30/30": "30/30",
    "tomorrow 25:00": "25:00",
    "yesterday": "is over",
    "2028-01-03": "year",
    "2027-03-14 2:30am": "2:30",
}
ODD = (
    "<!channel> look at *this*",
    "_Quotes_ \"double\" and 'single' and `code`",
    "🦷 teeth 😀 and ❤️",
    "ابتسامة مشرقة every day",
    "a <b>tag</b> & an &amp; entity",
    "<@UBRIREYES> says hello",
)


def test_unknown_words_name_the_nearest_phrase_and_change_nothing(office: Practice) -> None:
    ana = office.person("ana")
    plan = ana.types("/plan")
    for typed, nearest in UNKNOWN.items():
        said = ana.types(typed)
        assert "nothing was changed" in said
        assert nearest in said
    assert ana.types("/plan") == plan


def test_a_moment_that_cannot_be_is_refused_with_the_reason(office: Practice) -> None:
    ana = office.person("ana")
    plan = ana.types("/plan")
    for moment, why in IMPOSSIBLE.items():
        assert why in ana.types(f"/plan add {moment} Team photo")
    assert ana.types("/plan") == plan
    assert "Nothing waits for you" in ana.types("/mine")


def test_odd_words_are_kept_as_typed_and_shown_as_typed_to_everybody(office: Practice, rounds: Rounds) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    for what in ODD:
        ana.types("/plan add")
        ana.fills_in({"What is it about?": what, "Which day?": "2026-11-26", "What time?": "16:00"})
        ana.fills_in({"What is it for?": "Human: the people behind the practice", "Who gets the photo?": "ben"})
        ana.submits()
        ana.closes()
        assert what in plain(ben.last_message)
    with rounds.database.reading() as session:
        assert sorted(post.what for post in posts.between(session, 1, *WEEK)) == sorted(ODD)
    office.skip_to("sunday 12:00")
    office.skip_to("monday 9:05")
    for seen in (ana.types("/plan last"), ben.types("/mine"), sarah.sees("#social")):
        assert [what for what in ODD if what not in plain(seen)] == []
    assert not _pings(office)


def test_a_title_of_4000_characters_is_kept_whole_and_shown_short(office: Practice, rounds: Rounds) -> None:
    ana = office.person("ana")
    assert ana.types(f"/plan add thu 4pm {'word ' * 800}") == snapshot("""\
Thu 26 Nov, 4:00 PM: word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word… fills Thursday's human place.
Photo, caption, publishing and the check: you.
Due: photo Tue 24 Nov, 4:00 PM · caption Wed 25 Nov, 4:00 PM · publishing Thu 26 Nov, 4:00 PM · the check Fri 27 Nov, 4:00 PM
Still open, for whenever you know: why, how and what it takes.
[Undo] [See the week]\
""")
    with rounds.database.reading() as session:
        assert [len(post.what) for post in posts.between(session, 1, *WEEK)] == [3999]
    assert len(ana.types("/plan")) < 1000


def test_somebody_whose_account_is_closed_is_not_asked(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    acts.deactivate_person(office.slack, ben.person)
    assert ana.types("/plan add thu 4pm Team photo #human @ben") == snapshot("""\
Ben no longer has an active account here.
Pick somebody else.\
""")
    assert "Team photo" not in ana.types("/plan")


def test_somebody_from_another_company_is_not_asked(office: Practice) -> None:
    ana = office.person("ana")
    office.workspace.add_person("june", "June Park", is_stranger=True)
    assert ana.types("/plan add thu 4pm Team photo #human @june") == snapshot("""\
june belongs to another company's Slack, so I can't ask them.
Pick somebody of your own team.\
""")
    assert "Team photo" not in ana.types("/plan")


def test_an_app_is_not_asked(office: Practice) -> None:
    ana = office.person("ana")
    assert ana.types("/plan add thu 4pm Team photo #human @rounds") == snapshot("""\
Rounds is an app, so it can't take this on.
Pick a person.\
""")
    assert ana.types("/plan add thu 4pm Team photo #human @bot") == snapshot("""\
I don't know who "@bot" is.
Pick the name from the list that Slack shows while you type it. If it is part of the text, put it anywhere but last.\
""")
    assert "Team photo" not in ana.types("/plan")


def test_the_form_refuses_them_beside_the_field_and_keeps_what_was_filled_in(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    acts.deactivate_person(office.slack, ben.person)
    ana.types("/plan add")
    ana.fills_in({"What is it about?": "Team photo", "Which day?": "2026-11-26", "Who gets the photo?": "ben"})
    said = ana.submits()
    assert "Team photo" in said
    assert "no longer has an active account here" in said
    ana.fills_in({"Who gets the photo?": "sarah"})
    assert "Team photo fills Thursday's human place" in ana.submits()


def plain(seen: str) -> str:
    """Read the look-alikes as what they look like."""
    return seen.translate(LOOK_ALIKES)


def _pings(practice: Practice) -> list[str]:
    """Find what the bot said that would call a whole channel, or somebody whose name was typed."""
    said = [entry.line() for entry in practice.slack.journal.entries()]
    return [line for line in said if "<!" in line or "<@UBRIREYES" in line]
