"""The Web API as slack_sdk's own client sees it."""

from __future__ import annotations

import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from simulator import acts
from simulator.manifest import App
from simulator.seeds import side_by_side
from simulator.server import serve
from simulator.slack import Options, Slack

if TYPE_CHECKING:
    from collections.abc import Callable

SECTION: dict[str, Any] = {"type": "section", "text": {"type": "mrkdwn", "text": "Hello"}}


def error_of(call: Callable[[], object]) -> str:
    with pytest.raises(SlackApiError) as raised:
        call()
    error: str = raised.value.response["error"]
    return error


def test_the_token_says_who_is_calling(slack: Slack, client: WebClient) -> None:
    answer = client.auth_test()
    assert (answer["team"], answer["user"], answer["user_id"]) == ("Bright Smile Dental", "greeter", "UBRIBOT0000")
    assert error_of(lambda: client.auth_test(token="xoxb-wrong")) == "invalid_auth"
    assert error_of(WebClient(base_url=f"{slack.url}/api/").auth_test) == "not_authed"
    assert error_of(lambda: client.auth_test(token=slack.app.app_token)) == "not_allowed_token_type"
    slack.revoke_token(slack.workspace())
    assert error_of(client.auth_test) == "token_revoked"


def test_what_the_token_may_do_stands_in_a_header(slack: Slack, client: WebClient) -> None:
    granted = slack.app.manifest.scopes
    assert granted
    assert set(client.auth_test().headers["x-oauth-scopes"].split(",")) == granted


def test_an_uninstalled_app_is_inactive(slack: Slack, client: WebClient) -> None:
    acts.uninstall_app(slack, slack.workspace())
    assert error_of(client.auth_test) == "account_inactive"


def test_a_missing_scope_is_named(client: WebClient) -> None:
    with pytest.raises(SlackApiError) as raised:
        client.team_info()
    answer = raised.value.response
    assert (answer["error"], answer["needed"]) == ("missing_scope", "team:read")
    assert "chat:write" in answer["provided"]


def test_an_unknown_method_is_said_to_be_unknown(client: WebClient) -> None:
    assert error_of(lambda: client.api_call("chat.sing")) == "unknown_method"


def test_a_missing_argument_is_named(client: WebClient) -> None:
    with pytest.raises(SlackApiError) as raised:
        client.api_call("users.info")
    assert raised.value.response["error"] == "invalid_arguments"
    assert raised.value.response["response_metadata"]["messages"] == ["[ERROR] missing required field: user"]


def test_people_and_channels_are_listed_in_pages(client: WebClient) -> None:
    names = [member["name"] for page in client.users_list(limit=2) for member in page["members"]]
    assert names == ["ana", "ben", "sarah", "reyes", "greeter"]
    channels = client.conversations_list(types="public_channel", limit=2)
    assert [channel["name"] for channel in channels["channels"]] == ["social", "front-desk"]
    assert channels["response_metadata"]["next_cursor"]
    assert client.users_info(user="UBRIANA0000")["user"]["tz"] == "America/New_York"
    assert error_of(lambda: client.users_info(user="UNOBODY")) == "user_not_found"


def test_an_address_is_shown_only_with_its_scope(client: WebClient) -> None:
    assert "email" not in client.users_info(user="UBRIANA0000")["user"]["profile"]
    assert error_of(lambda: client.users_lookupByEmail(email="ana@bright-smile.example")) == "missing_scope"


def test_a_message_is_posted_edited_threaded_and_deleted(slack: Slack, client: WebClient) -> None:
    social = slack.workspace().channel("social")
    first = client.chat_postMessage(channel="#social", text="One", blocks=[SECTION])
    reply = client.chat_postMessage(channel=social.id, text="Two", thread_ts=first["ts"])
    client.chat_update(channel=social.id, ts=first["ts"], text="One, changed")

    history = client.conversations_history(channel=social.id)["messages"]
    assert [message["text"] for message in history] == ["One, changed"]
    assert "blocks" not in history[0]
    assert history[0]["reply_count"] == 1
    thread = client.conversations_replies(channel=social.id, ts=first["ts"])["messages"]
    assert [message["text"] for message in thread] == ["One, changed", "Two"]

    client.chat_delete(channel=social.id, ts=reply["ts"])
    assert error_of(lambda: client.chat_delete(channel=social.id, ts=reply["ts"])) == "message_not_found"
    assert client.chat_getPermalink(channel=social.id, message_ts=first["ts"])["permalink"].startswith(slack.url)


