"""What Monday at 9:00 costs where the digests of 10,000 practices are due, beside 100.

    python -m bench.mondays [--practices 10000] [--few 100] [--sqlite-only] [--to-the-end]

Each number of practices has a database and a process of its own, on SQLite and on PostgreSQL. Printed: how long the one
tick takes that owes everything, by how much the process grows meanwhile, and what is left for a later tick, which must
be nothing. The practice that is looked at first is broken, and no other is left out for it.

With --to-the-end everything is sent as well, by one process like that of `rounds run`, to a pretend Slack in a process
apart that takes 20 ms for each message and five seconds for each of one practice. Printed then: how long until
everything was sent, when the middle and the last digest of the others came and when all of the slow practice, how long
a message of the others took of the whole, by how much the process grew, and what was sent twice. The broken practice
is looked at again after five minutes and sends nothing here.
"""

import argparse
import multiprocessing
import tempfile
from collections.abc import Callable
from typing import Any

from bench.monday_worker import carry, prepare, slack, tick
from bench.postgresql import real_postgresql

# Each process is forked from one that has imported everything already.
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["bench.monday_worker"])


def main(sizes: list[int], *, sqlite_only: bool, to_the_end: bool) -> None:
    grown = [_on_sqlite(size, to_the_end=to_the_end) for size in sizes]
    print(f"    grown by {grown[1]:.0f} MB beside {grown[0]:.0f} MB of {sizes[0]:,}")
    if not sqlite_only:
        grown = [_on_postgresql(size, to_the_end=to_the_end) for size in sizes]
        print(f"    grown by {grown[1]:.0f} MB beside {grown[0]:.0f} MB of {sizes[0]:,}")


def _on_sqlite(practices: int, *, to_the_end: bool) -> float:
    with tempfile.TemporaryDirectory() as folder:
        return _monday("SQLite", f"sqlite:///{folder}/rounds.sqlite", practices, to_the_end=to_the_end)


def _on_postgresql(practices: int, *, to_the_end: bool) -> float:
    with real_postgresql() as url:
        return _monday("PostgreSQL", url, practices, to_the_end=to_the_end)


def _monday(name: str, url: str, practices: int, *, to_the_end: bool) -> float:
    """Let it be Monday for so many practices; give the megabytes by which the process grew."""
    _alone(prepare, url, practices)
    if to_the_end:
        return _carried(name, url, practices)
    found = _alone(tick, url)
    print(
        f"{name}, {practices:,} practices: {found['digests']:,} digests owed in one tick of {found['seconds']:.1f} s "
        f"({found['seconds'] / practices * 1000:.1f} ms each), {found['left']} left for a later one"
    )
    return float(found["megabytes"])


def _carried(name: str, url: str, practices: int) -> float:
    here, there = _FORKS.Pipe()
    pretended = _FORKS.Process(target=slack, args=(there,), daemon=True)
    pretended.start()
    found = _alone(carry, url, here.recv())
    here.send("enough")
    keys, messages = here.recv()
    pretended.join(15)
    print(
        f"{name}, {practices:,} practices: {found['states']} after {found['seconds']:.0f} s; the middle digest after "
        f"{found['middle']:.0f} s, the last after {found['last']:.0f} s, everything of the slow practice after "
        f"{found['slow']:.0f} s; {found['each'] * 1000:.0f} ms a message, {messages - keys} sent twice"
    )
    return float(found["megabytes"])


def _alone(work: Callable[..., None], *given: object) -> dict[str, Any]:
    """Do something in a process of its own and give what it found."""
    here, there = _FORKS.Pipe()
    process = _FORKS.Process(target=work, args=(there, *given))
    process.start()
    there.close()
    try:
        found: dict[str, Any] = here.recv()
    except EOFError:
        raise RuntimeError(f"{work.__name__} has failed") from None
    process.join()
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--practices", type=int, default=10_000)
    parser.add_argument("--few", type=int, default=100)
    parser.add_argument("--sqlite-only", action="store_true")
    parser.add_argument("--to-the-end", action="store_true")
    asked = parser.parse_args()
    main([asked.few, asked.practices], sqlite_only=asked.sqlite_only, to_the_end=asked.to_the_end)
