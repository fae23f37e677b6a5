"""Modals and the Home, as the app asks for them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk.errors import SlackApiError

from simulator import screens

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from simulator.slack import Slack

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "Hello"}}
MODAL: dict[str, Any] = {"type": "modal", "title": {"type": "plain_text", "text": "One"}, "blocks": [SECTION]}
HOME = {"type": "home", "blocks": [SECTION]}
ANA = "UBRIANA0000"


def trigger(slack: Slack, view_id: str | None = None) -> str:
    return slack.passes.trigger(slack.workspace().id, ANA, view_id)


def test_a_trigger_works_once(slack: Slack, client: WebClient) -> None:
    given = trigger(slack)
    client.views_open(trigger_id=given, view=MODAL)
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        client.views_open(trigger_id=given, view=MODAL)


def test_a_trigger_works_for_three_seconds(slack: Slack, client: WebClient) -> None:
    given = trigger(slack)
    slack.clock.skip(timedelta(seconds=4))
    with pytest.raises(SlackApiError, match="expired_trigger_id"):
        client.views_open(trigger_id=given, view=MODAL)
    with pytest.raises(SlackApiError, match="invalid_trigger_id"):
        client.views_open(trigger_id="1.2.3", view=MODAL)


def test_a_refused_view_does_not_use_up_the_trigger(slack: Slack, client: WebClient) -> None:
    given = trigger(slack)
    long_title = {**MODAL, "title": {"type": "plain_text", "text": "x" * 25}}
    with pytest.raises(SlackApiError) as raised:
        client.views_open(trigger_id=given, view=long_title)
    assert raised.value.response["error"] == "invalid_arguments"
    assert raised.value.response["response_metadata"]["messages"] == [
        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"
    ]
    assert client.views_open(trigger_id=given, view=MODAL)["view"]["state"] == {"values": {}}


def test_three_modals_stack_and_no_more(slack: Slack, client: WebClient) -> None:
    view = client.views_open(trigger_id=trigger(slack), view=MODAL)["view"]
    for _ in range(2):
        view = client.views_push(trigger_id=trigger(slack, view["id"]), view=MODAL)["view"]
    with pytest.raises(SlackApiError, match="push_limit_reached"):
        client.views_push(trigger_id=trigger(slack, view["id"]), view=MODAL)
    workspace = slack.workspace()
    assert len(workspace.modals[ANA]) == 3
    screens.close(workspace, ANA)
    assert view["previous_view_id"] == workspace.modals[ANA][-1].id


def test_an_update_with_an_old_hash_is_refused(slack: Slack, client: WebClient) -> None:
    opened = client.views_open(trigger_id=trigger(slack), view=MODAL)["view"]
    client.views_update(view_id=opened["id"], hash=opened["hash"], view=MODAL)
    with pytest.raises(SlackApiError, match="hash_conflict"):
        client.views_update(view_id=opened["id"], hash=opened["hash"], view=MODAL)
    with pytest.raises(SlackApiError, match="not_found"):
        client.views_update(view_id="VNOWHERE", view=MODAL)


def test_a_home_takes_no_modal_and_a_modal_no_home(slack: Slack, client: WebClient) -> None:
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        client.views_publish(user_id=ANA, view=MODAL)
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        client.views_open(trigger_id=trigger(slack), view=HOME)
    first = client.views_publish(user_id=ANA, view=HOME)["view"]
    assert client.views_publish(user_id=ANA, view=HOME)["view"]["id"] == first["id"]


def test_a_view_over_250_kilobytes_is_too_large(slack: Slack, client: WebClient) -> None:
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3000}}] * 90
    with pytest.raises(SlackApiError, match="view_too_large"):
        client.views_open(trigger_id=trigger(slack), view={**MODAL, "blocks": blocks})


def test_an_external_id_is_used_once_at_a_time(slack: Slack, client: WebClient) -> None:
    named = {**MODAL, "external_id": "week"}
    client.views_open(trigger_id=trigger(slack), view=named)
    with pytest.raises(SlackApiError, match="duplicate_external_id"):
        client.views_open(trigger_id=trigger(slack), view=named)
    assert client.views_update(external_id="week", view=MODAL)["ok"]
