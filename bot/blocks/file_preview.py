"""What a file of figures comes to before anything is taken in: what was recognised, what is asked, and the buttons."""

import re
from collections.abc import Iterator

from bot.blocks import file_numbers, kit, problems, saying
from bot.blocks import file_phrases as said
from bot.blocks.choices import option, options
from bot.blocks.file_questions import answer, questions
from bot.blocks.plan_phrases import listed
from bot.blocks.step_phrases import button, unmarked
from bot.blocks.surfaces import Message, message
from bot.commands import buttons
from bot.commands.vocabulary import AnswerFile, ChoosePost, OpenColumnsForm, SetFileAside, TakeInFile
from bot.domain.exports import Asks, Form
from bot.domain.file_clock import LIKELY_ZONES
from bot.domain.matching import Doubt, How
from bot.domain.outcomes.files import FileSeen

_MOST_ASKED = 6
_LINK = re.compile(r"<([^|>]+)\|[^>]*>")
_FOUND = {How.LINK: "by {} link", How.ID: "by {} id", How.TIME: "by time and words", How.SAID: "as you said"}


def draw_file_seen(outcome: FileSeen) -> Message:
    """Show what a file comes to; what still has to be asked comes with it."""
    head = _head(outcome)
    blocks: list[kit.Block] = [kit.SectionBlock(head)]
    if outcome.problem:
        blocks.append(kit.SectionBlock(problems.marked(outcome.problem)))
    lines = [f"\u2022 {line}" for line in _lines(outcome)]
    if lines:
        blocks.append(kit.SectionBlock("\n".join(lines)))
    asked = list(questions(outcome))
    blocks += asked
    if not asked:
        blocks += _zone(outcome)
        blocks += _doubts(outcome)
    blocks.append(kit.ActionsBlock(_ways(outcome, is_asked=bool(asked))))
    small = list(filter(None, (said.dropped(outcome.held.dropped), _unread_cells(outcome))))
    if small:
        blocks.append(kit.ContextBlock([kit.Text(" ".join(small))]))
    return message(unmarked(head), blocks, in_place=outcome.in_place)


def told(outcome: FileSeen) -> list[str]:
    """Say the same where there are no blocks: on a command line."""
    lines = [_LINK.sub(r"\1", line.replace("*", "")) for line in _lines(outcome)]
    rest = (said.dropped(outcome.held.dropped), _unread_cells(outcome), _zone_words(outcome))
    return [_head(outcome).replace("*", ""), *lines, *filter(None, rest)]


def _head(outcome: FileSeen) -> str:
    held, file = outcome.held, outcome.file
    anew = "The plan or its numbers have changed in the meantime. " if outcome.is_anew else ""
    if held.table is not None:
        return f"{anew}*File {file.number}* is a table that I don't know yet. Nothing is taken in."
    columns = f"recognised {held.columns_known} of {held.columns_total} columns"
    counted = ", ".join(filter(None, (columns, said.contents(held), said.left_out(held.left_out))))
    return f"{anew}*{held.form}*, file {file.number}: {counted}. Nothing is taken in yet."


def _lines(outcome: FileSeen) -> Iterator[str]:
    if outcome.held.open_questions:
        return
    yield from _posts(outcome)
    intake, held = outcome.intake, outcome.held
    yield from file_numbers.lines(outcome)
    if intake.known:
        says = "says what is known already and adds" if intake.known == 1 else "say what is known already and add"
        yield f"{intake.known:,} {says} nothing."
    if held.beside:
        yield (
            f"The file has {listed(held.beside)}, too. That is of another kind, so it stays out; save it as a file of "
            "its own and share that."
        )


