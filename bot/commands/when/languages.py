"""Days and times in German, French, Spanish and Portuguese, where the whole text is one.

A text is read in a language when that language has every word of it; it counts only when all languages that can read it
agree. It refuses to read abbreviations that mean different days in different languages, and anything inside a line,
where "Mardi Gras party" is no Tuesday. The names are those that dateparser knows.
"""

import re
from collections.abc import Mapping

_CLOCK = re.compile(r"([0-9]{1,2})h([0-9]{2})?")
_O_CLOCK = re.compile(r"([0-9]{1,2})\s*uhr\b")
_AFTER_CLOCK = re.compile(r"([0-9]{1,2}[:.][0-9]{2})\s*uhr\b")
_ORDINAL = re.compile(r"([0-9]{1,2})(?:er|\u00ba|\u00aa)")
_NUMBER = re.compile(r"[0-9][0-9:./-]*")
_WEEKDAY_NEXT = re.compile(r"\b([a-z]+day) next\b(?! (?:week|month))")
_NEXT_WEEKDAY = re.compile(r"\bnext ([a-z]+day)\b")
_WEEKS_ON = re.compile(r"day in \w+ week")
"""Thursday in a week: of next week, or a week after the coming Thursday."""
_ANOTHER_SENSE = re.compile(
    r"\b(?:am|der|den|de|la|por)\s+(?:morgen|manana)\b"  # the morning, not tomorrow
    r"|\b(?:8|15)\s+(?:tage|tagen|jours|dias)\b"  # one week and two, to many people
)
_ACCENTS = str.maketrans("áàâãäéèêëíîïóôõöúùûüçñ", "aaaaaeeeeiiioooouuuucn")


def _words(**meanings: str) -> Mapping[str, str]:
    """Each meaning in English with the words for it, which are written without their accents."""
    return {word: meaning.replace("_", " ").strip() for meaning, words in meanings.items() for word in words.split()}


GERMAN = _words(
    monday="montag", tuesday="dienstag", wednesday="mittwoch", thursday="donnerstag", friday="freitag",
    saturday="samstag sonnabend", sunday="sonntag",
    january="januar janner jan", february="februar feber", march="marz mrz", april="april", may="mai", june="juni",
    july="juli", august="august", september="september", october="oktober okt", november="november nov",
    december="dezember dez",
    today="heute", tomorrow="morgen", yesterday="gestern", day_after_tomorrow="ubermorgen",
    noon="mittag", at="um", next="nachste nachsten nachster nachstes", this="diese diesen dieser",
    week="woche wochen", day="tag tage tagen", month="monat monate monaten", hour="stunde stunden",
    minute="minute minuten", one="ein eine einer einem", two="zwei", three="drei", four="vier", five="funf",
    six="sechs", on="am den der dem", **{"in": "in", "_o'clock": "o'clock"},
)  # fmt: skip
FRENCH = _words(
    monday="lundi", tuesday="mardi", wednesday="mercredi", thursday="jeudi", friday="vendredi", saturday="samedi",
    sunday="dimanche",
    january="janvier", february="fevrier fevr", march="mars", april="avril", may="mai", june="juin", july="juillet",
    august="aout", september="septembre", october="octobre", november="novembre", december="decembre",
    today="aujourd'hui", tomorrow="demain", yesterday="hier", day_after_tomorrow="apres-demain",
    noon="midi", at="a", next="prochain prochaine", this="ce cette", week="semaine semaines", day="jour jours",
    month="mois", hour="heure heures", minute="minute minutes", one="un une", two="deux", three="trois", four="quatre",
    five="cinq", six="six", on="le la", **{"in": "dans", "_o'clock": "o'clock"},
)  # fmt: skip
SPANISH = _words(
    monday="lunes", tuesday="martes", wednesday="miercoles", thursday="jueves", friday="viernes", saturday="sabado",
    sunday="domingo",
    january="enero", february="febrero", march="marzo", april="abril", may="mayo", june="junio", july="julio",
    august="agosto", september="septiembre setiembre", october="octubre", november="noviembre",
    december="diciembre dic",
    today="hoy", tomorrow="manana", yesterday="ayer", day_after_tomorrow="pasado-manana",
    noon="mediodia", at="a", next="proximo proxima", this="este esta", week="semana semanas", day="dia dias",
    month="mes meses", hour="hora horas", minute="minuto minutos", one="un una", two="dos", three="tres", four="cuatro",
    five="cinco", six="seis", on="el la las los al de del", **{"in": "en dentro", "_o'clock": "o'clock"},
)  # fmt: skip
PORTUGUESE = _words(
    monday="segunda segunda-feira", tuesday="terca terca-feira", wednesday="quarta quarta-feira",
    thursday="quinta quinta-feira", friday="sexta sexta-feira", saturday="sabado", sunday="domingo",
    january="janeiro", february="fevereiro", march="marco", april="abril", may="maio", june="junho", july="julho",
    august="agosto", september="setembro", october="outubro", november="novembro", december="dezembro dez",
    today="hoje", tomorrow="amanha", yesterday="ontem", day_after_tomorrow="depois-amanha",
    noon="meio-dia", at="as", next="proximo proxima", this="este esta", week="semana semanas", day="dia dias",
    month="mes meses", hour="hora horas", minute="minuto minutos", one="um uma", two="dois duas", three="tres",
    four="quatro", five="cinco", six="seis", on="o a ao de", **{"in": "em", "_o'clock": "o'clock"},
)  # fmt: skip
LANGUAGES = (GERMAN, FRENCH, SPANISH, PORTUGUESE)


def in_english(words: str) -> list[list[str]]:
    """The text in the English words each language has for it; what may mean two days is there as both."""
    text = _plain(words)
    if _ANOTHER_SENSE.search(text):
        return []
    found: dict[str, None] = {}
    for language in LANGUAGES:
        meant = [_meaning(word, language) for word in text.split()]
        if all(meant) and any(not _NUMBER.fullmatch(word) for word in meant) and not _WEEKS_ON.search(" ".join(meant)):
            english = _WEEKDAY_NEXT.sub(r"next \1", " ".join(meant))
            found[english] = None
            found[_NEXT_WEEKDAY.sub(r"coming \1", english)] = None
    return [english.split() for english in found]


def _meaning(word: str, language: Mapping[str, str]) -> str:
    known = language.get(word) or language.get(word.rstrip("."))
    return known or (word if _NUMBER.fullmatch(word) else "")


def _plain(words: str) -> str:
    """The text without accents and capitals, with its clock times as English writes them."""
    text = words.lower().replace("\u2019", "'").replace(",", " ").translate(_ACCENTS)
    text = text.replace("pasado manana", "pasado-manana").replace("depois de amanha", "depois-amanha")
    text = _O_CLOCK.sub(r"\1 o'clock", _AFTER_CLOCK.sub(r"\1", text))
    return _ORDINAL.sub(r"\1.", _CLOCK.sub(lambda at: f"{at[1]}:{at[2]}" if at[2] else f"{at[1]} o'clock", text))
