"""How decisions look: the form, the log, what the counts say since, and the agenda of a quarter. No cause is named."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.blocks import choices, goal_phrases, kit, saying
from bot.blocks.course_phrases import happened
from bot.blocks.plan_phrases import listed
from bot.blocks.step_phrases import button, unmarked
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands.buttons import picked_action
from bot.commands.vocabulary import DecideNoChange, OpenDecideForm, RemoveDecision, ReviewDecision, ShowDecisions
from bot.domain import said
from bot.domain.decisions import LONGEST, Expects, Pace, Result, is_reckoned
from bot.domain.outcomes.course import (
    Decided,
    DecideFormOpened,
    DecisionRemoved,
    DecisionReviewed,
    DecisionsShown,
    NoChangeDecided,
    QuarterShown,
    Reviewed,
)
from bot.domain.spans import Span
from bot.domain.weeks import Week
from storage.tables import Decision, Member

_EXPECTS = {
    Expects.LEADS: "more leads",
    Expects.BOOKED: "more of the leads booked",
    Expects.COMMENTS: "more comments on posts",
    Expects.REACH: "more people reached by posts",
    Expects.ENGAGEMENT: "more of those reached engaging",
    Expects.ELSE: "something else",
}
_FACTORS = {200: "twice as many", 150: "half as many again"}
_ANSWERS = {Result.KEPT: "Keep it", Result.CHANGED: "Change it", Result.DROPPED: "Drop it"}
_REVIEWED = {Result.KEPT: "kept", Result.CHANGED: "to be changed", Result.DROPPED: "dropped"}
_NONE = "Nothing was decided yet. `/digest decide` writes down what you change, and reminds you to look at it again."


def draw_decide_form_opened(outcome: DecideFormOpened) -> Modal:
    """Ask what changes, what is expected, how much more where that can be reckoned with, whose it is, and when."""
    expected = outcome.expects or Expects.LEADS
    takes = _takes(outcome.pace, 200) if is_reckoned(expected) else ""
    expects = {str(key): f"{words[0].upper()}{words[1:]}" for key, words in _EXPECTS.items()}
    factors = {str(key): words for key, words in _FACTORS.items()}
    blocks: list[kit.Block] = [
        kit.InputBlock(
            "What will you do differently?",
            kit.PlainTextInput(
                "value", max_length=LONGEST, placeholder="Answer leads within the hour", focus_on_load=True
            ),
            block_id="change",
            hint="For the whole team to read. Please nothing that could name a patient.",
        ),
        _expects(expects, expected, outcome.week),
        *([_select("factor", "How much more?", factors, "200")] if is_reckoned(expected) else []),
        kit.InputBlock(
            "Who looks after it?", kit.UserSelectMenu("value", initial_user=outcome.member.user_id), block_id="owner"
        ),
        kit.InputBlock(
            "When will you look at it again?",
            kit.DatePicker("value"),
            block_id="review_on",
            optional=True,
            hint=f"Left empty, I propose a day. {takes}".strip(),
        ),
    ]
    keeps, changes = {"week": str(outcome.week)}, bool(outcome.expects)
    return modal("A decision", blocks, form="decide", submit="Write it down", keeps=keeps, in_place=changes)


def draw_decided(outcome: Decided) -> Message:
    """Echo a decision with the day it is looked at again, and say where that is early."""
    decision = outcome.decision
    looks = f"{saying.name(outcome.owner)} looks at it again on {_day(decision.review_on)}."
    words = f"*Decision {decision.number}:* {saying.plain(decision.change)}. {looks}"
    why = _takes(outcome.pace, decision.factor) if is_reckoned(decision.expects) else ""
    if outcome.is_early and why:
        why = f"{why} On {_day(decision.review_on)} it may be too early to say; {_day(outcome.proposed)} would do."
    blocks: list[kit.Block] = [kit.SectionBlock(words)]
    if why:
        blocks.append(kit.ContextBlock([kit.Text(why)]))
    blocks.append(
        kit.ActionsBlock(
            [button("Take it back", RemoveDecision(decision.id or 0)), button("All decisions", ShowDecisions())]
        )
    )
    return message(unmarked(f"{words} {why}".strip()), blocks)


def draw_no_change_decided(outcome: NoChangeDecided) -> Message:
    """Say that nothing changes, with a way back."""
    words = f"Noted: nothing changes after week {outcome.week.number}."
    undo = button("Undo", RemoveDecision(outcome.decision.id or 0))
    return message(words, [kit.SectionBlock(words), kit.ActionsBlock([undo])])


def draw_decision_reviewed(outcome: DecisionReviewed) -> Message:
    """Say what became of a decision; one to be changed leads to the next."""
    decision = outcome.decision
    words = f"Decision {decision.number} is {_REVIEWED[Result(decision.result)]}: {saying.plain(decision.change)}."
    blocks: list[kit.Block] = [kit.SectionBlock(words)]
    if decision.result == Result.CHANGED:
        blocks.append(kit.ActionsBlock([button("Write down the change", OpenDecideForm(_this_week(outcome)))]))
    return message(words, blocks)


def draw_decision_removed(outcome: DecisionRemoved) -> Message:
    """Say that a decision is taken back, or the word that nothing changes."""
    words = f"Decision {outcome.number} is taken back." if outcome.is_change else "Taken back: it is open what changes."
    return message(words, [kit.SectionBlock(words)], in_place=True)


def draw_decisions_shown(outcome: DecisionsShown) -> Message:
    """Draw what waits to be looked at again, then the log."""
    blocks: list[kit.Block] = []
    if outcome.waiting:
        blocks.append(kit.SectionBlock("*To be looked at again*"))
    for each in outcome.waiting[:10]:
        blocks += review(each)
    if outcome.log:
        lines = "\n".join(_logged(decision, outcome.people) for decision in outcome.log)
        blocks.append(kit.SectionBlock(f"*The log, the newest first*\n{lines}"))
    else:
        blocks.append(kit.SectionBlock(_NONE))
    blocks.append(kit.ActionsBlock([button("Decide something", OpenDecideForm(outcome.week))]))
    aloud = f"{saying.count(len(outcome.waiting), 'decision')} to look at again." if outcome.log else _NONE
    return message(aloud, blocks, in_place=True)


def draw_quarter_shown(outcome: QuarterShown) -> Message:
    """Draw the agenda for looking back on a quarter: what was decided, what came since, what to settle."""
    name = _quarter(outcome.quarter)
    blocks: list[kit.Block] = [kit.HeaderBlock(f"Looking back on {name}")]
    open_ones = [each for each in outcome.decided if not each.decision.result]
    settled = [each for each in outcome.decided if each.decision.result]
    if not outcome.decided:
        blocks.append(kit.SectionBlock(f"Nothing was changed in {name}, as far as the log knows."))
    for heading, held in (("Settled", settled), ("To settle together", open_ones)):
        if held:
            lines = [
                f"• {saying.plain(each.decision.change)} ({saying.name(each.owner)}): {_outcome(each)}" for each in held
            ]
            blocks += [kit.SectionBlock("\n".join([f"*{heading}*", *lines[:10]]))]
    if outcome.goals:
        blocks.append(
            kit.SectionBlock("\n".join(["*Goals*", *(f"• {goal_phrases.line(aimed)}" for aimed in outcome.goals)]))
        )
    ask = "Three questions: what do we keep, what do we stop, what do we try next?"
    if outcome.without:
        weeks = saying.count(len(outcome.without), "week")
        ask = f"{weeks.capitalize()} went by without a decision, not even that nothing changes. {ask}"
    blocks.append(kit.SectionBlock(ask))
    blocks.append(kit.ActionsBlock([button("Decide something", OpenDecideForm(Week.of(outcome.today).previous()))]))
    return message(f"Looking back on {name}: {saying.count(len(outcome.decided), 'decision')}. {ask}", blocks)


def review(each: Reviewed) -> list[kit.Block]:
    """Draw one decision that is to be looked at again, with what came since and its three answers."""
    decision = each.decision
    ways: list[kit.Element] = [
        button(words, ReviewDecision(decision.id or 0, str(result)), apart=f"{decision.id}-{result}")
        for result, words in _ANSWERS.items()
    ]
    return [kit.SectionBlock(review_line(each)), kit.ActionsBlock(ways)]


def review_line(each: Reviewed) -> str:
    """Say what was decided, whose it is, and what came since."""
    decision = each.decision
    due = f"{saying.name(each.owner)}, {_day(decision.review_on)}"
    return f"*Decision {decision.number}*, {saying.plain(decision.change)} ({due}). {happened(each)}"


def decided_line(decisions: Sequence[Decision], people: Mapping[int, Member]) -> str:
    """Say in one line what was decided about a week; nothing where nothing was."""
    changes = [f"{saying.plain(each.change)} ({_owner(each, people)})" for each in decisions if each.change]
    if changes:
        return f"Decided: {listed(changes)}."
    return "Decided: nothing changes." if decisions else ""


def ways_to_decide(week: Week) -> list[kit.Element]:
    """Give the two buttons of a week about which nothing is decided yet."""
    return [button("Decide something", OpenDecideForm(week)), button("Nothing changes", DecideNoChange(week))]


def _owner(decision: Decision, people: Mapping[int, Member]) -> str:
    return saying.name(people.get(decision.owner_id or 0))


def _takes(pace: Pace, factor: int) -> str:
    if pace.a_week is None:
        return ""
    so_many = f"With about {pace.a_week:.0f} leads a week" if pace.a_week >= 1 else "With less than a lead a week"
    if pace.weeks is None:
        return f"{so_many} it takes more than half a year to tell {_FACTORS.get(factor, 'more')} from chance."
    return f"{so_many}, {_FACTORS.get(factor, 'more')} shows after about {saying.count(pace.weeks, 'week')}."


def _logged(decision: Decision, people: Mapping[int, Member]) -> str:
    week = f"Digest of week {Week.parse(decision.week).number}"
    if not decision.change:
        return f"• {week}: nothing changed"
    state = _REVIEWED[Result(decision.result)] if decision.result else f"again on {_day(decision.review_on)}"
    return (
        f"• {week}, decision {decision.number}: {saying.plain(decision.change)} ({_owner(decision, people)}; {state})"
    )


def _outcome(each: Reviewed) -> str:
    if each.decision.result:
        return _REVIEWED[Result(each.decision.result)]
    return happened(each)


def _day(on: date | None) -> str:
    return said.day(on) if on else "no day"


def _quarter(quarter: Span) -> str:
    return f"quarter {quarter.number} of {quarter.year}"


def _this_week(outcome: DecisionReviewed) -> Week:
    reviewed = outcome.decision.reviewed_at or outcome.decision.made_at
    return Week.of(reviewed.date()).previous()


def _expects(words: Mapping[str, str], chosen: str, week: Week) -> kit.Block:
    """Ask what is expected; another choice draws the form anew, because not everything can be reckoned with."""
    options = choices.options((word, value) for value, word in words.items())
    action = picked_action(OpenDecideForm, "expects", {"week": str(week)})
    menu = kit.StaticSelectMenu(action, options=list(options.values()), initial_option=options[chosen])
    return kit.InputBlock("What do you expect of it?", menu, dispatch_action=True, block_id="expects")


def _select(field: str, label: str, words: Mapping[str, str], chosen: str) -> kit.Block:
    options = choices.options((word, value) for value, word in words.items())
    menu = kit.StaticSelectMenu("value", options=list(options.values()), initial_option=options.get(str(chosen)))
    return kit.InputBlock(label, menu, block_id=field)
