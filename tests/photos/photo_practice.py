"""Bright Smile Dental for these tests: four people, a plan, photos, and what everybody is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlmodel import Session, col, select

from bot.commands.vocabulary import Command
from bot.domain.outcomes.photos import PhotoSeen
from bot.handlers import photos as handle
from bot.handlers.call import Call, Scene
from storage import members
from storage.engine import Database
from storage.tables import Delivery, Member, Photo, Post, Role, Step, Task, Workspace

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
THURSDAY = date(2026, 11, 26)
SOCIAL = "C0SOCIAL"


class Nowhere:
    """Carries nothing: these tests look at what is owed."""

    def enqueue(self, session: Session, delivery: Delivery) -> None:
        """Leave it in the ledger."""


@dataclass
class Practice:
    database: Database
    workspace_id: int = 0
    ids: dict[str, int] = field(default_factory=dict)
    now: datetime = NOW

    @contextmanager
    def scene(self) -> Iterator[Scene]:
        with self.database.transaction() as session:
            workspace = session.get_one(Workspace, self.workspace_id)
            yield Scene(session=session, workspace=workspace, now=self.now, carrier=Nowhere())

    @contextmanager
    def call(self, who: str) -> Iterator[Call]:
        with self.database.transaction() as session:
            workspace = session.get_one(Workspace, self.workspace_id)
            member = session.get_one(Member, self.ids[who])
            yield Call(session=session, workspace=workspace, now=self.now, carrier=Nowhere(), member=member)

    def does(self, who: str, command: Command) -> Any:
        """Let somebody do something, through its handler."""
        name = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in type(command).__name__)
        with self.call(who) as call:
            return getattr(handle, name[1:])(command, call)

    def plans(self, what: str, on: date = THURSDAY, *, photo_by: str = "ben", accepted: bool = True) -> int:
        """Put a post into the plan whose photo is somebody's to bring."""
        with self.scene() as scene:
            number = len(scene.session.exec(select(Post)).all()) + 1
            at = datetime(on.year, on.month, on.day, 21, tzinfo=UTC)
            post = Post(
                workspace_id=self.workspace_id,
                number=number,
                on=on,
                publish_at=at,
                kind="human",
                what=what,
                added_at=NOW,
            )
            scene.session.add(post)
            scene.session.flush()
            step = Step(
                workspace_id=self.workspace_id,
                post_id=post.id or 0,
                task=Task.PHOTO,
                owner_id=self.ids[photo_by],
                due_at=at - timedelta(days=1),
                accepted_at=NOW if accepted else None,
            )
            scene.session.add(step)
            return post.id or 0

    def photo(self, photo_id: int = 1) -> Photo:
        with self.database.transaction() as session:
            return session.get_one(Photo, photo_id)

    def post(self, post_id: int) -> Post:
        with self.database.transaction() as session:
            return session.get_one(Post, post_id)

    def step_is_done(self, post_id: int) -> bool:
        with self.database.transaction() as session:
            step = session.exec(select(Step).where(col(Step.post_id) == post_id)).one()
            return step.done_at is not None

    def owed(self, kind: str) -> list[Delivery]:
        with self.database.transaction() as session:
            found = select(Delivery).where(col(Delivery.kind) == kind)
            return list(session.exec(found.order_by(col(Delivery.id))).all())

    def composed(self, delivery: Delivery) -> Any:
        """What a message says at the moment it goes out."""
        compose = getattr(handle, f"compose_{delivery.kind.replace('-', '_')}")
        with self.scene() as scene:
            return compose(scene, delivery)

    def told(self) -> PhotoSeen:
        """The newest word about a photo."""
        seen: PhotoSeen = self.composed(self.owed("photo-told")[-1])
        return seen


def opened(database: Database, team_id: str = "T0BRIGHT") -> Practice:
    """Set the practice up: Ana leads, Reyes stands in for her."""
    practice = Practice(database)
    with database.transaction() as session:
        workspace = Workspace(
            team_id=team_id, bot_user_id="U0ROUNDS", created_at=NOW, set_up_at=NOW, opening={}, name="Bright Smile"
        )
        session.add(workspace)
        session.flush()
        practice.workspace_id = workspace.id or 0
        for name in ("ana", "ben", "sarah", "reyes"):
            person = Member(
                workspace_id=practice.workspace_id, user_id=f"U0{name.upper()}", name=name.title(), seen_at=NOW
            )
            session.add(person)
            session.flush()
            practice.ids[name] = person.id or 0
            role = {"ana": Role.LEAD, "reyes": Role.BACKUP}.get(name)
            if role:
                members.hold(session, practice.workspace_id, role, person)
    return practice
