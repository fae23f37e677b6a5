"""Commands as button values and back: an action id that names the command, a value that holds its fields.

Only ids and short words travel in a value; Slack allows 2,000 characters. An element that a person picks from (a
select, an overflow) carries the fields known beforehand in its action id, and `picks` names the one it fills.

Messages outlive programs: a button may have been drawn by an older version. What can't be read for certain is Misread.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from bot.commands import vocabulary
from bot.domain import phrase_misreadings
from bot.domain.errors import Misread
from bot.domain.spans import Span
from bot.domain.weeks import Week

_T = TypeVar("_T")
_COMMANDS: dict[str, type[vocabulary.Command]] = {kind.__name__: kind for kind in get_args(vocabulary.Command)}
_ACTION = re.compile(r"([A-Z][A-Za-z]+)(?::.*|\?(\w+)&(.*))?", re.DOTALL)
_FROM_WORDS: dict[object, Callable[[str], object]] = {
    Week: Week.parse,
    Span: Span.parse,
    date: date.fromisoformat,
    time: time.fromisoformat,
    int: int,
    str: str,
}

_json = json.JSONEncoder(separators=(",", ":")).encode


def value_of(command: vocabulary.Command) -> str:
    """Write a command's fields down as a button's value."""
    return _json({name: _plain(getattr(command, name)) for name in _names(type(command).__name__)})


def action_of(command: vocabulary.Command, *, apart: str = "") -> str:
    """Name the command as an action id; `apart` keeps two equal buttons of one message apart."""
    name = type(command).__name__
    return f"{name}:{apart}" if apart else name


def picked_action(kind: type[vocabulary.Command], picks: str, known: Mapping[str, Any] | None = None) -> str:
    """Name, as an action id, the command that a select fills in: `picks` is the field that the choice becomes."""
    return f"{kind.__name__}?{picks}&{_json(known or {})}"


def stands_for_command(action_id: str) -> bool:
    """Whether an element stands for a command, perhaps one of an older version; a link or a field stands for none."""
    return _ACTION.fullmatch(action_id) is not None


def kind_of(action_id: str) -> type[vocabulary.Command] | None:
    """Give the command that an element stands for; None where it stands for none that is known."""
    named = _ACTION.fullmatch(action_id)
    return _COMMANDS.get(named[1]) if named else None


def read(action_id: str, value: str) -> vocabulary.Command:
    """Read a clicked button or a choice back into its command; Misread where it is out of date."""
    named, kind = _ACTION.fullmatch(action_id), kind_of(action_id)
    if named is None or kind is None:
        raise phrase_misreadings.out_of_date()
    try:
        given = _a(dict, json.loads((named[3] if named[2] else value) or "{}"))
        return _filled(kind, {**given, named[2]: value} if named[2] else given)
    except (ValueError, TypeError, RecursionError, Misread):
        raise phrase_misreadings.out_of_date() from None


def _plain(value: object) -> object:
    if isinstance(value, Week | Span):
        return str(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if is_dataclass(value):
        raise TypeError(f"{type(value).__name__} does not fit into a button")
    return value


def _filled(kind: type[vocabulary.Command], given: Mapping[str, object]) -> vocabulary.Command:
    """Fill a command's fields; what has no default must be there, what is no field any more is left out."""
    types = _types(kind.__name__)
    missing = [f.name for f in fields(kind) if f.default is MISSING and f.name not in given]
    if missing:
        raise ValueError(missing)
    known: dict[str, Any] = {name: _typed(types[name], value) for name, value in given.items() if name in types}
    return kind(**known)


def _typed(kind: object, value: object) -> object:
    """Make a value what its field holds; ValueError or TypeError when it can't be."""
    choices = get_args(kind)
    if get_origin(kind) is tuple:
        return tuple(_typed(choices[0], each) for each in _a(list, value))
    if choices:
        return None if value is None else _typed(choices[0], value)
    if kind is bool or (kind is int and type(value) is int):
        return _a(kind, value)
    if kind not in _FROM_WORDS:
        raise TypeError(kind)
    return _FROM_WORDS[kind](_a(str, value))


def _a(kind: type[_T], value: object) -> _T:
    if type(value) is not kind:
        raise TypeError(type(value).__name__)
    return value


@cache
def _names(name: str) -> tuple[str, ...]:
    return tuple(field.name for field in fields(_COMMANDS[name]))


@cache
def _types(name: str) -> dict[str, Any]:
    return get_type_hints(_COMMANDS[name])
