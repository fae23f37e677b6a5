"""From sharing a picture to the answer: who is asked, what is owed, what is refused."""

import threading
from datetime import timedelta

import photo_practice as office
import pytest
from photo_practice import NOW, SOCIAL, Practice

from bot.commands.vocabulary import AttachPhoto, ClearPhoto, NoticePhoto, OpenAttachForm, ShowPhotos, UsePhoto
from bot.domain.errors import NotAllowed, NotFound, WrongMoment
from bot.domain.outcomes.photos import PhotoIgnored, PhotoNoticed, PhotoSeen
from bot.handlers import attaching
from storage.engine import Database
from storage.tables import Member, PhotoState, Post

JPEG = "image/jpeg"


def _shared(practice: Practice, who: str = "ben", file_id: str = "F1", channel: str = SOCIAL) -> int:
    noticed = practice.does(who, NoticePhoto(file_id, channel, JPEG))
    assert isinstance(noticed, PhotoNoticed)
    return noticed.photo.id or 0


def _ready(practice: Practice, photo_id: int) -> None:
    """Do what the errand does once it has the bytes."""
    with practice.scene() as scene:
        photo = attaching.to_fetch(scene, photo_id)
        assert photo is not None
    with practice.scene() as scene:
        assert attaching.fetched(scene, photo_id, stored_as=photo.stored_as, width=4000, height=3000)


def _cleared(practice: Practice, who: str = "ben", file_id: str = "F1") -> int:
    photo_id = _shared(practice, who, file_id)
    practice.does(who, ClearPhoto(photo_id, "no"))
    _ready(practice, photo_id)
    return photo_id


def test_whoever_shares_a_picture_is_asked_and_nobody_else_sees_the_question(practice: Practice) -> None:
    photo_id = _shared(practice)
    [asked] = practice.owed("photo-question")
    assert (asked.recipient, asked.visible_to) == (SOCIAL, "U0BEN")
    seen = practice.composed(asked)
    assert seen.photo.id == photo_id
    assert seen.may_clear


def test_a_picture_in_a_direct_message_is_asked_about_there(practice: Practice) -> None:
    _shared(practice, channel="D0BEN")
    [asked] = practice.owed("photo-question")
    assert (asked.recipient, asked.visible_to) == ("U0BEN", "")


def test_the_same_event_twice_asks_once(practice: Practice) -> None:
    _shared(practice)
    assert isinstance(practice.does("ben", NoticePhoto("F1", SOCIAL, JPEG)), PhotoIgnored)
    assert len(practice.owed("photo-question")) == 1


