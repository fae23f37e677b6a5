"""Files about people: lead forms, tracked calls and a practice's own tables. Nobody can be found in what comes out."""

from datetime import UTC, date, datetime

import pytest
from export_files import as_old_workbook, as_text, as_workbook, reading, table

from bot.domain.errors import Misread
from bot.domain.exports import (
    Asks,
    Export,
    Form,
    Holds,
    LeadLine,
    Means,
    PlaceCount,
    PostCounts,
    Question,
    RowsAre,
    SpendingLine,
    Why,
)
from bot.exports import calls

PERSONAL = ("Emma", "Stone", "555", "emma@", "1988", "toothache", "Rodriguez", "recordings.example")


def holds_nobody(export: Export) -> bool:
    return not [word for word in PERSONAL if word.casefold() in repr(export).casefold()]


FORMS = {
    "id": ["l:901", "l:902", "l:903", "l:902", ""],
    "created_time": [
        "2026-11-20T23:21:55-05:00",
        "2026-11-21T08:00:00-05:00",
        "2026-11-22T08:00:00-05:00",
        "2026-11-21T08:00:00-05:00",
        "",
    ],
    "ad_id": ["ag:501", "", "ag:501", "", ""],
    "ad_name": ["Smile video", "", "Smile video", "", ""],
    "adset_id": ["as:401", "", "as:401", "", ""],
    "adset_name": ["Near us", "", "Near us", "", ""],
    "campaign_id": ["c:301", "", "c:301", "", ""],
    "campaign_name": ["November", "", "November", "", ""],
    "form_id": ["f:7001", "f:7001", "f:7001", "f:7001", ""],
    "form_name": ["New people", "New people", "New people", "New people", ""],
    "is_organic": ["false", "true", "false", "true", ""],
    "platform": ["fb", "ig", "fb", "ig", ""],
    "what_brings_you_in?": [
        "toothache",
        "Whitening",
        "<test lead: dummy data for what_brings_you_in?>",
        "Whitening",
        "",
    ],
    "full_name": ["Emma Stone", "Rodriguez", "<test lead: dummy data for full_name>", "Rodriguez", ""],
    "phone_number": ["p:+15550100", "p:+15550101", "p:+15550102", "p:+15550101", ""],
    "email": ["emma@example.com", "r@example.com", "test@meta.com", "r@example.com", ""],
    "lead_status": ["CREATED", "CREATED", "CREATED", "CREATED", ""],
}


@pytest.mark.parametrize(
    "file",
    [
        as_text(table(FORMS)),
        as_text(table({name: FORMS[name] for name in reversed(FORMS)}), delimiter="\t", encoding="utf-16"),
        as_workbook(Leads=table(FORMS)),
        as_old_workbook(Leads=table(FORMS)),
    ],
    ids=["csv", "tabs-reversed", "xlsx", "xls"],
)
def test_leads_come_without_answers_and_without_tests(file):
    export = reading(file)

    assert export.form is Form.LEAD_ADS
    assert export.leads == (
        LeadLine(
            row=2,
            outside_id="901",
            came_on=date(2026, 11, 20),
            came_at=datetime(2026, 11, 21, 4, 21, 55, tzinfo=UTC),
            network="facebook",
            tracked="ad",
            form_id="7001",
            ad_id="501",
        ),
        LeadLine(
            row=3,
            outside_id="902",
            came_on=date(2026, 11, 21),
            came_at=datetime(2026, 11, 21, 13, tzinfo=UTC),
            network="instagram",
            tracked="form",
            form_id="7001",
        ),
    )
    assert export.left_out == ((Why.TEST, 1), (Why.REPEATED, 1))
    assert set(export.dropped) == {"what_brings_you_in?", "full_name", "phone_number", "email"}
    assert holds_nobody(export)
    assert export.questions == ()


def test_a_lead_form_without_advertiser_columns_and_with_rounded_ids():
    columns = {
        "id": ["9.02E+14", "9.02E+14"],
        "created_time": ["2026-11-21T08:00:00+0000", "2026-11-21T08:00:01+0000"],
        "form_id": ["7001", "7001"],
        "vorname": ["Emma", "Rodriguez"],
    }
    export = reading(as_text(table(columns), delimiter=";"))

    assert [lead.outside_id for lead in export.leads] == [
        "7001@2026-11-21T08:00:00+00:00",
        "7001@2026-11-21T08:00:01+00:00",
    ]
    assert holds_nobody(export)


CALLS = {
    "Call Status": ["Answered Call", "Missed Call", "Answered Call", "Abandoned"],
    "Number Name": ["Emma's number", "Site", "Site", "Site"],
    "Tracking Number": ["+15550100"] * 4,
    "Source": ["Google Ads", "Google Ads", "Facebook Ads", "Yellow pages"],
    "Medium": ["cpc", "cpc", "social", ""],
    "Campaign": [""] * 4,
    "Landing Page": [""] * 4,
    "Start Time": ["2026-11-20 09:05", "2026-11-20 10:00", "2026-11-20 11:00", "2026-11-21 11:00"],
    "Duration (seconds)": ["61", "0", "122", "3"],
    "First-Time Caller": ["true", "false", "true", ""],
    "Qualified": ["true", "", "", ""],
    "Note": ["toothache", "", "", ""],
    "Agent Name": ["Emma", "", "", ""],
    "Recording Url": ["https://recordings.example/1"] * 4,
    "Full Transcription": ["I have a toothache", "", "", ""],
}


