"""How long a month of the plan takes beside a week of it, in a practice with a full year of plan.

    python -m bench.months [--requests 200]

`rounds run` has 300 posts, 1,500 steps and 50 members of one year in a database file, and is asked for the week, the
month, the quarter and the year in turns over one kept-alive connection. Printed: p50 of each answer, and the ratio of
the month to the week with its goal.
"""

import argparse
import statistics
from datetime import UTC, datetime, time, timedelta

from sqlmodel import Session

from bench.served import Line, rounds_served, set_up
from storage import members, workspaces
from storage.engine import Database
from storage.tables import Kind, Member, Post, Step, Task

POSTS = 300
MEMBERS = 50
TURNS = 5
ASKED = ("", "month", "month next", "month mine", "quarter", "year")
GOAL = 2.0


def remember(session: Session, team_id: str, now: datetime) -> None:
    """Put a year of plan into the practice's rows: half of it behind, half of it ahead."""
    workspace = workspaces.by_team(session, team_id)
    if workspace is None or workspace.id is None:
        raise RuntimeError("the practice has not set Rounds up")
    workspace.set_up_at = now - timedelta(days=190)
    known = len(members.everybody(session, workspace.id))
    for number in range(known, MEMBERS):
        session.add(Member(workspace_id=workspace.id, user_id=f"U{number:08d}", name=f"Person {number}", seen_at=now))
    session.flush()
    people = [member.id or 0 for member in members.everybody(session, workspace.id)]
    for number in range(1, POSTS + 1):
        on = (now + timedelta(days=(number - POSTS // 2) * 365 / POSTS)).date()
        at = datetime.combine(on, time(15), UTC)
        post = Post(
            workspace_id=workspace.id,
            number=number,
            on=on,
            publish_at=at,
            kind=list(Kind)[number % 3],
            what=f"What a cleaning does, part {number}",
            network="Instagram and Facebook",
            added_by=people[number % MEMBERS],
            added_at=at - timedelta(days=7),
            posted_at=at if at < now else None,
        )
        session.add(post)
        session.flush()
        session.add_all(
            Step(
                workspace_id=workspace.id,
                post_id=post.id or 0,
                task=task,
                owner_id=people[(number + place) % MEMBERS],
                due_at=at - timedelta(days=3 - place),
                accepted_at=at - timedelta(days=6),
                done_at=at if at < now else None,
            )
            for place, task in enumerate(Task)
        )
    workspace.posts_numbered = POSTS


def measure(requests: int) -> dict[str, float]:
    """Ask for each in turns; give the milliseconds until the answer was there, in the middle, by what was asked."""
    with rounds_served() as (rounds, slack):
        fields = {**set_up(slack), "command": "/plan"}
        database = Database(rounds.env["DATABASE_URL"])
        with database.transaction() as session:
            remember(session, fields["team_id"], datetime.now(UTC))
        database.close()
        line = Line(rounds)
        took: dict[str, list[float]] = {text: [] for text in ASKED}
        for turn in range(TURNS + 1):
            for text in ASKED:
                asked = [line.ask({**fields, "text": text}) for _ in range(max(4, requests // TURNS))]
                took[text] += asked if turn else []  # the first turn only warms up
        return {text: statistics.median(seconds) * 1000 for text, seconds in took.items()}


def main(requests: int) -> None:
    """Measure and print."""
    found = measure(requests)
    for text, milliseconds in found.items():
        print(f"{f'/plan {text}'.strip():20} p50 {milliseconds:8.2f} ms")
    print(f"/plan month beside /plan: {found['month'] / found['']:.2f} (goal at most {GOAL:.0f})")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=200)
    main(parser.parse_args().requests)
