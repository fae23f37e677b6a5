from sqlmodel import SQLModel, func, select

from bot.commands.vocabulary import JoinChannel
from bot.handlers import workspace
from storage import deliveries, workspaces
from storage.tables import DeliveryState, Member, Photo, Post, Workspace
from tests.handlers.plan.bright_smile import MONDAY_NINE, Practice, found, settle


def test_whoever_brings_the_bot_into_a_channel_is_greeted_once_and_privately(practice: Practice) -> None:
    workspace.join_channel(JoinChannel("C0SOCIAL"), practice.call("ben"))
    workspace.join_channel(JoinChannel("C0FRONT"), practice.call("ben"))
    (welcome,) = practice.owed()
    assert (welcome.kind, welcome.recipient, welcome.about) == ("welcome", "UBEN", {"channel": "C0SOCIAL"})


def test_the_welcome_says_how_things_stand_when_it_goes_out(newcomers: Practice) -> None:
    workspace.join_channel(JoinChannel("C0SOCIAL"), newcomers.call("ben"))
    (owed,) = newcomers.owed()
    assert not workspace.compose_welcome(newcomers.scene(), owed).is_set_up
    welcomed = workspace.compose_welcome(settle(newcomers).scene(), owed)
    assert welcomed.is_set_up
    assert welcomed.lead is not None
    assert welcomed.lead.name == "Ana"
    workspace.join_channel(JoinChannel("C0SOCIAL"), newcomers.call("ana"))
    *_, hers = newcomers.owed()
    assert workspace.compose_welcome(newcomers.scene(), hers).lead is None, "nobody is told that they lead"


def test_another_app_that_brings_the_bot_along_is_not_greeted(practice: Practice) -> None:
    practice.meets("robot", is_bot=True)
    workspace.join_channel(JoinChannel("C0SOCIAL"), practice.call("robot"))
    assert practice.owed() == []


def test_forgetting_a_workspace_leaves_not_one_row(practice: Practice) -> None:
    others = settle(found(practice.session, "T0OTHER"))
    others.has_post("Theirs")
    practice.has_post(who="ben")
    for number, stored_as in enumerate(("photos/1", "", "photos/3"), 1):
        practice.session.add(
            Photo(
                workspace_id=practice.workspace.id or 0,
                number=number,
                file_id=f"F{number}",
                shared_by=practice.people["ben"].id or 0,
                shared_at=MONDAY_NINE,
                stored_as=stored_as,
            )
        )
    forgotten_id = practice.workspace.id
    assert workspaces.remove(practice.session, practice.workspace.team_id)
    practice.session.expunge_all()
    for table in SQLModel.metadata.tables.values():
        column = table.c.get("workspace_id", table.c.get("id") if table.name == "workspace" else None)
        assert column is not None, f"{table.name} belongs to no workspace"
        left = practice.session.scalar(select(func.count()).select_from(table).where(column == forgotten_id))
        assert left == 0, table.name
    assert practice.session.exec(select(Workspace.team_id)).all() == ["T0OTHER"]
    assert practice.session.exec(select(Post.what)).all() == ["Theirs"]
    assert len(practice.session.exec(select(Member)).all()) == 4


def test_what_waited_for_a_channel_is_taken_up_when_the_bot_is_brought_back(practice: Practice) -> None:
    call = practice.call("ben")
    waiting = call.owe("digest", "digest/2026-W47/C0SOCIAL", "C0SOCIAL", {"week": "2026-W47"})
    elsewhere = call.owe("digest", "digest/2026-W47/C0FRONT", "C0FRONT", {"week": "2026-W47"})
    assert waiting is not None
    assert elsewhere is not None
    for delivery in (waiting, elsewhere):
        deliveries.let_go(delivery, DeliveryState.PARKED, reason="not_in_channel")
    workspace.join_channel(JoinChannel("C0SOCIAL"), practice.call("ben"))
    assert (waiting.state, elsewhere.state) == (DeliveryState.SENDING, DeliveryState.PARKED)
