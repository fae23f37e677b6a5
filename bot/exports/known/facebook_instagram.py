"""Content exports of Meta Business Suite: one row for each post on Facebook or on Instagram.

Both have the same columns apart from a few; those tell them apart, then the links, and then it is asked. Times are on
a clock that the file doesn't name. Clicks are those on links; Instagram tells none.
"""

from bot.domain.exports import Asks, Export, Form, PostCounts, Question
from bot.exports import posts
from bot.exports.finding import Given, Matched, Shape
from bot.exports.headings import named, spellings

_FORMS = {"facebook": Form.FACEBOOK_CONTENT, "instagram": Form.INSTAGRAM_CONTENT}
_OF_FACEBOOK = ("page_id", "page_name", "funded", "boosted_views", "other_facebook")
_OF_INSTAGRAM = ("account_id", "account_username", "saves", "follows")
_DAY_FIRST = spellings(
    "Hora de publicación|Fecha de publicación|Horário de publicação|Data de publicação|Veröffentlichungszeit"
    "|Zeitpunkt der Veröffentlichung|Veröffentlicht am|Heure de publication|Date de publication|Publiceringstid"
)


def _read(matched: Matched, given: Given) -> Export:
    network = _network(matched)
    likely = True if named(matched.heading("at")) in _DAY_FIRST else None
    paid = posts.paid_by(matched, ("funded", "boosted_views", "boosted_reach"))
    found, questions = posts.read(matched, given, network=network, likely=likely, boosted=paid)
    if not network:
        network, found = _from_links(found, given)
    if not network:
        questions.append(Question(Asks.NETWORK, likely="instagram", choices=tuple(_FORMS)))
    return matched.export(network=network, form=_FORMS.get(network), posts=found, questions=questions)


def _network(matched: Matched) -> str:
    if any(name in matched.places for name in _OF_FACEBOOK):
        return "facebook"
    return "instagram" if any(name in matched.places for name in _OF_INSTAGRAM) else ""


def _from_links(found: list[PostCounts], given: Given) -> tuple[str, list[PostCounts]]:
    """The network that all links are of, or that was answered, and the posts as posts of it."""
    linked = {post.network for post in found if post.network}
    network = linked.pop() if len(linked) == 1 else given.answers.network
    return network, posts.put_on(found, network)


CONTENT = Shape(
    form=Form.FACEBOOK_CONTENT,
    needs=("at", "type"),
    any_of=("id", "link"),
    columns={
        "id": (
            "Post ID|Identificador de la publicación|ID de la publicación|Identificação da publicação|ID da publicação"
            "|Beitrags-ID|Beitragskennung|Identifiant de publication|Identifiant de la publication|ID de publication"
            "|Publicerings-id|Inläggs-ID"
        ),
        "link": (
            "Permalink|Enlace permanente|Link permanente|Permanenter Link|Dauerhafter Link|Permalien|Lien permanent"
            "|Permalänk"
        ),
        "at": (
            "Publish time|Hora de publicación|Fecha de publicación|Horário de publicação|Data de publicação"
            "|Veröffentlichungszeit|Zeitpunkt der Veröffentlichung|Veröffentlicht am|Heure de publication"
            "|Date de publication|Publiceringstid"
        ),
        "type": (
            "Post type|Tipo de publicación|Tipo de publicação|Tipo de post|Beitragstyp|Beitragsart|Art des Beitrags"
            "|Type de publication|Inläggstyp|Publiceringstyp"
        ),
        "title": "Title|Título|Titel|Titre",
        "description": "Description|Descripción|Descrição|Beschreibung|Beskrivning",
        "scope": "Date|Fecha|Data|Datum",
        "views": "Views|Visualizaciones|Reproducciones|Visualizações|Aufrufe|Vues|Visningar",
        "reach": "Reach|Alcance|Reichweite|Couverture|Räckvidd",
        "reactions": (
            "Reactions|Likes|Reacciones|Me gusta|Reações|Curtidas|Reaktionen|Gefällt mir|Gefällt mir-Angaben"
            "|„Gefällt mir“-Angaben|Réactions|J’aime|Mentions J’aime|Reaktioner|Gilla-markeringar"
        ),
        "comments": "Comments|Comentarios|Comentários|Kommentare|Commentaires|Kommentarer",
        "shares": (
            "Shares|Veces que se ha compartido|Veces que se compartió|Veces compartido|Compartilhamentos|Geteilt"
            "|Geteilte Inhalte|Mal geteilt|Partages|Delningar"
        ),
        "saves": (
            "Saves|Veces guardado|Veces que se guardó|Veces que se ha guardado|Salvamentos|Gespeichert|Speicherungen"
            "|Gespeicherte Inhalte|Enregistrements|Sparade objekt|Sparade"
        ),
        "clicks": (
            "Link Clicks|Clics en el enlace|Cliques no link|Link-Klicks|Klicks auf Links|Clics sur un lien"
            "|Clics sur le lien|Länkklick"
        ),
        "page_id": (
            "Page ID|Identificador de la página|ID de la página|Identificação da Página|Seiten-ID|Identifiant de la Page"
            "|ID de Page|Sid-id"
        ),
        "page_name": "Page name|Nombre de la página|Nome da Página|Name der Seite|Seitenname|Nom de la Page|Sidnamn",
        "account_id": "Account ID|Identificador de la cuenta|Identificação da conta|Konto-ID|Identifiant du compte",
        "account_username": (
            "Account username|Nombre de usuario de la cuenta|Nome de usuário da conta|Benutzername des Kontos"
            "|Kontobenutzername|Nom d’utilisateur du compte|Kontots användarnamn"
        ),
        "follows": "Follows|Seguimientos|Seguidores|Follower|Abonnements|Abonnés|Följer",
        "funded": "Funded content status",
        "boosted_views": "Views from Boosted posts",
        "boosted_reach": "Reach from Boosted posts",
        "other_facebook": "Total clicks|Reactions, Comments and Shares|Is crosspost|Is share",
    },
    ignored=(
        "Account name|Nombre de la cuenta|Nome da conta|Kontoname|Nom du compte|Kontonamn"
        "|Duration (sec)|Duración (s)|Duração (s)|Dauer (Sek.)|Durée (s)|Längd (sek)"
        "|Data comment|Comentario de datos|Comentário de dados|Datenkommentar|Commentaire sur les données|Datakommentar"
        "|Caption type|Is crosspost|Is share|Languages|Custom labels|Total clicks|Other Clicks"
        "|Views from Organic posts|Reach from Organic posts"
        "|3-second video views|1-minute video views|3-Second viewers|1-minute viewers"
        "|3-second video views from Boosted posts|3-second video views from Organic posts"
        "|Reactions, Comments and Shares|Seconds viewed|Average Seconds viewed"
        "|Matched Audience Targeting Consumption (Photo Click)|Matched Audience Targeting Consumption (Video Click)"
        "|Negative feedback from users: Hide all|Negative feedback from users: Hide"
        "|Estimated earnings (USD)|Ad CPM (USD)|Ad impressions"
    ),
    read=_read,
)
