"""The digest in depth."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.add_column(sa.Column("under", sa.String(), nullable=False, server_default=""))

    # A line that was written in one piece is neither called good nor bad afterwards.
    with op.batch_alter_table("line", schema=None) as batch_op:
        batch_op.alter_column("words", new_column_name="in_between", existing_type=sa.String(), existing_nullable=False)
        batch_op.add_column(sa.Column("good", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("bad", sa.String(), nullable=False, server_default=""))

    with op.batch_alter_table("workspace", schema=None) as batch_op:
        batch_op.add_column(sa.Column("digest_hours", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    with op.batch_alter_table("workspace", schema=None) as batch_op:
        batch_op.drop_column("digest_hours")

    with op.batch_alter_table("line", schema=None) as batch_op:
        batch_op.drop_column("bad")
        batch_op.drop_column("good")
        batch_op.alter_column("in_between", new_column_name="words", existing_type=sa.String(), existing_nullable=False)

    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_column("under")
