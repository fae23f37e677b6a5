"""Fewer indexes to write: none that another one begins with, and none of rows that point nowhere."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

BEGUN_BY_ANOTHER: dict[str, tuple[str, ...]] = {
    "absence": ("member_id",),
    "agreement": ("member_id",),
    "budget": ("workspace_id",),
    "calendar_feed": ("member_id",),
    "caption": ("post_id",),
    "check_up": ("workspace_id",),
    "comment": ("workspace_id",),
    "decision": ("workspace_id",),
    "delivery": ("workspace_id",),
    "event": ("post_id",),
    "figures_file": ("workspace_id",),
    "habits": ("member_id",),
    "idea": ("workspace_id",),
    "idea_vote": ("idea_id",),
    "lead": ("workspace_id",),
    "lesson": ("member_id",),
    "member": ("workspace_id",),
    "nudge": ("step_id",),
    "photo": ("workspace_id",),
    "plan_sheet": ("workspace_id",),
    "post": ("workspace_id",),
    "post_version": ("post_id",),
    "question": ("workspace_id",),
    "role_holder": ("workspace_id",),
    "slack_event": ("workspace_id",),
    "step": ("post_id",),
    "strategy": ("workspace_id",),
    "thanks": ("to_id",),
}
"""Columns, by table, that another index begins with, so that their own one goes."""
MAY_POINT_NOWHERE: dict[str, tuple[str, ...]] = {
    "budget": ("set_by",),
    "check_up": (
        "answered_by",
        "changed_by",
    ),
    "comment": (
        "closed_by",
        "follows_id",
        "logged_by",
        "post_id",
    ),
    "decision": (
        "made_by",
        "owner_id",
        "reviewed_by",
    ),
    "figures": (
        "entered_by",
        "file_id",
    ),
    "figures_file": ("brought_by",),
    "goal": ("set_by",),
    "hearing": (
        "answered_by",
        "noted_by",
    ),
    "idea": (
        "added_by",
        "post_id",
    ),
    "lead": (
        "file_id",
        "logged_by",
        "merged_into_id",
        "post_id",
    ),
    "nudge": ("delivery_id",),
    "offer": (
        "asked_by",
        "follows_id",
    ),
    "photo": (
        "answered_by",
        "meant_for_id",
        "post_id",
    ),
    "place_figures": (
        "entered_by",
        "file_id",
    ),
    "post": (
        "added_by",
        "copied_from_id",
        "repeats_id",
        "series_id",
        "slot_id",
    ),
    "post_version": ("changed_by",),
    "question": (
        "idea_id",
        "same_as_id",
    ),
    "spending": (
        "entered_by",
        "file_id",
    ),
    "step": ("offer_id",),
    "strategy": (
        "answerer_id",
        "saved_by",
    ),
}
"""Columns, by table, whose index leaves out the rows where they are empty from now on."""


def upgrade() -> None:
    for table, columns in BEGUN_BY_ANOTHER.items():
        for column in columns:
            op.drop_index(op.f(f"ix_{table}_{column}"), table)
    for table, columns in MAY_POINT_NOWHERE.items():
        for column in columns:
            op.drop_index(op.f(f"ix_{table}_{column}"), table)
            points = sa.text(f"{column} IS NOT NULL")
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column], sqlite_where=points, postgresql_where=points)


def downgrade() -> None:
    for table, columns in MAY_POINT_NOWHERE.items():
        for column in columns:
            op.drop_index(op.f(f"ix_{table}_{column}"), table)
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
    for table, columns in BEGUN_BY_ANOTHER.items():
        for column in columns:
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
