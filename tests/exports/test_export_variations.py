"""However a file is saved and whatever else somebody put into it, the same rows come out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

import pytest
from export_files import as_text, as_workbook, reading, table
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.exports import Export, Means, RowsAre

Columns = Mapping[str, Sequence[Any]]
MARK = "Zz"

FORMS: dict[str, tuple[Columns, tuple[str, ...]]] = {
    "facebook": (
        {
            "Post ID": ["122158000000000123", "122158000000000456", "122158000000000789"],
            "Page name": ["Bright Smile"] * 3,
            "Title": ["Meet Ben, our hygienist", 'Say "cheese";\nplease', "Größe | fête"],
            "Publish time": ["09/14/2026 21:13", "10/20/2026 08:05", "11/02/2026 08:05"],
            "Permalink": [f"https://www.facebook.com/p/{number}" for number in range(3)],
            "Post type": ["Photos", "Reels", "Videos"],
            "Views": ["1,234", "", "0"],
            "Reach": ["812", "77", "-"],
            "Reactions": ["30", "0", "N/A"],
            "Comments": ["8", "0", "1"],
            "Shares": ["3", "undefined", "0"],
            "Link Clicks": ["9", "--", "2"],
        },
        ("Views", "Reach", "Reactions", "Comments", "Shares", "Link Clicks", "Title"),
    ),
    "instagram": (
        {
            "Identificação da publicação": ["179001", "179002"],
            "Descrição": ["Dentes saudáveis, crianças felizes", "Olá; você"],
            "Horário de publicação": ["25/10/2026 06:08", "02/11/2026 12:30"],
            "Link permanente": ["https://www.instagram.com/p/a/", "https://www.instagram.com/p/b/"],
            "Tipo de publicação": ["Reel do IG", "Carrossel do IG"],
            "Visualizações": ["12.400", "310"],
            "Alcance": ["9.100", "250"],
            "Curtidas": ["640", "31"],
            "Salvamentos": ["44", "--"],
        },
        ("Visualizações", "Alcance", "Curtidas", "Descrição"),
    ),
    "tiktok": (
        {
            "Video title": ["How we clean", "Friday"],
            "Video link": ["https://www.tiktok.com/@bs/video/71", "https://www.tiktok.com/@bs/video/72"],
            "Post time": ["2026-11-13 18:20:00", "2026-11-20 09:00:00"],
            "Total views": ["5,300", "undefined"],
            "Total likes": ["120", "9"],
            "Add to favorites": ["17", "2"],
        },
        ("Total likes", "Add to favorites", "Video title"),
    ),
    "tiktok days": (
        {
            "Date": ["October 30", "October 31", "November 1"],
            "Video Views": ["10", "11", "12"],
            "Profile Views": ["1", "undefined", "3"],
            "Likes": ["1", "1", "2"],
        },
        ("Likes",),
    ),
    "linkedin": (
        {
            "Post title": ["Open house", "Hiring"],
            "Post link": ["https://www.linkedin.com/feed/update/1", "https://www.linkedin.com/feed/update/2"],
            "Created date": ["11/14/2026", "11/20/2026"],
            "Impressions": ["410", "2,300"],
            "Clicks": ["12", "40"],
            "Likes": ["9", "14"],
        },
        ("Clicks", "Likes", "Post title"),
    ),
    "listings": (
        {
            "Business name": ["Bright Smile Dental"],
            "Google Search - Mobile": ["310"],
            "Google Search - Desktop": ["90"],
            "Calls": ["41"],
            "Directions": ["1,073"],
            "Website clicks": ["66"],
        },
        ("Calls", "Directions"),
    ),
    "meta ads": (
        {
            "Reporting starts": ["2026-11-01", "2026-11-01"],
            "Reporting ends": ["2026-11-26", "2026-11-26"],
            "Campaign name": ["November leads", "Brand; again"],
            "Campaign ID": ["120210000000000111", "120210000000000222"],
            "Results": ["12", ""],
            "Result indicator": ["actions:leadgen.other", ""],
            "Amount spent (USD)": ["1,300.60", "45"],
            "Impressions": ["9180", "37200"],
        },
        ("Impressions",),
    ),
    "google ads": (
        {
            "Campaign": ["Dentist near me", "Remarketing"],
            "Campaign type": ["Search", "Display"],
            "Day": ["2026-11-20", "2026-11-20"],
            "Currency code": ["USD", "USD"],
            "Cost": ["260.40", "0.00"],
            "Clicks": ["84", " --"],
        },
        ("Clicks",),
    ),
    "lead forms": (
        {
            "id": ["l:901", "l:902"],
            "created_time": ["2026-11-20T23:21:55-05:00", "2026-11-21T08:00:00-05:00"],
            "form_id": ["f:7001", "f:7001"],
            "platform": ["fb", "ig"],
            "ad_id": ["ag:501", ""],
        },
        ("ad_id",),
    ),
    "calls": (
        {
            "Start Time": ["2026-11-20 09:05", "2026-11-20 10:00"],
            "Source": ["Google Ads", "Facebook Ads"],
            "Duration (seconds)": ["61", "0"],
            "Call Status": ["Answered Call", "Missed Call"],
            "First-Time Caller": ["true", "false"],
        },
        ("Call Status", "First-Time Caller"),
    ),
}
PLAIN = st.text(st.sampled_from("abz ,;|\t\"'\n=-12@."), max_size=12)


def rows_of(export: Export) -> list[dict[str, Any]]:
    """What came out, without where in the file it was and what a column that may be missing would have told."""
    lines = [asdict(line) for line in (*export.posts, *export.places, *export.spending, *export.leads)]
    return [{name: value for name, value in line.items() if name != "row"} for line in lines]


@st.composite
def saved(draw: Callable[[Any], Any], columns: Columns, *, extra: bool) -> bytes:
    """The same columns in any order and encoding, with others between them."""
    length = len(next(iter(columns.values())))
    names = draw(st.permutations(list(columns)))
    mixed: dict[str, Sequence[Any]] = {name: columns[name] for name in names}
    for number in range(draw(st.integers(0, 3)) if extra else 0):
        cells = [MARK + draw(PLAIN) for _ in range(length)]
        items = list(mixed.items())
        items.insert(draw(st.integers(0, len(items))), (f"Their column {number}", cells))
        mixed = dict(items)
    encoding = draw(st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")))
    above = [["Our report"]] * draw(st.integers(0, 3))
    return as_text(
        [*above, *table(mixed)],
        encoding=encoding,
        delimiter=draw(st.sampled_from(",;\t|")),
        end=draw(st.sampled_from(("\r\n", "\n"))),
        says=draw(st.booleans()),
    )


@pytest.mark.parametrize("form", FORMS)
def test_order_encoding_separator_and_other_columns_change_nothing(form):
    columns, _ = FORMS[form]
    plain = reading(as_text(table(columns)), **asked(form))
    assert plain.lines

    @settings(max_examples=25, deadline=None)
    @given(saved(columns, extra=True))
    def same(file: bytes) -> None:
        export = reading(file, **asked(form))
        assert sorted(map(repr, rows_of(export))) == sorted(map(repr, rows_of(plain)))
        assert export.form is plain.form
        assert MARK not in repr(export)

    same()


@pytest.mark.parametrize("form", FORMS)
def test_a_column_that_is_missing_takes_only_its_own_numbers_along(form):
    columns, optional = FORMS[form]
    whole = rows_of(reading(as_text(table(columns)), **asked(form)))

    @settings(max_examples=12, deadline=None)
    @given(st.sets(st.sampled_from(optional), min_size=1))
    def fewer(missing: set[str]) -> None:
        kept = {name: cells for name, cells in columns.items() if name not in missing}
        export = reading(as_text(table(kept)), **asked(form))
        told = rows_of(export)
        assert len(told) <= len(whole)
        for row in told:
            assert any(is_part_of(row, other) for other in whole)

    fewer()


def is_part_of(row: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether a row says nothing that the other one doesn't say as well."""
    return all(
        value in (None, "", other[name])
        or (name == "counts" and value.items() <= other[name].items())
        or (name == "tracked" and value == "form")
        for name, value in row.items()
    )


