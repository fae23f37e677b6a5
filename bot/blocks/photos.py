"""How photos look: the question about a patient, where a photo is, and why one cannot be used.

No picture is ever shown here, not even a small one: Slack shows a file to whoever may see the channel it was shared
in, and a copy of ours would be seen by more people than that. A photo has a number, a sharer and a day.
"""

from zoneinfo import ZoneInfo

from bot.blocks import kit, photo_troubles, saying, surfaces
from bot.blocks.surfaces import Message, Modal, Nothing
from bot.commands import buttons
from bot.commands.vocabulary import AttachPhoto, ClearPhoto, OpenAttachForm
from bot.domain.outcomes.photos import (
    AttachFormOpened,
    PhotoIgnored,
    PhotoNoticed,
    PhotoSeen,
    PhotoSetAside,
    PhotosPicked,
)
from storage.tables import Photo, PhotoState, Post

_COUNTS = "A face, a mouth, a name on a chart or a screen in the background: all of that counts."
_UNTIL = "I copy nothing until you have answered *No*."
_CLEANED = "Location and camera data were removed."


def draw_photo_ignored(_outcome: PhotoIgnored | PhotoNoticed) -> Nothing:
    """Show nothing: nobody is asked, or the question is a message of its own."""
    return Nothing()


def draw_photo_seen(outcome: PhotoSeen) -> Message:
    """Show a photo as it stands now."""
    text, blocks = _standing(outcome)
    return surfaces.message(text, blocks, in_place=outcome.in_place)


def draw_photo_set_aside(outcome: PhotoSetAside) -> Message:
    """Tell the lead that a photo may show a patient; the picture is not shown and nobody in it is named."""
    photo = outcome.photo
    by = "" if photo.answered_by == photo.shared_by else f" {saying.name(outcome.answered_by)}"
    said = f"and{by} says that it shows a patient" if photo.problem == "yes" else f"and{by} is not sure about patients"
    text = f"Photo {photo.number} is set aside: it may show a patient."
    what = f"*Photo {photo.number} is set aside.* {saying.name(outcome.sharer)} shared it{_in_channel(photo)} {said}."
    then = (
        "I keep no copy of it, and it can't go to a post. If it shows a patient, please see that the file is deleted "
        "from Slack. To use such a picture, the practice needs that person's written authorization first."
    )
    blocks: list[kit.Block] = [
        kit.SectionBlock(f"{what}\n{then}"),
        kit.ActionsBlock([_cleared_after_all(photo)]),
        kit.ContextBlock([kit.Text(f"{_link(photo, outcome.team_id)}. Only you see this message.")]),
    ]
    return surfaces.message(text, blocks)


def draw_photos_picked(outcome: PhotosPicked) -> Message:
    """Show what is known of the pictures of a message, and ask about those that may be answered for here."""
    where = "photos" if len(outcome.seen) > 1 else ""
    text, blocks = "", list[kit.Block]()
    for seen in outcome.seen:
        if seen.photo.state == PhotoState.ASKED and not seen.may_clear:
            sharer = saying.name(outcome.asked)
            said = f"{sharer} shared photo {seen.photo.number}, so I've asked {sharer} whether it shows a patient."
            more: list[kit.Block] = [kit.SectionBlock(said)]
        else:
            said, more = _standing(seen, where=where)
        text = text or said
        blocks += more
    return surfaces.message(text, blocks)


def draw_attach_form(outcome: AttachFormOpened) -> Modal:
    """Ask which post a photo is for."""
    options = [_option(post) for post in outcome.posts]
    select = kit.StaticSelectMenu(action_id="value", options=options, placeholder="Choose a post")
    return surfaces.modal(
        f"Photo {outcome.photo.number}",
        [kit.InputBlock("Which post is it for?", select, block_id="post")],
        form="attach-photo",
        submit="Attach",
        keeps={"photo_id": outcome.photo.id},
    )


def question(photo: Photo) -> tuple[str, list[kit.Block]]:
    """Ask, right where it was shared, whether a photo shows a patient."""
    text = f"Does this photo show a patient? (photo {photo.number})"
    return text, [
        kit.SectionBlock(f"*Does this photo show a patient?*\n{_COUNTS}"),
        _answers(photo, ""),
        kit.ContextBlock([kit.Text(f"Photo {photo.number}. Only you see this. {_UNTIL}")]),
    ]


def listed_question(photo: Photo, zone: ZoneInfo, where: str, *, sharer: str = "You") -> tuple[str, list[kit.Block]]:
    """Ask the same in a list of what waits for somebody, where the photo is not in sight."""
    text = f"Does photo {photo.number} show a patient?"
    shared = f"{sharer} shared it on {saying.day(photo.shared_at.astimezone(zone).date())}{_in_channel(photo)}."
    return text, [kit.SectionBlock(f"*{text}* {shared}\n{_COUNTS}"), _answers(photo, where)]


def post_line(post: Post) -> str:
    """Name a post in one line of plain text, such as an option to choose: "Meet our hygienist, Thu 26 Nov"."""
    return f"{saying.short(' '.join(post.what.split()), 55)}, {saying.day(post.on)}"


def post_name(post: Post) -> str:
    """Name a post in a sentence."""
    return f"*{saying.plain(saying.short(' '.join(post.what.split()), 80))}*, {saying.day(post.on)}"


def answer_button(photo: Photo, label: str, answer: str, where: str = "") -> kit.Button:
    """Make the button that gives an answer about a photo."""
    return _answer(photo, label, answer, where)


