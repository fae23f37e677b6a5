"""What a post says on each network."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import in_workspace, ref
from storage.tables.row import Row


class Caption(Row, table=True):
    """The words of a post for one network; those for "" go wherever a network has none of its own."""

    __table_args__ = (UniqueConstraint("post_id", "network"),)

    id: int | None = Field(default=None, primary_key=True)
    workspace_id: int = in_workspace()
    post_id: int = ref("post.id")
    network: str = ""
    words: str
