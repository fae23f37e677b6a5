"""Every kind of message that can be owed and what composes it from the rows as they are when it is sent."""

from collections.abc import Callable
from typing import Final

from bot.domain.outcomes import Outcome
from bot.handlers import (
    announced,
    approvals,
    asked,
    away,
    bringing,
    check_up,
    checks,
    digest,
    events,
    files,
    ideas,
    learning,
    leaving,
    money,
    moving,
    nudged,
    offers,
    open_comments,
    photos,
    pings,
    questions,
    sheets,
    stall,
    substitutes,
    thanks,
    unusable,
    videos,
    workspace,
    worth,
)
from bot.handlers.call import Scene
from storage import members
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
    "lesson": learning.compose_lesson,
    "lesson-update": learning.compose_lesson_update,
    "nudge": nudged.compose_nudge,
    "nudge-update": nudged.compose_nudge_update,
    "notice-help": nudged.compose_notice_help,
    "photo-question": photos.compose_photo_question,
    unusable.KIND: unusable.compose_picture_unusable,
    videos.KIND: videos.compose_video_shared,
    "photo-told": photos.compose_photo_told,
    "notice-photo": photos.compose_notice_photo,
    "picture-came": substitutes.compose_picture_came,
    "stood-in": substitutes.compose_stood_in,
    "digest": digest.compose_digest,
    "digest-ask": asked.compose_asked,
    "leads-open": asked.compose_asked,
    "leads-came": asked.compose_asked,
    **dict.fromkeys(open_comments.KINDS.values(), asked.compose_asked),
    "asked-update": asked.compose_asked_update,
    "digest-details": digest.compose_digest_details,
    "check-up": check_up.compose_check_up,
    "check-up-update": check_up.compose_check_up_update,
    "plan-check": checks.compose_plan_check,
    "stall": stall.compose_stall,
    "week-plan": announced.compose_week_plan,
    "week-plan-update": announced.compose_week_plan_update,
    "file": files.compose_file,
    "file-update": files.compose_file,
    "file-known": bringing.compose_file_known,
    "budget-reached": money.compose_budget_reached,
    "sponsor-week": thanks.compose_sponsor_week,
    "sponsor-quiet": thanks.compose_sponsor_quiet,
    "thanks": thanks.compose_thanks,
    "month-page": worth.compose_month_page,
    "ideas": announced.compose_ideas,
    "ideas-update": announced.compose_ideas_update,
    "idea-not-kept": ideas.compose_idea_not_kept,
    questions.KIND: questions.compose_question_repeated,
    "sheet": sheets.compose_sheet,
    "plan-not-sent": sheets.compose_plan_not_sent,
}

_WEEKLY_WORDS = frozenset({"plan-check", "sponsor-week", "sponsor-quiet", "month-page"})
"""What is owed to a person each week whether or not there is something to say."""


def compose(scene: Scene, delivery: Delivery) -> Outcome | None:
    """Say what a delivery tells now; None where nothing is owed any more, which then doesn't count among the day's."""
    outcome = COMPOSERS[delivery.kind](scene, delivery)
    if outcome is None and delivery.kind in _WEEKLY_WORDS:
        reader = members.by_user(scene.session, scene.workspace_id, delivery.recipient)
        away.count(scene, (reader and reader.id) or 0, delivery.made_at, -1)
    return outcome