def test_timestamps_come_from_the_clock_and_rise(slack: Slack, client: WebClient) -> None:
    stamps = [client.chat_postMessage(channel="#social", text=str(number))["ts"] for number in range(3)]
    start = int(slack.clock.now().timestamp())
    assert stamps == [f"{start}.000000", f"{start}.000001", f"{start}.000002"]


def test_metadata_comes_back_only_when_asked_for(client: WebClient) -> None:
    metadata = {"event_type": "delivery", "event_payload": {"key": "digest/2026-W48"}}
    posted = client.chat_postMessage(channel="CBRISOCIAL0", text="One", metadata=metadata)
    plain = client.conversations_history(channel="CBRISOCIAL0")["messages"][0]
    full = client.conversations_history(channel="CBRISOCIAL0", include_all_metadata=True)["messages"][0]
    assert "metadata" not in plain
    assert (full["ts"], full["metadata"]) == (posted["ts"], metadata)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"channel": "CNOWHERE", "text": "x"}, "channel_not_found"),
        ({"channel": "#general", "text": "x"}, "not_in_channel"),
        ({"channel": "#social", "text": " "}, "no_text"),
        ({"channel": "#social", "text": "x" * 40_001}, "msg_too_long"),
        ({"channel": "#social", "text": "x", "blocks": [{"type": "sculpture"}]}, "invalid_blocks"),
        ({"channel": "#social", "text": "x", "blocks": [SECTION] * 51}, "invalid_blocks"),
        ({"channel": "#social", "text": "x", "blocks": "[{"}, "invalid_blocks_format"),
        ({"channel": "#social", "text": "x", "metadata": {"event_type": 5}}, "invalid_metadata_schema"),
        ({"channel": "#social", "text": "x", "thread_ts": "1.000000"}, "cannot_reply_to_message"),
        ({"channel": "#social", "text": "x", "markdown_text": "x"}, "markdown_text_conflict"),
        (
            {
                "channel": "#social",
                "text": "x",
                "blocks": [{"type": "section", "text": {"type": "plain_text", "text": "x" * 3000}}] * 5,
            },
            "msg_blocks_too_long",
        ),
    ],
)
def test_a_message_is_refused_with_slacks_word(client: WebClient, arguments: dict[str, Any], error: str) -> None:
    assert error_of(lambda: client.api_call("chat.postMessage", json=arguments)) == error


def test_a_refused_block_is_pointed_at(client: WebClient) -> None:
    blocks = [SECTION, {"type": "header", "text": {"type": "mrkdwn", "text": "No"}}]
    with pytest.raises(SlackApiError) as raised:
        client.chat_postMessage(channel="#social", text="x", blocks=blocks)
    messages = raised.value.response["response_metadata"]["messages"]
    assert messages == ["[ERROR] unsupported type: mrkdwn [json-pointer:/blocks/1/text/type]"]


def test_an_archived_channel_takes_nothing(slack: Slack, client: WebClient) -> None:
    acts.archive_channel(slack, slack.workspace().person("ana"), slack.workspace().channel("social"))
    assert error_of(lambda: client.chat_postMessage(channel="#social", text="x")) == "is_archived"


def test_a_removed_bot_may_not_post(slack: Slack, client: WebClient) -> None:
    acts.kick_app(slack, slack.workspace().person("ana"), slack.workspace().channel("social"))
    assert error_of(lambda: client.chat_postMessage(channel="#social", text="x")) == "not_in_channel"


def test_only_own_messages_can_be_changed(slack: Slack, client: WebClient) -> None:
    social = slack.workspace().channel("social")
    message = acts.post_message(slack, slack.workspace().person("ana"), social, "Mine").message
    assert message is not None
    assert error_of(lambda: client.chat_update(channel=social.id, ts=message.ts, text="x")) == "cant_update_message"
    own = client.chat_postMessage(channel=social.id, text="x")["ts"]
    long = "&" * 1000
    assert error_of(lambda: client.chat_update(channel=social.id, ts=own, text=long)) == "msg_too_long"


