"""A guided tour ticks off what has really happened, and refuses a file it cannot understand."""

import json

import pytest

from simulator import posting, unread
from simulator.people import Practice
from simulator.seeds import seed_named
from simulator.slack import Slack
from simulator.tour import read_tour
from simulator.wording import as_sent, as_typed

STEPS = [
    {"name": "greet", "text": "Ana greets", "done": {"command": "/greet now", "by": "ana", "where": "#social"}},
    {"name": "press", "text": "Ben says yes", "done": {"button": "Yes*", "by": "ben"}},
    {"name": "form", "text": "Somebody saves", "done": [{"form": "A form"}, {"shortcut": "keep"}]},
    {"name": "told", "text": "Ben is told", "done": {"message": "Well done", "to": "ben", "where": "dm"}},
    {"name": "file", "text": "A file", "after": "told", "done": {"file": True, "where": "#social"}},
    {"name": "home", "text": "Home", "done": {"home": True, "by": "sarah"}},
]
FORM = {
    "type": "modal",
    "callback_id": "saved",
    "title": {"type": "plain_text", "text": "A form"},
    "submit": {"type": "plain_text", "text": "Save"},
    "blocks": [
        {"type": "input", "block_id": "a", "label": {"type": "plain_text", "text": "What"},
         "element": {"type": "plain_text_input", "action_id": "b"}},
    ],
}  # fmt: skip


def button(words):
    return {"type": "button", "text": {"type": "plain_text", "text": words}, "action_id": words}


@pytest.fixture
def practice(slack, bolt, over_http):
    @bolt.command("/greet")
    def greet(ack, body, client):
        ack("Hello")
        if "form" in body["text"]:
            client.views_open(trigger_id=body["trigger_id"], view=FORM)
            return
        channel = client.conversations_open(users=slack.workspace().person("ben").id)["channel"]["id"]
        asked = [{"type": "actions", "elements": [button("Yes, I can"), button("No")]}]
        client.chat_postMessage(channel=channel, text="Can you?", blocks=asked)

    @bolt.action("Yes, I can")
    def yes(ack, body, client):
        ack()
        client.chat_postMessage(channel=body["channel"]["id"], text="Well done, Ben")

    @bolt.action("No")
    def no(ack):
        ack()

    @bolt.view("saved")
    def saved(ack, view):
        typed = view["state"]["values"]["a"]["b"]["value"]
        ack(response_action="errors", errors={"a": "More, please."}) if typed == "x" else ack()

    over_http()
    slack.workspace().tour = read_tour({"title": "Try", "steps": STEPS})
    return Practice(slack)


def test_steps_are_ticked_off_by_what_happens_and_by_nothing_else(practice):
    ana, ben, sarah = practice.people("ana", "ben", "sarah")
    tour = practice.workspace.tour
    sarah.types("/greet now", "#social")
    ana.types("/greet later", "#social")
    ben.uploads(b"too early", "a.txt", "#social")
    ben.clicks("No")
    assert (tour.done, tour.next_step.name) == (set(), "greet")
    ana.types("/greet now please", "#social")
    assert tour.done == {"greet"}
    ben.clicks("Yes, I can")
    assert tour.done == {"greet", "press", "told"}
    ana.types("/greet form", "#social")
    ana.fills_in({"What": "x"})
    ana.submits()
    assert "form" not in tour.done
    ana.fills_in({"What": "enough"})
    ana.submits()
    ben.uploads(b"now", "b.txt", "#social")
    sarah.opens_home()
    assert sorted(tour.done) == sorted(step["name"] for step in STEPS)
    assert tour.next_step is None
    tour.reset()
    assert tour.next_step.name == "greet"


def test_a_message_to_all_is_not_ticked_off_by_what_one_person_alone_was_shown(practice):
    step = {"text": "Everybody hears it", "done": {"message": "Hello", "where": "#social"}}
    tour = practice.workspace.tour = read_tour({"steps": [step]})
    practice.person("ana").types("/greet now", "#social")  # answered with "Hello", to Ana alone
    assert tour.done == set()
    posting.by_app(practice.workspace, practice.workspace.channel("#social"), text="Hello everybody")
    assert tour.done == {"Everybody hears it"}


@pytest.mark.parametrize(
    ("step", "why"),
    [
        ({"text": "Nothing to wait for"}, "needs a `name` or `text`, and `done`"),
        ({"text": "Odd", "done": {"dance": True}}, "needs one of command, button"),
        ({"text": "Two", "done": {"command": "/a", "button": "b"}}, "needs one of command, button"),
        ({"text": "More", "done": {"command": "/a", "when": "later"}}, "needs one of command, button"),
    ],
)
def test_a_step_that_cannot_be_understood_is_named(step, why):
    with pytest.raises(ValueError, match=why) as refusal:
        read_tour({"steps": [step]})
    assert step["text"] in str(refusal.value)


def test_a_seed_file_may_bring_a_tour(tmp_path):
    described = {
        "team": "T0CORNER01", "name": "Corner Clinic", "domain": "corner",
        "people": [{"name": "kit", "real_name": "Kit"}],
        "channels": [{"name": "all", "members": ["kit", "bot"]}],
        "tour": {"title": "Look around", "steps": [{"text": "Kit says hello", "done": {"command": "/hello"}}]},
    }  # fmt: skip
    (tmp_path / "seed.json").write_text(json.dumps(described))
    workspace = Slack(seed=seed_named(str(tmp_path / "seed.json"))).workspace()
    assert [step.text for step in workspace.tour.steps] == ["Kit says hello"]


def test_what_others_say_to_all_is_unread_until_it_is_read(practice):
    ana, ben = practice.people("ana", "ben")
    workspace, social = practice.workspace, practice.workspace.channel("social")

    def counted():
        return unread.unread(workspace, workspace.person("ana"), social)

    ben.says("One", "#social")
    ana.says("My own", "#social")
    ana.types("/greet", "#social")
    assert counted() == 1
    unread.read(workspace, workspace.person("ana"), social)
    assert counted() == 0
    for _ in range(120):
        ben.says("More", "#social")
    assert counted() == unread.MOST + 1
    unread.read_everything(workspace, practice.now.replace(year=2027))
    assert counted() == 0


@pytest.mark.parametrize(
    "typed", ["Hello @ben & <all>", "see https://example.com/a?b=1&c=2, @here", "for #social", "5 > 3", "<@nobody>"]
)
def test_what_was_sent_can_be_typed_again(slack, typed):
    workspace = slack.workspace()
    assert as_typed(workspace, as_sent(workspace, typed)) == typed


def test_the_app_is_mentioned_by_its_name_as_people_are(slack):
    workspace = slack.workspace()
    app = workspace.bot()
    assert as_sent(workspace, f"Thanks @{app.name} and @ana") == f"Thanks <@{app.id}> and <@UBRIANA0000>"
