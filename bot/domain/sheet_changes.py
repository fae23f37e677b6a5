"""What a sheet that comes back would change, beside the plan as it stands; what can't be taken in is named by its cell.

A line without a number is a new post; a column that is not in the file changes nothing; a post that is not in the file
stays. It changes nothing itself, and refuses to know files.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain import evergreen, evergreen_errors, plan_errors, posts, sheet_errors
from bot.domain.errors import PlanError
from bot.domain.sheet import ANSWERS, COLUMNS, NEEDED, Line, Problem, Sheet, Status
from bot.domain.versions import Answers
from storage.tables import Post


@dataclass(frozen=True, slots=True)
class Planned:
    """A post of the plan, what it answers, and what others changed about it since each of its versions."""

    post: Post
    answers: Answers
    changed_since: Mapping[int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Changed:
    """A post that a line would change: before and after, by field."""

    post: Post
    changes: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a sheet comes to, beside the plan as it stands."""

    added: tuple[Line, ...] = ()
    changed: tuple[Changed, ...] = ()
    taken_out: tuple[Post, ...] = ()
    same: int = 0
    missing: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.added or self.changed or self.taken_out)

    @property
    def size(self) -> int:
        """How many posts would change."""
        return len(self.added) + len(self.changed) + len(self.taken_out)

    @property
    def mark(self) -> str:
        """A short mark of what would change, to see whether it is still the same."""
        changed = [(each.post.number, sorted(each.changes.items())) for each in self.changed]
        added = [sorted(line.given.items()) for line in self.added]
        told = repr((added, changed, [post.number for post in self.taken_out]))
        return hashlib.sha256(told.encode()).hexdigest()[:16]


def line_of(planned: Planned) -> dict[str, str]:
    """Give the words of a post's line."""
    post = planned.post
    status = Status.POSTED if post.posted_at else Status.PLANNED
    told = {"number": str(post.number), "status": status.value, "version": str(post.version)}
    told["substitute"] = post.substitute
    return {**{field: planned.answers.get(field, "") for field in ANSWERS}, **told}


def compare(sheet: Sheet, plan: Sequence[Planned], *, now: datetime, zone: ZoneInfo) -> Comparison:
    """Say what a sheet would change, or which of its cells can't be taken in."""
    by_number = {str(planned.post.number): planned for planned in plan}
    problems, seen = list(sheet.problems), set[str]()
    added: list[Line] = []
    changed: list[Changed] = []
    moved: list[tuple[Line, Post]] = []
    taken_out: list[Post] = []
    same = 0
    for line in sheet.lines:
        number = line.given.get("number", "")
        if number in seen or (number and number not in by_number):
            problem = sheet_errors.twice(number) if number in seen else sheet_errors.no_such_number(number)
            problems.append(Problem(sheet.cell(line.row, "number"), problem))
            continue
        if not number:
            problems += _wrong(sheet, line, _new_line(line, now=now, zone=zone))
            added.append(line)
            continue
        seen.add(number)
        planned = by_number[number]
        if line.given.get("status") == Status.TAKE_OUT:
            problems += _wrong(sheet, line, _taking_out(planned))
            taken_out.append(planned.post)
            continue
        changes = _changes(line, planned.answers)
        problems += _wrong(sheet, line, _changing(line, planned, changes, now=now, zone=zone))
        if changes:
            changed.append(Changed(planned.post, changes))
        if changes.get("on", ("", ""))[1]:
            moved.append((line, planned.post))
        same += not changes
    gone = {post.id for post in taken_out}
    problems += _resting(sheet, moved, [planned.post for planned in plan if planned.post.id not in gone])
    missing = len(by_number) - len(seen)
    return Comparison(tuple(added), tuple(changed), tuple(taken_out), same, missing, tuple(problems))


_Wrong = Iterator[tuple[str, str]]


def _changes(line: Line, answers: Answers) -> dict[str, tuple[str, str]]:
    """Give what a line says otherwise; a column that is not in the file changes nothing."""
    now = {field: answers.get(field, "") for field in ANSWERS if field in line.given}
    return {field: (before, line.given[field]) for field, before in now.items() if line.given[field] != before}


def _wrong(sheet: Sheet, line: Line, found: _Wrong) -> list[Problem]:
    return [Problem(sheet.cell(line.row, field), sentence) for field, sentence in found]


def _new_line(line: Line, *, now: datetime, zone: ZoneInfo) -> _Wrong:
    lacking = [field for field in NEEDED if not line.given.get(field)]
    yield from ((field, sheet_errors.needed(field)) for field in lacking)
    yield from _words(line, [field for field in ANSWERS if line.given.get(field)], now.date())
    if not {"on", "at"}.intersection(lacking):
        yield from _moment(line.given, now=now, zone=zone)


def _taking_out(planned: Planned) -> _Wrong:
    if planned.post.posted_at is not None:
        yield "status", plan_errors.already_posted().sentence


def _changing(
    line: Line, planned: Planned, changes: Mapping[str, tuple[str, str]], *, now: datetime, zone: ZoneInfo
) -> _Wrong:
    version = line.given.get("version", "")
    meanwhile = planned.changed_since.get(int(version), frozenset()) if version.isdecimal() else frozenset()
    for field in changes:
        if field in NEEDED and not line.given[field]:
            yield field, sheet_errors.needed(field)
        elif field in meanwhile:
            yield field, sheet_errors.changed_meanwhile()
        elif planned.post.posted_at is not None and field in ("on", "at", "kind"):
            yield field, sheet_errors.is_out()
        else:
            yield from _words(line, [field], now.date())
    if planned.post.posted_at is None and {"on", "at"}.intersection(changes):
        yield from _moment({**planned.answers, **line.given}, now=now, zone=zone)


def _resting(sheet: Sheet, moved: Sequence[tuple[Line, Post]], plan: Sequence[Post]) -> Iterator[Problem]:
    """Tell of moved runs of an evergreen post that would be nearer to another than its rest; `plan` is what stays."""
    by_id = {post.id: post for post in plan}
    days = {post.id: post.on for post in plan} | {post.id: date.fromisoformat(line.given["on"]) for line, post in moved}
    for line, post in moved:
        first = by_id.get(post.repeats_id, post)
        others = [days[run.id] for run in plan if run is not post and first.id in (run.id, run.repeats_id)]
        until_on = evergreen.rests_until(first.rest_weeks, others, days[post.id])
        if until_on is not None:
            sentence = evergreen_errors.still_rests(until_on, first.rest_weeks).sentence
            yield Problem(sheet.cell(line.row, "on"), sentence)


def _words(line: Line, fields: Sequence[str], today: date) -> _Wrong:
    """Check what is written in these columns, as the form would."""
    choices = {column.field: column.choices for column in COLUMNS if column.choices}
    known = {column.field: (*column.choices, *column.also) for column in COLUMNS if column.choices}
    for field in fields:
        words = line.given[field]
        try:
            if words and words not in known.get(field, (words,)):
                yield field, sheet_errors.not_a_choice(choices[field])
            elif field == "what":
                posts.words(words)
                posts.check_discreet(words, today)
            elif field == "link":
                posts.link(words, field=field)
            else:
                posts.within_limits(words, field=field)
        except PlanError as error:
            yield field, error.sentence


def _moment(given: Mapping[str, str], *, now: datetime, zone: ZoneInfo) -> _Wrong:
    try:
        on, at = date.fromisoformat(given["on"]), time.fromisoformat(given["at"])
        posts.publish_moment(on, at, now=now, zone=zone)
    except PlanError as error:
        yield error.field or "on", error.sentence
    except ValueError:
        return  # the cell itself was told already
