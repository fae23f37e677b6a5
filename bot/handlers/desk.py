"""The desk takes one command from one member: one transaction, one call, one outcome.

It knows who may ask before the workspace is set up, and that whatever was changed makes the clock look again.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import event
from sqlmodel import Session

from bot.clock import Clock
from bot.commands import reach
from bot.commands.enquiries import Sent, read_sent
from bot.commands.vocabulary import (
    Command,
    JoinChannel,
    OpenHome,
    OpenSetup,
    SetUp,
    ShowHelp,
    ShowStatus,
)
from bot.domain import agency_errors, desk_errors, plan_errors
from bot.domain.enquiries import EnquiriesLogged
from bot.domain.outcomes import Outcome
from bot.domain.outcomes.calendars import CalendarRead
from bot.domain.signed import is_signed
from bot.handlers import away, calendars, lead_web, leaving
from bot.handlers.call import Call, Carrier, Scene
from bot.handlers.carry_out import carry_out
from bot.handlers.help import help_for, show_help
from storage import lead_addresses, members, parked, slack_events, workspaces
from storage.engine import Database
from storage.tables import Member, Workspace

_BEFORE_SET_UP = (OpenSetup, SetUp, ShowHelp, ShowStatus, OpenHome, JoinChannel)
_PATIENCE = 2.4
"""Seconds to wait for the database: Slack gives up on an answer after three and says so in its own words."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where a command came in: the team, who, in which channel, and the event's id where Slack may repeat it."""

    team_id: str
    user_id: str
    channel_id: str = ""
    event_id: str = ""