def test_a_direct_message_goes_to_one_person(slack: Slack, client: WebClient) -> None:
    opened = client.conversations_open(users="UBRIBEN0000")["channel"]["id"]
    assert client.chat_postMessage(channel="UBRIBEN0000", text="Hello")["channel"] == opened
    assert client.conversations_info(channel=opened)["channel"]["user"] == "UBRIBEN0000"
    acts.deactivate_person(slack, slack.workspace().person("ben"))
    assert error_of(lambda: client.conversations_open(users="UBRIBEN0000")) == "user_disabled"
    assert error_of(lambda: client.chat_postMessage(channel=opened, text="x")) == "channel_not_found"


def test_an_ephemeral_message_is_seen_by_one_and_in_no_history(slack: Slack, client: WebClient) -> None:
    social = slack.workspace().channel("social")
    client.chat_postEphemeral(channel=social.id, user="UBRIBEN0000", text="Only you")
    assert [m.text for m in social.seen_by("UBRIBEN0000")] == ["Only you"]
    assert social.seen_by("UBRIANA0000") == []
    assert client.conversations_history(channel=social.id)["messages"] == []
    front_desk = slack.workspace().channel("front-desk").id
    refused = error_of(lambda: client.chat_postEphemeral(channel=front_desk, user="UBRIBEN0000", text="x"))
    assert refused == "user_not_in_channel"


def test_a_scheduled_message_is_posted_when_its_time_comes(slack: Slack, client: WebClient) -> None:
    at = int(slack.clock.now().timestamp()) + 3600
    client.chat_scheduleMessage(channel="#social", text="Later", post_at=at)
    kept = client.chat_scheduleMessage(channel="#social", text="Never", post_at=at + 1)["scheduled_message_id"]
    listed = client.chat_scheduledMessages_list()["scheduled_messages"]
    assert [message["text"] for message in listed] == ["Later", "Never"]
    client.chat_deleteScheduledMessage(channel="CBRISOCIAL0", scheduled_message_id=kept)
    slack.clock.skip_to(slack.clock.now().replace(hour=20))
    [message] = client.conversations_history(channel="CBRISOCIAL0")["messages"]
    assert (message["text"], message["ts"]) == ("Later", f"{at}.000000")
    assert error_of(lambda: client.chat_scheduleMessage(channel="#social", text="x", post_at=at)) == "time_in_past"


def test_a_file_is_uploaded_in_three_steps_and_fetched_with_the_token(client: WebClient) -> None:
    client.files_upload_v2(channel="CBRISOCIAL0", filename="plan.txt", content="Monday", initial_comment="The plan")
    [message] = client.conversations_history(channel="CBRISOCIAL0")["messages"]
    [file] = message["files"]
    assert (message["text"], file["name"], file["size"]) == ("The plan", "plan.txt", 6)
    assert fetch(file["url_private"], client.token) == (200, "text/plain", b"Monday")
    assert client.files_info(file=file["id"])["file"]["shares"]["public"]["CBRISOCIAL0"][0]["ts"] == message["ts"]
    client.files_delete(file=file["id"])
    assert error_of(lambda: client.files_info(file=file["id"])) == "file_deleted"


@pytest.mark.parametrize("token", [None, "xoxb-wrong"])
def test_a_download_without_the_right_token_is_a_sign_in_page(slack: Slack, token: str | None) -> None:
    workspace = slack.workspace()
    file = acts.upload_file(slack, workspace.person("ben"), workspace.channel("social"), b"bytes", name="a.jpg").file
    assert file is not None
    status, kind, body = fetch(f"{slack.url}/files-pri/{workspace.id}-{file.id}/a.jpg", token)
    assert (status, kind) == (200, "text/html")
    assert b"Sign in" in body


def test_the_conversations_of_nobody_are_not_listed(client: WebClient) -> None:
    assert error_of(lambda: client.users_conversations(user="UNOBODY")) == "user_not_found"
    assert client.users_conversations(user="UBRIANA0000")["channels"]


