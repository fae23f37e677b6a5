"""What reading a large file of figures costs: seconds, and the peak memory of a process that does nothing else.

    python -m bench.exports [--rows 50000]

A content export with 35 columns is read as text and as a workbook, each in a fresh process, beside a process that only
takes the same file apart (csv, openpyxl) and keeps nothing. Goal: less than 200 MB.
"""

import argparse
import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 27)
# fmt: off
HEADINGS = [
    "Post ID", "Page ID", "Page name", "Title", "Description", "Duration (sec)", "Publish time", "Caption type",
    "Permalink", "Is crosspost", "Is share", "Post type", "Languages", "Custom labels", "Funded content status",
    "Data comment", "Date", "Views", "Views from Organic posts", "Views from Boosted posts", "Reach",
    "Reach from Organic posts", "Reach from Boosted posts", "3-second video views", "1-minute video views",
    "3-Second viewers", "1-minute viewers", "3-second video views from Boosted posts",
    "3-second video views from Organic posts", "Reactions", "Comments", "Shares", "Link Clicks", "Seconds viewed",
    "Average Seconds viewed",
]
# fmt: on
WORDS = ("smile", "team", "open", "hygienist", "Ben", "whitening", "Thursday", "chair", "brush", "floss", "😀", "café")


def rows(count: int) -> Iterator[list[str]]:
    chance = random.Random(7)
    yield HEADINGS
    for number in range(count):
        out_at = datetime(2026, 11, 20, 8, tzinfo=UTC) - timedelta(minutes=37 * number % 1_400_000)
        words = " ".join(chance.choices(WORDS, k=chance.randint(15, 60)))
        views = chance.randint(50, 90_000)
        numbers = [views, views, 0, *(chance.randint(0, 9_000) for _ in range(15))]
        yield [
            str(122_158_000_000_000_123 + number), "100064000000001", "Bright Smile Dental", words, words, "0",
            f"{out_at:%m/%d/%Y %H:%M}", "", f"https://www.facebook.com/brightsmile/posts/pfbid{number:032x}", "0", "0",
            "Photos", "", "", "", "", "Lifetime", *(f"{each:,}" for each in numbers),
        ]  # fmt: skip


def make(path: Path, count: int) -> None:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out).writerows(rows(count))
        return
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Posts")
    for row in rows(count):
        sheet.append(row)
    book.save(path)


def ours(path: Path) -> int:
    from bot.domain.exports import Answers
    from bot.exports.reading import read

    told = []
    zone = ZoneInfo("America/Denver")
    export = read(path, day_first=False, answers=Answers(), today=TODAY, zone=zone, progress=told.append)
    assert len(told) == len(export.posts) // 500
    return len(export.posts)


def apart(path: Path) -> int:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return sum(1 for _ in csv.reader(lines)) - 1
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    return sum(1 for _ in book.worksheets[0].iter_rows(values_only=True)) - 1


def one(way: str, path: Path, count: int) -> None:
    if way == "make":
        make(path, count)
        return
    import openpyxl  # noqa: F401 - what is measured is reading, not loading

    import bot.exports.reading  # noqa: F401 - as above

    began = time.process_time()
    read = {"ours": ours, "apart": apart}[way](path)
    taken = time.process_time() - began
    print(read, taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def alone(way: str, path: Path, count: int) -> str:
    command = [sys.executable, "-m", "bench.exports", "--way", way, "--file", str(path), "--rows", str(count)]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def main() -> None:
    asked = argparse.ArgumentParser(description="What reading a large file of figures costs.")
    asked.add_argument("--rows", type=int, default=50_000)
    asked.add_argument("--way", help=argparse.SUPPRESS)
    asked.add_argument("--file", help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.way:
        one(given.way, Path(given.file), given.rows)
        return
    with tempfile.TemporaryDirectory() as folder:
        for name in ("content.csv", "content.xlsx"):
            path = Path(folder, name)
            alone("make", path, given.rows)
            read, taken, peak = map(float, alone("ours", path, given.rows).split())
            _, base, base_peak = map(float, alone("apart", path, given.rows).split())
            print(
                f"{name} ({path.stat().st_size / 1e6:.0f} MB): {read:,.0f} posts in {taken:.1f} s, {peak:.0f} MB peak"
            )
            apart = f"only taken apart: {base:.1f} s, {base_peak:.0f} MB; ratio {taken / base:.1f}"
            print(f"    {apart}; goal: less than 200 MB")


if __name__ == "__main__":
    main()
