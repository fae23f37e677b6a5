"""What Slack itself has to do later by the pretend clock: repeat an event, post a scheduled message."""

from __future__ import annotations

import heapq
import itertools
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from simulator.clock import SimulatedClock


@dataclass(order=True, slots=True)
class Job:
    """One thing to do at one moment."""

    at: datetime
    number: int
    work: Callable[[], None] = field(compare=False)
    cancelled: bool = field(default=False, compare=False)


class Agenda:
    """Jobs in the order of their moments."""

    def __init__(self, clock: SimulatedClock) -> None:
        self._clock = clock
        self._jobs: list[Job] = []
        self._numbers = itertools.count()
        self._lock = threading.Lock()
        self.watch()

    def watch(self) -> None:
        """Have the clock wake this agenda."""
        self._clock.add_sleeper(self._next, self._work)

    def add(self, at: datetime, work: Callable[[], None]) -> Job:
        """Do this at that moment."""
        job = Job(at, next(self._numbers), work)
        with self._lock:
            heapq.heappush(self._jobs, job)
        return job

    def clear(self) -> None:
        """Forget everything planned."""
        with self._lock:
            self._jobs.clear()

    def _next(self) -> datetime | None:
        with self._lock:
            while self._jobs and self._jobs[0].cancelled:
                heapq.heappop(self._jobs)
            return self._jobs[0].at if self._jobs else None

    def _work(self, now: datetime) -> None:
        while True:
            with self._lock:
                if not self._jobs or self._jobs[0].at > now:
                    return
                job = heapq.heappop(self._jobs)
            if not job.cancelled:
                job.work()