def asked(form: str) -> dict[str, Any]:
    period = {"from_on": date(2026, 11, 1), "until_on": date(2026, 11, 26)}
    return {"zone": "America/Denver", **(period if form == "listings" else {})}


@settings(max_examples=6, deadline=None)
@given(st.permutations(list(FORMS["facebook"][0])))
def test_a_workbook_in_any_order_says_the_same_as_text(names):
    columns, _ = FORMS["facebook"]
    same = {name: columns[name] for name in names}

    assert rows_of(reading(as_workbook(Sheet=table(same)))) == rows_of(reading(as_text(table(columns))))


OWN = {
    "Enquiry date": ["11/03/2026", "11/14/2026", "11/20/2026"],
    "Source": ["Instagram", "Google", "Instagram"],
    "Status": ["Booked", "New", "New"],
}


@settings(max_examples=25, deadline=None)
@given(saved(OWN, extra=True))
def test_an_own_table_says_the_same_and_nothing_of_its_other_columns(file):
    meant = {"Enquiry date": Means.DAY, "Source": Means.SAID, "Status": Means.STAGE}
    export = reading(file, rows_are=RowsAre.LEADS, columns=meant)

    assert [(lead.came_on.day, lead.said, lead.stage) for lead in export.leads] == [
        (3, "instagram", "booked"),
        (14, "google", "new"),
        (20, "instagram", "new"),
    ]
    assert MARK not in repr(export)
    assert MARK not in repr(reading(file))
