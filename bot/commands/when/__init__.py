"""Reading the days and times that office people type.

    words ──▶ tokens ──▶ phrases: one look-up of the whole shape ──▶ days + times ──▶ bounds ──▶ Moment
                            └─ unknown shape ──▶ second: dateparser, believed only if every word reads back
                                                    └─ refusals: what was wrong, and what would work

The rules, all visible in the echo of what was read:
- A weekday is the next one from today on: today itself, unless the time named with it has passed. "this thu" is the one
  of this week (Monday to Sunday), "next thu" the one of the week after.
- A day and month without a year is the next such day.
- An hour without am or pm is taken where exactly one of its two readings lies in that day's opening hours; "04:30" with
  its zero, and any time beside a date like 2026-12-03, is on the 24-hour clock.
- "noon" is 12:00; midnight is refused, because it belongs to two days; "eod" is closing time, "first thing" opening.
- The past, and what lies more than a year ahead, is refused; so is whatever could be two things.
"""

from bot.commands.when.moment import Moment, Reading, echo
from bot.commands.when.phrases import read_moment, split_line, split_moment
from bot.commands.when.second import warm
from bot.commands.when.spans import read_span
from bot.commands.when.weeks import read_week

__all__ = ["Moment", "Reading", "echo", "read_moment", "read_span", "read_week", "split_line", "split_moment", "warm"]
