"""What makes a post: its words, its moment, its links, and who may take it out. It refuses to know places and steps."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.domain import discretion, misreadings, networks, plan_errors, roles
from bot.domain.localtime import change_around, first_instant
from storage.tables import Member, Post, Role

MOST_CHARACTERS = 4000
"""What one slash command or form can bring along; everything typed is kept."""
MOST_LINK = 1000
"""Longer than any address of a post, and short enough, as Slack writes it, for several in one message."""
_A_YEAR = timedelta(days=366)


class LeftOpen(StrEnum):
    """What people may leave open about a post; what, when and who always have an answer."""

    WHY = "why"
    HOW = "how"
    TAKES = "what it takes"


def keepable(typed: str) -> str:
    """Give typed words without blanks around them, and without what no database keeps: NUL and halves of characters."""
    return typed.replace("\0", "").encode(errors="ignore").decode().strip()


def words(typed: str) -> str:
    """Give what the post is about as typed; refuse nothing at all and more than can be kept."""
    kept = keepable(typed)
    if not kept:
        raise plan_errors.no_words()
    if len(kept) > MOST_CHARACTERS:
        raise plan_errors.too_many_words(len(kept), MOST_CHARACTERS)
    return kept


def check_discreet(typed: str, today: date) -> None:
    """Refuse words that hold a contact, a record number or a date of birth: the plan is seen by everybody."""
    if discretion.holds_contact(typed, today):
        raise plan_errors.may_be_a_person()


def within_limits(typed: str, *, field: str) -> str:
    """Give an answer back; refuse more than can be kept."""
    if len(typed) > MOST_CHARACTERS:
        raise plan_errors.too_many_words(len(typed), MOST_CHARACTERS).beside(field)
    return typed


def instant(on: date, at: time, zone: ZoneInfo, *, field: str) -> datetime:
    """Give the instant of a local day and time that exists once; Misread where clocks change around it."""
    change = change_around(on, at, zone)
    if change is not None:
        refusal = misreadings.skipped if change.skips else misreadings.repeated
        raise refusal(on, at, change.leaves, change.shows).beside(field)
    return first_instant(on, at, zone).astimezone(UTC)


def publish_moment(on: date, at: time, *, now: datetime, zone: ZoneInfo) -> datetime:
    """Give the instant of a local day and time that exists once, lies ahead and is at most a year away."""
    moment = instant(on, at, zone, field="at")
    today = now.astimezone(zone).date()
    if moment <= now:
        raise misreadings.past(on, at).beside("on" if on < today else "at")
    if on - today > _A_YEAR:
        raise misreadings.too_far(on).beside("on")
    return moment


def link(typed: str, *, field: str) -> str:
    """Give a web address as typed, or nothing where nothing was; refuse what a browser would not open."""
    kept = keepable(typed)
    if not kept:
        return ""
    try:
        parts = urlsplit(kept)
        opens = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        opens = False
    if (
        not opens
        or len(kept.replace("&", "&amp;")) > MOST_LINK
        or any(mark.isspace() or mark in '<>"|' for mark in kept)
    ):
        raise plan_errors.not_a_link(field)
    return kept


def code(post: Post) -> str:
    """Give the short name under which links and tables know a post: "p12"."""
    return f"p{post.number}"


def number_of(code: str) -> int | None:
    """Give the number of the post that goes by that short name; None where it is none."""
    return int(code[1:]) if code[:1] == "p" and code[1:].isdecimal() else None


def tracked_links(post: Post) -> dict[str, str]:
    """Give the post's link for each network it names, so that the website can tell where somebody came from."""
    if not post.link:
        return {}
    campaign = f"{post.on:%Y-%m}-{networks.slug(post.kind)}"
    sources = networks.named(post.network) or (networks.slug(post.network) or "social",)
    return {
        source: networks.tracked(post.link, network=source, campaign=campaign, code=code(post)) for source in sources
    }


def check_day(on: date, today: date) -> None:
    """Refuse a day that is over, before anything else about it is asked."""
    if on < today:
        raise misreadings.past(on, None).beside("on")


def left_open(post: Post) -> tuple[LeftOpen, ...]:
    """Say what of it this post leaves open."""
    answered = {
        LeftOpen.WHY: post.why,
        LeftOpen.HOW: post.network or post.link,
        LeftOpen.TAKES: post.takes,
    }
    return tuple(question for question, answer in answered.items() if not answer)


def may_take_out(post: Post, member: Member, holders: Mapping[Role, Member]) -> bool:
    """Whether this member may take the post out: who added it, the lead or the backup."""
    return post.added_by == member.id or roles.leads(member, holders)
