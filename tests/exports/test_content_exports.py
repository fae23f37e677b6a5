"""Single posts as Facebook, Instagram, TikTok and LinkedIn export them."""

from datetime import date, datetime

import pytest
from export_files import as_old_workbook, as_text, as_workbook, reading, table

from bot.domain.exports import Asks, Export, Form, PostCounts, Question, Skipped, Why


def figures(export: Export) -> list[tuple[str, dict[str, int]]]:
    return [(post.outside_id or post.link, dict(post.counts)) for post in export.posts]


def asked(export: Export) -> list[str]:
    return [str(question.asks) for question in export.questions]


FACEBOOK_A = table(
    {
        "Post ID": ["122158000000000123", "122158000000000456"],
        "Page ID": ["100064", "100064"],
        "Page name": ["Bright Smile Dental", "Bright Smile Dental"],
        "Title": ["𝗠𝗲𝗲𝘁 Ben, our hygienist 😀\nHe loves hiking", "Open late on Thursdays"],
        "Description": ["", "Open late"],
        "Duration (sec)": ["0", "31"],
        "Publish time": ["09/01/2025 21:13", "09/14/2025 08:05"],
        "Caption type": ["", ""],
        "Permalink": ["https://www.facebook.com/x/posts/1", "https://www.facebook.com/reel/2"],
        "Is crosspost": ["0", "0"],
        "Is share": ["0", "0"],
        "Post type": ["Photos", "Reels"],
        "Languages": ["", ""],
        "Custom labels": ["", ""],
        "Funded content status": ["", ""],
        "Data comment": ["", ""],
        "Date": ["Lifetime", "Lifetime"],
        "Views": ["1,234", ""],
        "Views from Organic posts": ["1,200", ""],
        "Views from Boosted posts": ["0", "350"],
        "Reach": ["812", "77"],
        "Reach from Organic posts": ["812", "40"],
        "Reach from Boosted posts": ["0", "37"],
        "3-second video views": ["", "20"],
        "1-minute video views": ["", "3"],
        "3-Second viewers": ["", "19"],
        "1-minute viewers": ["", "3"],
        "3-second video views from Boosted posts": ["", "5"],
        "3-second video views from Organic posts": ["", "15"],
        "Reactions, Comments and Shares": ["41", "0"],
        "Reactions": ["30", "0"],
        "Comments": ["8", "0"],
        "Shares": ["3", "0"],
        "Seconds viewed": ["", "120"],
        "Average Seconds viewed": ["", "4"],
    }
)


def test_facebook_with_35_columns_is_read_whole():
    export = reading(as_text(FACEBOOK_A))

    assert (export.form, export.network) == (Form.FACEBOOK_CONTENT, "facebook")
    assert (export.columns_known, export.columns_total) == (35, 35)
    assert export.posts[0] == PostCounts(
        row=2,
        network="facebook",
        outside_id="122158000000000123",
        link="https://www.facebook.com/x/posts/1",
        on=date(2025, 9, 1),
        at=datetime(2025, 9, 1, 21, 13),  # noqa: DTZ001 - the file names no clock
        text="Meet Ben, our hygienist 😀 He loves hiking",
        counts={"reach": 812, "views": 1234, "reactions": 30, "comments": 8, "shares": 3},
        kind="photo",
        is_boosted=False,
    )
    assert export.posts[1].kind == "reel"
    assert export.posts[1].is_boosted is True
    assert (export.covers_from, export.covers_until) == (date(2025, 9, 1), date(2025, 9, 14))
    assert export.skipped == ()


def test_blank_views_are_unknown_and_never_zero():
    assert "views" not in reading(as_text(FACEBOOK_A)).posts[1].counts


def test_facebook_times_are_on_a_clock_that_has_to_be_asked():
    export = reading(as_text(FACEBOOK_A))

    assert asked(export) == [Asks.TIME_ZONE]
    assert export.questions[0].likely == "America/Denver"
    assert reading(as_text(FACEBOOK_A), zone="Europe/Berlin").questions == ()


