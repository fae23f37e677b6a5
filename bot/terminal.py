"""Bringing a file of figures in on a terminal: how far it is, one question after the other, then the preview.

Whoever sits there is asked only where a terminal is; elsewhere what is open is said, and nothing changes. Rows are held
in memory only and written in parts, so that a large file needs little of it.
"""

import hashlib
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from bot.blocks import file_phrases, file_preview, saying
from bot.blocks.file_forms import MEANS, ROWS
from bot.blocks.file_questions import asked
from bot.domain.exports import MEANINGS, Answers, Asks, Export, Means, Question, RowsAre
from bot.domain.held import Held
from bot.domain.outcomes.files import FileSeen
from bot.exports.reading import read
from bot.handlers import bringing, file_answers, files, taking_in
from bot.handlers.bringing import Reading
from bot.handlers.call import Call
from storage import files as kept_files
from storage import workspaces
from storage.engine import Database
from storage.tables import FiguresFile


class Stop(Exception):  # noqa: N818 - it ends the command with a sentence
    """Nothing was done; it carries why."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Whose file it is to be, and whether everything is agreed to beforehand."""

    database: Database
    call: Callable[[Session], Call]
    is_agreed: bool

    @property
    def may_ask(self) -> bool:
        """Whether somebody is there to answer."""
        return not self.is_agreed and sys.stdin.isatty()


def take_in(path: Path, desk: Desk) -> str:
    """Read a file, ask what is open, show what it comes to and, where that is agreed to, take it in.

    Raises:
        Stop: it is not agreed to, or something is open and nobody is there to answer.
        Misread: it can't be read.
    """
    with path.open("rb") as opened:
        mark = hashlib.file_digest(opened, "sha256").hexdigest()
    with desk.database.reading() as session:
        call = desk.call(session)
        known = kept_files.taken_with_mark(session, call.workspace_id, mark)
        reading = bringing.reading_of(call)
    if known is not None:
        return f"That is {file_phrases.called(known)}, taken in before. It adds nothing."
    export, reading, table = _read(path, reading, desk)
    saved_on = datetime.fromtimestamp(path.stat().st_mtime, reading.zone).date()
    held = Held.of(export, min(saved_on, reading.today))
    del export  # its texts are not needed any more
    answers = {**reading.answers.to_json(), "table": table}
    answers["posts"] = _doubts(_shown(desk, held, answers), desk)
    seen = _shown(desk, held, answers, again=bool(answers["posts"]))
    if not (seen.intake.size or seen.intake.not_out_yet):
        return "Nothing to do."
    if not desk.is_agreed and not agreed("Take it in?"):
        raise Stop("Nothing has changed.")
    return _put_in(desk, held, mark, answers, seen)


def agreed(question: str) -> bool:
    """Ask for a yes; nobody there is a no."""
    return sys.stdin.isatty() and input(f"{question} [y/N] ").strip().lower() in ("y", "yes")


def _read(path: Path, reading: Reading, desk: Desk) -> tuple[Export, Reading, str]:
    """Read a file until nothing is open, and give the mark of a table's headings with it."""
    export = read(path, **reading.given(), progress=_reading)
    table = export.table.mark if export.table else ""
    with desk.database.reading() as session:
        answers = bringing.remembered(desk.call(session), export)
    while answers is not None or _open(export):
        reading = reading.with_answers(answers or _answered(export, reading.answers, desk))
        answers = None
        export = read(path, **reading.given(), progress=_reading)
    return export, reading, table


def _open(export: Export) -> list[Question]:
    return [question for question in export.questions if question.asks is not Asks.TIME_ZONE]


def _answered(export: Export, answers: Answers, desk: Desk) -> Answers:
    question = _open(export)[0]
    if not desk.may_ask:
        raise Stop(f"{asked(question)} Import it on a terminal to be asked. Nothing has changed.")
    if question.asks is Asks.MAPPING:
        return _mapped(export, answers)
    choices = {choice: choice for choice in (question.likely, *question.choices) if choice}
    typed = _choose(asked(question), choices, question.likely)
    try:
        return answers.answered(question.asks, typed)
    except ValueError:
        raise Stop(f'I can\'t read "{typed}" there. Nothing has changed.') from None


