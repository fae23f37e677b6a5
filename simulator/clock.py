"""The pretend clock: a test or a demo can stop it, hurry it or skip to a moment, and those who wait are woken in order.

It knows nothing of Slack. Whoever waits for a moment ("sleeper") says when it wants to be woken and what to do then.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(slots=True, eq=False)
class _Sleeper:
    next_wake: Callable[[], datetime | None]
    wake: Callable[[datetime], None]
    woken_for: datetime | None = field(default=None)

    def wants(self) -> datetime | None:
        """The next moment this sleeper waits for, or none while it still names the one it was just woken for."""
        moment = self.next_wake()
        if moment is not None and moment == self.woken_for:
            return None
        return moment


def real_now() -> datetime:
    """The moment on everybody's watch, whatever the pretend clock says."""
    return datetime.now(UTC)


class SimulatedClock:
    """A clock that never goes back: still, or running at any speed, and able to skip ahead."""

    def __init__(self, start: datetime, *, running: bool = False, speed: float = 1.0) -> None:
        if start.tzinfo is None:
            raise ValueError("the clock needs an aware datetime")
        self._state = threading.RLock()
        self._skipping = threading.RLock()
        self._sleepers: list[_Sleeper] = []
        self._at = start.astimezone(UTC)
        self._anchor = time.monotonic()
        self._running = running
        self._speed = speed
        self._pace: tuple[bool, float] | None = None  # how it went before somebody hurried it

    @classmethod
    def real(cls) -> Self:
        """A clock that starts at this very moment and keeps real time, until somebody skips."""
        return cls(real_now(), running=True)

    @property
    def running(self) -> bool:
        """Whether the clock moves by itself."""
        return self._running

    @property
    def speed(self) -> float:
        """How many pretend seconds pass in one real second while it runs."""
        return self._speed

    @property
    def hurried(self) -> bool:
        """Whether somebody has hurried it for a while."""
        return self._pace is not None

    def now(self) -> datetime:
        """The pretend moment, aware and in UTC, never earlier than any moment told before."""
        with self._state:
            if self._running:
                here = time.monotonic()
                self._at += timedelta(seconds=(here - self._anchor) * self._speed)
                self._anchor = here
            return self._at

    def run(self, speed: float = 1.0) -> None:
        """Let the clock move by itself from here on."""
        with self._state:
            self.now()
            self._running, self._speed, self._anchor = True, speed, time.monotonic()

    def hold(self) -> None:
        """Stop the clock where it is."""
        with self._state:
            self.now()
            self._running = False

    def hurry(self, speed: float) -> None:
        """Run so many times as fast until `ease`."""
        with self._state:
            self._pace = self._pace or (self._running, self._speed)
            self.run(speed)

    def ease(self) -> None:
        """Go on as before somebody hurried the clock, or stand still again."""
        with self._state:
            if self._pace is None:
                return
            self.now()
            self._running, self._speed = self._pace
            self._pace = None

    def add_sleeper(
        self, next_wake: Callable[[], datetime | None], wake: Callable[[datetime], None]
    ) -> Callable[[], None]:
        """Have `wake` called whenever the clock passes what `next_wake` names; returns a way to leave again."""
        sleeper = _Sleeper(next_wake, wake)
        with self._state:
            self._sleepers.append(sleeper)

        def leave() -> None:
            with self._state:
                if sleeper in self._sleepers:
                    self._sleepers.remove(sleeper)

        return leave

    def skip_to(self, at: datetime) -> None:
        """Move to `at`, stopping at every moment somebody waits for; each is done before the clock goes on."""
        target = at.astimezone(UTC)
        with self._skipping:
            while (due := self._earliest(target)) is not None:
                sleeper, moment = due
                self._set(moment)
                sleeper.woken_for = moment
                sleeper.wake(self.now())
            self._set(target)
            for sleeper in list(self._sleepers):
                sleeper.woken_for = None

    def skip(self, by: timedelta) -> None:
        """Move ahead by a length of time, as `skip_to`."""
        self.skip_to(self.now() + by)

    def next_wake(self) -> datetime | None:
        """The earliest moment somebody waits for, or none."""
        with self._state:
            sleepers = list(self._sleepers)
        return min((moment for sleeper in sleepers if (moment := sleeper.wants()) is not None), default=None)

    def wake_due(self) -> None:
        """Wake whoever waits for a moment that has come by itself; a running server calls this again and again."""
        self.skip_to(self.now())

    def _earliest(self, target: datetime) -> tuple[_Sleeper, datetime] | None:
        with self._state:
            sleepers = list(self._sleepers)
        waiting = [(sleeper, wanted) for sleeper in sleepers if (wanted := sleeper.wants()) and wanted <= target]
        return min(waiting, key=lambda pair: pair[1], default=None)

    def _set(self, at: datetime) -> None:
        with self._state:
            self._at = max(self.now(), at)

    def restart(self, start: datetime) -> None:
        """Begin again at another moment, with no sleepers: only for a simulator that is reused by the next test."""
        with self._state:
            self._sleepers.clear()
            self.ease()
            self._at, self._anchor = start.astimezone(UTC), time.monotonic()
