"""Threads that answer requests for an event loop, which must not wait for a database or for Slack itself.

Handing over to the event loop's own pools takes as long as a short command does, and threads of theirs that wait for
Slack keep the process from leaving. It knows nothing of what the work is.
"""

import asyncio
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TypeVar

T = TypeVar("T")


class Hands:
    """Up to so many threads, made when none is free; asked by one event loop only."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made = 0
        self._gone = False
        self._asking = threading.Lock()
        self._free = 0
        self._waiting: SimpleQueue[Callable[[], None] | None] = SimpleQueue()

    def take(self, work: Callable[[], T]) -> "asyncio.Future[T]":
        """Have work done; what is given back can be awaited for what came of it."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()

        def do() -> None:
            try:
                done = work()
            except Exception as error:  # noqa: BLE001 - whoever asked is told
                loop.call_soon_threadsafe(_fail, answer, error)
            else:
                loop.call_soon_threadsafe(_tell, answer, done)

        with self._asking:
            if self._gone:
                threading.Thread(target=do, name="late-hand", daemon=True).start()
                return answer
            self._waiting.put(do)
            if self._free:
                self._free -= 1
            elif self._made < self._most:
                self._made += 1
                threading.Thread(target=self._work, name=f"hand-{self._made}", daemon=True).start()
        return answer

    def let_go(self) -> None:
        """Have each thread end when what was asked for is done; what is asked later has a thread of its own."""
        with self._asking:
            self._gone = True
            for _ in range(self._made):
                self._waiting.put(None)

    def _work(self) -> None:
        while (do := self._waiting.get()) is not None:
            do()
            del do  # what was answered is not kept until the next question
            with self._asking:
                self._free += 1


def _tell(answer: "asyncio.Future[T]", done: T) -> None:
    if not answer.done():  # the request may have gone away
        answer.set_result(done)


def _fail(answer: "asyncio.Future[T]", error: Exception) -> None:
    if not answer.done():
        answer.set_exception(error)
