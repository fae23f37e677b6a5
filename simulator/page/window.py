"""Which part of a long conversation is drawn: enough to read, few enough to stay quick however long it is.

A window either follows the newest message or stays where its reader has scrolled to; it moves by a step at a time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.rows import Message

OPENS_WITH, STEP, MOST = 30, 50, 150
BEFORE_UNREAD = 5  # read messages shown above the first unread one


@dataclass(frozen=True, slots=True)
class Window:
    """What a page shows now, and which way its reader goes on; empty bounds mean the newest messages."""

    first: str = ""  # the ts of the oldest message shown
    last: str = ""  # the ts of the newest; empty where it follows whatever comes
    more: str = ""  # "older" or "newer"
    following: bool = True  # whether the reader is at the end


@dataclass(frozen=True, slots=True)
class Cut:
    """The messages to draw, the bounds to ask with next time, and whether there are more on either side."""

    messages: Sequence[Message]
    first: str = ""
    last: str = ""
    older: bool = False
    newer: bool = False


def cut(messages: Sequence[Message], asked: Window, unread_after: str = "") -> Cut:
    """Choose what to draw of a conversation, its messages in the order of their ts."""
    stamps = [message.ts for message in messages]
    count = len(stamps)
    end = bisect_right(stamps, asked.last) if asked.last else count
    if asked.first:
        start = bisect_left(stamps, asked.first)
    else:
        start = max(0, end - OPENS_WITH)
        unread = max(0, bisect_right(stamps, unread_after) - BEFORE_UNREAD) if unread_after else start
        if unread >= end - MOST:  # where there is more to read than is drawn, it opens at the end all the same
            start = min(start, unread)
    start, end = _moved(start, end, count, asked)
    drawn = messages[start:end]
    return Cut(
        drawn,
        first=drawn[0].ts if drawn and (start or asked.first) else "",
        last=drawn[-1].ts if drawn and end < count else "",
        older=start > 0,
        newer=end < count,
    )


def _moved(start: int, end: int, count: int, asked: Window) -> tuple[int, int]:
    """Go on by a step, and let go of what is furthest from the reader."""
    if asked.more == "older":
        start = max(0, start - STEP)
        end = min(end, start + MOST)
    elif asked.more == "newer":
        end = min(count, end + STEP)
        start = max(start, end - MOST)
    elif end - start > MOST:
        start, end = (end - OPENS_WITH, end) if asked.following else (start, start + MOST)
    return start, end
