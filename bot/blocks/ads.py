"""How a month's ads look: each with its state and what it may cost, and what the month may cost in all."""

from bot.blocks import kit, saying
from bot.blocks.plan_phrases import MEANT_FOR, title
from bot.blocks.step_phrases import button
from bot.blocks.surfaces import Message, message
from bot.commands.vocabulary import OpenPlaceForm, OpenPostForm, StartAds
from bot.domain import said
from bot.domain.cadence import Entry, Standing
from bot.domain.outcomes.ads import AdsShown

_MOST_ENTRIES = 30


def draw_ads_shown(outcome: AdsShown) -> Message:
    """Draw the ads of a month."""
    month = said.month(outcome.month)
    if not outcome.entries:
        words = f"No ads are planned in {month}. Posts alone are fine; ads bring new people to them sooner."
        ways: list[kit.Element] = [button("Begin with one of each kind", StartAds()), _one_more()]
        blocks: list[kit.Block] = [kit.SectionBlock(words)]
        return message(words, [*blocks, kit.ActionsBlock(ways)] if outcome.may_edit else blocks)
    blocks = [kit.SectionBlock(f"*Ads in {month}*")]
    blocks += [
        kit.SectionBlock(_line(entry, outcome), accessory=_fill(entry)) for entry in outcome.entries[:_MOST_ENTRIES]
    ]
    total = f"{sum(outcome.budgets):,} planned in all" if outcome.budgets else "No sums are planned yet"
    open_ones = len(outcome.entries) - len(outcome.budgets)
    unknown = f", and {saying.count(open_ones, 'ad')} without a sum" if outcome.budgets and open_ones else ""
    blocks.append(kit.SectionBlock(f"*{total}*{unknown}."))
    if outcome.may_edit:
        blocks.append(kit.ActionsBlock([_one_more()]))
    return message(f"Ads in {month}: {saying.count(len(outcome.entries), 'ad')}. {total}{unknown}.", blocks)


def _line(entry: Entry, shown: AdsShown) -> str:
    budget = entry.slot.budget if entry.slot else None
    money = f", {budget:,} planned" if budget else ""
    heading = f"*{saying.moment(entry.publish_at, shown.zone)}*, {said.kind(entry.kind)}{money}"
    if entry.post is None:
        meant = f": {MEANT_FOR[entry.kind]}" if entry.standing is Standing.FREE else ""
        return f"{heading}\n_{entry.standing}_{meant}"
    return f"{heading}\n{title(entry.post)}: _{entry.standing}_"


def _fill(entry: Entry) -> kit.Button | None:
    if entry.standing is not Standing.FREE or entry.slot is None:
        return None
    return button("Fill this place", OpenPostForm(entry.on, entry.slot.id), apart=f"{entry.slot.id}-{entry.on}")


def _one_more() -> kit.Button:
    return button("Add an ad", OpenPlaceForm(is_ad=True))
