"""Files that can't be read: one sentence about what was expected and what was found, and nothing else happens."""

import io
import json
import zipfile
from collections import deque
from contextlib import closing
from datetime import datetime

import pytest
from export_files import as_old_workbook, as_text, as_workbook, reading, table

from bot.domain import export_errors
from bot.domain.errors import Misread
from bot.exports import opening
from bot.sheets import guard


def refusal(data: bytes, **answers: object) -> str:
    with pytest.raises(Misread) as refused:
        reading(data, **answers)
    assert refused.value.hint or "macros" in refused.value.sentence or "keep only" in refused.value.sentence
    return refused.value.sentence


def posts(count: int = 3) -> list[list[object]]:
    return table(
        {
            "Post ID": [str(1000 + number) for number in range(count)],
            "Page name": ["Bright Smile"] * count,
            "Publish time": ["11/20/2026 07:00"] * count,
            "Post type": ["Photos"] * count,
            "Reach": [str(number) for number in range(count)],
        }
    )


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "nothing in it"),
        (b"\xef\xbb\xbf \r\n", "nothing in it"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n....", "a picture"),
        (b"\xff\xd8\xff\xe0....", "a picture"),
        (b"<!DOCTYPE html><table><tr><td>Post ID</td></tr></table>", "a web page"),
        (json.dumps([{"Post ID": 1}]).encode(), "data for programs (JSON)"),
        (bytes(range(256)) * 20, "something that is no text"),
        (b"{\\rtf1\\ansi Hello}", "a text document"),
    ],
)
def test_something_else_is_named(data, found):
    assert refusal(data) == f"I expected a file of figures as .csv, .xlsx or .xls and found {found}."


@pytest.mark.parametrize(
    "data",
    [
        b"Dear team,\nhere are our numbers for November.\nBest, Ana\n",
        as_text([["11/20/2026", "303-555-0100", "41"], ["11/21/2026", "303-555-0101", "7"]]),
        as_text([["Reach", "Views"]]),
        as_workbook(Empty=[["only one cell"]]),
    ],
    ids=["a letter", "no headings", "headings alone", "one cell"],
)
def test_a_table_needs_headings_and_rows(data):
    assert (
        refusal(data) == "I expected a file of figures as .csv, .xlsx or .xls with a row of headings, and found none."
    )


LETTER = """Dear Ana, dear Ben,
thank you for the photos, the captions, and all the rest of it.
On Monday we talk about whitening, about flossing and about 2027, as always.
Best, Sarah"""


@pytest.mark.parametrize(
    "data",
    [
        LETTER.encode(),
        f"{LETTER}\n".encode(),
        b"Whitening, flossing and sealants\nWhat helps, and what doesn't\nMore soon, we promise",
        b"Source,Stage\nGoogle,new\nA friend,booked\n",
    ],
    ids=["a letter", "a letter with an end", "a letter that seems cut short", "no days"],
)
def test_a_text_to_read_is_no_table(data):
    assert refusal(data) == (
        "I can't find a table in that file. What I can read has a day or a link in each row, as .csv, .xlsx or .xls."
    )


DAYS = "Date,Visits\n2026-11-20,41\n2026-11-21,7\n"
TOTALS = "Post,Likes,Views\nMeet Dana,5,90\nSealants,7,88\n"


@pytest.mark.parametrize(
    ("data", "row"),
    [
        (f"{DAYS}\n{TOTALS}", 5),
        (f"{DAYS}{TOTALS}", 4),
        (f"{DAYS}\nCalls\n\nDate,Calls\n2026-11-20,3\n", 7),
        (f"Our numbers\nMade by Ana,for the team\n\n{DAYS}\n{TOTALS}", 8),
    ],
    ids=["a blank line between", "right below", "with a title", "under a title"],
)
def test_a_second_table_below_the_first_is_not_read_as_more_of_it(data, row):
    assert refusal(data.encode()) == (
        f"That file has two tables, the second from row {row} on, and I read one at a time."
    )
    known = as_text(posts()).decode("utf-8-sig") + f"\n{DAYS}"
    assert "That file has two tables" in refusal(known.encode())


def test_a_table_with_gaps_words_and_its_headings_again_is_one_table():
    data = f"{DAYS}\nnot counted,on holiday\n2026-11-24,3\n\nDate,Visits\n2026-11-25,4\n\nMade by,Ana\n"
    assert reading(data.replace("not counted,on holiday", ",on holiday").encode()).table is not None


def test_details_of_people_are_not_repeated_in_a_refusal():
    file = as_text([["11/20/2026", "emma@example.com", "303-555-0100"]] * 3)

    assert "emma" not in refusal(file)


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("make", [as_workbook, as_old_workbook], ids=["xlsx", "xls"])
def test_a_workbook_that_is_cut_short_is_broken(make, kept):
    whole = make(Posts=posts(60)).rstrip(b"\0")
    cut = whole[: int(len(whole) * kept)]

    assert refusal(cut).startswith("I expected an Excel workbook and found one that is broken")


def test_a_text_file_that_is_cut_short_is_told_by_its_last_row():
    whole = as_text(posts())

    assert refusal(whole[:-9]) == "That file ends in the middle of row 4, so a part of it is missing."
    assert len(reading(whole.rstrip()).posts) == 3


def test_an_open_quotation_mark_makes_a_file_unreadable():
    whole = as_text(posts()).replace(b"1001", b'"1001')

    assert "middle of row 3" in refusal(whole) or "can't tell the rows" in refusal(whole)
    assert "can't tell the rows" in refusal(whole + b"x" * 200_000)


