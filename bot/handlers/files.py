"""Files of figures: what one comes to, what is asked about it, and taking it in, setting it aside or taking it back.

What was read is held as plain values and weighed against the plan as it stands whenever the file is shown, so that what
is taken in is what was seen. The bytes are fetched and read by an errand, never here, and are never kept.
"""

from dataclasses import replace

from bot.commands.vocabulary import (
    AnswerFile,
    ChoosePost,
    OpenFile,
    SetFileAside,
    ShowFiles,
    TakeInFile,
    TakeOutFile,
)
from bot.domain import file_errors, phrase_misreadings
from bot.domain.exports import Answers, Asks
from bot.domain.held import Held
from bot.domain.outcomes.files import (
    FileReadAgain,
    FileSeen,
    FileSetAside,
    FilesShown,
    FileTaken,
    FileTakenOut,
    FileUnderWay,
)
from bot.handlers import taking_in
from bot.handlers.call import Call, Scene
from storage import files, members
from storage.tables import Delivery, FiguresFile

_AT_ONCE = 1_000
"""Rows that fit into the three seconds in which Slack wants an answer, also on a busy machine."""
_SHOWN = 15


def show_files(_command: ShowFiles, call: Call) -> FilesShown:
    """Show the files that were brought lately."""
    found = files.lately(call.session, call.workspace_id, _SHOWN)
    if call.member.is_agency:
        found = [file for file in found if file.brought_by == call.member_id]
    people = {member.id or 0: member for member in members.everybody(call.session, call.workspace_id)}
    return FilesShown(tuple(found), people, call.zone, call.today)


def open_file(command: OpenFile, call: Call) -> FileSeen:
    """Show what a file comes to as things stand now."""
    return seen(call, open_one(command.file_id, call), in_place=True)


def take_in_file(command: TakeInFile, call: Call) -> FileTaken | FileSeen | FileUnderWay:
    """Take the numbers of a file in, unless it no longer comes to what was seen; a large one while nobody waits."""
    file = open_one(command.file_id, call)
    rows = sum(len(file.read[lines]) for lines in ("posts", "places", "spending", "leads"))
    if rows > _AT_ONCE:
        about = {"file": file.id, "mark": command.mark}
        call.owe("file-take", f"file-take/file-{file.id}/{command.mark}", call.member.user_id, about)
        return FileUnderWay(rows)
    shown = seen(call, file, in_place=True)
    if shown.held.open_questions or shown.intake.mark != command.mark:
        return replace(shown, is_anew=not shown.held.open_questions)
    taking_in.put_in(call, file, shown.held, shown.intake)
    return FileTaken(file)


def take_owed(scene: Scene, delivery: Delivery) -> None:
    """Take a large file in and owe word of it; where it no longer comes to what was seen, show it anew."""
    file = files.by_id(scene.session, scene.workspace_id, delivery.about["file"])
    member = members.by_user(scene.session, scene.workspace_id, delivery.recipient)
    if file is None or member is None or not is_open(file):
        return
    shown = seen(scene, file)
    if shown.intake.mark == delivery.about["mark"] and not shown.held.open_questions:
        call = Call(
            session=scene.session, workspace=scene.workspace, now=scene.now, carrier=scene.carrier, member=member
        )
        taking_in.put_in(call, file, shown.held, shown.intake)
    tell(scene, file, member.user_id, anew=True)


def set_file_aside(command: SetFileAside, call: Call) -> FileSetAside:
    """Set a file aside and forget what was read from it."""
    file = open_one(command.file_id, call)
    file.set_aside_at, file.read = call.now, {}
    return FileSetAside(file)


def take_out_file(command: TakeOutFile, call: Call) -> FileTakenOut:
    """Take back all that came in with a file."""
    file = files.by_id(call.session, call.workspace_id, command.file_id)
    if file is None or file.taken_at is None:
        raise file_errors.no_such_file()
    if file.set_aside_at is not None:
        raise file_errors.done_with()
    _check_may(file, call)
    return FileTakenOut(file, taking_in.take_out(call, file))


