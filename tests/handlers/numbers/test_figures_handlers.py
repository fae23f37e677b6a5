"""Entering figures of posts: what is asked, what is kept as history, and what counts."""

from datetime import date, timedelta

import pytest
from inline_snapshot import snapshot
from numbers_practice import MONDAY, Practice
from sqlmodel import select

from bot.blocks import figures as drawn
from bot.commands.vocabulary import LogFigures, OpenFiguresForm, ShowFigures
from bot.domain.errors import Misread, NotFound, WrongMoment
from bot.handlers import figures
from storage.tables import Figures

THURSDAY = date(2026, 11, 26)


def log(practice, post, at=MONDAY, **counts):
    return figures.log_figures(LogFigures(post.id, **counts), practice.call(practice.ana, at))


def test_the_posts_that_are_out_lately_are_shown_with_their_figures(practice):
    practice.post("Long ago", date(2026, 10, 1))
    practice.post("Team photo", date(2026, 11, 23))
    practice.post("Toy drive", date(2026, 11, 28), out=False)
    log(
        practice,
        practice.post("Meet our *hygienist*", THURSDAY, link="https://x.example/2"),
        reach=1412,
        shares=0,
        clicks=1,
    )
    message = drawn.draw_figures_shown(figures.show_figures(ShowFigures(), practice.call(practice.ana)))
    assert practice.sees(message) == snapshot("""\
Figures of the last four weeks, the newest post first
Meet our ∗hygienist∗, Thu 26 Nov see it
Reach 1,412, no shares, 1 link click  [Update]
Team photo, Mon 23 Nov
No figures yet  [Enter figures]
[A week's numbers] [Files]\
""")
    assert message.text == "2 posts out in the last four weeks. 1 post without figures."


def test_only_the_ten_newest_posts_are_listed(practice):
    for days in range(13):
        practice.post(f"Post {days}", THURSDAY - timedelta(days=days))
    message = drawn.draw_figures_shown(figures.show_figures(ShowFigures(), practice.call(practice.ana)))
    assert "and 3 older posts" in practice.sees(message)


def test_where_nothing_is_out_the_way_there_is_told(practice):
    message = drawn.draw_figures_shown(figures.show_figures(ShowFigures(), practice.call(practice.ana)))
    assert message.text.startswith("No post is out yet in the last four weeks.")


def test_each_entry_is_kept_and_the_newest_counts(practice):
    post = practice.post("Meet our hygienist", THURSDAY)
    log(practice, post, reach=100, reactions=5)
    logged = log(practice, post, at=MONDAY + timedelta(days=1), reach=412, reactions=48, saves=0)
    assert practice.sees(drawn.draw_figures_logged(logged)) == snapshot("""\
Meet our hygienist: reach 412, 48 reactions, no saves. Not known yet: views, comments, shares and link clicks.
[Update] [All figures]\
""")
    rows = practice.session.exec(select(Figures).order_by(Figures.id)).all()
    assert [(row.reach, row.views, row.entered_by) for row in rows] == [
        (100, None, practice.ana.id),
        (412, None, practice.ana.id),
    ]
    shown = figures.show_figures(ShowFigures(), practice.call(practice.ana))
    assert [told.figures.reach for told in shown.posts] == [412]


def test_the_form_comes_filled_in_as_it_was_last_and_zero_is_not_empty(practice):
    post = practice.post("Meet our hygienist", THURSDAY)
    log(practice, post, reach=412, shares=0)
    view = drawn.draw_figures_form_opened(
        figures.open_figures_form(OpenFiguresForm(post.id), practice.call(practice.ben))
    ).view
    assert practice.sees_modal(view) == snapshot("""\
+ Figures
| Meet our hygienist, Thu 26 Nov
| Enter what you know. What stays empty counts as not known, not as zero.
| Reach (optional): 412
|   How many different people saw it.
| Views (optional): ____
|   How many times it was shown or played.
| Comments (optional): ____
| Reactions (optional): ____
|   Likes and the like.
| Shares (optional): 0
| Saves (optional): ____
| Link clicks (optional): ____
| Where these numbers come from
| Mon 30 Nov, Ana: reach 412, no shares
| [Cancel] [Save]\
""")
    filled = {block["block_id"]: block["element"].get("initial_value") for block in view["blocks"][2:-1]}
    assert (filled["reach"], filled["shares"], filled["saves"]) == ("412", "0", None)


def test_a_post_that_is_not_out_has_nothing_to_count(practice):
    post = practice.post("Toy drive", THURSDAY, out=False)
    with pytest.raises(WrongMoment, match="not marked as out yet"):
        log(practice, post, reach=5)
    with pytest.raises(WrongMoment):
        figures.open_figures_form(OpenFiguresForm(post.id), practice.call(practice.ana))


def test_a_post_that_is_gone_or_somebody_elses_is_not_found(practice, session):
    gone = practice.post("Taken out", THURSDAY)
    gone.removed_at = MONDAY
    foreign = Practice(session, team_id="T2").post("Elsewhere", THURSDAY)
    for post in (gone, foreign):
        with pytest.raises(NotFound, match="not in the plan any more"):
            log(practice, post, reach=5)


@pytest.mark.parametrize(
    ("counts", "field"), [({"reach": -1}, "reach"), ({"reach": 1, "clicks": 10**10}, "clicks"), ({}, "reach")]
)
def test_what_is_no_count_is_refused_beside_its_field_and_nothing_is_kept(practice, counts, field):
    post = practice.post("Meet our hygienist", THURSDAY)
    with pytest.raises(Misread) as refused:
        log(practice, post, **counts)
    assert refused.value.field == field
    assert practice.session.exec(select(Figures)).all() == []
