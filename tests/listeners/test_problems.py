"""What goes wrong at a door is told to the person, also where Slack refuses to show the answer."""

from collections.abc import Callable

import pytest
from slack_sdk.errors import SlackApiError

from bot.blocks.surfaces import Drawn, Message, Modal
from bot.domain.errors import NotFound
from bot.handlers.desk import Door
from bot.listeners.problems import told
from storage.engine import Unavailable

DOOR = Door("T1", "U1")
MODAL = Modal({"type": "modal"})


def failing(problem: Exception) -> Callable[[], Drawn]:
    def work() -> Drawn:
        raise problem

    return work


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (NotFound("There is no such post."), "There is no such post."),
        (Unavailable("locked"), "I can't reach my notes right now, so nothing was changed."),
        (ZeroDivisionError("Anna"), "Sorry, something went wrong on my side and nothing was changed."),
    ],
)
def test_what_goes_wrong_is_told(problem: Exception, sentence: str) -> None:
    seen: list[Drawn] = []
    told(failing(problem), seen.append, DOOR)
    assert isinstance(seen[0], Message)
    assert seen[0].text.startswith(sentence)
    assert "Anna" not in seen[0].text


@pytest.mark.parametrize(
    "refusal", [SlackApiError("no", {"error": "expired_trigger_id"}), ConnectionResetError(), TimeoutError()]
)
def test_an_answer_that_slack_does_not_show_is_told_in_words(refusal: Exception) -> None:
    seen: list[str] = []

    def reply(drawn: Drawn) -> None:
        if isinstance(drawn, Modal):
            raise refusal
        assert isinstance(drawn, Message)
        seen.append(drawn.text)

    told(lambda: MODAL, reply, DOOR)
    assert seen == ["Slack didn't let me show you the answer just now. Please try again in a moment."]


def test_where_slack_shows_nothing_at_all_the_door_is_closed_quietly() -> None:
    tried: list[Drawn] = []

    def reply(drawn: Drawn) -> None:
        tried.append(drawn)
        raise ConnectionRefusedError

    told(lambda: MODAL, reply, DOOR)
    assert len(tried) == 2
