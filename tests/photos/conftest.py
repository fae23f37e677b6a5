from collections.abc import Iterator

import photo_practice as office
import pytest
from photo_practice import Practice
from pretend_files import PretendFiles, serving
from sqlmodel import SQLModel

from bot.pictures.store import PhotoStore, open_store
from storage.engine import Database


@pytest.fixture
def practice() -> Iterator[Practice]:
    database = Database("sqlite://")
    SQLModel.metadata.create_all(database.engine)
    yield office.opened(database)
    database.close()


@pytest.fixture
def slack_files() -> Iterator[PretendFiles]:
    with serving() as pretend:
        yield pretend


@pytest.fixture
def store() -> PhotoStore:
    return open_store("memory://")
