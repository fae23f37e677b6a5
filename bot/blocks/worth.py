"""How it looks what came of it: everything so far, and a month on one page. No cause is named, nothing is promised."""

from math import isinf

from bot.blocks import decisions, goal_phrases, kit, money, saying
from bot.blocks.lead_phrases import progress, sources
from bot.blocks.plan_phrases import listed
from bot.blocks.step_phrases import unmarked
from bot.blocks.surfaces import Message, message
from bot.blocks.verdict_phrases import in_hundred
from bot.domain import evidence, said
from bot.domain.budgets import Month
from bot.domain.outcomes.sponsor import MonthPageShown, WorthShown


def draw_worth_shown(outcome: WorthShown) -> Message:
    """Say what came of it: what went out, what came in, how far, at what cost, and how sure all of that is."""
    lines = [_out(outcome), *_leads(outcome), *_cost(outcome), _learning(outcome)]
    head = f"*What came of it, since {said.day(outcome.since_on)}*"
    foot = "Counts stand side by side here; that one came with the other is no proof that it came of it."
    blocks = [
        kit.SectionBlock("\n".join([head, *(f"• {line}" for line in lines if line)])),
        kit.ContextBlock([kit.Text(foot)]),
    ]
    return message(unmarked(" ".join([head, *(line for line in lines if line)])), blocks)


def draw_month_page_shown(outcome: MonthPageShown) -> Message:
    """Draw a month on one page."""
    name, total = said.month(outcome.month), outcome.total
    so_far = "" if outcome.is_over else " so far"
    kept = (
        f"{total.posted} of {saying.count(total.places, 'place')} out"
        if total.places
        else f"{saying.count(total.posted, 'post')} out"
    )
    lines = [f"*Plan:* {kept}{so_far}."]
    if outcome.tally is None:
        lines.append("*Leads:* not known, nobody logged any.")
    elif not outcome.tally.leads:
        lines.append(f"*Leads:* none came{so_far}.")
    else:
        count, _, shares = sources(outcome.tally).partition(": ")
        lines.append(f"*{count}:* {shares}. {progress(outcome.tally)}.")
    if outcome.money.lines:
        lines.append(f"*Money:* {_spent(outcome.money)}.")
    lines += [f"*Goal:* {goal_phrases.line(aimed).removeprefix('Goal: ')}" for aimed in outcome.goals[:1]]
    decided = decisions.decided_line([each for each in outcome.decided if each.change], outcome.people)
    lines.append(f"*{decided.replace(': ', ':* ', 1)}" if decided else "*Decided:* nothing was changed.")
    if outcome.thanks:
        names = list(dict.fromkeys(saying.name(outcome.people.get(each.to_id)) for each in outcome.thanks))
        lines.append(f"*Thanks* went to {listed(names)}.")
    text = "\n".join(lines)
    return message(
        unmarked(f"{name} on one page. {text}"), [kit.HeaderBlock(f"{name} on one page"), kit.SectionBlock(text)]
    )


def _spent(month: Month) -> str:
    spent, planned = (saying.money(cents, month.currency) for cents in (month.cents, 100 * month.planned))
    return f"{spent} spent of {planned} planned" if month.planned else f"{spent} spent"


def _out(outcome: WorthShown) -> str:
    weeks = f"in {saying.count(outcome.weeks, 'whole week')}" if outcome.weeks else "so far"
    return f"{saying.count(outcome.posts, 'post').capitalize()} went out {weeks}."


def _leads(outcome: WorthShown) -> list[str]:
    tally = outcome.tally
    if tally is None:
        return ["How many leads came is not known: nobody logged any. `/leads add` is two taps."]
    if not tally.leads:
        return ["No lead came in, as far as the log knows."]
    tracked = f"{outcome.tracked or 'none'} tracked by a link, form or number"
    unknown = f", {tally.unknown_source} from nobody knows where" if tally.unknown_source else ""
    a_week = f" (about {outcome.a_week:.1f} in a whole week)" if outcome.a_week is not None else ""
    found = [f"{saying.count(tally.leads, 'lead').capitalize()}{a_week}: {tracked}{unknown}."]
    share = evidence.share(outcome.booked.part, outcome.booked.whole)
    if share is not None:
        old = f"Of {saying.count(outcome.booked.whole, 'lead')} old enough to judge"
        booked = f"{outcome.booked.part or 'none'} {'is' if outcome.booked.part == 1 else 'are'} booked"
        found.append(f"{old}, {booked}, which fits {in_hundred(share)}.")
    return found


def _cost(outcome: WorthShown) -> list[str]:
    if not outcome.cents:
        return []
    currency, spent = outcome.currency, money.into_ads(outcome.cents, outcome.traceable, outcome.currency)
    if not outcome.from_ads:
        return [f"{spent}, and no lead is tracked to them, so what one costs isn't known."]
    each = evidence.cost_of_each(outcome.traceable, outcome.from_ads)
    about, least = saying.money(outcome.traceable / outcome.from_ads, currency), saying.money(each.low, currency)
    leads = f"{saying.count(outcome.from_ads, 'lead')} tracked to them, about {about} each"
    high = "more" if isinf(each.high) else saying.money(each.high, currency)
    return [f"{spent}; {leads}, which fits anything from {least} to {high}."]


def _learning(outcome: WorthShown) -> str:
    if outcome.weeks_to_learn is None:
        return ""
    weeks = saying.count(outcome.weeks_to_learn, "week")
    return f"At this pace half as many leads again would show after about {weeks}, not sooner."
