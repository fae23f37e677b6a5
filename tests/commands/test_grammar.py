"""What can be typed after each slash command, what it becomes, and what is said to everything else."""

import time as clock
from contextlib import suppress
from datetime import date, time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from when_typed import typed_at

from bot.commands import grammar
from bot.commands import vocabulary as v
from bot.commands.grammar import SLASHES
from bot.commands.help import usages
from bot.commands.phrases import PHRASES
from bot.domain.errors import Misread
from bot.domain.weeks import Week

READING = typed_at("2026-11-25 10:00")
THU = date(2026, 11, 26)
FOUR = time(16)


def read(line: str) -> v.Command:
    slash, _, text = line.partition(" ")
    return grammar.read(slash, text, READING)


def refused(line: str) -> Misread:
    with pytest.raises(Misread) as caught:
        read(line)
    return caught.value


@pytest.mark.parametrize(
    ("line", "command"),
    {
        "/plan": v.ShowPlan(Week(2026, 48)),
        "/plan next": v.ShowPlan(Week(2026, 49)),
        "/plan NEXT": v.ShowPlan(Week(2026, 49)),
        "/plan last": v.ShowPlan(Week(2026, 47)),
        "/plan 2026-W50": v.ShowPlan(Week(2026, 50)),
        "/plan nov 3": v.ShowPlan(Week(2026, 45)),
        "/plan add": v.OpenPostForm(),
        "/plan cadence": v.ShowCadence(),
        "/plan help": v.ShowHelp("/plan"),
        "/plan ?": v.ShowHelp("/plan"),
        "/plan help add": v.ShowHelp("/plan"),
        "/mine": v.ShowMine(),
        "/mine help me": v.ShowHelp("/mine"),
        "/photos": v.ShowPhotos(),
        "/figures": v.ShowFigures(),
        "/leads": v.ShowLeads(),
        "/leads add": v.OpenLeadForm(),
        "/leads add instagram": v.AddLead("instagram"),
        "/leads add instagram A-17": v.AddLead("instagram", "A-17"),
        "/leads add google ads": v.AddLead("google ads"),
        "/leads add word of mouth 204": v.AddLead("word of mouth", "204"),
        "/leads add #instagram": v.AddLead("instagram"),
        "/leads add <http://brightsmile.com|brightsmile.com>": v.AddLead("brightsmile.com"),
        "/digest": v.ShowDigest(Week(2026, 47)),
        "/digest this": v.ShowDigest(Week(2026, 48)),
        "/digest 2026-W45": v.ShowDigest(Week(2026, 45)),
        "/rounds": v.ShowHelp(),
        "/rounds help": v.ShowHelp(),
        "/rounds help plan": v.ShowHelp("/plan"),
        "/rounds help /leads": v.ShowHelp("/leads"),
        "/rounds setup": v.OpenSetup(),
        "/rounds status": v.ShowStatus(),
    }.items(),
)
def test_a_phrase_becomes_its_command(line: str, command: v.Command) -> None:
    assert read(line) == command


@pytest.mark.parametrize(
    "line",
    [
        "thu 4pm Meet our hygienist #human <@U1|ben>",
        "thu 4pm #human <@U1|ben> Meet our hygienist",
        "#human <@U1|ben> thu 4pm Meet our hygienist",
        "thurs at 4 <@U1|ben> Meet our hygienist <#C9|human>",
        "Meet our hygienist #human <@U1|ben> thu 4pm",
        "Meet our hygienist on thursday at 4pm #human <@U1|ben>",
        "<@U1|ben> Meet our hygienist #human thu 4pm",
        "thu 4pm: Meet our hygienist #human, <@U1|ben>.",
    ],
)
def test_a_post_can_be_typed_in_any_order(line: str) -> None:
    assert read(f"/plan add {line}") == v.AddPost("Meet our hygienist", THU, FOUR, kind="human", who="U1")