def _posts(outcome: FileSeen) -> Iterator[str]:
    intake = outcome.intake
    found = intake.matching.found
    for how, words in _FOUND.items():
        by = [match for match in found if match.how is how]
        if by:
            named = f": {said.matches(by)}" if how in (How.TIME, How.SAID) else ""
            whose = words.format("its" if len(by) == 1 else "their")
            yield f"{saying.count(len(by), 'post')} found in the plan {whose}{named}."
    if found:
        yield f"{saying.count(len(intake.fresh), 'post')} with new numbers."
    if intake.not_out_yet:
        one = intake.not_out_yet == 1
        yield f"{intake.not_out_yet} {'was' if one else 'were'} not marked as out yet; taking the file in does that."
    unknown = intake.matching.unknown
    if unknown:
        stays = "is not in the plan, so it stays" if len(unknown) == 1 else "are not in the plan, so they stay"
        yield f"{len(unknown):,} {stays} out: {said.some([said.outside(seen) for seen in unknown])}."


def _zone(outcome: FileSeen) -> list[kit.Block]:
    words = _zone_words(outcome)
    if not words:
        return []
    zones = dict.fromkeys((outcome.intake.zone, outcome.zone.key, *LIKELY_ZONES))
    offered = options((_city(zone), zone) for zone in zones)
    action = buttons.picked_action(AnswerFile, "answer", {"file_id": outcome.file.id, "asks": Asks.TIME_ZONE})
    select = kit.StaticSelectMenu(
        action, options=list(offered.values()), initial_option=offered[outcome.intake.zone], placeholder="Another zone"
    )
    return [kit.SectionBlock(words, accessory=select)]


def _zone_words(outcome: FileSeen) -> str:
    said_before = outcome.file.answers.get("zone", "")
    if not outcome.held.posts or not (outcome.held.asks_zone or said_before):
        return ""
    intake = outcome.intake
    read = f"The file doesn't name its time zone. I read its times as {_city(intake.zone)} time"
    if intake.guess:
        return f"{read}, as {intake.guess.agreeing} of {intake.guess.compared} posts of the plan show."
    return f"{read}, as you said." if said_before else f"{read}."


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _doubts(outcome: FileSeen) -> Iterator[kit.Block]:
    doubtful = outcome.intake.matching.doubtful
    for doubt in doubtful[:_MOST_ASKED]:
        yield kit.SectionBlock(_doubt(doubt), accessory=_choice(outcome, doubt))
    if doubtful:
        more = len(doubtful) - _MOST_ASKED
        rest = f"{more} more to ask after these. " if more > 0 else ""
        yield kit.ContextBlock([kit.Text(f"{rest}What you don't answer stays out.")])


def _doubt(doubt: Doubt) -> str:
    at = f", {doubt.seen.at:%H:%M}" if doubt.seen.at else ""
    return f"*Which post is this?* Row {doubt.seen.row}: {said.outside(doubt.seen)}{at}"


def _choice(outcome: FileSeen, doubt: Doubt) -> kit.StaticSelectMenu:
    offered = [
        option(f"{saying.short(' '.join(post.what.split()), 50)}, {saying.day(post.on)}", str(post.id))
        for post in doubt.candidates
    ]
    action = buttons.picked_action(ChoosePost, "post_id", {"file_id": outcome.file.id, "row": doubt.seen.row})
    return kit.StaticSelectMenu(action, options=[*offered, option("None of these", "0")], placeholder="Choose")


def _unread_cells(outcome: FileSeen) -> str:
    count = outcome.held.cells_left_out
    counts = "counts" if count == 1 else "count"
    return f"{saying.count(count, 'cell')} can't be read and {counts} as not known." if count else ""


def _ways(outcome: FileSeen, *, is_asked: bool) -> list[kit.Element]:
    file_id = outcome.file.id or 0
    ways: list[kit.Element] = []
    intake = outcome.intake
    if outcome.held.table is not None:
        ways.append(button("Say what the columns mean", OpenColumnsForm(file_id), is_first=True))
    elif not is_asked and (intake.size or intake.not_out_yet):
        ways.append(button("Take it in", TakeInFile(file_id, intake.mark), is_first=True))
    if outcome.held.form is Form.OWN_TABLE and outcome.held.table is None:
        ways.append(answer("Choose the columns anew", outcome, Asks.MAPPING))
    ways.append(button("Set aside", SetFileAside(file_id)))
    return ways
