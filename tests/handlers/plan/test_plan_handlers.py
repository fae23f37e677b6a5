from datetime import date, time

from bot.commands.vocabulary import MarkPosted, RemovePost, ShowPlan
from bot.domain.cadence import Standing
from bot.domain.outcomes.plan import WeekShown
from bot.domain.weeks import Week
from bot.handlers import announced, plan, posts
from storage import announcements
from storage.tables import Delivery, DeliveryState
from tests.handlers.plan.bright_smile import MONDAY_NINE, Practice, found, settle

THIS_WEEK = Week(2026, 48)


def look(practice: Practice, week: Week = THIS_WEEK, name: str = "ana") -> WeekShown:
    return plan.show_plan(ShowPlan(week), practice.call(name))


def told(practice: Practice, week: str) -> Delivery:
    return Delivery(
        workspace_id=practice.workspace.id or 0,
        key=f"week-plan/{week}/C0SOCIAL",
        kind="week-plan",
        recipient="C0SOCIAL",
        about={"week": week},
        due_at=MONDAY_NINE,
        made_at=MONDAY_NINE,
    )


def test_a_fresh_week_shows_its_three_places(practice: Practice) -> None:
    assert [(entry.kind, entry.standing) for entry in look(practice).entries] == [
        ("service", Standing.FREE),
        ("human", Standing.FREE),
        ("community", Standing.FREE),
    ]


def test_a_filled_place_shows_its_post_and_who_is_on_what(practice: Practice) -> None:
    added = practice.has_post(who="ben")
    shown = look(practice)
    assert shown.entries[1].post == added.post
    assert [shown.people[step.owner_id].name for step in shown.steps[added.post.id or 0]] == [
        "Ben",
        "Ana",
        "Ana",
        "Ana",
    ]


def test_a_post_that_was_taken_out_is_not_shown(practice: Practice) -> None:
    added = practice.has_post()
    posts.remove_post(RemovePost(added.post.id or 0), practice.call())
    assert look(practice).entries[1].standing == Standing.FREE


def test_weeks_before_the_practice_was_set_up_show_no_empty_places(practice: Practice) -> None:
    assert look(practice, Week(2026, 44)).entries == ()
    assert [entry.standing for entry in look(practice, Week(2026, 47)).entries] == [Standing.LEFT_EMPTY] * 3


def test_closed_days_of_the_week_are_named(practice: Practice) -> None:
    practice.workspace.opening = {**practice.workspace.opening, "closed_days": ["2026-11-26", "2026-12-24"]}
    assert look(practice).closed_on == (date(2026, 11, 26),)


def test_a_slot_that_passes_without_its_post_being_seen_says_so(practice: Practice) -> None:
    post_id = practice.has_post().post.id or 0
    practice.later(days=4)
    assert look(practice).entries[1].standing == Standing.UNSEEN
    posts.mark_posted(MarkPosted(post_id), practice.call())
    assert look(practice).entries[1].standing == Standing.POSTED


def test_the_plan_for_the_channel_is_gathered_when_it_is_sent(practice: Practice) -> None:
    owed = told(practice, "2026-W48")
    practice.has_post()
    composed = announced.compose_week_plan(practice.scene(), owed)
    assert composed is not None
    assert composed.shown.entries[1].post is not None


def test_a_week_without_outline_and_posts_is_not_told_to_anybody(newcomers: Practice) -> None:
    newcomers.workspace.set_up_at = MONDAY_NINE
    assert announced.compose_week_plan(newcomers.scene(), told(newcomers, "2026-W48")) is None


def test_two_workspaces_see_only_their_own_week(practice: Practice) -> None:
    practice.has_post()
    others = settle(found(practice.session, "T0OTHER"))
    others.has_post("Theirs", on=date(2026, 11, 28), at=time(10))
    assert [entry.post.what for entry in look(practice).entries if entry.post] == ["Meet our hygienist"]
    assert [entry.post.what for entry in look(others).entries if entry.post] == ["Theirs"]


def sent(practice: Practice) -> Delivery:
    """The plan for this week, as it stands in its channel."""
    delivery = told(practice, "2026-W48")
    delivery.key, delivery.state = "week-plan/2026-W48/C0SOCIAL", DeliveryState.SENT
    practice.session.add(delivery)
    announced.compose_week_plan(practice.scene(), delivery)
    practice.session.flush()
    return delivery


def edits(practice: Practice) -> list[Delivery]:
    scene = practice.scene()
    announced.keep_current(scene, announcements.sent(scene.session, scene.workspace_id, announced.keys(scene)))
    return [delivery for delivery in practice.owed() if delivery.kind == "week-plan-update"]


def test_a_week_that_looks_as_it_was_told_is_left_alone(practice: Practice) -> None:
    practice.has_post()
    sent(practice)
    assert edits(practice) == []
    practice.has_post("Far away", on=date(2027, 1, 7))
    assert edits(practice) == []


def test_however_much_changes_one_edit_of_a_message_is_open(practice: Practice) -> None:
    message = sent(practice)
    practice.has_post()
    assert [delivery.revises for delivery in edits(practice)] == [message.key]
    practice.has_post("Open day", on=date(2026, 11, 28))
    (update,) = edits(practice)
    composed = announced.compose_week_plan_update(practice.scene(), update)
    assert composed is not None
    assert sum(entry.post is not None for entry in composed.shown.entries) == 2
    update.state = DeliveryState.CANCELLED
    assert len(edits(practice)) == 1


def test_an_edit_that_found_its_message_deleted_is_not_owed_again_and_again(practice: Practice) -> None:
    sent(practice)
    practice.has_post()
    (update,) = edits(practice)
    announced.compose_week_plan_update(practice.scene(), update)
    update.state = DeliveryState.CANCELLED
    practice.session.flush()
    assert edits(practice) == [update]
