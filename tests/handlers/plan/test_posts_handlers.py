from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time

import pytest
from sqlmodel import select

from bot.commands.vocabulary import AcceptOffer, AddPost, MarkPosted, OpenPostedForm, OpenPostForm, RemovePost
from bot.domain.errors import Misread, NotAllowed, NotFound, WrongMoment
from bot.domain.outcomes.posts import PostedFormOpened, PostGone, PostMarked, PostRemoved
from bot.domain.posts import LeftOpen
from bot.handlers import offers, posts
from storage.engine import Database
from storage.tables import OfferState, Post, Task
from tests.handlers.plan.bright_smile import MONDAY_NINE, NEW_YORK, THURSDAY, Practice, found, reopened, settle

WEDNESDAY = date(2026, 11, 25)
FOUR_PM = datetime(2026, 11, 26, 16, tzinfo=NEW_YORK).astimezone(UTC)


def test_a_post_fills_thursdays_place_at_its_hour_and_kind(practice: Practice) -> None:
    added = practice.has_post(who="ben")
    assert (added.post.kind, added.post.publish_at, added.post.number) == ("human", FOUR_PM, 1)
    assert added.fills_place
    assert added.left_open == (LeftOpen.WHY, LeftOpen.HOW, LeftOpen.TAKES)


def test_another_hour_still_fills_the_place_of_that_day(practice: Practice) -> None:
    added = practice.has_post(at=time(9))
    assert added.fills_place
    assert added.post.publish_at == datetime(2026, 11, 26, 9, tzinfo=NEW_YORK)


def test_the_assignee_is_asked_for_the_photo_and_the_lead_who_adds_it_has_the_rest_at_once(practice: Practice) -> None:
    added = practice.has_post(who="ben")
    steps = practice.steps(added.post.id)
    assert steps[Task.PHOTO].owner_id == practice.people["ben"].id
    assert steps[Task.PHOTO].accepted_at is None
    mine = [steps[task] for task in (Task.CAPTION, Task.PUBLISH, Task.CHECK)]
    assert {step.owner_id for step in mine} == {practice.people["ana"].id}
    assert all(step.accepted_at == MONDAY_NINE for step in mine)
    (offer,) = practice.offers()
    assert (offer.member_id, offer.state) == (practice.people["ben"].id, OfferState.OPEN)
    assert [(delivery.kind, delivery.recipient) for delivery in practice.owed()] == [("offer", "UBEN")]


def test_a_contributors_post_asks_the_lead_for_the_rest(practice: Practice) -> None:
    added = practice.has_post(by="ben")
    steps = practice.steps(added.post.id)
    assert steps[Task.PHOTO].accepted_at == MONDAY_NINE
    assert all(steps[task].accepted_at is None for task in (Task.CAPTION, Task.PUBLISH, Task.CHECK))
    assert [delivery.recipient for delivery in practice.owed()] == ["UANA"]


def test_whoever_takes_their_own_photo_is_asked_nothing(practice: Practice) -> None:
    added = practice.has_post(by="ana", who="ana")
    assert all(step.accepted_at for step in practice.steps(added.post.id).values())
    assert practice.owed() == []


@pytest.mark.parametrize(("gone", "instead"), [(("ana",), "reyes"), (("ana", "reyes"), "ben")])
def test_while_the_lead_is_gone_the_backup_is_asked_and_then_nobody_but_the_adder(
    practice: Practice, gone: tuple[str, ...], instead: str
) -> None:
    for name in gone:
        practice.people[name].is_deactivated = True
    added = practice.has_post(by="ben")
    assert practice.steps(added.post.id)[Task.PUBLISH].owner_id == practice.people[instead].id


def test_two_people_who_fill_one_place_at_once_get_it_once(database: Database) -> None:
    with database.transaction() as session:
        settle(found(session, "T0BRIGHT"))

    def add(name: str) -> bool:
        with database.transaction() as session:
            try:
                return reopened(session, "T0BRIGHT").has_post(f"By {name}", by=name).fills_place
            except Misread:
                return False

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(add, ("ben", "sarah"))) == [False, True]
    with database.transaction() as session:
        assert len(session.exec(select(Post)).all()) == 1


