"""The form for one place of the outline. It refuses to know the other places, it only keeps them."""

from datetime import time

from bot.blocks import choices, kit
from bot.blocks.plan_phrases import MEANT_FOR, capital
from bot.blocks.surfaces import Modal, modal
from bot.commands.places import to_plain
from bot.domain import said
from bot.domain.cadence import Place
from bot.domain.outcomes.cadence import PlaceFormOpened
from storage.tables import AdKind, Kind, Task

_USUAL = Place(0, time(10), Kind.SERVICE)
_USUAL_AD = Place(0, time(10), AdKind.AWARENESS, rank=1)
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
    place = outcome.place or (_USUAL_AD if outcome.is_ad else _USUAL)
    often = {rank: words for rank, words in _HOW_OFTEN.items() if rank != "0" or not outcome.is_ad}
    kinds = {
        str(kind): f"{capital(said.kind(kind))}: {MEANT_FOR[kind]}" for kind in (AdKind if outcome.is_ad else Kind)
    }
    blocks: list[kit.Block] = [
        _select("rank", "How often?", often, str(place.rank)),
        _select(
            "weekday",
            "On which day?",
            {str(number): name for number, name in enumerate(said.WEEKDAYS)},
            str(place.weekday),
        ),
        kit.InputBlock("At what time?", kit.TimePicker("value", initial_time=f"{place.at:%H:%M}"), block_id="at"),
        _select("kind", "What is it for?", kinds, place.kind),
        *([_budget(place.budget)] if outcome.is_ad else []),
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


def _budget(planned: int | None) -> kit.Block:
    field = kit.PlainTextInput("value", initial_value=str(planned) if planned else None, placeholder="300")
    hint = "In your own currency, whole units. Left empty, it is not planned yet."
    return kit.InputBlock("What may it cost each time?", field, block_id="budget", optional=True, hint=hint)


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
