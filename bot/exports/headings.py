"""Headings as people and programs write them, and the one way they are compared: without case, accents and signs."""

import re
import unicodedata

_SIGNS = re.compile(r"[\W_]+")
_CODE = re.compile(r"\(([A-Z]{3})\)\s*$")


def folded(words: object) -> str:
    """Give words as they are compared: "Réactions, Comments" and "reactions comments" are the same."""
    plain = unicodedata.normalize("NFKD", "" if words is None else str(words).casefold())
    return _SIGNS.sub(" ", "".join(sign for sign in plain if not unicodedata.combining(sign))).strip()


def named(heading: object) -> str:
    """Give the name of a column as it is compared, without a currency at its end."""
    return folded(_CODE.sub("", str(heading or "")))


def currency(heading: object) -> str:
    """Give the currency at the end of a heading, "Amount spent (USD)"; empty where there is none."""
    found = _CODE.search(str(heading or ""))
    return found[1] if found else ""


def spellings(words: str) -> tuple[str, ...]:
    """Give the spellings of a column, which are written with "|" between them, as they are compared."""
    return tuple(named(spelling) for spelling in words.split("|") if spelling.strip())
