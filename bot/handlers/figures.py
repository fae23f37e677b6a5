"""Figures of posts: what is known, where it comes from, what is missing, and entering it. Every entry is kept."""

from dataclasses import asdict
from datetime import timedelta

from bot.commands.vocabulary import LogFigures, OpenFiguresForm, ShowFigures
from bot.domain import comments, number_errors, places, snapshots, spent
from bot.domain import figures as counts
from bot.domain.counts import COUNTS
from bot.domain.figures import Told
from bot.domain.outcomes.figures import FiguresFormOpened, FiguresLogged, FiguresShown
from bot.domain.weeks import Week
from bot.handlers import accounts, open_comments
from bot.handlers.call import Call
from storage import figures, files, members, posts, spending
from storage import places as kept_places
from storage.tables import Figures

_SHOWN = 10
_TRACED = 8
"""So many snapshots of a post are told of."""
_LONG_AGO = timedelta(days=62)


def show_figures(command: ShowFigures, call: Call) -> FiguresShown:  # noqa: ARG001 - every handler takes both
    """Show the posts that are out lately, the newest first."""
    planned = posts.between(call.session, call.workspace_id, call.today - counts.LATELY, call.today)
    out = [post for post in reversed(planned) if post.posted_at is not None]
    known = figures.of_posts(call.session, call.workspace_id, [post.id or 0 for post in out[:_SHOWN]])
    shown = tuple(Told.of(post, known.get(post.id or 0, ()), call.zone) for post in out[:_SHOWN])
    week = Week.of(call.today).previous()
    since = call.today - _LONG_AGO
    longer = places.longer(kept_places.between(call.session, call.workspace_id, since - _LONG_AGO, call.today), since)
    return FiguresShown(
        shown,
        more=len(out) - len(shown),
        week=week,
        accounts=accounts.known_of(call, week),
        longer=longer,
        spent={} if call.member.is_agency else _spent(call),
        talks=comments.talks(open_comments.under([each.post.id or 0 for each in shown], call)),
    )


def open_figures_form(command: OpenFiguresForm, call: Call) -> FiguresFormOpened:
    """Open the form with the newest figures in it."""
    told = _told(command.post_id, call)
    rows = figures.of_posts(call.session, call.workspace_id, [command.post_id]).get(command.post_id, [])
    history = tuple(snapshots.history(rows, call.zone)[:_TRACED])
    brought = files.by_ids(call.session, call.workspace_id, [row.file_id for row in history if row.file_id])
    people = {member.id or 0: member for member in members.everybody(call.session, call.workspace_id)}
    return FiguresFormOpened(told, history, brought, people, call.zone)


def log_figures(command: LogFigures, call: Call) -> FiguresLogged:
    """Remember figures as a new row."""
    before = _told(command.post_id, call)
    given = {count: number for count, number in asdict(command).items() if count in COUNTS}
    counts.check(given, had_some=before.has_figures)
    row = Figures(
        workspace_id=call.workspace_id,
        post_id=command.post_id,
        entered_by=call.member_id,
        entered_at=call.now,
        **given,
    )
    call.session.add(row)
    call.session.flush()
    return FiguresLogged(_told(command.post_id, call))


def _told(post_id: int, call: Call) -> Told:
    post = posts.by_id(call.session, call.workspace_id, post_id)
    if post is None or post.removed_at is not None:
        raise number_errors.no_such_post()
    if post.posted_at is None:
        raise number_errors.not_out_yet()
    return Told.of(post, figures.of_posts(call.session, call.workspace_id, [post_id]).get(post_id, ()), call.zone)


def _spent(call: Call) -> dict[tuple[str, str], int]:
    """Give what was spent this month and last, in cents by month and currency."""
    this = call.today.replace(day=1)
    last = (this - timedelta(days=1)).replace(day=1)
    rows = spending.between(call.session, call.workspace_id, last, call.today)
    sums: dict[tuple[str, str], float] = {}
    for first, end in ((last, this - timedelta(days=1)), (this, call.today)):
        for row, part in spent.counted(rows, first, end):
            key = (f"{first:%Y-%m}", row.currency)
            sums[key] = sums.get(key, 0) + part
    return {key: round(cents) for key, cents in sums.items() if round(cents)}
