"""Less common things people do: menus filled by the app, shortcuts, threads, private channels, two at once."""

from __future__ import annotations

import io
import threading
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from slack_sdk.errors import SlackApiError

from simulator import acts

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import Ack, App, Respond
    from slack_sdk import WebClient

    from simulator.rows import Message
    from simulator.slack import Slack

EXTERNAL: list[dict[str, Any]] = [
    {
        "type": "section",
        "block_id": "who",
        "text": {"type": "mrkdwn", "text": "Who"},
        "accessory": {"type": "external_select", "action_id": "find", "min_query_length": 1},
    }
]
CLAIM: list[dict[str, Any]] = [
    {
        "type": "actions",
        "elements": [{"type": "button", "action_id": "claim", "text": {"type": "plain_text", "text": "I'll do it"}}],
    }
]


def posted(slack: Slack, client: WebClient, blocks: list[dict[str, Any]]) -> Message:
    ts = client.chat_postMessage(channel="#social", text="x", blocks=blocks)["ts"]
    message = slack.workspace().channel("social").message(ts)
    assert message is not None
    return message


def test_an_external_menu_asks_the_app_for_its_options(
    slack: Slack, bolt: App, over_http: Callable[[], object]
) -> None:
    chosen: list[str] = []

    @bolt.options("find")
    def find(ack: Ack, payload: dict[str, Any]) -> None:
        names = [name for name in ("Ana", "Ben") if name.lower().startswith(payload["value"])]
        ack(options=[{"text": {"type": "plain_text", "text": name}, "value": name} for name in names])

    @bolt.action("find")
    def found(ack: Ack, action: dict[str, Any]) -> None:
        ack()
        chosen.append(action["selected_option"]["value"])

    over_http()
    message = posted(slack, bolt.client, EXTERNAL)
    ana = slack.workspace().person("ana")
    assert acts.suggestions(slack, ana, message, "find", "") == []
    offered = acts.suggestions(slack, ana, message, "find", "b")
    assert [option["value"] for option in offered] == ["Ben"]
    acts.act_on_block(slack, ana, message, "find", "Ben", offered=offered)
    assert chosen == ["Ben"]


def test_an_option_that_is_not_offered_cannot_be_chosen(slack: Slack, client: WebClient) -> None:
    message = posted(slack, client, EXTERNAL)
    with pytest.raises(LookupError, match="Carol"):
        acts.act_on_block(slack, slack.workspace().person("ana"), message, "find", "Carol", offered=[])
    with pytest.raises(LookupError, match="nowhere"):
        acts.act_on_block(slack, slack.workspace().person("ana"), message, "nowhere")


def test_a_menu_of_conversations_begins_with_the_one_the_modal_was_opened_from(
    slack: Slack, bolt: App, over_http: Callable[[], object]
) -> None:
    label = {"type": "plain_text", "text": "Where"}
    menus = [
        {"type": kind, "action_id": kind, "default_to_current_conversation": True}
        for kind in ("conversations_select", "multi_conversations_select")
    ]
    blocks = [{"type": "input", "block_id": menu["type"], "label": label, "element": menu} for menu in menus]
    view = {"type": "modal", "title": label, "submit": label, "blocks": blocks}

    @bolt.command("/greet")
    def greet(ack: Ack, command: dict[str, Any], client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=command["trigger_id"], view=view)

    over_http()
    practice = slack.workspace()
    acts.slash_command(slack, practice.person("ana"), practice.channel("social"), "/greet", "")
    opened = practice.top_modal(practice.person("ana").id)
    assert opened is not None
    social = practice.channel("social").id
    one, several = opened.state["conversations_select"], opened.state["multi_conversations_select"]
    assert one["conversations_select"]["selected_conversation"] == social
    assert several["multi_conversations_select"]["selected_conversations"] == [social]


def test_what_the_app_did_not_answer_stands_beside_the_button_until_it_does(
    slack: Slack, client: WebClient, bolt: App, over_http: Callable[[], object]
) -> None:
    message = posted(slack, client, CLAIM)
    ana = slack.workspace().person("ana")
    place = message.blocks[0]["block_id"]
    alone = acts.act_on_block(slack, ana, message, "claim")
    assert alone.error
    assert message.trouble == {ana.id: {place: alone.error}}

    @bolt.action("claim")
    def claim(ack: Ack) -> None:
        ack()

    over_http()
    assert acts.act_on_block(slack, ana, message, "claim").ok
    assert message.trouble == {ana.id: {}}


