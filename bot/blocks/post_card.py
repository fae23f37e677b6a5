"""A post's card: the six questions and their answers, what can be done about it, and what it was before."""

from bot.blocks import kit, saying, sure, versions
from bot.blocks.plan_phrases import capital, link, listed, strong, substitute, task_word, when, who_is_on
from bot.blocks.posts import take_out
from bot.blocks.seen import what_people_see
from bot.blocks.step_phrases import button, unmarked
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.blocks.versions import GOALS
from bot.commands.vocabulary import EndSeries, OpenEditForm, OpenEvergreenForm, OpenPost, OpenPostedForm
from bot.domain import said
from bot.domain.cadence import UNSEEN_AFTER
from bot.domain.outcomes.posts import PostMoved, PostShown
from bot.domain.posts import LeftOpen
from bot.domain.versions import Part
from storage.tables import Maker, Post

_MOST_WORDS = 500
"""Shown of one answer; the form that changes it shows all. Escaped, five of these fit into a section."""
_OPEN = {
    LeftOpen.WHY: "Still open: what should come of it, or which question does it answer?",
    LeftOpen.HOW: "Still open: where does it go out, and where does it lead?",
    LeftOpen.TAKES: "Still open: what is needed for it, and how many minutes?",
}


def draw_post_shown(outcome: PostShown) -> Modal:
    """Draw a post with its six questions; whatever nobody has answered yet is asked for in passing."""
    post = outcome.post
    blocks: list[kit.Block] = [kit.ContextBlock([kit.Text(words)]) for words in _just(outcome)]
    blocks += [kit.SectionBlock(f"{_bold(post)}{_standing(outcome)}")]
    blocks += [kit.SectionBlock(f"*{question}*\n{answer}") for question, answer in _answers(outcome)]
    blocks += [kit.SectionBlock(words) for words in what_people_see(post, outcome.captions)]
    blocks += [kit.ActionsBlock(_ways_on(outcome)), kit.DividerBlock()]
    blocks += [kit.ContextBlock([kit.Text(line)]) for line in _history(outcome)]
    return modal(f"Post {post.number}", blocks, close="Done", in_place=True)


def draw_post_moved(outcome: PostMoved) -> Message:
    """Tell somebody that a post moved, and when their steps are due now."""
    post, today = outcome.post, outcome.now.astimezone(outcome.zone).date()
    by = saying.name(outcome.by) if outcome.by else "Somebody"
    due = listed([f"{task_word(one)} {saying.moment(one.due_at, outcome.zone)}" for one in outcome.steps])
    words = f"{by} moved {strong(post)}. It goes out {when(post, outcome.zone, today)} now."
    blocks = [
        kit.SectionBlock(f"{words}\nYours and due then: {due}."),
        kit.ActionsBlock([button("Open", OpenPost(post.id or 0), apart="moved")]),
    ]
    return message(f"{unmarked(words)} Yours and due then: {due}.", blocks)


def _just(outcome: PostShown) -> list[str]:
    """Say what was saved, and what somebody else changed at the same time."""
    lines = []
    if outcome.just is not None:
        too = f" {capital(saying.count(outcome.followed, 'later post'))} of the series too." if outcome.followed else ""
        lines.append(f"✓ Saved: {versions.fields(outcome.just.changes)}.{too}")
    elif outcome.beside:
        lines.append("You changed nothing.")
    lines += [f"Meanwhile: {versions.change(version, outcome.people, outcome.zone)}" for version in outcome.beside[-3:]]
    return lines


def _bold(post: Post) -> str:
    words = saying.plain(saying.short(post.what, _MOST_WORDS))
    return strong(post) if post.what == " ".join(post.what.split()) and len(post.what) <= 120 else words


def _standing(outcome: PostShown) -> str:
    post = outcome.post
    if post.posted_at is not None:
        seen = f", {link(post.posted_link, 'see it')}" if post.posted_link else ""
        return f"\n_posted_{seen}"
    return "\n_planned but not seen_" if outcome.now - post.publish_at > UNSEEN_AFTER else ""


