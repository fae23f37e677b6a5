"""Round trips: a person does something, a stock Bolt app answers, the person sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator import acts

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import Ack, App, Respond
    from slack_sdk import WebClient

    from simulator.slack import Slack

MODAL: dict[str, Any] = {
    "type": "modal",
    "callback_id": "post",
    "title": {"type": "plain_text", "text": "A post"},
    "submit": {"type": "plain_text", "text": "Save"},
    "notify_on_close": True,
    "private_metadata": "p7",
    "blocks": [
        {
            "type": "input",
            "block_id": "what",
            "label": {"type": "plain_text", "text": "What"},
            "element": {"type": "plain_text_input", "action_id": "typed", "max_length": 20},
        },
        {
            "type": "input",
            "block_id": "when",
            "optional": True,
            "label": {"type": "plain_text", "text": "When"},
            "element": {"type": "datepicker", "action_id": "day"},
        },
    ],
}
BUTTONS: list[dict[str, Any]] = [
    {
        "type": "actions",
        "elements": [
            {"type": "button", "action_id": "yes", "value": "7", "text": {"type": "plain_text", "text": "I'll do it"}},
            {
                "type": "static_select",
                "action_id": "pick",
                "options": [
                    {"text": {"type": "plain_text", "text": "Reached"}, "value": "reached"},
                    {"text": {"type": "plain_text", "text": "Booked"}, "value": "booked"},
                ],
            },
        ],
    }
]


@pytest.fixture(params=["http", "socket"])
def started(request: pytest.FixtureRequest) -> Callable[[], object]:
    """Start the Bolt app over either transport."""
    started: Callable[[], object] = request.getfixturevalue(f"over_{request.param}")
    return started


def test_a_command_is_answered_in_the_acknowledgement(slack: Slack, bolt: App, started: Callable[[], object]) -> None:
    heard: list[dict[str, Any]] = []

    @bolt.command("/greet")
    def greet(ack: Ack, command: dict[str, Any]) -> None:
        heard.append(command)
        ack(text="Good morning.")

    started()
    ana, social = slack.workspace().person("ana"), slack.workspace().channel("social")
    result = acts.slash_command(slack, ana, social, "/greet", "@ben & <all> in #front-desk https://example.com/x")

    assert result.error is None
    assert result.message is not None
    assert (result.message.text, result.message.ephemeral_to) == ("Good morning.", ana.id)
    assert heard[0]["text"] == (
        "<@UBRIBEN0000|ben> &amp; &lt;all&gt; in <#CBRIFRONTDESK|front-desk> <https://example.com/x>"
    )
    assert (heard[0]["team_id"], heard[0]["channel_name"]) == ("T0BRIGHT01", "social")
    [entry] = slack.journal.entries("ack")
    assert entry.args == {"text": "Good morning."}
    assert message_seen_by(slack, "ben") == []


def test_a_command_that_does_not_escape_gets_the_words_as_typed(
    slack: Slack, bolt: App, over_http: Callable[[], object]
) -> None:
    @bolt.command("/raw")
    def raw(ack: Ack, command: dict[str, Any]) -> None:
        ack(text=command["text"], response_type="in_channel")

    over_http()
    ana, social = slack.workspace().person("ana"), slack.workspace().channel("social")
    acts.slash_command(slack, ana, social, "/raw", "@ben & <all>")

    assert message_seen_by(slack, "ben") == ["@ben & <all>"]


def test_an_unknown_command_never_reaches_the_app(slack: Slack) -> None:
    ana, social = slack.workspace().person("ana"), slack.workspace().channel("social")
    assert acts.slash_command(slack, ana, social, "/nothing").error == "/nothing is not a valid command."


def test_a_button_changes_its_message_through_the_response_url(
    slack: Slack, bolt: App, started: Callable[[], object]
) -> None:
    @bolt.action("yes")
    def yes(ack: Ack, respond: Respond, action: dict[str, Any], body: dict[str, Any]) -> None:
        ack()
        respond(text=f"{body['user']['name']} does {action['value']}", replace_original=True)

    started()
    ben, social = slack.workspace().person("ben"), slack.workspace().channel("social")
    posted = bolt.client.chat_postMessage(channel="#social", text="Who?", blocks=BUTTONS)
    message = social.message(posted["ts"])
    assert message is not None

    assert acts.act_on_block(slack, ben, message, "yes").ok
    assert (message.text, message.blocks) == ("ben does 7", [])
    assert [e.args for e in slack.journal.entries("response_url")] == [{"text": "ben does 7", "replace_original": True}]


def test_a_choice_arrives_with_its_option_and_the_state_of_the_message(
    slack: Slack, bolt: App, over_http: Callable[[], object]
) -> None:
    heard: list[dict[str, Any]] = []

    @bolt.action("pick")
    def pick(ack: Ack, body: dict[str, Any]) -> None:
        ack()
        heard.append(body)

    over_http()
    ben, social = slack.workspace().person("ben"), slack.workspace().channel("social")
    message = social.message(bolt.client.chat_postMessage(channel=social.id, text="Who?", blocks=BUTTONS)["ts"])
    assert message is not None
    acts.act_on_block(slack, ben, message, "pick", "Booked")

    action = heard[0]["actions"][0]
    assert action["selected_option"]["value"] == "booked"
    assert heard[0]["state"]["values"][action["block_id"]]["pick"]["selected_option"]["value"] == "booked"
    assert heard[0]["container"]["channel_id"] == social.id


def test_a_modal_is_filled_in_refused_and_saved(slack: Slack, bolt: App, started: Callable[[], object]) -> None:
    saved: list[dict[str, Any]] = []

    @bolt.command("/greet")
    def greet(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=MODAL)
        ack()

    @bolt.view("post")
    def post(ack: Ack, view: dict[str, Any]) -> None:
        values = view["state"]["values"]
        if values["what"]["typed"]["value"] == "nothing":
            ack(response_action="errors", errors={"what": "Say a little more."})
            return
        saved.append({**values, "meta": view["private_metadata"]})
        ack()

    started()
    workspace = slack.workspace()
    ana = workspace.person("ana")
    view = acts.slash_command(slack, ana, workspace.channel("social"), "/greet").view
    assert view is not None
    assert acts.submit_view(slack, ana, view).field_errors == {"what": "Please complete this required field."}

    acts.fill_in(slack, ana, view, "typed", "nothing")
    refused = acts.submit_view(slack, ana, view)
    assert refused.field_errors == {"what": "Say a little more."}
    assert workspace.top_modal(ana.id) is view

    acts.fill_in(slack, ana, view, "typed", "Team photo")
    acts.fill_in(slack, ana, view, "day", "2026-11-26")
    assert acts.submit_view(slack, ana, view).ok
    assert workspace.top_modal(ana.id) is None
    assert saved[0]["what"]["typed"]["value"] == "Team photo"
    assert saved[0]["when"]["day"]["selected_date"] == "2026-11-26"
    assert saved[0]["meta"] == "p7"


def test_a_submission_can_update_push_and_clear(slack: Slack, bolt: App, over_http: Callable[[], object]) -> None:
    answers = iter(
        [
            {"response_action": "update", "view": {**MODAL, "title": {"type": "plain_text", "text": "Second"}}},
            {"response_action": "push", "view": {**MODAL, "title": {"type": "plain_text", "text": "Third"}}},
            {"response_action": "clear"},
        ]
    )

    @bolt.shortcut("keep")
    def keep(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=MODAL)
        ack()

    @bolt.view("post")
    def post(ack: Ack) -> None:
        ack(**next(answers))

    over_http()
    workspace = slack.workspace()
    ana = workspace.person("ana")
    message = acts.post_message(slack, ana, workspace.channel("social"), "Look").message
    assert message is not None
    view = acts.message_shortcut(slack, ana, message, "keep").view
    assert view is not None
    acts.fill_in(slack, ana, view, "typed", "kept")

    second = acts.submit_view(slack, ana, view).view
    assert second is view
    assert second.body["title"]["text"] == "Second"
    assert second.state["what"]["typed"]["value"] == "kept"

    third = acts.submit_view(slack, ana, view).view
    assert third is not None
    assert (third.previous_view_id, third.root_view_id) == (view.id, view.id)

    acts.fill_in(slack, ana, third, "typed", "kept")
    assert acts.submit_view(slack, ana, third).view is None


def test_closing_a_modal_tells_an_app_that_asked(slack: Slack, bolt: App, over_http: Callable[[], object]) -> None:
    closed: list[bool] = []

    @bolt.command("/greet")
    def greet(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=MODAL)
        ack()

    @bolt.view_closed("post")
    def gone(ack: Ack, body: dict[str, Any]) -> None:
        ack()
        closed.append(body["is_cleared"])

    over_http()
    workspace = slack.workspace()
    ana = workspace.person("ana")
    view = acts.slash_command(slack, ana, workspace.channel("social"), "/greet").view
    assert view is not None
    assert acts.close_view(slack, ana, view).view is None
    assert closed == [False]


def test_the_home_is_published_and_comes_back_with_the_next_opening(
    slack: Slack, bolt: App, started: Callable[[], object]
) -> None:
    heard: list[dict[str, Any]] = []
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "This week"}}

    @bolt.event("app_home_opened")
    def opened(event: dict[str, Any], client: WebClient) -> None:
        heard.append(event)
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [section]})

    started()
    ana = slack.workspace().person("ana")
    home = acts.open_home(slack, ana).view
    assert home is not None
    assert home.blocks[0]["text"]["text"] == "This week"
    acts.open_home(slack, ana)
    assert "view" not in heard[0]
    assert heard[1]["view"]["id"] == home.id


def test_a_shared_file_is_announced_and_can_be_fetched_with_the_token_only(
    slack: Slack, bolt: App, over_http: Callable[[], object]
) -> None:
    heard: list[dict[str, Any]] = []

    @bolt.event("file_shared")
    def shared(event: dict[str, Any]) -> None:
        heard.append(event)

    @bolt.event("message")
    def message(event: dict[str, Any]) -> None:
        heard.append(event)

    over_http()
    workspace = slack.workspace()
    ben, social = workspace.person("ben"), workspace.channel("social")
    result = acts.upload_file(slack, ben, social, b"not a picture", name="team.jpg", text="Us")
    assert result.file is not None
    assert [event["type"] for event in heard] == ["message", "file_shared"]
    assert (heard[0]["subtype"], heard[0]["files"][0]["id"]) == ("file_share", result.file.id)
    assert (heard[1]["file_id"], heard[1]["user_id"]) == (result.file.id, ben.id)


def test_the_app_hears_of_members_reactions_and_accounts(
    slack: Slack, bolt: App, over_http: Callable[[], object]
) -> None:
    heard: list[dict[str, Any]] = []
    for kind in ("member_joined_channel", "reaction_added", "user_change", "tokens_revoked", "app_uninstalled"):
        bolt.event(kind)(_kept_in(heard))

    over_http()
    workspace = slack.workspace()
    ana, ben = workspace.person("ana"), workspace.person("ben")
    acts.invite_app(slack, ana, workspace.channel("general"))
    posted = acts.post_message(slack, ana, workspace.channel("general"), "Hello").message
    assert posted is not None
    acts.react(slack, ben, posted, "tada")
    acts.deactivate_person(slack, ben)
    acts.uninstall_app(slack, workspace)

    assert [event["type"] for event in heard] == [
        "member_joined_channel",
        "reaction_added",
        "user_change",
        "tokens_revoked",
        "app_uninstalled",
    ]
    assert heard[0]["inviter"] == ana.id
    assert heard[2]["user"]["deleted"] is True
    assert slack.journal.entries("auth.test")


def test_a_person_sees_why_the_app_did_not_answer(slack: Slack, bolt: App, over_http: Callable[[], object]) -> None:
    @bolt.command("/greet")
    def greet() -> None:
        raise ValueError("broken")

    over_http()
    workspace = slack.workspace()
    ana, social = workspace.person("ana"), workspace.channel("social")
    assert acts.slash_command(slack, ana, social, "/greet").error == '/greet failed with the error "dispatch_failed"'
    slack.deliver_to = None
    assert acts.slash_command(slack, ana, social, "/greet").error == '/greet failed with the error "dispatch_failed"'


def message_seen_by(slack: Slack, name: str) -> list[str]:
    workspace = slack.workspace()
    seen = workspace.channel("social").seen_by(workspace.person(name).id)
    return [message.text for message in seen]


def _kept_in(heard: list[dict[str, Any]]) -> Callable[[dict[str, Any]], None]:
    def keep(event: dict[str, Any]) -> None:
        heard.append(event)

    return keep
