"""Where the copies of photos are kept: a local folder or a bucket.

Knows keys and bytes only; which photo they belong to, under a name nobody can guess, is remembered in the photo's row.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from obstore.exceptions import BaseError
from obstore.store import LocalStore, MemoryStore, ObjectStore, from_url

from bot.pictures.preparing import Copies

_NAMES = ("full.jpg", "web.jpg", "thumbnail.jpg")


class NoPlace(Exception):  # noqa: N818 - an error is named for the fact
    """The photo store is full, gone, not ours to write to or of no known kind; the cause's words may hold addresses."""


class PhotoStore:
    """Keeps copies of photos; safe to use from several threads."""

    def __init__(self, inner: ObjectStore) -> None:
        self._inner = inner

    def keep(self, stored_as: str, copies: Copies) -> None:
        """Keep the copies under a name; keeping them again under the same name leaves one of each.

        Raises:
            NoPlace: the folder or bucket did not take them.
        """
        try:
            for key, data in zip(keys_of(stored_as), (copies.full, copies.web, copies.thumbnail), strict=True):
                self._inner.put(key, data)
        except (BaseError, OSError) as error:
            raise NoPlace(type(error).__name__) from error

    def read(self, key: str) -> bytes:
        """Give the bytes kept under a key."""
        return bytes(self._inner.get(key).bytes())

    def delete(self, key: str) -> None:
        """Delete what is kept under a key; nothing there is just as good.

        Raises:
            NoPlace: the folder or bucket did not let go of it.
        """
        try:
            self._inner.delete(key)
        except (FileNotFoundError, NotADirectoryError):
            return
        except (BaseError, OSError) as error:
            raise NoPlace(type(error).__name__) from error

    def keys(self, workspace_id: int) -> list[str]:
        """Give all keys of a workspace."""
        return [found["path"] for page in self._inner.list(prefix=f"{workspace_id}/") for found in page]


def open_store(url: str) -> PhotoStore:
    """Open the photo store at an address: a folder, `file:///…`, `s3://bucket/folder` and the like, or `memory://`.

    A folder is made where there is none.

    Raises:
        NoPlace: the folder can't be made or written to, or nothing of this kind is known; it says which.
    """
    parts = urlsplit(url)
    if parts.scheme == "memory":
        return PhotoStore(MemoryStore())
    if parts.scheme in ("", "file") or len(parts.scheme) == 1:
        folder = Path(url2pathname(parts.path)) if parts.scheme == "file" else Path(url)
        return PhotoStore(LocalStore(_made(folder.expanduser().absolute())))
    try:
        return PhotoStore(from_url(url))
    except (BaseError, ValueError) as error:
        raise NoPlace("nothing is known of such an address") from error


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NoPlace(f"the folder can't be made ({error.strerror})") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise NoPlace("the folder can't be written to")
    return folder


def keys_of(stored_as: str) -> list[str]:
    """Give the keys of all copies of one photo; none for a photo that was never kept."""
    return [f"{stored_as}/{name}" for name in _NAMES] if stored_as else []


def delete_files(store: PhotoStore, keys: Iterable[str]) -> None:
    """Delete the copies under these keys, as when a photo is set aside or a workspace is forgotten."""
    for key in keys:
        store.delete(key)
