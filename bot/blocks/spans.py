"""How a quarter and a year look: a table of what each week or month adds up to, and all of it in a sentence."""

from collections.abc import Sequence
from dataclasses import replace

from bot.blocks import kit, saying
from bot.blocks.month import name
from bot.blocks.narrowing import narrowed, ways_back
from bot.blocks.plan_phrases import capital
from bot.blocks.step_phrases import button
from bot.blocks.surfaces import Message, message
from bot.commands.vocabulary import ShowSpan
from bot.domain.outcomes.plan import SpanSummed
from bot.domain.spans import Size, Span
from bot.domain.totals import Total


def draw_span_summed(outcome: SpanSummed) -> Message:
    """Draw a quarter week by week, or a year month by month."""
    text = f"{name(outcome.span)}: {_sentence(outcome.whole)}"
    top: list[kit.Block] = [kit.SectionBlock(f"*{name(outcome.span)}*: {_sentence(outcome.whole)}")]
    top += narrowed(outcome.only, 0)
    ways = kit.ActionsBlock(_ways_on(outcome))
    lines = "\n".join(f"{_label(total, outcome.span)}: {_sentence(total)}" for total in outcome.totals)
    drawn = message(text, [*top, _table(outcome), ways], in_place=True)
    in_lines = message(text, [kit.SectionBlock(lines)]).blocks
    return replace(drawn, plain=[*drawn.blocks[: len(top)], *in_lines, *drawn.blocks[len(top) + 1 :]])


def _sentence(total: Total) -> str:
    if not total.places and not total.posts:
        return "nothing planned."
    filled = f"{total.filled} of {saying.count(total.places, 'place')} filled, " if total.places else ""
    return f"{filled}{saying.count(total.posts, 'post')}, {total.posted} out."


def _table(outcome: SpanSummed) -> kit.Block:
    kinds = _kinds(outcome.whole)
    first = "Month" if outcome.span.size == Size.YEAR else "Week from"
    rows: list[list[kit.RawText | kit.RichTextObject]] = [
        [kit.RawText(words) for words in (first, "Places", "Filled", "Out", *map(capital, kinds))]
    ]
    rows += [_row(_label(total, outcome.span), total, kinds) for total in outcome.totals]
    rows.append(_row("All of it", outcome.whole, kinds))
    right = kit.ColumnSettings(align="right")
    return kit.TableBlock(rows, [kit.ColumnSettings(align="left"), *([right] * (len(rows[0]) - 1))])


def _row(label: str, total: Total, kinds: Sequence[str]) -> list[kit.RawText | kit.RichTextObject]:
    numbers = (total.places, total.filled, total.posted, *(total.kinds.get(kind, 0) for kind in kinds))
    return [kit.RawText(label), *(kit.RawText(str(number)) for number in numbers)]


def _kinds(whole: Total) -> list[str]:
    return sorted(whole.kinds, key=lambda kind: -whole.kinds[kind])


def _label(total: Total, span: Span) -> str:
    return name(Span.of(total.first, Size.MONTH)) if span.size == Size.YEAR else saying.day(total.first)


def _ways_on(outcome: SpanSummed) -> list[kit.Element]:
    span, only = outcome.span, outcome.only
    ways: list[kit.Element] = [
        button(name(beside), ShowSpan(beside, only), apart=str(beside)) for beside in (span.previous(), span.next())
    ]
    today = outcome.today if span.first <= outcome.today <= span.last else span.first
    ways.append(button("The month", ShowSpan(Span.of(today, Size.MONTH), only), apart="month"))
    if span.size == Size.QUARTER:
        ways.append(button("The year", ShowSpan(Span.of(today, Size.YEAR), only), apart="year"))
    else:
        ways.append(button("The quarter", ShowSpan(Span.of(today, Size.QUARTER), only), apart="quarter"))
    return [*ways, *ways_back(ShowSpan(span), only)]
