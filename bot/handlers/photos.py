"""Photos that people share: who is asked about one, what the answer means, and which post it goes to.

Until somebody has answered that no patient is in it, a photo is a pointer to a file in Slack and nothing else. The
bytes are fetched by an errand, never here. Neither the file's name nor its address is ever remembered.
"""

from bot.commands.vocabulary import AttachPhoto, ClearPhoto, NoticePhoto, OpenAttachForm, ShowPhotos, UsePhoto
from bot.domain import photo_errors, roles
from bot.domain import photos as decide
from bot.domain.outcomes.home import HomeShown
from bot.domain.outcomes.mine import MineShown
from bot.domain.outcomes.photos import (
    AttachFormOpened,
    PhotoIgnored,
    PhotoNoticed,
    PhotoSeen,
    PhotoSetAside,
    PhotosPicked,
    PhotosShown,
)
from bot.handlers import attaching, home, mine, pings, unusable, videos
from bot.handlers.call import Call, Scene
from storage import members, photos, posts
from storage.tables import Delivery, Member, Photo, PhotoState, Role

_MOST_ASKED, _MOST_TO_CLEAR, _MOST_FAILED, _MOST_KEPT = 4, 5, 3, 8
"""Together they fit into the 50 blocks of a message."""


def show_photos(_command: ShowPhotos, call: Call, *, in_place: bool = False) -> PhotosShown:
    """Show which photos wait for an answer, which could not be used, and where the others are."""
    session, workspace_id = call.session, call.workspace_id
    leads = roles.leads(call.member, members.holders(session, workspace_id))
    own = tuple(photos.waiting_for(session, workspace_id, call.member_id))
    open_ones = photos.to_clear(session, workspace_id) if leads else ()
    failed = photos.newest(session, workspace_id, (PhotoState.FAILED,), most=_MOST_FAILED)
    kept = tuple(photos.newest(session, workspace_id, (PhotoState.READY, PhotoState.CLEARED), most=_MOST_KEPT))
    with_posts = {photo.post_id: posts.by_id(session, workspace_id, photo.post_id) for photo in kept if photo.post_id}
    return PhotosShown(
        mine=own[:_MOST_ASKED],
        to_clear=tuple(photo for photo in open_ones if photo not in own)[:_MOST_TO_CLEAR],
        failed=tuple(photo for photo in failed if leads or photo.shared_by == call.member_id),
        kept=kept,
        posts={post_id: post for post_id, post in with_posts.items() if post},
        people={person.id or 0: person for person in members.everybody(session, workspace_id)},
        zone=call.zone,
        team_id=call.workspace.team_id,
        is_lead=_is_lead(call),
        in_place=in_place,
    )


def notice_photo(command: NoticePhoto, call: Call) -> PhotoNoticed | PhotoIgnored:
    """Ask whoever shared a picture about it, once, and seen by nobody else."""
    if not decide.is_ours_to_ask(call.member, call.workspace.bot_user_id):
        return PhotoIgnored()
    if decide.is_video(command.file_kind):
        videos.notice(call, command.file_id, command.channel_id)
    if not decide.is_usable(command.file_kind):
        if decide.is_picture(command.file_kind):
            unusable.notice(call, command.file_id, command.channel_id)
        return PhotoIgnored()
    photo = _remember(call, command.file_id, command.channel_id, call.member)
    if photo is None:
        return PhotoIgnored()
    photo.meant_for_id = pings.meant_for(call, call.member_id, command.channel_id, command.thread)
    _ask(call, photo, call.member)
    return PhotoNoticed(photo)


def use_photo(command: UsePhoto, call: Call) -> PhotosPicked:
    """Ask about the pictures of a message: whoever uses the shortcut where they may answer, or else the sharer."""
    if not command.file_ids:
        raise photo_errors.no_picture_there()
    found = members.by_user(call.session, call.workspace_id, command.shared_by)
    known = found is not None and decide.is_ours_to_ask(found, call.workspace.bot_user_id)
    sharer = found if found is not None and known else call.member
    picked = []
    for file_id in dict.fromkeys(command.file_ids):
        photo = photos.by_file(call.session, call.workspace_id, file_id)
        if photo is None:
            photo = _remember(call, file_id, command.channel_id, sharer)
            if photo is not None and not _may_clear(call, photo):
                _ask(call, photo, sharer)
        if photo is not None and (not call.member.is_agency or decide.is_open_to_agency(photo, call.member)):
            picked.append(attaching.see(call, photo, call.member))
    if not picked and call.member.is_agency:
        raise photo_errors.not_cleared_yet()
    asked = [seen for seen in picked if seen.photo.state == PhotoState.ASKED and not seen.may_clear]
    sharers = {seen.photo.shared_by for seen in asked}
    return PhotosPicked(
        tuple(picked), members.by_id(call.session, call.workspace_id, sharers.pop()) if sharers else None
    )


def clear_photo(command: ClearPhoto, call: Call) -> PhotoSeen | PhotosShown | MineShown | HomeShown:
    """Take the answer: fetch the photo after a no, set it aside after anything else; an answer given again is shown."""
    photo = _held(call, command.photo_id)
    before = PhotoState(photo.state)
    lead, backup = call.holder(Role.LEAD), call.holder(Role.BACKUP)
    after = decide.answered(photo, command.answer, call.member, lead=lead, backup=backup)
    if after != before:
        photo.state, photo.answered_by, photo.answered_at = after, call.member.id, call.now
        photo.problem = ""
        call.session.add(photo)
        if after == PhotoState.CLEARED:
            call.owe(
                "photo-fetch", attaching.next_key(call, "photo-fetch", photo), call.member.user_id, {"photo": photo.id}
            )
        else:
            _set_aside(call, photo, command.answer, lead)
            if command.where:
                attaching.tell(call, photo)
    call.session.flush()
    return _reply(call, command.where, photo)


