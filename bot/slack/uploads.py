"""Sending somebody a file in their direct messages. It refuses to know what is in it."""

from datetime import timedelta

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.slack import files
from bot.slack.delivery import TryLater

_SOON = timedelta(seconds=30)


def upload(client: WebClient, user_id: str, data: bytes, *, name: str, words: str) -> bool:
    """Send a file with a few words; False where the app may not send files in this workspace.

    Raises:
        TryLater: Slack is busy or out of reach.
        Unreachable: the app was removed.
    """
    try:
        channel = client.conversations_open(users=user_id)["channel"]["id"]
        client.files_upload_v2(channel=channel, content=data, filename=name, title=name, initial_comment=words)
    except SlackApiError as error:
        if error.response.get("error") != "missing_scope":
            raise files.meaning(error) from error
        return False
    except (OSError, SlackClientError) as error:
        raise TryLater(_SOON, reason=type(error).__name__) from error
    return True
