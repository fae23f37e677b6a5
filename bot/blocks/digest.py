"""How the digest of a week looks: whether people are answered, the plan kept, the goal, both sides, the verdict, lines.

At most twelve lines beside its charts and its table; whatever stands behind them goes into its thread.
"""

from dataclasses import replace

from bot.blocks import decisions, digest_charts, kit, saying
from bot.blocks import digest_asks as asks
from bot.blocks import digest_phrases as phrases
from bot.blocks.comment_phrases import conversation
from bot.blocks.plan_phrases import capital
from bot.blocks.surfaces import Message, message
from bot.blocks.verdict_phrases import verdict
from bot.commands import buttons
from bot.commands.vocabulary import OpenLineForm
from bot.domain.digest import Digest, Side
from bot.domain.outcomes.digest import DigestShown

_TO_A_SECTION = 5
_MOST_REVIEWS = 2
_MOST_ALOUD = 3_800
"""When a message is edited its text holds 4,000 bytes; very long or odd words are left to the blocks then."""


def draw_digest_shown(outcome: DigestShown) -> Message:
    """Draw a week's digest with charts and a table."""
    drawn = [*digest_charts.charts(outcome.digest), *digest_charts.table(outcome.digest)]
    return replace(_draw(outcome, drawn), plain=draw_digest_plain(outcome).blocks)


def draw_digest_plain(outcome: DigestShown) -> Message:
    """Draw the same digest in words alone, for where Slack refuses a chart."""
    lines = digest_charts.in_words(outcome.digest)
    parts = [lines[start : start + _TO_A_SECTION] for start in range(0, len(lines), _TO_A_SECTION)]
    return _draw(outcome, [kit.SectionBlock("\n".join(f"• {line}" for line in part)) for part in parts])


def _draw(outcome: DigestShown, drawn: list[kit.Block]) -> Message:
    digest = outcome.digest
    footer = " ".join(words for words in (phrases.footer(digest), digest_charts.left_out(digest)) if words)
    said, grounds = verdict(digest)
    blocks: list[kit.Block] = [
        kit.HeaderBlock(phrases.heading(digest)),
        kit.SectionBlock("\n".join(_first(digest))),
        kit.SectionBlock(fields=["\n".join(_column(side, digest)) for side in digest.sides]),
        *drawn,
        kit.SectionBlock(f"*{said}* {grounds}".strip()),
    ]
    blocks += [kit.SectionBlock(line) for side in digest.sides if (line := phrases.own_line(side))]
    asked = _asked(outcome)
    blocks += [kit.SectionBlock(asked)] if asked else []
    ways: list[kit.Element] = [_add_line(side, digest) for side in digest.sides if side.writer]
    ways += decisions.ways_to_decide(digest.week) if digest.is_over and not outcome.decided else []
    if ways:
        blocks.append(kit.ActionsBlock(ways))
    for each in outcome.reviews[:_MOST_REVIEWS]:
        blocks += decisions.review(each)
    blocks.append(kit.ContextBlock([kit.Text(footer)]))
    return message(_aloud(outcome), blocks)


def _first(digest: Digest) -> list[str]:
    kept = f"*{phrases.plan_kept(digest)}* {phrases.not_out(digest)}".strip()
    answered = conversation(digest.conversation)
    return [line for line in (answered, kept, phrases.to_come(digest), phrases.goal(digest.goal)) if line]


def _column(side: Side, digest: Digest) -> list[str]:
    return [f"*{capital(side.role)}*, {saying.name(side.holder)}", *phrases.facts(side, digest)]


def _asked(outcome: DigestShown) -> str:
    """Give the question, what is asked of both sides, and thanks, in one line."""
    digest = outcome.digest
    asked = (
        asks.settle(digest),
        asks.lines(digest, is_addressed=outcome.is_addressed),
        asks.thanks(digest),
        decisions.decided_line(outcome.decided, outcome.people),
    )
    return " ".join(words for words in asked if words)


def _add_line(side: Side, digest: Digest) -> kit.Button:
    opens = OpenLineForm(digest.week, side.role)
    are_two = len({each.writer.id for each in digest.sides if each.writer}) == len(digest.sides)
    who = side.writer.name if side.writer and side.holder and are_two else f"For {side.role}"
    words = f"{saying.short(who, 40)}: {'change the line' if side.line else 'add a line'}"
    return kit.Button(words, buttons.action_of(opens, apart=side.role), value=buttons.value_of(opens))


def _aloud(outcome: DigestShown) -> str:
    """Say the whole digest in sentences, for notifications and screen readers."""
    digest = outcome.digest
    heading, said, asked = f"{phrases.heading(digest)}.", " ".join(verdict(digest)).strip(), _asked(outcome)
    sides = [f"{capital(side.role)}: {'. '.join(phrases.facts(side, digest))}." for side in digest.sides]
    own = [f"{line}." for side in digest.sides if (line := phrases.own_line(side))]
    whole = " ".join(part for part in (heading, *_first(digest), *sides, said, *own, asked) if part).replace("*", "")
    short = " ".join(part for part in (heading, phrases.plan_kept(digest), said, asked) if part).replace("*", "")
    return whole if len(whole.encode()) <= _MOST_ALOUD else short
