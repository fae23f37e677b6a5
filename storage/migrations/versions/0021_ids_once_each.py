"""On SQLite, no row has the id of one that was taken back."""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_TABLES = ("slot", "figures_file", "lead", "spending", "decision", "question", "hearing", "idea")


def upgrade() -> None:
    _rebuild(is_once_each=True)


def downgrade() -> None:
    _rebuild(is_once_each=False)


def _rebuild(*, is_once_each: bool) -> None:
    """Make the tables anew; PostgreSQL never gives an id twice."""
    if op.get_bind().dialect.name != "sqlite":
        return
    for table in _TABLES:
        with op.batch_alter_table(table, recreate="always", table_kwargs={"sqlite_autoincrement": is_once_each}):
            pass
