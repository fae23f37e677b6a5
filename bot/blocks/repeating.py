"""How it looks when a post comes more than once: the form that makes it evergreen, and a series from form to end."""

from datetime import date

from bot.blocks import choices, kit, post_fields, saying
from bot.blocks.plan_phrases import capital, listed, strong, title
from bot.blocks.step_phrases import button, unmarked
from bot.blocks.surfaces import Message, Modal, message, modal
from bot.commands.vocabulary import EndSeries, RepeatPost, ShowPlan
from bot.domain import said
from bot.domain.outcomes.repeating import EvergreenFormOpened, SeriesAdded, SeriesEnded, SeriesFormOpened
from bot.domain.weeks import Week
from storage.tables import Post

_EVERY = {
    "1": "Every week",
    "2": "Every second week",
    "3": "Every third week",
    "4": "Every fourth week",
    "0": "Every month",
}
_RHYTHM = {1: "every", 2: "every second", 3: "every third", 4: "every fourth"}
_MOST_DAYS = 40


def draw_evergreen_form(outcome: EvergreenFormOpened) -> Modal:
    """Ask for the rest between two runs and for how often a post may be repeated."""
    post = outcome.post
    words = (
        f"{strong(post)}\nA post that stays true can go out again. Where a place of its kind is empty and it has "
        "rested, it is suggested; its caption is written anew each time."
    )
    blocks: list[kit.Block] = [
        kit.SectionBlock(words),
        _number("rest_weeks", "How many weeks does it rest between two runs?", post.rest_weeks, "12"),
        _number("repeats", "How many times may it be repeated in all?", post.repeats, "4"),
    ]
    if outcome.planned:
        planned = f"{capital(saying.count(outcome.planned, 'repeat'))} planned or out so far."
        blocks.append(kit.ContextBlock([kit.Text(planned)]))
    blocks.append(kit.ContextBlock([kit.Text("Leave both empty if it isn't evergreen any more.")]))
    return modal("Evergreen", blocks, form="set-evergreen", submit="Save", keeps={"post_id": post.id}, in_place=True)


def plan_again(post: Post, on: date, slot_id: int) -> kit.Block:
    """Suggest an evergreen post for a free place, planned with one click."""
    words = f"{strong(post)} is evergreen and has rested: it may go out again."
    repeats = RepeatPost(post.id or 0, on, slot_id)
    return kit.SectionBlock(words, accessory=button("Plan it again", repeats, apart=f"{on}-{slot_id}"))


def draw_series_form(outcome: SeriesFormOpened) -> Modal:
    """Ask what comes how often and when it ends."""
    options = choices.options((words, value) for value, words in _EVERY.items())
    every = kit.StaticSelectMenu("value", options=list(options.values()), initial_option=options["1"])
    blocks: list[kit.Block] = [
        kit.ContextBlock(
            [kit.Text("The same post a few times. What comes round for good is a place: `/plan cadence`.")]
        ),
        post_fields.what(),
        kit.InputBlock("How often?", every, block_id="every"),
        kit.InputBlock(
            "First day",
            kit.DatePicker("value", initial_date=outcome.today.isoformat()),
            block_id="on",
            hint="Its weekday counts.",
        ),
        post_fields.hour(None, hint="Left empty, it takes the time of that day's free place."),
        kit.InputBlock("Last day", kit.DatePicker("value"), block_id="until_on", optional=True),
        _number("times", "Or how many times?", 0, "6"),
        post_fields.kind(""),
        *(post_fields.answer(field) for field in ("why", "network", "link", "takes")),
    ]
    return modal("Plan a series", blocks, form="add-series", submit="Add")


def draw_series_added(outcome: SeriesAdded) -> Message:
    """Say what comes when, what was left out, and how to take all of it back."""
    posts = outcome.posts
    first, last = posts[0], posts[-1]
    day = said.WEEKDAYS[first.on.weekday()]
    rhythm = f"{_RHYTHM[outcome.every]} {day}" if outcome.every in _RHYTHM else f"every month on a {day}"
    head = (
        f"{strong(first)} comes {len(posts)} times: {rhythm} at {saying.clock(first.publish_at, outcome.zone)}, "
        f"from {saying.day(first.on)} to {said.day(last.on)}."
    )
    days = ", ".join(saying.day(post.on) for post in posts[:_MOST_DAYS])
    more = ["Their steps begin with you; hand them on as they come."]
    if not outcome.filled:
        more.insert(0, "All of them are extra: no place of that kind is free on their days.")
    elif outcome.filled < len(posts):
        fill = "fills" if outcome.filled == 1 else "fill"
        others = "the other one is" if len(posts) - outcome.filled == 1 else "the others are"
        more.insert(0, f"{outcome.filled} of them {fill} a place; {others} extra.")
    if outcome.closed_on:
        more.insert(0, f"Left out, because you are closed: {listed([saying.day(on) for on in outcome.closed_on])}.")
    blocks: list[kit.Block] = [
        kit.SectionBlock(f"{head}\n{days}"),
        kit.ContextBlock([kit.Text(" ".join(more))]),
        kit.ActionsBlock(
            [
                button("Undo", EndSeries(first.id or 0, keeps=False)),
                button("See the week", ShowPlan(Week.of(first.on))),
            ]
        ),
    ]
    return message(unmarked(head), blocks)


def draw_series_ended(outcome: SeriesEnded) -> Message:
    """Say what is out of the plan, and what of the series stays."""
    count = outcome.taken_out
    words = f"{capital(saying.count(count, 'post'))} of the series {title(outcome.post)} "
    words += f"{'is' if count == 1 else 'are'} out of the plan."
    if outcome.stays:
        words += f" {capital(saying.count(outcome.stays, 'post'))} {'stays' if outcome.stays == 1 else 'stay'}."
    return message(words, [kit.SectionBlock(words)], in_place=True)


def place_in_series(position: tuple[int, int] | None) -> str:
    """Say which of a series a post is: " (3 of 6)"; nothing where it is in none."""
    return f" ({position[0]} of {position[1]})" if position else ""


def _number(field: str, label: str, initial: int, example: str) -> kit.Block:
    typed = kit.PlainTextInput(
        "value", initial_value=str(initial) if initial else None, placeholder=example, max_length=4
    )
    return kit.InputBlock(label, typed, block_id=field, optional=True)