def answer_file(command: AnswerFile, call: Call) -> FileSeen | FileReadAgain:
    """Remember an answer about a file; anything but its time zone has it read once more.

    What a table's columns mean is asked in a form; here that answer is given up, so that it is asked anew.
    """
    file = open_one(command.file_id, call)
    before = Answers.from_json(file.answers)
    try:
        asks = Asks(command.asks)
        after = before.answered(asks, command.answer)
    except ValueError:  # the question was drawn by another version
        raise phrase_misreadings.out_of_date() from None
    remember(file, replace(before, rows_are=None, columns={}) if asks is Asks.MAPPING else after)
    if asks is Asks.TIME_ZONE:
        return seen(call, file, in_place=True)
    return read_again(call, file, anew=True)


def choose_post(command: ChoosePost, call: Call) -> FileSeen:
    """Remember which post of the plan a row is, or that it is none of them."""
    file = open_one(command.file_id, call)
    file.answers = {**file.answers, "posts": {**file.answers.get("posts", {}), str(command.row): command.post_id}}
    return seen(call, file, in_place=True)


def seen(scene: Scene, file: FiguresFile, *, in_place: bool = False) -> FileSeen:
    """Say what a file comes to as things stand."""
    shown = look_at(scene, file, Held.from_json(file.read))
    return replace(shown, problem=file.read.get("problem", ""), in_place=in_place)


def look_at(scene: Scene, file: FiguresFile, held: Held) -> FileSeen:
    """Weigh what is held of a file against what is known."""
    said = {int(row): post_id for row, post_id in file.answers.get("posts", {}).items()}
    intake = taking_in.weigh(scene, held, zone=Answers.from_json(file.answers).zone, said=said)
    return FileSeen(file, held, intake, scene.zone, scene.today)


def is_open(file: FiguresFile) -> bool:
    """Whether it is still to be decided what becomes of a file."""
    return file.taken_at is None and file.set_aside_at is None and "form" in file.read


def tell(scene: Scene, file: FiguresFile, user_id: str, *, anew: bool = False) -> None:
    """Owe word of a file: the first time as a message, then as an edit of the last one or, anew, as another one.

    Where somebody clicked in the message, the answer to that click takes its place and could come after the edit.
    """
    number = file.answers.get("told", 0) + 1
    key = f"file/file-{file.id}/{number}"
    last = "" if anew or number == 1 else file.answers["shown"]
    file.answers = {**file.answers, "told": number, "shown": last or key}
    scene.owe("file-update" if last else "file", key, user_id, {"file": file.id}, revises=last)


def compose_file(scene: Scene, delivery: Delivery) -> FileSeen | FileTaken | None:
    """Say what a file comes to, or what it has added; nothing where it was set aside."""
    file = files.by_id(scene.session, scene.workspace_id, delivery.about["file"])
    if file is None or file.set_aside_at is not None:
        return None
    return FileTaken(file) if file.taken_at is not None else seen(scene, file)


def read_again(call: Call, file: FiguresFile, *, anew: bool = False) -> FileReadAgain:
    """Have a file read once more, with what is answered by now, and told of in its message or anew."""
    number = file.answers.get("read", 1) + 1
    file.answers = {**file.answers, "read": number}
    about = {"file": file.id, "anew": anew}
    call.owe("file-read", f"file-read/file-{file.id}/{number}", call.member.user_id, about)
    return FileReadAgain()


def remember(file: FiguresFile, answers: Answers) -> None:
    """Keep answers beside what else is kept of the dialogue."""
    file.answers = {**file.answers, **answers.to_json()}


def open_one(file_id: int, call: Call) -> FiguresFile:
    """Give a file that is still to be decided about, to whoever may decide."""
    file = files.by_id(call.session, call.workspace_id, file_id)
    if file is None:
        raise file_errors.no_such_file()
    if not is_open(file):
        raise file_errors.done_with()
    _check_may(file, call)
    return file


def _check_may(file: FiguresFile, call: Call) -> None:
    if call.member.is_agency and file.brought_by != call.member_id:
        raise file_errors.no_such_file()
    if taking_in.holds_leads(file) and not taking_in.may_bring_leads(call, call.member):
        raise file_errors.not_yours(taking_in.who_may(call))
