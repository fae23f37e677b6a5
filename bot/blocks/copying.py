"""How copying a month looks: what would go where, what stays out and why, and what came of it."""

from collections.abc import Iterator

from bot.blocks import kit, saying
from bot.blocks.plan_phrases import capital, title
from bot.blocks.step_phrases import button
from bot.blocks.surfaces import Message, message
from bot.commands.vocabulary import CopyMonth, ShowPlan, UndoCopy
from bot.domain import said
from bot.domain.copying import Why
from bot.domain.outcomes.copying import CopyPreviewed, CopyUndone, MonthCopied
from bot.domain.weeks import Week

_MOST = 25
_WHY = {
    Why.NO_SUCH_DAY: "that month has no fifth such day",
    Why.OVER: "its moment is over, or too far ahead",
    Why.TAKEN: "its place has another post",
    Why.LEFT_OUT: "its place is left out that time",
    Why.EVERGREEN: "it is evergreen, and is suggested when it has rested",
    Why.SERIES: "it is one of a series, which has its own days",
}


def draw_copy_previewed(outcome: CopyPreviewed) -> Message:
    """Show each post with its new day, and ask."""
    copies, months = outcome.copies, f"{said.month(outcome.source)} to {said.month(outcome.target)}"
    if not copies.wanted:
        words = f"There is nothing to copy from {months}{_already(copies.there)}."
        lines = [words, *_stays(outcome)]
        return message(words, [kit.SectionBlock("\n".join(lines))], in_place=True)
    lines = [
        f"{saying.day(copy.post.on)} → *{saying.day(copy.on)}, {said.clock(copy.at)}*: {title(copy.post, 60)}"
        for copy in copies.wanted[:_MOST]
    ]
    more = len(copies.wanted) - _MOST
    lines += [f"and {more} more"] if more > 0 else []
    count = saying.count(len(copies.wanted), "post")
    blocks: list[kit.Block] = [
        kit.SectionBlock(f"*From {months}*{_already(copies.there)}"),
        kit.SectionBlock("\n".join(lines)),
    ]
    stays = list(_stays(outcome))
    if stays:
        blocks.append(kit.ContextBlock([kit.Text("\n".join(stays))]))
    copy, cancel = CopyMonth(outcome.source, outcome.target), ShowPlan(Week.of(outcome.today))
    blocks.append(kit.ActionsBlock([button(f"Copy {count}", copy), button("Cancel", cancel)]))
    return message(f"{capital(count)} would go from {months}. Nothing is copied yet.", blocks)


def draw_month_copied(outcome: MonthCopied) -> Message:
    """Say how many posts were copied, and where to look."""
    copies = outcome.copies
    count = capital(saying.count(len(copies.wanted), "post"))
    are, source, target = (
        "is" if len(copies.wanted) == 1 else "are",
        said.month(outcome.source),
        said.month(outcome.target),
    )
    steps = "Whoever would be asked for the steps of a new post is asked for theirs."
    text = f"{count} of {source} {are} in {target} now{_already(copies.there)}. {steps}"
    if not copies.wanted:
        text = f"Nothing was left to copy from {source} to {target}{_already(copies.there)}."
    first = min((copy.on for copy in copies.wanted), default=outcome.target)
    ways: list[kit.Element] = [button("See the week", ShowPlan(Week.of(first)))]
    if outcome.numbers is not None:
        ways.insert(0, button("Undo", UndoCopy(outcome.source, outcome.target, *outcome.numbers)))
    return message(text, [kit.SectionBlock(text), kit.ActionsBlock(ways)], in_place=True)


def draw_copy_undone(outcome: CopyUndone) -> Message:
    """Say what is out of the plan again, and what stays because somebody went on with it."""
    month, count = said.month(outcome.target), outcome.taken_out
    words = f"{capital(saying.count(count, 'post'))} {'is' if count == 1 else 'are'} out of {month} again."
    if not count:
        words = f"Nothing of that copy was left to take out of {month}."
    stays = [f"{title(post, 60)} stays: it was changed or posted since." for post in outcome.stays[:_MOST]]
    more = len(outcome.stays) - _MOST
    stays += [f"and {more} more"] if more > 0 else []
    return message(words, [kit.SectionBlock("\n".join([words, *stays]))], in_place=True)


def _stays(outcome: CopyPreviewed) -> Iterator[str]:
    stays = outcome.copies.stays
    for post, why in stays[:_MOST]:
        yield f"Not copied: {title(post, 60)}, because {_WHY[why]}."
    if len(stays) > _MOST:
        yield f"and {len(stays) - _MOST} more"


def _already(there: int) -> str:
    return f"; {saying.count(there, 'post')} {'was' if there == 1 else 'were'} copied before" if there else ""
