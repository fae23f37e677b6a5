"""How the program tells its operator what it did: readable lines on a terminal, JSON otherwise.

One line for each interaction, with ids only; tokens and what people wrote are never among its fields.
"""

import logging
import sys
import traceback

import structlog

_SECRETS = ("token", "secret", "text", "authorization", "password")


def set_up(*, debug: bool = False, quiet: bool = False) -> None:
    """Send structured lines to standard error; with `quiet` only what is wrong."""
    level = logging.DEBUG if debug else logging.WARNING if quiet else logging.INFO
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _place_of_error,
            _drop_secrets,
            *_rendering(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),  # as it is then: a test takes it away again
    )
    # Never below INFO: at DEBUG, Slack's own libraries tell what people wrote.
    logging.basicConfig(level=logging.INFO if debug else logging.WARNING, handlers=[_Others()], force=True)


class _Others(logging.Handler):
    """Tells what the libraries log in our own way; where there was an error, only what kind it was and where."""

    def emit(self, record: logging.LogRecord) -> None:
        """Tell it; Bolt's warnings are about nothing that matters, and its loggers set their levels themselves."""
        if record.name.startswith("slack_bolt") and record.levelno < logging.ERROR:
            return
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            structlog.get_logger().log(record.levelno, "problem in a library", by=record.name, exc_info=error)
        else:
            words = record.getMessage().partition("\n")[0]  # what follows may be an error with all that is in it
            structlog.get_logger().log(record.levelno, words, by=record.name)


def _rendering() -> list[structlog.typing.Processor]:
    if sys.stderr.isatty():
        return [structlog.dev.ConsoleRenderer()]
    return [structlog.processors.JSONRenderer()]


def _place_of_error(
    logger: structlog.typing.WrappedLogger,  # noqa: ARG001 - a processor is called with it
    method: str,  # noqa: ARG001 - a processor is called with it
    event: structlog.typing.EventDict,
) -> structlog.typing.EventDict:
    """Say what kind of error it was and where; its own words and the values around it may hold what people wrote."""
    told = event.pop("exc_info", None)
    error = told if isinstance(told, BaseException) else sys.exc_info()[1] if told else None
    if error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        event["error"] = type(error).__name__
        event["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return event


def _drop_secrets(
    logger: structlog.typing.WrappedLogger,  # noqa: ARG001 - a processor is called with it
    method: str,  # noqa: ARG001 - a processor is called with it
    event: structlog.typing.EventDict,
) -> structlog.typing.EventDict:
    return {key: value for key, value in event.items() if not any(secret in key for secret in _SECRETS)}