@pytest.mark.parametrize("file", [as_text(table(CALLS)), as_workbook(Calls=table(CALLS))], ids=["csv", "xlsx"])
def test_calls_are_added_up_by_day_and_source_and_no_call_is_kept(file):
    export = reading(file)
    day, next_day = date(2026, 11, 20), date(2026, 11, 21)

    assert export.form is Form.CALLS
    assert set(export.places) == {
        PlaceCount(2, "google", "phone_calls", day, day, 2),
        PlaceCount(2, "google", "answered_calls", day, day, 1),
        PlaceCount(2, "google", "first_time_calls", day, day, 1),
        PlaceCount(4, "facebook", "phone_calls", day, day, 1),
        PlaceCount(4, "facebook", "answered_calls", day, day, 1),
        PlaceCount(4, "facebook", "first_time_calls", day, day, 1),
        PlaceCount(5, "phone", "phone_calls", next_day, next_day, 1),
        PlaceCount(5, "phone", "answered_calls", next_day, next_day, 0),
    }
    assert holds_nobody(export)
    assert "Full Transcription" in export.dropped


def test_another_call_trackers_export():
    columns = {
        "Date": ["11/20/2026", "11/14/2026"],
        "Time": ["09:05", "10:00"],
        "Caller": ["+1 555 0100", "Emma Stone"],
        "Call Duration": ["61", "20"],
        "Outcome": ["Answered", "No answer"],
        "Tracking Number": ["+1 555 0199"] * 2,
        "Source": ["Website", "instagram"],
        "City": ["Denver", "Denver"],
        "Summary": ["toothache", ""],
    }
    export = reading(as_text(table(columns)))

    assert [(place.place, place.count, place.number) for place in export.places] == [
        ("instagram", "answered_calls", 0),
        ("instagram", "phone_calls", 1),
        ("website", "answered_calls", 1),
        ("website", "phone_calls", 1),
    ]
    assert holds_nobody(export)


@pytest.mark.parametrize(
    "leak",
    [
        {"caller": 1},
        {"row": 1, "more": [{"Recording": 2}]},
        [{"a": {"Agent": 3}}],
        "Emma Stone",
        PlaceCount(1, "Emma", "phone_calls", date(2026, 11, 1), date(2026, 11, 1), 1),
    ],
)
def test_what_is_about_a_single_call_is_refused_however_deep(leak):
    with pytest.raises(calls.NotAnAggregate):
        calls.refuse_single_calls([leak])


LEAD_TABLE = {
    "Date": ["11/03/2026", "11/03/2026", "11/14/2026", "11/20/2026"],
    "Name": ["Emma Stone", "J. Rodriguez", "Emma Stone", "Al Low"],
    "Phone": ["303-555-0100", "303-555-0101", "303-555-0100", ""],
    "Date of birth": ["02/03/1988", "02/03/1988", "02/03/1988", "02/03/1988"],
    "How did you hear about us": ["Instagram", "Google", "Instagram", "Friend"],
    "Status": ["Booked", "New", "Booked", "New"],
    "Story": ["A toothache since Monday, worse at night", "", "wants whitening before her wedding", ""],
    "Chart": ["5550001", "5550002", "5550003", "5550004"],
}
LEADS = {"Date": Means.DAY, "How did you hear about us": Means.SAID, "Status": Means.STAGE}


def test_an_own_table_shows_its_columns_and_nothing_of_its_cells():
    export = reading(as_text(table(LEAD_TABLE)))

    assert (export.form, export.questions, export.lines) == (Form.OWN_TABLE, (Question(Asks.MAPPING),), 0)
    assert export.table is not None
    assert [(column.heading, column.holds, column.likely) for column in export.table.columns] == [
        ("Date", Holds.DAYS, Means.DAY),
        ("Name", Holds.PERSONAL, Means.LEAVE_OUT),
        ("Phone", Holds.PERSONAL, Means.LEAVE_OUT),
        ("Date of birth", Holds.PERSONAL, Means.LEAVE_OUT),
        ("How did you hear about us", Holds.WORDS, Means.SAID),
        ("Status", Holds.WORDS, Means.STAGE),
        ("Story", Holds.TEXT, Means.LEAVE_OUT),
        ("Chart", Holds.PERSONAL, Means.LEAVE_OUT),
    ]
    assert export.table.rows_likely is RowsAre.LEADS
    assert holds_nobody(export)