@pytest.mark.parametrize("damage", [b"", b"\0" * 64, b"PK\x03\x04" + b"\xff" * 64])
def test_a_broken_package(damage):
    assert "broken, locked or of another kind" in refusal(b"PK\x03\x04" + damage)
    assert "broken, locked or of another kind" in refusal(bytes.fromhex("d0cf11e0a1b11ae1") + damage * 20)


def test_a_package_of_something_else_and_macros():
    assert "broken, locked or of another kind" in refusal(packed(**{"notes.txt": b"Hello"}))
    book = io.BytesIO(as_workbook(Posts=posts()))
    with zipfile.ZipFile(book, "a") as package:
        package.writestr("xl/vbaProject.bin", b"program")
    assert refusal(book.getvalue()) == "That workbook has macros in it, and I take none."


def test_a_package_that_becomes_huge_stays_closed():
    book = io.BytesIO(as_workbook(Posts=posts()))
    with zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as package, package.open("xl/media/1.bin", "w") as opened:
        for _ in range(49):
            opened.write(b"0" * 1024 * 1024)

    assert len(book.getvalue()) < 1024 * 1024
    assert "far larger when it is opened" in refusal(book.getvalue())


def test_sheets_may_become_larger_than_what_is_beside_them():
    book = as_workbook(Posts=posts(200))

    guard.check(book, guard.Limits(packed=99_999, unpacked=99_999, beside=20_000), export_errors)
    with pytest.raises(Misread, match="far larger"):
        guard.check(book, guard.Limits(packed=99_999, unpacked=20_000, beside=20_000), export_errors)
    with pytest.raises(Misread, match="far larger"):
        guard.check(book, guard.Limits(packed=99_999, unpacked=99_999, beside=2_000), export_errors)


def test_entities_are_refused_before_anything_reads_them():
    book = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_workbook(Posts=posts()))) as old, zipfile.ZipFile(book, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                content = b'<!DOCTYPE a [<!ENTITY b "c">]>' + content
            new.writestr(part, content)

    assert "broken, locked or of another kind" in refusal(book.getvalue())


def test_a_million_rows_are_not_read_to_their_end():
    progress: list[int] = []
    file = as_text(posts(1)) + b"1,Bright Smile,11/20/2026 07:00,Photos,5\r\n" * 1_000_000
    with pytest.raises(Misread) as refused, closing(opening.tables(file, progress.append)) as tables:
        deque(next(tables)[1], maxlen=0)

    assert refused.value.sentence == "That file has more than 100,000 rows, so I stopped and took nothing in."
    assert progress[:2] == [500, 1000]
    assert progress[-1] == 100_000


def test_a_file_of_too_many_bytes_stays_closed(tmp_path):
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as opened:
        opened.truncate(97 * 1024 * 1024)

    with pytest.raises(Misread, match="larger than 96 MB"):
        reading(huge)


def test_blank_rows_without_end_are_the_end():
    rows = [*posts(), *[["", ""]] * 30_000, ["9", "Bright Smile", "11/20/2026 07:00", "Photos", "5"]]

    assert len(reading(as_text(rows)).posts) == 3


def test_formulas_are_words_and_are_never_reckoned():
    rows = posts()
    rows[1][4] = "=1+1"
    rows[2][4] = '=HYPERLINK("https://example.com","5")'
    for file in (as_text(rows), as_workbook(Posts=rows)):
        export = reading(file)
        assert [dict(post.counts) for post in export.posts] == [{"reach": 2}]


def test_dates_that_contradict_each_other_are_refused():
    rows = posts()
    rows[1][2], rows[2][2] = "13/11/2026 07:00", "11/13/2026 07:00"

    assert refusal(as_text(rows)) == (
        'Some dates in that file have the day first ("13/11/2026 07:00") and some the month ("11/13/2026 07:00"), so I '
        "can't tell the others."
    )


def test_dates_of_which_a_spreadsheet_understood_some_are_refused():
    rows = posts()
    rows[1][2] = datetime(2026, 5, 11, 7)  # noqa: DTZ001 - cells have no zone
    rows[2][2] = "11/13/2026 07:00"

    assert refusal(as_workbook(Posts=rows)).startswith("A spreadsheet has changed some dates in that file")


def test_an_export_without_rows_says_so():
    with pytest.raises(Misread) as refused:
        reading(as_text(posts(0)))
    assert (
        refused.value.sentence == "I recognised that file (Facebook content), and none of its rows has a number I keep."
    )


def test_a_sheet_of_prose_before_the_table_is_passed_over():
    cover = [["Our numbers"], ["Made by Ana", "for the team"]]

    assert len(reading(as_workbook(Cover=cover, Posts=posts())).posts) == 3
    own = reading(as_workbook(Cover=cover, Ours=[["Day", "Calls"], ["11/20/2026", 4]]))
    assert own.table is not None
    assert "row of headings" in refusal(as_workbook(Cover=cover, More=cover))


def test_a_file_is_read_from_where_it_lies_and_let_go(tmp_path):
    path = tmp_path / "export.csv"
    path.write_bytes(as_text(posts()))

    assert len(reading(path).posts) == 3
    path.unlink()


ADS = [["Campaign name", "Reporting starts", "Amount spent (USD)"], ["November", "2026-11-01", "12.50"]]
OWN = [["Day", "Walk-ins"], ["2026-11-02", 3], ["2026-11-03", 4]]


def test_a_table_of_another_kind_is_named_and_stays_out():
    export = reading(as_workbook(Posts=posts(), Ads=ADS, Notes=[["Made by Ana"], ["for the team"]], Own=OWN))

    assert (len(export.posts), export.spending) == (3, ())
    assert export.beside == ("Meta ads", "another table")
    assert reading(as_workbook(Own=OWN, More=OWN)).beside == ("another table",)
    assert reading(as_workbook(Posts=posts(), More=posts())).beside == ()
