"""What Slack makes of typed text, taken apart: words, and the people, tags and links among them.

Slack writes people, channels and links as marks, such as `<@U1|ben>`, and `&`, `<`, `>` escaped
(docs.slack.dev/interactivity/implementing-slash-commands, "should_escape"). Every piece keeps what was typed, blanks
before it included, so that any run of pieces can be put back exactly. What a piece means is for others to say.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Sign = Literal["word", "person", "tag", "link"]

_PIECE = re.compile(r"(\s*)((?:<[^<>]*>|\S)+)")
_MARK = re.compile(r"<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>")
_ALONE = re.compile(rf"({_MARK.pattern})([,.;]?)")
_TAG = re.compile(r"#([^\W\d][\w-]*)[,.;]?")
_WEB = re.compile(r"(https?://\S*[^\s,.;])[,.;]?", re.IGNORECASE)


class Piece(NamedTuple):
    """One piece of what was typed: what it is, its value, how it reads, and the blanks before it."""

    sign: Sign
    value: str
    shown: str
    gap: str = " "


@dataclass(frozen=True, slots=True)
class Typed:
    """Typed text as its pieces, in order."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All of it as it was typed."""
        return put_back(self.pieces)

    @property
    def first(self) -> str:
        """The word it begins with, in lower case; "" when it begins with something else or is empty."""
        return self.pieces[0].shown.lower() if self.pieces and self.pieces[0].sign == "word" else ""

    def after_first(self) -> "Typed":
        """What follows the first piece."""
        return Typed(self.pieces[1:])


def take_apart(text: str) -> Typed:
    """Take typed text apart; a `#word` is a tag whether or not a channel has that name."""
    return Typed(tuple(_piece(gap, shown) for gap, shown in _PIECE.findall(text)))


def put_back(pieces: Sequence[Piece]) -> str:
    """The pieces as they were typed, without blanks around them."""
    return "".join(f"{piece.gap}{piece.shown}" for piece in pieces).strip()


def _piece(gap: str, raw: str) -> Piece:
    if "<" in raw:
        alone = _ALONE.fullmatch(raw)
        if alone is not None:
            return _marked(gap, alone[2], alone[3], alone[4], alone[5])
        raw = _MARK.sub(lambda mark: _shown(mark[1], mark[2], mark[3]), raw)
    word = _unescaped(raw)
    tag = _TAG.fullmatch(word) if word[0] == "#" else None
    if tag is not None:
        return Piece("tag", tag[1].lower(), word, gap)
    web = _WEB.fullmatch(word) if "://" in word else None
    return Piece("link", web[1], word, gap) if web is not None else Piece("word", word, word, gap)


def _marked(gap: str, sign: str, value: str, label: str | None, end: str) -> Piece:
    shown = _unescaped(_shown(sign, value, label) + end)
    if sign == "@":
        return Piece("person", value, shown, gap)
    if sign == "#":  # a private channel may come without its name, and then without any value
        return Piece("tag", _unescaped(label or "").lower(), shown, gap)
    if not sign and _WEB.fullmatch(value):
        return Piece("link", _unescaped(value), shown, gap)
    return Piece("word", f"{sign}{value}", shown, gap)


def _shown(sign: str, value: str, label: str | None) -> str:
    """How a mark reads: "@ben", "#social", "@channel", or what a link was typed as."""
    if sign == "!":
        name = label or value.partition("^")[0]
        return name if name.startswith("@") or value.startswith("date^") else f"@{name}"
    return f"{sign}{label or value}"


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") if "&" in text else text
