"""How the strategy looks: on one page, in its form, what each version changed, and in a line where posts are made."""

from collections.abc import Mapping, Sequence

from bot.blocks import choices, kit, saying, versions
from bot.blocks.plan_phrases import capital, listed
from bot.blocks.step_phrases import button, unmarked
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands.vocabulary import OpenStrategyForm, ShowStrategy, ShowStrategyChanges
from bot.domain.outcomes.strategy import StrategyChangesShown, StrategyFormOpened, StrategyShown
from bot.domain.strategy import WORDS, Within, answers, is_blank, still_open
from storage.tables import Member, Strategy

NAMES = {
    "voice": "how you sound",
    "purposes": "what each network is for",
    "answerer": "who answers",
    "within": "how soon people have an answer",
    "ways": "how else things are done",
    "measures": "what you measure",
}
SOON = {
    Within.AN_HOUR: "within an hour, while you are open",
    Within.NEXT_MORNING: "the same day or the next morning",
    Within.WORKING_DAY: "within one working day",
}
_ASKS = {
    "voice": ("How do you sound?", "Warm and plain, as at the front desk. We explain, we never push."),
    "purposes": ("What is each network for?", "Instagram: who we are. Facebook: news for families nearby."),
    "ways": ("How else are things done?", "Anything medical goes past Dr. Reyes first."),
    "measures": ("What do you measure?", "Leads and bookings a month; comments before likes."),
}
_NONE = (
    "No strategy is written down yet. It is one page: how you sound, what each network is for, who answers and how "
    "soon, and what you measure. Whoever writes or looks over a post then has it at hand."
)
_MOST_LINE, _MOST_CHANGE, _MOST_CHARACTERS = 200, 120, 2_800


def draw_strategy_shown(outcome: StrategyShown) -> Message | Modal:
    """Draw the strategy on one page, what is still open, and the ways to change it and look back."""
    strategy, blocks = outcome.strategy, list[kit.Block]()
    if outcome.is_saved:
        said = "*Saved.* Whoever writes or looks over a post has it at hand." if outcome.is_news else "Nothing changed."
        blocks.append(kit.SectionBlock(said))
    if strategy is None or is_blank(strategy):
        who = "" if outcome.may_change else f" {saying.name(outcome.editor)} can write it down."
        blocks.append(kit.SectionBlock(f"{_NONE}{who}"))
        aloud = f"{_NONE}{who}"
    else:
        lines = _lines(strategy, outcome.people)
        blocks += [] if outcome.is_aside else [kit.SectionBlock("*Our strategy*")]
        blocks += [kit.SectionBlock(line) for line in lines]
        blocks.append(kit.ContextBlock([kit.Text(_foot(strategy, outcome))]))
        aloud = saying.short(unmarked(" ".join(lines)), 1000)
    if outcome.is_aside:
        return modal("Our strategy", blocks, close="Done")
    ways: list[kit.Element] = []
    if outcome.may_change:
        ways.append(button("Write it down" if is_blank(strategy) else "Change it", OpenStrategyForm()))
    if strategy is not None:
        ways.append(button("What changed", ShowStrategyChanges()))
    blocks += [kit.ActionsBlock(ways)] if ways else []
    return message(aloud, blocks, in_place=True)


def draw_strategy_form_opened(outcome: StrategyFormOpened) -> Modal:
    """Ask for each part of the page; after a clash with one's own words, and the other's said above them."""
    now, wanted = outcome.now, outcome.wanted
    number = now.number if now else 0
    name = f"value-{number}"
    answerer = outcome.people.get(int(wanted["answerer"] or 0))
    soon = choices.options((capital(words), str(key)) for key, words in SOON.items())
    blocks: list[kit.Block] = _clashes(outcome)
    blocks += [_words(part, wanted[part], name) for part in ("voice", "purposes")]
    blocks.append(
        kit.InputBlock(
            "Who answers when people write?",
            kit.UserSelectMenu(name, initial_user=answerer.user_id if answerer else None),
            block_id="answerer",
            optional=True,
        )
    )
    menu = kit.StaticSelectMenu(name, options=list(soon.values()), initial_option=soon.get(wanted["within"]))
    blocks.append(kit.InputBlock("How soon?", menu, block_id="within", optional=True))
    blocks += [_words(part, wanted[part], name) for part in ("ways", "measures")]
    return modal("Our strategy", blocks, form="set-strategy", submit="Save", keeps={"version": number})


