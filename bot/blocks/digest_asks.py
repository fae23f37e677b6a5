"""What the digest asks of both sides: one question to settle together, a line from each, and thanks for what came.

Who is asked for a line is called by name once, in the channel. It never says that somebody has not answered.
"""

from bot.blocks import saying
from bot.blocks.plan_phrases import listed
from bot.blocks.thanks import thanked_for
from bot.domain.digest import Digest
from bot.domain.settling import ToSettle

_SETTLED = {
    ToSettle.AUDIENCE_SPEED_OFFER: "do we reach the right people, how soon do we answer, and is the offer clear?",
    ToSettle.WHAT_WOULD_HELP: "what would make the coming week easier?",
    ToSettle.WHO_NOTES: "who notes the leads and how far they come, and when in the day?",
    ToSettle.WHAT_CALLERS_WANT: "what do people ask for now, and do the posts speak to it?",
    ToSettle.WHAT_TO_KEEP: "what do we keep just as it is?",
    ToSettle.WHAT_PEOPLE_ASKED: "what did people ask about or react to?",
    ToSettle.WHO_IS_NEXT: "who should see us next, and what would they like to know?",
}


def settle(digest: Digest) -> str:
    """Put the question to both sides, with who starts and by when; nothing while the week runs."""
    if digest.settle is None:
        return ""
    starts = {side.role: side.writer for side in digest.sides}.get(digest.settle.starts)
    who = f" {saying.name(starts)} starts." if starts else ""
    return f"*To settle by {saying.day(digest.settle.by)}:* {_SETTLED[digest.settle.question]}{who}"


def lines(digest: Digest, *, is_addressed: bool) -> str:
    """Ask both named people for a line each, and thank those who wrote one."""
    call = saying.person if is_addressed else saying.name
    to_come = [call(side.writer) for side in digest.sides if side.writer and not side.line]
    wrote = list(dict.fromkeys(saying.name(side.writer) for side in digest.sides if side.writer and side.line))
    thanks = f"Thank you, {listed(wrote)}." if wrote else ""
    if not to_come:
        return thanks
    ways = "a line for each side" if len(to_come) > len(set(to_come)) else "a line each"
    ways = ways if len(to_come) > 1 else "a line"
    asked = f"{listed(list(dict.fromkeys(to_come)))}, {ways}, please: good, bad or in between."
    return f"{asked} {thanks}".strip()


def thanks(digest: Digest) -> str:
    """Pass on the thanks that somebody agreed to have here."""
    return " ".join(
        f"{saying.name(each.by)} thanks {saying.name(each.to)} for {thanked_for(each.step, each.post)}."
        for each in digest.thanks
    )