def choose_button(photo: Photo, *, instead: bool = False) -> kit.Button:
    """Make the button that asks which post a photo is for, or which other one."""
    command = OpenAttachForm(photo.id or 0)
    label = "Another post" if photo.post_id or instead else "Choose a post"
    return kit.Button(label, action_id=buttons.action_of(command, apart=str(photo.id)), value=buttons.value_of(command))


def _standing(seen: PhotoSeen, *, where: str = "") -> tuple[str, list[kit.Block]]:
    photo = seen.photo
    if photo.state == PhotoState.ASKED:
        sharer = "You" if seen.is_sharer else saying.name(seen.sharer)
        return listed_question(photo, seen.zone, where, sharer=sharer) if where else question(photo)
    if photo.state == PhotoState.READY:
        return _ready(seen)
    if photo.state == PhotoState.BLOCKED:
        return _blocked(seen)
    if photo.state == PhotoState.FAILED:
        return _failed(seen, where)
    text = (
        f"I'm fetching photo {photo.number} now and taking its location and camera data out. "
        "You'll get a message when it is in its place."
    )
    return text, [kit.SectionBlock(text)]


def _ready(seen: PhotoSeen) -> tuple[str, list[kit.Block]]:
    photo = seen.photo
    second_thoughts = _answer(photo, "It may show a patient", "unsure", "")
    if seen.post is not None:
        text = f"Thank you. Photo {photo.number} is with {post_name(seen.post)}. {_CLEANED}"
        return _plain(text), [kit.SectionBlock(text), kit.ActionsBlock([choose_button(photo), second_thoughts])]
    if seen.waiting:
        text = f"Thank you. Photo {photo.number} is here. {_CLEANED} Which post is it for?"
        options = [_option(post) for post in seen.waiting]
        action_id = buttons.picked_action(AttachPhoto, "post_id", {"photo_id": photo.id})
        select = kit.StaticSelectMenu(action_id=action_id, options=options, placeholder="Choose a post")
        return text, [
            kit.SectionBlock(text),
            kit.ActionsBlock([select, choose_button(photo, instead=True), second_thoughts]),
        ]
    whom = "you" if seen.is_sharer else saying.name(seen.sharer)
    text = f"Thank you. Photo {photo.number} is kept for later, as no post is waiting for one from {whom}. {_CLEANED}"
    return text, [kit.SectionBlock(text), kit.ActionsBlock([choose_button(photo), second_thoughts])]


def _blocked(seen: PhotoSeen) -> tuple[str, list[kit.Block]]:
    photo = seen.photo
    knows = f" {saying.name(seen.lead)} knows, and nobody else was told." if seen.lead and not seen.is_lead else ""
    text = f"Thank you for looking closely. I keep no copy of photo {photo.number}, and it can't go to a post.{knows}"
    then = (
        "If it shows a patient, please delete the file from Slack. To use such a picture, the practice needs that "
        "person's written authorization first. A photo of the team or the rooms is always welcome."
    )
    blocks: list[kit.Block] = [kit.SectionBlock(f"{text}\n{then}")]
    if seen.may_clear:
        blocks.append(kit.ActionsBlock([_cleared_after_all(photo)]))
    return _plain(f"{text} {then}"), blocks


def _failed(seen: PhotoSeen, where: str) -> tuple[str, list[kit.Block]]:
    trouble, remedy, may_pass = photo_troubles.told(seen.photo)
    blocks: list[kit.Block] = [kit.SectionBlock(f"{trouble} {remedy}")]
    if may_pass and seen.may_clear:
        blocks.append(kit.ActionsBlock([_answer(seen.photo, "Try again", "no", where)]))
    blocks.append(kit.ContextBlock([kit.Text("Nothing of it was kept.")]))
    return f"{trouble} {remedy}", blocks


def _answers(photo: Photo, where: str) -> kit.ActionsBlock:
    answers = (("No", "no"), ("Yes", "yes"), ("Not sure", "unsure"))
    return kit.ActionsBlock([_answer(photo, label, answer, where) for label, answer in answers])


def _answer(photo: Photo, label: str, answer: str, where: str) -> kit.Button:
    command = ClearPhoto(photo.id or 0, answer, where)
    action_id = buttons.action_of(command, apart=f"{photo.id}-{answer}")
    return kit.Button(label, action_id=action_id, value=buttons.value_of(command))


def _cleared_after_all(photo: Photo) -> kit.Button:
    command = ClearPhoto(photo.id or 0, "no")
    return kit.Button(
        "No patient in it",
        action_id=buttons.action_of(command, apart=f"{photo.id}-no"),
        value=buttons.value_of(command),
        confirm=kit.ConfirmationDialogue(
            title="Have you seen the photo?",
            text=kit.Text(f"Photo {photo.number} will be fetched, cleaned and kept for posts."),
            confirm="Yes, no patient",
            deny="Not yet",
        ),
    )


def _in_channel(photo: Photo) -> str:
    return f" in <#{photo.channel_id}>" if photo.channel_id[:1] in ("C", "G") else ""


def _option(post: Post) -> kit.Option:
    return kit.Option(kit.Text(post_line(post), type_=kit.TextType.PLAINTEXT), str(post.id))


def _link(photo: Photo, team_id: str) -> str:
    """Link to the file within Slack by its ids; Slack's own address of it holds its name."""
    return f"<slack://file?team={team_id}&id={photo.file_id}|Open it in Slack>"


def _plain(text: str) -> str:
    return text.replace("*", "")
