"""Reading ideas: whose month's thread is meant, and an idea that is typed."""

from bot.commands import vocabulary as v
from bot.commands.months import month_after, read_month
from bot.commands.typed import Typed
from bot.commands.when import Reading


def read_ideas(typed: Typed, reading: Reading) -> v.Command:
    """Read which month ideas are for; next month where none is named."""
    return v.ShowIdeas(read_month(typed.text, reading.today) if typed.pieces else month_after(reading.today, 1))


def read_idea(typed: Typed, reading: Reading) -> v.Command:
    """Read an idea, which is for next month."""
    return v.AddIdea(typed.text, month_after(reading.today, 1))
