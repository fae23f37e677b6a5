"""How the digest of a week looks, and the form for a side's line: gaps first, then both sides, then one question."""

from dataclasses import replace

import slackblocks as kit

from bot.blocks import digest_charts, saying
from bot.blocks import digest_phrases as phrases
from bot.blocks.choices import option
from bot.blocks.plan_phrases import capital
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands import buttons
from bot.commands.vocabulary import OpenLineForm
from bot.domain.digest import LONGEST, Digest, Side
from bot.domain.outcomes.digest import DigestShown, LineAdded, LineFormOpened
from storage.tables import Role

_TO_A_SECTION = 5
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
    return _draw(outcome, [kit.SectionBlock(_bullets(part)) for part in parts])


def draw_line_form_opened(outcome: LineFormOpened) -> Modal:
    """Ask for one side's line."""
    line = outcome.side.line
    typed = kit.PlainTextInput(
        "value",
        initial_value=line.words if line else None,
        max_length=LONGEST,
        placeholder="Good, bad or in between",
        focus_on_load=True,
    )
    asked = kit.InputBlock(
        f"What should the others know about week {outcome.week.number}?",
        typed,
        block_id="words",
        optional=outcome.may_say_none,
        hint=f"Up to {LONGEST} characters, for the whole channel. Please nothing that could name a patient.",
    )
    keeps = {"week": str(outcome.week), "side": outcome.side.role}
    blocks = [asked, *([_none_came(outcome)] if outcome.may_say_none else [])]
    return modal(f"A line for {outcome.side.role}", blocks, form="add-line", submit="Add it", keeps=keeps)


def draw_line_added(outcome: LineAdded) -> Message:
    """Thank for a line and say where it stands."""
    line = outcome.side.line
    where = "is in" if outcome.messages else "will be in"
    said = f"Thank you. Your line {where} the digest of week {outcome.week.number}"
    words = f": “{saying.plain(line.words)}”" if line and line.words else ", which says that no leads came."
    return message(f"{said}{words}", [kit.SectionBlock(f"{said}{words}")])


def _none_came(outcome: LineFormOpened) -> kit.InputBlock:
    """Offer to say that no leads came: an empty log alone does not tell that from a log that nobody kept."""
    choice = option(f"No leads came in week {outcome.week.number}", "none")
    line = outcome.side.line
    ticked = [choice] if line and line.says_none else None
    boxes = kit.CheckboxGroup("value", [choice], initial_options=ticked)
    return kit.InputBlock("No leads are logged for that week", boxes, block_id="none", optional=True)


def _draw(outcome: DigestShown, drawn: list[kit.Block]) -> Message:
    digest = outcome.digest
    verdict, grounds = phrases.verdict(digest)
    reasons = " ".join(words for words in (grounds, phrases.earlier(digest)) if words)
    asked = phrases.question(digest, is_addressed=outcome.is_addressed)
    footer = " ".join(words for words in (phrases.footer(digest), digest_charts.left_out(digest)) if words)
    blocks: list[kit.Block] = [
        kit.HeaderBlock(phrases.heading(digest)),
        kit.SectionBlock(_bullets(phrases.gaps(digest))),
        kit.SectionBlock(f"*{phrases.plan_kept(digest)}*"),
        kit.SectionBlock(fields=["\n".join(_column(side, digest)) for side in digest.sides]),
        *drawn,
        kit.SectionBlock(f"*{verdict}* {reasons}".strip()),
    ]
    if asked:
        blocks.append(kit.SectionBlock(asked))
    writable: list[kit.Element] = [_add_line(side, digest) for side in digest.sides if side.writer]
    if writable:
        blocks.append(kit.ActionsBlock(writable))
    blocks.append(kit.ContextBlock([kit.Text(footer)]))
    return message(_aloud(digest, f"{verdict} {reasons}".strip(), asked), blocks)


def _column(side: Side, digest: Digest) -> list[str]:
    return [f"*{capital(side.role)}*, {saying.name(side.holder)}", *_facts(side, digest), *phrases.own_line(side)]


def _facts(side: Side, digest: Digest) -> list[str]:
    return phrases.marketing(digest) if side.role is Role.MARKETING else phrases.sales(digest)


def _add_line(side: Side, digest: Digest) -> kit.Button:
    opens = OpenLineForm(digest.week, side.role)
    who = side.writer.name if side.writer and side.holder else f"For {side.role}"
    words = f"{saying.short(who, 40)}: {'change the line' if side.line else 'add a line'}"
    return kit.Button(words, buttons.action_of(opens, apart=side.role), value=buttons.value_of(opens))


def _bullets(lines: list[str]) -> str:
    return lines[0] if len(lines) == 1 else "\n".join(f"• {line}" for line in lines)


def _aloud(digest: Digest, verdict: str, asked: str) -> str:
    """Say the whole digest in sentences, for notifications and screen readers."""
    sides = [
        f"{capital(side.role)}: {'. '.join([*_facts(side, digest), *phrases.own_line(side)])}." for side in digest.sides
    ]
    gaps = ". ".join(line.rstrip(".") for line in phrases.gaps(digest))
    parts = [f"{phrases.heading(digest)}.", f"{gaps}.", phrases.plan_kept(digest), *sides, verdict, asked]
    whole = " ".join(part for part in parts if part)
    return (
        whole if len(whole.encode()) <= _MOST_ALOUD else " ".join([parts[0], phrases.plan_kept(digest), verdict, asked])
    )
