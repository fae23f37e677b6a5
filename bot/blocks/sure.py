"""The question before a button takes something away for good: what happens then, and what the two answers are.

Whatever another button gives back, and an undo right below what was just done, asks nothing. It refuses to know what a
button does.
"""

from bot.blocks import kit


def before(asked: str, what_happens: str, yes: str, no: str = "Keep it") -> kit.ConfirmationDialogue:
    """Ask once more before a button does it: a question of at most 100 characters, its consequence in at most 300."""
    return kit.ConfirmationDialogue(asked, kit.PlainText(what_happens), yes, no)


FREES_PLACE = "Its place becomes free again, and whoever was asked for something is told."
TAKES_OUT_POST = before("Take it out?", FREES_PLACE, "Take it out")
TAKES_OUT_FILE = before(
    "Take this file out again?",
    "Every number and lead that came with it is gone then. Leads that somebody has worked on since stay. To have it "
    "back, drop the file here once more.",
    "Take it out",
)
ENDS_GOAL = before(
    "End this goal?", "The digest tells of it no more. It stays in the history but can't be taken up again.", "End it"
)
TAKES_BACK_COMMENT = before(
    "Take this comment back?", "Nobody is reminded of it any more, and its number stays unused.", "Take it back"
)
RENEWS_CALENDAR = before(
    "Renew the address?",
    "The old one shows nothing from now on. Every calendar that reads it needs the new one.",
    "Renew it",
    "Keep the old one",
)
RENEWS_LEAD_ADDRESS = before(
    "Renew the address?",
    "No lead comes in by the old one from now on. Every form needs the new one.",
    "Renew it",
    "Keep the old one",
)
RENEWS_LEAD_SECRET = before(
    "Renew the secret?",
    "No lead signed with the old one comes in from now on. Every form of your own needs the new one.",
    "Renew it",
    "Keep the old one",
)