def test_reactions_are_added_once_and_removed(client: WebClient) -> None:
    ts = client.chat_postMessage(channel="CBRISOCIAL0", text="x")["ts"]
    client.reactions_add(channel="CBRISOCIAL0", name="tada", timestamp=ts)
    assert error_of(lambda: client.reactions_add(channel="CBRISOCIAL0", name="tada", timestamp=ts)) == "already_reacted"
    reactions = client.reactions_get(channel="CBRISOCIAL0", timestamp=ts)["message"]["reactions"]
    assert reactions == [{"name": "tada", "users": ["UBRIBOT0000"], "count": 1}]
    client.reactions_remove(channel="CBRISOCIAL0", name="tada", timestamp=ts)
    client.reactions_add(channel="CBRISOCIAL0", name="wave::skin-tone-3", timestamp=ts)
    client.reactions_add(channel="CBRISOCIAL0", name="squirrel", timestamp=ts)
    for unknown in ("tadaa", "tadaa::skin-tone-3"):
        wrong = error_of(lambda name=unknown: client.reactions_add(channel="CBRISOCIAL0", name=name, timestamp=ts))
        assert wrong == "invalid_name"
    assert error_of(lambda: client.reactions_remove(channel="CBRISOCIAL0", name="tada", timestamp=ts)) == "no_reaction"


def test_a_code_is_swapped_for_a_token_once(slack: Slack) -> None:
    code = slack.passes.code(slack.workspace().id, "UBRIANA0000")
    client = WebClient(base_url=f"{slack.url}/api/")

    def swap() -> Any:
        return client.oauth_v2_access(
            client_id=slack.app.client_id, client_secret=slack.app.client_secret, code=code, redirect_uri=""
        )

    answer = swap()
    assert answer["team"] == {"id": "T0BRIGHT01", "name": "Bright Smile Dental"}
    assert WebClient(answer["access_token"], base_url=f"{slack.url}/api/").auth_test()["ok"]
    assert error_of(swap) == "invalid_code"


def test_two_workspaces_never_see_each_other() -> None:
    slack = Slack(seed=side_by_side)
    with serve(slack):
        one, other = slack.workspaces.values()
        assert one.installation is not None
        client = WebClient(one.installation.bot_token, base_url=f"{slack.url}/api/")
        theirs = other.channel("social").id
        file = acts.upload_file(slack, other.person("june"), other.channel("social"), b"x", name="x.txt").file
        assert file is not None
        assert error_of(lambda: client.chat_postMessage(channel=theirs, text="x")) == "channel_not_found"
        assert error_of(lambda: client.users_info(user=other.person("june").id)) == "user_not_found"
        assert error_of(lambda: client.files_info(file=file.id)) == "file_not_found"
        assert {c["name"] for c in client.conversations_list()["channels"]} == {"social", "front-desk", "general"}


def test_posting_too_fast_is_refused_with_the_wait_and_one_channel_does_not_slow_another() -> None:
    from simulator.manifest import Manifest  # noqa: PLC0415
    from simulator.seeds import bright_smile  # noqa: PLC0415

    slack = Slack(app=App(Manifest()), seed=bright_smile, options=Options(posting_burst=2, rates_by_clock=True))
    with serve(slack):
        client = WebClient("xoxb-T0BRIGHT01-1", base_url=f"{slack.url}/api/", retry_handlers=[])
        for _ in range(2):
            client.chat_postMessage(channel="#social", text="x")
        with pytest.raises(SlackApiError) as raised:
            client.chat_postMessage(channel="#social", text="x")
        assert (raised.value.response.status_code, raised.value.response["error"]) == (429, "ratelimited")
        assert raised.value.response.headers["retry-after"] == "1"
        client.chat_postMessage(channel="#front-desk", text="x")
        slack.clock.skip_to(slack.clock.now().replace(minute=1))
        client.chat_postMessage(channel="#social", text="x")


def test_the_journal_keeps_arguments_and_no_token(slack: Slack, client: WebClient) -> None:
    client.chat_postMessage(channel="#social", text="x", blocks=[SECTION])
    error_of(lambda: client.chat_postMessage(channel="#social", text="x" * 40_001))
    first, second = slack.journal.entries("chat.postMessage")
    assert first.args == {"channel": "#social", "text": "x", "blocks": [SECTION]}
    assert (first.ok, second.ok, second.error) == (True, False, "msg_too_long")
    assert "xoxb" not in first.line() + second.line()


def fetch(url: str, token: str | None) -> tuple[int, str, bytes]:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:  # noqa: S310
        return answer.status, answer.headers.get_content_type(), answer.read()
