"""Events, and what a photo was shared for."""

import sqlalchemy as sa
from alembic import op

from storage.types import UtcDateTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("done_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_event_post_id_post"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_event_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("post_id", name=op.f("uq_event_post_id")),
    )
    with op.batch_alter_table("event") as batch_op:
        batch_op.create_index(batch_op.f("ix_event_post_id"), ["post_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_workspace_id"), ["workspace_id"], unique=False)

    with op.batch_alter_table("photo") as batch_op:
        batch_op.add_column(sa.Column("meant_for_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("was_with", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.create_index(batch_op.f("ix_photo_meant_for_id"), ["meant_for_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_photo_meant_for_id_post"), "post", ["meant_for_id"], ["id"], ondelete="SET NULL"
        )


def downgrade() -> None:
    with op.batch_alter_table("photo") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_photo_meant_for_id_post"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_photo_meant_for_id"))
        batch_op.drop_column("was_with")
        batch_op.drop_column("meant_for_id")

    with op.batch_alter_table("event") as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_workspace_id"))
        batch_op.drop_index(batch_op.f("ix_event_post_id"))
    op.drop_table("event")
