"""How the program tells its operator what it did: readable lines on a terminal, JSON otherwise.

One line for each interaction, with ids only; tokens and what people wrote are never among its fields.
"""

import logging
import sys

import structlog

_SECRETS = ("token", "secret", "text", "authorization", "password")


def set_up(*, debug: bool = False) -> None:
    """Send structured lines to standard error."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _drop_secrets,
            *_rendering(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG if debug else logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(
        level=logging.DEBUG if debug else logging.WARNING, stream=sys.stderr, format="%(name)s: %(message)s"
    )
    logging.getLogger("slack_bolt").setLevel(logging.ERROR)


def _rendering() -> list[structlog.typing.Processor]:
    if sys.stderr.isatty():
        return [structlog.dev.ConsoleRenderer()]
    return [structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer()]


def _drop_secrets(
    logger: structlog.typing.WrappedLogger,  # noqa: ARG001 - a processor is called with it
    method: str,  # noqa: ARG001 - a processor is called with it
    event: structlog.typing.EventDict,
) -> structlog.typing.EventDict:
    return {key: value for key, value in event.items() if not any(secret in key for secret in _SECRETS)}
