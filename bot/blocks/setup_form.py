"""The form that sets a practice up. It refuses to know what is proposed, it only shows it."""

from bot.blocks import choices, kit
from bot.blocks.surfaces import Modal, modal
from bot.domain import said
from bot.domain.outcomes.setup import Settings, SetupFormOpened
from storage.tables import Role

_PEOPLE = {
    Role.LEAD: ("Who leads the program?", "One person, always. Gets what nobody else takes on."),
    Role.BACKUP: ("Who steps in for the lead?", "May change settings too, and is asked when something is late."),
    Role.SPONSOR: ("Which doctor or owner backs it?", ""),
    Role.MARKETING: ("Who speaks for marketing?", "Is asked for one line about the week's digest."),
    Role.SALES: ("Who speaks for the front desk or sales?", "Is asked for one line about the week's digest."),
}
_AGENCY = "An agency or freelancer in your Slack: they see the plan and its figures, no leads and no settings."
_WAITS = {30: "Half an hour", 60: "An hour", 120: "Two hours", 240: "Half a day", 480: "A day"}
_MOST_HOURS = 10
_ORDERS = (("month", "Month first: 11/28"), ("day", "Day first: 28/11"))


def draw_setup_form_opened(outcome: SetupFormOpened) -> Modal:
    """Ask how this practice runs."""
    settings = outcome.settings
    blocks: list[kit.Block] = []
    if outcome.is_first:
        blocks.append(kit.SectionBlock("Two minutes, and your first week is ready. Everything can be changed later."))
    blocks += [_zone(outcome), *_hours(settings), _closed_days(outcome)]
    blocks += [*_digest(settings), *_people(settings), _answer_minutes(settings), _date_order(settings)]
    submit = "Set up" if outcome.is_first else "Save"
    return modal("Set up Rounds", blocks, form="set-up", submit=submit)


def _zone(outcome: SetupFormOpened) -> kit.Block:
    options = choices.options((zone.replace("_", " "), zone) for zone in outcome.zones)
    menu = kit.StaticSelectMenu(
        "value", options=list(options.values()), initial_option=options.get(outcome.settings.zone)
    )
    return kit.InputBlock("Time zone of the practice", menu, block_id="zone")


def _hours(settings: Settings) -> list[kit.Block]:
    return [
        kit.InputBlock(
            f"Open on {name}",
            kit.PlainTextInput(
                "value",
                initial_value=settings.opening.text_of(weekday) or None,
                max_length=100,
                placeholder="Closed. Or: 9:00-12:00, 13:00-17:00",
            ),
            block_id=f"opening_{weekday}",
            optional=True,
            hint="Reminders only come while you are open. A lunch break is fine." if weekday == 0 else None,
        )
        for weekday, name in enumerate(said.WEEKDAYS)
    ]


def _closed_days(outcome: SetupFormOpened) -> kit.Block:
    ahead = sorted(day for day in outcome.settings.opening.closed_days if day >= outcome.today)
    return kit.InputBlock(
        "Days you are closed",
        kit.PlainTextInput(
            "value",
            multiline=True,
            initial_value="\n".join(said.day(day) for day in ahead) or None,
            placeholder="nov 26",
        ),
        block_id="closed_days",
        optional=True,
        hint="One on each line, for example: nov 26, or dec 24 to jan 1.",
    )


def _digest(settings: Settings) -> list[kit.Block]:
    days = [choices.option(name, str(weekday)) for weekday, name in enumerate(said.WEEKDAYS)]
    return [
        kit.InputBlock(
            "Where does the weekly digest go?",
            kit.ChannelMultiSelectMenu(
                "value", initial_channels=list(settings.digest_channels) or None, placeholder="Pick channels"
            ),
            block_id="digest_channels",
            hint="Add me to them with /invite, so that I can post there.",
        ),
        kit.InputBlock(
            "On which day?",
            kit.StaticSelectMenu("value", options=days, initial_option=days[settings.digest_weekday]),
            block_id="digest_weekday",
        ),
        kit.InputBlock(
            "At what time?",
            kit.TimePicker("value", initial_time=settings.digest_at.strftime("%H:%M")),
            block_id="digest_at",
        ),
        *_hours_apart(settings),
    ]


def _hours_apart(settings: Settings) -> list[kit.Block]:
    channels = settings.digest_channels
    return [_hour(channel, settings) for channel in channels[:_MOST_HOURS]] if len(channels) > 1 else []


def _hour(channel: str, settings: Settings) -> kit.Block:
    """Offer an hour of its own for one of several channels; left alone, it has the one above."""
    own = settings.digest_hours.get(channel)
    picker = kit.TimePicker("value", initial_time=own.strftime("%H:%M") if own else None, placeholder="The same time")
    return kit.SectionBlock(f"<#{channel}>: another time?", accessory=picker, block_id=f"digest_at_{channel}")


def _people(settings: Settings) -> list[kit.Block]:
    blocks: list[kit.Block] = []
    for role, (question, hint) in _PEOPLE.items():
        holder = settings.holders.get(role)
        menu = kit.UserSelectMenu("value", initial_user=holder.user_id if holder else None, placeholder="Pick a person")
        optional = role != Role.LEAD
        blocks.append(kit.InputBlock(question, menu, block_id=str(role), optional=optional, hint=hint or None))
    outside = [person.user_id for person in settings.agency]
    people = kit.UserMultiSelectMenu("value", initial_users=outside or None, placeholder="Pick people")
    return [
        *blocks,
        kit.InputBlock("Who works for you from outside?", people, block_id="agency", optional=True, hint=_AGENCY),
    ]


def _answer_minutes(settings: Settings) -> kit.Block:
    offered = choices.options((words, str(minutes)) for minutes, words in _WAITS.items())
    menu = kit.StaticSelectMenu(
        "value", options=list(offered.values()), initial_option=offered.get(str(settings.answer_minutes))
    )
    hint = "In opening hours. After as long again, whoever steps in for the lead is asked."
    return kit.InputBlock("A question without an answer is repeated after", menu, block_id="answer_minutes", hint=hint)


def _date_order(settings: Settings) -> kit.Block:
    options = [choices.option(words, value) for value, words in _ORDERS]
    radio = kit.RadioButtonGroup("value", options, initial_option=options[1 if settings.day_first else 0])
    return kit.InputBlock("How do you write dates?", radio, block_id="date_order")
