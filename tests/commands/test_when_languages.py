"""The other languages' words for days and months mean what dateparser knows them to mean."""

import pytest
from dateparser import parse
from when_typed import typed_at

from bot.commands.when import read_moment
from bot.commands.when.languages import FRENCH, GERMAN, PORTUGUESE, SPANISH
from bot.commands.when.tokens import WORDS
from bot.domain.errors import Misread

LANGUAGES = {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "pt": PORTUGUESE}
NAMES = {
    code: [(word, *WORDS[english]) for word, english in language.items() if WORDS.get(english, ("",))[0] in ("w", "m")]
    for code, language in LANGUAGES.items()
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_dateparser_agrees_on_every_weekday_and_month(code: str) -> None:
    known = 0
    for word, kind, number in NAMES[code]:
        found = parse(f"3 {word} 2027" if kind == "m" else word, languages=[code])
        if found is not None:  # it does not know every spelling without its accent
            assert number == (found.month if kind == "m" else found.weekday()), word
            known += 1
    assert known >= 15
    assert len({(kind, number) for _, kind, number in NAMES[code]}) == 7 + 12


@pytest.mark.parametrize("line", ["donnerstag 16 uhr", "jeudi 16h", "jueves a las 4", "quinta-feira 16h"])
def test_what_is_understood_is_the_same_everywhere(line: str) -> None:
    reading = typed_at("2026-11-25 10:00", day_first=True)
    assert read_moment(line, reading) == read_moment("thu 4pm", reading)


@pytest.mark.parametrize("words", ["do 16:00", "mi 16:00", "donnerstag thursday", "jeudi o viernes", "lundi montag"])
def test_what_languages_do_not_share_is_refused(words: str) -> None:
    with pytest.raises(Misread):
        read_moment(words, typed_at("2026-11-25 10:00"))
