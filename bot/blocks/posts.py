"""How it looks when a post is added, taken out or out in the world."""

from collections.abc import Iterator

from bot.blocks import duty_phrases, kit, saying, sure, whom
from bot.blocks.event_phrases import hours
from bot.blocks.plan_phrases import capital, link, listed, strong, task_word, title, when
from bot.blocks.surfaces import Message, message
from bot.commands import buttons
from bot.commands.vocabulary import OpenFiguresForm, RemovePost, ShowPlan
from bot.domain import said
from bot.domain.outcomes.posts import PostAdded, PostGone, PostMarked, PostRemoved
from bot.domain.weeks import Week
from storage.tables import Post, Step

_SHOWN = 200


def draw_post_added(outcome: PostAdded) -> Message:
    """Echo how a new post was read, who is asked for what, and how to undo it."""
    post = outcome.post
    moment = when(post, outcome.zone, outcome.today)
    fills = _fills(outcome)
    undo = RemovePost(post.id or 0)
    blocks: list[kit.Block] = [
        kit.SectionBlock(f"{moment}: {strong(post, _SHOWN)} {fills}\n{who(outcome)}"),
        kit.ContextBlock([kit.Text("\n".join(_beside(outcome)))]),
        *whom.beyond(outcome.over),
        kit.ActionsBlock(
            [kit.Button("Undo", buttons.action_of(undo), value=buttons.value_of(undo)), _see_week(post, "See the week")]
        ),
    ]
    return message(f"{moment}: {title(post, _SHOWN)} {fills}", blocks)


def draw_post_removed(outcome: PostRemoved) -> Message:
    """Say that a post is out of the plan, and who need not do anything any more."""
    also = f", and so is the event of {hours(outcome.event, outcome.zone)}" if outcome.event else ""
    rest = f"of {when(outcome.post, outcome.zone, outcome.today)} is out of the plan{also}."
    if outcome.had_asked:
        names = listed([saying.name(member) for member in outcome.had_asked])
        rest += f" {names} won't be reminded of it."
    return _about(outcome.post, rest)


def draw_post_gone(outcome: PostGone) -> Message:
    """Bring an old message up to date: its post had been taken out before."""
    return _about(outcome.post, "was already taken out of the plan. Nothing changed.")


def draw_post_marked(outcome: PostMarked) -> Message:
    """Say that a post is out, and what comes next for it."""
    post = outcome.post
    seen = f" {link(post.posted_link, 'See it')}." if post.posted_link else ""
    if not outcome.news:
        moment = saying.moment(outcome.posted_at, outcome.zone)
        return _about(post, f"was already marked posted on {moment}.{seen}")
    figures = OpenFiguresForm(post.id or 0)
    add = kit.Button("Add figures", buttons.action_of(figures), value=buttons.value_of(figures))
    return _about(post, f"is marked posted.{seen} Its figures come next, in a day or two.", add)


def take_out(post_id: int, what_happens: str) -> kit.Button:
    """Give the button that takes a post out of the plan, which says what happens then and asks first."""
    removes = RemovePost(post_id)
    asks = sure.before("Take it out?", what_happens, "Take it out")
    return kit.Button("Take out", buttons.action_of(removes), value=buttons.value_of(removes), confirm=asks)


def _fills(outcome: PostAdded) -> str:
    post = outcome.post
    if outcome.fills_place:
        return f"fills {said.WEEKDAYS[post.on.weekday()]}'s {said.kind(post.kind)} place."
    return f"is an extra {said.kind(post.kind)} post."


def who(outcome: PostAdded) -> str:
    """Say who has which step, in the order of the steps: "Photo: Ben is asked. Caption and publishing: you."."""
    groups: dict[str, list[str]] = {}
    for step in outcome.steps:
        groups.setdefault(_whose(step, outcome), []).append(task_word(step))
    return " ".join(f"{capital(listed(tasks))}: {whose}." for whose, tasks in groups.items())


def _whose(step: Step, outcome: PostAdded) -> str:
    if step.owner_id == outcome.viewer_id:
        return "you"
    owner = saying.name(outcome.people.get(step.owner_id))
    return owner if step.accepted_at else f"{owner} is asked"


def _why_them(outcome: PostAdded) -> str:
    """Say why those were thought of whom nobody named: "*Ben* would love to take photos, 40 min free that week."."""
    return duty_phrases.could(list(outcome.suggested.values()), Week.of(outcome.today))


def due(outcome: PostAdded) -> str:
    """Say when each step is due, the first one first."""
    days = (
        f"{task_word(step)} {saying.moment(step.due_at, outcome.zone)}"
        for step in sorted(outcome.steps, key=lambda step: step.due_at)
    )
    return f"Due: {' · '.join(days)}"


def _beside(outcome: PostAdded) -> Iterator[str]:
    """Say in small what is good to know: when each step is due, why somebody was thought of, what is still open."""
    yield due(outcome)
    if outcome.suggested:
        yield _why_them(outcome)
    if outcome.repeats is not None:
        day = said.day(outcome.repeats.on)
        yield f"It repeats the post of {day}. Its caption is written anew; the picture may stay."
    if outcome.left_open:
        open_ones = listed([str(question) for question in outcome.left_open])
        yield f"Still open, for whenever you know: {open_ones}."


def _see_week(post: Post, words: str) -> kit.Button:
    shows = ShowPlan(Week.of(post.on))
    return kit.Button(words, buttons.action_of(shows), value=buttons.value_of(shows))


def _about(post: Post, rest: str, *more: kit.Button) -> Message:
    """Draw one sentence about a post, with a way back to its week."""
    blocks = [
        kit.SectionBlock(f"{strong(post)} {rest}"),
        kit.ActionsBlock([*more, _see_week(post, "See the week")]),
    ]
    return message(f"{title(post)} {rest}", blocks, in_place=True)