def _answers(outcome: PostShown) -> list[tuple[str, str]]:
    post = outcome.post
    today = outcome.now.astimezone(outcome.zone).date()
    still_open = {question: f"_{_OPEN[question]}_" for question in outcome.left_open}
    how = [_plain(post.network)] if post.network else []
    how += [link(post.link, "where it leads")] if post.link else []
    rows = [
        (
            "When?",
            f"{when(post, outcome.zone, today)}, {_which(post)} post",
        ),
        ("Why?", f"{still_open.get(LeftOpen.WHY) or _plain(post.why)}{_goal(post)}"),
        ("How?", still_open.get(LeftOpen.HOW) or " · ".join(how)),
        ("Who?", capital(who_is_on(outcome.steps, outcome.people)) or "_Nobody has a step of it._"),
        ("What does it take?", still_open.get(LeftOpen.TAKES) or _plain(post.takes)),
    ]
    rows += [("Substitute for the picture", substitute(post))] if post.substitute else []
    rows += [("Made by", "an agency")] if post.made_by == Maker.AGENCY else []
    return [*rows, *([("Comes again?", again)] if (again := " ".join(_again(outcome))) else [])]


def _again(outcome: PostShown) -> list[str]:
    """Say whether a post comes more than once: in a series, as a repeat, or evergreen."""
    post, words = outcome.post, []
    if outcome.position is not None:
        words.append(f"It is {outcome.position[0]} of {outcome.position[1]} in a series.")
    if outcome.repeats is not None:
        words.append(f"It repeats the post of {said.day(outcome.repeats.on)}.")
    if post.rest_weeks:
        left = saying.count(max(0, post.repeats - outcome.used), "repeat")
        words.append(f"Evergreen: {left} left, each after {saying.count(post.rest_weeks, 'week')} of rest.")
    return words


def _goal(post: Post) -> str:
    return f"\nGood for: {GOALS[post.goal]}" if post.goal in GOALS else ""


def _which(post: Post) -> str:
    return f"{'an extra' if post.slot_id is None else 'a'} {said.kind(post.kind)}"


def _plain(words: str) -> str:
    return saying.plain(saying.short(words, _MOST_WORDS))


def _ways_on(outcome: PostShown) -> list[kit.Element]:
    post_id = outcome.post.id or 0
    ways: list[kit.Element] = [button("Change it", OpenEditForm(post_id), apart="card", is_first=True)]
    ways.append(button("Words and picture", OpenEditForm(post_id, Part.WORDS), apart="words"))
    if outcome.post.posted_at is None and outcome.post.on <= outcome.now.astimezone(outcome.zone).date():
        ways.append(button("Posted", OpenPostedForm(post_id), apart="card"))
    ways.append(button("Evergreen", OpenEvergreenForm(post_id)))
    if outcome.is_removable:
        what = "Only this one of the series. " if outcome.position is not None else ""
        ways.append(take_out(post_id, f"{what}{sure.FREES_PLACE}"))
    if outcome.is_removable and outcome.later:
        ways.append(_end(post_id, outcome.later))
    return ways


def _end(post_id: int, later: int) -> kit.Button:
    ends = EndSeries(post_id)
    what_happens = f"This post stays. {capital(saying.count(later, 'later one'))} would be taken out."
    asks = sure.before("End the series here?", what_happens, "End it here")
    return button("End the series here", ends, sure=asks)


def _history(outcome: PostShown) -> list[str]:
    post = outcome.post
    adder = outcome.people.get(post.added_by or 0)
    added = f"Added{f' by {saying.name(adder)}' if adder else ''}, {saying.moment(post.added_at, outcome.zone)}"
    return [*versions.history(outcome.history, outcome.people, outcome.zone), added]
