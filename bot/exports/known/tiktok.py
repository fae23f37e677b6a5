"""TikTok Studio's exports: posts, and the account's numbers by day. Days there have no year."""

from collections.abc import Callable, Mapping
from functools import partial

from bot.domain.exports import Export, Form
from bot.exports import places, posts
from bot.exports.finding import Given, Matched, Shape

_DATE = "Date|Fecha|Data|Datum"


def _read_posts(matched: Matched, given: Given) -> Export:
    found, questions = posts.read(matched, given, network="tiktok")
    return matched.export(network="tiktok", posts=found, questions=questions)


def _read_days(matched: Matched, given: Given, *, counts: tuple[str, ...]) -> Export:
    found, questions = places.read(matched, given, place="tiktok", counts=counts)
    return matched.export(network="tiktok", places=found, questions=questions)


def _by_day(columns: Mapping[str, str], *, ignored: str = "") -> Shape:
    """A table of days that is recognised by the first two of its counts."""
    read: Callable[[Matched, Given], Export] = partial(_read_days, counts=tuple(columns))
    return Shape(Form.TIKTOK_DAYS, ("on", *list(columns)[:2]), {"on": _DATE, **columns}, read, ignored=ignored)


CONTENT = Shape(
    form=Form.TIKTOK_CONTENT,
    needs=("link", "views"),
    any_of=("at",),
    columns={
        "link": "Video link|Post link|Enlace del video|Enlace del vídeo|Link do vídeo|Video-Link|Videolink|Lien de la vidéo|Videolänk",
        "at": (
            "Post time|Post date|Fecha de publicación|Hora de publicación|Horário da publicação|Horário de postagem"
            "|Veröffentlichungszeit|Veröffentlichungsdatum|Heure de publication|Date de publication|Publiceringstid"
        ),
        "title": "Video title|Post title|Título del video|Título del vídeo|Título do vídeo|Videotitel|Titre de la vidéo",
        "views": "Total views|Total de visualizaciones|Total de visualizações|Aufrufe insgesamt|Total des vues|Totalt antal visningar",
        "reactions": "Total likes|Total de Me gusta|Total de curtidas|Likes insgesamt|Total des J’aime|Totalt antal gilla-markeringar",
        "comments": (
            "Total comments|Total de comentarios|Total de comentários|Kommentare insgesamt|Total des commentaires"
            "|Totalt antal kommentarer"
        ),
        "shares": (
            "Total shares|Total de veces compartido|Total de compartilhamentos|Geteilt insgesamt|Total des partages"
            "|Totalt antal delningar"
        ),
        "saves": "Add to favorites|Added to favorites|Total favorites|Añadir a favoritos|Adicionar aos favoritos|Favoriten|Ajouter aux favoris",
        "reach": "Reach|Reached audience|Alcance|Reichweite|Couverture|Räckvidd",
    },
    ignored="Total play time|Average watch time|Watched full video|New followers|Total new followers",
    read=_read_posts,
)
OVERVIEW = _by_day(
    {
        "views": "Video Views|Visualizaciones de vídeo|Visualizaciones de video|Visualizações de vídeo|Videoaufrufe|Vues de vidéos|Vues de vidéo|Videovisningar",
        "visits": "Profile Views|Visitas al perfil|Visualizações do perfil|Visualizações de perfil|Profilaufrufe|Vues du profil|Profilvisningar",
        "reactions": "Likes|Me gusta|Curtidas|J’aime|Gilla-markeringar",
        "comments": "Comments|Comentarios|Comentários|Kommentare|Commentaires|Kommentarer",
        "shares": "Shares|Veces compartido|Compartidos|Compartilhamentos|Geteilt|Partages|Delningar",
    },
    ignored="Reached audience|Engaged audience|Unique viewers",
)
FOLLOWERS = _by_day(
    {
        "followers": "Followers|Seguidores|Follower|Abonnés|Följare",
        "follows": (
            "Difference in followers from previous day|Diferencia de seguidores con respecto al día anterior"
            "|Diferença de seguidores em relação ao dia anterior|Unterschied bei Followern zum Vortag"
            "|Différence d’abonnés par rapport à la veille|Skillnad i följare från föregående dag"
        ),
    }
)
VIEWERS = _by_day(
    {"viewers": "Total Viewers|Total de espectadores|Zuschauer insgesamt|Total des spectateurs|Totalt antal tittare"},
    ignored="New Viewers|Returning Viewers",
)
