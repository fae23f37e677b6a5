"""What is worth learning this quarter: one topic of ethics and craft for each, the same for everybody.

It refuses to know who learns it, and whether they did.
"""

from datetime import date
from typing import Final

_TOPICS: Final = (
    # 45 CFR 164.508(c)
    "what a patient's written authorization has to say before they may be seen in a post",
    # 16 CFR 465
    "asking for reviews fairly: everybody alike, no reward for kind ones, none by staff or family",
    # 45 CFR 164.502(a): that somebody is a patient is itself protected
    "answering a review without saying that somebody is a patient",
    # WCAG 2.2, success criterion 1.1.1
    "describing a picture for people who can't see it",
    # 16 CFR 255.5
    "posting about the practice from your own account: saying that you work there",
    # FTC, Health Products Compliance Guidance, December 2022
    "what a post may promise: claims about health need evidence",
    # 45 CFR 164.514(b)(2): what identifies somebody
    "what else is in a picture: screens, charts, names, reflections and where it was taken",
    # each network's own definitions, which change
    "what views and reach mean on each of your networks",
)
"""Two years of quarters, ethics and craft in turn, each with where its rule is from."""
_MONTHS = 3


def topic(month: date) -> str:
    """Give the topic of the quarter that a month is in; after two years they come round again."""
    return _TOPICS[(month.year * 12 + month.month - 1) // _MONTHS % len(_TOPICS)]
