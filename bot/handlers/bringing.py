"""How a file of figures comes in: what is needed to read it, and keeping what was read until it is decided about.

A file whose very bytes were taken in before is known by its mark. What was answered about a file of the same kind holds
for the next one where it surely can: the time zone its times are in, a currency, and what a table's columns mean.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain import file_errors
from bot.domain.errors import PlanError
from bot.domain.exports import Answers, Export
from bot.domain.held import Held
from bot.domain.outcomes.files import FileKnown
from bot.handlers import files, sheets, taking_in
from bot.handlers.call import Scene
from storage import files as kept_files
from storage import members
from storage import sheets as kept_sheets
from storage.tables import Delivery, FiguresFile, Member


@dataclass(frozen=True, slots=True)
class Reading:
    """What is needed to read a file: the practice's order of dates, day and zone, and what was answered."""

    day_first: bool
    today: date
    zone: ZoneInfo
    answers: Answers = field(default_factory=Answers)

    def given(self) -> dict[str, Any]:
        """All of it by name."""
        return {"day_first": self.day_first, "today": self.today, "zone": self.zone, "answers": self.answers}

    def with_answers(self, answers: Answers) -> "Reading":
        """The same with these answers."""
        return replace(self, answers=answers)


def reading_of(scene: Scene, answers: Answers | None = None) -> Reading:
    """Give what is needed to read a file here."""
    return Reading(scene.workspace.day_first, scene.today, scene.zone, answers or Answers())


def begin(scene: Scene, sheet_id: int, mark: str) -> Reading | None:
    """Give what is needed to read a shared file; None, and word of it owed, where it was taken in before."""
    member = _sharer(scene, sheet_id)
    known = kept_files.taken_with_mark(scene.session, scene.workspace_id, mark)
    if member is None or member.is_foreign or member.is_bot:
        refuse(scene, sheet_id, file_errors.not_of_the_team())
        return None
    if known is None:
        return reading_of(scene)
    sheets.close(scene, sheet_id)
    scene.owe("file-known", f"file-known/sheet-{sheet_id}", member.user_id, {"file": known.id})
    return None


def remembered(scene: Scene, export: Export) -> Answers | None:
    """Give what was answered about the last file of the same kind, where that helps with this one."""
    if not export.questions and export.table is None:
        return None
    mark = export.table.mark if export.table else ""
    for file in kept_files.taken_of_form(scene.session, scene.workspace_id, export.form):
        if file.answers.get("table", "") != mark:
            continue
        before = Answers.from_json(file.answers)
        return Answers(zone=before.zone, currency=before.currency, rows_are=before.rows_are, columns=before.columns)
    return None


def keep(scene: Scene, sheet_id: int, mark: str, export: Export, answers: Answers, *, table: str) -> None:
    """Hold what was read from a shared file, and owe word of what it comes to; `table` is the mark of its headings."""
    member, sheet = _sharer(scene, sheet_id), kept_sheets.by_id(scene.session, scene.workspace_id, sheet_id)
    if member is None or sheet is None:
        return
    file = new_file(scene, member, mark, slack_id=sheet.file_id)
    hold(file, export, answers, scene.today, table=table)
    if taking_in.holds_leads(file) and not taking_in.may_bring_leads(scene, member):
        scene.session.delete(file)
        refuse(scene, sheet_id, file_errors.not_yours(taking_in.who_may(scene)))
        return
    sheets.close(scene, sheet_id)
    files.tell(scene, file, member.user_id)


def to_read(scene: Scene, file_id: int) -> tuple[str, Reading] | None:
    """Give the file to read once more, and how; None where that is not needed any more."""
    file = kept_files.by_id(scene.session, scene.workspace_id, file_id)
    if file is None or not files.is_open(file):
        return None
    return file.file_id, reading_of(scene, Answers.from_json(file.answers))


def keep_again(scene: Scene, file_id: int, export: Export, *, anew: bool) -> None:
    """Hold what was read the second time in place of the first, and owe word of it."""
    file = kept_files.by_id(scene.session, scene.workspace_id, file_id)
    member = members.by_id(scene.session, scene.workspace_id, file.brought_by or 0) if file else None
    if file is None or member is None or not files.is_open(file):
        return
    table = export.table.mark if export.table else file.answers.get("table", "")
    hold(file, export, Answers.from_json(file.answers), Held.from_json(file.read).counted_on, table=table)
    files.tell(scene, file, member.user_id, anew=anew)


def not_read(scene: Scene, file_id: int, why: PlanError, *, anew: bool) -> None:
    """Keep why a file can't be read with what was answered, and show it beside the questions."""
    file = kept_files.by_id(scene.session, scene.workspace_id, file_id)
    member = members.by_id(scene.session, scene.workspace_id, file.brought_by or 0) if file else None
    if file is not None and member is not None and files.is_open(file):
        file.read = {**file.read, "problem": " ".join(filter(None, (why.sentence, why.hint)))}
        files.tell(scene, file, member.user_id, anew=anew)


def refuse(scene: Scene, sheet_id: int, why: PlanError) -> None:
    """Owe word of why a shared file can't be read; nothing of it is kept."""
    sheets.refuse(scene, sheet_id, why)


def new_file(scene: Scene, member: Member, mark: str, *, slack_id: str = "") -> FiguresFile:
    """Make the row of a file that somebody brings, under the next running number."""
    file = FiguresFile(
        workspace_id=scene.workspace_id,
        number=kept_files.next_number(scene.session, scene.workspace_id),
        mark=mark,
        file_id=slack_id,
        brought_by=member.id,
        brought_at=scene.now,
    )
    scene.session.add(file)
    scene.session.flush()
    return file


def hold(file: FiguresFile, export: Export, answers: Answers, counted_on: date, *, table: str) -> None:
    """Put down in a file's row what was read from it and how, in place of what was there."""
    file.form, file.covers_from, file.covers_until = export.form, export.covers_from, export.covers_until
    file.answers = {**file.answers, **answers.to_json(), "table": table}
    file.read = Held.of(export, counted_on).to_json()


def compose_file_known(scene: Scene, delivery: Delivery) -> FileKnown | None:
    """Say that a file was taken in before."""
    file = kept_files.by_id(scene.session, scene.workspace_id, delivery.about["file"])
    if file is None:
        return None
    return FileKnown(file, members.by_id(scene.session, scene.workspace_id, file.brought_by or 0), scene.zone)


def _sharer(scene: Scene, sheet_id: int) -> Member | None:
    sheet = kept_sheets.by_id(scene.session, scene.workspace_id, sheet_id)
    return members.by_id(scene.session, scene.workspace_id, sheet.member_id) if sheet else None
