"""How the ideas for a month look: above their thread, to one who looks, and in the form that takes one into the plan.

Votes are counted, and nobody's name stands beside an idea or a vote.
"""

from bot.blocks import choices, kit, saying
from bot.blocks.plan_phrases import capital, title
from bot.blocks.step_phrases import button
from bot.blocks.surfaces import Message, Modal, Nothing, message, modal
from bot.commands import buttons
from bot.commands.vocabulary import OpenIdeaForm, RemoveIdea, VoteForIdea
from bot.domain import said
from bot.domain.ideas import Standing
from bot.domain.outcomes.ideas import (
    IdeaFormOpened,
    IdeaKept,
    IdeaNotKept,
    IdeaRemoved,
    IdeasAnnounced,
    IdeasShown,
    ReplyTaken,
    VoteTaken,
)

_MOST = 40
_MOST_WORDS = 150
_MOST_PLANNED = 12
_MOST_OPTIONS = 100


def draw_ideas_announced(outcome: IdeasAnnounced) -> Message:
    """Draw the first message of the thread, which says how to take part."""
    month = said.MONTHS[outcome.month.month - 1]
    head = (
        f"*Ideas for {month}*: what should people see of us?\n"
        "Reply in this thread, one idea to a reply, or type `/plan idea` and your idea. Please no patient's name. "
        "A vote says that you would like to see it."
    )
    return message(f"Ideas for {month}: {_counted(outcome.ideas)}.", [kit.SectionBlock(head), *_ideas(outcome, True)])


def draw_ideas_shown(outcome: IdeasShown) -> Message:
    """Draw the ideas for one who looks, and say where their thread is."""
    month = said.month(outcome.month)
    where = "I opened the thread in" if outcome.is_new else "The thread is in"
    where = f"{where} <#{outcome.channel}>: one reply there is one idea."
    head = f"*Ideas for {month}*\n{where} `/plan idea` adds one from anywhere."
    return message(
        f"Ideas for {month}: {_counted(outcome.ideas)}.",
        [kit.SectionBlock(head), *_ideas(outcome, False)],
        in_place=outcome.in_place,
    )


def draw_idea_kept(outcome: IdeaKept) -> Message:
    """Say that an idea is kept, where it is seen, and how to take it back."""
    month = said.MONTHS[outcome.idea.month.month - 1]
    seen = "Everybody sees it in the thread." if outcome.has_thread else "`/plan ideas` opens the thread for everybody."
    words = f"Kept for {month}: {_words(outcome.idea.words)}\n{seen}"
    takes_back = kit.ActionsBlock([button("Take it back", RemoveIdea(outcome.idea.id or 0))])
    return message(words.replace("\n", " "), [kit.SectionBlock(words), takes_back])


def draw_idea_removed(outcome: IdeaRemoved) -> Message:
    """Say that an idea is gone."""
    words = f"Taken back: {_words(outcome.words)}"
    return message(words, [kit.SectionBlock(words)], in_place=True)


def draw_nothing_new(outcome: ReplyTaken | VoteTaken) -> Nothing:  # noqa: ARG001 - every outcome is drawn
    """Show nothing here: the first message of the thread is edited."""
    return Nothing()


def draw_idea_not_kept(outcome: IdeaNotKept) -> Message:
    """Tell whoever wrote it, and nobody else."""
    words = f"{outcome.sentence} {outcome.hint} Your reply stands in the thread; you can change or delete it there."
    return message(words, [kit.SectionBlock(words)])


def draw_idea_form_opened(outcome: IdeaFormOpened) -> Modal:
    """Ask which idea, which place and who takes the photo; the one with most votes and the next place come first."""
    ideas = choices.options(
        (f"{' '.join(one.idea.words.split())}", str(one.idea.id)) for one in outcome.ideas[:_MOST_OPTIONS]
    )
    places = choices.options(
        (f"{saying.moment(entry.publish_at, outcome.zone)}, {said.kind(entry.kind)}", f"{entry.slot.id}@{entry.on}")
        for entry in outcome.places[:_MOST_OPTIONS]
        if entry.slot is not None
    )
    blocks: list[kit.Block] = [
        _select("idea", "Which idea?", ideas),
        _select("place", "Which place does it fill?", places),
        kit.InputBlock(
            "Who gets the photo?",
            kit.UserSelectMenu("value", placeholder="A colleague, who is asked first"),
            block_id="who",
            optional=True,
            hint="Nobody is assigned silently. Left empty, it is yours.",
        ),
    ]
    return modal("Plan an idea", blocks, form="plan-idea", submit="Add")


def _ideas(outcome: IdeasAnnounced | IdeasShown, in_thread: bool) -> list[kit.Block]:
    open_ones = [one for one in outcome.ideas if one.post is None]
    blocks: list[kit.Block] = [_idea(one, in_thread) for one in open_ones[:_MOST]]
    if not outcome.ideas:
        blocks.append(kit.SectionBlock("_No idea yet. The first one is the hardest, and need not be good._"))
    more = len(open_ones) - _MOST
    if more > 0:
        blocks.append(kit.ContextBlock([kit.Text(f"and {more} more; they move up as these are planned")]))
    planned = [_planned(one) for one in outcome.ideas if one.post is not None]
    if planned:
        rest = len(planned) - _MOST_PLANNED
        lines = [*planned[:_MOST_PLANNED], *([f"and {rest} more"] if rest > 0 else [])]
        blocks.append(kit.ContextBlock([kit.Text("\n".join(lines))]))
    if open_ones:
        opens = OpenIdeaForm(outcome.month)
        blocks.append(kit.ActionsBlock([button("Take one into the plan", opens)]))
    return blocks


def _idea(one: Standing, in_thread: bool) -> kit.Block:
    votes = VoteForIdea(one.idea.id or 0, in_thread)
    words = f"👍 {one.votes}" if one.votes else "👍"
    aloud = f"Vote for {saying.short(' '.join(one.idea.words.split()), 60)}"
    vote = kit.Button(
        words,
        buttons.action_of(votes, apart=str(one.idea.id)),
        value=buttons.value_of(votes),
        style="primary" if one.is_wanted else None,
        accessibility_label=aloud,
    )
    return kit.SectionBlock(_words(one.idea.words), accessory=vote)


def _planned(one: Standing) -> str:
    if one.post is None:
        return ""
    return f"✓ In the plan, {saying.day(one.post.on)}: {title(one.post, 60)}"


def _words(words: str) -> str:
    return saying.plain(saying.short(" ".join(words.split()), _MOST_WORDS))


def _counted(ideas: tuple[Standing, ...]) -> str:
    open_ones = sum(one.post is None for one in ideas)
    planned = len(ideas) - open_ones
    return capital(saying.count(open_ones, "idea")) + (f", {planned} more in the plan" if planned else "")


def _select(field: str, label: str, options: dict[str, kit.Option]) -> kit.Block:
    first = next(iter(options.values()))
    menu = kit.StaticSelectMenu("value", options=list(options.values()), initial_option=first)
    return kit.InputBlock(label, menu, block_id=field)
