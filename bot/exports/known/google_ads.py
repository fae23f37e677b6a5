"""Google Ads' campaign reports: two lines above the headings, one of which has the days, and totals among the rows."""

import re

from bot.domain.exports import Export, Form
from bot.exports import days, spending
from bot.exports.finding import Given, Matched, Shape, only_words
from bot.exports.spending import Stretch

_BETWEEN = re.compile(r"\s+(?:[-\u2013\u2014]|to|bis|a|al|até|au|till)\s+")


def _read(matched: Matched, given: Given) -> Export:
    found, questions = spending.read(
        matched,
        given,
        network="google",
        results=lambda values: _whole(matched.cell(values, "conversions")),
        whole=_stretch(matched, given),
    )
    return matched.export(network="google", spending=found, questions=questions)


def _stretch(matched: Matched, given: Given) -> Stretch | None:
    """The days of the report, from the lines above its headings."""
    for _, values in matched.before:
        ends = [end for end in _BETWEEN.split(only_words(values)) if days.look(end)]
        if len(ends) == 2:
            order = days.order_of(ends, given)
            first, last = (order.on(end) for end in ends)
            if first and last and first <= last and order.question is None:
                return Stretch(first, last)
    return None


def _whole(value: object) -> object:
    """Conversions may be parts of one; then how many people asked isn't known."""
    words = str(value or "").strip()
    return None if re.search(r"[.,](?!0+$)\d{1,2}$", words) else value


CAMPAIGNS = Shape(
    form=Form.GOOGLE_ADS,
    needs=("campaign", "spent"),
    any_of=("type", "state", "currency", "average"),
    columns={
        "campaign": "Campaign|Campaña|Campanha|Kampagne|Campagne|Kampanj",
        "campaign_id": "Campaign ID|ID de campaña|ID da campanha|Kampagnen-ID|ID de la campagne|Kampanj-id",
        "spent": "Cost|Coste|Costo|Custo|Kosten|Coût|Kostnad",
        "currency": "Currency code|Currency|Código de moneda|Código da moeda|Währungscode|Währung|Code de devise|Valutakod",
        "type": "Campaign type|Tipo de campaña|Tipo de campanha|Kampagnentyp|Type de campagne|Kampanjtyp",
        "state": (
            "Campaign state|Campaign status|Estado de la campaña|Status da campanha|Kampagnenstatus"
            "|État de la campagne|Kampanjstatus"
        ),
        "average": "Avg. CPC|CPC medio|CPC prom.|CPC méd.|Durchschn. CPC|CPC moy.|Genomsn. CPC",
        "on": "Day|Día|Dia|Tag|Jour|Dag",
        "views": "Impr.|Impressions|Impresiones|Impressões|Impressionen|Exponeringar|Visn.",
        "clicks": "Clicks|Clics|Cliques|Klicks|Klick",
        "conversions": "Conversions|Conversiones|Conversões|Konversionen|Conversions|Konverteringar|Conv.",
    },
    ignored=(
        "Budget|Budget name|Budget type|Status|Status reasons|CTR"
        "|Avg. CPM|Avg. cost|View-through conv.|Cost / conv.|Conv. rate|Bid strategy type|Optimization score"
        "|Optimisation score|Interactions|Interaction rate|Account name|Customer ID|Conv. value|Conv. value / cost"
    ),
    read=_read,
)