def test_the_same_event_at_the_same_moment_asks_once(database: Database) -> None:
    practice = office.opened(database)
    came = []
    start = threading.Barrier(2)

    def notice() -> None:
        start.wait()
        came.append(type(practice.does("ben", NoticePhoto("F1", SOCIAL, JPEG))))

    both = [threading.Thread(target=notice) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(came, key=str) == [PhotoIgnored, PhotoNoticed]
    assert len(practice.owed("photo-question")) == 1


@pytest.mark.parametrize("kind", ["", "application/pdf", "video/mp4", "text/plain", "pdf"])
def test_what_is_no_picture_is_left_alone(practice: Practice, kind: str) -> None:
    assert isinstance(practice.does("ben", NoticePhoto("F1", SOCIAL, kind)), PhotoIgnored)
    assert practice.owed("photo-question") == []


@pytest.mark.parametrize("kind", ["image/gif", "tiff", "image/BMP", "image/svg+xml"])
def test_a_picture_of_a_kind_that_cannot_be_used_is_said_once_and_not_asked_about(
    practice: Practice, kind: str
) -> None:
    for _ in range(2):
        assert isinstance(practice.does("ben", NoticePhoto("F1", SOCIAL, kind)), PhotoIgnored)
    [said] = practice.owed("picture-unusable")
    assert (said.recipient, said.visible_to) == (SOCIAL, "U0BEN")
    assert practice.owed("photo-question") == []


@pytest.mark.parametrize("change", [{"is_bot": True}, {"is_foreign": True}, {"user_id": "U0ROUNDS"}])
def test_pictures_of_apps_and_of_other_companies_are_left_alone(practice: Practice, change: dict[str, object]) -> None:
    with practice.scene() as scene:
        ben = scene.session.get_one(Member, practice.ids["ben"])
        for name, value in change.items():
            setattr(ben, name, value)
    assert isinstance(practice.does("ben", NoticePhoto("F1", SOCIAL, JPEG)), PhotoIgnored)


def test_no_has_the_photo_fetched_and_answering_again_changes_nothing(practice: Practice) -> None:
    photo_id = _shared(practice)
    for _ in range(2):
        seen = practice.does("ben", ClearPhoto(photo_id, "no"))
        assert isinstance(seen, PhotoSeen)
        assert (seen.photo.state, seen.in_place) == (PhotoState.CLEARED, True)
    assert [owed.about for owed in practice.owed("photo-fetch")] == [{"photo": photo_id}]
    assert practice.composed(practice.owed("photo-question")[0]) is None


def test_two_answers_at_once_have_the_photo_fetched_once(database: Database) -> None:
    practice = office.opened(database)
    photo_id = _shared(practice)
    start = threading.Barrier(2)

    def answer(who: str) -> None:
        start.wait()
        practice.does(who, ClearPhoto(photo_id, "no"))

    both = [threading.Thread(target=answer, args=(who,)) for who in ("ben", "ana")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert len(practice.owed("photo-fetch")) == 1
    assert practice.photo(photo_id).state == PhotoState.CLEARED


@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_yes_and_not_sure_keep_a_pointer_and_tell_the_lead_alone(practice: Practice, answer: str) -> None:
    photo_id = _shared(practice)
    seen = practice.does("ben", ClearPhoto(photo_id, answer))
    assert (seen.photo.state, seen.photo.stored_as, seen.may_clear) == (PhotoState.BLOCKED, "", False)
    assert practice.owed("photo-fetch") == []
    [notice] = practice.owed("notice-photo")
    assert (notice.recipient, notice.visible_to) == ("U0ANA", "")
    told = practice.composed(notice)
    assert (told.photo.problem, told.sharer.name, told.answered_by.name) == (answer, "Ben", "Ben")


def test_a_photo_that_may_show_a_patient_cannot_be_attached(practice: Practice) -> None:
    post_id = practice.plans("Meet our hygienist")
    photo_id = _shared(practice)
    practice.does("ben", ClearPhoto(photo_id, "unsure"))
    with pytest.raises(WrongMoment, match="may show a patient"):
        practice.does("ana", AttachPhoto(photo_id, post_id))
    assert practice.photo(photo_id).post_id is None
    assert not practice.step_is_done(post_id)


def test_only_the_lead_opens_a_photo_again_that_was_set_aside(practice: Practice) -> None:
    photo_id = _shared(practice)
    practice.does("ben", ClearPhoto(photo_id, "unsure"))
    for who in ("ben", "sarah", "reyes"):
        with pytest.raises(NotAllowed, match="set aside"):
            practice.does(who, ClearPhoto(photo_id, "no"))
    assert practice.does("ana", ClearPhoto(photo_id, "no")).photo.state == PhotoState.CLEARED
    assert practice.composed(practice.owed("notice-photo")[0]) is None
    assert len(practice.owed("photo-fetch")) == 1


def test_a_lead_who_sets_a_photo_aside_is_not_told_about_it(practice: Practice) -> None:
    practice.does("ana", ClearPhoto(_shared(practice, "ana"), "yes"))
    assert practice.owed("notice-photo") == []


def test_somebody_elses_no_is_not_enough_but_their_doubt_is(practice: Practice) -> None:
    photo_id = _shared(practice)
    with pytest.raises(NotAllowed, match="Only the person who shared photo 1"):
        practice.does("sarah", ClearPhoto(photo_id, "no"))
    assert practice.photo(photo_id).state == PhotoState.ASKED
    assert practice.does("sarah", ClearPhoto(photo_id, "unsure")).photo.state == PhotoState.BLOCKED


@pytest.mark.parametrize("who", ["ana", "reyes"])
def test_lead_and_backup_can_answer_for_the_sharer_who_is_told(practice: Practice, who: str) -> None:
    photo_id = _shared(practice)
    practice.does(who, ClearPhoto(photo_id, "no"))
    _ready(practice, photo_id)
    assert [owed.recipient for owed in practice.owed("photo-told")] == ["U0BEN", f"U0{who.upper()}"]


def test_an_answer_that_nobody_can_give_changes_nothing(practice: Practice) -> None:
    photo_id = _shared(practice)
    with pytest.raises(NotFound):
        practice.does("ben", ClearPhoto(photo_id, "maybe"))
    with pytest.raises(NotFound):
        practice.does("ben", ClearPhoto(99, "no"))
    assert practice.photo(photo_id).state == PhotoState.ASKED


def test_the_one_post_that_waits_gets_the_photo_and_its_step_is_done(practice: Practice) -> None:
    post_id = practice.plans("Meet our hygienist")
    photo_id = _cleared(practice)
    assert practice.photo(photo_id).post_id == post_id
    assert practice.step_is_done(post_id)
    assert [owed.recipient for owed in practice.owed("photo-told")] == ["U0BEN"]
    told = practice.told()
    assert told.post is not None
    assert told.post.what == "Meet our hygienist"


def test_where_several_posts_wait_the_sharer_chooses(practice: Practice) -> None:
    first, second = practice.plans("Meet our hygienist"), practice.plans("Our front desk")
    photo_id = _cleared(practice)
    assert practice.photo(photo_id).post_id is None
    assert [post.id for post in practice.told().waiting] == [first, second]
    seen = practice.does("ben", AttachPhoto(photo_id, second))
    assert (seen.post.id, seen.in_place) == (second, True)
    assert (practice.step_is_done(first), practice.step_is_done(second)) == (False, True)


def test_a_promised_photo_goes_before_one_that_was_only_asked_for(practice: Practice) -> None:
    practice.plans("Only asked", office.THURSDAY - timedelta(days=1), accepted=False)
    promised = practice.plans("Promised")
    assert practice.photo(_cleared(practice)).post_id == promised


def test_a_photo_that_was_only_asked_for_is_taken_gladly_too(practice: Practice) -> None:
    asked = practice.plans("Only asked", accepted=False)
    assert practice.photo(_cleared(practice)).post_id == asked


def test_where_no_post_waits_the_photo_is_kept_for_later(practice: Practice) -> None:
    practice.plans("Somebody else's", photo_by="sarah")
    practice.plans("Long past", office.THURSDAY - timedelta(days=20))
    photo_id = _cleared(practice)
    told = practice.told()
    assert (practice.photo(photo_id).state, told.post, told.waiting) == (PhotoState.READY, None, ())
    form = practice.does("ben", OpenAttachForm(photo_id))
    assert [post.what for post in form.posts] == ["Somebody else's"]


def test_a_photo_can_be_moved_and_the_step_it_leaves_is_open_again(practice: Practice) -> None:
    first = practice.plans("Meet our hygienist")
    second = practice.plans("Our front desk", photo_by="sarah")
    photo_id = _cleared(practice)
    assert practice.step_is_done(first)
    practice.does("ana", AttachPhoto(photo_id, second))
    assert (practice.step_is_done(first), practice.step_is_done(second)) == (False, True)


def test_a_second_photo_keeps_the_step_done_when_the_first_moves_on(practice: Practice) -> None:
    first = practice.plans("Meet our hygienist")
    one = _cleared(practice)
    two = _cleared(practice, file_id="F2")
    practice.does("ben", AttachPhoto(two, first))
    practice.does("ben", AttachPhoto(one, practice.plans("Our front desk")))
    assert practice.step_is_done(first)


def test_a_photo_does_not_go_to_a_post_that_is_out_gone_or_over(practice: Practice) -> None:
    photo_id = _cleared(practice)
    out, gone = practice.plans("Out"), practice.plans("Gone")
    over = practice.plans("Over", office.THURSDAY - timedelta(days=30))
    with practice.scene() as scene:
        scene.session.get_one(Post, out).posted_at = NOW
        scene.session.get_one(Post, gone).removed_at = NOW
    for post_id, why in ((out, "out already"), (gone, "taken out"), (over, "long passed")):
        with pytest.raises(WrongMoment, match=why):
            practice.does("ben", AttachPhoto(photo_id, post_id))
    with pytest.raises(NotFound):
        practice.does("ben", AttachPhoto(photo_id, 99))
    assert practice.photo(photo_id).post_id is None


def test_a_photo_that_went_out_stays_with_its_post(practice: Practice) -> None:
    first = practice.plans("Meet our hygienist")
    photo_id = _cleared(practice)
    with practice.scene() as scene:
        scene.session.get_one(Post, first).posted_at = NOW
    with pytest.raises(WrongMoment, match="went out"):
        practice.does("ben", AttachPhoto(photo_id, practice.plans("Another")))
    assert practice.photo(photo_id).post_id == first


def test_a_doubt_after_all_takes_the_photo_off_its_post_and_has_its_copies_deleted(practice: Practice) -> None:
    post_id = practice.plans("Meet our hygienist")
    photo_id = _cleared(practice)
    stored_as = practice.photo(photo_id).stored_as
    practice.does("ben", ClearPhoto(photo_id, "unsure"))
    photo = practice.photo(photo_id)
    assert (photo.state, photo.post_id, photo.stored_as) == (PhotoState.BLOCKED, None, "")
    assert not practice.step_is_done(post_id)
    assert [owed.about["stored_as"] for owed in practice.owed("photo-forget")] == [stored_as]
    assert len(practice.owed("notice-photo")) == 1


def test_a_photo_set_aside_while_it_is_fetched_is_not_kept(practice: Practice) -> None:
    photo_id = _shared(practice)
    practice.does("ben", ClearPhoto(photo_id, "no"))
    with practice.scene() as scene:
        photo = attaching.to_fetch(scene, photo_id)
        assert photo is not None
        name = photo.stored_as
    practice.does("ben", ClearPhoto(photo_id, "yes"))
    with practice.scene() as scene:
        assert not attaching.fetched(scene, photo_id, stored_as=name, width=1, height=1)
    assert practice.photo(photo_id).state == PhotoState.BLOCKED


def test_the_list_shows_what_waits_for_me_and_the_lead_sees_what_waits_for_others(practice: Practice) -> None:
    _shared(practice)
    kept = _cleared(practice, "ana", "F2")
    practice.does("sarah", ClearPhoto(_shared(practice, "sarah", "F3"), "unsure"))
    for_ben, for_ana, for_sarah = (practice.does(who, ShowPhotos()) for who in ("ben", "ana", "sarah"))
    assert [photo.number for photo in for_ben.mine] == [1]
    assert for_ben.to_clear == for_sarah.mine == for_sarah.to_clear == ()
    assert [photo.number for photo in for_ana.to_clear] == [1, 3]
    assert [photo.id for photo in for_sarah.kept] == [kept]


def test_an_answer_in_the_list_brings_the_list_up_to_date(practice: Practice) -> None:
    photo_id = _shared(practice)
    shown = practice.does("ben", ClearPhoto(photo_id, "no", "photos"))
    assert (shown.mine, [photo.id for photo in shown.kept], shown.in_place) == ((), [photo_id], True)


def test_a_doubt_in_a_list_is_followed_by_what_to_do_in_a_message(practice: Practice) -> None:
    photo_id = _shared(practice)
    practice.does("ben", ClearPhoto(photo_id, "yes", "mine"))
    assert practice.told().photo.state == PhotoState.BLOCKED


def test_the_shortcut_asks_the_sharer_there_and_then(practice: Practice) -> None:
    picked = practice.does("ben", UsePhoto(("F1", "F2", "F1"), SOCIAL, "U0BEN"))
    assert [seen.photo.file_id for seen in picked.seen] == ["F1", "F2"]
    assert all(seen.may_clear for seen in picked.seen)
    assert practice.owed("photo-question") == []


def test_the_shortcut_asks_whoever_shared_the_picture_when_somebody_else_uses_it(practice: Practice) -> None:
    for _ in range(2):
        picked = practice.does("sarah", UsePhoto(("F1",), SOCIAL, "U0BEN"))
        assert (picked.asked.name, picked.seen[0].may_clear) == ("Ben", False)
    assert [asked.visible_to for asked in practice.owed("photo-question")] == ["U0BEN"]


def test_the_shortcut_lets_the_lead_answer_for_anybody(practice: Practice) -> None:
    picked = practice.does("ana", UsePhoto(("F1",), SOCIAL, "U0BEN"))
    assert (picked.asked, picked.seen[0].may_clear) == (None, True)
    assert practice.photo().shared_by == practice.ids["ben"]


@pytest.mark.parametrize("sharer", ["U0NOBODY", "U0ROUNDS", ""])
def test_the_shortcut_asks_whoever_uses_it_where_the_sharer_is_no_member(practice: Practice, sharer: str) -> None:
    picked = practice.does("sarah", UsePhoto(("F1",), SOCIAL, sharer))
    assert picked.seen[0].may_clear
    assert practice.photo().shared_by == practice.ids["sarah"]


def test_the_shortcut_on_a_message_without_pictures_says_so(practice: Practice) -> None:
    with pytest.raises(NotFound, match="no picture in that message"):
        practice.does("ben", UsePhoto((), SOCIAL, "U0BEN"))


def test_another_practice_can_neither_see_nor_answer(practice: Practice) -> None:
    photo_id = _shared(practice)
    other = office.opened(practice.database, team_id="T0OTHER")
    with pytest.raises(NotFound):
        other.does("ana", ClearPhoto(photo_id, "no"))
    with pytest.raises(NotFound):
        other.does("ana", AttachPhoto(photo_id, practice.plans("Meet our hygienist")))
    shown = other.does("ana", ShowPhotos())
    assert (shown.mine, shown.to_clear, shown.kept) == ((), (), ())
    assert practice.photo(photo_id).state == PhotoState.ASKED