def open_attach_form(command: OpenAttachForm, call: Call) -> AttachFormOpened | PhotoSeen:
    """Ask which post a photo is for, of those that can still take one."""
    photo = _held(call, command.photo_id)
    if photo.state != PhotoState.READY:
        return attaching.see(call, photo, call.member, in_place=True)
    choices = attaching.choices(call, photo)
    if not choices:
        raise photo_errors.no_post_to_choose()
    return AttachFormOpened(photo, choices)


def attach_photo(command: AttachPhoto, call: Call) -> PhotoSeen:
    """Give a cleared photo to a post, whose photo step is done with that."""
    photo = _held(call, command.photo_id)
    post = posts.by_id(call.session, call.workspace_id, command.post_id)
    if post is None:
        raise photo_errors.no_such_post()
    if photo.post_id != post.id:
        attaching.attach(call, photo, post)
    return attaching.see(call, photo, call.member, in_place=True)


def compose_photo_question(scene: Scene, delivery: Delivery) -> PhotoSeen | None:
    """Show the question to whoever shared a photo; nothing where it was answered in the meantime."""
    photo = photos.by_id(scene.session, scene.workspace_id, delivery.about["photo"])
    if photo is None or photo.state != PhotoState.ASKED:
        return None
    return attaching.see(scene, photo, members.by_id(scene.session, scene.workspace_id, photo.shared_by))


def compose_photo_told(scene: Scene, delivery: Delivery) -> PhotoSeen | None:
    """Tell where a photo is, or why it can't be used; nothing while it is on its way once more."""
    photo = photos.by_id(scene.session, scene.workspace_id, delivery.about["photo"])
    if photo is None or photo.state in (PhotoState.ASKED, PhotoState.CLEARED):
        return None
    told = members.by_id(scene.session, scene.workspace_id, delivery.about["member"])
    return attaching.see(scene, photo, told)


def compose_notice_photo(scene: Scene, delivery: Delivery) -> PhotoSetAside | None:
    """Tell the lead, privately, that a photo may show a patient; nothing where that was cleared up already."""
    photo = photos.by_id(scene.session, scene.workspace_id, delivery.about["photo"])
    if photo is None or photo.state != PhotoState.BLOCKED:
        return None
    sharer = members.by_id(scene.session, scene.workspace_id, photo.shared_by)
    by = members.by_id(scene.session, scene.workspace_id, photo.answered_by or 0)
    return PhotoSetAside(photo, sharer, by, scene.workspace.team_id)


def _reply(call: Call, where: str, photo: Photo) -> PhotoSeen | PhotosShown | MineShown | HomeShown:
    """Show the answer in the message that was clicked: the photo's own, or the list it was in."""
    if where == "photos":
        return show_photos(ShowPhotos(), call, in_place=True)
    if where == "mine":
        return MineShown(mine.gather(call), in_place=True)
    if where == "home":
        return home.show(call)
    return attaching.see(call, photo, call.member, in_place=True)


def _remember(call: Call, file_id: str, channel_id: str, sharer: Member) -> Photo | None:
    """Keep a pointer to a shared picture; None where there is one already, also one that is being made right now."""
    if photos.by_file(call.session, call.workspace_id, file_id) is not None:
        return None
    number = photos.next_number(call.session, call.workspace_id)
    if photos.by_file(call.session, call.workspace_id, file_id) is not None:
        return None
    photo = Photo(
        workspace_id=call.workspace_id,
        number=number,
        file_id=file_id,
        channel_id=channel_id,
        shared_by=sharer.id or 0,
        shared_at=call.now,
    )
    call.session.add(photo)
    call.session.flush()
    return photo


def _ask(call: Call, photo: Photo, sharer: Member) -> None:
    """Owe the question: seen by the sharer alone where the photo was shared, or in their direct messages."""
    in_channel = photo.channel_id[:1] in ("C", "G")
    call.owe(
        "photo-question",
        f"photo-question/photo-{photo.id}",
        photo.channel_id if in_channel else sharer.user_id,
        {"photo": photo.id},
        visible_to=sharer.user_id if in_channel else "",
    )


def _set_aside(call: Call, photo: Photo, answer: str, lead: Member | None) -> None:
    """Keep nothing of a photo but the pointer, and tell the lead, unless it is the lead who said so."""
    photo.problem = answer
    attaching.detach(call, photo)
    attaching.forget_copies(call, photo, call.member)
    if lead is not None and lead.id != call.member_id:
        call.owe("notice-photo", attaching.next_key(call, "notice-photo", photo), lead.user_id, {"photo": photo.id})


def _held(call: Call, photo_id: int) -> Photo:
    photo = photos.held(call.session, call.workspace_id, photo_id)
    if photo is None or (call.member.is_agency and not decide.is_open_to_agency(photo, call.member)):
        raise photo_errors.no_such_photo()
    return photo


def _may_clear(call: Call, photo: Photo) -> bool:
    return decide.may_clear(photo, call.member, lead=call.holder(Role.LEAD), backup=call.holder(Role.BACKUP))


def _is_lead(call: Call) -> bool:
    lead = call.holder(Role.LEAD)
    return lead is not None and lead.id == call.member_id
