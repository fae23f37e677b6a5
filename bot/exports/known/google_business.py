"""Google Business Profile's performance: one row for each listing, and a row that explains the columns above them.

The days it is about aren't in the file, so they are asked. Several listings are added up, because a practice is one.
"""

from bot.domain.exports import Asks, Export, Form, PlaceCount, Question, Skipped, Why
from bot.exports.counting import counted
from bot.exports.finding import Given, Matched, Shape
from bot.exports.numbers import NotANumber, count

_PARTS = {
    "search_views": ("search_mobile", "search_desktop"),
    "map_views": ("maps_mobile", "maps_desktop"),
    "calls": ("calls",),
    "messages": ("messages",),
    "bookings": ("bookings",),
    "directions": ("directions",),
    "website_clicks": ("website_clicks",),
}


def _read(matched: Matched, given: Given) -> Export:
    listings: list[tuple[int, dict[str, int]]] = []
    for number, values in matched.rows:
        cells = [(name, matched.cell(values, name)) for parts in _PARTS.values() for name in parts]
        if all(_is_prose(value) for _, value in cells if value not in (None, "")):
            continue  # the row that explains the columns
        listings.append((number, counted(matched, number, cells)))
    first, last = given.answers.from_on, given.answers.until_on or given.answers.from_on
    if first is None or last is None:
        return matched.export(network="google", questions=[Question(Asks.PERIOD)] if listings else [])
    places: list[PlaceCount] = []
    for name, parts in _PARTS.items():
        known = [sum(counts[part] for part in parts) for _, counts in listings if all(part in counts for part in parts)]
        if known and len(known) == len(listings):
            places.append(PlaceCount(listings[0][0], "google", name, first, last, sum(known)))
        elif known:
            matched.skipped.append(Skipped(listings[0][0], Why.NO_NUMBERS, matched.heading(parts[0])))
    return matched.export(network="google", places=places)


def _is_prose(value: object) -> bool:
    try:
        count(value)
    except NotANumber:
        return True
    return False


PERFORMANCE = Shape(
    form=Form.GOOGLE_BUSINESS,
    needs=("search_mobile", "website_clicks"),
    any_of=("name", "store"),
    columns={
        "store": "Store code|Código de tienda|Código da loja|Geschäftscode|Code de magasin|Butikskod",
        "name": (
            "Business name|Nombre de la empresa|Nombre del negocio|Nome da empresa|Unternehmensname|Name des Unternehmens"
            "|Nom de l’établissement|Företagsnamn"
        ),
        "search_mobile": "Google Search - Mobile|Búsqueda de Google - Móvil|Pesquisa Google - Dispositivo móvel|Google Suche - Mobil|Recherche Google - Mobile|Google Sök - Mobil",
        "search_desktop": "Google Search - Desktop|Búsqueda de Google - Ordenador|Pesquisa Google - Computador|Google Suche - Computer|Recherche Google - Ordinateur|Google Sök - Dator",
        "maps_mobile": "Google Maps - Mobile|Google Maps - Móvil|Google Maps - Dispositivo móvel|Google Maps - Mobil",
        "maps_desktop": "Google Maps - Desktop|Google Maps - Ordenador|Google Maps - Computador|Google Maps - Computer|Google Maps - Ordinateur|Google Maps - Dator",
        "calls": "Calls|Llamadas|Chamadas|Anrufe|Appels|Samtal",
        "messages": "Messages|Mensajes|Mensagens|Nachrichten|Meddelanden",
        "bookings": "Bookings|Reservas|Buchungen|Réservations|Bokningar",
        "directions": "Directions|Indicaciones|Cómo llegar|Rotas|Routen|Wegbeschreibungen|Itinéraires|Vägbeskrivningar",
        "website_clicks": "Website clicks|Clics en el sitio web|Cliques no site|Website-Klicks|Klicks auf die Website|Clics sur le site Web|Webbplatsklick",
    },
    ignored="Address|Labels|Food orders|Food menu clicks|Hotel bookings",
    read=_read,
)