def test_an_ephemeral_message_answers_in_its_place_and_carries_no_message(
    slack: Slack, bolt: App, over_http: Callable[[], object]
) -> None:
    heard: list[dict[str, Any]] = []

    @bolt.action("claim")
    def claim(ack: Ack, respond: Respond, body: dict[str, Any]) -> None:
        ack()
        heard.append(body)
        respond("Thank you", replace_original=True)

    over_http()
    workspace = slack.workspace()
    ben, social = workspace.person("ben"), workspace.channel("social")
    bolt.client.chat_postEphemeral(channel=social.id, user=ben.id, text="x", blocks=CLAIM)
    [message] = social.seen_by(ben.id)
    acts.act_on_block(slack, ben, message, "claim")
    assert "message" not in heard[0]
    assert heard[0]["container"]["is_ephemeral"] is True
    assert [m.text for m in social.seen_by(ben.id)] == ["Thank you"]
    assert social.seen_by(workspace.person("ana").id) == []


def test_two_people_can_press_at_the_same_time(slack: Slack, bolt: App, over_http: Callable[[], object]) -> None:
    both = threading.Barrier(2, timeout=10)
    heard: list[str] = []

    @bolt.action("claim")
    def claim(ack: Ack, body: dict[str, Any]) -> None:
        both.wait()
        ack()
        heard.append(body["user"]["id"])

    over_http()
    message = posted(slack, bolt.client, CLAIM)
    people = [slack.workspace().person(name) for name in ("ana", "ben")]
    threads = [threading.Thread(target=acts.act_on_block, args=(slack, p, message, "claim")) for p in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(heard) == sorted(person.id for person in people)


def test_a_global_shortcut_opens_a_modal(slack: Slack, bolt: App, over_http: Callable[[], object]) -> None:
    @bolt.shortcut({"callback_id": "start", "type": "shortcut"})
    def start(ack: Ack, shortcut: dict[str, Any], client: WebClient) -> None:
        ack()
        title = {"type": "plain_text", "text": "Start"}
        blocks = [{"type": "section", "text": title}]
        client.views_open(trigger_id=shortcut["trigger_id"], view={"type": "modal", "title": title, "blocks": blocks})
        assert "response_url" not in shortcut

    over_http()
    view = acts.global_shortcut(slack, slack.workspace().person("ana"), "start").view
    assert view is not None
    assert view.body["title"]["text"] == "Start"


def test_an_answer_in_a_thread_says_which(slack: Slack, bolt: App, over_http: Callable[[], object]) -> None:
    heard: list[dict[str, Any]] = []

    @bolt.event("message")
    def message(event: dict[str, Any]) -> None:
        heard.append(event)

    over_http()
    workspace = slack.workspace()
    ana, social = workspace.person("ana"), workspace.channel("social")
    root = acts.post_message(slack, ana, social, "Who?").message
    assert root is not None
    acts.post_message(slack, ana, social, "Me", thread_ts=root.ts)
    assert [(event["text"], event.get("thread_ts")) for event in heard] == [("Who?", None), ("Me", root.ts)]
    assert [m.text for m in social.replies(root.ts)] == ["Me"]


def test_a_private_channel_is_unknown_to_a_bot_outside(slack: Slack, client: WebClient) -> None:
    workspace = slack.workspace()
    secret = workspace.add_channel("owners", members=[workspace.person("reyes").id], kind="private")
    with pytest.raises(SlackApiError, match="channel_not_found"):
        client.conversations_info(channel=secret.id)
    acts.invite_app(slack, workspace.person("reyes"), secret)
    assert client.conversations_info(channel=secret.id)["channel"]["is_private"]


def test_a_picture_has_smaller_sizes_and_a_text_has_none(slack: Slack, client: WebClient) -> None:
    out = io.BytesIO()
    Image.new("RGB", (1600, 800), "teal").save(out, "JPEG")
    workspace = slack.workspace()
    ben, social = workspace.person("ben"), workspace.channel("social")
    shared = acts.upload_file(slack, ben, social, out.getvalue(), name="room.jpg").file
    broken = acts.upload_file(slack, ben, social, b"no picture at all", name="fake.jpg").file
    assert shared is not None
    assert broken is not None
    file = client.files_info(file=shared.id)["file"]
    assert (file["original_w"], file["thumb_360_w"], file["thumb_360_h"]) == (1600, 360, 180)
    assert "thumb_360" not in client.files_info(file=broken.id)["file"]
    request = urllib.request.Request(file["thumb_720"], headers={"Authorization": f"Bearer {client.token}"})  # noqa: S310
    with urllib.request.urlopen(request) as answer:  # noqa: S310
        assert Image.open(io.BytesIO(answer.read())).size == (720, 360)


def test_a_revoked_or_uninstalled_app_is_told(slack: Slack, bolt: App, over_http: Callable[[], object]) -> None:
    heard: list[str] = []

    @bolt.event("tokens_revoked")
    def revoked() -> None:
        heard.append("tokens_revoked")

    @bolt.event("app_uninstalled")
    def uninstalled() -> None:
        heard.append("app_uninstalled")

    over_http()
    secret = {"client_id": slack.app.client_id, "client_secret": slack.app.client_secret}
    bolt.client.auth_test()
    assert bolt.client.apps_uninstall(**secret)["ok"]
    slack.events.settle()
    assert sorted(heard) == ["app_uninstalled", "tokens_revoked"]