class Desk:
    """Takes commands, each in a transaction of its own."""

    def __init__(self, database: Database, clock: Clock, carrier: Carrier, *, web_at: str = "") -> None:
        self._database = database
        self._web_at = web_at
        self._clock = clock
        self._carrier = carrier
        self._known: set[tuple[str, str]] = set()
        self._outside: set[tuple[str, str]] = set()

    def take(self, door: Door, asked: Callable[[Call], Command]) -> Outcome | None:
        """Read what was asked and carry it out; None for an event that was taken before."""
        with self._database.transaction(within=_PATIENCE) as session:
            call = self._call(session, door)
            if door.event_id and not slack_events.take(session, call.workspace_id, door.event_id, now=call.now):
                return None
            return self._carried_out(call, asked(call))

    def is_known(self, door: Door) -> bool:
        """Whether this member has asked for something before, in a workspace that was set up by then."""
        return (door.team_id, door.user_id) in self._known

    def is_outside(self, door: Door) -> bool:
        """Whether this member worked for the practice from outside when they last asked for something."""
        return (door.team_id, door.user_id) in self._outside

    def show_help(self, door: Door, command: ShowHelp) -> Outcome:
        """Show help; for whoever is known it needs no look into the database."""
        if self.is_known(door):
            return help_for(command, is_set_up=True, is_outside=self.is_outside(door))
        with self._database.reading() as session:
            return show_help(command, self._call(session, door))

    def _call(self, session: Session, door: Door) -> Call:
        workspace, member = workspaces.with_member(session, door.team_id, door.user_id)
        if workspace is None:
            raise desk_errors.unknown_workspace()
        if member is None:
            raise desk_errors.unknown_member()
        if workspace.set_up_at is not None:
            self._known.add((door.team_id, door.user_id))
        (self._outside.add if member.is_agency else self._outside.discard)((door.team_id, door.user_id))
        return Call(
            session=session,
            workspace=workspace,
            now=self._clock.now(),
            carrier=self._carrier,
            member=member,
            channel_id=door.channel_id,
            web_at=self._web_at,
        )

    def _carried_out(self, call: Call, command: Command) -> Outcome:
        if call.workspace.set_up_at is None and not isinstance(command, _BEFORE_SET_UP):
            raise plan_errors.not_set_up()
        theirs = reach.stays_with(type(command)) if call.member.is_agency else None
        if theirs is not None:
            raise agency_errors.stays(theirs, call.lead().name)
        outcome = carry_out(command, call)
        if isinstance(command, SetUp):
            self._known = {known for known in self._known if known[0] != call.workspace.team_id}
        if _has_changes(call.session):
            workspaces.wake_soon(call.workspace, call.now)
        return outcome

    def read_calendar(self, token: str) -> CalendarRead | None:
        """Read the calendar that a token opens; None where it opens none."""
        with self._database.reading() as session:
            feed = calendars.opened_by(session, token)
            workspace = workspaces.by_id(session, feed.workspace_id) if feed else None
            if feed is None or workspace is None:
                return None
            scene = Scene(session=session, workspace=workspace, now=self._clock.now(), carrier=self._carrier)
            return calendars.read_calendar(scene, feed)

    def take_enquiries(self, token: str, sent: Sent) -> EnquiriesLogged | None:
        """Log what a form sent to its address; None where the address or the signature is not right."""
        with self._database.transaction(within=_PATIENCE) as session:
            address = lead_addresses.by_token(session, token, to_change=True)
            secret = (address.meta_secret if sent.by_meta else address.secret) if address else ""
            workspace = workspaces.by_id(session, address.workspace_id) if address else None
            signed = is_signed(sent.body, sent.signature, secret)
            if not signed or address is None or workspace is None or workspace.set_up_at is None:
                return None
            scene = Scene(session=session, workspace=workspace, now=self._clock.now(), carrier=self._carrier)
            lead_web.check_pace(address, scene.now)
            logged = lead_web.log_enquiries(read_sent(sent, scene.now), scene)
            workspaces.wake_soon(workspace, scene.now)
            return logged

    def knows_lead_address(self, token: str) -> bool:
        """Whether forms may send to this address."""
        with self._database.reading() as session:
            return lead_addresses.by_token(session, token) is not None

    def meet(self, team_id: str, person: Member) -> None:
        """Remember a person as Slack describes them now; `person` belongs to no workspace yet."""
        with self._database.transaction(within=_PATIENCE) as session:
            workspace = workspaces.by_team(session, team_id)
            if workspace is None:
                raise desk_errors.unknown_workspace()
            known = members.by_user(session, workspace.id or 0, person.user_id)
            if known is None:
                known = Member(workspace_id=workspace.id or 0, user_id=person.user_id, seen_at=self._clock.now())
            has_left = person.is_deactivated and not known.is_deactivated
            for field in ("name", "zone", "is_deactivated", "is_foreign", "is_bot", "is_out", "out_until"):
                setattr(known, field, getattr(person, field))
            known.seen_at = self._clock.now()
            session.add(known)
            session.flush()
            scene = Scene(session=session, workspace=workspace, now=known.seen_at, carrier=self._carrier)
            if has_left:
                leaving.hand_on(scene, known)
            if away.notice_status(scene, known) or has_left:
                workspaces.wake_soon(workspace, known.seen_at)

    def lose(self, team_id: str, user_id: str) -> None:
        """Remember that somebody's account is deactivated, and hand on what they had; strangers stay strangers."""
        with self._database.transaction(within=_PATIENCE) as session:
            workspace, member = workspaces.with_member(session, team_id, user_id)
            if workspace is None or member is None or member.is_deactivated:
                return
            member.is_deactivated = True
            session.add(member)
            session.flush()
            scene = Scene(session=session, workspace=workspace, now=self._clock.now(), carrier=self._carrier)
            leaving.hand_on(scene, member)
            workspaces.wake_soon(workspace, scene.now)

    def reopen(self, team_id: str, channel_id: str) -> None:
        """Take up what waited for a channel that was archived."""
        with self._database.transaction(within=_PATIENCE) as session:
            workspace, now = workspaces.by_team(session, team_id), self._clock.now()
            if workspace is not None and parked.unpark(session, workspace.id or 0, channel_id, now):
                workspaces.wake_soon(workspace, now)

    def open_workspace(self, team_id: str, *, name: str, bot_user_id: str) -> Workspace:
        """Make sure that a workspace the app is installed in has its row; take up what waited for it to be back."""
        with self._database.transaction() as session:
            now = self._clock.now()
            workspace = workspaces.ensure(session, team_id, name=name, bot_user_id=bot_user_id, now=now)
            if workspace.unreachable_at is not None:
                parked.unpark(session, workspace.id or 0, "", now)
            return workspace

    def workspace_id(self, team_id: str) -> int | None:
        """Give the row id of a team's workspace; None where the app was never installed or is forgotten."""
        with self._database.reading() as session:
            return workspaces.id_of(session, team_id)

    def forget(self, team_id: str) -> None:
        """Forget every row of a workspace that has removed the app."""
        self._known = {known for known in self._known if known[0] != team_id}
        with self._database.transaction() as session:
            workspaces.remove(session, team_id)


@event.listens_for(Session, "after_flush")
def _mark_changed(session: Session, _context: object) -> None:
    session.info["changed"] = True


def _has_changes(session: Session) -> bool:
    return bool(session.info.get("changed") or session.new or session.dirty or session.deleted)
