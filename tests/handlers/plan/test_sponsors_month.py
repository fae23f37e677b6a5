"""What the sponsor did in a month is there for the lead to see, and for nobody else, the sponsor included."""

from datetime import timedelta

from sqlmodel import Session

from bot.blocks.setup import draw_status_shown
from bot.commands.vocabulary import ShowStatus
from bot.handlers import setup
from storage import members
from storage.tables import Approval, ApprovalState, Offer, OfferState, Role, Thanks
from tests.handlers.plan.bright_smile import Practice


def _reads(practice: Practice, name: str) -> str:
    return str(draw_status_shown(setup.show_status(ShowStatus(), practice.call(name))).blocks)


def test_only_the_lead_reads_what_the_sponsor_did_this_month(practice: Practice, session: Session) -> None:
    workspace_id, now = practice.workspace.id or 0, practice.now
    members.hold(session, workspace_id, Role.SPONSOR, practice.people["reyes"])
    members.hold(session, workspace_id, Role.BACKUP, practice.people["sarah"])
    assert "Reyes in November 2026:* nothing yet, and perhaps nothing was asked. Only you" in _reads(practice, "ana")
    post = practice.has_post()
    reyes, ben = practice.people["reyes"].id or 0, practice.people["ben"].id or 0
    for decision, ago in (("approved", 1), ("changes", 2), ("void", 1), ("open", 1), ("approved", 30)):
        said = ApprovalState(decision)
        at = None if said is ApprovalState.OPEN else now - timedelta(days=ago)
        of_post = {"workspace_id": workspace_id, "post_id": post.post.id, "asked_at": now - timedelta(days=40)}
        session.add(Approval(**of_post, member_id=reyes, decision=said, decided_at=at))
    for state, whose in ((OfferState.ACCEPTED, reyes), (OfferState.WITHDRAWN, reyes), (OfferState.ACCEPTED, ben)):
        asked = {"workspace_id": workspace_id, "post_id": post.post.id, "made_at": now, "answered_at": now}
        session.add(Offer(**asked, member_id=whose, state=state))
    thanked = {"workspace_id": workspace_id, "from_id": reyes, "to_id": ben, "fact": "step", "week": "2026-W47"}
    session.add(Thanks(**thanked, about="1", said_at=now))
    session.add(Thanks(**thanked, about="2", said_at=now - timedelta(days=60)))
    session.flush()
    told = "Reyes in November 2026:* 2 posts looked over, 1 question answered and 1 word of thanks. Only you"
    assert told in _reads(practice, "ana")
    for name in ("reyes", "sarah", "ben"):
        assert "in November 2026" not in _reads(practice, name)
    members.hold(session, workspace_id, Role.SPONSOR, practice.people["ana"])
    assert "in November 2026" not in _reads(practice, "ana"), "who leads and backs it knows"
