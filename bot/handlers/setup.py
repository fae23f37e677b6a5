"""Setting a workspace up and looking at how it is set up."""

from collections.abc import Mapping
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.commands.vocabulary import OpenSetup, SetUp, ShowStatus
from bot.domain import agency_errors, cadence, pauses, plan_errors, practice, practice_errors, reshaping, roles
from bot.domain.hours import Opening
from bot.domain.localtime import first_instant
from bot.domain.outcomes.setup import Settings, SetupFormOpened, StatusShown, WorkspaceSetUp
from bot.domain.rhythm import Rhythm, next_at
from bot.handlers import retiming, thanks
from bot.handlers.cadence import apply, places_of
from bot.handlers.call import Call
from bot.handlers.duties import covers
from bot.handlers.stall import kept_weeks
from storage import lessons, members, posts, standing
from storage.tables import Member, Role, Workspace


def open_setup(command: OpenSetup, call: Call) -> SetupFormOpened:  # noqa: ARG001 - every handler takes its command
    """Open the set-up form: as it is set up, or as the person who asks makes likely."""
    _check_may_set_up(call)
    is_first = call.workspace.set_up_at is None
    settings = settings_of(call)
    zones = practice.zones_offered(call.member.zone, settings.zone) if call.member.zone else practice.zones_offered()
    if is_first:
        settings = Settings(
            zone=call.member.zone if practice.zone_named(call.member.zone) else settings.zone,
            opening=settings.opening if settings.opening.is_ever_open else practice.DEFAULT_OPENING,
            digest_channels=settings.digest_channels,
            digest_weekday=settings.digest_weekday,
            digest_at=settings.digest_at,
            day_first=settings.day_first,
            holders={Role.LEAD: call.member, **settings.holders},
        )
    if settings.zone not in zones:
        zones = practice.zones_offered(settings.zone, *zones)
    return SetupFormOpened(settings, zones, call.today, is_first)


def set_up(command: SetUp, call: Call) -> WorkspaceSetUp:
    """Set the workspace up, or change how it is set up; everything that is planned stays."""
    _check_may_set_up(call)
    practice.check(
        zone=command.zone,
        opening=command.opening,
        channels=command.digest_channels,
        digest_weekday=command.digest_weekday,
    )
    holders = _holders(command, call)
    agency = _agency(command, call, holders)
    workspace = call.workspace
    is_first, zone_before = workspace.set_up_at is None, workspace.zone
    _write_down(command, workspace, today=call.now.astimezone(ZoneInfo(command.zone)).date())
    workspace.set_up_at = workspace.set_up_at or call.now
    for role in Role:
        members.hold(call.session, call.workspace_id, role, holders.get(role))
    _name_agency(call, agency)
    if not places_of(call):
        apply(reshaping.compare((), cadence.DEFAULT), (), call, ZoneInfo(workspace.zone))
    call.session.flush()
    if not is_first and zone_before != workspace.zone:
        _keep_wall_clock(ZoneInfo(zone_before), ZoneInfo(workspace.zone), call)
    settings = settings_of(call)
    zone = ZoneInfo(workspace.zone)
    next_digest_at = _next_digest_at(call, settings.opening, zone)
    return WorkspaceSetUp(settings, places_of(call), next_digest_at, is_first, call.member_id)


def show_status(command: ShowStatus, call: Call) -> StatusShown:  # noqa: ARG001 - as above
    """Show how the workspace is set up, and whether a message is stuck."""
    if call.workspace.set_up_at is None:
        raise plan_errors.not_set_up()
    workspace = call.workspace
    settings = settings_of(call)
    may_edit = roles.may_set_up(call.member, settings.holders)
    return StatusShown(
        settings=settings,
        places=places_of(call),
        next_digest_at=_next_digest_at(call, settings.opening, call.zone),
        today=call.today,
        parked=standing.parked(call.session, call.workspace_id),
        unreachable_at=workspace.unreachable_at,
        may_edit=may_edit,
        duties=covers(call) if may_edit else (),
        kept=kept_weeks(call),
        paused_until=pauses.until(workspace.pauses, call.today),
        sponsors_month=thanks.sponsors_month(call),
    )


