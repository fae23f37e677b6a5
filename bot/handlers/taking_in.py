"""Weighing a file of figures against what is known, and writing what it adds: all of it or nothing.

Every number that comes in knows its file and its row there. It refuses to know what was asked about the file.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from bot.commands.vocabulary import MarkPosted
from bot.domain import intake as weighing
from bot.domain import roles, sources
from bot.domain.counts import COUNTS
from bot.domain.errors import PlanError
from bot.domain.exports import Form, LeadLine, RowsAre
from bot.domain.held import Held
from bot.domain.intake import Intake, Rows
from bot.domain.lead_changes import Standing
from bot.domain.matching import Match, Planned
from bot.handlers import changing_leads, money, posts
from bot.handlers.call import Call, Scene
from storage import captions, figures, leads, members, places, spending
from storage import posts as kept_posts
from storage.tables import FiguresFile, Member, Role, Stage

_AROUND = timedelta(days=7)
_TOLD_EVERY = 500
_WHO_LOOK_AFTER_LEADS = (Role.LEAD, Role.BACKUP, Role.MARKETING, Role.SALES)


def weigh(scene: Scene, held: Held, *, zone: str, said: Mapping[int, int]) -> Intake:
    """Say what a file comes to as things stand."""
    return weighing.weigh(held, _rows(scene, held), zone=zone, home=scene.zone, said=said)


def put_in(
    call: Call, file: FiguresFile, held: Held, intake: Intake, *, progress: Callable[[int], None] = lambda _: None
) -> None:
    """Write what a file adds, and forget what was read from it but how much it was.

    `progress` hears how many rows are written, every 500 of them.
    """
    _mark_posts(call, intake.matching.found)
    by = {"workspace_id": call.workspace_id, "file_id": file.id, "entered_by": file.brought_by, "entered_at": call.now}
    figures.remember(call.session, _counted((_snapshot(each, held) | by for each in intake.fresh), progress))
    numbers = (_columns(line, "place", "count", "number") | by for line in intake.places)
    places.remember(call.session, _counted(numbers, progress))
    columns = ("purpose", "network", "cents", "currency", "outside_id", "reach", "views", "clicks", "results")
    spent = (_columns(line, *columns) | by for line in intake.spending)
    places.remember_spending(call.session, _counted(spent, progress))
    leads.remember(call.session, call.workspace_id, _counted(_leads(call, file, intake.leads), progress))
    undo = changing_leads.change(call, (*intake.changes.moved, *intake.changes.placed))
    for month in {line.until_on.replace(day=1) for line in intake.spending}:
        money.tell_of_marks(call, month)
    done = {"posts": len(intake.fresh), "places": len(intake.places), "spending": len(intake.spending),
            "leads": len(intake.leads), "moved": len(intake.changes.moved), "placed": len(intake.changes.placed),
            "known": intake.known, "unknown": len(intake.matching.unknown)}  # fmt: skip
    file.taken_at = call.now
    file.answers = {**file.answers, "zone": intake.zone if held.asks_zone else file.answers.get("zone", "")}
    file.read = {"done": done, **({"undo": undo} if undo else {})}
    call.session.flush()


def take_out(call: Call, file: FiguresFile) -> int:
    """Take back all that came in with a file, and say how many leads stay because somebody has worked on them."""
    file_id = file.id or 0
    kept = changing_leads.change_back(call, file.read.get("undo", ()))
    figures.forget_file(call.session, call.workspace_id, file_id)
    places.forget_file(call.session, call.workspace_id, file_id)
    kept += leads.forget_file(call.session, call.workspace_id, file_id)
    file.set_aside_at = call.now
    call.session.flush()
    return kept


def holds_leads(file: FiguresFile) -> bool:
    """Whether a file has single enquiries in it."""
    rows_are = file.answers.get("rows_are")
    return file.form == Form.LEAD_ADS or (file.form == Form.OWN_TABLE and rows_are == RowsAre.LEADS)


def may_bring_leads(scene: Scene, member: Member) -> bool:
    """Whether a member looks after leads."""
    return roles.holds_one_of(_WHO_LOOK_AFTER_LEADS, member, members.holders(scene.session, scene.workspace_id))


def who_may(scene: Scene) -> str:
    """Name who looks after leads."""
    holders = members.holders(scene.session, scene.workspace_id)
    names = dict.fromkeys(holders[role].name for role in _WHO_LOOK_AFTER_LEADS if role in holders)
    return " or ".join(name for name in names if name)


def _rows(scene: Scene, held: Held) -> Rows:
    session, workspace_id = scene.session, scene.workspace_id
    if held.covers_from is None or held.covers_until is None:
        return Rows()
    first, last = held.covers_from, held.covers_until
    planned = kept_posts.between(session, workspace_id, first - _AROUND, last + _AROUND) if held.posts else ()
    due = [post for post in planned if post.posted_at is not None or post.publish_at <= scene.now]
    known = figures.of_posts(session, workspace_id, [post.id or 0 for post in due])
    said = captions.by_post(session, workspace_id) if due else {}
    return Rows(
        planned=[
            Planned.of(
                post, said.get(post.id or 0, {}).values(), (row.outside_id for row in known.get(post.id or 0, ()))
            )
            for post in due
        ],
        figures=known,
        places=places.between(session, workspace_id, first, last) if held.places else (),
        spending=spending.between(session, workspace_id, first, last) if held.spending else (),
        logged=_logged(scene, held.leads),
        by_hand=leads.by_hand_between(session, workspace_id, first, last) if held.leads else 0,
    )


def _logged(scene: Scene, lines: tuple[LeadLine, ...]) -> dict[str, Standing]:
    found = leads.standing_among(scene.session, scene.workspace_id, (line.outside_id for line in lines))
    return {outside_id: Standing(outside_id, lead_id or 0, *rest) for outside_id, lead_id, *rest in found}


def _counted(rows: Iterable[dict[str, Any]], progress: Callable[[int], None]) -> Iterator[dict[str, Any]]:
    for number, row in enumerate(rows, start=1):
        yield row
        if number % _TOLD_EVERY == 0:
            progress(number)


def _snapshot(match: Match, held: Held) -> dict[str, Any]:
    numbers = {count: number for count, number in match.seen.counts.items() if count in COUNTS}
    return {
        "post_id": match.post.id,
        "counted_on": held.counted_on,
        "row": match.seen.row,
        "network": match.seen.network,
        "outside_id": match.seen.key,
        **numbers,
    }


def _columns(line: Any, *names: str) -> dict[str, Any]:  # noqa: ANN401 - a line of any kind
    return {name: getattr(line, name) for name in (*names, "from_on", "until_on", "row")}


def _mark_posts(call: Call, found: tuple[Match, ...]) -> None:
    """Note where a post can be seen, and that it is out, as the file shows; one that lacks a yes stays as it is."""
    for match in found:
        if match.post.posted_at is None:
            try:
                posts.mark_posted(MarkPosted(match.post.id or 0, match.seen.link), call)
            except PlanError:
                continue
        elif not match.post.posted_link and match.seen.link:
            match.post.posted_link = match.seen.link


def _leads(call: Call, file: FiguresFile, lines: tuple[LeadLine, ...]) -> Iterator[dict[str, Any]]:
    for line in lines:
        stage = Stage(line.stage or Stage.NEW)
        yield {
            "came_on": line.came_on,
            # Of a lead that had moved on before, nobody knows when: how quick the desk was must not be taken from that.
            "came_at": line.came_at if stage is Stage.NEW else None,
            "network": line.network or sources.network_of(line.said),
            "tracked": (line.network or sources.META) if line.tracked else "",
            "said": sources.kept(line.said),
            "outside_id": line.outside_id,
            "stage": stage,
            **({} if stage is Stage.NEW else {f"{stage}_at": call.now}),
            "logged_by": file.brought_by,
            "logged_at": call.now,
            "file_id": file.id,
            "row": line.row,
        }
