"""The errands about photos: fetching a cleared one, and deleting the copies of one that was set aside.

Both may be run again at any moment: what an earlier try has left is overwritten or found. Slack and the photo store are
asked between two transactions, never within one.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

from slack_sdk import WebClient

from bot.domain.problems import Problem
from bot.handlers import attaching
from bot.handlers.call import Scene
from bot.pictures import preparing
from bot.pictures.preparing import Copies
from bot.pictures.store import NoPlace, PhotoStore, delete_files, keys_of
from bot.pictures.unusable import Unusable
from bot.slack import files
from bot.slack.delivery import TryLater

_SOON = timedelta(seconds=30)
MOST_TRIES = 6
"""After so many tries somebody is told; they can ask for another one."""

Transaction = Callable[[], AbstractContextManager[Scene]]


def fetch_photo(
    about: Mapping[str, Any], transaction: Transaction, client: WebClient, store: PhotoStore, *, tries: int = 1
) -> None:
    """Fetch a cleared photo, keep its cleaned copies and take in what came of it.

    Raises:
        TryLater: Slack or the photo store is busy or out of reach.
        Unreachable: the app was removed.
    """
    photo_id = int(about["photo"])
    with transaction() as scene:
        photo = attaching.to_fetch(scene, photo_id)
    if photo is None:
        return
    try:
        copies = preparing.prepare(_bytes(client, photo.file_id, tries))
        _keep(store, photo.stored_as, copies, tries)
    except Unusable as unusable:
        with transaction() as scene:
            attaching.failed(scene, photo_id, unusable.problem)
        return
    with transaction() as scene:
        is_wanted = attaching.fetched(
            scene, photo_id, stored_as=photo.stored_as, width=copies.width, height=copies.height
        )
    if not is_wanted:
        forget_photo({"stored_as": photo.stored_as}, store)


def forget_photo(about: Mapping[str, Any], store: PhotoStore) -> None:
    """Delete the copies of a photo that was set aside.

    Raises:
        TryLater: the photo store is out of order.
    """
    try:
        delete_files(store, keys_of(str(about["stored_as"])))
    except NoPlace as error:
        raise TryLater(_SOON, reason=f"the photo store: {error}") from error


def forget_workspace_photos(workspace_id: int, store: PhotoStore) -> None:
    """Delete every copy of every photo of a workspace, also what no row knows of any more."""
    delete_files(store, store.keys(workspace_id))


def _bytes(client: WebClient, file_id: str, tries: int) -> bytes:
    try:
        return files.fetch(client, file_id)
    except TryLater:
        if tries < MOST_TRIES:
            raise
        raise Unusable(Problem.NO_DOWNLOAD) from None


def _keep(store: PhotoStore, stored_as: str, copies: Copies, tries: int) -> None:
    try:
        store.keep(stored_as, copies)
    except NoPlace as error:
        if tries < MOST_TRIES:
            raise TryLater(_SOON, reason=f"the photo store: {error}") from error
        raise Unusable(Problem.NOT_KEPT) from error
