"""One practice in a fresh database for each test, on SQLite and on PostgreSQL."""

import pytest
from numbers_practice import Practice


@pytest.fixture
def session(database):
    with database.transaction() as session:
        yield session


@pytest.fixture
def practice(session):
    return Practice(session)
