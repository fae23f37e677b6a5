from collections.abc import Iterator

import photo_practice as office
import pytest
from photo_practice import Practice
from pretend_files import PretendFiles, serving

from bot.pictures.store import PhotoStore, open_store
from storage.engine import Database


@pytest.fixture
def practice(memory_database: Database) -> Practice:
    return office.opened(memory_database)


@pytest.fixture
def slack_files() -> Iterator[PretendFiles]:
    with serving() as pretend:
        yield pretend


@pytest.fixture
def store() -> PhotoStore:
    return open_store("memory://")
