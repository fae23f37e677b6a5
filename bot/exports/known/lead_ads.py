"""Leads of Facebook's and Instagram's forms.

All that people wrote into them stays closed: every column that isn't Meta's own is an answer.
"""

from bot.domain.exports import Export, Form
from bot.exports import leads
from bot.exports.finding import Given, Matched, Shape


def _read(matched: Matched, given: Given) -> Export:
    found, questions = leads.read(matched, given)
    networks = {lead.network for lead in found}
    network = networks.pop() if len(networks) == 1 else ""
    return matched.export(network=network, leads=found, questions=questions)


FORMS = Shape(
    form=Form.LEAD_ADS,
    needs=("id", "at"),
    any_of=("form_id", "platform"),
    columns={
        "id": "id|lead_id",
        "at": "created_time",
        "form_id": "form_id",
        "ad_id": "ad_id",
        "platform": "platform",
        "is_organic": "is_organic",
    },
    ignored="ad_name|adset_id|adset_name|campaign_id|campaign_name|form_name|lead_status",
    others_are_personal=True,
    read=_read,
)
