"""How files of figures look once they are decided about: taken in, set aside, known before, and the list of them."""

from datetime import timedelta

from bot.blocks import file_phrases as said
from bot.blocks import kit, saying, sure
from bot.blocks.plan_phrases import capital
from bot.blocks.step_phrases import button
from bot.blocks.surfaces import Message, message
from bot.commands.vocabulary import OpenFile, ShowFiles, ShowLeads, TakeOutFile
from bot.commands.vocabulary import ShowFigures as AllFigures
from bot.domain.exports import Form
from bot.domain.outcomes.files import (
    FileKnown,
    FileReadAgain,
    FileSetAside,
    FilesShown,
    FileTaken,
    FileTakenOut,
    FileUnderWay,
)
from storage.tables import FiguresFile

_NONE = (
    "No file yet. Export the numbers of Instagram, Facebook, Google or your ads there, and drop the file into a direct "
    "message to me: you see what it comes to before anything is taken in."
)
_META_KEEPS = timedelta(days=90)
_SOON = timedelta(days=60)
"""After two months without a file of leads there is one month left to download them."""


def draw_file_read_again(_outcome: FileReadAgain) -> Message:
    """Say that it takes a moment."""
    words = "Thank you. I'm reading the file again with that."
    return message(words, [kit.SectionBlock(words)], in_place=True)


def draw_file_known(outcome: FileKnown) -> Message:
    """Say that there is nothing new in a file."""
    file = outcome.file
    on = saying.day((file.taken_at or file.brought_at).astimezone(outcome.zone).date())
    by = f" by {saying.name(outcome.by)}" if outcome.by else ""
    words = f"That is {said.called(file)}, brought{by} and taken in on {on}. It adds nothing, so nothing has changed."
    return message(words, [kit.SectionBlock(words), kit.ActionsBlock([_all()])])


def draw_file_taken(outcome: FileTaken) -> Message:
    """Say what was taken in."""
    words = f"Taken in: {said.done(outcome.file)}, from {said.called(outcome.file)}."
    ways: list[kit.Element] = [button("All figures", AllFigures())]
    if outcome.file.read.get("done", {}).get("leads"):
        ways.insert(0, button("Open leads", ShowLeads()))
    ways.append(button("Take it out again", TakeOutFile(outcome.file.id or 0), sure=sure.TAKES_OUT_FILE))
    return message(words, [kit.SectionBlock(words), kit.ActionsBlock(ways)], in_place=outcome.in_place)


def draw_file_under_way(outcome: FileUnderWay) -> Message:
    """Say that it takes a moment."""
    words = f"I'm taking {outcome.rows:,} rows in. I'll tell you here when it is done."
    return message(words, [kit.SectionBlock(words)], in_place=True)


def draw_file_set_aside(outcome: FileSetAside) -> Message:
    """Say that nothing has changed."""
    again = "Drop it here again if you want it after all."
    words = f"I've set file {outcome.file.number} aside and kept nothing of it. {again}"
    return message(words, [kit.SectionBlock(words)], in_place=True)


def draw_file_taken_out(outcome: FileTakenOut) -> Message:
    """Say that what came with a file is gone, and what stays."""
    words = f"{capital(said.called(outcome.file))} is taken out: its numbers don't count any more."
    if outcome.leads_kept:
        stays = "lead stays" if outcome.leads_kept == 1 else "leads stay"
        words += f" {outcome.leads_kept} {stays}, because somebody has worked on them since."
    return message(words, [kit.SectionBlock(words), kit.ActionsBlock([_all()])], in_place=True)


def draw_files_shown(outcome: FilesShown) -> Message:
    """List the files that were brought lately, each with what can be done about it."""
    if not outcome.files:
        return message(_NONE, [kit.SectionBlock(_NONE)], in_place=True)
    blocks: list[kit.Block] = [kit.SectionBlock("*Files of figures*, the newest first")]
    if grown_old(outcome):
        blocks.append(kit.SectionBlock(grown_old(outcome)))
    for file in outcome.files:
        by = (
            f" by {saying.name(outcome.people[file.brought_by])}"
            if file.brought_by and file.brought_by in outcome.people
            else ""
        )
        on = saying.day(file.brought_at.astimezone(outcome.zone).date())
        span = said.span(file.covers_from, file.covers_until)
        words = f"*{capital(said.called(file))}*{span}, brought{by} on {on}\n{_standing(file)}"
        blocks.append(kit.SectionBlock(words, accessory=_way(file)))
    return message(f"{saying.count(len(outcome.files), 'file')} of figures.", blocks, in_place=True)


def grown_old(outcome: FilesShown) -> str:
    """Say that leads are about to be lost to a network that keeps them for a while only; "" where none are."""
    ends = [file.covers_until for file in outcome.files if file.form == Form.LEAD_ADS and file.taken_at]
    last = max((on for on in ends if on is not None), default=None)
    if last is None or last > outcome.today - _SOON:
        return ""
    until = last + _META_KEEPS
    then = "some can't be any more" if until < outcome.today else f"the next one is due by {saying.day(until)}"
    return f"Meta lets leads be downloaded for 90 days. The last file of them ends {saying.day(last)}: {then}."


def _standing(file: FiguresFile) -> str:
    if file.set_aside_at is not None:
        return "Taken out again" if file.taken_at is not None else "Set aside"
    return f"Taken in: {said.done(file)}" if file.taken_at is not None else "Waits to be taken in"


def _way(file: FiguresFile) -> kit.Button | None:
    if file.set_aside_at is not None:
        return None
    if file.taken_at is not None:
        return button("Take it out again", TakeOutFile(file.id or 0), apart=str(file.id), sure=sure.TAKES_OUT_FILE)
    return button("Look at it", OpenFile(file.id or 0), apart=str(file.id))


def _all() -> kit.Button:
    return button("All files", ShowFiles())
