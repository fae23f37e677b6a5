"""What ads cost and brought, as Meta and Google export it."""

from datetime import date

import pytest
from export_files import as_text, as_workbook, reading, table

from bot.domain.exports import Asks, Export, Form, SpendingLine, Why


def told(export: Export) -> list[tuple[str, int, str]]:
    return [(line.name, line.cents, line.currency) for line in export.spending]


AD_LEVEL = table(
    {
        "Reporting starts": ["2026-11-01", "2026-11-01", "2026-11-01", "2026-11-01"],
        "Reporting ends": ["2026-11-26"] * 4,
        "Ad name": ["Smile video", "Open house", "Old patients", ""],
        "Ad delivery": ["active", "active", "inactive", ""],
        "Ad set name": ["Near us", "Near us", "Retargeting 30 days", ""],
        "Bid": ["0"] * 4,
        "Bid type": ["ABSOLUTE_OCPM"] * 4,
        "Ad set budget": ["20"] * 4,
        "Ad set budget type": ["Daily"] * 4,
        "Last significant edit": [""] * 4,
        "Attribution setting": ["7-day click"] * 4,
        "Results": ["6", "310", "", "316"],
        "Result indicator": ["actions:onsite_conversion.lead_grouped", "actions:link_click", "", ""],
        "Reach": ["4,100", "2,000", "300", "6,000"],
        "Impressions": ["9,300", "4,000", "410", "13,710"],
        "Cost per results": ["30.1", "0.2", "", ""],
        "Amount spent (USD)": ["180.60", "62", "12.5", "255.1"],
        "Ends": ["Ongoing"] * 4,
        "Link clicks": ["211", "310", "", "521"],
    }
)


def test_ads_are_added_up_by_ad_set_and_a_row_without_a_name_is_a_total():
    export = reading(as_text(AD_LEVEL))

    assert (export.form, export.network, export.questions) == (Form.META_ADS, "meta", ())
    assert export.columns_known == export.columns_total == 19
    assert told(export) == [("Near us", 24_260, "USD"), ("Retargeting 30 days", 1_250, "USD")]
    near, again = export.spending
    assert (near.from_on, near.until_on) == (date(2026, 11, 1), date(2026, 11, 26))
    assert (near.reach, near.views, near.clicks, near.results) == (None, 13_300, 521, None)
    assert (again.reach, again.views, again.clicks, again.results) == (300, 410, None, None)
    assert (again.purpose, again.row) == ("retargeting", 4)
    assert export.left_out == ((Why.TOTAL, 1),)


CAMPAIGN_LEVEL = table(
    {
        "Reporting starts": ["2026-11-01", "2026-11-01"],
        "Reporting ends": ["2026-11-26", "2026-11-26"],
        "Campaign name": ["November leads", "Brand"],
        "Campaign ID": ["120210000000000111", "120210000000000222"],
        "Campaign delivery": ["active", "active"],
        "Attribution setting": ["7-day click", "7-day click"],
        "Results": [12, 31000],
        "Result indicator": ["actions:leadgen.other", "reach"],
        "Reach": [5100, 31000],
        "Frequency": [1.8, 1.2],
        "Cost per results": [25.05, 0.001],
        "Amount spent (EGP)": [300.6, 45],
        "Impressions": [9180, 37200],
        "CPM (cost per 1,000 impressions) (EGP)": [32.7, 1.2],
        "Link clicks": [140, None],
        "CPC (cost per link click) (EGP)": [2.1, None],
        "CTR (link click-through rate)": [1.5, None],
        "Clicks (all)": [300, 70],
    }
)


