"""What the counts say since a decision, in words: what posts show of it and what came in, beside the weeks before.

Never why. What a few numbers can't tell is said to be open.
"""

from bot.blocks import saying
from bot.blocks.plan_phrases import listed
from bot.domain.decisions import Expects, Since
from bot.domain.measured import Measured, Stretch
from bot.domain.outcomes.course import Reviewed
from bot.domain.verdict import Share

_OPEN = "The counts can't say yet: there are not as many known weeks before it as since."
_NEW = "Too early: no whole week has passed since."
_MEASURED = {
    Expects.COMMENTS: "Comments on a post",
    Expects.REACH: "Reach of a post",
    Expects.ENGAGEMENT: "Engaged, of every 100 reached",
}
_REAL, _CHANCE = "That is likely real.", "Chance alone does that easily."


def happened(each: Reviewed) -> str:
    """Say what the counts are since a decision, beside as many weeks before it: what was expected of it first."""
    if each.is_new:
        return _NEW
    if each.measured is None:
        return _came(each.since) if each.since else _OPEN
    told = _posts(each.measured)
    return f"{told} {_came(each.since)}" if each.since else told


def _came(since: Since) -> str:
    weeks, real = _weeks(since.weeks), _REAL if since.is_likely_real else _CHANCE
    if since.booked is not None:
        before, after = since.booked
        return f"Booked in the {weeks} since: {_share(after)}; in the {weeks} before: {_share(before)}. {real}"
    leads = saying.count(since.after, "lead").capitalize()
    return f"{leads} in the {weeks} since, {since.before} in the {weeks} before. {real}"


def _posts(measured: Measured) -> str:
    """Say what posts show: "Comments on a post in the 4 weeks since: 6 in the middle of 9 posts (4 to 8); ..."."""
    weeks = _weeks(measured.weeks)
    after, before = (_stretch(each, measured.expects) for each in (measured.after, measured.before))
    told = f"{_MEASURED[measured.expects]} in the {weeks} since: {after}; in the {weeks} before: {before}."
    if measured.is_apart is None:
        return f"{told} That is too little to compare."
    return f"{told} {_REAL if measured.is_apart else _CHANCE}"


def _stretch(found: Stretch, expects: Expects) -> str:
    if not found.posts:
        return "no post was out"
    if not found.known:
        return f"not known of {'the one post' if found.posts == 1 else f'any of {found.posts} posts'}"
    if found.middle is None and not found.numbers:
        return f"known of {found.known} of {saying.count(found.posts, 'post')}"
    more = found.posts - found.known
    return f"{_known(found, expects)}{f', not known of {more} more' if more else ''}"


def _known(found: Stretch, expects: Expects) -> str:
    """Say the middle with its range, or of few posts each number: "2, 3 and 9 on 3 posts"."""
    of = saying.count(found.known, "post")
    if found.middle is None or found.range is None:
        return f"{listed([f'{number:,}' for number in found.numbers])} on {of}"
    between = f"{_number(found.range.low)} to {_number(found.range.high)}"
    where = "on" if expects is Expects.ENGAGEMENT else "in the middle of"
    return f"{_number(found.middle)} {where} {of} ({between})"


def _weeks(number: int) -> str:
    return "week" if number == 1 else saying.count(number, "week")


def _number(number: float) -> str:
    return f"{number:,.0f}" if number >= 1_000 else saying.tenths(number)


def _share(share: Share) -> str:
    return f"{share.part} of {share.whole}"