@pytest.mark.parametrize("coming_and_going", [[], ["Hide"], ["Hide all", "Hide"]])
def test_facebook_with_columns_that_come_and_go(coming_and_going):
    columns = {
        "Post ID": ["1001"],
        "Page ID": ["7"],
        "Page name": ["Bright Smile"],
        "Title": [""],
        "Description": ["Ask us anything"],
        "Publish time": ["11/20/2026 07:00"],
        "Permalink": ["https://www.facebook.com/p/1001"],
        "Post type": ["Links"],
        "Funded content status": ["Boosted"],
        "Date": ["Lifetime"],
        "Views": ["500"],
        "Reach": ["400"],
        "Reactions, Comments and Shares": ["12"],
        "Reactions": ["9"],
        "Comments": ["2"],
        "Shares": ["1"],
        "Total clicks": ["44"],
        "Matched Audience Targeting Consumption (Photo Click)": ["1"],
        "Other Clicks": ["20"],
        "Link Clicks": ["24"],
        **{f"Negative feedback from users: {name}": ["0"] for name in coming_and_going},
        "Estimated earnings (USD)": ["0"],
        "Ad CPM (USD)": [""],
        "Ad impressions": ["0"],
    }
    export = reading(as_text(table(columns)))

    assert figures(export) == [
        ("1001", {"reach": 400, "views": 500, "reactions": 9, "comments": 2, "shares": 1, "clicks": 24})
    ]
    assert export.columns_known == export.columns_total == len(columns)
    assert (export.posts[0].kind, export.posts[0].is_boosted) == ("link", True)


def test_a_day_by_day_breakdown_is_no_lifetime_number():
    columns = dict(zip(FACEBOOK_A[0], zip(*FACEBOOK_A[1:], strict=True), strict=True))
    columns["Date"] = ("09/02/2025", "09/15/2025")
    export = reading(as_text(table(columns)))

    assert export.posts == ()
    assert export.left_out == ((Why.ONE_DAY_ONLY, 2),)


def test_ids_that_a_spreadsheet_has_rounded_give_way_to_the_link():
    columns = {
        "Post ID": ["1.22158E+17", "122158000000000000", "1.22158E+17"],
        "Publish time": ["11/20/2026 07:00", "11/21/2026 07:00", "11/22/2026 07:00"],
        "Permalink": ["https://www.facebook.com/p/1", "https://www.facebook.com/p/2", "https://www.facebook.com/p/3"],
        "Post type": ["Photos"] * 3,
        "Page name": ["Bright Smile"] * 3,
        "Reach": [10, 20, 30],
    }
    export = reading(as_workbook(Posts=table(columns)))

    assert [post.outside_id for post in export.posts] == ["", "", ""]
    assert [post.link[-1] for post in export.posts] == ["1", "2", "3"]


INSTAGRAM = {
    "Post ID": ["17900000000000001", "17900000000000002", "17900000000000002"],
    "Account ID": ["178414"] * 3,
    "Account username": ["brightsmile"] * 3,
    "Account name": ["Bright Smile Dental"] * 3,
    "Description": ["Ben shows how to floss", "Before school starts", "Before school starts"],
    "Duration (sec)": ["22", "0", "0"],
    "Publish time": ["03/27/2026 06:08", "04/02/2026 12:30", "04/02/2026 12:30"],
    "Permalink": [f"https://www.instagram.com/p/{code}/" for code in "abb"],
    "Post type": ["IG reel", "IG carousel", "IG carousel"],
    "Data comment": [""] * 3,
    "Date": ["Lifetime"] * 3,
    "Views": ["12,400", "310", "310"],
    "Reach": ["9,100", "250", "250"],
    "Likes": ["640", "31", "31"],
    "Shares": ["55", "-", "-"],
    "Follows": ["7", "0", "0"],
    "Comments": ["18", "N/A", "N/A"],
    "Saves": ["44", "--", "--"],
}


def test_instagram_in_the_usual_order_knows_saves_and_no_clicks():
    export = reading(as_text(table(INSTAGRAM)))

    assert (export.form, export.columns_known, export.columns_total) == (Form.INSTAGRAM_CONTENT, 18, 18)
    first = {"reach": 9100, "views": 12400, "reactions": 640, "comments": 18, "shares": 55, "saves": 44}
    assert figures(export) == [
        ("17900000000000001", first),
        ("17900000000000002", {"reach": 250, "views": 310, "reactions": 31}),
    ]
    assert export.skipped == (Skipped(4, Why.REPEATED),)


