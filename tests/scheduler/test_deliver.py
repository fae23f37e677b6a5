"""What is owed arrives once, in order, whatever Slack answers and whoever dies in between."""

from datetime import timedelta
from typing import Any

import pytest

from bench.small_slack import Answer, Dropped, SmallSlack
from bot.slack.delivery import TryLater
from storage import deliveries, parked
from storage.tables import DeliveryState


def once(fault: Exception, method: str = "chat.postMessage") -> Any:
    """Make a fault that strikes the first call of a method."""
    faults = [fault]

    def strike(called: str, _asked: Any) -> None:
        if called == method and faults:
            raise faults.pop()

    return strike


def refused(error: str) -> Answer:
    return Answer(200, {"ok": False, "error": error})


def test_what_is_owed_is_said_once_the_transaction_is_kept(practice: Any, slack: SmallSlack) -> None:
    practice.owes("a", says="Hello")
    assert slack.texts("C1") == ["Hello"]
    row = practice.row("a")
    assert (row.state, row.channel_id, row.ts) == ("sent", "C1", slack.messages["C1"][0]["ts"])
    assert row.sent_at is not None


def test_what_is_rolled_back_is_never_said(practice: Any, slack: SmallSlack) -> None:
    def change_then_fail() -> None:
        with practice.database.transaction() as session:
            practice.scene(session).owe("note", "a", "C1", {"says": "Hello"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_then_fail()
    practice.tick(minutes=5)
    assert slack.texts("C1") == []


def test_the_same_key_is_owed_once(practice: Any, slack: SmallSlack) -> None:
    practice.owes("a", says="Hello")
    practice.owes("a", says="Hello again")
    assert slack.texts("C1") == ["Hello"]


def test_delivering_twice_sends_once(practice: Any, slack: SmallSlack) -> None:
    practice.owes("a")
    practice.postman.deliver(practice.row("a").id)
    assert slack.texts("C1") == ["a"]


def test_a_person_gets_a_direct_message(practice: Any, slack: SmallSlack) -> None:
    practice.owes("a", recipient="U7")
    assert slack.texts("D7") == ["a"]
    assert practice.row("a").channel_id == "D7"


def test_a_message_with_nothing_left_to_say_is_cancelled(practice: Any, slack: SmallSlack) -> None:
    practice.owes("a", about={"says": ""})
    assert slack.texts("C1") == []
    assert practice.row("a").state == "cancelled"


def test_a_message_taken_before_the_connection_broke_is_found_not_sent_again(practice: Any, slack: SmallSlack) -> None:
    slack.after = once(Dropped())
    practice.owes("a")
    assert practice.row("a").state == "sending"
    practice.tick(seconds=3)
    assert slack.texts("C1") == ["a"]
    assert practice.row("a").ts == slack.messages["C1"][0]["ts"]


@pytest.mark.parametrize(
    "answer", [Answer(429, {"ok": False, "error": "ratelimited"}, Retry_After="1"), Answer(503, "")]
)
def test_a_look_that_slack_puts_off_is_made_again_before_anything_is_sent(
    practice: Any, slack: SmallSlack, answer: Answer
) -> None:
    slack.after = once(Dropped())
    slack.before = once(answer, "conversations.history")
    practice.owes("a")
    practice.tick(seconds=3)
    practice.tick(seconds=60)
    assert slack.texts("C1") == ["a"]
    assert practice.row("a").state == "sent"


def test_a_message_lost_with_the_connection_is_sent_again(practice: Any, slack: SmallSlack) -> None:
    slack.before = once(Dropped())
    practice.owes("a")
    assert slack.texts("C1") == []
    practice.tick(seconds=3)
    assert slack.texts("C1") == ["a"]


def test_a_direct_message_taken_before_the_connection_broke_is_found(practice: Any, slack: SmallSlack) -> None:
    slack.after = once(Dropped())
    practice.owes("a", recipient="U7")
    practice.tick(seconds=3)
    assert slack.texts("D7") == ["a"]
    assert practice.row("a").state == "sent"


def test_it_is_found_behind_hundreds_of_other_messages(practice: Any, slack: SmallSlack) -> None:
    slack.after = once(Dropped())
    practice.owes("a")
    for number in range(450):
        slack._chat_postMessage("C1", {"text": f"chatter {number}"})
    practice.tick(seconds=3)
    assert slack.texts("C1").count("a") == 1
    assert practice.row("a").state == "sent"


def test_slack_asking_for_patience_is_obeyed(practice: Any, slack: SmallSlack) -> None:
    slack.before = once(Answer(429, {"ok": False, "error": "ratelimited"}, Retry_After="40"))
    practice.owes("a")
    practice.tick(seconds=39)
    assert slack.texts("C1") == []
    practice.tick(seconds=2)
    assert slack.texts("C1") == ["a"]


@pytest.mark.parametrize(
    "fault",
    [Answer(500, "<html>oops</html>"), Answer(503, ""), refused("internal_error"), Answer(200, "<html>proxy</html>")],
)
def test_an_answer_that_leaves_doubt_is_looked_into(practice: Any, slack: SmallSlack, fault: Exception) -> None:
    slack.after = once(fault)
    practice.owes("a")
    practice.tick(seconds=20)
    assert slack.texts("C1") == ["a"]
    assert practice.row("a").state == "sent"


def test_slack_down_for_an_hour_loses_nothing(practice: Any, slack: SmallSlack) -> None:
    def down(_method: str, _asked: Any) -> None:
        raise Answer(503, "")

    slack.before = down
    for number in range(3):
        practice.owes(f"n{number}")
    for _ in range(12):
        practice.tick(minutes=5)
    assert slack.texts("C1") == []
    slack.before = lambda _method, _asked: None
    practice.tick(minutes=16)
    assert slack.texts("C1") == ["n0", "n1", "n2"]


def test_a_later_message_waits_for_an_earlier_one_to_the_same_recipient(practice: Any, slack: SmallSlack) -> None:
    slack.before = once(Answer(429, {"ok": False, "error": "ratelimited"}, Retry_After="10"))
    practice.owes("first")
    practice.owes("second")
    practice.owes("elsewhere", recipient="C2")
    assert slack.texts("C1") == []
    assert slack.texts("C2") == ["elsewhere"]
    practice.tick(seconds=11)
    assert slack.texts("C1") == ["first", "second"]


def test_a_practice_whose_slack_gives_no_answer_rests_longer_each_time(practice: Any, slack: SmallSlack) -> None:
    tries: list[str] = []

    def silence(_method: str, asked: Any) -> None:
        tries.append(asked["channel"])
        raise Dropped

    slack.before = silence
    with practice.database.transaction() as session:
        for number in range(5):
            practice.scene(session).owe("note", f"n{number}", f"C{number}", {"says": "Hello"})
    seen = [len(tries)]
    for seconds in (1, 2, 3, 2, 7, 2):
        practice.tick(seconds=seconds)
        seen.append(len(tries))
    assert seen == [1, 1, 2, 2, 3, 3, 4]
    slack.before = lambda _method, _asked: None
    practice.tick(seconds=17)
    assert [slack.texts(f"C{number}") for number in range(5)] == [["Hello"]] * 5
    slack.before = once(Dropped())
    practice.owes("next")
    practice.tick(seconds=3)
    assert slack.texts("C1") == ["Hello", "next"]


def test_a_message_seen_by_one_person_is_sent_at_most_once(practice: Any, slack: SmallSlack) -> None:
    slack.after = once(Dropped(), "chat.postEphemeral")
    practice.owes("a", visible_to="U7")
    practice.tick(seconds=30)
    assert slack.texts("C1") == ["a"]
    assert slack.messages["C1"][0]["to"] == "U7"
    assert practice.row("a").state == "sent"


def test_a_message_seen_by_one_person_survives_slack_being_busy(practice: Any, slack: SmallSlack) -> None:
    slack.before = once(Answer(503, ""), "chat.postEphemeral")
    practice.owes("a", visible_to="U7")
    practice.tick(seconds=30)
    assert slack.texts("C1") == ["a"]


def test_a_worker_that_died_while_sending_is_replaced_after_its_lease(practice: Any, slack: SmallSlack) -> None:
    slack.before = once(Dropped())
    practice.owes("a")
    with practice.database.transaction() as session:  # as a dead worker leaves it
        row = deliveries.by_key(session, practice.workspace_id, "a")
        row.worker, row.held_until = "dead", practice.clock.now() + practice.postman.lease
        session.add(row)
    practice.tick(seconds=19)
    assert slack.texts("C1") == []
    practice.tick(seconds=2)
    assert slack.texts("C1") == ["a"]


def test_two_workers_never_hold_the_same_delivery(practice: Any, slack: SmallSlack) -> None:
    another = practice.another_postman()

    def meanwhile(method: str, _asked: Any) -> None:
        if method == "chat.postMessage":
            another.deliver(practice.row("a").id)

    slack.before = meanwhile
    practice.owes("a")
    assert slack.texts("C1") == ["a"]


def test_a_revision_edits_the_earlier_message_in_place(practice: Any, slack: SmallSlack) -> None:
    practice.owes("offer", recipient="U7", says="Could you?")
    practice.owes("offer/yes", recipient="U7", says="Thank you!", revises="offer")
    assert slack.texts("D7") == ["Thank you!"]
    assert practice.row("offer/yes").ts == practice.row("offer").ts


def test_a_revision_waits_while_nobody_knows_whether_the_first_message_got_through(
    practice: Any, slack: SmallSlack
) -> None:
    slack.after = once(Dropped())
    practice.owes("offer", says="Could you?")
    practice.owes("offer/yes", says="Thank you!", revises="offer")
    practice.tick(seconds=3)
    assert slack.texts("C1") == ["Thank you!"]


def test_a_revision_of_a_deleted_message_is_over(practice: Any, slack: SmallSlack) -> None:
    practice.owes("offer")
    slack.messages["C1"].clear()
    practice.owes("offer/yes", revises="offer")
    assert practice.row("offer/yes").state == "cancelled"
    practice.owes("next")
    assert slack.texts("C1") == ["next"]


def test_a_revision_of_a_cancelled_message_is_cancelled_with_it(practice: Any, slack: SmallSlack) -> None:
    practice.owes("offer", about={"says": ""})
    practice.owes("offer/yes", revises="offer")
    assert practice.row("offer/yes").state == "cancelled"
    assert slack.texts("C1") == []


def test_details_stand_in_the_thread_of_their_message(practice: Any, slack: SmallSlack) -> None:
    practice.owes("digest")
    practice.owes("digest/details", under="digest")
    assert [(m["text"], m["thread_ts"]) for m in slack.messages["C1"]] == [
        ("digest", ""),
        ("digest/details", practice.row("digest").ts),
    ]


def test_details_taken_before_the_connection_broke_are_found_in_their_thread(practice: Any, slack: SmallSlack) -> None:
    practice.owes("digest")
    slack.after = once(Dropped())
    practice.owes("digest/details", under="digest")
    practice.tick(seconds=3)
    assert slack.texts("C1") == ["digest", "digest/details"]
    assert practice.row("digest/details").state == "sent"


def test_details_of_a_message_that_never_came_are_cancelled_with_it(practice: Any, slack: SmallSlack) -> None:
    practice.owes("digest", about={"says": ""})
    practice.owes("digest/details", under="digest")
    slack.before = once(refused("msg_too_long"))
    practice.owes("broken")
    practice.owes("broken/details", under="broken")
    assert [practice.row(key).state for key in ("digest/details", "broken/details")] == ["cancelled", "cancelled"]
    assert slack.texts("C1") == []


def test_details_wait_with_their_message_for_a_channel_that_is_closed(practice: Any, slack: SmallSlack) -> None:
    slack.shut["C1"] = "is_archived"
    practice.owes("digest")
    practice.owes("digest/details", under="digest")
    assert len(slack.texts("DLEAD")) == 1
    del slack.shut["C1"]
    practice.tick(hours=25)
    assert [(m["text"], m["thread_ts"]) for m in slack.messages["C1"]] == [
        ("digest", ""),
        ("digest/details", practice.row("digest").ts),
    ]


def test_a_refused_chart_is_left_out_and_the_rest_is_said(practice: Any, slack: SmallSlack) -> None:
    def picky(_method: str, asked: Any) -> None:
        if any(block["type"] == "data_visualization" for block in asked.get("blocks", [])):
            raise refused("invalid_blocks")

    slack.before = picky
    blocks = [{"type": "section"}, {"type": "data_visualization"}]
    practice.owes("digest", says="The week", about={"says": "The week", "blocks": blocks})
    assert slack.messages["C1"][0]["blocks"] == [{"type": "section"}]


def test_what_slack_never_takes_is_set_aside_and_blocks_nobody(practice: Any, slack: SmallSlack) -> None:
    slack.before = once(refused("msg_too_long"))
    practice.owes("long")
    practice.owes("next")
    assert practice.row("long").state == "parked"
    assert slack.texts("C1") == ["next"]


def test_a_defect_in_drawing_is_tried_again_and_then_blocks_nobody(practice: Any, slack: SmallSlack) -> None:
    practice.owes("broken", kind="unknown")
    practice.owes("next")
    for _ in range(5):
        practice.tick(minutes=1)
    assert practice.row("broken").state == "parked"
    assert slack.texts("C1") == ["next"]


@pytest.mark.parametrize("reason", ["not_in_channel", "is_archived", "channel_not_found"])
def test_the_lead_is_told_once_of_a_closed_channel_and_once_when_it_works(
    practice: Any, slack: SmallSlack, reason: str
) -> None:
    slack.shut["C1"] = reason
    practice.owes("a")
    practice.owes("b")
    assert len(slack.texts("DLEAD")) == 1
    assert "<#C1>" in slack.texts("DLEAD")[0]
    practice.tick(hours=25)
    assert len(slack.texts("DLEAD")) == 1
    del slack.shut["C1"]
    with practice.database.transaction() as session:
        assert parked.unpark(session, practice.workspace_id, "C1", practice.clock.now()) == 2
    practice.tick()
    assert slack.texts("C1") == ["a", "b"]
    assert len(slack.texts("DLEAD")) == 2
    assert "again" in slack.texts("DLEAD")[1]


def test_a_channel_that_closes_again_is_told_again(practice: Any, slack: SmallSlack) -> None:
    for round_ in ("a", "b"):
        slack.shut["C1"] = "not_in_channel"
        practice.owes(round_)
        del slack.shut["C1"]
        practice.tick(hours=25)
    assert slack.texts("C1") == ["a", "b"]
    assert len(slack.texts("DLEAD")) == 4


def test_an_unreachable_lead_is_told_of_by_the_backup(practice: Any, slack: SmallSlack) -> None:
    slack.shut["ULEAD"] = "user_disabled"
    practice.owes("a", recipient="ULEAD")
    assert len(slack.texts("DBACKUP")) == 1
    slack.shut["ULEAD"] = "channel_not_found"
    practice.owes("b", recipient="ULEAD")
    assert len(slack.texts("DBACKUP")) == 1
    assert "channel" not in slack.texts("DBACKUP")[0]


def test_a_revoked_token_parks_everything_and_says_so_once_it_works(practice: Any, slack: SmallSlack) -> None:
    slack.shut["*"] = "token_revoked"
    practice.owes("a")
    practice.owes("b", recipient="C2")
    slack.shut.clear()
    practice.tick(hours=25)
    assert (slack.texts("C1"), slack.texts("C2"), len(slack.texts("DLEAD"))) == (["a"], ["b"], 1)


def test_what_was_parked_for_over_a_week_is_given_up(practice: Any, slack: SmallSlack) -> None:
    slack.shut["C1"] = "is_archived"
    practice.owes("a")
    for _ in range(9):
        practice.tick(days=1, minutes=1)
    assert practice.row("a").state == "cancelled"


def test_an_errand_is_done_once_and_keeps_no_message_waiting(practice: Any, slack: SmallSlack) -> None:
    ran: list[str] = []

    def fetch(_database: Any, delivery: Any) -> None:
        ran.append(delivery.state)
        if len(ran) == 1:
            raise TryLater(timedelta(minutes=1))

    practice.postman.errands = practice.ticker.errands = {"photo-fetch": fetch}
    practice.owes("fetch", kind="photo-fetch", recipient="C1")
    practice.owes("a")
    assert slack.texts("C1") == ["a"]
    practice.tick(minutes=2)
    practice.tick(minutes=2)
    assert ran == ["sending", "sending"]
    assert practice.row("fetch").state == DeliveryState.SENT
