"""What people outside write where everybody reads it: where, how it sounds, by when it wants an answer, who hears.

How soon an answer is due follows how it sounds and what the practice's strategy says. Nothing of what was written and
nobody who wrote it is known here. Rows in, decisions out; it refuses to know buttons and messages.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import IntEnum
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.domain import comment_errors, networks, nudging, post_links, posts
from bot.domain.answering import Answering, open_minutes
from bot.domain.hours import Opening
from bot.domain.localtime import first_instant
from bot.domain.strategy import Within
from storage.tables import Comment, Ending, Member, Post, Tone

ELSEWHERE = "elsewhere"
PLACES = {key: network.name for key, network in networks.NETWORKS.items()} | {
    "yelp": "Yelp",
    "healthgrades": "Healthgrades",
    "nextdoor": "Nextdoor",
    ELSEWHERE: "somewhere else",
}
"""Where people write: networks, places with reviews, and what is none of them."""
URGENT = 60
"""Open minutes until a complaint wants an answer: of people who complain in public 42 in 100 expect one within an hour
(Edison Research for Convince & Convert, "The Social Habit", 2012)."""
HALF = URGENT // 2
"""Open minutes before a complaint is due at which whoever answers hears of it once more; an hour with all else."""
SOON = 120
"""Open minutes into the next morning by which whatever came too late for the same day wants one."""
FOLLOWED_FOR = timedelta(days=14)
"""How long it is offered to say that somebody wrote again."""
UNDER_POSTS_OF = timedelta(days=90)
"""Under how old a post a link is looked for."""
_SPELLED = {key: {key, name.lower()} for key, name in PLACES.items()} | {
    key: {key, *network.spellings} for key, network in networks.NETWORKS.items()
}
_HOSTS = {"google": "google", "g": "google", "goo": "google", "yelp": "yelp", "healthgrades": "healthgrades"}
_HOSTS |= {"nextdoor": "nextdoor", "bsky": "bluesky"}
_SOMEBODY = re.compile(
    r"/contrib/|/profile\.php|/in/|/user(?:_details|s)?[/?]|/people/|/messages?/|/direct/", re.IGNORECASE
)
"""Pages of one person, and private messages, as far as their addresses tell."""
_A_DAY = timedelta(days=1)
_A_YEAR = timedelta(days=365)


class Told(IntEnum):
    """Who has heard that a comment waits: nobody, whoever answers, the same once more, the lead as well."""

    NOBODY = 0
    ONCE = 1
    AGAIN = 2
    LEAD = 3


@dataclass(frozen=True, slots=True)
class Conversation:
    """What people wrote in a week, and how it was answered.

    `waiting` counts all that wait, also of earlier weeks, and `oldest` is for how many open minutes the first of them
    has; None where the practice is never open. `needless` are those of the week that need no answer, `again` how often
    somebody wrote again after an answer.
    """

    waiting: int
    oldest: int | None
    answering: Answering
    needless: int
    again: int
    within: str

    @property
    def tells_anything(self) -> bool:
        """Whether there is anything to say; that nobody logged a comment doesn't tell that there was none."""
        return bool(self.waiting or self.answering.heard)


def place(words: str) -> str:
    """Give the place that words name and nothing else, "" where they name none."""
    said = " ".join(words.lower().split())
    return next((key for key, names in _SPELLED.items() if said in names), "")


def place_of(link: str) -> str:
    """Give the place that a link leads to, "" where that isn't known."""
    if not link:
        return ""
    host = urlsplit(link).hostname or ""
    return post_links.network_of(link) or next((_HOSTS[part] for part in host.split(".") if part in _HOSTS), "")


def check_link(typed: str) -> str:
    """Give a link as it is kept; refuse what is none, and what leads to one person or to private messages."""
    kept = posts.link(typed, field="link")
    if _SOMEBODY.search(kept):
        raise comment_errors.somebodys_page()
    return kept


def post_under(link: str, among: Iterable[Post]) -> int | None:
    """Give the row id of the post whose link leads to the same; None where none does."""
    key = post_links.key_of(link)
    found = (post.id for post in among if key and post_links.key_of(post.posted_link) == key)
    return next(found, None)


def wrote_at(on: date | None, at: time | None, now: datetime, zone: ZoneInfo) -> datetime:
    """Give when something was written: now where nobody says a time of today, the beginning of an earlier day.

    It refuses what lies ahead, and what is older than a year.
    """
    today = now.astimezone(zone).date()
    if on in (None, today) and at is None:
        return now
    moment = first_instant(on or today, at or time.min, zone)
    if moment > now:
        raise comment_errors.written_ahead()
    if now - moment > _A_YEAR:
        raise comment_errors.written_long_ago()
    return moment