def settings_of(call: Call) -> Settings:
    """Give how the workspace is set up right now."""
    workspace = call.workspace
    return Settings(
        zone=workspace.zone,
        opening=Opening.from_json(workspace.opening),
        digest_channels=tuple(workspace.digest_channels),
        digest_weekday=workspace.digest_weekday,
        digest_at=workspace.digest_at,
        day_first=workspace.day_first,
        holders=members.holders(call.session, call.workspace_id),
        answer_minutes=workspace.answer_minutes,
        digest_hours={channel: time.fromisoformat(at) for channel, at in workspace.digest_hours.items()},
        agency=members.of_agency(call.session, call.workspace_id),
    )


def _next_digest_at(call: Call, opening: Opening, zone: ZoneInfo) -> datetime | None:
    rhythm = Rhythm.of(call.workspace, call.workspace.set_up_at or call.now)
    return next_at(rhythm, opening, call.now, zone)


def _check_may_set_up(call: Call) -> None:
    holders = members.holders(call.session, call.workspace_id)
    if call.workspace.set_up_at is not None and not roles.may_set_up(call.member, holders):
        raise practice_errors.not_yours_to_set_up(call.lead().name)


def _holders(command: SetUp, call: Call) -> dict[Role, Member]:
    if not command.lead:
        raise practice_errors.no_lead()
    wanted = {
        Role.LEAD: command.lead,
        Role.BACKUP: command.backup,
        Role.SPONSOR: command.sponsor,
        Role.MARKETING: command.marketing,
        Role.SALES: command.sales,
    }
    holders = {
        role: roles.can_be_asked(members.by_user(call.session, call.workspace_id, user_id), field=str(role))
        for role, user_id in wanted.items()
        if user_id
    }
    if command.backup == command.lead:
        raise practice_errors.steps_in_for_themselves(holders[Role.LEAD].name)
    return holders


def _agency(command: SetUp, call: Call, holders: Mapping[Role, Member]) -> dict[int, Member]:
    """Give, by row id, who works for the practice from outside from now on; none of them holds a role."""
    wanted = [members.by_user(call.session, call.workspace_id, user_id) for user_id in command.agency]
    named = {person.id or 0: person for person in (roles.can_be_asked(each, field="agency") for each in wanted)}
    for holder in holders.values():
        if holder.id in named:
            raise agency_errors.holds_a_role(holder.name)
    return named


def _name_agency(call: Call, named: Mapping[int, Member]) -> None:
    for person in members.everybody(call.session, call.workspace_id):
        is_agency = person.id in named
        if is_agency and not person.is_agency:
            lessons.stop(call.session, call.workspace_id, person.id or 0)
        person.is_agency = is_agency


def _write_down(command: SetUp, workspace: Workspace, *, today: date) -> None:
    before = Opening.from_json(workspace.opening)
    workspace.zone = command.zone
    workspace.opening = practice.with_past_closed_days(command.opening, before, today).to_json()
    workspace.digest_channels = list(command.digest_channels)
    workspace.digest_weekday = command.digest_weekday
    workspace.digest_at = command.digest_at
    apart = ((channel, at) for channel, at in command.digest_hours if at != command.digest_at)
    workspace.digest_hours = {channel: at.isoformat("minutes") for channel, at in apart}
    workspace.day_first = command.day_first
    workspace.answer_minutes = command.answer_minutes


def _keep_wall_clock(before: ZoneInfo, zone: ZoneInfo, call: Call) -> None:
    """Let the posts to come go out at the hour people read in the plan, now that the hour is another zone's."""
    opening = Opening.from_json(call.workspace.opening)
    for post in posts.to_come(call.session, call.workspace_id, call.now):
        was_at = post.publish_at
        post.publish_at = first_instant(post.on, was_at.astimezone(before).time(), zone)
        retiming.retime(call, post, before=was_at, opening=opening, zone=zone)
