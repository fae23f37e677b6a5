"""Whose the strategy is to change, and that a practice only ever sees its own."""

import pytest
from sqlmodel import Session

from bot.commands.vocabulary import OpenStrategyForm, SetStrategy, ShowStrategy, ShowStrategyChanges
from bot.domain.errors import NotAllowed, NotFound
from bot.domain.outcomes.strategy import StrategyShown
from bot.handlers import strategy
from storage import members
from storage.tables import Role
from tests.handlers.plan.bright_smile import Practice, found, settle

WORDS = SetStrategy(voice="Warm", purposes="", answerer="", within="", ways="", measures="")


def test_marketing_changes_it_and_a_hygienist_reads_it(practice: Practice, session: Session) -> None:
    workspace_id = practice.workspace.id or 0
    members.hold(session, workspace_id, Role.MARKETING, practice.people["sarah"])
    strategy.set_strategy(WORDS, practice.call("sarah"))
    shown = strategy.show_strategy(ShowStrategy(), practice.call("ben"))
    assert shown.strategy is not None
    assert (shown.strategy.voice, shown.may_change) == ("Warm", False)
    with pytest.raises(NotAllowed, match="Ana writes the strategy"):
        strategy.set_strategy(WORDS, practice.call("ben"))
    with pytest.raises(NotAllowed):
        strategy.open_strategy_form(OpenStrategyForm(), practice.call("ben"))


def test_it_is_one_practices_own_and_what_is_said_twice_makes_no_version(practice: Practice, session: Session) -> None:
    strategy.set_strategy(WORDS, practice.call("ana"))
    again = strategy.set_strategy(WORDS, practice.call("ana"))
    assert isinstance(again, StrategyShown)
    assert not again.is_news
    changed = strategy.show_strategy_changes(ShowStrategyChanges(), practice.call("ana"))
    assert [one.number for one, _ in changed.versions] == [1]
    other = settle(found(session, "T0RIVER"))
    assert strategy.show_strategy(ShowStrategy(), other.call("ana")).strategy is None
    with pytest.raises(NotFound):
        strategy.show_strategy(ShowStrategy(), found(session, "T0NEW").call("ana"))
