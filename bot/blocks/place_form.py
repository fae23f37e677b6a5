"""The form for one place of the outline. It refuses to know the other places, it only keeps them."""

from datetime import time

import slackblocks as kit

from bot.blocks import choices
from bot.blocks.plan_phrases import MEANT_FOR, capital
from bot.blocks.surfaces import Modal, modal
from bot.commands.places import to_plain
from bot.domain import said
from bot.domain.cadence import Place
from bot.domain.outcomes.cadence import PlaceFormOpened
from storage.tables import Kind, Task

_USUAL = Place(0, time(10), Kind.SERVICE)
_HOW_OFTEN = {"0": "Every week", "1": "The first of the month", "2": "The second", "3": "The third", "4": "The fourth",
              "-1": "The last of the month"}  # fmt: skip
_ASKED = {
    Task.PHOTO: "Who is asked for the photo?",
    Task.CAPTION: "Who is asked for the caption?",
    Task.PUBLISH: "Who is asked to publish it?",
    Task.CHECK: "Who is asked to check on it afterwards?",
}


def draw_place_form_opened(outcome: PlaceFormOpened) -> Modal:
    """Ask when a place comes round, what it is for, and who is usually asked."""
    place = outcome.place or _USUAL
    blocks: list[kit.Block] = [
        _select("rank", "How often?", _HOW_OFTEN, str(place.rank)),
        _select(
            "weekday",
            "On which day?",
            {str(number): name for number, name in enumerate(said.WEEKDAYS)},
            str(place.weekday),
        ),
        kit.InputBlock("At what time?", kit.TimePicker("value", initial_time=f"{place.at:%H:%M}"), block_id="at"),
        _select("kind", "What is it for?", {k: f"{capital(k)}: {MEANT_FOR[k]}" for k in Kind}, place.kind),
        _network(place.network),
        *_people(dict(place.owners)),
        *_stretch(place),
    ]
    if outcome.place is not None:
        gone = kit.CheckboxGroup("value", [choices.option("Take this place out of the outline", "gone")])
        blocks.append(kit.InputBlock("No longer needed?", gone, block_id="gone", optional=True))
    title = "Change a place" if outcome.place else "Add a place"
    keeps = {"others": to_plain(outcome.others)}
    return modal(title, blocks, form="preview-place", submit="See what changes", keeps=keeps)


def _select(field: str, label: str, words: dict[str, str], chosen: str) -> kit.Block:
    options = choices.options((word, str(value)) for value, word in words.items())
    menu = kit.StaticSelectMenu("value", options=list(options.values()), initial_option=options.get(chosen))
    return kit.InputBlock(label, menu, block_id=field)


def _network(typed: str) -> kit.Block:
    field = kit.PlainTextInput("value", initial_value=typed or None, max_length=60, placeholder="Instagram")
    return kit.InputBlock("Where does it go out?", field, block_id="network", optional=True)


def _people(owners: dict[str, str]) -> list[kit.Block]:
    hint = "They are asked first, every time, and may swap or decline."
    return [
        kit.InputBlock(
            question,
            kit.UserSelectMenu("value", initial_user=owners.get(task), placeholder="As usual"),
            block_id=task,
            optional=True,
            hint=hint if task == Task.PHOTO else None,
        )
        for task, question in _ASKED.items()
    ]


def _stretch(place: Place) -> list[kit.Block]:
    return [
        kit.InputBlock(
            label,
            kit.DatePicker("value", initial_date=on.isoformat() if on else None),
            block_id=field,
            optional=True,
        )
        for field, label, on in (("since_on", "First day", place.since_on), ("until_on", "Last day", place.until_on))
    ]
