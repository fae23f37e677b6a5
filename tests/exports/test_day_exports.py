"""Numbers of whole accounts and listings, day by day or over a stretch."""

from datetime import date

import pytest
from export_files import as_old_workbook, as_text, as_workbook, reading, table

from bot.domain.errors import Misread
from bot.domain.exports import Asks, Export, Form, PlaceCount, Question, Skipped, Why


def told(export: Export) -> list[tuple[str, str, str, int]]:
    return [(place.place, place.count, place.from_on.isoformat(), place.number) for place in export.places]


def one_series(title: str, *days: tuple[str, str]) -> list[list[str]]:
    return [[title], ["Date", "Primary"], *([day, number] for day, number in days)]


@pytest.mark.parametrize(
    ("title", "place", "count"),
    [
        ("Facebook follows", "facebook", "follows"),
        ("Instagram follows", "instagram", "follows"),
        ("Facebook link clicks", "facebook", "clicks"),
        ("Facebook visits", "facebook", "visits"),
        ("Instagram profile visits", "instagram", "visits"),
        ("Seguimientos de Instagram", "instagram", "follows"),
    ],
)
def test_a_daily_series_whose_title_names_the_network(title, place, count):
    rows = one_series(title, ("2025-08-01T00:00:00", "20"), ("2025-08-03T00:00:00", "0"))
    export = reading(as_text(rows, encoding="utf-16", says=True))

    assert export.form is Form.META_DAYS
    assert told(export) == [(place, count, "2025-08-01", 20), (place, count, "2025-08-03", 0)]
    assert export.questions == ()
    assert (export.covers_from, export.covers_until) == (date(2025, 8, 1), date(2025, 8, 3))


def test_rows_are_counted_as_a_spreadsheet_shows_them():
    export = reading(
        as_text(one_series("Facebook follows", ("2025-08-01T00:00:00", "20")), encoding="utf-16", says=True)
    )

    assert export.places[0].row == 3  # "sep=," is no row to a spreadsheet


@pytest.mark.parametrize(
    ("title", "count"), [("Views", "views"), ("Viewers", "viewers"), ("Content interactions", "interactions")]
)
def test_a_title_without_a_network_is_asked_about(title, count):
    file = as_text(one_series(title, ("2026-11-01T00:00:00", "1,020")), encoding="utf-16", says=True)

    assert reading(file).questions == (Question(Asks.NETWORK, title, "instagram", ("facebook", "instagram")),)
    assert told(reading(file, network="facebook")) == [("facebook", count, "2026-11-01", 1020)]


def test_several_series_may_follow_one_another():
    rows = [
        *one_series("Facebook follows", ("2026-11-01T00:00:00", "2")),
        [],
        *one_series("Facebook visits", ("2026-11-01T00:00:00", "9"), ("2026-11-02T00:00:00", "undefined")),
    ]
    export = reading(as_text(rows, encoding="utf-16-le", delimiter=";"))

    assert told(export) == [("facebook", "follows", "2026-11-01", 2), ("facebook", "visits", "2026-11-01", 9)]


def test_who_the_followers_are_is_not_kept():
    for rows in (
        [["Gender", "Distribution"], ["Female", "0.71"]],
        [["Age & gender"], ["", "Women", "Men"], ["18-24", "1", "2"]],
    ):
        with pytest.raises(Misread, match="about the ages and genders of followers"):
            reading(as_text(rows))


def overview(*days: str) -> bytes:
    columns = {
        "Date": days,
        "Video Views": [str(10 + place) for place, _ in enumerate(days)],
        "Profile Views": ["3"] * len(days),
        "Likes": ["1"] * len(days),
        "Comments": ["0"] * len(days),
        "Shares": ["undefined"] * len(days),
    }
    return as_text(table(columns))


def test_tiktok_days_without_a_year_are_of_the_latest_time_they_fit():
    export = reading(overview("October 30", "October 31", "November 1"))

    assert export.questions == ()
    assert told(export)[:4] == [
        ("tiktok", "views", "2026-10-30", 10),
        ("tiktok", "visits", "2026-10-30", 3),
        ("tiktok", "reactions", "2026-10-30", 1),
        ("tiktok", "comments", "2026-10-30", 0),
    ]
    assert not [place for place in export.places if place.count == "shares"]


