"""Reading the days and times that office people type.

    words ──▶ tidy ──▶ tokens ──▶ shapes: where the day ends and the time begins ──▶ days + times ──▶ bounds ──▶ Moment
                                   ├─ a whole text with no shape ──▶ second: dateparser, believed only if every word
                                   │                                 reads back; then languages: German to Portuguese
                                   └─ refusals: what was wrong, and what would work

The rules, all visible in the echo of what was read:
- A weekday is the next one from today on: today itself, unless the time named with it has passed. "this thu" is the one
  of this week (Monday to Sunday), "next thu" the one of the week after.
- A day and month without a year is the next such day.
- An hour without am or pm is taken where exactly one of its two readings lies in that day's opening hours; "04:30" with
  its zero, and any time beside a date like 2026-12-03, is on the 24-hour clock.
- Half past twelve is always the one at lunch. "In the morning", "tonight" and the like say am or pm, and must agree.
- "The Friday after next", "nächsten Freitag" and 12.3.2027 mean one day to some and another to others: they are refused
  wherever that makes a difference.
- Where what stands beside the day of a line could belong to it ("fri 4th", "thu 4pm-5pm"), it is asked about: doubts.
- What could belong to a sentence ("thu week in review", "dec 3 sun safety") is a day only where nothing else is said.
- "noon" is 12:00; midnight is refused, because it belongs to two days; "eod" is closing time, "first thing" opening.
- The past, and what lies more than a year ahead, is refused; so is whatever could be two things.
"""

from bot.commands.when.hours import find_stretch, read_stretch
from bot.commands.when.moment import Moment, Reading, echo
from bot.commands.when.phrases import read_day, read_moment, split_line, split_moment
from bot.commands.when.second import warm
from bot.commands.when.spans import read_span
from bot.commands.when.weeks import read_week

__all__ = [
    "Moment",
    "Reading",
    "echo",
    "find_stretch",
    "read_day",
    "read_moment",
    "read_span",
    "read_stretch",
    "read_week",
    "split_line",
    "split_moment",
    "warm",
]
