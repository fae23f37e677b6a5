"""The doors' error door: a person's mistake gets its sentence, ours an apology with a reference that is also logged."""

import contextlib
import http.client
import secrets
from collections.abc import Callable

import structlog
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.blocks import problems
from bot.blocks.surfaces import Drawn
from bot.domain.errors import PlanError
from bot.handlers.desk import Door
from storage.engine import Unavailable

_NOT_SHOWN = (SlackClientError, OSError, http.client.HTTPException)
"""Slack refuses what is to be shown, is too slow for it, or out of reach; what was asked for is kept all the same."""

_log = structlog.get_logger()


def told(work: Callable[[], Drawn], reply: Callable[[Drawn], object], door: Door) -> None:
    """Do the work and reply with what it drew; whatever goes wrong is told to the person instead."""
    try:
        drawn = work()
    except PlanError as problem:
        _log.info("refused", problem=type(problem).__name__, team=door.team_id)
        drawn = problems.draw_problem(problem)
    except Unavailable as problem:
        _log.error("database unavailable", problem=str(problem.__cause__.__class__.__name__), team=door.team_id)
        drawn = problems.draw_unavailable()
    except Exception:  # noqa: BLE001 - the one place where a bug becomes an apology
        drawn = problems.draw_apology(_reported(door))
    try:
        reply(drawn)
    except _NOT_SHOWN as problem:
        _log.error("reply not shown", why=_why(problem), team=door.team_id)
        with contextlib.suppress(*_NOT_SHOWN):
            reply(problems.draw_not_shown())


def _why(problem: Exception) -> str:
    return str(problem.response.get("error")) if isinstance(problem, SlackApiError) else type(problem).__name__


def _reported(door: Door) -> str:
    reference = secrets.token_hex(3)
    _log.exception("bug", reference=reference, team=door.team_id)
    return reference