def test_an_own_table_of_leads_is_read_by_the_meaning_of_its_columns():
    export = reading(as_text(table(LEAD_TABLE)), rows_are=RowsAre.LEADS, columns=LEADS)
    mark = reading(as_text(table(LEAD_TABLE))).table.mark  # type: ignore[union-attr]

    assert [(lead.came_on.day, lead.said, lead.stage, lead.outside_id) for lead in export.leads] == [
        (3, "instagram", "booked", f"{mark}/2026-11-03/1"),
        (3, "google", "new", f"{mark}/2026-11-03/2"),
        (14, "instagram", "booked", f"{mark}/2026-11-14/1"),
        (20, "referral", "new", f"{mark}/2026-11-20/1"),
    ]
    assert (export.columns_known, export.columns_total, export.rows_are) == (3, 8, RowsAre.LEADS)
    assert holds_nobody(export)


def test_a_longer_table_of_the_same_leads_gives_them_the_same_ids():
    longer = {name: [*cells, cells[-1]] for name, cells in LEAD_TABLE.items()}
    before, after = (
        reading(as_text(table(columns)), rows_are=RowsAre.LEADS, columns=LEADS).leads
        for columns in (LEAD_TABLE, longer)
    )

    assert after[:4] == before
    assert len({lead.outside_id for lead in after}) == 5


@pytest.mark.parametrize("heading", ["Name", "Phone", "Date of birth", "Story", "Chart"])
def test_a_personal_column_stays_closed_whatever_it_is_said_to_mean(heading):
    with pytest.raises(Misread, match="may say who somebody is"):
        reading(as_text(table(LEAD_TABLE)), rows_are=RowsAre.LEADS, columns={"Date": Means.DAY, heading: Means.SAID})


def test_words_that_are_no_source_or_stage_never_leave():
    columns = {**LEAD_TABLE, "Status": ["Emma", "Emma", "Rodriguez", "Rodriguez"]}
    export = reading(as_text(table(columns)), rows_are=RowsAre.LEADS, columns=LEADS)

    assert [lead.stage for lead in export.leads] == ["", "", "", ""]
    assert holds_nobody(export)


def test_a_mapping_whose_columns_are_gone_or_too_few_is_told():
    with pytest.raises(Misread, match="no column Source any more"):
        reading(as_text(table(LEAD_TABLE)), rows_are=RowsAre.LEADS, columns={**LEADS, "Source": Means.NETWORK})
    with pytest.raises(Misread, match="can't do without a column for day"):
        reading(as_text(table(LEAD_TABLE)), rows_are=RowsAre.LEADS, columns={"Status": Means.STAGE})


def test_an_own_table_of_posts():
    columns = {
        "Tag": ["3.11.2026", "14.11.2026"],
        "Link": ["https://www.instagram.com/p/abc/", "https://www.facebook.com/p/1"],
        "Reichweite": ["1.204", "k. A."],
        "Gefällt mir": ["41", "7"],
    }
    meant = {"Tag": Means.DAY, "Link": Means.LINK, "Reichweite": Means.REACH, "Gefällt mir": Means.REACTIONS}
    file = as_text(table(columns), delimiter=";", encoding="cp1252")
    asked = reading(file)

    assert asked.table is not None
    assert {column.heading: column.likely for column in asked.table.columns} == meant
    assert reading(file, rows_are=RowsAre.POSTS, columns=meant).posts == (
        PostCounts(
            2, "instagram", "", columns["Link"][0], date(2026, 11, 3), None, "", {"reach": 1204, "reactions": 41}
        ),
        PostCounts(3, "facebook", "", columns["Link"][1], date(2026, 11, 14), None, "", {"reactions": 7}),
    )


def test_an_own_table_of_weeks_asks_for_the_network_where_it_has_none():
    columns = {"From": ["11/02/2026", "11/16/2026"], "Until": ["11/08/2026", "11/22/2026"], "Followers": [1200, 1250]}
    meant = {"From": Means.DAY, "Until": Means.UNTIL, "Followers": Means.FOLLOWERS}
    file = as_workbook(Numbers=table(columns))

    assert [question.asks for question in reading(file, rows_are=RowsAre.DAYS, columns=meant).questions] == [
        Asks.NETWORK
    ]
    answered = reading(file, rows_are=RowsAre.DAYS, columns=meant, network="google")
    assert answered.questions == ()
    assert answered.places[0] == PlaceCount(2, "google", "followers", date(2026, 11, 2), date(2026, 11, 8), 1200)


def test_an_own_table_of_spending():
    columns = {
        "Date": [date(2026, 11, 1), date(2026, 11, 15)],
        "Amount (EUR)": [120.5, 19],
        "Purpose": ["Awareness", "Tools"],
        "Invoice for": ["Ads in the spring magazine, two pages", "A planning tool that we pay for monthly"],
    }
    meant = {"Date": Means.DAY, "Amount (EUR)": Means.SPENT, "Purpose": Means.PURPOSE}
    export = reading(as_workbook(Costs=table(columns)), rows_are=RowsAre.SPENDING, columns=meant)

    assert [(line.cents, line.currency, line.purpose, line.from_on.day) for line in export.spending] == [
        (12_050, "EUR", "awareness", 1),
        (1_900, "EUR", "tools", 15),
    ]
    assert isinstance(export.spending[0], SpendingLine)
    assert reading(as_workbook(Costs=table(columns))).table.rows_likely is RowsAre.SPENDING  # type: ignore[union-attr]
