"""Where leads come from."""

import sqlalchemy as sa
from alembic import op

from storage.types import UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lead_address",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("secret", sa.String(), nullable=False),
        sa.Column("meta_secret", sa.String(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_lead_address_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_address")),
        sa.UniqueConstraint("token", name=op.f("uq_lead_address_token")),
        sa.UniqueConstraint("workspace_id", name=op.f("uq_lead_address_workspace_id")),
    )
    # What was noted so far is what the desk took it for: nobody said which of it was tracked or told.
    op.execute("UPDATE lead SET guessed = source WHERE source <> 'unknown' AND guessed = ''")
    op.execute(
        "UPDATE lead SET network = source WHERE source IN ('instagram', 'facebook', 'google', 'tiktok') "
        "AND network = ''"
    )
    with op.batch_alter_table("lead", schema=None) as batch_op:
        batch_op.create_index(
            "uq_lead_workspace_id_outside_id",
            ["workspace_id", "outside_id"],
            unique=True,
            sqlite_where=sa.text("outside_id != ''"),
            postgresql_where=sa.text("outside_id != ''"),
        )
        batch_op.drop_column("source")

    with op.batch_alter_table("workspace", schema=None) as batch_op:
        batch_op.add_column(sa.Column("services", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("leads_weekday", sa.Integer(), nullable=True, server_default="3"))


def downgrade() -> None:
    with op.batch_alter_table("workspace", schema=None) as batch_op:
        batch_op.drop_column("leads_weekday")
        batch_op.drop_column("services")

    with op.batch_alter_table("lead", schema=None) as batch_op:
        batch_op.add_column(sa.Column("source", sa.VARCHAR(), nullable=False, server_default="unknown"))
        batch_op.drop_index(
            "uq_lead_workspace_id_outside_id",
            sqlite_where=sa.text("outside_id != ''"),
            postgresql_where=sa.text("outside_id != ''"),
        )

    op.execute(
        "UPDATE lead SET source = COALESCE(NULLIF(tracked, ''), NULLIF(said, ''), NULLIF(guessed, ''), 'unknown')"
    )
    op.drop_table("lead_address")
