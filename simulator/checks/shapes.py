"""A few words for describing JSON, whose refusals read like Slack's: a sentence and a JSON pointer.

A rule takes a value and where it stands and returns what is wrong with it. It knows no block.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Rule = Callable[[Any, str], list[str]]


def problem(sentence: str, where: str) -> list[str]:
    """One refusal."""
    return [f"{sentence} [json-pointer:{where or '/'}]"]


def string(most: int | None = None, least: int = 0) -> Rule:
    """Text of a certain length."""

    def rule(value: Any, where: str) -> list[str]:  # noqa: ANN401
        if not isinstance(value, str):
            return problem("must be a string", where)
        if len(value) < least:
            return problem(f"must be more than {least - 1} characters", where)
        if most is not None and len(value) > most:
            return problem(f"must be less than {most + 1} characters", where)
        return []

    return rule


def number(least: float | None = None, most: float | None = None, *, above: float | None = None) -> Rule:
    """A number between limits."""

    def rule(value: Any, where: str) -> list[str]:  # noqa: ANN401
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return problem("must be a number", where)
        if (least is not None and value < least) or (above is not None and value <= above):
            return problem(f"must be more than {above if above is not None else least}", where)
        return problem(f"must be at most {most}", where) if most is not None and value > most else []

    return rule


def boolean(value: Any, where: str) -> list[str]:  # noqa: ANN401
    """True or false."""
    return [] if isinstance(value, bool) else problem("must be a boolean", where)


def one_of(*values: Any) -> Rule:  # noqa: ANN401
    """One of a few values."""

    def rule(value: Any, where: str) -> list[str]:  # noqa: ANN401
        if any(value == known and type(value) is type(known) for known in values):
            return []
        return problem(f"must be a valid enum value: {', '.join(map(str, values))}", where)

    return rule


def array(item: Rule, *, least: int = 0, most: int | None = None) -> Rule:
    """A list of things alike."""

    def rule(value: Any, where: str) -> list[str]:  # noqa: ANN401
        if not isinstance(value, list):
            return problem("must be an array", where)
        found = []
        if len(value) < least:
            found += problem(f"no fewer than {least} items allowed", where)
        if most is not None and len(value) > most:
            found += problem(f"no more than {most} items allowed", where)
        return [*found, *(p for i, part in enumerate(value) for p in item(part, f"{where}/{i}"))]

    return rule


def shape(required: str, fields: Mapping[str, Rule], *more: Rule) -> Rule:
    """An object with these fields and no others; `required` names those that must be there."""
    needed = required.split()

    def rule(value: Any, where: str) -> list[str]:  # noqa: ANN401
        if not isinstance(value, dict):
            return problem("must be an object", where)
        found = [
            p for name in needed if value.get(name) is None for p in problem(f"missing required field: {name}", where)
        ]
        for name, content in value.items():
            if name not in fields:
                found += problem(f"unknown property: {name}", where)
            else:
                found += fields[name](content, f"{where}/{name}")
        return found or [p for extra in more for p in extra(value, where)]

    return rule


def typed(required: str, fields: Mapping[str, Rule], *more: Rule) -> Rule:
    """An object whose `type` was looked at already."""
    return shape(f"type {required}", {"type": string(), **fields}, *more)


def by_type(kinds: Mapping[str, Rule]) -> Rule:
    """One of several kinds of object, told apart by `type`."""

    def rule(value: Any, where: str) -> list[str]:  # noqa: ANN401
        if not isinstance(value, dict):
            return problem("must be an object", where)
        kind = value.get("type")
        if not isinstance(kind, str) or kind not in kinds:
            return problem(f"unsupported type: {kind}", f"{where}/type")
        return kinds[kind](value, where)

    return rule