@pytest.mark.parametrize("days", [("December 31", "January 1", "January 2"), ("January 2", "January 1", "December 31")])
def test_tiktok_days_run_over_new_year_and_an_old_file_is_asked_about(days):
    export = reading(overview(*days))

    assert export.questions == (Question(Asks.YEAR, "2 January", "2026", ("2026", "2025", "2024")),)
    assert (export.covers_from, export.covers_until) == (date(2025, 12, 31), date(2026, 1, 2))
    answered = reading(overview(*days), year=2025)
    assert answered.questions == ()
    assert (answered.covers_from, answered.covers_until) == (date(2024, 12, 31), date(2025, 1, 2))


def test_the_twenty_ninth_of_february_was_in_a_leap_year():
    assert reading(overview("February 28", "February 29")).covers_until == date(2024, 2, 29)


def test_tiktok_days_in_other_languages():
    columns = {
        "Fecha": ["30 de octubre", "1 de noviembre"],
        "Visualizaciones de vídeo": [5, 6],
        "Visitas al perfil": [1, 2],
    }

    assert [day for _, _, day, _ in told(reading(as_text(table(columns))))] == ["2026-10-30"] * 2 + ["2026-11-01"] * 2


@pytest.mark.parametrize("days", [("2026-11-20", "2026-11-21"), ("November 20", "November 21")])
def test_tiktok_followers_may_fall_and_may_be_undefined(days):
    columns = {
        "Date": days,
        "Followers": ["1,204", "1,201"],
        "Difference in followers from previous day": ["undefined", "-3"],
    }

    assert told(reading(as_text(table(columns)))) == [
        ("tiktok", "followers", "2026-11-20", 1204),
        ("tiktok", "followers", "2026-11-21", 1201),
        ("tiktok", "follows", "2026-11-21", -3),
    ]


def test_tiktok_viewers():
    columns = {"Date": ["November 20"], "Total Viewers": [90], "New Viewers": [80], "Returning Viewers": [10]}

    assert told(reading(as_workbook(Viewers=table(columns)))) == [("tiktok", "viewers", "2026-11-20", 90)]


METRICS = [
    ["Daily numbers of your page, aggregated."],
    *table(
        {
            "Date": ["11/01/2026", "11/14/2026"],
            "Impressions (organic)": [100, 50],
            "Impressions (sponsored)": [20, 0],
            "Impressions (total)": [120, 50],
            "Unique impressions (organic)": [80, 44],
            "Clicks (organic)": [5, 1],
            "Clicks (sponsored)": [1, 0],
            "Clicks (total)": [6, 1],
            "Reactions (organic)": [7, 2],
            "Reactions (sponsored)": [0, 0],
            "Reactions (total)": [7, 2],
            "Comments (total)": [1, 0],
            "Reposts (total)": [2, 0],
            "Engagement rate (total)": [0.13, 0.06],
        }
    ),
]
POSTS = table(
    {
        "Post title": ["Open house"],
        "Post link": ["https://www.linkedin.com/feed/update/urn:li:share:1"],
        "Created date": ["11/14/2026"],
        "Impressions": [50],
        "Likes": [2],
        "Clicks": [1],
    }
)


@pytest.mark.parametrize("make", [as_workbook, as_old_workbook], ids=["xlsx", "xls"])
def test_linkedin_days_and_posts_come_from_one_workbook(make):
    export = reading(make(Metrics=METRICS, All_posts=[["Your posts"], *POSTS]))

    assert (export.form, export.network) == (Form.LINKEDIN, "linkedin")
    assert told(export)[:6] == [
        ("linkedin", "views", "2026-11-01", 120),
        ("linkedin", "viewers", "2026-11-01", 80),
        ("linkedin", "clicks", "2026-11-01", 6),
        ("linkedin", "reactions", "2026-11-01", 7),
        ("linkedin", "comments", "2026-11-01", 1),
        ("linkedin", "shares", "2026-11-01", 2),
    ]
    assert [post.link[-1] for post in export.posts] == ["1"]
    assert export.columns_known == export.columns_total == 14 + 6


