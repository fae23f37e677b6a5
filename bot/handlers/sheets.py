"""The plan as a file: sending it, and putting what comes back into the plan once somebody has seen what it changes.

A shared sheet is read by an errand and kept as plain lines. It is compared with the plan as it stands whenever it is
shown, so that what is applied is what was seen.
"""

from collections.abc import Callable, Mapping
from datetime import date, time

from bot.commands.vocabulary import AddPost, ApplySheet, CancelSheet, ExportPlan, NoticeSheet, RemovePost
from bot.domain import roles, sheet_changes, sheet_errors, versions
from bot.domain.errors import PlanError
from bot.domain.outcomes.sheets import (
    PlanExported,
    PlanNotSent,
    SheetApplied,
    SheetCompared,
    SheetNoticed,
    SheetRefused,
    SheetSetAside,
    SheetUnderWay,
)
from bot.domain.sheet import Sheet
from bot.domain.sheet_changes import Comparison, Planned
from bot.handlers import editing, posts
from bot.handlers.call import Call, Scene
from storage import captions, deliveries, members, sheets, workspaces
from storage import posts as kept_posts
from storage import versions as kept_versions
from storage.tables import Delivery, PlanSheet

_AT_ONCE = 40
"""Changes that fit into the three seconds in which Slack wants an answer, also on a busy machine."""
_FIRST, _LAST = date(2000, 1, 1), date(2200, 1, 1)


def export_plan(command: ExportPlan, call: Call) -> PlanExported:
    """Owe the plan as a file to whoever asks."""
    begins = f"plan-export/member-{call.member_id}/"
    number = len(deliveries.of_kind(call.session, call.workspace_id, "plan-export", begins=begins)) + 1
    call.owe("plan-export", f"{begins}{number}", call.member.user_id, {"form": command.form})
    return PlanExported(command.form)


def notice_sheet(command: NoticeSheet, call: Call) -> SheetNoticed:
    """Have a shared file read, once: as a plan or, where it is none, as a file of figures."""
    if sheets.by_file(call.session, call.workspace_id, command.file_id) is not None:
        return SheetNoticed()
    kept = PlanSheet(
        workspace_id=call.workspace_id, member_id=call.member_id, file_id=command.file_id, shared_at=call.now
    )
    call.session.add(kept)
    call.session.flush()
    call.owe("sheet-read", f"sheet-read/sheet-{kept.id}", call.member.user_id, {"sheet": kept.id})
    return SheetNoticed()


def apply_sheet(command: ApplySheet, call: Call) -> SheetApplied | SheetCompared | SheetUnderWay:
    """Put into the plan what a sheet changes, unless that is no longer what was seen."""
    kept = _open_sheet(command.sheet_id, call)
    found = _compared(call, kept)
    if found.problems or found.mark != command.mark:
        return SheetCompared(kept.id or 0, found, call.zone, call.today, in_place=True, is_anew=True)
    if found.size > _AT_ONCE:
        about = {"sheet": kept.id, "mark": command.mark}
        call.owe("sheet-apply", f"sheet-apply/sheet-{kept.id}/{command.mark}", call.member.user_id, about)
        return SheetUnderWay(found.size)
    return put_in(found, kept, call)


def apply_owed(scene: Scene, delivery: Delivery) -> None:
    """Put in what a large sheet changes, and owe word of it; where it is no longer what was seen, show it anew."""
    kept = sheets.by_id(scene.session, scene.workspace_id, delivery.about["sheet"])
    member = members.by_user(scene.session, scene.workspace_id, delivery.recipient)
    if kept is None or member is None or kept.is_done:
        return
    found = _compared(scene, kept)
    if found.problems or found.mark != delivery.about["mark"]:
        scene.owe("sheet", f"sheet/sheet-{kept.id}/{found.mark}", member.user_id, {"sheet": kept.id})
        return
    call = Call(session=scene.session, workspace=scene.workspace, now=scene.now, carrier=scene.carrier, member=member)
    done = put_in(found, kept, call)
    kept.read = {"done": [done.added, done.changed, done.taken_out]}
    workspaces.wake_soon(scene.workspace, scene.now)
    scene.owe("sheet", f"sheet/sheet-{kept.id}/done", member.user_id, {"sheet": kept.id})


def put_in(found: Comparison, kept: PlanSheet | None, call: Call) -> SheetApplied:
    """Carry out every change of a comparison; all of it or, where anything goes wrong, nothing."""
    for taken_out in found.taken_out:
        posts.remove_post(RemovePost(taken_out.id or 0), call)
    for changed in found.changed:
        editing.change(call, changed.post, changed.changes)
    for line in found.added:
        _add(line.given, call)
    if kept is not None:
        _close(kept, call)
    return SheetApplied(len(found.added), len(found.changed), len(found.taken_out))


def cancel_sheet(command: CancelSheet, call: Call) -> SheetSetAside:
    """Set a sheet aside and forget what was read from it."""
    _close(_open_sheet(command.sheet_id, call), call)
    return SheetSetAside()


def lines(scene: Scene) -> list[dict[str, str]]:
    """Give the plan as lines, in the order the posts go out."""
    return [sheet_changes.line_of(planned) for planned in plan(scene)]