def draw_strategy_changes_shown(outcome: StrategyChangesShown) -> Message:
    """Draw who changed what and when, the newest first."""
    lines: list[str] = []
    for strategy, changes in outcome.versions:
        line = f"• *Version {strategy.number}*, {_who_when(strategy, outcome)}: {_changed(changes, outcome.people)}"
        if sum(len(each) for each in lines) + len(line) > _MOST_CHARACTERS:
            break
        lines.append(line)
    if len(lines) < len(outcome.versions) or outcome.earlier:
        lines.append("and earlier ones")
    words = "\n".join(["*What changed in the strategy, the newest first*", *lines])
    back = kit.ActionsBlock([button("Show it", ShowStrategy())])
    return message(unmarked(words), [kit.SectionBlock(words), back], in_place=True)


def voice(words: str) -> str:
    """Say in one line how the practice sounds; "" where that is still open."""
    return f"How we sound: {saying.plain(saying.short(' '.join(words.split()), _MOST_LINE))}" if words else ""


def at_hand(strategy: Strategy | None) -> list[kit.Block]:
    """Give the strategy, in a line and a button, to whoever is about to look a post over or to write its words."""
    if strategy is None:
        return []
    line = voice(strategy.voice)
    shown: list[kit.Block] = [kit.ContextBlock([kit.Text(line)])] if line else []
    return [*shown, kit.ActionsBlock([button("Our strategy", ShowStrategy(is_aside=True), apart="aside")])]


def _lines(strategy: Strategy, people: Mapping[int, Member]) -> list[str]:
    said = answers(strategy)
    told = {part: saying.plain(said[part]) for part in WORDS}
    soon = SOON.get(Within(strategy.within)) if strategy.within else ""
    answerer = saying.name(people.get(strategy.answerer_id)) if strategy.answerer_id else ""
    answered = ", ".join(part for part in (answerer, soon) if part)
    pairs = (
        ("How we sound", told["voice"]),
        ("What each network is for", told["purposes"]),
        ("Who answers, and how soon", capital(answered)),
        ("How else things are done", told["ways"]),
        ("What we measure", told["measures"]),
    )
    return [f"*{head}:* {words}" if "\n" not in words else f"*{head}:*\n{words}" for head, words in pairs if words]


def _foot(strategy: Strategy, outcome: StrategyShown) -> str:
    missing = still_open(strategy, outcome.people.get(strategy.answerer_id or 0))
    left = f" Still open: {listed([NAMES[part] for part in missing])}." if missing else ""
    return f"Version {strategy.number}, {_who_when(strategy, outcome)}.{left}"


def _who_when(strategy: Strategy, outcome: StrategyShown | StrategyChangesShown) -> str:
    who = saying.name(outcome.people.get(strategy.saved_by)) if strategy.saved_by else "somebody who has left"
    return f"{who}, {saying.day(strategy.saved_at.astimezone(outcome.zone).date())}"


def _clashes(outcome: StrategyFormOpened) -> list[kit.Block]:
    if not outcome.clashes or outcome.now is None:
        return []
    now = answers(outcome.now)
    theirs = [
        f"• {capital(NAMES[part])}: {_value(part, now[part], outcome.people)}"
        for part in NAMES
        if part in outcome.clashes
    ]
    words = (
        "*Nothing is saved yet.* While you were writing, somebody else changed the same. Below are your words: save "
        "again to keep them. Theirs:"
    )
    return [kit.SectionBlock("\n".join([words, *theirs]))]


def _words(part: str, initial: str, name: str) -> kit.Block:
    label, example = _ASKS[part]
    field = kit.PlainTextInput(
        name, multiline=True, max_length=WORDS[part], placeholder=example, initial_value=initial or None
    )
    return kit.InputBlock(label, field, block_id=part, optional=True)


def _changed(changes: Mapping[str, tuple[str, str]], people: Mapping[int, Member]) -> str:
    parts: Sequence[str] = [_from_to(part, before, after, people) for part, (before, after) in changes.items()]
    return "; ".join(parts)


def _from_to(part: str, before: str, after: str, people: Mapping[int, Member]) -> str:
    was, now = (_value(part, words, people) if words else "" for words in (before, after))
    return versions.turned(NAMES[part], was, now)


def _value(part: str, said: str, people: Mapping[int, Member]) -> str:
    if part == "answerer":
        return saying.name(people.get(int(said or 0)))
    if part == "within":
        return SOON[Within(said)] if said else "nothing"
    return saying.plain(f'"{saying.short(" ".join(said.split()), _MOST_CHANGE)}"') if said else "nothing"
