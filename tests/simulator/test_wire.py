"""What is kept of the wire: both ways, in order, without a secret, with the reason for every refusal."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from simulator import acts
from simulator.faults import Faults
from simulator.trouble import plan, plan_trouble, told
from simulator.wire import Note, Wire

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App

    from simulator.slack import Slack
    from simulator.wire import Exchange


def named(slack: Slack, name: str) -> Exchange:
    return next(one for one in slack.wire.newest() if one.name == name)


def words(one: Exchange, weight: str) -> list[str]:
    return [note.words for note in one.notes if note.weight == weight]


def kept(slack: Slack) -> str:
    return "".join(f"{e.headers}{e.request}{e.answer_headers}{e.answer}{e.about}" for e in slack.wire.newest())


def greet(bolt: App) -> None:
    @bolt.command("/greet")
    def answer(ack: Any, command: Any, client: Any) -> None:
        client.chat_postMessage(channel=command["channel_id"], text="Good morning")
        ack(text="Hello", blocks=[{"type": "divider"}])


def test_a_call_is_kept_with_its_arguments_and_its_answer(slack: Slack, client: WebClient) -> None:
    client.chat_postMessage(channel="CBRISOCIAL0", text="Good morning")
    one = named(slack, "chat.postMessage")
    assert (one.kind, one.to, one.ok, one.outcome, one.team) == ("call", "slack", True, "ok", "T0BRIGHT01")
    assert (one.about, one.channel, one.notes) == ("Good morning", "CBRISOCIAL0", ())
    assert json.loads(one.request)["text"] == "Good morning"
    assert json.loads(one.answer)["message"]["text"] == "Good morning"
    assert json.loads(one.headers)["authorization"] == "Bearer (hidden)"
    assert one.took_ms is not None


@pytest.mark.parametrize("way", ["over_http", "over_socket"])
def test_a_command_is_kept_with_what_wrapped_it_and_its_acknowledgement(
    slack: Slack, bolt: App, way: str, request: pytest.FixtureRequest
) -> None:
    greet(bolt)
    request.getfixturevalue(way)()
    workspace = slack.workspace()
    acts.slash_command(slack, workspace.person("ana"), workspace.channel("social"), "/greet", "please")
    one = named(slack, "/greet")
    assert (one.kind, one.to, one.about, one.outcome) == ("command", "app", "please", "ack with a message")
    assert (one.person, one.channel) == ("UBRIANA0000", "CBRISOCIAL0")
    assert json.loads(one.request)["command"] == "/greet"
    assert json.loads(one.answer)["text"] == "Hello"
    wrapped = json.loads(one.headers)
    assert "envelope_id" in wrapped if way == "over_socket" else wrapped["X-Slack-Signature"] == "(hidden)"
    # What the app did before it acknowledged began later than the command, and so stands above it.
    assert named(slack, "chat.postMessage").id > one.id


def test_no_secret_is_kept_whichever_way_it_came(slack: Slack, bolt: App, over_socket: Callable[[], Any]) -> None:
    greet(bolt)
    over_socket()
    workspace, app = slack.workspace(), slack.app
    acts.slash_command(slack, workspace.person("ana"), workspace.channel("social"), "/greet")
    client = WebClient(base_url=f"{slack.url}/api/")
    code = slack.passes.code(workspace.id, "UBRIANA0000")
    client.oauth_v2_access(client_id=app.client_id, client_secret=app.client_secret, code=code)
    assert workspace.installation
    token = workspace.installation.bot_token
    with pytest.raises(SlackApiError):  # somebody pasted their token into a message, and into the address
        client.api_call(
            "chat.postMessage", params={"channel": "#social", "text": f"it is {token}", "token": "xoxb-9-1"}
        )
    everything = kept(slack)
    for secret in (token, app.app_token, app.client_secret, app.signing_secret, app.verification_token, code):
        assert secret not in everything
    assert not re.search(r"xox[a-z]-\w|xapp-\w|ticket=\w", everything)
    assert "it is xoxb-(hidden)" in everything


def test_a_refused_block_comes_with_the_reason_and_the_place(slack: Slack, client: WebClient) -> None:
    with pytest.raises(SlackApiError):
        client.chat_postMessage(channel="#social", text="x", blocks=[{"type": "divider"}, {"type": "header"}])
    one = named(slack, "chat.postMessage")
    assert (one.ok, one.outcome) == (False, "invalid_blocks")
    assert one.notes[0] == Note("refused", "A block is not what Slack expects.")
    assert one.notes[1].pointer.startswith("/blocks/1")


def test_what_is_refused_in_an_acknowledgement_is_said_too(
    slack: Slack, bolt: App, over_http: Callable[[], str]
) -> None:
    @bolt.command("/greet")
    def answer(ack: Any) -> None:
        ack(text="Hello", blocks=[{"type": "alert", "text": {"type": "plain_text", "text": "no"}}])

    over_http()
    workspace = slack.workspace()
    result = acts.slash_command(slack, workspace.person("ana"), workspace.channel("social"), "/greet")
    assert result.error == '/greet failed with the error "invalid_blocks"'
    one = named(slack, "/greet")
    assert (one.ok, one.outcome) == (False, "invalid_blocks")
    assert any(note.pointer.startswith("/blocks/0") for note in one.notes)


def test_errors_beside_a_field_that_is_not_there_are_refused(
    slack: Slack, bolt: App, over_http: Callable[[], str]
) -> None:
    @bolt.command("/greet")
    def answer(ack: Any, client: Any, command: Any) -> None:
        element = {"type": "plain_text_input", "action_id": "a"}
        label = {"type": "plain_text", "text": "Name"}
        blocks = [{"type": "input", "block_id": "name", "label": label, "element": element, "optional": True}]
        titles = {"title": label, "submit": label}
        view = {"type": "modal", "callback_id": "form", "blocks": blocks, **titles}
        client.views_open(trigger_id=command["trigger_id"], view=view)
        ack()

    @bolt.view("form")
    def check(ack: Any) -> None:
        ack(response_action="errors", errors={"surname": "Please."})

    over_http()
    workspace = slack.workspace()
    ana = workspace.person("ana")
    view = acts.slash_command(slack, ana, workspace.channel("social"), "/greet").view
    assert view
    assert acts.submit_view(slack, ana, view).error == "We had some trouble connecting. Try again?"
    one = named(slack, "view_submission")
    assert [(note.words, note.pointer) for note in one.notes] == [
        ("Each error has to stand beside an input of the form, by its block_id.", ""),
        ("no input has the block_id surname", "/errors/surname"),
    ]


def test_what_slack_takes_although_it_is_doubtful_is_pointed_out(slack: Slack, client: WebClient) -> None:
    client.api_call("chat.postMessage", json={"channel": "#social", "blocks": [{"type": "divider"}], "txt": "x"})
    found = words(named(slack, "chat.postMessage"), "doubtful")
    assert found == [
        "Blocks without `text`: notifications and screen readers have nothing to say.",
        "`txt` changes nothing here. Is it spelled right?",
    ]
    client.chat_postMessage(channel="#social", text="<!channel> look")
    assert words(named(slack, "chat.postMessage"), "doubtful") == ["<!channel> notifies everybody there."]


def test_an_app_that_is_not_there_is_told_as_such(slack: Slack) -> None:
    workspace = slack.workspace()
    acts.slash_command(slack, workspace.person("ana"), workspace.channel("social"), "/greet")
    one = named(slack, "/greet")
    assert (one.ok, one.outcome) == (False, "nobody_connected")
    assert words(one, "refused") == ["No app is connected by Socket Mode, and no address is known to deliver to."]


def test_an_event_that_is_sent_again_says_so(slack: Slack, bolt: App, over_http: Callable[[], str]) -> None:
    tries: list[int] = []

    @bolt.event("message")
    def hear() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise RuntimeError("not yet")

    over_http()
    workspace = slack.workspace()
    acts.post_message(slack, workspace.person("ana"), workspace.channel("social"), "hello")
    again, first = [one for one in slack.wire.newest() if one.kind == "event"]
    assert (first.outcome, again.outcome) == ("500", "ack")
    assert "Sent again, time 1 (http_error)" in words(again, "info")[0]


def test_posts_to_a_response_url_and_files_are_kept_without_their_bytes(slack: Slack, client: WebClient) -> None:
    workspace = slack.workspace()
    url = slack.response_address(slack.passes.response_url(workspace.id, "CBRISOCIAL0", "UBRIANA0000"))
    WebhookClient(url).send(text="For you")
    one = named(slack, "response_url")
    assert (one.about, one.person, one.channel, one.outcome) == ("For you", "UBRIANA0000", "CBRISOCIAL0", "ok")
    client.files_upload_v2(channel="CBRISOCIAL0", content=b"a secret recipe", filename="recipe.txt")
    file = next(iter(workspace.files.values()))
    assert named(slack, "upload").about == "recipe.txt"
    address = f"{slack.url}/files-pri/{workspace.id}-{file.id}/download/recipe.txt"
    with urllib.request.urlopen(address) as page:  # noqa: S310 - ours
        assert b"Sign in" in page.read()
    assert named(slack, "download").outcome == "sign_in_page"
    asked = urllib.request.Request(address, headers={"Authorization": f"Bearer {client.token}"})  # noqa: S310 - ours
    with urllib.request.urlopen(asked) as page:  # noqa: S310 - ours
        assert page.read() == b"a secret recipe"
    assert json.loads(named(slack, "download").answer_headers)["bytes"] == 15
    assert "a secret recipe" not in kept(slack)


def test_planned_trouble_is_told_as_such(slack: Slack, client: WebClient) -> None:
    slack.faults.reset_before("users.info")
    with pytest.raises((ConnectionError, urllib.error.URLError)):
        client.users_info(user="UBRIANA0000")
    one = named(slack, "users.info")
    assert (one.ok, one.outcome, words(one, "trouble")) == (False, "reset", ["Planned trouble: nothing was done."])
    assert slack.wire.state()["refused"] == 0


def test_only_the_newest_are_kept(slack: Slack) -> None:
    wire = Wire(most_kept=3)
    for number in range(5):
        started = wire.begin("call", "slack", f"call {number}", at=slack.clock.now())
        wire.end(started, ok=number != 4, outcome="ok", notes=[Note("refused", "x")] if number == 4 else [])
    assert [one.name for one in wire.newest()] == ["call 4", "call 3", "call 2"]
    state = wire.state()
    assert (state["oldest"], state["count"], state["refused"]) == (3, 3, 1)
    assert wire.newest(state["changed"]) == []
    wire.remark(1, Note("info", "long gone"))
    assert wire.find(1) is None
    wire.clear()
    assert (wire.newest(), wire.state()["refused"]) == ([], 0)


def test_planned_trouble_can_be_listed_and_taken_back() -> None:
    faults = Faults()
    faults.slow_down(0.5)
    faults.slow_down(0.2, "users.info")
    faults.fail("chat.postMessage", times=3)
    faults.duplicate_events(times=1)
    assert [told(one) for one in faults.in_force()] == [
        "Answer late, every method, 0.5 s",
        "Answer late, users.info, 0.2 s",
        "Answer with a server error (503), nothing done, chat.postMessage, 3 times",
        "Send the event twice, every event, once",
    ]
    assert (faults.delay("users.info"), faults.delay("auth.test")) == (0.2, 0.5)
    assert faults.take("server_error", "chat.postMessage") == 503
    assert faults.in_force()[2].left == 2
    for one in faults.in_force():
        faults.end(one.id)
    faults.end(99)
    assert (faults.in_force(), faults.delay("auth.test")) == ([], 0)


@pytest.mark.parametrize(
    ("name", "what", "much", "sentence"),
    [
        ("earthquake", "", 1, "there is no fault called earthquake"),
        ("fail", "chat.postMesage", 1, "there is no method chat.postMesage here"),
        ("ratelimit", "download", 1, "there is no method download here"),
        ("fail", "", 0, "from once to 1000 times"),
        ("latency", "", 61, "from 0 to 60 seconds"),
        ("latency", "", float("nan"), "from 0 to 60 seconds"),
    ],
)
def test_trouble_that_makes_no_sense_is_refused(slack: Slack, name: str, what: str, much: float, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        plan(slack, name, what, much)
    assert slack.faults.in_force() == []


def test_sockets_can_be_asked_to_come_back(slack: Slack, bolt: App, over_socket: Callable[[], Any]) -> None:
    greet(bolt)
    over_socket()
    plan_trouble(slack, "disconnect")
    assert named(slack, "disconnect").outcome == "refresh_requested"
    assert slack.sockets.wait_connected(1, 20)
    workspace = slack.workspace()
    assert acts.slash_command(slack, workspace.person("ana"), workspace.channel("social"), "/greet").message
