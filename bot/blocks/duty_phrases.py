"""How duties are said: what each means, who could be asked and why, and whose minutes something goes beyond.

Nobody's skill and nobody's lateness is ever said here: only how gladly somebody does a thing, and their time.
"""

from collections.abc import Sequence

from bot.blocks import saying
from bot.blocks.plan_phrases import listed
from bot.domain.duties import A_WEEK
from bot.domain.suggestions import Suggestion
from bot.domain.weeks import Week
from bot.domain.workload import Load
from storage.tables import Duty, Member

MEANS = {
    Duty.PHOTO: "takes the pictures, or finds them",
    Duty.WRITING: "writes the captions",
    Duty.APPROVAL: "looks posts over before they go out",
    Duty.PUBLISHING: "puts posts out at their time",
    Duty.REPLIES: "answers comments and messages",
    Duty.FIGURES: "enters how posts did",
    Duty.LEADS: "logs new enquiries and how far they came",
    Duty.LEARNING: "tries something new and tells the others",
}
_DO = {
    Duty.PHOTO: "take photos",
    Duty.WRITING: "write captions",
    Duty.APPROVAL: "look posts over",
    Duty.PUBLISHING: "put posts out",
    Duty.REPLIES: "answer comments",
    Duty.FIGURES: "check how posts did",
    Duty.LEADS: "log enquiries",
    Duty.LEARNING: "try new things",
}
_GLADLY = {3: "would love to", 2: "is happy to", 1: "can if needed"}
_MINUTES = 60


def time(minutes: int) -> str:
    """Say a stretch of minutes: "1 h 30 min"."""
    hours, rest = divmod(minutes, _MINUTES)
    return " ".join([*([f"{hours} h"] if hours else []), *([f"{rest} min"] if rest or not hours else [])])


def could(suggestions: Sequence[Suggestion], this_week: Week | None = None) -> str:
    """Say who could be asked and why, one in a line: "*Ben* would love to take photos: 40 min free that week."."""
    return "\n".join(f"*{saying.name(one.member)}* {because(one, this_week)}." for one in suggestions)


def because(one: Suggestion, this_week: Week | None = None) -> str:
    """Say why somebody could be asked: "would love to take photos: 40 min free that week"."""
    gladly = _GLADLY[one.interest] if one.interest != 1 else "can"
    if_needed = " if needed" if one.interest == 1 else ""
    week = "this week" if one.week == this_week else "that week"
    free = f"{time(one.free)} free {week}" if one.free > 0 else f"{week} is full already"
    return f"{gladly} {_DO[one.duty]}{if_needed}, {free}"


def unsaid(duties: Sequence[Duty]) -> str:
    """Ask somebody who never agreed to a duty whether they would."""
    what = listed([_DO[duty] for duty in duties])
    return f"You haven't said that you {what}. Would you, this once or from now on?"


def agreed(duties: Sequence[Duty]) -> str:
    """Say what somebody has just agreed to: "Your duty from now on: photo, 1 h a week. ..."."""
    what = listed([f"{duty}, {time(A_WEEK[duty])} a week" for duty in duties])
    return f"Your {'duty' if len(duties) == 1 else 'duties'} from now on: {what}. `/rounds duties` changes that."


def over(loads: Sequence[Load], reader_id: int | None = None) -> str:
    """Say whose minutes are exceeded: "That makes 95 of Ben's 60 minutes for photo that week."."""
    return " ".join(
        f"That makes {load.planned} of {'your' if load.member.id == reader_id else _whose(load.member)} "
        f"{load.agreed} minutes for {load.duty} that week."
        for load in loads
    )


def loads(found: Sequence[Load]) -> str:
    """Say what somebody has this week: "Your minutes this week: photo 20 of 60, writing 0 of 30."."""
    parts = ", ".join(f"{load.duty} {load.planned} of {load.agreed}" for load in found)
    return f"Your minutes this week: {parts}." if parts else ""


def _whose(member: Member) -> str:
    return f"{saying.name(member)}'s"
