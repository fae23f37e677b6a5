"""What a file from a network, an ad account or a practice's own table says, as plain rows; what is asked about it.

Everything here is a shape: `bot/exports/` reads files into it, handlers match it with the plan and keep it. It refuses
to know files, and has no place for names, phones, mails or answers of people.
"""

from bot.domain.exports.asked import Answers, Asks, Question
from bot.domain.exports.export import Export
from bot.domain.exports.forms import BOTH_OF_META, Form, RowsAre
from bot.domain.exports.lines import LeadLine, PlaceCount, PostCounts, Skipped, SpendingLine, Why
from bot.domain.exports.tables import MEANINGS, Column, Holds, Means, Table

__all__ = [
    "BOTH_OF_META",
    "MEANINGS",
    "Answers",
    "Asks",
    "Column",
    "Export",
    "Form",
    "Holds",
    "LeadLine",
    "Means",
    "PlaceCount",
    "PostCounts",
    "Question",
    "RowsAre",
    "Skipped",
    "SpendingLine",
    "Table",
    "Why",
]
