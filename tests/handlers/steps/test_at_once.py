"""Two people answer for the same step at the same moment, on both databases: one has it, the other is told who."""

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlmodel import select

from bot.commands.vocabulary import AcceptOffer, SwapOffer
from bot.domain.offers import Standing
from bot.handlers import offers
from bot.handlers.call import Call
from storage import members, workspaces
from storage.engine import Database
from storage.tables import Delivery, Member, Offer, OfferState, Post, Role, Step, Task

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


class Carrier:
    """Takes nothing along."""

    def enqueue(self, session: Any, delivery: Delivery) -> None:
        """Do nothing; the ledger row is there already."""


def as_(database: Database, user_id: str, act: Callable[[Call], Any]) -> Any:
    """Let somebody do something in a transaction of their own."""
    with database.transaction() as session:
        workspace = workspaces.by_team(session, "T1")
        assert workspace is not None
        member = members.by_user(session, workspace.id or 0, user_id)
        assert member is not None
        return act(Call(session=session, workspace=workspace, now=NOW, carrier=Carrier(), member=member))


@pytest.fixture
def asked(database: Database) -> tuple[int, int]:
    """Ben was asked and has passed it on to Sarah: the ids of both questions."""
    with database.transaction() as session:
        workspace = workspaces.ensure(session, "T1", name="Bright Smile", bot_user_id="UBOT", now=NOW)
        workspace.set_up_at = NOW
        people = {
            name: Member(workspace_id=workspace.id or 0, user_id=f"U{name}", name=name, seen_at=NOW)
            for name in ("ANA", "BEN", "SARAH")
        }
        session.add_all(people.values())
        session.flush()
        members.hold(session, workspace.id or 0, Role.LEAD, people["ANA"])
        post = Post(
            workspace_id=workspace.id or 0,
            number=1,
            on=date(2026, 11, 26),
            publish_at=NOW,
            kind="human",
            what="Meet our hygienist",
            added_at=NOW,
        )
        session.add(post)
        session.flush()
        step = Step(
            workspace_id=workspace.id or 0,
            post_id=post.id or 0,
            task=Task.PHOTO,
            owner_id=people["BEN"].id or 0,
            due_at=NOW,
        )
        session.add(step)
        session.flush()
    as_(database, "UANA", _offer)
    bens = as_(database, "UBEN", lambda call: call.session.exec(select(Offer)).one().id)
    as_(database, "UBEN", lambda call: offers.swap_offer(SwapOffer(bens, "USARAH"), call))
    sarahs = as_(database, "UBEN", lambda call: call.session.exec(select(Step)).one().offer_id)
    return bens, sarahs


def _offer(call: Call) -> None:
    post, step = call.session.exec(select(Post)).one(), call.session.exec(select(Step)).one()
    ben = members.by_user(call.session, call.workspace_id, "UBEN")
    assert ben is not None
    offers.offer_steps(call, post, ben, [step])


def test_of_two_who_say_yes_at_once_one_has_the_step_and_the_other_is_told_who(
    database: Database, asked: tuple[int, int]
) -> None:
    bens, sarahs = asked
    start = threading.Barrier(2)
    heard: dict[str, Any] = {}

    def says_yes(user_id: str, offer_id: int) -> None:
        start.wait()
        heard[user_id] = as_(database, user_id, lambda call: offers.accept_offer(AcceptOffer(offer_id), call))

    both = [threading.Thread(target=says_yes, args=pair) for pair in (("UBEN", bens), ("USARAH", sarahs))]
    for person in both:
        person.start()
    for person in both:
        person.join()

    standings = {user_id: seen.standing for user_id, seen in heard.items()}
    assert sorted(standings.values()) == [Standing.TAKEN, Standing.YOURS]
    (winner,) = [user_id for user_id, stands in standings.items() if stands is Standing.YOURS]
    (told,) = [seen for seen in heard.values() if seen.standing is Standing.TAKEN]
    assert told.other is not None
    assert told.other.user_id == winner
    with database.transaction() as session:
        step = session.exec(select(Step)).one()
        owner = members.by_id(session, step.workspace_id, step.owner_id)
        assert owner is not None
        assert owner.user_id == winner
        assert [offer.state for offer in session.exec(select(Offer)).all()].count(OfferState.ACCEPTED) == 1