def test_older_linkedin_days_call_reposts_shares_and_may_lack_totals():
    columns = {"Date": ["11/14/2026"], "Impressions (organic)": [50], "Clicks (organic)": [4], "Shares (organic)": [3]}

    assert [(count, number) for _, count, _, number in told(reading(as_text(table(columns))))] == [
        ("views", 50),
        ("clicks", 4),
        ("shares", 3),
    ]


def test_linkedin_followers_are_those_who_came():
    columns = {
        "Date": ["11/14/2026"],
        "Sponsored followers": [0],
        "Organic followers": [3],
        "Auto-invited followers": [1],
        "Total followers": [4],
    }

    assert told(reading(as_old_workbook(New_followers=table(columns)))) == [("linkedin", "follows", "2026-11-14", 4)]


GBP = table(
    {
        "Store code": ["", "00017"],
        "Business name": ["The name of your business", "Bright Smile Dental"],
        "Address": ["The address", "1 Main St"],
        "Labels": ["Labels", ""],
        "Google Search - Mobile": ["People who saw you on Search, on mobile", "310"],
        "Google Search - Desktop": ["People who saw you on Search", "90"],
        "Google Maps - Mobile": ["People who saw you on Maps, on mobile", "1,200"],
        "Google Maps - Desktop": ["People who saw you on Maps", ""],
        "Calls": ["Taps on the call button", "41"],
        "Messages": ["Conversations", "-"],
        "Bookings": ["Bookings", "0"],
        "Directions": ["Requests for directions", "73"],
        "Website clicks": ["Clicks on the website", "66"],
        "Food orders": ["Food", ""],
        "Food menu clicks": ["Food", ""],
        "Hotel bookings": ["Hotel", ""],
    }
)
NOVEMBER = {"from_on": date(2026, 11, 1), "until_on": date(2026, 11, 26)}


def test_google_business_profile_asks_for_its_period():
    export = reading(as_text(GBP))

    assert (export.form, export.questions, export.places) == (Form.GOOGLE_BUSINESS, (Question(Asks.PERIOD),), ())
    assert export.columns_known == export.columns_total == 16


def test_google_business_profile_knows_what_both_of_its_parts_tell():
    export = reading(as_text(GBP), **NOVEMBER)

    assert [(place.count, place.number) for place in export.places] == [
        ("search_views", 400),
        ("calls", 41),
        ("bookings", 0),
        ("directions", 73),
        ("website_clicks", 66),
    ]
    assert export.places[0] == PlaceCount(3, "google", "search_views", date(2026, 11, 1), date(2026, 11, 26), 400)


def test_several_listings_are_one_practice():
    two = [*GBP, ["00018", "Bright Smile North", *GBP[2][2:]]]
    two[3][4] = "N/A"
    export = reading(as_workbook(Performance=two), **NOVEMBER)

    assert {place.count: place.number for place in export.places}["calls"] == 82
    assert Skipped(3, Why.NO_NUMBERS, "Google Search - Mobile") in export.skipped


def test_google_business_profile_without_the_row_of_prose_and_in_another_language():
    columns = {
        "Nombre de la empresa": ["Sonrisa"],
        "Búsqueda de Google - Móvil": ["1.310"],
        "Búsqueda de Google - Ordenador": ["90"],
        "Llamadas": ["41"],
        "Clics en el sitio web": ["66"],
    }
    export = reading(as_text(table(columns), delimiter=";", encoding="cp1252"), **NOVEMBER)

    assert [(place.count, place.number) for place in export.places] == [
        ("search_views", 1400),
        ("calls", 41),
        ("website_clicks", 66),
    ]


def test_a_day_in_the_future_is_left_out():
    export = reading(
        as_text(one_series("Facebook follows", ("2026-11-20T00:00:00", "2"), ("2027-11-20T00:00:00", "2")))
    )

    assert [place.from_on for place in export.places] == [date(2026, 11, 20)]
    assert export.left_out == ((Why.OUTSIDE, 1),)
