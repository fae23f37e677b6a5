"""The line that each side adds to a week's digest, and the messages that change with it.

A line says up to three things: what was good, what was bad, what lies in between.
"""

from bot.commands.vocabulary import AddLine, OpenLineForm
from bot.domain import digest as weekly
from bot.domain import number_errors
from bot.domain.digest import Side
from bot.domain.discretion import points_to_somebody
from bot.domain.errors import Misread
from bot.domain.outcomes.digest import LineAdded, LineFormOpened
from bot.domain.weeks import Week
from bot.handlers import redrawn
from bot.handlers.call import Call
from bot.handlers.digest import begun
from storage import leads, lines, members
from storage.tables import Line, Role

PARTS = ("good", "bad", "in_between")


def open_line_form(command: OpenLineForm, call: Call) -> LineFormOpened:
    """Open the form for the line of a side, to whoever writes it."""
    side = _own_side(command.side, command.week, call)
    return LineFormOpened(command.week, side, may_say_none=_may_say_none(side.role, command.week, call))


def add_line(command: AddLine, call: Call) -> LineAdded:
    """Remember a side's line, and owe its digest once more where it is out already."""
    side = _own_side(command.side, command.week, call)
    says_none = command.none_came and _may_say_none(side.role, command.week, call)
    good, bad, in_between = _parts(command, call, may_be_empty=says_none)
    line = Line(
        workspace_id=call.workspace_id,
        week=str(command.week),
        side=side.role,
        member_id=call.member_id,
        good=good,
        bad=bad,
        in_between=in_between,
        says_none=says_none,
        written_at=call.now,
    )
    call.session.add(line)
    call.session.flush()
    messages = redrawn.bring_up_to_date(call, command.week, f"line-{line.id}")
    return LineAdded(command.week, Side(side.role, side.holder, side.writer, line), messages)


def _own_side(named: str, week: Week, call: Call) -> Side:
    """Give a side if it is the caller's to write for."""
    if named not in weekly.SIDES:
        raise number_errors.no_such_side()
    role = Role(named)
    holders = members.holders(call.session, call.workspace_id)
    writer = weekly.writer_of(role, holders)
    if writer is None:
        raise number_errors.nobodys_line(named)
    if writer.id != call.member_id:
        raise number_errors.not_your_line(named, writer.name)
    line = lines.newest(call.session, call.workspace_id, str(begun(week, call))).get(role)
    return Side(role, weekly.speaker_of(role, holders), writer, line)


def _may_say_none(role: Role, week: Week, call: Call) -> bool:
    """Tell whether it is up to this side to say that no leads came, because none is logged."""
    came = leads.came_between(call.session, call.workspace_id, week.monday, week.days[-1])
    return role is Role.SALES and not came


def _parts(command: AddLine, call: Call, *, may_be_empty: bool) -> list[str]:
    """Read the parts of a line; what is wrong in any of them is told at once."""
    parts = {part: " ".join(getattr(command, part).split()) for part in PARTS}
    if not any(parts.values()) and not may_be_empty:
        raise number_errors.no_words(PARTS[0])
    wrong = [misread for part, words in parts.items() if (misread := _misread(part, words, call))]
    if wrong:
        raise wrong[0].along_with(wrong[1:])
    return list(parts.values())


def _misread(part: str, words: str, call: Call) -> Misread | None:
    if len(words) > weekly.LONGEST:
        return number_errors.long_line(len(words), weekly.LONGEST, part)
    if points_to_somebody(words, call.today):
        return number_errors.private_line(part)
    return None
