"""Daily numbers of a page or account from Meta Business Suite.

There is a line with the title, a line with "Date" and "Primary", and a line for each day; several of them may follow one
another in one file. Some titles name the network and some don't; then it is asked.
"""

from collections.abc import Iterable

from bot.domain.exports import Asks, Export, Form, PlaceCount, Question, Skipped, Why
from bot.exports import days
from bot.exports.counting import counted
from bot.exports.finding import Given, Matched, Row, Shape, only_words
from bot.exports.headings import folded, spellings

_NETWORKS = ("facebook", "instagram")
_COUNTS = (
    (
        "clicks",
        "link clicks|clics en el enlace|cliques no link|link klicks|clics sur un lien|clics sur le lien|länkklick",
    ),
    ("visits", "visits|profile visits|page visits|visitas|besuche|aufrufe des profils|visites|besök"),
    ("viewers", "viewers|espectadores|visualizadores|personen|zuschauer|spectateurs|tittare"),
    (
        "interactions",
        "interactions|content interactions|interacciones|interações|interaktionen|interactions|interaktioner",
    ),
    ("views", "views|visualizaciones|visualizações|aufrufe|vues|visningar"),
    ("reach", "reach|alcance|reichweite|couverture|räckvidd"),
    (
        "follows",
        "follows|new followers|seguimientos|seguidores|seguidores nuevos|novos seguidores|follower|neue follower|abonnements|nouveaux followers|följer|nya följare",
    ),
)
_DATES = "Date|Fecha|Data|Datum"
_PRIMARY = "Primary|Principal|Principale|Primär|Primario|Primário|Primaire"


def _read(matched: Matched, given: Given) -> Export:
    title = next((only_words(values) for _, values in reversed(matched.before) if only_words(values)), "")
    series = list(_series(matched.rows, title))
    order = days.order_of((values[0] for _, _, values in series), given)
    open_title = ""
    places: list[PlaceCount] = []
    for number, words, values in series:
        count, network = _count_of(words), _network_of(words) or given.answers.network
        on = order.on(values[0])
        if on is None or not count or on > given.tomorrow:
            why = Why.NO_NUMBERS if not count else Why.NO_DAY if on is None else Why.OUTSIDE
            matched.skipped.append(Skipped(number, why))
            continue
        open_title = open_title or ("" if network else words)
        known = counted(matched, number, [(count, values[1] if len(values) > 1 else None)])
        places += [PlaceCount(number, network, count, on, on, known[count])] if known else []
    asked = Question(Asks.NETWORK, open_title, "instagram", _NETWORKS) if open_title else None
    return matched.export(network=places[0].place if places else "", places=places, questions=[order.question, asked])


def _series(rows: Iterable[Row], title: str) -> Iterable[tuple[int, str, list[object]]]:
    """Every row of a day with the title that it stands under."""
    headings = set(spellings(_DATES))
    for number, values in rows:
        if only_words(values):
            title = only_words(values)
        elif folded(values[0]) not in headings:
            yield number, title, list(values)


def _count_of(title: str) -> str:
    """What a title says is counted; the longest spelling in it decides."""
    plain = f" {folded(title)} "
    found = [(len(word), name) for name, words in _COUNTS for word in spellings(words) if f" {word} " in plain]
    return max(found)[1] if found else ""


def _network_of(title: str) -> str:
    plain = folded(title)
    return next((network for network in _NETWORKS if network in plain), "")


SERIES = Shape(
    form=Form.META_DAYS,
    needs=("on", "primary"),
    columns={"on": _DATES, "primary": _PRIMARY},
    ignored="Secondary|Secundario|Secundário|Sekundär|Secondaire",
    read=_read,
)