@pytest.mark.parametrize("make", [as_text, lambda rows: as_workbook(Raw_data=rows)], ids=["csv", "xlsx"])
def test_campaigns_are_known_by_their_ids_and_results_only_where_they_are_leads(make):
    leads, brand = reading(make(CAMPAIGN_LEVEL)).spending

    assert leads == SpendingLine(
        row=2,
        from_on=date(2026, 11, 1),
        until_on=date(2026, 11, 26),
        purpose="",
        network="meta",
        cents=30_060,
        currency="EGP",
        outside_id="120210000000000111",
        name="November leads",
        reach=5100,
        views=9180,
        clicks=140,
        results=12,
    )
    assert (brand.results, brand.clicks, brand.cents) == (None, None, 4_500)


def test_conversations_begun_are_results_too():
    columns = {
        "Reporting starts": ["2026-11-01"],
        "Reporting ends": ["2026-11-26"],
        "Campaign name": ["Messages"],
        "Results": ["7"],
        "Result indicator": ["actions:onsite_conversion.messaging_conversation_started_7d"],
        "Amount spent (PHP)": ["1,250.00"],
        "Objective": ["OUTCOME_LEADS"],
        "Platform": ["instagram"],
    }
    (line,) = reading(as_text(table(columns))).spending

    assert (line.results, line.cents, line.currency, line.purpose, line.network) == (
        7,
        125_000,
        "PHP",
        "lead_generation",
        "instagram",
    )


def test_days_platforms_and_a_duplicate_heading_in_german():
    rows = [
        [
            "Kampagnenname",
            "Tag",
            "Plattform",
            "Ausgegebener Betrag (EUR)",
            "Impressionen",
            "Ergebnisse",
            "Impressionen",
        ],
        ["Winter", "2026-11-20", "facebook", "12,50", "1.234", "", "9"],
        ["Winter", "2026-11-20", "facebook", "1.000,05", "100", "", "9"],
        ["Winter", "2026-11-21", "instagram", "0,7", "17", "", "9"],
        ["Winter", "Alle", "", "1.013,25", "1.351", "", "9"],
    ]
    export = reading(as_text(rows, delimiter=";", encoding="cp1252"))

    assert [
        (line.from_on.day, line.until_on.day, line.network, line.cents, line.views) for line in export.spending
    ] == [
        (20, 20, "facebook", 101_255, 1_334),
        (21, 21, "instagram", 70, 17),
    ]
    assert export.left_out == ((Why.TOTAL, 1),)


def test_the_same_campaign_has_the_same_mark_in_every_file():
    columns = {"Campaign name": ["Brand "], "Reporting starts": ["2026-11-01"], "Amount spent (USD)": ["1"]}
    again = {**columns, "Campaign name": ["brand"], "Reporting starts": ["2026-10-01"]}

    first, second = reading(as_text(table(columns))), reading(as_text(table(again)))
    assert first.spending[0].outside_id == second.spending[0].outside_id != ""
    assert "brand" not in first.spending[0].outside_id.casefold()


def test_a_campaign_whose_name_begins_like_a_total_is_one():
    columns = {
        "Campaign name": ["All about smiles", "Total makeover", "Total: all campaigns", "Totals"],
        "Reporting starts": ["2026-11-01"] * 4,
        "Amount spent (USD)": ["1", "2", "3", "3"],
    }
    export = reading(as_text(table(columns)))

    assert told(export) == [("All about smiles", 100, "USD"), ("Total makeover", 200, "USD")]
    assert export.left_out == ((Why.TOTAL, 2),)


def test_without_a_currency_it_is_asked():
    columns = {"Campaign name": ["Brand"], "Reporting starts": ["2026-11-01"], "Amount spent": ["4.20"]}

    assert [question.asks for question in reading(as_text(table(columns))).questions] == [Asks.CURRENCY]
    assert told(reading(as_text(table(columns)), currency="USD")) == [("Brand", 420, "USD")]


def test_a_cost_that_is_no_number_is_named():
    columns = {
        "Campaign name": ["Brand", "Other"],
        "Reporting starts": ["2026-11-01"] * 2,
        "Amount spent (USD)": ["=1+1", "--"],
    }
    export = reading(as_text(table(columns)))

    assert export.spending == ()
    assert [(skipped.row, skipped.why, skipped.column) for skipped in export.skipped] == [
        (2, Why.NOT_A_NUMBER, "Amount spent (USD)"),
        (2, Why.NO_COST, ""),
        (3, Why.NO_COST, ""),
    ]


