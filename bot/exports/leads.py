"""Rows of lead forms: when each enquiry came, from which form and ad. What people wrote into them is never read."""

from datetime import UTC, date, datetime, tzinfo

from bot.domain.exports import LeadLine, Question, Skipped, Why
from bot.exports import days
from bot.exports.finding import Given, Matched, Row, Values
from bot.exports.headings import folded
from bot.exports.numbers import identifier

_TESTS = ("<test lead", "test@meta.com", "test@fb.com")
_NETWORKS = {"fb": "facebook", "ig": "instagram", "facebook": "facebook", "instagram": "instagram"}


def read(matched: Matched, given: Given) -> tuple[list[LeadLine], list[Question | None]]:
    """Read the leads of a form; test leads are left out, and so is one that is there twice."""
    rows: list[tuple[int, dict[str, object]]] = []
    for number, values in matched.rows:
        if _is_test(values):
            matched.skipped.append(Skipped(number, Why.TEST))
            continue
        rows.append((number, {name: matched.cell(values, name) for name in matched.places}))
    order = days.order_of((cells["at"] for _, cells in rows), given)
    leads: list[LeadLine] = []
    seen: set[str] = set()
    for number, cells in rows:
        line = _line((number, list(cells.values())), cells, order, given)
        if isinstance(line, LeadLine) and line.outside_id in seen:
            line = Why.REPEATED
        if isinstance(line, Why):
            matched.skipped.append(Skipped(number, line))
        else:
            seen.add(line.outside_id)
            leads.append(line)
    return leads, [order.question]


def _is_test(values: Values) -> bool:
    """Whether any cell, also one that is not kept, says that nobody has sent this."""
    return any(isinstance(value, str) and value.strip().lower().startswith(_TESTS) for value in values)


def _line(row: Row, cells: dict[str, object], order: days.Order, given: Given) -> LeadLine | Why:
    on, at, offset = order.moment(cells["at"])
    if on is None:
        return Why.NO_DAY
    came_at = None if at is None else _aware(at, offset, given)
    came_on = came_at.astimezone(given.zone).date() if came_at else on
    if came_on > given.tomorrow:
        return Why.OUTSIDE
    form_id, ad_id = _bare(cells.get("form_id")), _bare(cells.get("ad_id"))
    is_organic = folded(cells.get("is_organic")) in ("true", "1", "yes")
    return LeadLine(
        row=row[0],
        outside_id=_bare(cells.get("id")) or _instead(came_at, on, form_id),
        came_on=came_on,
        came_at=came_at,
        network=_NETWORKS.get(folded(cells.get("platform")), ""),
        tracked="form" if is_organic or not ad_id else "ad",
        form_id=form_id,
        ad_id=ad_id,
    )


def _bare(value: object) -> str:
    """An id without the letters that Meta puts before it, "l:1234"; empty where a spreadsheet has rounded it."""
    words = str(value).partition(":")[2] if isinstance(value, str) and ":" in value else value
    found, is_whole = identifier(words)
    return found if is_whole and found.isdigit() else ""


def _instead(came_at: datetime | None, on: date, form_id: str) -> str:
    """What stands for an id that is gone: no two people send the same form in the same second."""
    return f"{form_id}@{came_at.isoformat() if came_at else on.isoformat()}"


def _aware(at: datetime, offset: tzinfo | None, given: Given) -> datetime:
    return at.replace(tzinfo=offset or given.zone).astimezone(UTC)
