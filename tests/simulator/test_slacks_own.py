"""What Slack itself understands: carried out as people expect, told to the app as events, or refused in a sentence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from simulator import acts, moments
from simulator.manifest import App as Registered
from simulator.manifest import Manifest
from simulator.people import Practice
from simulator.seeds import bright_smile
from simulator.slack import Options, Slack

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App
    from slack_sdk import WebClient


@pytest.fixture
def practice() -> Practice:
    """The practice with an app that nobody runs; what is sent to it is kept on the wire, each event once."""
    return Practice(Slack(app=Registered(Manifest()), seed=bright_smile, options=Options(retry_waits=())))


def heard_of(practice: Practice) -> list[tuple[str, dict[str, Any]]]:
    """Everything that was sent to the app since last asked, oldest first."""
    sent = sorted(practice.slack.wire.newest(), key=lambda one: one.id)
    practice.slack.wire.clear()
    assert {one.kind for one in sent} <= {"event"}, "no command reaches the app"
    return [(one.name, json.loads(one.request)["event"]) for one in sent]


def test_invite_brings_an_app_and_people_and_says_by_whom(practice: Practice) -> None:
    ana, ben = practice.people("ana", "ben")
    bot = practice.workspace.bot()
    assert bot is not None
    assert ana.types(f"/invite @{bot.name}", "#general") == ""
    assert ana.sees("#general") == f"{bot.real_name}: @{bot.real_name} was added by @Ana"
    (joined,) = heard_of(practice)
    general = practice.workspace.channel("general")
    assert joined[0] == "member_joined_channel"
    assert (joined[1]["user"], joined[1]["channel"], joined[1]["inviter"]) == (bot.id, general.id, ana.id)
    assert ana.types("/INVITE @Ben, @reyes #front-desk", "#social") == "Dr. Reyes is in #front-desk already."
    assert ben.sees("#front-desk") == "Ben: @Ben was added by @Ana"
    assert [event["user"] for _, event in heard_of(practice)] == [ben.id]


def test_people_and_apps_leave_and_are_removed(practice: Practice) -> None:
    ana, sarah = practice.people("ana", "sarah")
    bot = practice.workspace.bot()
    assert bot is not None
    sarah.types("/leave", "#social")
    ana.types("/remove @reyes", "#social")
    ana.types(f"/kick @{bot.name}", "#social")
    assert ana.sees("#social").splitlines() == [
        "Sarah: @Sarah has left the channel",
        "Dr. Reyes: @Dr. Reyes was removed by @Ana",
        f"{bot.real_name}: @{bot.real_name} was removed by @Ana",
    ]
    assert [kind for kind, _ in heard_of(practice)] == [*["member_left_channel"] * 3, "channel_left"]
    sarah.types("/join #social")
    assert "@Sarah has joined the channel" in sarah.sees("#social")
    ana.types("/topic Photos of <us> @ben", "#social")
    assert practice.workspace.channel("social").topic == "Photos of <us> @ben"
    assert "@Ana set the channel topic: Photos of <us> @Ben" in ana.sees("#social")


def test_a_status_stands_beside_a_name_and_slackbot_says_so_to_its_owner_alone(practice: Practice) -> None:
    ana, ben = practice.people("ana", "ben")
    said = ben.types("/status :palm_tree: On holiday", "#social")
    assert said == "Your status is now :palm_tree: On holiday. `/status clear` takes it away."
    assert "holiday" not in ana.sees("#social")
    kinds, events = zip(*heard_of(practice), strict=True)
    assert kinds == ("user_change", "user_profile_changed", "user_status_changed")
    profile = events[0]["user"]["profile"]
    assert (profile["status_emoji"], profile["status_text"]) == (":palm_tree:", "On holiday")
    ben.types("/status At lunch")
    assert (ben.person.status_emoji, ben.person.status_text) == (":speech_balloon:", "At lunch")
    assert ben.types("/status clear") == "Your status is gone."
    assert (ben.person.status_emoji, ben.person.status_text) == ("", "")


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("2 hours", "monday 12:00"),
        ("for an hour", "monday 11:00"),
        ("20 minutes", "monday 10:20"),
        ("until 4pm", "monday 16:00"),
        ("until 9am", "tuesday 9:00"),
        ("until wednesday", "wednesday 9:00"),
        ("tomorrow 8:30", "tuesday 8:30"),
    ],
)
def test_notifications_are_paused_for_so_long(practice: Practice, words: str, until: str) -> None:
    practice.skip_to("monday 10:00")
    ben = practice.person("ben")
    ends = moments.moment(until, practice.now, practice.zone)
    assert "paused until" in ben.types(f"/dnd {words}")
    assert ben.person.snoozes_until == ends
    ((kind, event),) = heard_of(practice)
    assert (kind, event["dnd_status"]["next_dnd_end_ts"]) == ("dnd_updated_user", int(ends.timestamp()))
    practice.skip_to(ends)
    assert not ben.person.snoozes(practice.now)


def test_the_app_may_ask_who_is_not_to_be_disturbed(slack: Slack, client: WebClient) -> None:
    installation = slack.workspace().installation
    assert installation is not None
    installation.scopes = frozenset({"dnd:read"})
    ben = Practice(slack).person("ben")
    assert client.dnd_info(user=ben.id)["dnd_enabled"] is False
    ben.types("/dnd 1h")
    found = client.dnd_info(user=ben.id)
    now = int(slack.clock.now().timestamp())
    assert (found["next_dnd_start_ts"], found["next_dnd_end_ts"]) == (now, now + 3600)
    assert found.get("snooze_enabled") is None, "that is for Ben alone"
    assert client.dnd_teamInfo(users=ben.id)["users"][ben.id]["dnd_enabled"] is True
    ben.types("/dnd")
    assert client.dnd_info(user=ben.id)["dnd_enabled"] is False


@pytest.mark.parametrize(
    ("typed", "channel", "sentence"),
    [
        ("/invite", "#social", "Whom? For example: /invite @somebody, or /invite @somebody #channel."),
        ("/invite @nobody @ben", "#front-desk", "Nobody here is called @nobody."),
        ("/invite @ana #nowhere", "#social", "There is no channel #nowhere."),
        ("/invite @ana #owners", "#social", "There is no channel #owners."),
        ("/invite @ana #front-desk", "#social", "You are not in #front-desk yourself."),
        ("/invite @ana", "@sarah", "Type it in a channel; this is a direct message."),
        ("/remove", "#social", "Whom? For example: /remove @somebody."),
        ("/remove @ben", "#front-desk", "Ben is not in this channel."),
        ("/leave", "#general", "Nobody can leave #general."),
        ("/leave", "@sarah", "Type it in a channel; this is a direct message."),
        ("/join", "#social", "Which channel? For example: /join #general."),
        ("/topic " + "x" * 251, "#social", "A topic can have 250 characters; this one has 251."),
        ("/status", "#social", "Which status? For example: /status :palm_tree: On holiday, or /status clear."),
        ("/status " + "x" * 101, "#social", "A status can have 100 characters; this one has 101."),
        (
            "/dnd now and then",
            "#social",
            "How long? For example: /dnd 2 hours, /dnd until 4pm, /dnd until monday, or /dnd off.",
        ),
        ("/remind me", "#social", "/remind is one of Slack's own commands; this pretend Slack doesn't have it."),
    ],
)
def test_what_is_unclear_is_said_in_one_sentence_and_changes_nothing(
    practice: Practice, typed: str, channel: str, sentence: str
) -> None:
    workspace = practice.workspace
    workspace.add_channel("owners", members=[workspace.person("reyes").id], kind="private")
    before = {one.id: list(one.members) for one in workspace.channels.values()}
    assert practice.person("ben").types(typed, channel) == sentence
    assert {one: workspace.channels[one].members for one in before} == before
    assert heard_of(practice) == []


def test_own_commands_work_without_an_app_and_an_app_cannot_take_their_names(
    slack: Slack, bolt: App, over_http: Callable[[], object]
) -> None:
    bolt.command("/invite")(lambda ack: ack("mine"))
    over_http()
    ana = Practice(slack).person("ana")
    assert ana.types("/invite @reyes", "#social") == "Dr. Reyes is in #social already."
    acts.uninstall_app(slack, slack.workspace())
    assert ana.types("/invite @greeter", "#social") == "The app is not installed in this workspace."
    assert ana.types("/leave", "#social") == ""


def test_a_closed_account_is_opened_again(practice: Practice) -> None:
    ana, ben = practice.people("ana", "ben")
    acts.deactivate_person(practice.slack, ben.person)
    assert ana.types("/invite @ben", "#social") == "Ben has no account here any more."
    assert [event["user"]["deleted"] for _, event in heard_of(practice)] == [True]
    acts.reactivate_person(practice.slack, ben.person)
    assert [event["user"]["deleted"] for _, event in heard_of(practice)] == [False]
    assert ana.types("/invite @ben", "#social") == ""
    assert ben.sees("#general") == ""
