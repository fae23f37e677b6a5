"""Who speaks for a side of the digest, and who writes its line, also once people have left."""

import pytest

from bot.domain.digest import speaker_of, writer_of
from storage.tables import Member, Role


def member(name: str, *, is_gone: bool = False) -> Member:
    return Member(workspace_id=1, user_id=f"U{name.upper()}", name=name, is_deactivated=is_gone)


ANA, SARAH, BEN = member("Ana"), member("Sarah"), member("Ben")
GONE, LEFT = member("Sarah", is_gone=True), member("Ana", is_gone=True)


@pytest.mark.parametrize(
    ("holders", "speaks", "writes"),
    [
        ({Role.LEAD: ANA, Role.SALES: SARAH}, SARAH, SARAH),
        ({Role.LEAD: ANA}, None, ANA),
        ({Role.LEAD: ANA, Role.SALES: GONE}, None, ANA),
        ({Role.LEAD: LEFT, Role.BACKUP: BEN, Role.SALES: GONE}, None, BEN),
        ({Role.LEAD: LEFT, Role.SALES: LEFT}, None, LEFT),
        ({}, None, None),
    ],
)
def test_whoever_has_left_is_asked_for_no_line(
    holders: dict[Role, Member], speaks: Member | None, writes: Member | None
) -> None:
    assert (speaker_of(Role.SALES, holders), writer_of(Role.SALES, holders)) == (speaks, writes)
