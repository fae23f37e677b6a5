"""What people leave for each other with a step, and approvals that are there because somebody is new to it."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.add_column(sa.Column("notes", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("reviews", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.create_index(
            "ix_step_reviews",
            ["workspace_id"],
            unique=False,
            sqlite_where=sa.text("reviews"),
            postgresql_where=sa.text("reviews"),
        )


def downgrade() -> None:
    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.drop_index("ix_step_reviews")
        batch_op.drop_column("reviews")
        batch_op.drop_column("notes")
