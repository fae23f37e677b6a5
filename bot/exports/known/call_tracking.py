"""Exports of call tracking, as CallRail and its like make them: only how many calls came on a day, from which source."""

from bot.domain.exports import Export, Form
from bot.exports import calls
from bot.exports.finding import Given, Matched, Shape

_OF_CALLS = "Tracking Number|Number Name|Recording Url|Recording|Call ID|Caller|Caller Name|Caller Number"


def _read(matched: Matched, given: Given) -> Export:
    found, questions = calls.read(matched, given)
    return matched.export(network="", places=found, questions=questions)


CALLS = Shape(
    form=Form.CALLS,
    needs=("at", "source"),
    any_of=("duration", "call"),
    columns={
        "at": "Start Time|Call Start Time|Date|Call Date|Start Date",
        "source": "Source|Source Name|Tracking Source",
        "status": "Call Status|Outcome|Status",
        "call": _OF_CALLS,
        "duration": "Duration (seconds)|Duration|Call Duration|Duration (s)",
        "is_first": "First-Time Caller|First-Time Call|First Call|New Caller",
        "is_qualified": "Qualified|Lead Status|Good Lead",
    },
    ignored="Medium|Campaign|Value|Time|Device Type|Company Name|Direction|Reported Attribution|Tags",
    personal=_OF_CALLS,
    others_are_personal=True,
    read=_read,
)
