"""The practice, its people and who holds which role."""

from datetime import datetime, time
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlmodel import Field

from storage.tables.columns import added, in_workspace, moment, ref
from storage.tables.row import Row


class Workspace(Row, table=True):
    """One practice: its settings, its counters, and when the tick should look at it next.

    `digest_hours` are the hours of channels that have one of their own, such as "8:00", by channel.
    `on_closed` is what becomes of places on closed days, by the day from which on it is wanted. `services` is what
    people ask for, `areas` the first three digits of the postcodes near the practice, `leads_weekday` when the sales
    side is asked about open leads; none where it is not. `pauses` has the day on which the plan goes on by the first
    day of each pause, `stalled` what the lead heard of a standstill. `budget_marks` are the marks of budgets whose word
    waits until the lead may be reminded.
    """

    __table_args__ = (
        Index(
            "ix_workspace_wakes_at",
            "wakes_at",
            sqlite_where=text("wakes_at IS NOT NULL"),
            postgresql_where=text("wakes_at IS NOT NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    team_id: str = Field(unique=True)
    name: str = ""
    bot_user_id: str = ""
    zone: str = "America/New_York"
    day_first: bool = False
    opening: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    digest_channels: list[str] = Field(default_factory=list, sa_type=JSON)
    digest_weekday: int = 0
    digest_at: time = time(9, 0)
    digest_hours: dict[str, str] = added({})
    created_at: datetime = moment()
    set_up_at: datetime | None = moment(nullable=True)
    wakes_at: datetime | None = moment(nullable=True)
    unreachable_at: datetime | None = moment(nullable=True)
    posts_numbered: int = 0
    photos_numbered: int = 0
    leads_numbered: int = 0
    files_numbered: int = added(0)
    decisions_numbered: int = added(0)
    comments_numbered: int = added(0)
    templates: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    on_closed: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    pauses: dict[str, str] = added({})
    stalled: dict[str, Any] = added({})
    budget_marks: list[dict[str, Any]] = added([])
    answer_minutes: int = 30
    services: list[str] = added([])
    areas: list[str] = added([])
    leads_weekday: int | None = added(3)


class Member(Row, table=True):
    """A person of the team, as Slack last described them.

    `is_agency` is the lead's word that they work for the practice from outside.
    """

    __table_args__ = (UniqueConstraint("workspace_id", "user_id"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    user_id: str
    name: str = ""
    zone: str = ""
    is_deactivated: bool = False
    is_foreign: bool = False
    is_bot: bool = False
    welcomed_at: datetime | None = moment(nullable=True)
    seen_at: datetime = moment()
    is_out: bool = False
    out_until: datetime | None = moment(nullable=True)
    is_agency: bool = added(False)


class RoleHolder(Row, table=True):
    """Who holds a role; the unique constraint is why there is never a second lead."""

    __tablename__ = "role_holder"
    __table_args__ = (UniqueConstraint("workspace_id", "role"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    role: str
    member_id: int = ref("member.id")


class SlackEvent(Row, table=True):
    """An event that was already taken in, so that Slack's second delivery of it changes nothing."""

    __tablename__ = "slack_event"
    __table_args__ = (UniqueConstraint("workspace_id", "event_id"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    event_id: str
    taken_at: datetime = moment()