@pytest.mark.parametrize(
    ("line", "what", "who"),
    [
        ("thu Thank <@U1|sarah> for the cake", "Thank @sarah for the cake", ""),
        ("thu Thank <@U1|sarah> for the cake <@U2|ben>", "Thank @sarah for the cake", "U2"),
        ("thu Birthday of <@U1|sarah>", "Birthday of @sarah", ""),
        ("thu Birthday of <@U1|sarah> <@U2|ben>", "Birthday of @sarah", "U2"),
        ("Birthday of <@U1|sarah> thu <@U2|ben>", "Birthday of @sarah", "U2"),
        ("thu Coffee with <@U1|ana> and <@U2|ben>", "Coffee with @ana and @ben", ""),
        ("thu <@U1|sarah> turns thirty", "@sarah turns thirty", ""),
        ("thu <@U1|sarah> and <@U2|ben> run a marathon", "@sarah and @ben run a marathon", ""),
        ("thu <@U1|sarah> A cake for the team <@U2|ben>", "@sarah A cake for the team", "U2"),
        ("thu <@U1|ben> A cake", "A cake", "U1"),
        ("thu A cake <@U1|ben> <@U1|ben>", "A cake", "U1"),
        ("thu (<@U1|ben>) A cake", "(@ben) A cake", ""),
        ("thu Thanks to @smilelab", "Thanks to @smilelab", ""),
    ],
)
def test_a_person_beside_the_sentence_is_asked_and_one_inside_it_stays_a_name(line: str, what: str, who: str) -> None:
    command = read(f"/plan add {line}")
    assert command == v.AddPost(what, THU, who=who)


@pytest.mark.parametrize(
    ("line", "what", "kind"),
    [
        ("thu A cake #community", "A cake", "community"),
        ("thu A cake #COMMUNITY", "A cake", "community"),
        ("thu A cake", "A cake", ""),
        ("thu New smile #smile", "New smile #smile", ""),
        ("thu New smile #smile #service #teeth", "New smile #smile #teeth", "service"),
        ("thu Our #community day", "Our #community day", "community"),
        ("thu Our #community day #human", "Our #community day", "human"),
        ("thu Our #community day #community", "Our #community day", "community"),
        ("thu Our #humans #human", "Our #humans", "human"),
        ("thu We are #1 in town", "We are #1 in town", ""),
        ("thu The #2 reason", "The #2 reason", ""),
    ],
)
def test_a_kind_is_a_label_and_other_hashtags_stay_in_the_text(line: str, what: str, kind: str) -> None:
    assert read(f"/plan add {line}") == v.AddPost(what, THU, kind=kind)


@pytest.mark.parametrize(
    ("line", "what", "link"),
    [
        ("thu A cake <https://a.com/x>", "A cake", "https://a.com/x"),
        ("thu https://a.com/x A cake", "A cake", "https://a.com/x"),
        ("thu Read <http://a.com|a.com> today", "Read a.com today", "http://a.com"),
        ("thu Read more at <http://a.com|a.com>", "Read more at a.com", "http://a.com"),
        ("thu A cake <https://a.com> <https://b.com>", "A cake https://b.com", "https://a.com"),
        ("thu A cake <mailto:hi@a.com|hi@a.com>", "A cake hi@a.com", ""),
    ],
)
def test_the_first_link_is_the_posts_and_no_link_is_lost(line: str, what: str, link: str) -> None:
    assert read(f"/plan add {line}") == v.AddPost(what, THU, link=link)


@pytest.mark.parametrize(
    "typed",
    [
        'He said "cheese"',
        "“Smart” \u2018quotes\u2019",
        "*bold* _it_ ~no~ `code`",
        "<!channel> & <@U1|ben>",
        "שלום לכולם 🦷",
        "two\n\nlines  and blanks",
        "x " * 1990 + "end",
    ],
)
def test_a_text_is_kept_as_it_was_typed(typed: str) -> None:
    sent = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert read(f"/plan add thu 4pm {sent}") == v.AddPost(typed, THU, FOUR)


def test_a_group_or_a_whole_channel_is_only_a_word() -> None:
    command = read("/plan add thu Cake <!channel> <!here|here> <!subteam^S1|@team>")
    assert command == v.AddPost("Cake @channel @here @team", THU)


@pytest.mark.parametrize(
    ("line", "sentence"),
    {
        "/plan add thu Cake <@U1|ben> <@U2|ana>": "one person first",
        "/plan add thu Cake #human #service": "#service or #human?",
        "/plan add thu Our #humna cake": '"#humna" is not a kind',
        "/plan add thu Cake <#C9>": "didn't tell me its name",
        "/plan add thu Cake @bne": '"@bne"',
        "/plan add thu #human <@U1|ben>": "What is the post about?",
        "/plan add Cake": "looked for a day",
        "/plan add Cake every friday": "comes back every time",
        "/plan add Cake thu or fri": "more than one day",
        "/plan add Cake thu fri": "more than one day",
        "/plan add Cake 4 friday": "could be a day or an hour",
        "/plan add Cake fri 25:00": "is not a time of day",
        "/plan add yesterday Cake": "is over",
        "/leads add Sarah <@U1|ben>": "No names",
        "/leads add she came in on monday morning": "No names",
        "/plan 2026-W60": "no week 60",
        "/plan 30/30": "only twelve months",
        "/plan foo": "I don't know",
    }.items(),
)
def test_what_cannot_be_read_for_certain_is_refused_with_the_reason(line: str, sentence: str) -> None:
    assert sentence in refused(line).sentence


