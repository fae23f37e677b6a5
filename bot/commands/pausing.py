"""Reading until when the plan is paused: "until jan 7", which is the day on which it goes on."""

import re

from bot.commands import vocabulary as v
from bot.commands.typed import Typed
from bot.commands.when import Reading, read_day

_EXAMPLE = "`/plan pause until jan 7`"
_UNTIL = re.compile(r"^(?:until|till|til)\s+", re.IGNORECASE)


def read_pause(typed: Typed, reading: Reading) -> v.Command:
    """Read "until jan 7"; with nothing typed the form is opened."""
    words = typed.text.strip()
    return v.PausePlan(read_day(_UNTIL.sub("", words), reading, _EXAMPLE).on) if words else v.OpenPauseForm()
