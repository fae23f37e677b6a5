"""How files of figures look: within Slack's limits whatever is in them, and a word before leads are lost."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.blocks import file_forms, file_preview, files
from bot.domain.exports import Asks, Column, Export, Form, Holds, Means, PostCounts, Question, Skipped, Table, Why
from bot.domain.held import Held
from bot.domain.intake import Rows, weigh
from bot.domain.matching import Planned
from bot.domain.outcomes.files import ColumnsFormOpened, FileSeen, FilesShown
from storage.tables import FiguresFile, Post

ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
LONG = "<!channel> *What* a very long title & more of it " * 6


def file(**more):
    return FiguresFile(
        **{"id": 7, "workspace_id": 1, "number": 7, "mark": "m", "form": Form.LEAD_ADS, "brought_at": NOW, **more}
    )


def shown(covers_until, **more):
    return FilesShown((file(covers_until=covers_until, taken_at=NOW, **more),), {}, ZONE, TODAY)


@pytest.mark.parametrize(
    ("ended", "told"),
    [
        (TODAY - timedelta(days=20), ""),
        (
            date(2026, 9, 12),
            (
                "Meta lets leads be downloaded for 90 days. The last file of them ends Sat 12 Sep: the next one "
                "is due by Fri 11 Dec."
            ),
        ),
        (
            date(2026, 7, 1),
            "Meta lets leads be downloaded for 90 days. The last file of them ends Wed 1 Jul: some can't be any more.",
        ),
        (None, ""),
    ],
)
def test_leads_that_a_network_keeps_for_a_while_only_are_called_for_in_time(ended, told):
    assert files.grown_old(shown(ended)) == told
    assert files.grown_old(shown(ended, form=Form.META_ADS)) == ""


def test_a_preview_fits_into_a_message_whatever_is_in_the_file():
    posts = [
        Post(id=n, workspace_id=1, number=n, on=TODAY, publish_at=NOW + timedelta(minutes=n), kind="human", what=LONG,
             added_at=NOW, posted_at=NOW)
        for n in range(1, 9)
    ]  # fmt: skip
    seen = tuple(
        PostCounts(n, "instagram", str(n), f"https://instagram.com/p/{'x' * 900}{n}", TODAY, datetime(2026, 11, 24, 10),  # noqa: DTZ001
                   "", {"reach": n}, "reel")
        for n in range(40)
    )  # fmt: skip
    export = Export(
        Form.INSTAGRAM_CONTENT, "instagram", 18, 18, posts=seen, dropped=(LONG,) * 40,
        skipped=tuple(Skipped(90 + n, why) for n, why in enumerate(Why)),
        questions=(Question(Asks.TIME_ZONE, "x", "America/New_York"),), covers_from=TODAY, covers_until=TODAY,
    )  # fmt: skip
    held = Held.of(export, TODAY)
    intake = weigh(held, Rows(planned=[Planned.of(post) for post in posts]), zone="", home=ZONE, said={})
    drawn = file_preview.draw_file_seen(FileSeen(file(form=held.form), held, intake, ZONE, TODAY))
    assert len(drawn.blocks) <= 50
    assert "*" not in drawn.text
    assert not [block for block in drawn.blocks if "<!channel>" in str(block.get("text", ""))]


def test_the_form_for_a_wide_table_fits_and_never_offers_what_is_about_people():
    columns = tuple(Column(f"{LONG}{n}", Holds.NUMBERS, 3, Means.REACH) for n in range(90))
    table = Table("m", (Column("Full name", Holds.PERSONAL), *columns))
    held = Held.of(Export(Form.OWN_TABLE, "", 1, 91, questions=(Question(Asks.MAPPING),), table=table), TODAY)
    view = file_forms.draw_columns_form_opened(ColumnsFormOpened(file(), held)).view
    labels = [block["label"]["text"] for block in view["blocks"] if block["type"] == "input"]
    assert len(view["blocks"]) <= 100
    assert "Full name" not in labels
