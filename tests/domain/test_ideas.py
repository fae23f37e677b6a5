from datetime import UTC, date, datetime

import pytest

from bot.domain import ideas
from bot.domain.errors import Misread
from storage.tables import Idea, Post

TODAY = date(2026, 11, 23)


def idea(number: int) -> Idea:
    at = datetime(2026, 11, 23, 14, tzinfo=UTC)
    return Idea(id=number, workspace_id=1, month=date(2026, 12, 1), words=f"Idea {number}", added_at=at)


def test_open_ideas_stand_by_their_votes_and_those_in_the_plan_come_last() -> None:
    at = datetime(2026, 12, 3, 21, tzinfo=UTC)
    post = Post(id=9, workspace_id=1, number=9, on=date(2026, 12, 3), publish_at=at, kind="human", what="Idea 2")
    found = [(idea(1), None), (idea(2), post), (idea(3), None), (idea(4), None)]
    standing = ideas.stand(found, {2: {5, 6, 7}, 3: {5, 6}, 4: {6}}, member_id=5)
    assert [(one.idea.id, one.votes, one.is_wanted) for one in standing] == [
        (3, 2, True),
        (4, 1, False),
        (1, 0, False),
        (2, 3, True),
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  \n",
        "\0",
        "Call 555 123 4567",
        "ben@example.com says hi",
        "Mrs. Miller's new smile",
        "born 3/4/1970",
        "x" * 4001,
    ],
)
def test_what_may_be_a_patient_and_what_is_nothing_is_no_idea(typed: str) -> None:
    with pytest.raises(Misread):
        ideas.words(typed, TODAY)


def test_an_idea_stays_as_it_was_typed() -> None:
    assert (
        ideas.words("  Dr. Reyes & the <new> scanner\nas a reel ", TODAY) == "Dr. Reyes & the <new> scanner\nas a reel"
    )
