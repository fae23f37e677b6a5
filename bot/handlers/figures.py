"""Figures of posts: what is known, what is missing, and entering it. Every entry is kept, the newest counts."""

from dataclasses import asdict

from bot.commands.vocabulary import LogFigures, OpenFiguresForm, ShowFigures
from bot.domain import figures as counts
from bot.domain import number_errors
from bot.domain.figures import Told
from bot.domain.outcomes.figures import FiguresFormOpened, FiguresLogged, FiguresShown
from bot.handlers.call import Call
from storage import figures, posts
from storage.tables import Figures

_SHOWN = 10


def show_figures(command: ShowFigures, call: Call) -> FiguresShown:  # noqa: ARG001 - every handler takes both
    """Show the posts that are out lately, the newest first."""
    planned = posts.between(call.session, call.workspace_id, call.today - counts.LATELY, call.today)
    out = [post for post in reversed(planned) if post.posted_at is not None]
    known = figures.newest(call.session, call.workspace_id, [post.id or 0 for post in out[:_SHOWN]])
    shown = tuple(Told(post, known.get(post.id or 0)) for post in out[:_SHOWN])
    return FiguresShown(shown, more=len(out) - len(shown))


def open_figures_form(command: OpenFiguresForm, call: Call) -> FiguresFormOpened:
    """Open the form with the newest figures in it."""
    return FiguresFormOpened(_told(command.post_id, call))


def log_figures(command: LogFigures, call: Call) -> FiguresLogged:
    """Remember figures as a new row."""
    before = _told(command.post_id, call)
    given = {count: number for count, number in asdict(command).items() if count in counts.COUNTS}
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
    return FiguresLogged(Told(before.post, row))


def _told(post_id: int, call: Call) -> Told:
    post = posts.by_id(call.session, call.workspace_id, post_id)
    if post is None or post.removed_at is not None:
        raise number_errors.no_such_post()
    if post.posted_at is None:
        raise number_errors.not_out_yet()
    return Told(post, figures.newest(call.session, call.workspace_id, [post_id]).get(post_id))