def _mapped(export: Export, answers: Answers) -> Answers:
    columns: dict[str, Means] = {}
    rows = {str(each): words for each, words in ROWS.items()}
    rows_are = RowsAre(_choose("What is each row?", rows, export.table.rows_likely if export.table else ""))
    offered = {str(means) or "-": MEANS[means] for means in (Means.LEAVE_OUT, *MEANINGS[rows_are])}
    for column in export.table.columns if export.table else ():
        if column.may_be_used:
            chosen = _choose(f'What is "{column.heading}"?', offered, column.likely or "-").removeprefix("-")
            if chosen:
                columns[column.heading] = Means(chosen)
    file_answers.check_columns(rows_are, columns)
    return answers.mapped(rows_are, columns)


def _shown(desk: Desk, held: Held, answers: Mapping[str, object], *, again: bool = True) -> FileSeen:
    with desk.database.reading() as session:
        call = desk.call(session)
        file = _file(call, held, "", answers, call.workspace.files_numbered + 1)
        seen = files.look_at(call, file, held)
        if again:
            print("\n".join(file_preview.told(seen)))
        return seen


def _doubts(seen: FileSeen, desk: Desk) -> dict[str, int]:
    """Ask about each doubtful post; where nobody is there, they stay out."""
    said: dict[str, int] = {}
    for doubt in seen.intake.matching.doubtful if desk.may_ask else ():
        offered = {str(post.id): f"{post.what}, {saying.day(post.on)}" for post in doubt.candidates}
        question = f"Row {doubt.seen.row}, {doubt.seen.link or doubt.seen.at}: which post is this?"
        said[str(doubt.seen.row)] = int(_choose(question, {"0": "None of these", **offered}, "0"))
    return said


def _put_in(desk: Desk, held: Held, mark: str, answers: Mapping[str, object], seen: FileSeen) -> str:
    with desk.database.transaction() as session:
        call = desk.call(session)
        number = kept_files.next_number(session, call.workspace_id)
        file = _file(call, held, mark, answers, number)
        session.add(file)
        session.flush()
        now = files.look_at(call, file, held)
        if now.intake.mark != seen.intake.mark:
            raise Stop("The plan has changed in the meantime, so nothing was done. Try again.")
        taking_in.put_in(call, file, held, now.intake, progress=_writing)
        workspaces.wake_soon(call.workspace, call.now)
        return f"Done: {file_phrases.done(file)}, from {file_phrases.called(file)}."


def _file(call: Call, held: Held, mark: str, answers: Mapping[str, object], number: int) -> FiguresFile:
    return FiguresFile(
        workspace_id=call.workspace_id,
        number=number,
        mark=mark,
        form=held.form,
        brought_by=call.member_id,
        brought_at=call.now,
        covers_from=held.covers_from,
        covers_until=held.covers_until,
        answers=dict(answers),
    )


def _choose(question: str, offered: Mapping[str, str], likely: str) -> str:
    """Ask for one of some words; an empty line means the likely one, and anything else is passed on as typed."""
    print(question)
    for word, meaning in offered.items():
        print(f"  {word}" if word == meaning else f"  {word}: {meaning}")
    typed = input(f"[{likely}] ").strip() or likely
    return next((word for word in offered if word.casefold() == typed.casefold()), typed)


def _reading(rows: int) -> None:
    _progress(rows, "read")


def _writing(rows: int) -> None:
    _progress(rows, "written")


def _progress(rows: int, done: str) -> None:
    """Say how far it is, on a line that is written over where somebody looks on."""
    end = "\r" if sys.stderr.isatty() else "\n"
    if end == "\r" or rows % 10_000 == 0:
        print(f"{rows:,} rows {done}", end=end, file=sys.stderr, flush=True)
