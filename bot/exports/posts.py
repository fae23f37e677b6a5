"""Rows of single posts, of whichever network: their counts from the day they went out until the file was made."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from bot.domain import figures
from bot.domain.exports import Asks, PostCounts, Question, Skipped, Why
from bot.exports import days
from bot.exports.counting import counted
from bot.exports.finding import Given, Matched, Row, Values
from bot.exports.headings import folded
from bot.exports.numbers import NotANumber, count, identifier

_COLUMNS = ("id", "link", "at", "title", "description", "type", "scope", "boosted", *figures.COUNTS)
_LONGEST_TEXT = 500
_SPACE = re.compile(r"\s+")
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
    picked = [_pick(matched, row, boosted) for row in matched.rows]
    order = days.order_of((values["at"] for _, values in picked), given, likely=likely)
    seen: set[str] = set()
    posts: list[PostCounts] = []
    picked.reverse()
    while picked:  # a row is let go as soon as it is read: there can be many
        number, values = picked.pop()
        post = _post(matched, number, values, order, network)
        why = _why_not(post, values, given, order)
        mark = post.outside_id or post.link
        if why is None and mark and mark in seen:
            why = Why.REPEATED
        seen.add(mark)
        if why is not None:
            matched.skipped.append(Skipped(number, why))
        else:
            posts.append(post)
    has_clock = any(post.at for post in posts)
    zones = Question(Asks.TIME_ZONE, likely=str(given.zone)) if has_clock and not given.answers.zone else None
    return posts, [order.question, zones]


def network_of(link: str) -> str:
    """Tell the network from a link's host; empty where it is none of theirs."""
    try:
        host = urlsplit(link).hostname or ""
    except ValueError:
        return ""
    return next((_HOSTS[part] for part in host.split(".") if part in _HOSTS), "")


def put_on(posts: Sequence[PostCounts], network: str) -> list[PostCounts]:
    """Give the posts, those without a network as posts of this one."""
    return [post if post.network else replace(post, network=network) for post in posts]


def kind_of(words: str) -> str:
    """Tell what a post is from the words that networks have for it, in any of their languages."""
    plain = folded(words)
    return next((kind for kind, names in _KINDS if any(name in plain for name in names)), "")


def normal(words: str) -> str:
    """Give words in normal characters and with single spaces, so that they can be compared with the plan's."""
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", words)).strip()[:_LONGEST_TEXT]


def _pick(matched: Matched, row: Row, boosted: Boosted) -> tuple[int, Mapping[str, object]]:
    """Only what is needed of a row, so that the rest of a large file is let go."""
    number, values = row
    picked = {name: matched.cell(values, name) for name in _COLUMNS if name in matched.places}
    texts = (normal(matched.words(values, name)) for name in ("title", "description"))
    for name in ("title", "description"):
        picked.pop(name, None)
    return number, {"at": None, **picked, "text": max(texts, key=len), "boosted": boosted(values)}


def _post(matched: Matched, number: int, values: Mapping[str, object], order: days.Order, network: str) -> PostCounts:
    link = str(values.get("link") or "").strip()
    link = link if link.startswith(("http://", "https://")) else ""
    outside_id, is_whole = identifier(values.get("id"))
    on, at, _ = order.moment(values["at"])
    if on is None and str(values["at"] or "").strip():
        matched.skipped.append(Skipped(number, Why.NOT_A_DATE, matched.heading("at")))
    is_boosted = values["boosted"]
    return PostCounts(
        row=number,
        network=network_of(link) or network,
        outside_id=outside_id if is_whole or not link else "",
        link=link,
        on=on,
        at=at,
        text=str(values["text"]),
        counts=counted(matched, number, [(name, values.get(name)) for name in figures.COUNTS]),
        kind=kind_of(str(values.get("type") or "")),
        is_boosted=is_boosted if isinstance(is_boosted, bool) else None,
    )


def _why_not(post: PostCounts, values: Mapping[str, object], given: Given, order: days.Order) -> Why | None:
    if order.on(values.get("scope")) is not None:
        return Why.ONE_DAY_ONLY
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