def plan(scene: Scene) -> list[Planned]:
    """Gather every post that stands in the plan, with its answers and what was changed about it when."""
    said = captions.by_post(scene.session, scene.workspace_id)
    made = kept_versions.by_post(scene.session, scene.workspace_id)
    gathered = []
    for post in kept_posts.between(scene.session, scene.workspace_id, _FIRST, _LAST):
        history = made.get(post.id or 0, [])
        since = {
            number: versions.changed([version for version in history if version.number > number])
            for number in range(1, post.version)
        }
        answers = versions.answers(post, said.get(post.id or 0, {}), scene.zone)
        gathered.append(Planned(post, answers, since))
    return gathered


def compare(scene: Scene, given: Sheet) -> Comparison:
    """Say what a sheet would change in the plan as it stands."""
    return sheet_changes.compare(given, plan(scene), now=scene.now, zone=scene.zone)


def to_read(scene: Scene, sheet_id: int) -> str | None:
    """Give the file of a sheet that still has to be read; None where that is done."""
    kept = sheets.by_id(scene.session, scene.workspace_id, sheet_id)
    return kept.file_id if kept is not None and not kept.is_done and not kept.read else None


def take_in(scene: Scene, sheet_id: int, read: Callable[[bool], Sheet]) -> None:
    """Keep what was read from a shared plan, or why it could not be, and owe word of it to whoever may change it."""
    kept = sheets.by_id(scene.session, scene.workspace_id, sheet_id)
    member = members.by_id(scene.session, scene.workspace_id, kept.member_id) if kept else None
    if member is None:
        return
    if not roles.leads(member, members.holders(scene.session, scene.workspace_id)):
        refuse(scene, sheet_id, sheet_errors.not_yours_to_take_in(scene.lead().name))
        return
    try:
        given = read(scene.workspace.day_first)
    except PlanError as error:
        refuse(scene, sheet_id, error)
        return
    _keep(scene, sheet_id, given.to_json())


def close(scene: Scene, sheet_id: int) -> None:
    """Be done with a shared file that is no plan."""
    kept = sheets.by_id(scene.session, scene.workspace_id, sheet_id)
    if kept is not None:
        kept.is_done, kept.read = True, {}


def refuse(scene: Scene, sheet_id: int, why: PlanError) -> None:
    """Keep why a file can't be taken in, and owe word of it."""
    _keep(scene, sheet_id, {"sentence": why.sentence, "hint": why.hint or ""})


def not_sent(scene: Scene, user_id: str, key: str) -> None:
    """Owe word that the plan could not be sent."""
    scene.owe("plan-not-sent", f"plan-not-sent/{key}", user_id, {})


def compose_plan_not_sent(_scene: Scene, _delivery: Delivery) -> PlanNotSent:
    """Say that the app may not send files here."""
    return PlanNotSent()


def compose_sheet(scene: Scene, delivery: Delivery) -> SheetApplied | SheetCompared | SheetRefused | None:
    """Say what a shared sheet comes to; nothing where it is done with."""
    kept = sheets.by_id(scene.session, scene.workspace_id, delivery.about["sheet"])
    if kept is None or not kept.read:
        return None
    if "done" in kept.read:
        return SheetApplied(*kept.read["done"])
    if "sentence" in kept.read:
        return SheetRefused(kept.read["sentence"], kept.read["hint"])
    return SheetCompared(kept.id or 0, _compared(scene, kept), scene.zone, scene.today)


def _keep(scene: Scene, sheet_id: int, read: Mapping[str, object]) -> None:
    kept = sheets.by_id(scene.session, scene.workspace_id, sheet_id)
    member = members.by_id(scene.session, scene.workspace_id, kept.member_id) if kept else None
    if kept is None or member is None or kept.is_done:
        return
    kept.read = dict(read)
    scene.session.add(kept)
    scene.session.flush()
    begins = f"sheet/sheet-{kept.id}/"
    told = len(deliveries.of_kind(scene.session, scene.workspace_id, "sheet", begins=begins))
    scene.owe("sheet", f"{begins}{told + 1}", member.user_id, {"sheet": kept.id})


def _compared(scene: Scene, kept: PlanSheet) -> Comparison:
    return compare(scene, Sheet.from_json(kept.read))


def _open_sheet(sheet_id: int, call: Call) -> PlanSheet:
    if not call.leads():
        raise sheet_errors.not_yours_to_take_in(call.lead().name)
    kept = sheets.by_id(call.session, call.workspace_id, sheet_id)
    if kept is None or kept.is_done or "lines" not in kept.read:
        raise sheet_errors.set_aside()
    return kept


def _close(kept: PlanSheet, call: Call) -> None:
    kept.is_done, kept.read = True, {}
    call.session.add(kept)


def _add(given: Mapping[str, str], call: Call) -> None:
    added = posts.add_post(
        AddPost(
            what=given["what"],
            on=date.fromisoformat(given["on"]),
            at=time.fromisoformat(given["at"]),
            kind=given["kind"],
            why=given.get("why", ""),
            network=given.get("network", ""),
            link=given.get("link", ""),
            takes=given.get("takes", ""),
        ),
        call,
    ).post
    for field in ("goal", "made_by", "shows", "shape"):
        if given.get(field):
            setattr(added, field, given[field])
    captions.keep(call.session, call.workspace_id, added.id or 0, versions.captions_of(given))
