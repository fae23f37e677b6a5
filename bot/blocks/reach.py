"""A drawing as somebody from an agency gets it: without the buttons and menus that lead out of their reach.

It refuses to know what any of them is for: `commands.reach` says what is within.
"""

from collections.abc import Iterable
from dataclasses import replace

from bot.blocks.surfaces import Drawn, Home, Json, Message, Modal, Nothing
from bot.commands import buttons, reach


def within(drawn: Drawn) -> Drawn:
    """Leave out what leads out of reach; whatever else was drawn stays as it is."""
    match drawn:
        case Message():
            return replace(drawn, blocks=_kept(drawn.blocks), plain=_kept(drawn.plain) if drawn.plain else None)
        case Modal():
            return replace(drawn, view={**drawn.view, "blocks": _kept(drawn.view["blocks"])})
        case Home():
            return Home({**drawn.view, "blocks": _kept(drawn.view["blocks"])})
        case Nothing():
            return drawn


def _kept(blocks: Iterable[Json]) -> list[Json]:
    left = [_without(block) for block in blocks]
    return [block for block in left if block.get("type") != "actions" or block["elements"]]


def _without(block: Json) -> Json:
    if block.get("type") == "actions":
        return {**block, "elements": [each for each in block["elements"] if not _leads_out(each)]}
    if "accessory" in block and _leads_out(block["accessory"]):
        return {key: value for key, value in block.items() if key != "accessory"}
    return block


def _leads_out(element: Json) -> bool:
    kind = buttons.kind_of(element.get("action_id", ""))
    return kind is not None and reach.stays_with(kind) is not None
