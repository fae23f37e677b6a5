"""What an agency reaches is decided for every command, and help shows them nothing that is out of reach."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import get_args
from zoneinfo import ZoneInfo

import pytest

from bot.blocks.reach import within
from bot.blocks.surfaces import Message
from bot.commands import buttons, grammar, reach
from bot.commands import vocabulary as v
from bot.commands.help import usages, usages_within
from bot.commands.phrases import PHRASES
from bot.commands.when import Reading
from bot.domain.errors import Misread
from bot.domain.practice import DEFAULT_OPENING
from bot.domain.roles import Theirs

EVERY = set(get_args(v.Command))
NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)
READING = Reading(now=NOW, zone=ZoneInfo("America/New_York"), day_first=False, opening=DEFAULT_OPENING)
EXAMPLES = {
    "add": "thu 4pm Meet us", "event": '"Fair" sat 10-14', "skip": "thu", "move": "thu to fri", "idea": "Chairs",
    "series": "every thu 4pm until mar 31 Smile", "copy": "november to december", "pause": "until jan 7",
    "away": "until mon", "month": "next", "quarter": "last", "decide": "Two posts",
}  # fmt: skip


def test_every_command_is_within_reach_of_an_agency_or_stays_with_the_team_and_never_both() -> None:
    assert reach.WITHIN | set(reach.OUT) == EVERY
    assert not reach.WITHIN & set(reach.OUT)
    assert {reach.stays_with(command) for command in reach.WITHIN} == {None}


def test_a_command_that_nobody_thought_of_stays_with_the_team() -> None:
    assert reach.stays_with(int) is Theirs.SETTINGS  # type: ignore[arg-type]


@pytest.mark.parametrize("slash", PHRASES)
def test_help_shows_an_agency_what_it_reaches_and_nothing_else(slash: str) -> None:
    read = 0
    for phrase in PHRASES[slash]:
        with suppress(Misread):
            command = grammar.read(slash, f"{phrase.start} {EXAMPLES.get(phrase.start, '')}", READING)
            assert reach.is_phrase_within(slash, phrase.start) is (type(command) in reach.WITHIN), phrase
            read += 1
    assert read
    assert set(usages_within(slash)) <= set(usages(slash))
    assert all(usage.words.split()[0] != "/leads" for usage in (*usages_within(), *usages_within(slash)))


def test_what_leads_out_of_reach_is_left_out_of_a_drawing() -> None:
    def button(command: v.Command) -> dict[str, str]:
        return {"type": "button", "action_id": buttons.action_of(command), "value": buttons.value_of(command)}

    menu = {"type": "static_select", "action_id": buttons.picked_action(v.MoveLead, "stage", {"lead_id": 1})}
    link = {"type": "button", "action_id": "elsewhere", "url": "https://example.com"}
    words = {"type": "mrkdwn", "text": "Lead"}
    drawn = within(
        Message(
            "Home",
            [
                {"type": "actions", "elements": [button(v.OpenPostForm()), button(v.OpenLeadForm()), link]},
                {"type": "actions", "elements": [button(v.ShowLeads())]},
                {"type": "section", "text": words, "accessory": menu},
                {"type": "section", "text": words, "accessory": button(v.OpenPost(1))},
            ],
        )
    )
    assert drawn == Message(
        "Home",
        [
            {"type": "actions", "elements": [button(v.OpenPostForm()), link]},
            {"type": "section", "text": words},
            {"type": "section", "text": words, "accessory": button(v.OpenPost(1))},
        ],
    )
