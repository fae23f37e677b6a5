"""Seeds by name or from a file, for the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from simulator.seeds.bright_smile import bright_smile
from simulator.seeds.empty import empty
from simulator.seeds.river_valley import river_valley, side_by_side
from simulator.tour import read_tour

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.slack import Slack

NAMED: dict[str, Callable[[Slack], object]] = {
    "empty": empty,
    "bright-smile": bright_smile,
    "river-valley": river_valley,
    "side-by-side": side_by_side,
}


_NEEDED = "team, name, domain, people and channels"


def seed_named(which: str) -> Callable[[Slack], object]:
    """The seed with this name, or one described in a YAML or JSON file.

    A file holds `team`, `name`, `domain`, `people` (name, real_name, tz, ...) and `channels` (name, kind, members by
    name; `bot` stands for the app). It may hold a `tour`: a `title` and `steps`, see docs/simulator/page.md.
    """
    if which in NAMED:
        return NAMED[which]
    path = Path(which)
    if not path.exists():
        raise ValueError(f"there is no seed and no file called {which}; seeds: {', '.join(NAMED)}")
    text = path.read_text(encoding="utf-8")
    try:
        described = json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)
    except (ValueError, yaml.YAMLError) as error:
        raise ValueError(f"{which}: {' '.join(str(error).split())}") from error
    fields = described if isinstance(described, dict) else {}
    return lambda slack: _planted(slack, which, fields)


def _planted(slack: Slack, which: str, described: dict[str, Any]) -> None:
    missing = [field for field in ("team", "name", "domain", "people", "channels") if field not in described]
    if missing:
        raise ValueError(f"{which}: {' and '.join(missing)} is missing; a workspace has {_NEEDED}")
    try:
        _plant(slack, described)
    except KeyError as unknown:
        raise ValueError(f"{which}: {unknown} is missing, or nobody among the people is called so") from unknown
    except (TypeError, AttributeError) as wrong:
        raise ValueError(f"{which}: {wrong}; docs/simulator/README.md shows how a person and a channel look") from wrong


def _plant(slack: Slack, described: dict[str, Any]) -> None:
    workspace = slack.add_workspace(described["team"], described["name"], described["domain"])
    ids = {person["name"]: workspace.add_person(**person).id for person in described["people"]}
    ids["bot"] = slack.install(workspace).bot_user
    for channel in described["channels"]:
        members = [ids[name] for name in channel.get("members", [])]
        workspace.add_channel(**{**channel, "members": members})
    if described.get("tour"):
        workspace.tour = read_tour(described["tour"])
