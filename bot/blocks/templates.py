"""How the steps of each kind look, and the form that edits them as lines of text."""

from collections.abc import Iterator, Mapping

from bot.blocks import choices, kit, saying
from bot.blocks.plan_phrases import listed
from bot.blocks.step_phrases import button
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands.vocabulary import OpenTemplateForm
from bot.domain import template_text
from bot.domain.approvals import Mode, Rule
from bot.domain.outcomes.templates import TemplateFormOpened, TemplateSet, TemplatesShown
from bot.domain.templates import INVITE, READY_MADE, SIGN, Planned, Template
from storage.tables import Member

_MOST_TYPED = 2000
_MODES = {
    Mode.NONE: "No, it goes out as it is",
    Mode.OPTIONAL: "Somebody is asked, and it can go out without",
    Mode.REQUIRED: "Somebody has to say yes",
    Mode.TWO_STEP: "Two people have to say yes",
}
_WORTH = {
    INVITE.name: "A sentence to everybody who comes in that day. With a script.",
    SIGN.name: "Once a quarter: is it there, does it lead to the right page?",
}
_HINT = (
    "What, how long before the post, minutes, and whose. Days and hours count only while you are open. "
    "For example: Put the sign at the desk, 3 hours before, 5 min, sales"
)


def draw_templates_shown(outcome: TemplatesShown) -> Message:
    """Show which steps a post of each kind takes, kinds with the same steps together."""
    blocks: list[kit.Block] = []
    said = []
    for kinds, (template, rule) in _alike(outcome):
        heading = _heading(kinds, len(outcome.templates))
        said.append(f"{heading}: {', '.join(step.name or str(step.task) for step in template)}.")
        blocks.append(kit.SectionBlock(f"*{heading}*\n{_lines(template, rule, outcome.people)}"))
    if outcome.may_edit:
        ways: list[kit.Element] = [
            button(f"Change {kind}", OpenTemplateForm(kind), apart=kind) for kind in outcome.templates
        ]
        blocks.append(kit.ActionsBlock(ways))
    else:
        blocks.append(kit.ContextBlock([kit.Text(f"{saying.name(outcome.lead)} can change them.")]))
    return message(" ".join(said), blocks)


def draw_template_form_opened(outcome: TemplateFormOpened) -> Modal:
    """Ask for the steps of a kind, one on each line."""
    lines = "\n".join(_written(step, outcome.people) for step in outcome.template)
    blocks: list[kit.Block] = [
        kit.InputBlock(
            "One step on each line",
            kit.PlainTextInput("value", multiline=True, initial_value=lines, max_length=_MOST_TYPED),
            block_id="steps",
            hint=_HINT,
        ),
        kit.InputBlock(
            "Anybody new in these lines?",
            kit.UserMultiSelectMenu("value", placeholder="Pick people"),
            block_id="people",
            optional=True,
            hint="Whoever has not used me yet: pick them here, so that I know who is meant by their name.",
        ),
        *_ready_made(outcome.template),
        *_approval(outcome),
        kit.InputBlock(
            "Which posts?",
            kit.CheckboxGroup("value", [choices.option("Use these steps for every kind of post", "all")]),
            block_id="everywhere",
            optional=True,
        ),
        kit.ContextBlock([kit.Text("Posts that are planned already keep their steps.")]),
    ]
    keeps = {"kind": outcome.kind}
    return modal(f"Steps: {outcome.kind}"[:24], blocks, form="set-template", submit="Save", keeps=keeps)


def draw_template_set(outcome: TemplateSet) -> Message:
    """Say which posts take which steps from now on."""
    posts = f"{listed(outcome.kinds)} posts"
    words = f"From now on, {posts} take these steps." if outcome.is_news else f"The steps of {posts} stay as they were."
    blocks: list[kit.Block] = [
        kit.SectionBlock(words),
        kit.SectionBlock(_lines(outcome.template, outcome.rule, outcome.people)),
        kit.ContextBlock([kit.Text("Posts that are planned already keep their steps.")]),
    ]
    return message(words, blocks)


def _ready_made(template: Template) -> list[kit.Block]:
    """Offer what people forget to do around a post, as far as it isn't there yet."""
    there = {step.name for step in template}
    left = [step for step in READY_MADE if step.name not in there]
    if not left:
        return []
    options = [choices.option(step.name, step.name, _WORTH[step.name]) for step in left]
    picks = kit.CheckboxGroup("value", options)
    return [kit.InputBlock("Add one of these?", picks, block_id="ready_made", optional=True)]


def _approval(outcome: TemplateFormOpened) -> list[kit.Block]:
    options = choices.options((words, str(mode)) for mode, words in _MODES.items())
    menu = kit.StaticSelectMenu("value", options=list(options.values()), initial_option=options[str(outcome.rule.mode)])
    return [
        kit.InputBlock(
            "Does somebody look it over first?",
            menu,
            block_id="approval",
            hint="Who and when is the line that begins with approval; without one I add it.",
        ),
        _person("second", "Who looks second?", "Only where two people have to say yes.", outcome.rule.second),
        _person(
            "delegate", "Who is asked when the time is up?", "Otherwise I keep asking the first.", outcome.rule.delegate
        ),
    ]


def _person(field: str, question: str, hint: str, chosen: str) -> kit.Block:
    menu = kit.UserSelectMenu("value", initial_user=chosen or None, placeholder="Pick a person")
    return kit.InputBlock(question, menu, block_id=field, optional=True, hint=hint)


def _rule(rule: Rule, people: Mapping[str, Member]) -> str:
    if rule.mode is Mode.NONE:
        return ""
    second = f", {people[rule.second].name} second" if rule.second in people else ""
    delegate = f"; {people[rule.delegate].name} when the time is up" if rule.delegate in people else ""
    return f"\n_{_MODES[rule.mode]}{saying.plain(second)}{saying.plain(delegate)}_"


def _alike(outcome: TemplatesShown) -> Iterator[tuple[list[str], tuple[Template, Rule]]]:
    groups: dict[tuple[Template, Rule], list[str]] = {}
    for kind, template in outcome.templates.items():
        groups.setdefault((template, outcome.rules.get(kind, Rule())), []).append(kind)
    return ((kinds, alike) for alike, kinds in groups.items())


def _heading(kinds: list[str], of: int) -> str:
    return "Every post takes these steps" if len(kinds) == of else f"The steps of {listed(kinds)} posts"


def _lines(template: Template, rule: Rule, people: Mapping[str, Member]) -> str:
    return "\n".join(saying.plain(_written(step, people)) for step in template) + _rule(rule, people)


def _written(step: Planned, people: Mapping[str, Member]) -> str:
    owner = people.get(step.owner)
    return template_text.written(step, owner.name if owner else "lead")