def test_a_second_post_of_that_place_is_extra_and_needs_a_time(practice: Practice) -> None:
    practice.has_post()
    with pytest.raises(Misread, match="Thursday's human place is taken, so this would be an extra post") as refused:
        practice.has_post("Another", kind="human")
    assert refused.value.field == "at"
    extra = practice.has_post("Another", kind="human", at=time(18))
    assert (extra.fills_place, extra.post.slot_id) == (False, None)


def test_a_day_without_a_place_needs_a_kind_and_a_time(practice: Practice) -> None:
    with pytest.raises(Misread, match="what is this post for") as refused:
        practice.has_post(on=WEDNESDAY, at=time(10))
    assert refused.value.field == "kind"
    assert not practice.has_post(on=WEDNESDAY, at=time(10), kind="service").fills_place


def test_a_day_without_such_a_place_says_so_when_it_asks_for_the_time(practice: Practice) -> None:
    with pytest.raises(Misread, match="Wednesday has no service place, so this would be an extra post on Wed 25 Nov"):
        practice.has_post(on=WEDNESDAY, kind="service")


def test_words_are_stored_as_typed(practice: Practice) -> None:
    typed = '<!channel> *bold* "x" 🎉 שלום ' + "a" * 3000
    added = practice.has_post(typed)
    practice.session.expire_all()
    assert practice.session.get(Post, added.post.id).what == typed


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"is_deactivated": True}, "Mia no longer has an active account here"),
        ({"is_foreign": True}, "Mia belongs to another company's Slack"),
        ({"is_bot": True}, "Mia is an app"),
    ],
)
def test_whoever_cannot_take_a_photo_is_refused_and_nothing_is_added(
    practice: Practice, facts: dict[str, bool], said: str
) -> None:
    practice.meets("mia", **facts)
    with pytest.raises(Misread, match=said) as refused:
        practice.has_post(who="mia")
    assert refused.value.field == "who"
    assert practice.session.exec(select(Post)).all() == []


def test_a_stranger_as_assignee_is_refused(practice: Practice) -> None:
    with pytest.raises(Misread, match="can't find that person"):
        posts.add_post(AddPost("Meet us", THURSDAY, who="UNOBODY"), practice.call())


def test_the_past_and_a_broken_link_are_refused(practice: Practice) -> None:
    with pytest.raises(Misread, match="is over"):
        practice.has_post(on=date(2026, 11, 19))
    with pytest.raises(Misread, match="links that begin with"):
        practice.has_post(link="instagram")


def test_undo_takes_the_post_out_frees_its_place_and_tells_who_was_asked(practice: Practice) -> None:
    added = practice.has_post(who="ben")
    removed = posts.remove_post(RemovePost(added.post.id or 0), practice.call())
    assert isinstance(removed, PostRemoved)
    assert [member.name for member in removed.had_asked] == ["Ben"]
    assert practice.offers()[0].state == OfferState.WITHDRAWN
    assert practice.has_post("Something else").fills_place


def test_a_second_undo_changes_nothing_and_says_so(practice: Practice) -> None:
    added = practice.has_post()
    posts.remove_post(RemovePost(added.post.id or 0), practice.call())
    practice.later(minutes=5)
    again = posts.remove_post(RemovePost(added.post.id or 0), practice.call())
    assert isinstance(again, PostGone)
    assert again.post.removed_at == MONDAY_NINE


@pytest.mark.parametrize("name", ["ben", "ana", "reyes"])
def test_who_added_it_the_lead_and_the_backup_may_take_a_post_out(practice: Practice, name: str) -> None:
    added = practice.has_post(by="ben")
    assert isinstance(posts.remove_post(RemovePost(added.post.id or 0), practice.call(name)), PostRemoved)


def test_anybody_else_may_not_and_learns_who_can(practice: Practice) -> None:
    added = practice.has_post(by="ben")
    with pytest.raises(NotAllowed) as refused:
        posts.remove_post(RemovePost(added.post.id or 0), practice.call("sarah"))
    assert refused.value.hint == "Ana can do it."
    assert added.post.removed_at is None


def test_a_post_that_is_out_stays_in_the_plan(practice: Practice) -> None:
    added = practice.has_post()
    posts.mark_posted(MarkPosted(added.post.id or 0), practice.call())
    with pytest.raises(WrongMoment, match="out already"):
        posts.remove_post(RemovePost(added.post.id or 0), practice.call())


