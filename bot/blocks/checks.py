"""How it is said what is missing from the plan: what to settle first, then what the mix lacks. Names, and no blame."""

from bot.blocks import kit, saying
from bot.blocks.plan_phrases import capital, listed, task_word, title
from bot.blocks.repeating import plan_again
from bot.blocks.surfaces import Message, message
from bot.commands import buttons
from bot.commands.vocabulary import OpenPostForm, ShowPlan
from bot.domain import said
from bot.domain.cadence import Entry
from bot.domain.checks import Finding, Unsettled
from bot.domain.outcomes.checks import PlanChecked
from bot.domain.score import Quality, Reason, Tick
from bot.domain.weeks import Week

_MOST = 12
_TOO_EARLY = {
    Quality.MANAGEABLE: "no place has come round yet, so it shows in a week or two",
    Quality.STRATEGIC: "no post is planned yet for the coming four weeks",
    Quality.TRACKABLE: "nothing has been out long enough to count",
}


def draw_plan_checked(outcome: PlanChecked) -> Message:
    """Draw what is missing, with a way to fill each empty place."""
    gaps = outcome.gaps
    if not gaps and not outcome.findings:
        words = "Nothing is missing: the next seven days are filled, and everybody has said yes."
        return message(words, [kit.SectionBlock(words), *_score(outcome)], in_place=True)
    blocks: list[kit.Block] = []
    if gaps:
        blocks.append(kit.SectionBlock("*Still to settle in the next seven days*"))
        for entry in gaps.empty[:_MOST]:
            blocks.append(kit.SectionBlock(_empty(entry, outcome), accessory=_fill(entry)))
            again = outcome.again.get((entry.on, (entry.slot and entry.slot.id) or 0))
            blocks += [plan_again(again, entry.on, (entry.slot and entry.slot.id) or 0)] if again else []
        blocks += [kit.SectionBlock(_unsettled(each, outcome)) for each in gaps.unsettled[:_MOST]]
    if outcome.findings:
        lines = [_finding(finding, outcome) for finding in outcome.findings]
        blocks.append(kit.SectionBlock("\n".join(["*About the mix*", *lines])))
    blocks += _score(outcome)
    shows = ShowPlan(Week.of(gaps.empty[0].on)) if gaps.empty else None
    if shows:
        see = kit.Button("See the week", buttons.action_of(shows), value=buttons.value_of(shows))
        blocks.append(kit.ActionsBlock([see]))
    return message(_aloud(outcome), blocks)


def _empty(entry: Entry, outcome: PlanChecked) -> str:
    return f"{saying.moment(entry.publish_at, outcome.zone)}: the {said.kind(entry.kind)} place is free."


def _unsettled(each: Unsettled, outcome: PlanChecked) -> str:
    parts = []
    if each.unanswered:
        tasks = listed([task_word(step) for step in each.unanswered])
        names = listed(list(dict.fromkeys(saying.name(outcome.people.get(step.owner_id)) for step in each.unanswered)))
        parts.append(f"asked, no answer yet: {names} ({tasks})")
    if each.questions:
        parts.append(f"still open: {listed([str(question) for question in each.questions])}")
    return f"{saying.moment(each.entry.publish_at, outcome.zone)}: {title(each.post)}. {capital('; '.join(parts))}."


def _finding(finding: Finding, outcome: PlanChecked) -> str:
    month = said.MONTHS[outcome.month.month - 1]
    match finding:
        case Finding.NEXT_WEEK_EMPTY:
            return f"No place in the week from {saying.day(outcome.week.monday)} is filled. One post is a good start."
        case Finding.TOO_MUCH_PROMOTION:
            return (
                "More than 60 % of these four weeks is about services or ads. A human or community post evens it out."
            )
        case Finding.NO_INVITATION:
            return f"Nothing in {month} invites anybody yet: a link, an open day, or a word to come by would."
        case Finding.NO_ADS:
            return f"No ad is planned in {month}. `/plan ads` has the places."
        case Finding.ONLY_ADS:
            return f"So far {month} has ads only. Posts are what people follow you for."


def _score(outcome: PlanChecked) -> list[kit.Block]:
    """Say of each quality whether it holds, with its reason: "✓ Strategic: every post says what should come of it."."""
    if not outcome.score:
        return []
    lines = [f"{'✓' if tick.holds else '○'} {capital(tick.quality)}: {_reason(tick)}." for tick in outcome.score]
    return [kit.SectionBlock("\n".join(["*How the plan looks*", *lines]))]


def _reason(tick: Tick) -> str:
    if tick.holds is None:
        return _TOO_EARLY[tick.quality]
    of = f"{tick.part} of {tick.whole}"
    match tick.reason:
        case Reason.WAITS_FOR_A_YES:
            waits = "waits" if tick.part == 1 else "wait"
            return f"{saying.count(tick.part, 'step')} still {waits} for a yes"
        case Reason.KEPT if tick.holds:
            return f"every step has a yes, and {of} places of the last four weeks went out"
        case Reason.KEPT:
            return f"{of} places of the last four weeks went out, so a smaller outline may be easier to keep"
        case Reason.SAYS_WHY if tick.holds:
            return "every post ahead says what should come of it"
        case Reason.SAYS_WHY if tick.whole == 1:
            return "the post ahead doesn't say yet what should come of it"
        case Reason.SAYS_WHY:
            return f"{of} posts ahead say what should come of them"
        case Reason.HAS_FIGURES if tick.holds:
            return "every post that has been out for three days has its figures"
        case Reason.HAS_FIGURES:
            return f"{of} posts that are out have their figures; `/figures` takes the rest"


def _aloud(outcome: PlanChecked) -> str:
    gaps = outcome.gaps
    counts = []
    if gaps.empty:
        counts.append(saying.count(len(gaps.empty), "empty place"))
    if gaps.unsettled:
        counts.append(f"{saying.count(len(gaps.unsettled), 'post')} with something open")
    said_first = [f"Still to settle in the next seven days: {listed(counts)}."] if counts else []
    return " ".join([*said_first, *(_finding(finding, outcome) for finding in outcome.findings)])


def _fill(entry: Entry) -> kit.Button:
    opens = OpenPostForm(entry.on, entry.slot.id if entry.slot else None)
    action = buttons.action_of(opens, apart=f"{opens.slot_id}-{entry.on}")
    return kit.Button("Fill this place", action, value=buttons.value_of(opens))
