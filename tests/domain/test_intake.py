"""What a file adds to what is known by now, and what is held of it until somebody decides."""

import json
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import intake
from bot.domain.exports import (
    Asks,
    Column,
    Export,
    Form,
    Holds,
    LeadLine,
    Means,
    PlaceCount,
    PostCounts,
    Question,
    RowsAre,
    Skipped,
    SpendingLine,
    Table,
    Why,
)
from bot.domain.held import Held
from bot.domain.intake import Rows, weigh
from bot.domain.lead_changes import Change, Changes, Standing
from bot.domain.matching import Planned
from bot.domain.overlapping import Overlaps
from storage.tables import Figures, PlaceFigures, Post, Spending

HOME = ZoneInfo("America/New_York")
TODAY = date(2026, 11, 24)
AT = datetime(2026, 11, 2, 21, 0, tzinfo=UTC)
POST = Post(id=1, workspace_id=1, number=1, on=date(2026, 11, 2), publish_at=AT, kind="human", what="Meet Dana",
            added_at=AT, posted_at=AT, posted_link="https://instagram.com/p/AAA")  # fmt: skip
COUNTED = {"reach": 412, "reactions": 48}


def post_line(row=2, link="https://www.instagram.com/p/AAA/", **more):
    given = {"counts": COUNTED, "text": "Meet Dana, call 555-010-2030", "kind": "reel", **more}
    return PostCounts(row, "instagram", "17", link, date(2026, 11, 2), datetime(2026, 11, 2, 16, 0), **given)  # noqa: DTZ001 - as files have it


def place(row, number, on=TODAY, count="visits"):
    return PlaceCount(row, "instagram", count, on, on, number)


def spending(row, cents, name="Implants for Mrs. Miller"):
    return SpendingLine(row, date(2026, 11, 1), date(2026, 11, 7), "awareness", "facebook", cents, "USD", "c1", name)


def lead(row, outside_id="", on=TODAY, said="", stage=""):
    at = datetime(2026, 11, 24, 15, tzinfo=UTC)
    return LeadLine(row, outside_id, on, at, "facebook", "ad", said=said, stage=stage)


def standing(outside_id, stage="new", *, said="", tracked="facebook", network="facebook"):
    return Standing(outside_id, int(outside_id), stage, said, tracked, network)


def export(**lines):
    questions = (Question(Asks.TIME_ZONE, "11/02/2026 16:00", "America/New_York"),)
    return Export(Form.INSTAGRAM_CONTENT, "instagram", 18, 18, questions=questions, covers_from=date(2026, 11, 2),
                  covers_until=TODAY, **lines)  # fmt: skip


def held(**lines):
    return Held.of(export(**lines), TODAY)


def weighed(given, rows=None, **said):
    return weigh(given, rows or Rows(planned=[Planned.of(POST)]), zone="", home=HOME, said=said)


def test_what_is_held_comes_back_as_it_was_and_holds_no_text():
    full = Held.of(
        Export(
            Form.OWN_TABLE, "facebook", 4, 5, posts=(post_line(),), places=(place(3, 5),), spending=(spending(4, 900),),
            leads=(lead(5, "77"), lead(6)), skipped=(Skipped(9, Why.TOTAL), Skipped(8, Why.NOT_A_NUMBER, "Reach")),
            questions=(Question(Asks.PERIOD, "x", "2026-11-01/2026-11-30", ("2026-11-01/2026-11-30",)),),
            dropped=("Full name",), table=Table("m", (Column("Day", Holds.DAYS, 3, Means.DAY),)),
            rows_are=RowsAre.DAYS, covers_from=date(2026, 11, 2), covers_until=TODAY,
        ),
        TODAY,
    )  # fmt: skip
    words = json.dumps(full.to_json())
    assert Held.from_json(json.loads(words)) == full
    assert not [private for private in ("Dana", "555", "Miller", "Implants") if private in words]
    assert (full.left_out, full.cells_left_out) == (((Why.TOTAL, 1),), 1)


def test_a_link_that_could_break_out_of_a_message_is_not_held():
    assert held(posts=(post_line(link="https://x.example|a> <!channel>"),)).posts[0].link == ""
    assert held(posts=(post_line(link="javascript:alert(1)"),)).posts[0].link == ""


def test_new_numbers_are_added_and_known_ones_are_not():
    given = held(posts=(post_line(),))
    assert [each.post.id for each in weighed(given).fresh] == [1]
    known = [Figures(id=1, workspace_id=1, post_id=1, entered_at=AT, file_id=3, network="instagram", **COUNTED)]
    again = weighed(given, Rows(planned=[Planned.of(POST)], figures={1: known}))
    assert (again.fresh, again.known, again.size) == ((), 1, 0)