def test_marking_posted_keeps_the_link_and_leaves_only_the_check(practice: Practice) -> None:
    added = practice.has_post(who="ben")
    practice.now = FOUR_PM
    marked = posts.mark_posted(MarkPosted(added.post.id or 0, "https://instagram.com/p/1"), practice.call())
    assert isinstance(marked, PostMarked)
    assert (marked.news, added.post.posted_at, added.post.posted_link) == (True, FOUR_PM, "https://instagram.com/p/1")
    assert [task for task, step in practice.steps(added.post.id).items() if step.done_at is None] == [Task.CHECK]
    assert practice.offers()[0].state == OfferState.WITHDRAWN


def test_a_lead_who_was_asked_for_the_check_as_well_is_still_asked_for_it(practice: Practice) -> None:
    added = practice.has_post(by="ben")
    posts.mark_posted(MarkPosted(added.post.id or 0), practice.call("ben"))
    (offer,) = practice.offers()
    offers.accept_offer(AcceptOffer(offer.id or 0), practice.call("ana"))
    assert practice.steps(added.post.id)[Task.CHECK].accepted_at is not None


def test_marking_posted_twice_is_no_news_and_a_later_link_is(practice: Practice) -> None:
    post_id = practice.has_post().post.id or 0
    posts.mark_posted(MarkPosted(post_id), practice.call())
    practice.later(hours=1)
    again = posts.mark_posted(MarkPosted(post_id), practice.call("ben"))
    assert isinstance(again, PostMarked)
    assert (again.news, again.posted_at) == (False, MONDAY_NINE)
    linked = posts.mark_posted(MarkPosted(post_id, "https://a.example"), practice.call("ben"))
    assert isinstance(linked, PostMarked)
    assert (linked.news, linked.post.posted_link, linked.posted_at) == (True, "https://a.example", MONDAY_NINE)


def test_a_broken_link_marks_nothing(practice: Practice) -> None:
    post = practice.has_post().post
    with pytest.raises(Misread) as refused:
        posts.mark_posted(MarkPosted(post.id or 0, "insta"), practice.call())
    assert (refused.value.field, post.posted_at) == ("link", None)


def test_stale_buttons_bring_the_message_up_to_date(practice: Practice) -> None:
    post_id = practice.has_post().post.id or 0
    assert isinstance(posts.open_posted_form(OpenPostedForm(post_id), practice.call()), PostedFormOpened)
    posts.mark_posted(MarkPosted(post_id), practice.call())
    out = posts.open_posted_form(OpenPostedForm(post_id), practice.call())
    assert isinstance(out, PostMarked)
    assert not out.news
    gone_id = practice.has_post("Gone", kind="human", at=time(18)).post.id or 0
    posts.remove_post(RemovePost(gone_id), practice.call())
    assert isinstance(posts.open_posted_form(OpenPostedForm(gone_id), practice.call()), PostGone)
    assert isinstance(posts.mark_posted(MarkPosted(gone_id), practice.call()), PostGone)


def test_the_form_of_a_free_place_knows_day_hour_and_kind(practice: Practice) -> None:
    slot_id = practice.has_post().post.slot_id
    week_later = posts.open_post_form(OpenPostForm(date(2026, 12, 3), slot_id), practice.call())
    assert (week_later.on, week_later.at, week_later.kind, week_later.beside) == (
        date(2026, 12, 3),
        time(16),
        "human",
        None,
    )
    filled = posts.open_post_form(OpenPostForm(THURSDAY, slot_id), practice.call())
    assert filled.beside is not None
    assert filled.beside.what == "Meet our hygienist"


def test_an_old_fill_button_opens_an_empty_form(practice: Practice) -> None:
    assert posts.open_post_form(OpenPostForm(date(2026, 11, 19), 1), practice.call()).on is None
    gone = posts.open_post_form(OpenPostForm(THURSDAY, 999), practice.call())
    assert (gone.on, gone.at, gone.kind) == (THURSDAY, None, "")


def test_another_workspace_never_sees_or_touches_a_post(practice: Practice) -> None:
    post_id = practice.has_post().post.id or 0
    others = settle(found(practice.session, "T0OTHER"))
    for act, command in (
        (posts.remove_post, RemovePost(post_id)),
        (posts.mark_posted, MarkPosted(post_id)),
        (posts.open_posted_form, OpenPostedForm(post_id)),
    ):
        with pytest.raises(NotFound):
            act(command, others.call())
    assert others.has_post().fills_place
    assert others.has_post("Extra", kind="human", at=time(18)).post.number == 2
