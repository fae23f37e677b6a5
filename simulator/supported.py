"""The tables of what this pretend Slack can do, made from the code.

`python -m simulator.supported PAGE.md` renews them in a page.
"""

from __future__ import annotations

import sys
from pathlib import Path

from simulator.acts import OWN
from simulator.checks.blocks import ANYWHERE, BLOCKS, SURFACES
from simulator.web_api import METHODS

BEGIN, END = "<!-- made by simulator.supported -->", "<!-- end -->"


def tables() -> str:
    """Every method, every block and every command of Slack's own, as Markdown."""
    lines = ["### Methods", "", "| method | needs | scope, any of | what it does |", "|---|---|---|---|"]
    for name in sorted(METHODS):
        known = METHODS[name]
        needs = ", ".join(known.required) or "–"  # noqa: RUF001
        scopes = ", ".join(known.scopes) or {"bot": "–", "app": "app token", "none": "no token"}[known.token]  # noqa: RUF001
        lines.append(f"| `{name}` | {needs} | {scopes} | {known.about} |")
    lines += ["", "### Blocks", "", "| block | message | modal | home |", "|---|---|---|---|"]
    for kind in sorted(BLOCKS):
        where = SURFACES.get(kind, ANYWHERE)
        marks = " | ".join("yes" if surface in where else "no" for surface in ("message", "modal", "home"))
        lines.append(f"| `{kind}` | {marks} |")
    lines += ["", "### Slack's own commands", "", "| command | what it does |", "|---|---|"]
    for command, own in OWN.items():
        usage = f"{command} {own.hint}".strip().replace("|", "\\|")
        lines.append(f"| `{usage}` | {own.about} |")
    return "\n".join(lines)


def renewed(page: str) -> str:
    """A page with its tables made anew."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{tables()}\n\n{END}{after}"


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")