def test_instagram_in_another_order_without_some_columns():
    order = ["Permalink", "Views", "Likes", "Shares", "Comments", "Saves", "Reach", "Follows", "Post type"]
    columns = {name: INSTAGRAM[name] for name in [*order, "Publish time", "Post ID"]}

    assert figures(reading(as_text(table(columns), delimiter="\t", encoding="utf-16"))) == figures(
        reading(as_text(table(INSTAGRAM)))
    )


LOCALISED = {
    "pt": "Identificação da publicação;Descrição;Horário de publicação;Link permanente;Tipo de publicação;Visualizações"
    ";Alcance;Curtidas;Compartilhamentos;Comentários;Salvamentos",
    "es": "Identificador de la publicación;Descripción;Hora de publicación;Enlace permanente;Tipo de publicación"
    ";Visualizaciones;Alcance;Me gusta;Veces que se compartió;Comentarios;Veces que se guardó",
    "de": "Beitrags-ID;Beschreibung;Veröffentlichungszeit;Permanenter Link;Beitragstyp;Aufrufe;Reichweite"
    ";„Gefällt mir“-Angaben;Geteilte Inhalte;Kommentare;Gespeicherte Inhalte",
    "fr": "Identifiant de publication;Description;Heure de publication;Lien permanent;Type de publication;Vues"
    ";Couverture;Mentions J’aime;Partages;Commentaires;Enregistrements",
    "sv": "Publicerings-id;Beskrivning;Publiceringstid;Permalänk;Inläggstyp;Visningar;Räckvidd;Gilla-markeringar"
    ";Delningar;Kommentarer;Sparade objekt",
}


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
@pytest.mark.parametrize("language", LOCALISED)
def test_instagram_in_other_languages(language, encoding):
    row = ["179001", "Fröhliche Zähne", "05/11/2026 09:30", "https://instagram.com/p/x", "Reel"]
    rows = [LOCALISED[language].split(";"), [*row, "1.234", "987", "65", "4", "3", "2"]]
    export = reading(as_text(rows, delimiter=";", encoding=encoding))

    assert export.form is Form.INSTAGRAM_CONTENT
    assert (export.columns_known, export.columns_total) == (11, 11)
    counts = {"reach": 987, "views": 1234, "reactions": 65, "comments": 3, "shares": 4, "saves": 2}
    assert figures(export) == [("179001", counts)]
    assert export.posts[0].text == "Fröhliche Zähne"
    order = next(question for question in export.questions if question.asks is Asks.DATE_ORDER)
    assert (order.likely, order.example) == ("day_first", "05/11/2026 09:30")
    assert export.posts[0].on == date(2026, 11, 5)


def test_where_neither_columns_nor_links_tell_the_network_it_is_asked():
    columns = {"Post ID": ["1"], "Publish time": ["11/20/2026 07:00"], "Post type": ["Photo"], "Reach": ["5"]}

    assert Asks.NETWORK in asked(reading(as_text(table(columns))))
    answered = reading(as_text(table(columns)), network="facebook")
    assert (answered.form, answered.posts[0].network) == (Form.FACEBOOK_CONTENT, "facebook")
    linked = reading(as_text(table({**columns, "Permalink": ["https://instagram.com/p/1"]})))
    assert (linked.form, asked(linked)) == (Form.INSTAGRAM_CONTENT, [Asks.TIME_ZONE])


TIKTOK = {
    "Video title": ["How we clean instruments", "Friday dance"],
    "Video link": ["https://www.tiktok.com/@bs/video/71", "https://www.tiktok.com/@bs/video/72"],
    "Post time": ["2026-11-03 18:20:00", "2026-11-20 09:00:00"],
    "Total likes": ["120", "9"],
    "Total comments": ["4", "0"],
    "Total shares": ["6", "1"],
    "Total views": ["5,300", "undefined"],
    "Total play time": ["1h", "2m"],
    "Average watch time": ["6.1s", "3s"],
    "Watched full video": ["12%", "3%"],
    "Add to favorites": ["17", "2"],
}


