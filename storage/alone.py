"""One process at a time serves a SQLite file: two would each take what the other has in hand for a dead one's.

PostgreSQL takes any number, and so does a file for those that only look or tick once. The lock is the operating
system's, on a file beside the database, so that it goes with the process however that ends.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.engine import Unavailable, file_of


class Taken(Exception):  # noqa: N818 - an error is named for the fact
    """Another process serves this database already."""


@contextmanager
def alone(url: str) -> Iterator[None]:
    """Be the one process that serves this database, until the end.

    Raises:
        Taken: another process is that one.
        Unavailable: there is no place for the lock beside the database.
    """
    file = file_of(url)
    if file is None:
        yield
        return
    try:
        lock = Path(f"{file}.lock").open("a")  # noqa: SIM115 - held for as long as the process serves
    except OSError as error:
        raise Unavailable(str(error.strerror)) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Taken from error
        yield
