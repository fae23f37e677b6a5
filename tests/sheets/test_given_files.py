"""Files as people and their programs send them: read by cell, or refused in one sentence."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime, time

import pytest
from openpyxl import Workbook

from bot.domain.errors import Misread
from bot.sheets.reading import MOST_LINES, letter
from bot.slack.sheets import parse

WorkedOn = Callable[..., bytes]


def refusal(data: bytes) -> str:
    with pytest.raises(Misread) as refused:
        parse(data, day_first=False)
    return refused.value.sentence


def repacked(data: bytes, **parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part, old.read(part))
        for name, content in parts.items():
            new.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def test_cells_are_read_as_excel_keeps_them_and_as_people_write_them(worked_on: WorkedOn) -> None:
    data = worked_on(
        B2=datetime(2026, 11, 27),  # noqa: DTZ001 - Excel knows no zones
        C2=time(9, 30),
        D2=" Human ",
        B3="11/28/2026",
        C3="4:30 PM",
        E3="  New words  ",
        A3=2.0,
    )
    sheet = parse(data, day_first=False)
    assert sheet.problems == ()
    first, second = (each.given for each in sheet.lines)
    assert (first["on"], first["at"], first["kind"]) == ("2026-11-27", "09:30", "human")
    assert (second["number"], second["on"], second["at"], second["what"]) == ("2", "2026-11-28", "16:30", "New words")


def test_a_csv_file_is_read_as_every_spreadsheet_saves_it() -> None:
    for text in (
        "Date,Time,Kind,What\n2026-12-03,16:00,human,Möwe",
        "Date;Time;Kind;What\r\n3.12.2026;16:00;human;Möwe\r\n",
        "\ufeffWhat\tKind\tTime\tDate\tOurs\nMöwe\thuman\t4:00 pm\t12/3/2026\tx\n\n",
    ):
        sheet = parse(text.encode(), day_first=False)
        assert [each.given["on"] + each.given["at"] + each.given["what"] for each in sheet.lines] == [
            "2026-12-0316:00Möwe"
        ]
    by_excel = "Date,Time,Kind,What\n3/12/2026,16:00,human,Möwe".encode("cp1252")
    assert parse(by_excel, day_first=True).lines[0].given == {
        "on": "2026-12-03", "at": "16:00", "kind": "human", "what": "Möwe",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"B3": "soon"}, ("Plan!B3", 'I can\'t read "soon" as a date.')),
        ({"B3": "31/31/2026"}, ("Plan!B3", "as a date")),
        ({"C2": "25:00"}, ("Plan!C2", 'I can\'t read "25:00" as a time.')),
        ({"A2": "one"}, ("Plan!A2", '"one" is not a number.')),
        ({"E3": "=A1"}, ("Plan!E3", "There is a formula here.")),
        ({"B2": "=TODAY()"}, ("Plan!B2", "There is a formula here.")),
    ],
)
def test_a_wrong_cell_is_named(worked_on: WorkedOn, cells: dict[str, str], told: tuple[str, str]) -> None:
    [problem] = parse(worked_on(**cells), day_first=False).problems
    assert problem.cell == told[0]
    assert told[1] in problem.sentence


def test_what_is_no_plan_is_refused_in_one_sentence(worked_on: WorkedOn) -> None:
    assert "I can't open that file" in refusal(b"PK\x03\x04 not really")
    assert "I can't open that file" in refusal(b"\xd0\xcf\x11\xe0 an old workbook")
    assert "I can't open that file" in refusal(b"a,b\0c")
    assert "It is empty." in refusal(b"")
    assert "These columns are missing: Date, Time, Kind, What." in refusal(b"Name,Phone\nx,y")
    book = Workbook()
    out = io.BytesIO()
    book.save(out)
    assert "It is empty." in refusal(out.getvalue())
    assert "I can't open that file" in refusal(repacked(worked_on(), xl__worksheets__sheet9_xml=b"<")[:3000])


def test_what_could_do_harm_stays_closed(worked_on: WorkedOn) -> None:
    assert "has macros" in refusal(repacked(worked_on(), xl__vbaProject_bin=b"x"))
    assert "far larger" in refusal(repacked(worked_on(), xl__media__picture_bin=b"\0" * (41 * 1024 * 1024)))
    assert "far larger" in refusal(repacked(worked_on(), **{f"xl__media__{n}_bin": b"x" for n in range(300)}))
    bomb = b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><lolz>&lol;</lolz>'
    assert "I can't open that file" in refusal(repacked(worked_on(), xl__worksheets__sheet9_xml=bomb))
    assert "larger than 5 MB" in refusal(b"Date,Time,Kind,What\n" + b"x" * (5 * 1024 * 1024))


def test_a_million_lines_are_not_waited_for() -> None:
    text = "Date,Time,Kind,What\n" + "2026-12-03,16:00,human,x\n" * (MOST_LINES + 1)
    assert "more than 2,000 lines" in refusal(text.encode())
    book = Workbook(write_only=True)
    plan = book.create_sheet("Plan")
    plan.append(["Date", "Time", "Kind", "What"])
    for _ in range(MOST_LINES + 1):
        plan.append(["2026-12-03", "16:00", "human", "x"])
    out = io.BytesIO()
    book.save(out)
    assert "more than 2,000 lines" in refusal(out.getvalue())


def test_columns_are_named_as_spreadsheets_name_them() -> None:
    assert [letter(place) for place in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]
