"""Commands as button values and back: an action id that names the command, a value that holds its fields.

Only ids and short words travel in a value; Slack allows 2,000 characters. An element that a person picks from (a
select, an overflow) carries the fields known beforehand in its action id, and `picks` names the one it fills.
"""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, get_args

from bot.commands import vocabulary
from bot.domain.weeks import Week

_COMMANDS: dict[str, type[vocabulary.Command]] = {kind.__name__: kind for kind in get_args(vocabulary.Command)}


def value_of(command: vocabulary.Command) -> str:
    """Write a command's fields down as a button's value."""
    return json.dumps({f.name: _plain(getattr(command, f.name)) for f in fields(command)}, separators=(",", ":"))


def action_of(command: vocabulary.Command, *, apart: str = "") -> str:
    """Name the command as an action id; `apart` keeps two equal buttons of one message apart."""
    name = type(command).__name__
    return f"{name}:{apart}" if apart else name


def picked_action(kind: type[vocabulary.Command], picks: str, known: dict[str, Any] | None = None) -> str:
    """Name, as an action id, the command that a select fills in: `picks` is the field that the choice becomes."""
    return f"{kind.__name__}?{picks}&{json.dumps(known or {}, separators=(',', ':'))}"


def read(action_id: str, value: str) -> vocabulary.Command | None:
    """Read a clicked button or a choice back; None for an element that stands for no command."""
    name, _, rest = action_id.partition("?")
    kind = _COMMANDS.get(name.partition(":")[0])
    if kind is None:
        return None
    if rest:
        picks, _, known = rest.partition("&")
        given = {**json.loads(known or "{}"), picks: int(value) if value.isdecimal() else value}
    else:
        given = json.loads(value or "{}")
    return kind(**{f.name: _typed(f.type, given[f.name]) for f in fields(kind) if f.name in given})


def _plain(value: object) -> object:
    if isinstance(value, Week):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        raise TypeError(f"{type(value).__name__} does not fit into a button")
    return value


def _typed(kind: object, value: Any) -> object:  # noqa: ANN401 - JSON
    if kind is Week:
        return Week.parse(value)
    if kind in (date, date | None) and value:
        return date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value