def due_at(tone: str, since: datetime, within: str, opening: Opening, zone: ZoneInfo) -> datetime | None:
    """Say by when something written at a moment wants an answer; None where the practice is never open.

    A complaint within an open hour, praise within a working day, and all else as the strategy says: without one, the
    same day or the next morning.
    """
    if not opening.is_ever_open:
        return None
    if tone == Tone.COMPLAINT or (within == Within.AN_HOUR and tone != Tone.PRAISE):
        return opening.add_open_time(since, URGENT, zone)
    if tone == Tone.PRAISE or within == Within.WORKING_DAY:
        return nudging.opening_day_after(opening.next_open(since, zone), opening, zone)
    return _by_next_morning(since, opening, zone)


def tells_at(comment: Comment, told: Told, opening: Opening, zone: ZoneInfo) -> datetime | None:
    """Say when somebody hears of a comment that waits; None where nobody ever does.

    Whoever answers hears at once, and again an open hour before it is due, half an hour with a complaint. The lead
    hears once a complaint's time has passed, of all else an opening day later. What is logged late leaves time, too.
    """
    if comment.due_at is None or told is Told.NOBODY or not opening.is_ever_open:
        return None
    if told is Told.ONCE:
        return comment.logged_at
    is_urgent, logged_at, due = comment.tone == Tone.COMPLAINT, comment.logged_at, comment.due_at
    if told is Told.AGAIN:
        at = opening.subtract_open_time(due, HALF if is_urgent else URGENT, zone)
        return max(at, opening.add_open_time(logged_at, HALF, zone))
    if is_urgent:
        return max(due, opening.add_open_time(logged_at, URGENT, zone))
    return nudging.opening_day_after(max(due, logged_at), opening, zone)


def conversation(
    found: Sequence[Comment], first_at: datetime, *, within: str, now: datetime, opening: Opening, zone: ZoneInfo
) -> Conversation:
    """Say how what was written since a moment was answered, and what of it, or of before it, waits."""
    waiting = [each for each in found if each.closed_at is None]
    written = written_since(found, first_at)
    oldest = min((each.wrote_at for each in waiting), default=None)
    return Conversation(
        waiting=len(waiting),
        oldest=open_minutes(oldest, now, opening, zone) if oldest is not None else None,
        answering=answering(written),
        needless=sum(each.ending == Ending.NEEDLESS for each in written),
        again=sum(each.follows_id is not None for each in written),
        within=within,
    )


def talks(found: Iterable[Comment]) -> Mapping[int, Answering]:
    """Say how the comments under each post were answered, by the post's row id."""
    under: defaultdict[int, list[Comment]] = defaultdict(list)
    for comment in found:
        if comment.post_id is not None:
            under[comment.post_id].append(comment)
    return {post_id: answering(those) for post_id, those in under.items()}


def written_since(found: Iterable[Comment], since: datetime) -> list[Comment]:
    """Leave out what was written before a moment and only waits still."""
    return [each for each in found if each.wrote_at >= since]


def answering(found: Iterable[Comment]) -> Answering:
    """Say how soon comments were answered; those that need no answer don't count."""
    wanted = [each for each in found if each.ending != Ending.NEEDLESS]
    answered = sum(each.ending == Ending.ANSWERED for each in wanted)
    return Answering.of([each.open_minutes for each in wanted], answered=answered)


def answerer(named: Member | None, marketing: Member | None, lead: Member) -> Member:
    """Give who answers people: whom the strategy names or, where it names nobody who is there, marketing, the lead."""
    return next((each for each in (named, marketing) if each is not None and not each.is_deactivated), lead)


def _by_next_morning(since: datetime, opening: Opening, zone: ZoneInfo) -> datetime:
    """The day's closing where an open hour is left of it, two open hours into the next morning otherwise."""
    day = since.astimezone(zone).date()
    begins, ends = first_instant(day, time.min, zone), first_instant(day + _A_DAY, time.min, zone)
    has_opened = opening.open_time_between(begins, since, zone) > timedelta()
    left = opening.open_time_between(since, ends, zone)
    if has_opened and left >= timedelta(minutes=URGENT):
        return opening.previous_open(ends - nudging.A_MOMENT, zone)
    return opening.add_open_time(ends if has_opened else since, SOON, zone)
