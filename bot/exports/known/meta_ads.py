"""Meta's Ads Manager: campaigns, ad sets or ads over a stretch of days, with whatever columns somebody chose.

The currency is in a heading. "Results" are of many kinds, so they count only where the file says that they are leads
or conversations begun. Clicks are those on links.
"""

from collections.abc import Callable

from bot.domain.exports import BOTH_OF_META, Export, Form
from bot.exports import spending
from bot.exports.finding import Given, Matched, Shape, Values
from bot.exports.headings import folded

_LEADS = ("lead", "cliente potencial", "clientes potenciales", "cadastro", "prospect")
_CONVERSATIONS = ("messaging conversation", "conversations started", "conversaciones", "conversas", "unterhaltung")


def _read(matched: Matched, given: Given) -> Export:
    if "day" in matched.places:  # one row a day: that is the stretch, whatever the report as a whole is about
        matched.places = {**matched.places, "on": matched.places["day"], "until": matched.places["day"]}
    found, questions = spending.read(matched, given, network=BOTH_OF_META, results=_results(matched))
    return matched.export(network=BOTH_OF_META, spending=found, questions=questions)


def _results(matched: Matched) -> Callable[[Values], object]:
    def of_row(values: Values) -> object:
        kind = folded(matched.cell(values, "indicator"))
        if any(word in kind for word in (*_LEADS, *_CONVERSATIONS)):
            return matched.cell(values, "all_results")
        own = [matched.cell(values, name) for name in ("leads", "conversations") if name in matched.places]
        return own[0] if own and "indicator" not in matched.places else None

    return of_row


ADS = Shape(
    form=Form.META_ADS,
    needs=("spent",),
    any_of=("campaign", "set", "ad"),
    columns={
        "on": "Reporting starts|Inicio del informe|Início dos relatórios|Berichtsstart|Début des rapports|Rapporteringsstart|Rapportstart",
        "until": "Reporting ends|Fin del informe|Término dos relatórios|Encerramento dos relatórios|Berichtsende|Fin des rapports|Rapporteringsslut|Rapportslut",
        "day": "Day|Día|Dia|Tag|Jour|Dag",
        "campaign": "Campaign name|Nombre de la campaña|Nome da campanha|Kampagnenname|Name der Kampagne|Nom de la campagne|Kampanjnamn",
        "campaign_id": "Campaign ID|Identificador de la campaña|Identificação da campanha|Kampagnen-ID|Identifiant de la campagne|Kampanj-id",
        "set": (
            "Ad set name|Nombre del conjunto de anuncios|Nome do conjunto de anúncios|Anzeigengruppenname"
            "|Name der Anzeigengruppe|Nom de l’ensemble de publicités|Annonsuppsättningens namn"
        ),
        "set_id": (
            "Ad set ID|Identificador del conjunto de anuncios|Identificação do conjunto de anúncios|Anzeigengruppen-ID"
            "|Identifiant de l’ensemble de publicités|Annonsuppsättnings-id"
        ),
        "ad": "Ad name|Nombre del anuncio|Nome do anúncio|Anzeigenname|Name der Werbeanzeige|Nom de la publicité|Annonsnamn",
        "ad_id": "Ad ID|Identificador del anuncio|Identificação do anúncio|Anzeigen-ID|Identifiant de la publicité|Annons-id",
        "spent": "Amount spent|Importe gastado|Valor usado|Ausgegebener Betrag|Montant dépensé|Spenderat belopp",
        "currency": "Currency|Divisa|Moneda|Moeda|Währung|Devise|Valuta",
        "reach": "Reach|Alcance|Reichweite|Couverture|Räckvidd",
        "views": "Impressions|Impresiones|Impressões|Impressionen|Exponeringar|Visningar",
        "clicks": "Link clicks|Clics en el enlace|Cliques no link|Link-Klicks|Clics sur un lien|Clics sur le lien|Länkklick",
        "all_results": "Results|Resultados|Ergebnisse|Résultats|Resultat",
        "indicator": (
            "Result indicator|Result type|Indicador de resultado|Indicador de resultados|Tipo de resultado"
            "|Indikator für Ergebnisse|Ergebnistyp|Indicateur de résultats|Type de résultat|Resultatindikator|Resultattyp"
        ),
        "leads": "Leads|Leads (form)|On-Facebook leads|Meta leads|Clientes potenciales|Leads (formulário)|Prospects",
        "conversations": (
            "Messaging conversations started|Conversaciones con mensajes iniciadas|Conversas por mensagem iniciadas"
            "|Begonnene Messaging-Unterhaltungen|Conversations par message démarrées"
        ),
        "objective": "Objective|Objetivo|Ziel|Objectif|Mål",
        "platform": "Platform|Plataforma|Plattform|Plateforme",
    },
    ignored=(
        "Ad delivery|Ad set delivery|Campaign delivery|Delivery status|Delivery level|Bid|Bid type|Ad set budget"
        "|Ad set budget type|Campaign budget|Campaign budget type|Last significant edit|Attribution setting|Frequency"
        "|Cost per results|Cost per result|Quality ranking|Engagement rate ranking|Conversion rate ranking|Ends|Starts"
        "|Total messaging contacts|New messaging contacts|Purchases|Cost per messaging conversation started|Account name"
        "|Account ID|CPM (cost per 1,000 impressions)|CPC (cost per link click)|CPC (all)|CTR (link click-through rate)"
        "|CTR (all)|Clicks (all)|Landing page views|Video plays|ThruPlays|Post engagements|Page engagement|Post comments"
        "|Post saves|Post shares|Post reactions|Age|Gender|Placement|Device platform|Impression device|Region|Country"
        "|Cost per lead|Website purchases|Outbound clicks|Unique link clicks|Objective|Buying type"
    ),
    read=_read,
)
