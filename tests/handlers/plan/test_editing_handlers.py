"""Changing a post: versions, meetings of two edits, and steps and nudges that move along in one transaction."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlmodel import col, select

from bot.commands.vocabulary import (
    EditPost,
    FinishStep,
    MarkPosted,
    OpenEditForm,
    OpenPost,
    RemovePost,
    SnoozeStep,
)
from bot.domain import nudging, versions
from bot.domain import steps as reckoned
from bot.domain.errors import NotFound, PlanError, WrongMoment
from bot.domain.outcomes.posts import EditFormOpened, PostGone, PostMoved, PostShown
from bot.domain.posts import MOST_CHARACTERS
from bot.handlers import editing, look, moving, nudged, posts, steps
from storage.engine import Database
from storage.tables import Post, PostVersion, Task
from tests.handlers.plan.bright_smile import MONDAY_NINE, NEW_YORK, THURSDAY, Practice, found, reopened, settle

FRIDAY = date(2026, 11, 27)


def edit(
    practice: Practice, post: Post, by: str = "ana", version: int = 1, **given: object
) -> PostShown | EditFormOpened | PostGone:
    return editing.edit_post(EditPost(post.id or 0, version, **given), practice.call(by))


def history(practice: Practice) -> list[PostVersion]:
    return list(practice.session.exec(select(PostVersion).order_by(col(PostVersion.id))))


def test_a_change_is_kept_with_who_and_when_and_what_it_was_before(practice: Practice) -> None:
    post = practice.has_post().post
    practice.later(hours=1)
    shown = edit(practice, post, by="sarah", why="New faces", what="Meet Dana")
    assert isinstance(shown, PostShown)
    (version,) = history(practice)
    assert (version.number, version.changed_by, version.changed_at) == (2, practice.people["sarah"].id, practice.now)
    assert version.changes == {"what": ["Meet our hygienist", "Meet Dana"], "why": ["", "New faces"]}
    assert (post.what, post.why, post.version) == ("Meet Dana", "New faces", 2)


def test_saving_without_a_change_makes_no_version(practice: Practice) -> None:
    post = practice.has_post().post
    shown = edit(practice, post, what="Meet our hygienist", on=THURSDAY, at=time(16), kind="human", made_by="us")
    assert isinstance(shown, PostShown)
    assert shown.just is None
    assert history(practice) == []


def test_what_the_form_does_not_ask_for_stays(practice: Practice) -> None:
    post = practice.has_post(why="faces", link="https://a.example").post
    edit(practice, post, takes="Ten minutes")
    assert (post.what, post.why, post.link, post.takes) == (
        "Meet our hygienist",
        "faces",
        "https://a.example",
        "Ten minutes",
    )


def test_two_changes_of_the_same_thing_are_both_shown_and_the_second_decides(practice: Practice) -> None:
    post = practice.has_post().post
    edit(practice, post, why="New faces", network="Instagram")
    clash = edit(practice, post, by="sarah", why="More calls", takes="Ten minutes")
    assert isinstance(clash, EditFormOpened)
    assert clash.clashes == {"why"}
    assert clash.answers["why"] == "More calls"
    assert clash.answers["takes"] == "Ten minutes"
    assert clash.answers["network"] == "Instagram"
    assert (post.why, post.takes) == ("New faces", "")
    edit(practice, post, by="sarah", version=2, why="More calls", takes="Ten minutes", network="Instagram")
    assert (post.why, post.takes, post.network) == ("More calls", "Ten minutes", "Instagram")


def test_two_people_who_wrote_the_same_do_not_disagree(practice: Practice) -> None:
    post = practice.has_post().post
    edit(practice, post, why="New faces")
    shown = edit(practice, post, by="sarah", why="New faces", takes="Ten minutes")
    assert isinstance(shown, PostShown)
    assert [version.changed_by for version in shown.beside] == [practice.people["ana"].id]


ANSWERS = some.dictionaries(some.sampled_from(versions.PLAIN), some.sampled_from(["", "a", "b", "c"]))


@given(first=ANSWERS, second=ANSWERS)
def test_nobodys_words_are_lost_or_overwritten_unseen(first: dict[str, str], second: dict[str, str]) -> None:
    """Whatever two people make of the same post: a field ends as one of them wrote it, or it is shown."""
    base = dict.fromkeys(versions.PLAIN, "a")
    done = versions.meet(first, base, [])
    now = {**base, **{field: after for field, (_, after) in done.changes.items()}}
    made = PostVersion(workspace_id=1, post_id=1, number=2, changed_at=MONDAY_NINE, changes=dict(done.changes))
    meeting = versions.meet(second, now, [made])
    for field in base:
        wrote = [words[field] for words in (first, second) if words.get(field, base[field]) != base[field]]
        ends = meeting.changes[field][1] if field in meeting.changes else now[field]
        assert ends == (wrote[-1] if wrote else base[field])
        assert (field in meeting.clashes) == (len(set(wrote)) == 2)


def test_another_day_takes_that_days_place_or_is_extra(practice: Practice) -> None:
    post = practice.has_post().post
    edit(practice, post, on=FRIDAY)
    assert (post.on, post.slot_id, post.kind) == (FRIDAY, None, "human")
    edit(practice, post, version=2, on=date(2026, 12, 3))
    assert post.slot_id is not None
    assert practice.has_post("Open day").fills_place


def test_another_kind_leaves_the_place_and_another_hour_keeps_it(practice: Practice) -> None:
    post = practice.has_post().post
    place = post.slot_id
    edit(practice, post, at=time(9))
    assert post.slot_id == place
    edit(practice, post, version=2, kind="service")
    assert post.slot_id is None


@given(
    days=some.integers(2, 60),
    hour=some.integers(6, 21),
    done=some.sets(some.sampled_from([Task.PHOTO, Task.CAPTION])),
    looked_after=some.integers(0, 80),
)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_open_steps_and_their_nudges_move_with_the_post_and_nothing_else_does(
    practice: Practice, days: int, hour: int, done: set[Task], looked_after: int
) -> None:
    """Whatever moment a post moves to: open steps are reckoned anew, done ones stay, no reminder of before is left."""
    practice.now = MONDAY_NINE
    post = practice.has_post(at=time(16), kind="human").post
    before = {task: step.due_at for task, step in practice.steps(post.id).items()}
    for task in done:
        steps.finish_step(FinishStep(practice.steps(post.id)[task].id or 0), practice.call())
    steps.snooze_step(SnoozeStep(practice.steps(post.id)[Task.PUBLISH].id or 0), practice.call())
    practice.later(hours=looked_after)
    look.look(practice.scene())
    to = THURSDAY + timedelta(days=days)
    edit(practice, post, on=to, at=time(hour))
    planned = reckoned.due_times(post.publish_at, now=practice.now, opening=practice.call().opening, zone=NEW_YORK)
    assert post.publish_at == datetime.combine(to, time(hour), NEW_YORK)
    for one in planned:
        step = practice.steps(post.id)[one.task]
        assert step.due_at == (before[one.task] if one.task in done else one.due_at)
        reminders = nudging.of_step(step, look.team(practice.scene()), practice.call().opening, NEW_YORK)
        assert {reminder.reckoned_from for reminder in reminders} <= {one.due_at}
        assert bool(reminders) == (one.task not in done)
    for delivery in practice.owed():
        shown = nudged.compose_nudge(practice.scene(), delivery) if delivery.kind == "nudge" else None
        assert shown is None or all(item.post.id != post.id for item in shown.items)
    posts.remove_post(RemovePost(post.id or 0), practice.call())


def test_a_move_that_is_not_kept_leaves_nothing_behind(database: Database) -> None:
    with database.transaction() as session:
        practice = settle(found(session, "T0BRIGHT"))
        post_id = practice.has_post(by="ben").post.id
        before = {task: step.due_at for task, step in practice.steps(post_id).items()}

    def move() -> None:
        with database.transaction() as session:
            practice = reopened(session, "T0BRIGHT")
            post = practice.session.get(Post, post_id)
            assert post is not None
            edit(practice, post, on=FRIDAY)
            assert practice.steps(post_id)[Task.PHOTO].due_at != before[Task.PHOTO]
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        move()
    with database.transaction() as session:
        practice = reopened(session, "T0BRIGHT")
        post = practice.session.get(Post, post_id)
        assert post is not None
        assert (post.on, post.version) == (THURSDAY, 1)
        assert {task: step.due_at for task, step in practice.steps(post_id).items()} == before
        assert [delivery.kind for delivery in practice.owed()] == ["offer"]
        assert history(practice) == []


def test_ben_is_told_once_when_his_step_is_due_now(practice: Practice) -> None:
    post = practice.has_post(by="ben").post
    edit(practice, post, on=FRIDAY)
    edit(practice, post, version=2, on=date(2026, 12, 3))
    told = [delivery for delivery in practice.owed() if delivery.kind == "post-moved"]
    assert [delivery.recipient for delivery in told] == ["UBEN", "UBEN"]
    outcomes = [moving.compose_post_moved(practice.scene(), delivery) for delivery in told]
    assert outcomes[0] is None
    assert isinstance(outcomes[1], PostMoved)
    assert [step.task for step in outcomes[1].steps] == [Task.PHOTO]


def test_an_open_question_says_the_new_moment(practice: Practice) -> None:
    post = practice.has_post(who="ben").post
    edit(practice, post, on=FRIDAY)
    assert [delivery.kind for delivery in practice.owed()] == ["offer", "offer-update"]
    (offer,) = practice.offers()
    assert offer.member_id == practice.people["ben"].id


@pytest.mark.parametrize(
    ("given_", "field"),
    [
        ({"what": " "}, "what"),
        ({"link": "our page"}, "link"),
        ({"why": "x" * (MOST_CHARACTERS + 1)}, "why"),
        ({"on": date(2026, 11, 20)}, "on"),
        ({"on": date(2028, 11, 20)}, "on"),
        ({"on": date(2026, 11, 23), "at": time(8)}, "at"),
        ({"kind": "nonsense"}, "kind"),
        ({"made_by": "robots"}, "made_by"),
        ({"goal": "fame"}, "goal"),
        ({"shape": "round"}, "shape"),
        ({"captions": (("x", "x" * (MOST_CHARACTERS + 1)),)}, "caption:x"),
    ],
)
def test_what_can_not_be_is_said_beside_its_field_and_changes_nothing(
    practice: Practice, given_: dict[str, object], field: str
) -> None:
    post = practice.has_post().post
    with pytest.raises(PlanError) as refused:
        edit(practice, post, **given_)
    assert refused.value.field == field
    assert history(practice) == []


def test_a_post_that_is_out_keeps_its_day_but_not_its_words(practice: Practice) -> None:
    post = practice.has_post().post
    posts.mark_posted(MarkPosted(post.id or 0), practice.call())
    with pytest.raises(WrongMoment):
        edit(practice, post, on=FRIDAY)
    edit(practice, post, why="New faces")
    assert post.why == "New faces"


def test_a_post_that_was_taken_out_is_said_to_be_gone_and_an_unknown_one_is_not_found(practice: Practice) -> None:
    post = practice.has_post().post
    posts.remove_post(RemovePost(post.id or 0), practice.call())
    call = practice.call()
    assert isinstance(edit(practice, post, why="x"), PostGone)
    assert isinstance(editing.open_post(OpenPost(post.id or 0), call), PostGone)
    assert isinstance(editing.open_edit_form(OpenEditForm(post.id or 0), call), PostGone)
    for ask in (lambda: editing.open_post(OpenPost(99), call), lambda: editing.open_edit_form(OpenEditForm(99), call)):
        with pytest.raises(NotFound):
            ask()
    with pytest.raises(NotFound):
        editing.edit_post(EditPost(99, 1, what="x"), call)


def test_captions_are_kept_by_network_and_every_change_of_one_is_a_version(practice: Practice) -> None:
    post = practice.has_post(network="Instagram and X").post
    edit(
        practice, post, captions=(("", "Meet Dana."), ("x", "Dana!"), ("instagram", "")), shows="Dana", shape="upright"
    )
    shown = edit(practice, post, version=2, captions=(("", "Meet Dana, our hygienist."), ("x", "")))
    assert isinstance(shown, PostShown)
    assert shown.captions == {"": "Meet Dana, our hygienist."}
    assert history(practice)[-1].changes == {
        "caption:": ["Meet Dana.", "Meet Dana, our hygienist."],
        "caption:x": ["Dana!", ""],
    }
    assert (post.shows, post.shape) == ("Dana", "upright")


def test_two_captions_for_the_same_network_are_shown_to_the_second(practice: Practice) -> None:
    post = practice.has_post(network="X").post
    edit(practice, post, captions=(("x", "Dana!"),))
    clash = edit(practice, post, by="sarah", captions=(("x", "Meet Dana"),), part="words")
    assert isinstance(clash, EditFormOpened)
    assert (clash.part, clash.clashes, clash.answers["caption:x"]) == ("words", {"caption:x"}, "Meet Dana")
