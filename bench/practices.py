"""Practices with weeks of plan, figures and leads behind them, put into a database in bulk.

Not a bench: the benches of the digest are made from it.
"""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, insert
from sqlmodel import Session, SQLModel, select

from bot.domain.localtime import first_instant
from storage.tables import Figures, Kind, Lead, Line, Member, Post, RoleHolder, Slot, Spending, Stage, Step, Task
from storage.tables import Workspace as Practice

ZONE = ZoneInfo("America/New_York")
MONDAY = first_instant(date(2026, 11, 30), time(9), ZONE)
"""The Monday on which every practice's digest of week 48 is due."""
_PLACES = ((0, Kind.SERVICE), (3, Kind.HUMAN), (5, Kind.COMMUNITY))
_PEOPLE = ("Ana", "Ben", "Sarah", "Dr. Reyes")
_ROLES = {"lead": 0, "marketing": 0, "sales": 2, "sponsor": 3}
_LEADS = 6
_TABLES = (Practice, Member, RoleHolder, Slot, Post, Step, Figures, Lead, Spending, Line)


def fill(session: Session, practices: int, weeks: int) -> None:
    """Add practices with so many weeks behind them, all due on Monday at 9:00."""
    first = {table: session.execute(select(func.coalesce(func.max(table.id), 0))).scalar_one() for table in _TABLES}
    for start in range(0, practices, 500):
        numbers = range(first[Practice] + start + 1, first[Practice] + min(start + 500, practices) + 1)
        for table in (_workspaces, _members, _roles, _slots):
            _put(session, [row for number in numbers for row in table(number, weeks)])
        posts = [post for number in numbers for post in _posts(number, weeks)]
        for at, post in enumerate(posts, first[Post] + 1):
            post.id = at
        first[Post] += len(posts)
        _put(session, posts)
        _put(session, [step for post in posts for step in _steps(post)])
        _put(session, [figures for post in posts for figures in _figures(post)])
        _put(session, [row for number in numbers for row in _leads(number, weeks)])
        _put(session, [row for number in numbers for row in _weekly(number, weeks)])


def _workspaces(number: int, weeks: int) -> Iterator[Practice]:
    began_at = MONDAY - timedelta(weeks=weeks)
    yield Practice(
        id=number,
        team_id=f"T{number}",
        name=f"Practice {number}",
        opening={"weekdays": ["8:00-12:00, 13:00-17:00"] * 5 + ["", ""], "closed_days": []},
        digest_channels=[f"C{number}.1"],
        created_at=began_at,
        set_up_at=began_at,
        wakes_at=MONDAY,
        posts_numbered=len(_PLACES) * (weeks + 1),
        leads_numbered=_LEADS * weeks,
    )


def _members(number: int, _weeks: int) -> Iterator[Member]:
    for at, name in enumerate(_PEOPLE):
        yield Member(id=_person(number, at), workspace_id=number, user_id=f"U{number}N{at}", name=name, seen_at=MONDAY)


def _roles(number: int, _weeks: int) -> Iterator[RoleHolder]:
    for role, at in _ROLES.items():
        yield RoleHolder(workspace_id=number, role=role, member_id=_person(number, at))


def _slots(number: int, _weeks: int) -> Iterator[Slot]:
    for weekday, kind in _PLACES:
        yield Slot(workspace_id=number, weekday=weekday, at=time(10), kind=kind)


def _posts(number: int, weeks: int) -> Iterator[Post]:
    """Give the posts of the weeks behind, and of the week that begins."""
    for at, (monday, (weekday, kind)) in enumerate((m, place) for m in _mondays(weeks, ahead=1) for place in _PLACES):
        publish_at = first_instant(monday + timedelta(days=weekday), time(10), ZONE)
        yield Post(
            workspace_id=number,
            number=at + 1,
            on=monday + timedelta(days=weekday),
            publish_at=publish_at,
            kind=kind,
            what=f"What a cleaning does, part {at + 1}",
            network="instagram",
            added_at=publish_at - timedelta(days=7),
            posted_at=publish_at if publish_at < MONDAY else None,
        )


def _steps(post: Post) -> Iterator[Step]:
    for at, task in enumerate((Task.PHOTO, Task.CAPTION, Task.PUBLISH)):
        yield Step(
            workspace_id=post.workspace_id,
            post_id=post.id or 0,
            task=task,
            owner_id=_person(post.workspace_id, at % 2),
            due_at=post.publish_at - timedelta(hours=24 * (2 - at)),
            accepted_at=post.added_at,
            done_at=post.posted_at or (post.added_at if task is not Task.PUBLISH else None),
        )


def _figures(post: Post) -> Iterator[Figures]:
    """Give two snapshots of a post that is out."""
    chance = random.Random(post.id)
    for days in (2, 9):
        if post.posted_at is not None:
            yield Figures(
                workspace_id=post.workspace_id,
                post_id=post.id or 0,
                entered_at=post.posted_at + timedelta(days=days),
                reach=chance.randrange(200, 900) * days,
                reactions=chance.randrange(5, 40) * days,
                comments=chance.randrange(4),
                clicks=chance.randrange(9),
            )


def _leads(number: int, weeks: int) -> Iterator[Lead]:
    chance = random.Random(number)
    for week, monday in enumerate(_mondays(weeks)):
        for nth in range(_LEADS):
            came_at = first_instant(monday + timedelta(days=nth % 5), time(8 + chance.randrange(9)), ZONE)
            stage = chance.choice((Stage.REACHED, Stage.REACHED, Stage.BOOKED, Stage.SHOWN))
            yield Lead(
                workspace_id=number,
                number=_LEADS * week + nth + 1,
                came_on=came_at.astimezone(ZONE).date(),
                came_at=came_at,
                logged_at=came_at,
                stage=stage,
                reached_at=came_at + timedelta(minutes=chance.randrange(5, 600)),
                booked_at=came_at + timedelta(days=chance.randrange(1, 20)) if stage is not Stage.REACHED else None,
                shown_at=came_at + timedelta(days=30) if stage is Stage.SHOWN else None,
                network="facebook",
                guessed=chance.choice(("instagram", "phone", "")),
            )


def _weekly(number: int, weeks: int) -> Iterator[Spending | Line]:
    for monday in _mondays(weeks):
        yield Spending(
            workspace_id=number, from_on=monday, until_on=monday + timedelta(days=6), network="meta", cents=21_000,
            currency="USD", entered_at=_at(monday, 7),
        )  # fmt: skip
    for monday in _mondays(weeks):
        week = f"{monday:%G-W%V}"
        yield Line(
            workspace_id=number, week=week, side="sales", member_id=_person(number, 2), good="Two booked on the phone",
            written_at=_at(monday, 7),
        )  # fmt: skip


def _mondays(weeks: int, *, ahead: int = 0) -> list[date]:
    this = MONDAY.astimezone(ZONE).date()
    return [this + timedelta(weeks=week) for week in range(-weeks, ahead)]


def _at(monday: date, days: int) -> datetime:
    return first_instant(monday + timedelta(days=days), time(8), ZONE)


def _person(number: int, at: int) -> int:
    return (number - 1) * len(_PEOPLE) + at + 1


def _put(session: Session, rows: list[SQLModel]) -> None:
    """Insert rows, each table's all at once."""
    for table in dict.fromkeys(type(row) for row in rows):
        held = [row.model_dump(exclude={"id"} if row.id is None else set()) for row in rows if type(row) is table]
        session.execute(insert(table), held)
