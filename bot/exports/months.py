"""The names of the months in the six languages that exports come in."""

import re

from bot.exports.headings import folded

_NAMES = (
    ("january", "enero", "janeiro", "januar", "janvier", "januari"),
    ("february", "febrero", "fevereiro", "februar", "fevrier", "februari"),
    ("march", "marzo", "marco", "marz", "maerz", "mars"),
    ("april", "abril", "abril", "april", "avril", "april"),
    ("may", "mayo", "maio", "mai", "mai", "maj"),
    ("june", "junio", "junho", "juni", "juin", "juni"),
    ("july", "julio", "julho", "juli", "juillet", "juli"),
    ("august", "agosto", "agosto", "august", "aout", "augusti"),
    ("september", "septiembre", "setembro", "september", "septembre", "september"),
    ("october", "octubre", "outubro", "oktober", "octobre", "oktober"),
    ("november", "noviembre", "novembro", "november", "novembre", "november"),
    ("december", "diciembre", "dezembro", "dezember", "decembre", "december"),
)
_WORD = re.compile(r"[^\W\d_]{3,}")


def month_named(words: str) -> int | None:
    """Find the month that words name, in full or by its first three letters; None where none, or two, are meant."""
    for word in _WORD.findall(folded(words)):
        meant = {number for number, names in enumerate(_NAMES, 1) if any(name.startswith(word) for name in names)}
        if len(meant) == 1:
            return meant.pop()
    return None
