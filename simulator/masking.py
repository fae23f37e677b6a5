"""Takes secrets out of what is kept of the wire: tokens, client secrets, sign-in codes, signatures, tickets.

It works on the text that is kept, so that a secret is gone wherever it stood.
"""

from __future__ import annotations

import json
import re
from typing import Any

HIDDEN = "(hidden)"
# Arguments that are secrets in every method; `code` is one only where an app swaps it for a token.
SECRETS = frozenset({"client_secret", "code", "code_verifier", "refresh_token"})

FIELDS = (
    "token",
    "access_token",
    "bot_access_token",
    "refresh_token",
    "client_secret",
    "code_verifier",
    "X-Slack-Signature",
)

_FIELD = re.compile(rf'("(?:{"|".join(FIELDS)})": )"(?:[^"\\]|\\.)*"')
_TOKEN = re.compile(r"(xox[a-z](?:\.xox[a-z])?|xapp)-[A-Za-z0-9._-]{4,}")
_TICKET = re.compile(r"(ticket=)[0-9a-f]+")


class Mask:
    """Hides secrets, those of one app by their very words too."""

    def __init__(self, *words: str) -> None:
        self._words = tuple(word for word in words if len(word) >= 8)  # a shorter one would hide ordinary text

    def text(self, held: Any) -> str:  # noqa: ANN401 - whatever went over the wire
        """Write what was sent as JSON without a secret in it."""
        said = json.dumps(held, ensure_ascii=False, default=str)
        if any(f'"{name}": ' in said for name in FIELDS):  # to look is much quicker than to replace
            said = _FIELD.sub(rf'\1"{HIDDEN}"', said)
        return self.words(said)

    def words(self, said: str) -> str:
        """Give these words without a secret in them."""
        for word in self._words:
            said = said.replace(word, HIDDEN)
        if "xox" in said or "xapp-" in said:
            said = _TOKEN.sub(rf"\1-{HIDDEN}", said)
        return _TICKET.sub(rf"\1{HIDDEN}", said) if "ticket=" in said else said


def without_secrets(args: dict[str, Any]) -> dict[str, Any]:
    """Give the arguments of a call without its token and with its other secrets hidden."""
    return {key: HIDDEN if key in SECRETS else value for key, value in args.items() if key != "token"}
