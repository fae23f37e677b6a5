"""How the private address for forms on the web looks, with what they sign with; only whoever asked sees it."""

from bot.blocks import kit, sure
from bot.blocks.leads import lead_button
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands.vocabulary import OpenMetaForm, RenewLeadWeb
from bot.domain.outcomes.leads import LeadWebShown, MetaFormOpened

_RENEWED = {
    "address": "The address is new, and the old one is closed. Every form needs the new one. ",
    "secret": "The secret is new, and the old one no longer counts. Every form needs the new one. ",
    "meta": "Meta's app secret is saved. ",
}


def draw_lead_web_shown(outcome: LeadWebShown) -> Message:
    """Show where forms send new leads and how they sign, or say what that needs."""
    if not outcome.address:
        words = (
            "Leads from forms need an address on the internet that the forms can send to. Rounds has none here: "
            "whoever runs it can serve it over HTTP and set `PUBLIC_URL`."
        )
        return message(words, [kit.SectionBlock(words)])
    head = (
        f"{_RENEWED.get(outcome.renewed, '')}Forms on the web can leave new leads here. I keep when it was and which "
        "form or platform it came by; the answers stay where the form keeps them."
    )
    meta = "saved" if outcome.has_meta else "not entered yet"
    blocks: list[kit.Block] = [
        kit.SectionBlock(head),
        kit.SectionBlock(f"*Address*\n`{outcome.address}`"),
        kit.SectionBlock(
            f"*A form of your own* signs the body with this secret (HMAC-SHA256, header `X-Rounds-Signature`)\n"
            f"`{outcome.secret}`"
        ),
        kit.SectionBlock(
            f"*Meta's lead forms*: the same address as callback URL, verify token `{outcome.verify_token}`, and the "
            f"secret of your app at Meta ({meta})"
        ),
        kit.ActionsBlock(
            [
                lead_button("Enter Meta's app secret", OpenMetaForm()),
                lead_button(
                    "Renew the address", RenewLeadWeb("address"), apart="address", sure=sure.RENEWS_LEAD_ADDRESS
                ),
                lead_button("Renew the secret", RenewLeadWeb("secret"), apart="secret", sure=sure.RENEWS_LEAD_SECRET),
            ]
        ),
        kit.ContextBlock([kit.Text("Only you see this. Whoever has both the address and the secret can log leads.")]),
    ]
    return message(head, blocks, in_place=bool(outcome.renewed))


def draw_meta_form_opened(outcome: MetaFormOpened) -> Modal:
    """Ask for the secret of the practice's app at Meta; one that is kept is never shown."""
    kept = " One is saved; a new one takes its place, and an empty field forgets it." if outcome.has_one else ""
    asked = kit.InputBlock(
        "App secret",
        kit.PlainTextInput("value", max_length=200),
        block_id="secret",
        optional=outcome.has_one,
        hint=f"At developers.facebook.com, in your app under Settings, Basic.{kept}",
    )
    return modal("Meta's lead forms", [asked], form="meta-secret", submit="Save")
