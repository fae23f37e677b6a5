"""The forms of the plan: a new post, and the link of one that is out."""

import slackblocks as kit

from bot.blocks import choices
from bot.blocks.plan_phrases import MEANT_FOR, capital, strong, when
from bot.blocks.surfaces import Modal, modal
from bot.domain.outcomes.posts import PostedFormOpened, PostFormOpened
from bot.domain.posts import MOST_LINK
from storage.tables import Kind

_MOST_TYPED = 3000
"""Slack's limit for a text input (docs.slack.dev, plain-text input element)."""


def draw_post_form_opened(outcome: PostFormOpened) -> Modal:
    """Ask what, when, why, how, who and what it takes; only what and when are needed."""
    blocks: list[kit.Block] = []
    if outcome.beside is not None:
        blocks.append(kit.SectionBlock(f"{strong(outcome.beside)} has that place by now. This would be an extra post."))
    blocks += [_what(), *_moment(outcome), _kind(outcome.kind)]
    blocks += [
        _text("why", "Why? What should come of it", "New faces before the holidays", most=1000),
        _text("network", "Where does it go out?", "Instagram and Facebook", most=200),
        _text("link", "Link, if people should go somewhere", "https://…", most=MOST_LINK),
        kit.InputBlock(
            "Who gets the photo?",
            kit.UserSelectMenu("value", placeholder="A colleague, who is asked first"),
            block_id="who",
            optional=True,
            hint="Nobody is assigned silently. Left empty, it is yours.",
        ),
        _text("takes", "What does it take?", "A portrait by the window, 10 minutes", most=1000),
    ]
    return modal("Add a post", blocks, form="add-post", submit="Add")


def draw_posted_form_opened(outcome: PostedFormOpened) -> Modal:
    """Ask for the link of a post that is out; none is fine."""
    post = outcome.post
    blocks: list[kit.Block] = [
        kit.SectionBlock(f"{strong(post)}\n{when(post, outcome.zone)}"),
        kit.InputBlock(
            "Link to the post",
            kit.PlainTextInput("value", max_length=MOST_LINK, placeholder="https://…", focus_on_load=True),
            block_id="link",
            optional=True,
            hint="So that everybody finds it, and its figures later. You can leave it empty.",
        ),
    ]
    if outcome.missing_yes is not None:
        why = kit.PlainTextInput("value", max_length=300, placeholder="Agreed on the phone")
        label = f"{outcome.missing_yes.name or 'Somebody'} hasn't said yes yet. Why does it go out?"
        blocks.append(kit.InputBlock(label, why, block_id="why", hint="It is kept with the post."))
    return modal("It's posted", blocks, form="mark-posted", submit="Mark posted", keeps={"post_id": post.id})


def _what() -> kit.Block:
    return kit.InputBlock(
        "What is it about?",
        kit.PlainTextInput(
            "value", multiline=True, max_length=_MOST_TYPED, placeholder="Meet our hygienist", focus_on_load=True
        ),
        block_id="what",
        hint="The idea in a few words. Please no patient's name.",
    )


def _moment(outcome: PostFormOpened) -> list[kit.Block]:
    on = outcome.on or outcome.today
    at = outcome.at.strftime("%H:%M") if outcome.at else None
    return [
        kit.InputBlock("Which day?", kit.DatePicker("value", initial_date=on.isoformat()), block_id="on"),
        kit.InputBlock(
            "What time?",
            kit.TimePicker("value", initial_time=at),
            block_id="at",
            optional=True,
            hint="Left empty, it takes the time of that day's free place.",
        ),
    ]


def _kind(chosen: str) -> kit.Block:
    options = choices.options((f"{capital(kind)}: {MEANT_FOR[kind]}", str(kind)) for kind in Kind)
    menu = kit.StaticSelectMenu(
        "value",
        options=list(options.values()),
        initial_option=options.get(chosen),
        placeholder="As that day's free place",
    )
    return kit.InputBlock("What is it for?", menu, block_id="kind", optional=True)


def _text(field: str, label: str, example: str, *, most: int) -> kit.Block:
    return kit.InputBlock(
        label, kit.PlainTextInput("value", max_length=most, placeholder=example), block_id=field, optional=True
    )
