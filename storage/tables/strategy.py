"""How a practice goes about it, on one page: every version that was saved, so that what it said before can be read."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import in_workspace, moment, ref
from storage.tables.row import Row


class Strategy(Row, table=True):
    """The whole page as it was saved once; the version with the highest number holds.

    `voice` is how the practice sounds, `purposes` what each network is for, `ways` how else things are done, `measures`
    what is measured. `answerer_id` is who answers when people write, `within` how soon. What is empty is still open.
    """

    __table_args__ = (UniqueConstraint("workspace_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    number: int
    voice: str = ""
    purposes: str = ""
    answerer_id: int | None = ref("member.id", ondelete="SET NULL")
    within: str = ""
    ways: str = ""
    measures: str = ""
    saved_by: int | None = ref("member.id", ondelete="SET NULL")
    saved_at: datetime = moment()
