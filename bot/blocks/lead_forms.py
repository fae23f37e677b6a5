"""The forms about leads: logging one or changing what is known, why one was lost, and the practice's own settings."""

from bot.blocks import kit, lead_phrases, saying
from bot.blocks.choices import option, options
from bot.blocks.plan_phrases import capital, listed
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.domain import said as saying_days
from bot.domain.leads import LADDER, REASONS
from bot.domain.outcomes.leads import LeadFormOpened, LeadSettingsOpened, LeadSettingsSet, LostFormOpened
from bot.domain.sources import SOURCES, UNKNOWN
from storage.tables import Lead, Stage

_NOT_SAID = "They didn't say"
_NO_GUESS = "No idea"
_NEVER = "none"


def draw_lead_form_opened(outcome: LeadFormOpened) -> Modal:
    """Ask what is known of a lead; never who it is."""
    row = outcome.lead
    blocks: list[kit.Block] = [
        _source("How did they say they found you?", "said", _NOT_SAID, row.said if row else None),
        _source("What would you guess yourself?", "guessed", _NO_GUESS, row.guessed if row else None, optional=True),
        *_service(outcome),
        _area(row),
        kit.InputBlock(
            "Which day did it come?",
            kit.DatePicker("value", initial_date=(row.came_on if row else outcome.today).isoformat()),
            block_id="on",
        ),
        _time(outcome),
        _code(row),
        *(_days(outcome, row) if row else ()),
    ]
    if row is None:
        return modal("Log a lead", blocks, form="add-lead", submit="Log it")
    return modal(f"Lead {row.number}", blocks, form="edit-lead", submit="Save", keeps={"lead_id": row.id})


def draw_lost_form_opened(outcome: LostFormOpened) -> Modal:
    """Ask why a lead was lost."""
    row = outcome.lead
    reasons = [option(capital(reason), reason) for reason in REASONS]
    asked = kit.InputBlock("What was it?", kit.RadioButtonGroup("value", reasons), block_id="reason")
    keeps = {"lead_id": row.id, "seen": row.stage}
    return modal(f"Lead {row.number} was lost", [asked], form="lose-lead", submit="Mark lost", keeps=keeps)


def draw_lead_settings_opened(outcome: LeadSettingsOpened) -> Modal:
    """Ask what people ask for, and when open leads are asked about."""
    days = options([*((name, str(at)) for at, name in enumerate(saying_days.WEEKDAYS)), ("Not at all", _NEVER)])
    chosen = _NEVER if outcome.weekday is None else str(outcome.weekday)
    who = saying.plain(outcome.sales) or "whoever speaks for sales"
    blocks: list[kit.Block] = [
        kit.InputBlock(
            "Which services do people ask for?",
            kit.PlainTextInput(
                "value",
                multiline=True,
                initial_value="\n".join(outcome.services) or None,
                placeholder="Cleaning\nWhitening\nImplants",
            ),
            block_id="services",
            optional=True,
            hint="One on each line. Whoever logs a lead picks from this list, so that no form has room for a name.",
        ),
        kit.InputBlock(
            "Which postcodes are near you?",
            kit.PlainTextInput("value", initial_value=", ".join(outcome.areas) or None, placeholder="021, 024-026"),
            block_id="areas",
            optional=True,
            hint="The first three digits are enough. The digest's thread tells how many new people come from there.",
        ),
        kit.InputBlock(
            "When are open leads asked about?",
            kit.StaticSelectMenu("value", options=list(days.values()), initial_option=days[chosen]),
            block_id="weekday",
            hint=f"One message a week to {who}, where any lead is open.",
        ),
    ]
    return modal("Leads", blocks, form="lead-settings", submit="Save")


def draw_lead_settings_set(outcome: LeadSettingsSet) -> Message:
    """Say what holds from now on."""
    services = listed([saying.plain(service) for service in outcome.services])
    asks = f"People can ask for {services}." if services else "No services are listed, so nobody is asked for one."
    who = saying.plain(outcome.sales) or "Whoever speaks for sales"
    when = (
        "Nobody is asked about open leads."
        if outcome.weekday is None
        else f"{who} is asked about open leads on {saying_days.WEEKDAYS[outcome.weekday]}s."
    )
    near = f"Near you are {listed(list(outcome.areas))}." if outcome.areas else ""
    words = " ".join(filter(None, (asks, near, when)))
    return message(words, [kit.SectionBlock(words)])


def _source(question: str, field: str, nothing: str, held: str | None, *, optional: bool = False) -> kit.Block:
    own = [held] if held and held not in SOURCES else []
    offered = options(
        (nothing if source == UNKNOWN else capital(lead_phrases.source(source)), source) for source in [*SOURCES, *own]
    )
    chosen = None if held is None else offered[held or UNKNOWN]
    menu = kit.StaticSelectMenu("value", options=list(offered.values()), initial_option=chosen, placeholder="Pick one")
    return kit.InputBlock(question, menu, block_id=field, optional=optional)


def _service(outcome: LeadFormOpened) -> list[kit.Block]:
    held = outcome.lead.service if outcome.lead else ""
    offered = options((service, service) for service in dict.fromkeys([*outcome.services, *([held] if held else [])]))
    if not offered:
        return []
    menu = kit.StaticSelectMenu(
        "value", options=list(offered.values()), initial_option=offered.get(held), placeholder="Pick one"
    )
    return [kit.InputBlock("What did they ask for?", menu, block_id="service", optional=True)]


def _area(row: Lead | None) -> kit.Block:
    return kit.InputBlock(
        "Where do they live?",
        kit.PlainTextInput("value", initial_value=(row.area if row else "") or None, max_length=20, placeholder="021"),
        block_id="area",
        optional=True,
        hint="The first three digits of the postcode. I cut off what is more.",
    )


def _time(outcome: LeadFormOpened) -> kit.Block:
    at = outcome.lead.came_at.astimezone(outcome.zone) if outcome.lead and outcome.lead.came_at else None
    return kit.InputBlock(
        "At what time?",
        kit.TimePicker("value", initial_time=f"{at:%H:%M}" if at else None),
        block_id="at",
        optional=True,
        hint="If you know it. It tells how soon people are reached, and how many come while you are closed.",
    )


def _code(row: Lead | None) -> kit.Block:
    return kit.InputBlock(
        "Your own code",
        kit.PlainTextInput(
            "value", initial_value=(row.code if row else "") or None, max_length=40, placeholder="A-117"
        ),
        block_id="code",
        optional=True,
        hint="Never a name, a phone number or a date of birth. The lead has its running number in any case.",
    )


def _days(outcome: LeadFormOpened, row: Lead) -> list[kit.Block]:
    """One day for each stage the lead came to, so that it can be put right."""
    blocks: list[kit.Block] = []
    for stage in (*LADDER, Stage.LOST):
        at = getattr(row, f"{stage}_at")
        if at is not None:
            picker = kit.DatePicker("value", initial_date=at.astimezone(outcome.zone).date().isoformat())
            blocks.append(kit.InputBlock(f"{stage.capitalize()} on", picker, block_id=f"{stage}_on", optional=True))
    return blocks
