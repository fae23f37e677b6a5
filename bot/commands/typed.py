"""What Slack makes of typed text: people, channels and links as marks, and `&`, `<`, `>` escaped.

The marks are taken out into values; the words that remain are put back to what was typed.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_MARK = re.compile(r"<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>")
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typed:
    """Typed text taken apart: the words in order, and the people, tags and links named among them."""

    words: tuple[str, ...]
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words as one text."""
        return " ".join(self.words)


def take_apart(text: str) -> Typed:
    """Take typed text apart; a `#word` is a tag whether or not a channel has that name."""
    people: list[str] = []
    tags: list[str] = []
    links: list[str] = []

    def marked(mark: re.Match[str]) -> str:
        sign, value, label = mark[1], mark[2], mark[3]
        if sign == "@":
            people.append(value)
            return " "
        if sign == "#":
            tags.append(_unescaped(label or value).lower())
            return " "
        if sign == "!":
            return f"@{label or value.partition('^')[0]}".replace("@@", "@")
        if _is_web(value):
            links.append(_unescaped(value))
            return " "
        return _unescaped(label or value)

    rest = _MARK.sub(marked, text)
    words = []
    for word in _unescaped(rest).split():
        if re.fullmatch(r"#[^\W\d]\w*", word):
            tags.append(word[1:].lower())
        elif _WEB.fullmatch(word):
            links.append(word)
        else:
            words.append(word)
    return Typed(tuple(words), tuple(people), tuple(tags), tuple(links))


def _is_web(address: str) -> bool:
    return urlsplit(address).scheme.lower() in {"http", "https"}


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
