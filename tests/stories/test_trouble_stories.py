"""Slack or the database in trouble: what is owed is kept and comes later, once, and the lead hears of it once."""

from datetime import timedelta

from inline_snapshot import snapshot
from opening import photo
from sqlalchemy import NullPool, create_engine

from bot.app import Rounds
from simulator import acts
from simulator.people import Practice
from storage.engine import spelled


def test_an_offer_comes_once_although_slack_was_down_when_it_was_made(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    office.slack.faults.fail("chat.postMessage", times=3)
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    assert ben.hears_nothing_more()
    office.slack.clock.skip(timedelta(minutes=5))
    assert len(ben.new_messages()) == 1
    assert ana.hears_nothing_more()


def test_an_offer_comes_once_although_the_connection_broke_after_slack_had_taken_it(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    office.slack.faults.reset_after("chat.postMessage")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    office.slack.clock.skip(timedelta(minutes=5))
    assert len(ben.new_messages()) == 1
    assert "is yours" in ben.clicks("I'll do it")


def test_a_digest_that_slack_wants_slower_comes_a_little_later(office: Practice, refused: set[str]) -> None:
    office.skip_to("sunday 12:00")
    office.slack.faults.rate_limit("chat.postMessage")
    refused.add("chat.postMessage: ratelimited")
    office.skip_to("monday 9:05")
    assert office.person("ana").sees("#social").count("Week 48, Mon 23 Nov") == 1


def test_the_digest_of_an_archived_channel_is_kept_and_the_lead_told_once_and_once_again(
    office: Practice, refused: set[str]
) -> None:
    ana, sarah = office.people("ana", "sarah")
    social = office.workspace.channel("#social")
    office.skip_to("sunday 12:00")
    for person in (ana, sarah):
        person.new_messages()
    acts.archive_channel(office.slack, ana.person, social)
    refused |= {"chat.postMessage: is_archived", "chat.update: cant_update_message"}
    office.skip_to("monday 9:30")
    assert ana.new_messages() == snapshot(
        [
            """\
Still to settle in the next seven days
Mon 30 Nov, 10:00 AM: the service place is free.  [Fill this place]
Thu 3 Dec, 4:00 PM: the human place is free.  [Fill this place]
Sat 5 Dec, 10:00 AM: the community place is free.  [Fill this place]
About the mix
No place in the week from Mon 30 Nov is filled. One post is a good start.
[See the week]\
""",
            "I have something for #social, but that channel is archived. Unarchive it, or choose another one in `/rounds setup`. I've kept it, I'll try again once a day, and as soon as it works I'll tell you.",
        ]
    )
    assert "could not be delivered" in ana.types("/rounds status")
    office.skip_to("tuesday 9:30")
    assert ana.hears_nothing_more()
    acts.unarchive_channel(office.slack, ana.person, social)
    office.skip_to("tuesday 9:31")
    assert sarah.sees("#social").count("Week 48, Mon 23 Nov to Sun 29 Nov") == 1
    assert ana.new_messages() == snapshot(["I can write to #social again. What was waiting is on its way."])
    assert "Nothing is stuck" in ana.types("/rounds status")
    assert sarah.hears_nothing_more()


def test_the_digest_comes_as_soon_as_the_bot_is_back_in_its_channel(office: Practice, refused: set[str]) -> None:
    ana, sarah = office.people("ana", "sarah")
    office.skip_to("sunday 12:00")
    ana.new_messages()
    sarah.types("/remove @Rounds", "#social")
    refused.add("chat.postMessage: not_in_channel")
    office.skip_to("monday 9:30")
    assert ana.new_messages() == snapshot(
        [
            """\
Still to settle in the next seven days
Mon 30 Nov, 10:00 AM: the service place is free.  [Fill this place]
Thu 3 Dec, 4:00 PM: the human place is free.  [Fill this place]
Sat 5 Dec, 10:00 AM: the community place is free.  [Fill this place]
About the mix
No place in the week from Mon 30 Nov is filled. One post is a good start.
[See the week]\
""",
            "I have something for #social, but I'm not in that channel any more. Type `/invite @Rounds` there. I've kept it, I'll try again once a day, and as soon as it works I'll tell you.",
        ]
    )
    ana.types("/invite @Rounds", "#social")
    office.skip_to("monday 9:31")
    assert ana.sees("#social").count("Week 48, Mon 23 Nov to Sun 29 Nov") == 1
    assert ana.counts_messages("I can write to #social again.") == 1


def test_what_was_owed_while_the_token_was_no_good_comes_when_it_works_again(
    office: Practice, refused: set[str]
) -> None:
    ana, ben = office.people("ana", "ben")
    ben.types("/mine")
    office.slack.revoke_token(office.workspace)
    said = ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    assert "fills Thursday's human place" in said
    assert ben.hears_nothing_more()
    office.slack.revoke_token(office.workspace, revoked=False)
    ana.types("/plan add sat 10am Coat drive #community @ben")
    office.slack.clock.skip(timedelta(minutes=1))
    heard = "\n".join(ben.new_messages())
    assert "photo for Coat drive" in heard
    assert "photo for Meet our hygienist" in heard
    assert (
        ana.counts_messages("Slack had locked me out for a while. I'm back, and what was waiting is on its way.") == 1
    )
    refused |= {"chat.postMessage: token_revoked"}


def test_a_photo_that_slack_could_not_give_is_fetched_a_little_later(office: Practice, rounds: Rounds) -> None:
    ben = office.person("ben")
    office.slack.faults.fail("files.info")
    ben.uploads(photo(), "one.jpg", "#social")
    assert ben.counts_messages("Does this photo show a patient?") == 1
    office.slack.faults.fail("files.info")
    ben.clicks("No")
    assert rounds.photos.keys(1) == []
    office.slack.clock.skip(timedelta(minutes=2))
    assert "Photo 1 is kept for later" in ben.last_message
    assert len(rounds.photos.keys(1)) == 3


def test_while_the_database_is_locked_everybody_is_told_so_and_nothing_is_half_written(
    office: Practice, database_url: str
) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan")
    other = create_engine(spelled(database_url), poolclass=NullPool).connect()
    lock = "BEGIN IMMEDIATE" if database_url.startswith("sqlite") else "LOCK TABLE post, workspace"
    other.exec_driver_sql(lock)
    assert ana.types("/plan add thu 4pm Meet our hygienist #human @ben") == snapshot(
        "I can't reach my notes right now, so nothing was changed. Please try again in a minute."
    )
    other.rollback()
    other.close()
    assert "Meet our hygienist" not in ana.types("/plan")
    assert ben.hears_nothing_more()
    assert "fills Thursday's human place" in ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    assert len(ben.new_messages()) == 1
