"""How it looks when a practice is set up, how it is set up, and the first words to whoever brings the bot along."""

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from bot.blocks import duties, kit, saying
from bot.blocks.plan_phrases import capital, listed, place
from bot.blocks.stall import kept_lately
from bot.blocks.surfaces import Message, Nothing, message
from bot.commands import buttons
from bot.commands.vocabulary import OpenSetup
from bot.domain import said
from bot.domain.outcomes.setup import (
    ChannelJoined,
    Settings,
    SponsorsMonth,
    StatusShown,
    Welcomed,
    WorkspaceSetUp,
)
from storage.tables import Member, Role

_MOST_DAYS = 12
_ROLES = {
    Role.LEAD: "Lead",
    Role.BACKUP: "Backup",
    Role.SPONSOR: "Sponsor",
    Role.MARKETING: "Marketing",
    Role.SALES: "Sales",
}


def draw_workspace_set_up(outcome: WorkspaceSetUp) -> Message:
    """Say that everything is ready, and what comes next."""
    settings = outcome.settings
    lead = settings.holders[Role.LEAD]
    leads = "You lead" if lead.id == outcome.viewer_id else f"{saying.name(lead)} leads"
    head = "Rounds is set up." if outcome.is_first else "The settings are saved. Everything you planned stays."
    next_digest = _next_digest(outcome)
    lines = [
        f"*{head}* {leads} the program.",
        next_digest,
        f"If I'm not in {_channels(settings)} yet, type `/invite @Rounds` there, so that I can post.",
    ]
    if outcome.is_first:
        spots = "; ".join(place(spot) for spot in outcome.places)
        lines.append(f"The outline of every week: {spots}. Change it with `/plan cadence`.")
    if settings.agency:
        lines.append(_outside(settings))
    lines.append("*Next:* type `/plan` to see your week.")
    return message(f"{head} Type /plan to see your week.", [kit.SectionBlock("\n".join(lines))])


def draw_status_shown(outcome: StatusShown) -> Message:
    """Show the settings on one page, and first of all what is stuck."""
    settings = outcome.settings
    blocks: list[kit.Block] = [kit.SectionBlock(_trouble(outcome) or "*Rounds is running.* Nothing is stuck.")]
    if outcome.paused_until is not None:
        until = said.day(outcome.paused_until)
        blocks.append(kit.SectionBlock(f"*The plan is paused until {until}.* `/plan resume` lets it go on sooner."))
    blocks.append(kit.SectionBlock("\n".join(_people(settings))))
    next_digest = _next_digest(outcome)
    spots = "; ".join(place(spot) for spot in outcome.places) or "no places yet"
    blocks.append(kit.SectionBlock(f"{next_digest}\n*Outline:* {spots}"))
    blocks.append(kit.SectionBlock("\n".join(_hours(settings, outcome.today))))
    lately = kept_lately(outcome.kept)
    blocks += [kit.SectionBlock(lately)] if lately else []
    not_covered = duties.uncovered(outcome.duties)
    blocks += [kit.SectionBlock(not_covered)] if not_covered else []
    if outcome.sponsors_month is not None:
        blocks.append(kit.SectionBlock(_sponsors_month(outcome.sponsors_month)))
    if outcome.may_edit:
        opens = OpenSetup()
        blocks.append(
            kit.ActionsBlock(
                [kit.Button("Change the settings", buttons.action_of(opens), value=buttons.value_of(opens))]
            )
        )
    return message(f"{_trouble(outcome) or 'Rounds is running.'} {next_digest}".replace("*", ""), blocks)


def draw_channel_joined(outcome: ChannelJoined) -> Nothing:  # noqa: ARG001 - every outcome is drawn
    """Show nothing in the channel; whoever invited the bot hears from it directly."""
    return Nothing()


