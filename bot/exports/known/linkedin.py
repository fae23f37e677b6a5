"""LinkedIn's page analytics: a workbook with a sheet of days and one of posts, prose above the headings of each.

What LinkedIn calls impressions are views here, and its clicks are those on everything. Paid and unpaid are taken
together where the file has their total.
"""

from bot.domain.exports import Export, Form
from bot.exports import places, posts
from bot.exports.finding import Given, Matched, Shape, Values
from bot.exports.headings import folded

_DAY_COUNTS = ("views", "viewers", "clicks", "reactions", "comments", "shares")
_DATE = "Date|Fecha|Data|Datum"


def _read_posts(matched: Matched, given: Given) -> Export:
    def is_paid(values: Values) -> bool | None:
        return bool(folded(matched.cell(values, "campaign"))) if "campaign" in matched.places else None

    found, questions = posts.read(matched, given, network="linkedin", boosted=is_paid)
    return matched.export(network="linkedin", posts=found, questions=questions)


def _read_days(matched: Matched, given: Given) -> Export:
    found, questions = places.read(matched, given, place="linkedin", counts=_DAY_COUNTS)
    return matched.export(network="linkedin", places=found, questions=questions)


def _read_followers(matched: Matched, given: Given) -> Export:
    found, questions = places.read(matched, given, place="linkedin", counts=("followers", "follows"))
    return matched.export(network="linkedin", places=found, questions=questions)


POSTS = Shape(
    form=Form.LINKEDIN,
    needs=("link", "at", "views"),
    columns={
        "link": "Post link|Enlace de la publicación|Link da publicação|Link zum Beitrag|Beitragslink|Lien du post|Inläggslänk",
        "at": "Created date|Fecha de creación|Data de criação|Erstellungsdatum|Date de création|Skapandedatum",
        "title": "Post title|Título de la publicación|Título da publicação|Titel des Beitrags|Beitragstitel|Titre du post|Inläggsrubrik",
        "type": "Content Type|Tipo de contenido|Tipo de conteúdo|Inhaltstyp|Type de contenu|Innehållstyp",
        "campaign": "Campaign name|Nombre de la campaña|Nome da campanha|Kampagnenname|Nom de la campagne|Kampanjnamn",
        "views": "Impressions|Impresiones|Impressões|Impressionen|Exponeringar|Visningar",
        "clicks": "Clicks|Clics|Cliques|Klicks|Klick",
        "reactions": "Likes|Reactions|Recomendaciones|Reacciones|Gostei|Reações|Gefällt mir|Reaktionen|J’aime|Réactions|Gilla-markeringar|Reaktioner",
        "comments": "Comments|Comentarios|Comentários|Kommentare|Commentaires|Kommentarer",
        "shares": "Reposts|Shares|Veces compartido|Compartilhamentos|Geteilt|Republications|Partages|Delningar",
    },
    ignored=(
        "Post type|Campaign start date|Campaign end date|Audience|Views|Views (Excluding offsite video views)"
        "|Offsite Views|Click through rate (CTR)|Follows|Engagement rate"
    ),
    personal="Posted by|Publicado por|Veröffentlicht von|Gepostet von|Publié par|Publicerat av",
    read=_read_posts,
)
DAYS = Shape(
    form=Form.LINKEDIN,
    needs=("on", "views"),
    any_of=("clicks", "reactions", "viewers"),
    columns={
        "on": _DATE,
        "views": (
            "Impressions (total)|Impressions (organic)|Impresiones (totales)|Impresiones (total)|Impressões (total)"
            "|Impressionen (gesamt)|Impressions (totales)|Exponeringar (totalt)|Visningar (totalt)"
        ),
        "viewers": (
            "Unique impressions (organic)|Impresiones únicas (orgánicas)|Impressões únicas (orgânicas)"
            "|Eindeutige Impressionen (organisch)|Impressions uniques (organiques)|Unika visningar (organiska)"
        ),
        "clicks": "Clicks (total)|Clicks (organic)|Clics (total)|Clics (totales)|Cliques (total)|Klicks (gesamt)|Clics (totaux)|Klick (totalt)",
        "reactions": (
            "Reactions (total)|Reactions (organic)|Reacciones (total)|Reacciones (totales)|Reações (total)"
            "|Reaktionen (gesamt)|Réactions (totales)|Reaktioner (totalt)"
        ),
        "comments": (
            "Comments (total)|Comments (organic)|Comentarios (total)|Comentarios (totales)|Comentários (total)"
            "|Kommentare (gesamt)|Commentaires (totaux)|Kommentarer (totalt)"
        ),
        "shares": (
            "Reposts (total)|Shares (total)|Reposts (organic)|Shares (organic)|Veces compartido (total)"
            "|Compartilhamentos (total)|Geteilt (gesamt)|Republications (totales)|Partages (totaux)|Delningar (totalt)"
        ),
    },
    ignored="|".join(
        f"{name} ({part})"
        for name in ("Impressions", "Clicks", "Reactions", "Comments", "Reposts", "Shares", "Engagement rate")
        for part in ("organic", "sponsored", "total")
    ),
    read=_read_days,
)
FOLLOWERS = Shape(
    form=Form.LINKEDIN,
    needs=("on", "follows"),
    any_of=("organic", "sponsored"),
    columns={
        "on": _DATE,
        "follows": (
            "Total followers|Seguidores totales|Total de seguidores|Follower insgesamt|Follower gesamt"
            "|Nombre total d’abonnés|Totalt antal följare"
        ),
        "organic": "Organic followers|Seguidores orgánicos|Organische Follower|Abonnés organiques|Organiska följare",
        "sponsored": "Sponsored followers|Seguidores patrocinados|Gesponserte Follower|Abonnés sponsorisés",
    },
    ignored="Auto-invited followers",
    read=_read_followers,
)
