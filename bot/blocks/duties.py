"""How duties look: the card of all of them, the form in which somebody agrees to one, and what is not covered."""

from collections.abc import Sequence
from datetime import date
from types import MappingProxyType

from bot.blocks import choices, kit, saying
from bot.blocks.duty_phrases import MEANS, time
from bot.blocks.plan_phrases import capital, listed
from bot.blocks.step_phrases import button
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands.vocabulary import OpenDutyForm, SendCard
from bot.domain import said
from bot.domain.duties import Cover
from bot.domain.outcomes.people import CardSent, DutiesShown, DutyFormOpened, DutySet
from bot.domain.workload import Planned
from storage.tables import Duty

_INTEREST = (("Not for me", "0"), ("If needed", "1"), ("Happy to", "2"), ("I'd love to", "3"))
_SKILL = (("I'd like to learn it", "1"), ("I can do it", "2"), ("I'm good at it", "3"))


def draw_duties_shown(outcome: DutiesShown) -> Message:
    """Show who looks after what, short enough to print."""
    lines = "\n".join(_line(cover, outcome.planned) for cover in outcome.covers)
    mine = {each.duty for each in outcome.covers for _, member in each.people if member.id == outcome.viewer_id}
    buttons: list[kit.Element] = [
        button(f"✓ {capital(duty)}" if duty in mine else capital(duty), OpenDutyForm(duty), apart=duty) for duty in Duty
    ]
    ask = "Which would you look after? Everybody chooses for themselves, and may step back at any time."
    blocks: list[kit.Block] = [
        kit.SectionBlock("*Who looks after what*"),
        kit.SectionBlock(lines),
        kit.ContextBlock([kit.Text(ask)]),
        kit.ActionsBlock(buttons),
        kit.ActionsBlock([button("Get it as a file", SendCard())]),
    ]
    return message("Who looks after what", blocks)


def draw_card_sent(_outcome: CardSent) -> Message:
    """Say where the card will be."""
    words = "The card is on its way to your direct messages with me, as a file to print or read."
    return message(words, [kit.SectionBlock(words)])


def card(covers: Sequence[Cover], practice: str, today: date) -> str:
    """Write the card down as a Markdown file that reads well as it is: each duty, who has it, and who steps in."""
    lines = [f"# {practice or 'Our practice'}: who looks after what", "", said.day(today), ""]
    for cover in covers:
        lines += [f"## {capital(cover.duty)}", "", f"{capital(MEANS[cover.duty])}.", ""]
        for number, (agreement, member) in enumerate(cover.people):
            part = ("Who", "Backup")[number] if number < 2 else "Also"
            lines.append(f"- {part}: {member.name or 'somebody'}, {time(agreement.minutes)} a week")
        lines += [f"- {missing}: nobody yet" for missing in ("Who", "Backup")[len(cover.people) :]]
        lines.append("")
    return "\n".join(lines)


def draw_duty_form_opened(outcome: DutyFormOpened) -> Modal:
    """Ask how gladly, how well and how long somebody would look after a duty."""
    agreed, duty = outcome.agreement, outcome.duty
    interest, skill = choices.options(_INTEREST), choices.options(_SKILL)
    blocks: list[kit.Block] = [
        kit.SectionBlock(f"*{capital(duty)}*: {MEANS[duty]}."),
        kit.InputBlock(
            "Would you?",
            kit.RadioButtonGroup(
                "value", list(interest.values()), initial_option=interest[str(agreed.interest if agreed else 2)]
            ),
            block_id="interest",
        ),
        kit.InputBlock(
            "How sure are you of it?",
            kit.RadioButtonGroup(
                "value", list(skill.values()), initial_option=skill[str(agreed.skill if agreed else 2)]
            ),
            block_id="skill",
            hint="Nobody else sees this. While you learn it, somebody looks over your first three.",
        ),
        kit.InputBlock(
            "Minutes a week you can give it",
            kit.NumberInput(
                is_decimal_allowed=False,
                action_id="value",
                initial_value=str(agreed.minutes) if agreed else None,
                min_value=1,
            ),
            block_id="minutes",
            optional=True,
            hint="Part of your working time, agreed with whoever plans it. For example 30.",
        ),
    ]
    return modal("A duty", blocks, form="set-duty", submit="Save", keeps={"duty": str(duty)})


def draw_duty_set(outcome: DutySet) -> Message:
    """Say what was agreed, and how the duty stands now."""
    duty = capital(outcome.cover.duty)
    if outcome.is_mine:
        words = f"Thank you! {duty} is among your duties now, {time(outcome.minutes)} a week in all."
    else:
        words = f"That's fine. {duty} is none of your duties."
    return message(words, [kit.SectionBlock(words), kit.ContextBlock([kit.Text(_line(outcome.cover))])])


def uncovered(covers: Sequence[Cover]) -> str:
    """Say which duties nobody has, and which have no backup; nothing where nobody has agreed to anything yet."""
    if not any(cover.people for cover in covers):
        return ""
    nobody = [str(cover.duty) for cover in covers if cover.holder is None]
    alone = [str(cover.duty) for cover in covers if cover.holder is not None and cover.backup is None]
    said = [f"nobody yet for {listed(nobody)}"] if nobody else []
    said += [f"no backup for {listed(alone)}"] if alone else []
    return f"*Duties:* {'; '.join(said) or 'all are covered, with a backup'}. `/rounds duties` shows them."


def _line(cover: Cover, planned: Planned = MappingProxyType({})) -> str:
    """Say one duty in a line: "*Photo* (takes the pictures): Ben, 1 h a week. Backup: Sarah"."""
    duty = f"*{capital(cover.duty)}* ({MEANS[cover.duty]}):"
    if cover.holder is None:
        return f"{duty} nobody yet"
    minutes = time(cover.people[0][0].minutes)
    taken = planned.get((cover.holder.id or 0, cover.duty), 0)
    so_far = f" ({time(taken)} planned this week)" if taken else ""
    backup = saying.name(cover.backup) if cover.backup else "nobody yet"
    return f"{duty} {saying.name(cover.holder)}, {minutes} a week{so_far}. Backup: {backup}"
