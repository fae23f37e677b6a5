"""The forms of the plan: a new post, and the link of one that is out."""

from bot.blocks import duty_phrases, kit, post_fields
from bot.blocks.plan_phrases import strong, when
from bot.blocks.repeating import plan_again
from bot.blocks.shifting import shift_buttons
from bot.blocks.surfaces import Modal, modal
from bot.domain.outcomes.posts import PostedFormOpened, PostFormOpened
from bot.domain.posts import MOST_LINK


def draw_post_form_opened(outcome: PostFormOpened) -> Modal:
    """Ask what, when, why, how, who and what it takes; only what and when are needed."""
    blocks: list[kit.Block] = []
    if outcome.beside is not None:
        blocks.append(kit.SectionBlock(f"{strong(outcome.beside)} has that place by now. This would be an extra post."))
    if outcome.shifts is not None and outcome.on is not None:
        blocks.append(shift_buttons(outcome.on, outcome.shifts))
    if outcome.again is not None and outcome.on is not None:
        blocks.append(plan_again(outcome.again, outcome.on, outcome.slot_id or 0))
    hour = post_fields.hour(outcome.at, hint="Left empty, it takes the time of that day's free place.")
    blocks += [post_fields.what(), post_fields.day(outcome.on or outcome.today), hour, post_fields.kind(outcome.kind)]
    blocks += [
        *(post_fields.answer(field) for field in ("why", "network", "link")),
        kit.InputBlock(
            "Who gets the photo?",
            kit.UserSelectMenu("value", placeholder="A colleague, who is asked first"),
            block_id="who",
            optional=True,
            hint=f"Nobody is assigned silently. {_left_empty(outcome)}",
        ),
        *([kit.ContextBlock([kit.Text(duty_phrases.could(outcome.could))])] if outcome.could else []),
        post_fields.answer("takes"),
    ]
    return modal("Add a post", blocks, form="add-post", submit="Add")


def _left_empty(outcome: PostFormOpened) -> str:
    """Say whose the photo is where nobody is chosen."""
    asked = outcome.usual or (outcome.could[0].member if outcome.could else None)
    return f"Left empty, {asked.name or 'somebody'} is asked." if asked else "Left empty, it is yours."


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
