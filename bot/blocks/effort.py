"""How the networks look beside each other: what each took, which leads are recorded from there, and one careful word.

Nothing here tells anybody to stop, and nothing is said to have brought leads. Where leads alone speak against a
network, what else it may be for is said in the same breath.
"""

from bot.blocks import kit, saying
from bot.blocks.duty_phrases import time
from bot.blocks.plan_phrases import capital
from bot.blocks.step_phrases import button, unmarked
from bot.blocks.surfaces import Message, message
from bot.commands.vocabulary import OpenDecideForm
from bot.domain.effort import WEEKS, Effort, Efforts, Word
from bot.domain.networks import NETWORKS
from bot.domain.outcomes.digest import NetworksCompared

_WORDS = {Word.KEEP: "keep", Word.TESTING: "keep testing", Word.COULD_STOP: "could stop, by leads alone"}
_LONGEST_PURPOSE = 200
_HOURS = 10
"""What leads are told for, so that the numbers of a small practice can be read."""
_MEANS = (
    "Work is the minutes that the steps of posts usually take; nobody is timed, and answering comments and money for "
    "ads are not in it. Ranges hold 95 times in 100. That leads came with a network is no proof that they came of it."
)
_UNKNOWN = "Nobody knows the leads of these weeks, so nothing is set beside the work."
_ODD = (
    ("went to several networks, which share its work", "went to several networks, which share their work"),
    ("has no steps and counts as the others there do", "have no steps and count as the others there do"),
    ("names no network that I know", "name no network that I know"),
)


def draw_networks_compared(outcome: NetworksCompared) -> Message:
    """Draw the networks beside each other, the one that took most first."""
    efforts = outcome.efforts
    first, last = efforts.weeks[0].monday, efforts.weeks[-1].days[-1]
    heading = f"What each network took, and what came with it, {saying.day(first)} to {saying.day(last)}"
    if not efforts.networks:
        words = f"{heading}: no post went out on a network that I know. The form of a post asks where it goes out."
        return message(unmarked(words), [kit.SectionBlock(words)])
    told = [_network(each, outcome) for each in efforts.networks]
    blocks: list[kit.Block] = [kit.SectionBlock(f"*{heading}*"), *(kit.SectionBlock(words) for words in told)]
    notes = _notes(efforts)
    blocks += [kit.SectionBlock(" ".join(notes)), kit.ContextBlock([kit.Text(_MEANS)])]
    blocks.append(kit.ActionsBlock([button("Decide something", OpenDecideForm(efforts.weeks[-1]))]))
    short = [f"{_name(each)}: {_WORDS[each.word] if each.word else 'not compared'}." for each in efforts.networks]
    return message(" ".join([f"{heading}.", *short]), blocks)


def _network(effort: Effort, outcome: NetworksCompared) -> str:
    word = f": {_WORDS[effort.word]}" if effort.word else ""
    work = f"about {time(round(effort.minutes))} of work" if effort.minutes else "nobody knows how much work"
    told = f"*{_name(effort)}{word}.* {capital(saying.count(effort.posts, 'post'))}, {work}{_came(effort)}."
    more = [_why(effort, outcome.efforts.needed), _for_trust(effort), _purpose(effort, outcome)]
    return " ".join([told, *(words for words in more if words)])


def _came(effort: Effort) -> str:
    """Say which leads are recorded from there, how that is known, and between what their pace lies."""
    if effort.leads is None or effort.known is None:
        return ""
    ways = ((effort.known.tracked, "tracked"), (effort.known.said, "said"), (effort.known.guessed, "guessed"))
    known = ", ".join(f"{count} {word}" for count, word in ways if count)
    leads = f", {saying.count(effort.leads, 'lead')}{f' ({known})' if known else ''}"
    if effort.an_hour is None or not effort.minutes:
        return leads
    low, high = (saying.tenths(_HOURS * end) for end in (effort.an_hour.low, effort.an_hour.high))
    pace = saying.tenths(_HOURS * 60 * effort.leads / effort.minutes)
    fits = f"anything from {low} to {high}" if effort.leads else f"up to {high}"
    return f"{leads}: {pace if effort.leads else 'none'} in {_HOURS} hours of work, which fits {fits}"


def _why(effort: Effort, needed: int | None) -> str:
    if effort.word is Word.KEEP:
        return "For the work, it is unlikely to come with less than half as many as the others together."
    if effort.word is Word.COULD_STOP:
        return "For the work, that is fewer than with the others together; chance alone would rarely do that."
    if effort.word is None or needed is None:
        return ""
    if effort.weeks < needed:
        weeks = saying.count(effort.weeks, "week")
        return f"Something went out in {weeks}; it takes {needed} to tell twice as many from chance."
    return "The counts fit both, as many as with the others and far fewer."


def _for_trust(effort: Effort) -> str:
    """Say what else a network may be for, where leads alone speak against it."""
    if effort.word is not Word.COULD_STOP:
        return ""
    if not effort.for_trust:
        return "Leads may not be all it is for."
    posts = "one of its posts was a human or community one, which"
    if effort.for_trust > 1:
        posts = f"{effort.for_trust} of its posts were human or community ones, which"
    return f"Leads may not be all it is for: {posts} people come to trust you by."


def _purpose(effort: Effort, outcome: NetworksCompared) -> str:
    words = outcome.purposes.get(effort.network, "")
    return f"Your strategy: “{saying.plain(saying.short(words, _LONGEST_PURPOSE))}”" if words else ""


def _notes(efforts: Efforts) -> list[str]:
    """Say what was counted, what is not known, and what was taken for what."""
    notes = _leads(efforts) if efforts.is_counted else [_UNKNOWN]
    if efforts.is_counted and len(efforts.weeks) < WEEKS:
        notes.append(f"Only weeks whose leads are known are counted: {len(efforts.weeks)} of {WEEKS}.")
    if efforts.is_counted and not any(each.word for each in efforts.networks):
        notes.append("It takes two networks whose work is known to set them beside each other.")
    is_timed = any(each.minutes for each in efforts.networks)
    odd = zip((efforts.shared, efforts.untimed if is_timed else 0, efforts.nowhere), _ODD, strict=True)
    notes += [
        f"{capital(saying.count(number, 'post'))} {one if number == 1 else many}."
        for number, (one, many) in odd
        if number
    ]
    return notes


def _leads(efforts: Efforts) -> list[str]:
    """Say how many leads came from here, from elsewhere, and from nobody knows where."""
    if not efforts.leads:
        return ["No lead came in these weeks."]
    here = sum(each.leads or 0 for each in efforts.networks)
    rest = (
        (efforts.of_meta, "by a form on Facebook or Instagram"),
        (efforts.elsewhere, "from elsewhere"),
        (efforts.unknown, "from nobody knows where"),
    )
    told = [f"{here or 'none'} recorded from here", *(f"{count} {words}" for count, words in rest if count)]
    blind = "That is more than a fifth, so no network is called one that could stop."
    return [f"{capital(saying.count(efforts.leads, 'lead'))} in all: {', '.join(told)}.", *([blind] * efforts.is_blind)]


def _name(effort: Effort) -> str:
    return NETWORKS[effort.network].name
