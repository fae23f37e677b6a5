"""The errand that sends somebody the card of all duties as a file.

Slack is asked between two transactions, never within one. A file that is sent once more after a crash does no harm.
"""

from slack_sdk import WebClient

from bot.blocks import duties as blocks
from bot.handlers import duties, sheets
from bot.slack import uploads
from bot.slack.sheets import Transaction


def send_card(user_id: str, key: str, transaction: Transaction, client: WebClient) -> None:
    """Send the card as it stands to somebody's direct messages.

    Raises:
        TryLater: Slack is busy or out of reach.
        Unreachable: the app was removed.
    """
    with transaction() as scene:
        covers, practice, today = duties.covers(scene), scene.workspace.name, scene.today
    data = blocks.card(covers, practice, today).encode()
    words = "Who looks after what, to print or read. Whoever changes a duty makes a newer one with `/rounds duties`."
    if not uploads.upload(client, user_id, data, name=f"duties-{today}.md", words=words):
        with transaction() as scene:
            sheets.not_sent(scene, user_id, key)