def test_the_newest_number_of_a_stretch_is_what_counts_as_known():
    rows = [PlaceFigures(id=n, workspace_id=1, place="instagram", count="visits", from_on=TODAY, until_on=TODAY,
                         number=number, entered_at=AT) for n, number in enumerate((5, 6))]  # fmt: skip
    found = weighed(held(places=(place(2, 5), place(3, 6, count="views"))), Rows(places=rows))
    assert [line.row for line in found.places] == [2, 3]
    assert not weighed(held(places=(place(2, 6),)), Rows(places=rows)).places


def test_spending_that_is_known_adds_nothing_and_a_corrected_sum_does():
    known = Spending(workspace_id=1, from_on=date(2026, 11, 1), until_on=date(2026, 11, 7), purpose="awareness",
                     network="facebook", cents=900, currency="USD", outside_id="c1", entered_at=AT)  # fmt: skip
    assert not weighed(held(spending=(spending(2, 900),)), Rows(spending=[known])).spending
    assert weighed(held(spending=(spending(2, 950),)), Rows(spending=[known])).spending


def test_leads_are_known_by_their_id():
    found = weighed(held(leads=(lead(2, "77"), lead(3, "78"))), Rows(logged={"77": standing("77")}, by_hand=2))
    assert [line.row for line in found.leads] == [3]
    assert (found.known, found.by_hand) == (1, 2)


def test_the_mark_is_the_same_until_something_in_the_plan_or_the_numbers_differs():
    given = held(posts=(post_line(link=""),))
    unlinked = Post(**{**POST.model_dump(), "posted_link": ""})
    mark = weighed(given, Rows(planned=[Planned.of(unlinked)])).mark
    assert weighed(given, Rows(planned=[Planned.of(unlinked)])).mark == mark
    moved = Post(**{**unlinked.model_dump(), "publish_at": AT + timedelta(days=9), "posted_at": None})
    assert weighed(given, Rows(planned=[Planned.of(moved)])).mark != mark


def test_times_are_read_as_they_were_said_or_guessed_or_at_home():
    assert weighed(held(posts=(post_line(),))).zone == "America/New_York"
    assert weigh(held(posts=(post_line(),)), Rows(), zone="UTC", home=HOME, said={}).zone == "UTC"
    assert intake.weigh(held(), Rows(), zone="", home=HOME, said={}).guess is None


def test_known_leads_move_on_and_never_back_and_learn_where_they_came_from_once():
    lines = (lead(2, "1", stage="booked"), lead(3, "2", stage="reached"), lead(4, "3", stage="lost"),
             lead(5, "4", stage="booked"), lead(6, "5", said="google", stage="shown"), lead(7, "6"))  # fmt: skip
    logged = {each.outside_id: each for each in (
        standing("1"), standing("2", "booked"), standing("3", "reached"), standing("4", "lost"),
        standing("5", said="instagram"), standing("6", tracked="meta", network=""))}  # fmt: skip
    found = weighed(held(leads=lines), Rows(logged=logged))
    assert found.changes == Changes(
        moved=(Change(1, stage="booked"), Change(3, stage="lost")), placed=(Change(6, network="facebook"),), further=2
    )
    assert (found.size, found.known) == (3, 3)


def test_spending_of_the_same_days_is_told_of():
    def line(row, first, last, outside_id="c1"):
        days = (date(2026, 11, first), date(2026, 11, last))
        return SpendingLine(row, *days, "", "meta", 900, "USD", outside_id)

    def known(outside_id, network="facebook"):
        return Spending(id=1, workspace_id=1, from_on=date(2026, 11, 3), until_on=date(2026, 11, 4), network=network,
                        cents=5, currency="USD", outside_id=outside_id, file_id=1, entered_at=AT)  # fmt: skip

    def overlaps(lines, *rows):
        return weighed(held(spending=lines), Rows(spending=rows)).overlaps

    assert overlaps((line(2, 1, 30), line(3, 2, 2), line(4, 5, 6, "c2"))) == Overlaps(ads=1)
    assert overlaps((line(2, 1, 2), line(3, 3, 4))) == Overlaps()
    assert overlaps((line(2, 1, 30),), known("c1")) == Overlaps(ads=1)
    assert overlaps((line(2, 1, 30),), known("name-1")) == Overlaps(networks=("meta",))
    assert (
        overlaps((line(2, 5, 30),), known("name-1")) == overlaps((line(2, 1, 30),), known("g", "google")) == Overlaps()
    )
