"""What Bright Smile Dental did in the twelve weeks before the demo begins: posts, figures, leads and comments.

The numbers are made up and always the same. They are rows, as the practice's own clicks would have left them.
"""

from datetime import UTC, date, datetime, time, timedelta

from sqlmodel import Session

from bot.domain.comments import Told
from storage import members, slots, workspaces
from storage.tables import Comment, Ending, Figures, Kind, Lead, Member, Post, Role, Slot, Stage, Tone, Workspace

_WEEKS = 12
# One row a week, oldest first: leads from Instagram, by phone, by referral; of them booked; posts that went out.
_LEADS = ((2, 2, 1), (1, 3, 0), (3, 1, 1), (2, 2, 0), (1, 2, 1), (3, 2, 1), (2, 1, 1), (2, 3, 0), (1, 2, 2), (3, 2, 0),
          (2, 2, 1), (4, 2, 1))  # fmt: skip
_TITLES = {
    Kind.SERVICE: ("What a cleaning does", "Night guards", "Sealants, explained", "Whitening without the sting"),
    Kind.HUMAN: ("Maria's first patient day", "Our sterilizing corner", "Ben's favorite tool", "Twenty years of Sarah"),
    Kind.COMMUNITY: ("The bakery next door", "Little League sponsors", "Food drive", "Library reading hour"),
}


def remember(session: Session, team_id: str, now: datetime) -> None:
    """Put the weeks before into the practice's rows, and let it count as set up since they began."""
    workspace = workspaces.by_team(session, team_id)
    if workspace is None or workspace.id is None:
        raise RuntimeError("the practice has not set Rounds up")
    holders = members.holders(session, workspace.id)
    places = slots.standing(session, workspace.id, now.date())
    monday = now.date() - timedelta(days=now.weekday())
    for place in places:
        place.since_on = monday - timedelta(weeks=_WEEKS)
    workspace.set_up_at = now - timedelta(weeks=_WEEKS, days=1)
    for back, counts in zip(range(_WEEKS, 0, -1), _LEADS, strict=True):
        first = monday - timedelta(weeks=back - 1)
        for turn, place in enumerate(places):
            if (back + turn) % 7 and first + timedelta(days=place.weekday) < now.date():
                _remember_post(session, workspace, place, first, holders[Role.MARKETING])
        for source, count in zip(("instagram", "phone", "referral"), counts, strict=True):
            for turn in range(count):
                _remember_lead(session, workspace, source, first + timedelta(days=turn % 4), holders[Role.SALES])
        for turn in range(1 + back % 4):
            if first + timedelta(days=turn) < now.date():
                _remember_comment(session, workspace, first + timedelta(days=turn), holders[Role.MARKETING])
    session.add(workspace)


def _remember_comment(session: Session, workspace: Workspace, on: date, ana: Member) -> None:
    workspace.comments_numbered += 1
    number = workspace.comments_numbered
    wrote_at = datetime.combine(on, time(14, 5 * (number % 12)), UTC)
    minutes = 10 + (number * 37) % 100
    session.add(
        Comment(
            workspace_id=workspace.id or 0,
            number=number,
            network=("instagram", "google", "facebook")[number % 3],
            tone=(Tone.QUESTION, Tone.PRAISE)[number % 2],
            wrote_at=wrote_at,
            due_at=wrote_at + timedelta(hours=6),
            logged_at=wrote_at,
            logged_by=ana.id,
            told=Told.ONCE,
            ending=Ending.ANSWERED,
            closed_at=wrote_at + timedelta(minutes=minutes),
            closed_by=ana.id,
            open_minutes=minutes,
        )
    )


def _remember_post(session: Session, workspace: Workspace, place: Slot, monday: date, ana: Member) -> None:
    workspace.posts_numbered += 1
    number = workspace.posts_numbered
    on = monday + timedelta(days=place.weekday)
    at = datetime.combine(on, place.at, UTC) + timedelta(hours=5)
    titles = _TITLES[Kind(place.kind)]
    post = Post(
        workspace_id=workspace.id or 0,
        number=number,
        slot_id=place.id,
        on=on,
        publish_at=at,
        kind=place.kind,
        what=titles[number % len(titles)],
        network="instagram",
        added_by=ana.id,
        added_at=at - timedelta(days=5),
        posted_at=at,
        posted_link=f"https://www.instagram.com/p/BrightSmile{number}/",
    )
    session.add(post)
    session.flush()
    reach = 310 + (number * 97) % 260 + (160 if place.kind == Kind.HUMAN else 0)
    session.add(
        Figures(
            workspace_id=workspace.id or 0,
            post_id=post.id or 0,
            entered_by=ana.id,
            entered_at=at + timedelta(days=3),
            reach=reach,
            views=reach + reach // 4,
            reactions=reach // 14,
            comments=(number * 5) % 9,
            shares=(number * 3) % 5,
            saves=None if number % 4 == 0 else (number * 7) % 6,
        )
    )


def _remember_lead(session: Session, workspace: Workspace, source: str, on: date, sarah: Member) -> None:
    workspace.leads_numbered += 1
    number = workspace.leads_numbered
    at = datetime.combine(on, time(16, 0), UTC)
    lead = Lead(
        workspace_id=workspace.id or 0,
        number=number,
        said=source if number % 3 else "",
        guessed="" if number % 4 == 0 else source,
        came_on=on,
        came_at=at,
        logged_by=sarah.id,
        logged_at=at,
    )
    lead.reached_at, lead.stage = at + timedelta(hours=3), Stage.REACHED
    if number % 5 in (1, 3):
        lead.booked_at, lead.stage = at + timedelta(days=2), Stage.BOOKED
        if number % 3:
            lead.shown_at, lead.stage = at + timedelta(days=9), Stage.SHOWN
    elif number % 5 == 4:
        lead.lost_at, lead.stage, lead.lost_reason = at + timedelta(days=6), Stage.LOST, "no answer"
    session.add(lead)
