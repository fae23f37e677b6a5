"""Where an answer to a click appears: over the message, beside it, in the modal that is open, or on the App Home."""

from typing import Any

import pytest

from bot.blocks.surfaces import Drawn, Home, Message, Modal, Nothing
from bot.listeners import replies

MESSAGE = Message("Done.", [{"type": "section", "text": {"type": "mrkdwn", "text": "Done."}}])
EDITED = Message("Done.", [], in_place=True)
MODAL = Modal({"type": "modal", "private_metadata": '{"post_id": 1}'})
HOME = Home({"type": "home"})
ON_MESSAGE: dict[str, Any] = {"trigger_id": "t", "user": {"id": "U1"}}
IN_MODAL = {**ON_MESSAGE, "view": {"type": "modal", "id": "V1", "blocks": []}}
ON_HOME = {**ON_MESSAGE, "view": {"type": "home", "id": "V2"}}


class Slack:
    """Writes down what it is asked for; stands in for the client, the ack and the answer alike."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def __getattr__(self, method: str) -> Any:
        return lambda **args: self.asked.append((method, args))

    def __call__(self, **args: Any) -> None:
        self.asked.append(("respond", args))


@pytest.mark.parametrize(
    ("body", "drawn", "method"),
    [
        (ON_MESSAGE, MESSAGE, "respond"),
        (ON_MESSAGE, MODAL, "views_open"),
        (ON_MESSAGE, HOME, "views_publish"),
        (ON_MESSAGE, Nothing(), None),
        (IN_MODAL, MESSAGE, "views_update"),
        (IN_MODAL, MODAL, "views_push"),
        (ON_HOME, MESSAGE, "views_open"),
        (ON_HOME, MODAL, "views_open"),
        (ON_HOME, HOME, "views_publish"),
    ],
)
def test_a_click_is_answered_where_it_happened(body: dict[str, Any], drawn: Drawn, method: str | None) -> None:
    slack, acked = Slack(), Slack()
    replies.to_click(acked, slack, slack, body)(drawn)  # type: ignore[arg-type]
    assert [name for name, _ in slack.asked] == ([method] if method else [])
    assert acked.asked == [("respond", {})]


@pytest.mark.parametrize(("drawn", "replaces"), [(MESSAGE, False), (EDITED, True)])
def test_only_what_stands_for_the_message_takes_its_place(drawn: Message, *, replaces: bool) -> None:
    slack = Slack()
    replies.to_click(Slack(), slack, slack, ON_MESSAGE)(drawn)  # type: ignore[arg-type]
    assert slack.asked[0][1]["replace_original"] is replaces


def test_a_form_from_the_home_remembers_that_and_what_it_kept() -> None:
    slack = Slack()
    replies.to_click(Slack(), slack, slack, ON_HOME)(MODAL)  # type: ignore[arg-type]
    view = slack.asked[0][1]["view"]
    assert replies.is_from_home(view)
    assert '"post_id": 1' in view["private_metadata"]
    assert not replies.is_from_home(MODAL.view)


def form(*fields: str) -> dict[str, Any]:
    return {"view": {"blocks": [{"type": "input", "block_id": field} for field in fields]}}


@pytest.mark.parametrize(
    ("body", "problem", "beside"),
    [(form("what", "on"), "on", "on"), (form("what", "on"), "gone", "what"), (form(), "on", None)],
)
def test_a_problem_stands_beside_its_field_or_where_the_form_was(
    body: dict[str, Any], problem: str, beside: str | None
) -> None:
    acked = Slack()
    replies.to_form(acked, body)(Message("Which day?", [], problem_field=problem))  # type: ignore[arg-type]
    (_, said) = acked.asked[0]
    assert said.get("errors") == ({beside: "Which day?"} if beside else None)
    assert said["response_action"] == ("errors" if beside else "update")