def test_a_number_before_a_day_with_its_time_belongs_to_the_text() -> None:
    assert read("/plan add Our top 5 thu 4pm") == v.AddPost("Our top 5", THU, FOUR)


@pytest.mark.parametrize(
    ("line", "sentence", "example"),
    [
        ("/plan pause until yesterday", "is over", "`/plan pause until jan 7`"),
        ("/plan pause until 1999", 'I can\'t read "1999" as a day.', "`/plan pause until jan 7`"),
        ("/plan skip blurb", '"blurb"', "`/plan skip thu`"),
        ("/rounds away until 1999", '"1999" as a day', "`/rounds away until mon`, or `/rounds away dec 24 to jan 1`"),
        ("/rounds away fri to 5", '"5" as a day', "`/rounds away until mon`, or `/rounds away dec 24 to jan 1`"),
    ],
)
def test_where_a_day_is_asked_for_the_example_is_of_that_phrase(line: str, sentence: str, example: str) -> None:
    misread = refused(line)
    assert sentence in misread.sentence
    assert misread.hint == f"For example: {example}"


def test_what_was_probably_meant_stays_a_better_hint_than_an_example() -> None:
    assert refused("/plan pause until mondey").hint == "Did you mean monday?"


@pytest.mark.parametrize(
    ("line", "nearest"),
    {
        "/plan ad": "/plan add",
        "/plan ad thu": "/plan add thu",
        "/plan ad thu 4pm Meet our hygienist": "/plan add thu 4pm Meet our hygienist",
        "/leads instagram": "/leads add instagram",
        "/leads ad instagram": "/leads add instagram",
        "/leads plan": "/plan",
        "/plan setup": "/rounds setup",
        "/plan status": "/rounds status",
        "/plan leads": "/leads",
        "/plan nxt": "/plan next",
        "/plan thusday": "/plan thursday",
        "/plan hlep": "/plan help",
        "/plan cadence now": "/plan cadence",
        "/plan thu 4pm Cake <@U1|ben>": "/plan add thu 4pm Cake @ben",
        "/plan ad thu 4pm Cake": "/plan add thu 4pm Cake",
        "/mine add": "/plan add",
        "/mine hlep": "/mine help",
        "/rounds plan": "/plan",
        "/rounds /plan": "/plan",
        "/rounds stup": "/rounds setup",
        "/rounds check up": "/rounds check-up",
        "/rounds worth it": "/rounds worth-it",
        "/digest setup": "/rounds setup",
        "/plan xyzzy": None,
        "/plan <@U1|ben>": None,
        "/mine foo": None,
    }.items(),
)
def test_unknown_words_are_answered_with_the_nearest_phrase(line: str, nearest: str | None) -> None:
    misread = refused(line)
    slash = line.partition(" ")[0]
    assert misread.nearest == nearest
    assert misread.hint == (f"Did you mean {nearest}?" if nearest else f"`{slash} help` shows everything.")
    assert 1 <= len(misread.usages) <= 4
    assert all(usage.startswith(slash) for usage in misread.usages)


def test_a_long_line_is_repeated_in_short() -> None:
    misread = refused(f"/plan thu 4pm {'cake ' * 700}")
    assert len(misread.sentence) + len(misread.hint or "") < 200


@given(st.sampled_from(SLASHES), st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused(slash: str, text: str) -> None:
    with suppress(Misread):
        assert isinstance(grammar.read(slash, text, READING), get_args(v.Command))


@pytest.mark.parametrize("slash", SLASHES)
def test_help_shows_every_phrase_of_a_slash_command(slash: str) -> None:
    shown = {usage.words: usage.does for usage in usages(slash)}
    assert shown == {grammar.usage(slash, phrase): phrase.does for phrase in PHRASES[slash]}


def test_the_overview_has_a_line_for_each_slash_command() -> None:
    assert [usage.words for usage in usages()] == list(SLASHES)


def test_reading_a_post_takes_no_time_worth_naming() -> None:
    """A stock bot spends more on its log line; ten times the usual 30 microseconds leaves room for a busy machine."""
    text = "add thu 4pm Meet our hygienist #human <@U1|ben>"
    grammar.read("/plan", text, READING)
    spent = []
    for _ in range(50):
        started = clock.perf_counter()
        grammar.read("/plan", text, READING)
        spent.append(clock.perf_counter() - started)
    assert min(spent) < 300e-6
