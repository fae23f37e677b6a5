"""Bright Smile Dental in a database in memory, with all its people can do about figures, leads and the digest."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import select

from bot.domain.hours import Opening
from bot.domain.localtime import first_instant
from bot.handlers.call import Call, Scene
from simulator import drawing
from storage import members
from storage.tables import Delivery, Figures, Goal, Kind, Lead, Member, Post, Role, Slot, Stage, Workspace

ZONE = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 30, 9, 0, tzinfo=ZONE).astimezone(UTC)
"""The Monday on which the digest of week 48 goes out."""
OPEN = Opening.from_json({"weekdays": ["9:00-12:00, 13:00-17:00"] * 5 + ["", ""], "closed_days": []})


@dataclass
class Kept:
    """What was owed, in order."""

    deliveries: list[Delivery] = field(default_factory=list)

    def enqueue(self, session, delivery):  # noqa: ARG002 - the carrier's shape
        self.deliveries.append(delivery)


class Practice:
    """One practice, its people and its rows."""

    def __init__(self, session, team_id="T1"):
        self.session, self.carrier = session, Kept()
        self.workspace = Workspace(
            team_id=team_id,
            zone=str(ZONE),
            opening=OPEN.to_json(),
            digest_channels=["C1"],
            created_at=MONDAY - timedelta(weeks=30),
            set_up_at=MONDAY - timedelta(weeks=30),
        )
        session.add(self.workspace)
        session.flush()
        self.reyes, self.ana, self.ben, self.sarah = (
            self._member(name) for name in ("Dr. Reyes", "Ana", "Ben", "Sarah")
        )
        for role, member in (
            (Role.LEAD, self.ana),
            (Role.SPONSOR, self.reyes),
            (Role.MARKETING, self.ana),
            (Role.SALES, self.sarah),
        ):
            members.hold(session, self.id, role, member)
        for weekday, at, kind in ((0, 10, Kind.SERVICE), (3, 16, Kind.HUMAN), (5, 10, Kind.COMMUNITY)):
            session.add(Slot(workspace_id=self.id, weekday=weekday, at=time(at), kind=kind))
        session.flush()
        self.names = drawing.Names(people={m.user_id: m.name for m in (self.reyes, self.ana, self.ben, self.sarah)})

    @property
    def id(self):
        return self.workspace.id

    def _member(self, name):
        member = Member(workspace_id=self.id, user_id=f"U{name[:3].upper()}", name=name, seen_at=MONDAY)
        self.session.add(member)
        self.session.flush()
        return member

    def call(self, member, at=MONDAY):
        return Call(session=self.session, workspace=self.workspace, now=at, carrier=self.carrier, member=member)

    def scene(self, at=MONDAY):
        return Scene(session=self.session, workspace=self.workspace, now=at, carrier=self.carrier)

    def post(self, what, on, kind=Kind.HUMAN, *, at=10, out=True, link="", **more):
        publish_at = first_instant(on, time(at), ZONE)
        self.workspace.posts_numbered += 1
        post = Post(
            workspace_id=self.id,
            number=self.workspace.posts_numbered,
            on=on,
            publish_at=publish_at,
            kind=kind,
            what=what,
            added_at=publish_at - timedelta(days=5),
            posted_at=publish_at if out else None,
            posted_link=link,
            **more,
        )
        self.session.add(post)
        self.session.flush()
        return post

    def figures(self, post, **counts):
        row = Figures(workspace_id=self.id, post_id=post.id, entered_at=post.publish_at + timedelta(days=1), **counts)
        self.session.add(row)
        self.session.flush()
        return row

    def lead(self, on, source="instagram", stage=Stage.NEW, reason="", **more):
        at = first_instant(on, time(11), ZONE)
        self.workspace.leads_numbered += 1
        lead = Lead(
            workspace_id=self.id,
            number=self.workspace.leads_numbered,
            guessed="" if source == "unknown" else source,
            came_on=on,
            logged_by=self.sarah.id,
            logged_at=at,
            stage=stage,
            lost_reason=reason,
            **more,
        )
        for reached in ("reached", "booked", "shown", "started", "lost"):
            if stage == reached:
                setattr(lead, f"{reached}_at", at)
        self.session.add(lead)
        self.session.flush()
        return lead

    def leads_a_week(self, counts, last=date(2026, 11, 23)):
        """Log so many leads in each of the weeks that end with the one of this Monday."""
        for back, count in enumerate(reversed(counts)):
            for _ in range(count):
                self.lead(last - timedelta(weeks=back))

    def all_leads(self):
        return self.session.exec(select(Lead).order_by(Lead.number)).all()

    def sees(self, message):
        """What a person reads."""
        return drawing.text({"blocks": message.blocks, "text": message.text}, self.names)

    def sees_modal(self, view):
        """What a person reads in a modal."""
        return drawing.text(view, self.names)


def aim(practice, metric, target=30, due_on=date(2027, 3, 31)):
    goal = Goal(
        workspace_id=practice.id,
        kind="sales",
        words="More comes in",
        metric=metric,
        target=target,
        due_on=due_on,
        owner_id=practice.ana.id,
        set_at=MONDAY,
    )
    practice.session.add(goal)
    practice.session.flush()
    return goal
