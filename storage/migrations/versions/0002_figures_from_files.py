"""Figures from files, spending, and where leads came from."""

import sqlalchemy as sa
from alembic import op

from storage.types import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "figures_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("brought_by", sa.Integer(), nullable=True),
        sa.Column("brought_at", UtcDateTime(), nullable=False),
        sa.Column("read", sa.JSON(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("covers_from", sa.Date(), nullable=True),
        sa.Column("covers_until", sa.Date(), nullable=True),
        sa.Column("taken_at", UtcDateTime(), nullable=True),
        sa.Column("set_aside_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["brought_by"], ["member.id"], name=op.f("fk_figures_file_brought_by_member"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_figures_file_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figures_file")),
        sa.UniqueConstraint("workspace_id", "number", name=op.f("uq_figures_file_workspace_id_number")),
    )
    with op.batch_alter_table("figures_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_figures_file_brought_by"), ["brought_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_figures_file_workspace_id"), ["workspace_id"], unique=False)

    op.create_table(
        "place_figures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("count", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("entered_by", sa.Integer(), nullable=True),
        sa.Column("entered_at", UtcDateTime(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=True),
        sa.Column("row", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entered_by"], ["member.id"], name=op.f("fk_place_figures_entered_by_member"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["figures_file.id"], name=op.f("fk_place_figures_file_id_figures_file"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_place_figures_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_figures")),
    )
    with op.batch_alter_table("place_figures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_place_figures_entered_by"), ["entered_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_place_figures_file_id"), ["file_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_place_figures_workspace_id"), ["workspace_id"], unique=False)

    op.create_table(
        "spending",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("network", sa.String(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("outside_id", sa.String(), nullable=False),
        sa.Column("reach", sa.Integer(), nullable=True),
        sa.Column("views", sa.Integer(), nullable=True),
        sa.Column("clicks", sa.Integer(), nullable=True),
        sa.Column("results", sa.Integer(), nullable=True),
        sa.Column("entered_by", sa.Integer(), nullable=True),
        sa.Column("entered_at", UtcDateTime(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=True),
        sa.Column("row", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entered_by"], ["member.id"], name=op.f("fk_spending_entered_by_member"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["figures_file.id"], name=op.f("fk_spending_file_id_figures_file"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_spending_workspace_id_workspace"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spending")),
    )
    with op.batch_alter_table("spending", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_spending_entered_by"), ["entered_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_spending_file_id"), ["file_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_spending_workspace_id"), ["workspace_id"], unique=False)

    with op.batch_alter_table("figures", schema=None) as batch_op:
        batch_op.add_column(sa.Column("counted_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("file_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("row", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_figures_file_id"), ["file_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_figures_file_id_figures_file"), "figures_file", ["file_id"], ["id"], ondelete="SET NULL"
        )

    with op.batch_alter_table("lead", schema=None) as batch_op:
        batch_op.add_column(sa.Column("came_at", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("network", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("tracked", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("said", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("guessed", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("service", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("area", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("outside_id", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("merged_into_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("post_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("file_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("row", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_lead_file_id"), ["file_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_lead_merged_into_id"), ["merged_into_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_lead_post_id"), ["post_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_lead_post_id_post"), "post", ["post_id"], ["id"], ondelete="SET NULL"
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_lead_merged_into_id_lead"), "lead", ["merged_into_id"], ["id"], ondelete="SET NULL"
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_lead_file_id_figures_file"), "figures_file", ["file_id"], ["id"], ondelete="SET NULL"
        )

    with op.batch_alter_table("post", schema=None) as batch_op:
        batch_op.add_column(sa.Column("substitute", sa.String(), nullable=False, server_default=""))

    with op.batch_alter_table("workspace", schema=None) as batch_op:
        batch_op.add_column(sa.Column("files_numbered", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    with op.batch_alter_table("workspace", schema=None) as batch_op:
        batch_op.drop_column("files_numbered")

    with op.batch_alter_table("post", schema=None) as batch_op:
        batch_op.drop_column("substitute")

    with op.batch_alter_table("lead", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_lead_file_id_figures_file"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_lead_merged_into_id_lead"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_lead_post_id_post"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_lead_post_id"))
        batch_op.drop_index(batch_op.f("ix_lead_merged_into_id"))
        batch_op.drop_index(batch_op.f("ix_lead_file_id"))
        batch_op.drop_column("row")
        batch_op.drop_column("file_id")
        batch_op.drop_column("post_id")
        batch_op.drop_column("merged_into_id")
        batch_op.drop_column("outside_id")
        batch_op.drop_column("area")
        batch_op.drop_column("service")
        batch_op.drop_column("guessed")
        batch_op.drop_column("said")
        batch_op.drop_column("tracked")
        batch_op.drop_column("network")
        batch_op.drop_column("came_at")

    with op.batch_alter_table("figures", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_figures_file_id_figures_file"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_figures_file_id"))
        batch_op.drop_column("row")
        batch_op.drop_column("file_id")
        batch_op.drop_column("counted_on")

    with op.batch_alter_table("spending", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_spending_workspace_id"))
        batch_op.drop_index(batch_op.f("ix_spending_file_id"))
        batch_op.drop_index(batch_op.f("ix_spending_entered_by"))

    op.drop_table("spending")
    with op.batch_alter_table("place_figures", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_place_figures_workspace_id"))
        batch_op.drop_index(batch_op.f("ix_place_figures_file_id"))
        batch_op.drop_index(batch_op.f("ix_place_figures_entered_by"))

    op.drop_table("place_figures")
    with op.batch_alter_table("figures_file", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_figures_file_workspace_id"))
        batch_op.drop_index(batch_op.f("ix_figures_file_brought_by"))

    op.drop_table("figures_file")
