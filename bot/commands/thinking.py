"""Reading ideas and what people ask: whose month is meant, an idea, a question with where it was asked."""

from bot.commands import vocabulary as v
from bot.commands.months import month_after, read_month
from bot.commands.typed import Typed, put_back
from bot.commands.when import Reading
from bot.domain import questions


def read_ideas(typed: Typed, reading: Reading) -> v.Command:
    """Read which month ideas are for; next month where none is named."""
    return v.ShowIdeas(read_month(typed.text, reading.today) if typed.pieces else month_after(reading.today, 1))


def read_idea(typed: Typed, reading: Reading) -> v.Command:
    """Read an idea, which is for next month."""
    return v.AddIdea(typed.text, month_after(reading.today, 1))


def read_question(typed: Typed, _reading: Reading) -> v.Command:
    """Read what people ask, and where they asked it by a tag."""
    tags = [piece.value for piece in typed.pieces if piece.sign == "tag"]
    words = put_back([piece for piece in typed.pieces if piece.sign != "tag"])
    return v.LogQuestion(words, questions.via(tags))
