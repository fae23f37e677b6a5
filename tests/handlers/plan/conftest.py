"""Bright Smile Dental as fixtures, in one transaction of a fresh database."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from storage.engine import Database
from tests.handlers.plan.bright_smile import Practice, found, settle


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.transaction() as session:
        yield session


@pytest.fixture
def newcomers(session: Session) -> Practice:
    """The practice on the day the bot arrives: people, and nothing set up."""
    return found(session, "T0BRIGHT")


@pytest.fixture
def practice(newcomers: Practice) -> Practice:
    """The practice, set up for two weeks, on Monday at nine."""
    return settle(newcomers)