def draw_welcomed(outcome: Welcomed) -> Message:
    """Say hello once: what this is, and the one next thing to do."""
    hello = "Hello, I'm Rounds. I keep the week's posts moving: who does what by when, and on Mondays how it went."
    if outcome.is_set_up:
        lead = f" {saying.name(outcome.lead)} leads the program." if outcome.lead else ""
        words = f"Thanks for bringing me along.{lead} Type `/plan` to see this week."
        return message(f"{hello} {words}", [kit.SectionBlock(f"{hello}\n{words}")])
    words = "Nothing is set up yet. Type `/rounds setup`, it takes two minutes."
    opens = OpenSetup()
    start = kit.Button("Set up", buttons.action_of(opens), value=buttons.value_of(opens), style="primary")
    return message(f"{hello} {words}", [kit.SectionBlock(f"{hello}\n{words}"), kit.ActionsBlock([start])])


def _next_digest(outcome: WorkspaceSetUp | StatusShown) -> str:
    settings = outcome.settings
    if outcome.next_digest_at is None:
        return "*Next digest:* none, as long as you are closed"
    on = saying.day(outcome.next_digest_at.astimezone(ZoneInfo(settings.zone)).date())
    hours = sorted({settings.digest_hour(channel) for channel in settings.digest_channels})
    at_hour = {
        hour: [each for each in settings.digest_channels if settings.digest_hour(each) == hour] for hour in hours
    }
    where = "; ".join(f"{said.clock(hour)}, in {_listed(channels)}" for hour, channels in at_hour.items())
    return f"*Next digest:* {on}, {where}"


def _channels(settings: Settings) -> str:
    return _listed(settings.digest_channels) or "no channel yet"


def _listed(channels: Iterable[str]) -> str:
    return listed([f"<#{channel}>" for channel in channels])


def _names(people: Iterable[Member]) -> str:
    return listed([saying.name(person) for person in people])


def _outside(settings: Settings) -> str:
    """Say what whoever works from outside sees, and where they had better not be."""
    work = "work" if len(settings.agency) > 1 else "works"
    return (
        f"{_names(settings.agency)} {work} with you from outside: on the plan, its photos and figures, without leads "
        f"or settings. The digest tells of leads, so {_channels(settings)} had better be your own team's."
    )


def _trouble(outcome: StatusShown) -> str:
    if outcome.unreachable_at is not None:
        since = saying.moment(outcome.unreachable_at, ZoneInfo(outcome.settings.zone))
        return f"*I could not reach Slack properly since {since}.* Nothing is lost, it goes out when that works again."
    if outcome.parked:
        count = saying.count(outcome.parked, "message")
        why = "a channel is archived or I am no longer in it, or somebody's account is closed"
        return f"*{capital(count)} could not be delivered:* {why}. I try again once a day."
    return ""


def _sponsors_month(seen: SponsorsMonth) -> str:
    """Say to the lead what the sponsor has done this month; nothing done may mean that nothing was asked."""
    done = [
        saying.count(number, one, many)
        for number, one, many in (
            (seen.looks, "post looked over", "posts looked over"),
            (seen.answers, "question answered", "questions answered"),
            (seen.thanks, "word of thanks", "words of thanks"),
        )
        if number
    ]
    what = listed(done) or "nothing yet, and perhaps nothing was asked"
    return f"*{saying.name(seen.sponsor)} in {said.month(seen.month)}:* {what}. Only you, as the lead, see this."


def _people(settings: Settings) -> Iterable[str]:
    for role, word in _ROLES.items():
        holder = settings.holders.get(role)
        gone = ", whose account is deactivated" if holder is not None and holder.is_deactivated else ""
        yield f"*{word}:* {saying.name(holder)}{gone}"
    if settings.agency:
        yield f"*From outside:* {_names(settings.agency)}"


def _hours(settings: Settings, today: date) -> Iterable[str]:
    yield f"*Opening hours* ({settings.zone.replace('_', ' ')})"
    for weekday, name in enumerate(said.WEEKDAYS):
        yield f"{name[:3]} {settings.opening.text_of(weekday) or 'closed'}"
    ahead = sorted(day for day in settings.opening.closed_days if day >= today)
    if ahead:
        more = f" and {len(ahead) - _MOST_DAYS} more" if len(ahead) > _MOST_DAYS else ""
        yield f"Closed on {', '.join(said.day(day, today) for day in ahead[:_MOST_DAYS])}{more}"
