"""Rows of single posts, of whichever network: their counts from the day they went out until the file was made."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.domain.counts import COUNTS
from bot.domain.exports import Asks, PostCounts, Question, Skipped, Why
from bot.exports import days, yearless
from bot.exports.counting import counted
from bot.exports.finding import Given, Matched, Row, Values
from bot.exports.headings import folded
from bot.exports.numbers import NotANumber, count, identifier
from bot.exports.yearless import Yearless

_LONGEST_TEXT = 160
_HOST = re.compile(r"https?://([^/?#:]+)", re.IGNORECASE)
_HOSTS = {
    "facebook": "facebook",
    "fb": "facebook",
    "instagram": "instagram",
    "tiktok": "tiktok",
    "linkedin": "linkedin",
}
_KINDS = (
    ("reel", ("reel",)),
    ("carousel", ("carousel", "carrusel", "carrossel", "carrousel", "karussell", "karusell", "album")),
    ("story", ("story", "stories", "historia", "handelse")),
    ("video", ("video",)),
    ("photo", ("photo", "foto", "image", "imagen", "imagem", "bild")),
    ("link", ("link", "enlace", "lien", "lank", "article")),
    ("text", ("text", "texto", "texte", "status")),
)

Boosted = Callable[[Values], bool | None]


def read(
    matched: Matched, given: Given, *, network: str, likely: bool | None = None, boosted: Boosted = lambda _: None
) -> tuple[list[PostCounts], list[Question | None]]:
    """Read the posts of a table; those without a link that tells their network are of `network`.

    `likely` is whether the day comes first in the language of the file, where that is known; `boosted` tells from a
    row whether the post was paid for.
    """
    drafts = [_draft(matched, row, network, boosted) for row in matched.rows]
    clock = _clock([at for _, at, _ in drafts], given, likely)
    posts = list(_dated(matched, drafts, clock, given))
    has_clock = any(post.at for post in posts)
    zones = Question(Asks.TIME_ZONE, likely=str(given.zone)) if has_clock and not given.answers.zone else None
    return posts, [clock.question, zones]


def _clock(moments: Sequence[object], given: Given, likely: bool | None) -> days.Order | Yearless:
    """What reads the days of posts: in one order, or where they have no year, with the years that fit best."""
    return yearless.of_a_year(moments, given) if yearless.are(moments) else days.order_of(moments, given, likely=likely)


def network_of(link: str) -> str:
    """Tell the network from a link's host; empty where it is none of theirs."""
    found = _HOST.match(link)
    return next((_HOSTS[part] for part in found[1].lower().split(".") if part in _HOSTS), "") if found else ""


def put_on(posts: Sequence[PostCounts], network: str) -> list[PostCounts]:
    """Give the posts, those without a network as posts of this one."""
    return [post if post.network else replace(post, network=network) for post in posts]


@lru_cache(maxsize=256)
def kind_of(words: str) -> str:
    """Tell what a post is from the words that networks have for it, in any of their languages."""
    plain = folded(words)
    return next((kind for kind, names in _KINDS if any(name in plain for name in names)), "")


def normal(words: str) -> str:
    """Give words in normal characters and with single spaces, so that they can be compared with the plan's."""
    return " ".join(unicodedata.normalize("NFKC", words).split())[:_LONGEST_TEXT]


def _draft(matched: Matched, row: Row, network: str, boosted: Boosted) -> tuple[PostCounts, object, bool]:
    """A post without its day, the cell that has it, and whether its numbers are of one day only.

    Nothing else of the row is held, because there can be many.
    """
    number, values = row
    link = matched.words(values, "link")
    link = link if link.startswith(("http://", "https://")) else ""
    outside_id, is_whole = identifier(matched.cell(values, "id"))
    texts = {matched.words(values, "title"), matched.words(values, "description")}
    post = PostCounts(
        row=number,
        network=network_of(link) or network,
        outside_id=outside_id if is_whole or not link else "",
        link=link,
        on=None,
        at=None,
        text=max((normal(text) for text in texts), key=len),
        counts=counted(matched, number, [(name, matched.cell(values, name)) for name in COUNTS]),
        kind=kind_of(matched.words(values, "type")),
        is_boosted=boosted(values),
    )
    return post, matched.cell(values, "at"), days.look(matched.cell(values, "scope")) is not None


def _dated(
    matched: Matched, drafts: list[tuple[PostCounts, object, bool]], clock: days.Order | Yearless, given: Given
) -> Iterator[PostCounts]:
    """The posts with their days; those that say nothing, or nothing new, are noted with the reason."""
    seen: set[str] = set()
    drafts.reverse()
    while drafts:  # each is let go once it is read: there can be many
        draft, value, is_daily = drafts.pop()
        on, at, _ = clock.moment(value)
        if on is None and str(value or "").strip():
            matched.skipped.append(Skipped(draft.row, Why.NOT_A_DATE, matched.heading("at")))
        post = replace(draft, on=on, at=at)
        mark = post.outside_id or post.link
        why = Why.ONE_DAY_ONLY if is_daily else _why_not(post, given)
        if why is None and mark in seen:
            why = Why.REPEATED
        if why is not None:
            matched.skipped.append(Skipped(post.row, why))
            continue
        seen |= {mark} - {""}
        yield post


def _why_not(post: PostCounts, given: Given) -> Why | None:
    if not (post.outside_id or post.link or post.on):
        return Why.NO_ID
    if post.on and post.on > given.tomorrow:
        return Why.OUTSIDE
    return None if post.counts else Why.NO_NUMBERS


def paid_by(matched: Matched, names: Sequence[str]) -> Boosted:
    """Give what tells from these columns whether a post was paid for: a number above zero, or a word that says so."""
    known = [name for name in names if name in matched.places]

    def is_paid(values: Values) -> bool | None:
        told = [_says_paid(value) for value in _cells(matched, values, known)]
        return None if not told or all(one is None for one in told) else any(told)

    return is_paid


def _cells(matched: Matched, values: Values, names: Sequence[str]) -> Iterator[object]:
    return (matched.cell(values, name) for name in names)


def _says_paid(value: object) -> bool | None:
    try:
        number = count(value)
    except NotANumber:
        words = folded(value)
        is_not = words.startswith(("not ", "non ", "no ", "organic", "un"))
        return not is_not and words not in ("no", "none", "nein", "nej")
    return None if number is None else number > 0
