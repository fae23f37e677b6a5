"""Asking Slack whether somebody doesn't want to be disturbed, just before a reminder would go out.

Slack keeps its own reminders quiet meanwhile, but what arrives unheard is read late or never; so a reminder waits until
the quiet is over. Where Slack can't be asked, nobody counts as wanting quiet. It knows no database.
"""

from datetime import UTC, datetime, timedelta

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

LONGEST = timedelta(days=1)
"""After a day it is asked again, because a pause may have been ended by hand."""

_log = structlog.get_logger()


def quiet_until(client: WebClient, user_id: str, now: datetime) -> datetime | None:
    """Give when somebody's Do Not Disturb ends, if it is on now (docs.slack.dev/reference/methods/dnd.info)."""
    try:
        found = client.dnd_info(user=user_id)
    except (SlackClientError, OSError) as error:
        _log.warning("quiet not asked", problem=type(error).__name__)
        return None
    ends = _moment(found.get("snooze_endtime")) if found.get("snooze_enabled") else None
    starts_at, ends_at = _moment(found.get("next_dnd_start_ts")), _moment(found.get("next_dnd_end_ts"))
    if ends is None and found.get("dnd_enabled") and starts_at and ends_at and starts_at <= now:
        ends = ends_at
    return min(ends, now + LONGEST) if ends is not None and ends > now else None


def _moment(seconds: object) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if isinstance(seconds, int) else None
