"""How `/photos` looks: what waits for an answer first, then what was set aside or could not be used, then the library.

By number, sharer, day and post; no picture is shown.
"""

from bot.blocks import kit, photo_troubles, saying, surfaces
from bot.blocks.photos import answer_button, choose_button, listed_question, post_name
from bot.blocks.surfaces import Message
from bot.commands import buttons
from bot.commands.vocabulary import ClearPhoto
from bot.domain.outcomes.photos import PhotosShown
from storage.tables import Photo, PhotoState


def draw_photos_shown(outcome: PhotosShown) -> Message:
    """Show the photos, what waits for an answer first."""
    blocks: list[kit.Block] = [kit.HeaderBlock("Photos")]
    for photo in outcome.mine:
        blocks += listed_question(photo, outcome.zone, "photos")[1]
    if outcome.to_clear:
        blocks.append(kit.DividerBlock())
        for photo in outcome.to_clear:
            blocks += _to_clear(outcome, photo)
    if outcome.failed:
        blocks.append(kit.DividerBlock())
        for photo in outcome.failed:
            blocks += _failed(outcome, photo)
    if outcome.kept:
        blocks.append(kit.DividerBlock())
        for photo in outcome.kept:
            blocks += _kept(outcome, photo)
    if len(blocks) == 1:
        blocks.append(
            kit.SectionBlock("No photos are kept yet. Share one in a channel I'm in, and I'll ask you about it.")
        )
    return surfaces.message(_summary(outcome), blocks, in_place=outcome.in_place)


def _summary(outcome: PhotosShown) -> str:
    waiting = saying.count(len(outcome.mine), "photo waits", "photos wait")
    kept = saying.count(len(outcome.kept), "photo is kept", "photos are kept")
    return f"{waiting} for your answer, {kept}.".capitalize()


def _to_clear(outcome: PhotosShown, photo: Photo) -> list[kit.Block]:
    if photo.state == PhotoState.ASKED:
        return [
            kit.SectionBlock(f"{_described(outcome, photo)}\nWaits for an answer: does it show a patient?"),
            kit.ActionsBlock(
                [
                    answer_button(photo, "No", "no", "photos"),
                    answer_button(photo, "Yes", "yes", "photos"),
                    answer_button(photo, "Not sure", "unsure", "photos"),
                ]
            ),
        ]
    said = kit.SectionBlock(f"{_described(outcome, photo)}\nSet aside: it may show a patient. I have no copy of it.")
    if not outcome.is_lead:
        return [said]
    return [said, kit.ActionsBlock([answer_button(photo, "No patient in it", "no", "photos")])]


def _failed(outcome: PhotosShown, photo: Photo) -> list[kit.Block]:
    trouble, remedy, may_pass = photo_troubles.told(photo)
    said = f"{_described(outcome, photo)}\n{trouble} {remedy}"
    if not may_pass:
        return [kit.SectionBlock(said)]
    command = ClearPhoto(photo.id or 0, "no", "photos")
    again = kit.Button(
        "Try again",
        action_id=buttons.action_of(command, apart=f"{photo.id}-again"),
        value=buttons.value_of(command),
    )
    return [kit.SectionBlock(said, accessory=again)]


def _kept(outcome: PhotosShown, photo: Photo) -> list[kit.Block]:
    if photo.state == PhotoState.CLEARED:
        return [kit.SectionBlock(f"{_described(outcome, photo)}\nOn its way.")]
    post = outcome.posts.get(photo.post_id or 0)
    where = "With no post yet." if post is None else f"With {post_name(post)}{', posted' if post.posted_at else ''}."
    said = kit.SectionBlock(f"{_described(outcome, photo)}\n{where}")
    doubts = answer_button(photo, "It may show a patient", "unsure", "photos")
    choose = [] if post is not None and post.posted_at else [choose_button(photo)]
    return [said, kit.ActionsBlock([*choose, doubts])]


def _described(outcome: PhotosShown, photo: Photo) -> str:
    sharer = saying.name(outcome.people.get(photo.shared_by))
    on = saying.day(photo.shared_at.astimezone(outcome.zone).date())
    where = f", <#{photo.channel_id}>" if photo.channel_id[:1] in ("C", "G") else ""
    link = f"<slack://file?team={outcome.team_id}&id={photo.file_id}|open in Slack>"
    return f"*Photo {photo.number}*, {sharer}, {on}{where} ({link})"
