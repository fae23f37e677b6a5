"""How it looks when a picture isn't there in time: what could stand in, what was chosen, and a real one after all.

Nobody is blamed for a missing picture: whoever had it is thanked, and only the lead is asked.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.blocks import kit, saying
from bot.blocks.plan_phrases import capital, strong, substitute, when
from bot.blocks.step_phrases import button, thing_for, unmarked
from bot.blocks.step_phrases import when as nearly
from bot.blocks.surfaces import Message, message
from bot.commands.vocabulary import HandOver, OpenHandOverForm, OpenPost, UseSubstitute
from bot.domain.outcomes.photos import PictureCame, StoodIn
from bot.domain.outcomes.steps import StandIns, StepWaiting
from storage.tables import Member, Photo


def question(item: StepWaiting, reader: Member, now: datetime, zone: ZoneInfo) -> str:
    """Ask the lead what could stand in for a picture."""
    post = item.post
    missing = f"{capital(thing_for(item.step, post))} isn't there yet, and the post goes out"
    wanted = f"What {'else ' if item.asked else ''}could stand in for it?"
    ask = f"{missing} {nearly(post.publish_at, now, zone)}. {_whose(item, reader)}{wanted}"
    photos = item.stand_ins.photos if item.stand_ins else ()
    if not photos:
        return f"{ask}\nNo photo that fits is free in the library."
    return f"{ask}\nFrom the library: {', '.join(_named(photo, item.stand_ins, zone) for photo in photos)}."


def notice(item: StepWaiting, now: datetime, zone: ZoneInfo) -> str:
    """Let whoever has the photo know that the lead is asked what could stand in."""
    goes = nearly(item.post.publish_at, now, zone)
    return (
        f"{capital(thing_for(item.step, item.post))} isn't there yet, and the post goes out {goes}. So that it doesn't "
        "all hang on you, I've asked the lead what could stand in. If yours comes first, it goes in."
    )


def choices(item: StepWaiting, stand_ins: StandIns, where: str) -> list[kit.Element]:
    """Give the ways out, one click each: a kept photo, somebody else's hands, a graphic."""
    step_id, apart = item.step.id or 0, f"step-{item.step.id}"
    ways: list[kit.Element] = [
        button(
            f"Use photo {photo.number}",
            UseSubstitute(step_id, photo.id, where),
            apart=f"{apart}-photo-{photo.id}",
            is_first=number == 0,
        )
        for number, photo in enumerate(stand_ins.photos)
    ]
    helper = stand_ins.helper or next((one.member for one in item.could), None)
    if helper is not None:
        ask = HandOver(step_id, helper.user_id, where)
        ways.append(button(saying.short(f"Ask {helper.name or 'the backup'}", 75), ask, apart=apart))
    elif item.asked is None:
        ways.append(button("Ask somebody", OpenHandOverForm(step_id, where), apart=apart))
    ways.append(button("I'll make a graphic", UseSubstitute(step_id, None, where), apart=f"{apart}-graphic"))
    return ways


def draw_stood_in(outcome: StoodIn) -> Message:
    """Thank whoever had the photo, and leave the door open."""
    post = outcome.post
    words = (
        f"{capital(substitute(post))} stands in for the photo for {strong(post)}, so nothing is left for you to do "
        "there. Thank you for taking it on!"
    )
    still = f"If yours comes before {when(post, outcome.zone)}, share it, and it goes in instead."
    return message(unmarked(f"{words} {still}"), [kit.SectionBlock(f"{words}\n{still}")])


def draw_picture_came(outcome: PictureCame) -> Message:
    """Tell the lead that the real picture is there."""
    photo, post = outcome.photo, outcome.post
    words = (
        f"Good news: photo {photo.number} from {saying.name(outcome.sharer)} has come in for {strong(post)}, which "
        f"goes out {when(post, outcome.zone)}. It goes in, and nothing has to stand in any more."
    )
    look = button("Open", OpenPost(post.id or 0), apart="picture")
    return message(unmarked(words), [kit.SectionBlock(words), kit.ActionsBlock([look])])


def _whose(item: StepWaiting, reader: Member) -> str:
    step, owner = item.step, saying.name(item.owner)
    if item.asked is not None:
        return f"I've asked {saying.name(item.asked)} about it. "
    if step.owner_id == reader.id:
        return "It is with you. "
    if step.accepted_at is None:
        return f"{owner} was asked and hasn't found time to say. "
    return f"It is with {owner}. " if item.away_until else f"It is with {owner}, who knows that I'm asking you. "


def _named(photo: Photo, stand_ins: StandIns | None, zone: ZoneInfo) -> str:
    """Name a photo by its number, with its file one click away for whoever may see it in Slack."""
    sharer = saying.name(stand_ins.sharers.get(photo.shared_by)) if stand_ins else ""
    on = saying.day(photo.shared_at.astimezone(zone).date())
    file = f"slack://file?team={stand_ins.team_id if stand_ins else ''}&id={photo.file_id}"
    return f"<{file}|photo {photo.number}> ({sharer}, {on})"
