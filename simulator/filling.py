"""Turns what a story says into what a field holds: `"sarah"` into a user id, `"4pm"` into `16:00`.

It looks names up in the workspace and asks the app for the options of an external menu; it changes no field.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator import acts, filing, finding, sight
from simulator.drawing import mrkdwn
from simulator.moments import clock_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.finding import Found
    from simulator.rows import File, Json, Person
    from simulator.slack import Slack


def value(slack: Slack, person: Person, found: Found, said: Any) -> tuple[Any, list[Json] | None]:  # noqa: ANN401
    """Give what the field is to hold, and the options offered where they come from the app."""
    element = found.control.element
    kind = str(element["type"])
    many = kind.startswith("multi_") or kind in {"checkboxes", "file_input"}
    if said is None or said == "":
        return ([] if many else None), None
    if kind.removeprefix("multi_") == "external_select":
        return _external(slack, person, found, said, many=many)
    one = _reader(slack, person, element)
    return ([one(each) for each in _listed(said)] if many else one(said)), None


def _reader(slack: Slack, person: Person, element: Mapping[str, Any]) -> Callable[[Any], Any]:
    workspace = slack.workspace_of(person)
    names = sight.names(workspace, person)

    def conversation(said: Any) -> str:  # noqa: ANN401
        words = _words(said)
        if words.startswith("#") or words in workspace.channels:
            return workspace.channel(words).id
        return workspace.direct(person.id, finding.person_called(workspace, words).id).id

    def kept(said: Any) -> File:  # noqa: ANN401
        content = said if isinstance(said, bytes) else Path(said).read_bytes()
        name = "file" if isinstance(said, bytes) else Path(said).name
        return filing.keep(workspace, person.id, name, content)

    readers: dict[str, Callable[[Any], Any]] = {
        "static_select": lambda said: finding.option(element, str(said), names),
        "radio_buttons": lambda said: finding.option(element, str(said), names),
        "overflow": lambda said: finding.option(element, str(said), names),
        "checkboxes": lambda said: finding.option(element, str(said), names),
        "users_select": lambda said: finding.person_called(workspace, _words(said)).id,
        "channels_select": lambda said: workspace.channel(_words(said)).id,
        "conversations_select": conversation,
        "datepicker": _date,
        "timepicker": _time,
        "datetimepicker": lambda said: _timestamp(said, names.zone),
        "rich_text_input": _rich,
        "file_input": kept,
    }
    return readers.get(str(element["type"]).removeprefix("multi_"), str)


def _external(
    slack: Slack,
    person: Person,
    found: Found,
    said: Any,  # noqa: ANN401
    *,
    many: bool,
) -> tuple[Any, list[Json]]:
    names = sight.names(slack.workspace_of(person), person)
    block, element = found.control.block, found.control.element
    chosen, offered = [], []
    for each in _listed(said):
        found_options = acts.suggestions(
            slack, person, found.target, element["action_id"], str(each), block_id=block["block_id"]
        )
        offered += found_options
        chosen.append(finding.option({"options": found_options}, str(each), names))
    return (chosen if many else chosen[0]), offered


def _listed(said: Any) -> list[Any]:  # noqa: ANN401
    return list(said) if isinstance(said, Iterable) and not isinstance(said, (str, bytes)) else [said]


def _words(said: Any) -> str:  # noqa: ANN401
    return str(getattr(said, "name", said))


def _date(said: Any) -> str:  # noqa: ANN401
    return said.isoformat() if isinstance(said, date) else date.fromisoformat(str(said)).isoformat()


def _time(said: Any) -> str:  # noqa: ANN401
    return f"{said if isinstance(said, time) else clock_time(str(said)):%H:%M}"


def _timestamp(said: Any, zone: Any) -> int:  # noqa: ANN401
    at = said if isinstance(said, datetime) else datetime.fromisoformat(str(said))
    return int((at if at.tzinfo else at.replace(tzinfo=zone)).timestamp())


def _rich(said: Any) -> Json:  # noqa: ANN401
    if isinstance(said, Mapping):
        return dict(said)
    words = mrkdwn.unescaped(str(said))
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": words}]}
    return {"type": "rich_text", "elements": [section]}
