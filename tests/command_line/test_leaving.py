"""Being told to stop while somebody waits for an answer over Socket Mode."""

import threading

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.serving import Socket
from simulator import acts
from simulator.seeds import bright_smile
from simulator.server import serve
from simulator.slack import Slack


def test_who_asked_before_the_stop_is_answered_and_nothing_new_is_taken_up() -> None:
    asked, may_answer = threading.Event(), threading.Event()
    slack = Slack(seed=bright_smile)
    with serve(slack):
        workspace = slack.workspace()
        assert workspace.installation is not None
        bolt = App(
            client=WebClient(token=workspace.installation.bot_token, base_url=f"{slack.url}/api/"),
            process_before_response=True,
        )

        @bolt.command("/slow")
        def slow(ack: Ack) -> None:
            asked.set()
            may_answer.wait(30)
            ack("Here you are.")

        socket = Socket(bolt, slack.app.app_token)
        socket.connect()  # type: ignore[no-untyped-call]
        assert slack.sockets.wait_connected(1)
        person, channel = workspace.humans()[0], next(iter(workspace.channels.values()))
        answers: list[acts.Result] = []
        waiting = threading.Thread(target=lambda: answers.append(acts.slash_command(slack, person, channel, "/slow")))
        waiting.start()
        assert asked.wait(30)
        leaving = threading.Thread(target=socket.leave, args=(30.0,))
        leaving.start()
        may_answer.set()
        waiting.join(30)
        leaving.join(30)
        assert [answer.message.text for answer in answers if answer.message] == ["Here you are."]
        assert slack.sockets.connected == 0