GOOGLE = [
    ["Campaign report"],
    ["November 1, 2026 - November 26, 2026"],
    [
        "Campaign",
        "Campaign state",
        "Campaign type",
        "Clicks",
        "Impr.",
        "CTR",
        "Currency code",
        "Avg. CPC",
        "Cost",
        "Conversions",
        "View-through conv.",
        "Cost / conv.",
        "Conv. rate",
    ],
    [
        "Dentist near me",
        "Enabled",
        "Search",
        "84",
        "1,920",
        "4.38%",
        "USD",
        "3.10",
        "260.40",
        "6.00",
        "0",
        "43.40",
        "7.1%",
    ],
    ["Remarketing", "Paused", "Display", " --", " --", " --", "USD", " --", "0.00", "0.50", "0", " --", " --"],
    ["Total: Search", "", "", "84", "1,920", "4.38%", "USD", "3.10", "260.40", "6.00", "0", "43.40", "7.1%"],
    ["Total: Account", "", "", "84", "1,920", "4.38%", "USD", "3.10", "260.40", "6.50", "0", "40.06", "7.7%"],
]


@pytest.mark.parametrize(
    "file",
    [
        as_text(GOOGLE),
        as_text(GOOGLE, delimiter="\t", encoding="utf-16"),
        as_workbook(Campaign_report=GOOGLE),
        as_text([[f"Report {number}" for number in range(1)], *GOOGLE[1:]], delimiter=";"),
    ],
    ids=["csv", "tabs", "xlsx", "semicolons"],
)
def test_google_ads_under_its_preamble(file):
    export = reading(file)

    assert (export.form, export.network, export.questions) == (Form.GOOGLE_ADS, "google", ())
    assert told(export) == [("Dentist near me", 26_040, "USD"), ("Remarketing", 0, "USD")]
    near, again = export.spending
    assert (near.from_on, near.until_on) == (date(2026, 11, 1), date(2026, 11, 26))
    assert (near.row, near.views, near.clicks, near.results) == (4, 1920, 84, 6)
    assert (again.views, again.clicks, again.results, again.purpose) == (None, None, None, "retargeting")
    assert export.left_out == ((Why.TOTAL, 2),)


def test_google_ads_by_day_and_without_days():
    by_day = [[*GOOGLE[2], "Day"], [*GOOGLE[3], "2026-11-20"], [*GOOGLE[3], "2026-11-21"]]
    days = reading(as_text(by_day)).spending
    assert [(line.from_on.day, line.until_on.day, line.cents) for line in days] == [(20, 20, 26_040), (21, 21, 26_040)]

    assert [question.asks for question in reading(as_text(GOOGLE[2:])).questions] == [Asks.PERIOD]
    asked = reading(as_text(GOOGLE[2:]), from_on=date(2026, 11, 1), until_on=date(2026, 11, 7))
    assert asked.covers_until == date(2026, 11, 7)


def test_google_ads_in_german():
    rows = [
        ["Kampagnenbericht"],
        ["01.11.2026 - 26.11.2026"],
        ["Kampagne", "Kampagnenstatus", "Klicks", "Impr.", "Währungscode", "Kosten", "Conversions"],
        ["Zahnarzt", "Aktiviert", "1.084", "21.920", "EUR", "1.260,40", "6,00"],
        ["Gesamt: Konto", "", "1.084", "21.920", "EUR", "1.260,40", "6,00"],
    ]
    (line,) = reading(as_text(rows, delimiter=";", encoding="utf-16")).spending

    assert (line.cents, line.views, line.clicks, line.results, line.from_on) == (
        126_040,
        21_920,
        1_084,
        6,
        date(2026, 11, 1),
    )
