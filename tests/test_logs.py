"""What people write is in no log, also where a library fails over it."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot import logs

WRITTEN = "Anna Kowalska called, 212-555-0134"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def fail() -> None:
    raise ValueError(WRITTEN)


@pytest.mark.parametrize("debug", [False, True])
def test_an_error_in_a_library_is_told_by_its_kind_and_place(
    capsys: pytest.CaptureFixture[str], *, debug: bool
) -> None:
    logs.set_up(debug=debug)
    try:
        fail()
    except ValueError as error:
        logging.getLogger("somebody.else").exception("failed over %s", error)  # noqa: TRY401 - as libraries do
    told = json.loads(capsys.readouterr().err)
    assert (told["by"], told["error"]) == ("somebody.else", "ValueError")
    assert any("fail" in place for place in told["at"])
    assert WRITTEN not in str(told)


def test_an_error_of_ours_is_told_by_its_kind_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up()
    try:
        fail()
    except ValueError:
        structlog.get_logger().exception("bug", text=WRITTEN, bot_token="xoxb-1")
    told = json.loads(capsys.readouterr().err)
    assert (told["event"], told["error"]) == ("bug", "ValueError")
    assert not {"text", "bot_token", "exception", "exc_info"} & set(told)
    assert WRITTEN not in str(told)


@pytest.mark.parametrize("debug", [False, True])
def test_what_libraries_say_in_detail_is_not_told(capsys: pytest.CaptureFixture[str], *, debug: bool) -> None:
    logs.set_up(debug=debug)
    logging.getLogger("slack_sdk.web.client").debug("Sending a request - %s", WRITTEN)
    assert not capsys.readouterr().err


def test_of_a_long_message_only_the_first_line_is_told_and_of_bolt_only_what_is_wrong(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.set_up()
    logging.getLogger("slack_bolt.App").warning("as you gave a client")
    logging.getLogger("dbos").error("Exception polling: %s", f"\nTraceback\n{WRITTEN}")
    told = json.loads(capsys.readouterr().err)
    assert told["event"] == "Exception polling: "
