"""Every kind of message that can be owed and what composes it from the rows as they are when it is sent."""

from collections.abc import Callable
from typing import Final

from bot.domain.outcomes import Outcome
from bot.handlers import (
    announced,
    approvals,
    away,
    checks,
    digest,
    events,
    ideas,
    leaving,
    moving,
    nudged,
    offers,
    photos,
    pings,
    sheets,
    substitutes,
    workspace,
)
from bot.handlers.call import Scene
from storage.tables import Delivery

COMPOSERS: Final[dict[str, Callable[[Scene, Delivery], Outcome | None]]] = {
    "welcome": workspace.compose_welcome,
    "offer": offers.compose_offer,
    "offer-update": offers.compose_offer_update,
    "notice-back": offers.compose_notice_back,
    "notice-taken": offers.compose_notice_taken,
    "approval": approvals.compose_approval,
    "approval-update": approvals.compose_approval_update,
    "approval-news": approvals.compose_approval_news,
    "event-moved": events.compose_event_moved,
    "event-ping": pings.compose_event_ping,
    "post-moved": moving.compose_post_moved,
    "away-cover": away.compose_away_cover,
    "notice-left": leaving.compose_notice_left,
    "away-back": away.compose_away_back,
    "nudge": nudged.compose_nudge,
    "nudge-update": nudged.compose_nudge_update,
    "notice-help": nudged.compose_notice_help,
    "photo-question": photos.compose_photo_question,
    "photo-told": photos.compose_photo_told,
    "notice-photo": photos.compose_notice_photo,
    "picture-came": substitutes.compose_picture_came,
    "stood-in": substitutes.compose_stood_in,
    "digest": digest.compose_digest,
    "digest-details": digest.compose_digest_details,
    "plan-check": checks.compose_plan_check,
    "week-plan": announced.compose_week_plan,
    "week-plan-update": announced.compose_week_plan_update,
    "ideas": announced.compose_ideas,
    "ideas-update": announced.compose_ideas_update,
    "idea-not-kept": ideas.compose_idea_not_kept,
    "sheet": sheets.compose_sheet,
    "plan-not-sent": sheets.compose_plan_not_sent,
}


def compose(scene: Scene, delivery: Delivery) -> Outcome | None:
    """Say what a delivery tells now; None where nothing is owed any more."""
    return COMPOSERS[delivery.kind](scene, delivery)
