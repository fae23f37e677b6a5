"""Who asks: near, for what is offered, and fitting, and that what nobody knows is neither yes nor no."""

from datetime import UTC, date, datetime
from textwrap import fill

import pytest
from inline_snapshot import snapshot

from bot.blocks.fit_phrases import lines
from bot.domain import fit, lead_words
from bot.domain.errors import Misread
from bot.domain.verdict import Share
from storage.tables import Lead

TODAY = date(2026, 11, 27)
NOW = datetime(2026, 11, 27, tzinfo=UTC)
BOOKED = {"stage": "booked", "booked_at": NOW}


def lead(**known: object) -> Lead:
    return Lead(workspace_id=1, number=1, came_on=TODAY, logged_at=NOW, **known)


def told(found: fit.Fit) -> str:
    return "\n".join(fill(line, 110) for line in lines(found))


def lost(reason: str, **known: object) -> Lead:
    return lead(stage="lost", lost_at=NOW, lost_reason=reason, **known)


def test_without_leads_nothing_is_told() -> None:
    found = fit.weigh([], ["021"])
    assert (found.leads, found.near, found.offered, found.unfit) == (0, Share(0, 0), Share(0, 0), Share(0, 0))
    assert lines(found) == []


def test_what_nobody_put_down_is_not_told() -> None:
    assert lines(fit.weigh([lead(), lead()], ["021"])) == []


def test_all_and_none_of_few_have_no_range() -> None:
    found = fit.weigh([lead(area="021", service="Cleaning", **BOOKED)] * 4, ["021"])
    assert (found.near, found.offered, found.unfit) == (Share(4, 4), Share(4, 4), Share(0, 4))
    assert told(found) == snapshot("""\
From near you: 4 of 4 leads whose area is known, too few for a range.
For what you offer: 4 of 4 leads with a service named, too few for a range. Asked for most: Cleaning (4).\
""")


def test_each_share_has_its_own_whole_and_says_what_is_open() -> None:
    """Whoever is a patient already, and spam, is no lead; price says nothing about who fits."""
    leads = [
        *[lead(area="021", service="Whitening", **BOOKED)] * 6,
        *[lead(area="022", service="Implants")] * 2,
        lost("wrong area", area="021"),
        lost("wrong area"),
        lost("wrong service"),
        lost("price", service="Implants"),
        lost("existing patient", area="021", service="Whitening"),
        lost("spam"),
        lead(),
    ]
    found = fit.weigh(leads, ["021", "024"])
    assert found.leads == 13
    assert (found.near, found.offered, found.unfit) == (Share(6, 10), Share(9, 10), Share(3, 10))
    assert told(found) == snapshot("""\
From near you: 6 of 10 leads whose area is known, which fits anything from 31 to 83 in 100; of 3 more the area
isn't known.
For what you offer: 9 of 10 leads with a service named, which fits anything from 60 to 98 in 100; of 3 more it
isn't known. Asked for most: Whitening (6) and Implants (3).
Didn't fit: 3 of 10 leads booked or lost so far (wrong area 2, wrong service 1), which fits anything from 11
to 60 in 100; 3 more stand open.\
""")


def test_where_no_area_is_near_the_commonest_are_named() -> None:
    found = fit.weigh([*[lead(area="021")] * 3, *[lead(area="100")] * 2, lead(area="SW1"), lead(area="002")], [])
    assert found.near is None
    assert told(found) == snapshot(
        "Most come from 021 (3), 100 (2) and 002 (1). Which areas are near you, `/leads services` asks."
    )


@pytest.mark.parametrize(
    ("typed", "areas"),
    [
        ("", []),
        ("021", ["021"]),
        ("02139, 021 ,\n022;sw1a 1aa", ["021", "022", "SW1"]),
        ("022-024, 024 to 025", ["022", "023", "024", "025"]),
    ],
)
def test_areas_are_read_as_people_write_them(typed: str, areas: list[str]) -> None:
    assert lead_words.read_areas(typed, TODAY) == areas


@pytest.mark.parametrize(
    "typed", ["021, Boston", "024-021", "001-999", "617 555 0134", "Maria Gonzalez 3/4/1988", "12"]
)
def test_what_is_no_area_is_refused_without_being_repeated(typed: str) -> None:
    with pytest.raises(Misread) as refused:
        lead_words.read_areas(typed, TODAY)
    assert refused.value.field == "areas"
    assert refused.value.sentence == "One of these is not the start of a postcode, so I kept none of them."


def test_too_many_areas_are_none_near() -> None:
    with pytest.raises(Misread, match=r"Up to 60 areas, please\."):
        lead_words.read_areas("001-050, 101-120", TODAY)
