"""The scene of a decision: one workspace, one moment, one transaction. A call is a scene with somebody asking.

Handlers take a call, what the clock starts takes a scene. Neither knows Slack or how a message is carried; they only
remember what is owed.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.commands.when import Reading
from bot.domain import roles
from bot.domain.errors import NotFound
from bot.domain.hours import Opening
from storage import deliveries, members
from storage.tables import Delivery, Member, Role, Workspace


class Carrier(Protocol):
    """Takes a delivery along once the transaction that owes it is committed."""

    def enqueue(self, session: Session, delivery: Delivery) -> None:
        """Take the delivery along with this transaction: carried if it commits, forgotten if it does not."""


@dataclass(kw_only=True)
class Scene:
    """One workspace at one moment, and the transaction in which something is decided about it."""

    session: Session
    workspace: Workspace
    now: datetime
    carrier: Carrier

    @cached_property
    def workspace_id(self) -> int:
        """The row id of the workspace; it is always saved by now."""
        return self.workspace.id or 0

    @cached_property
    def zone(self) -> ZoneInfo:
        """The practice's time zone."""
        return ZoneInfo(self.workspace.zone)

    @cached_property
    def opening(self) -> Opening:
        """The practice's opening hours."""
        return Opening.from_json(self.workspace.opening)

    @cached_property
    def today(self) -> date:
        """The practice's local day."""
        return self.now.astimezone(self.zone).date()

    @property
    def began_on(self) -> date:
        """The day on which the practice began with Rounds."""
        return (self.workspace.set_up_at or self.workspace.created_at).astimezone(self.zone).date()

    @property
    def reading(self) -> Reading:
        """What is needed to read dates as this practice means them."""
        return Reading(now=self.now, zone=self.zone, day_first=self.workspace.day_first, opening=self.opening)

    def holder(self, role: Role) -> Member | None:
        """Give who holds a role."""
        return members.holders(self.session, self.workspace_id).get(role)

    def lead(self) -> Member:
        """Give the lead; there is exactly one once the workspace is set up."""
        lead = self.holder(Role.LEAD)
        if lead is None:
            raise NotFound("Nobody leads the program here yet.", hint="Type `/rounds setup` to name a lead.")
        return lead

    def owe(
        self,
        kind: str,
        key: str,
        recipient: str,
        about: dict[str, Any],
        *,
        visible_to: str = "",
        revises: str = "",
        under: str = "",
    ) -> Delivery | None:
        """Owe a message from this moment on; None where that key is owed already."""
        delivery = deliveries.owe(
            self.session,
            self.workspace_id,
            key=key,
            kind=kind,
            recipient=recipient,
            about=about,
            due_at=self.now,
            now=self.now,
            visible_to=visible_to,
            revises=revises,
            under=under,
        )
        if delivery is not None:
            self.carrier.enqueue(self.session, delivery)
        return delivery

    def owe_edit(self, kind: str, of: str, recipient: str, about: dict[str, Any]) -> None:
        """Owe an edit of the message that was owed with the key `of`, unless one is still to be drawn."""
        count, is_owed = deliveries.edits(self.session, self.workspace_id, of)
        if not is_owed:
            self.owe(kind, f"{of}/{count + 2}", recipient, about, revises=of)


@dataclass(kw_only=True)
class Call(Scene):
    """A scene in which a member asks for something, in a channel where there is one.

    `web_at` is the address that calendar programs and forms reach Rounds at, where they can.
    """

    member: Member
    channel_id: str = ""
    web_at: str = ""

    @property
    def member_id(self) -> int:
        """The row id of the member who asks."""
        return self.member.id or 0

    def leads(self) -> bool:
        """Tell whether the lead or the backup asks, whose the outline and the plan of others are."""
        return roles.leads(self.member, members.holders(self.session, self.workspace_id))
