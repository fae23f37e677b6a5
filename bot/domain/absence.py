"""What a status in Slack says about being away. It refuses to know how long, and who stands in."""

import re

_EMOJIS = frozenset(
    [
        "palm_tree",
        "beach_with_umbrella",
        "umbrella_on_ground",
        "desert_island",
        "airplane",
        "airplane_departure",
        "luggage",
        "camping",
        "face_with_thermometer",
        "face_with_head_bandage",
        "sneezing_face",
        "mask",
        "hospital",
        "baby",
        "no_entry",
    ]
)
"""The ones that Slack proposes for "vacationing" and "out sick", and their like."""
_WORDS = re.compile(
    r"\b(?:o\.?o\.?o\.?|out of (?:the )?office|on vacation|vacationing|vacation until|on holidays?|on leave|on pto|pto"
    r"|out sick|off sick|sick leave|(?:parental|maternity|paternity) leave|away until"
    r"|im urlaub|abwesend|en vacances)(?!\w)",
    re.IGNORECASE,
)


def is_out(emoji: str, words: str) -> bool:
    """Whether a status says that somebody is away: not "at lunch" or "in a meeting", which end by themselves soon."""
    return emoji.strip(":").split("::")[0] in _EMOJIS or _WORDS.search(words) is not None