@pytest.mark.parametrize(
    "file",
    [
        as_text(table(TIKTOK)),
        as_workbook(Content=table(TIKTOK)),
        as_text(table({name: TIKTOK[name] for name in reversed(TIKTOK)}), delimiter=";", encoding="utf-8"),
    ],
    ids=["csv", "xlsx", "reversed"],
)
def test_tiktok_posts(file):
    export = reading(file)

    assert (export.form, export.network, export.columns_known) == (Form.TIKTOK_CONTENT, "tiktok", 11)
    assert [(post.on, dict(post.counts)) for post in sorted(export.posts, key=lambda post: post.link)] == [
        (date(2026, 11, 3), {"views": 5300, "reactions": 120, "comments": 4, "shares": 6, "saves": 17}),
        (date(2026, 11, 20), {"reactions": 9, "comments": 0, "shares": 1, "saves": 2}),
    ]


def test_tiktok_posts_with_reach_and_without_favorites():
    order = ["Video title", "Post time", "Video link", "Total views", "Total likes", "Total comments", "Total shares"]
    columns = {name: TIKTOK[name] for name in [*order, "Average watch time"]} | {"Reach": ["4100", "300"]}

    assert dict(reading(as_text(table(columns))).posts[0].counts)["reach"] == 4100


LINKEDIN_POSTS = [
    ["These are the posts of the selected time."],
    *table(
        {
            "Post title": ["We are hiring a hygienist", "Open house"],
            "Post link": [f"https://www.linkedin.com/feed/update/urn:li:activity:{number}" for number in (7001, 7002)],
            "Post type": ["Organic", "Sponsored"],
            "Campaign name": ["", "Open house"],
            "Posted by": ["Ana Lopez", "Ana Lopez"],
            "Created date": ["11/05/2026", "11/19/2026"],
            "Campaign start date": ["", "11/19/2026"],
            "Campaign end date": ["", "11/26/2026"],
            "Audience": ["All followers", "All followers"],
            "Impressions": [410, 2300],
            "Views": ["", ""],
            "Offsite Views": ["", ""],
            "Clicks": [12, 40],
            "Click through rate (CTR)": [0.029, 0.017],
            "Likes": [9, 14],
            "Comments": [1, 0],
            "Reposts": [2, 1],
            "Follows": ["", ""],
            "Engagement rate": [0.058, 0.024],
            "Content Type": ["Image", "Video"],
        }
    ),
]


@pytest.mark.parametrize(
    "file",
    [
        as_workbook(All_posts=LINKEDIN_POSTS),
        as_old_workbook(All_posts=LINKEDIN_POSTS),
        as_text(LINKEDIN_POSTS),
    ],
    ids=["xlsx", "xls", "csv"],
)
def test_linkedin_posts_under_a_line_of_prose(file):
    export = reading(file)

    assert (export.form, export.columns_known, export.columns_total) == (Form.LINKEDIN, 20, 20)
    assert [dict(post.counts) for post in export.posts] == [
        {"views": 410, "reactions": 9, "comments": 1, "shares": 2, "clicks": 12},
        {"views": 2300, "reactions": 14, "comments": 0, "shares": 1, "clicks": 40},
    ]
    assert [(post.row, post.on, post.kind, post.is_boosted) for post in export.posts] == [
        (3, date(2026, 11, 5), "photo", False),
        (4, date(2026, 11, 19), "video", True),
    ]
    assert export.dropped == ("Posted by",)
    assert "Lopez" not in repr(export)
    assert export.questions == ()


TIKTOK_DAYS = ("November 23", "2 May", "December 30", "January 4", "November 1, 2025")


def tiktok(*days: str) -> bytes:
    links = [f"https://www.tiktok.com/@bright/video/73{number}" for number, _ in enumerate(days)]
    return as_text(table({"Video link": links, "Post time": days, "Total views": ["5"] * len(days)}))


def test_tiktok_posts_have_days_without_a_year_in_any_order():
    export = reading(tiktok(*TIKTOK_DAYS))

    assert [f"{post.on}" for post in export.posts] == [
        "2026-11-23",
        "2026-05-02",
        "2025-12-30",
        "2026-01-04",
        "2025-11-01",
    ]
    assert export.questions == ()


def test_tiktok_posts_of_long_ago_are_asked_about():
    old = tiktok("May 2", "March 3", "December 30")

    assert reading(old).questions == (Question(Asks.YEAR, "2 May", "2026", ("2026", "2025", "2024")),)
    answered = reading(old, year=2025)
    assert ([f"{post.on}" for post in answered.posts], answered.questions) == (
        ["2025-05-02", "2025-03-03", "2024-12-30"],
        (),
    )
