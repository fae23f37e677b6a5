"""Comments as rows: two people at once, conversations, what is told to whom, and another practice beside."""

from datetime import date, timedelta

import pytest
from inline_snapshot import snapshot
from numbers_practice import MONDAY, Practice
from sqlmodel import select

from bot.blocks.draw import draw
from bot.commands.vocabulary import (
    CloseComment,
    ContinueComment,
    LogComment,
    OpenCommentForm,
    RemoveComment,
    ReopenComment,
    SayClosed,
    ShowComment,
    ShowComments,
    ShowFigures,
)
from bot.domain.errors import Misread, NotFound
from bot.domain.weeks import Week
from bot.handlers import comments, digest, figures, look
from storage.tables import Comment, Delivery, Ending, Strategy


def log(practice, by=None, **given):
    return comments.log_comment(LogComment("instagram", **given), practice.call(by or practice.ben)).comment


def thread(practice):
    """What the thread of the digest of week 48 says; nothing where there is nothing to tell."""
    row = Delivery(
        workspace_id=practice.id, key="d", kind="digest-details", recipient="C1", about={"week": "2026-W48"},
        due_at=MONDAY, made_at=MONDAY,
    )  # fmt: skip
    shown = digest.compose_digest_details(practice.scene(), row)
    return practice.sees(draw(shown)) if shown else ""


def told(practice):
    practice.session.flush()
    look.look(practice.scene())
    return [
        (row.kind, row.recipient)
        for row in practice.session.exec(select(Delivery).order_by(Delivery.id))
        if row.kind.startswith("comments")
    ]


def test_whoever_is_second_sees_what_the_first_one_said(practice):
    one = log(practice)
    first = comments.close_comment(CloseComment(one.id, Ending.ANSWERED, "list"), practice.call(practice.ana))
    again = comments.close_comment(CloseComment(one.id, Ending.NEEDLESS, "list"), practice.call(practice.sarah))
    assert (first.after.stale, again.after.stale) == (False, True)
    assert (one.ending, one.closed_by) == (Ending.ANSWERED, practice.ana.id)
    comments.reopen_comment(ReopenComment(one.id), practice.call(practice.sarah))
    assert (one.ending, one.closed_at, one.closed_by, one.open_minutes) == ("", None, None, None)


def test_what_is_written_after_an_answer_is_a_comment_of_its_own_and_only_once(practice):
    one = log(practice, link="https://www.instagram.com/p/Abc/")
    early = comments.continue_comment(ContinueComment(one.id), practice.call(practice.ana))
    assert early.comment is one, "it waits still, so nothing has come after an answer"
    comments.say_closed(SayClosed(one.number, Ending.ANSWERED), practice.call(practice.ana))
    back = comments.continue_comment(ContinueComment(one.id), practice.call(practice.ana)).comment
    twice = comments.continue_comment(ContinueComment(one.id), practice.call(practice.ana)).comment
    assert (back.number, back.follows_id, back.link) == (2, one.id, one.link)
    assert twice is back
    comments.close_comment(CloseComment(back.id, Ending.ANSWERED), practice.call(practice.ana))
    third = comments.continue_comment(ContinueComment(back.id), practice.call(practice.ana)).comment
    assert (third.number, third.follows_id) == (3, one.id), "the conversation goes by its first"


def test_only_whoever_logged_a_comment_takes_it_back(practice):
    one = log(practice)
    with pytest.raises(NotFound, match="Somebody else logged"):
        comments.remove_comment(RemoveComment(one.id), practice.call(practice.ana))
    comments.remove_comment(RemoveComment(one.id), practice.call(practice.ben))
    practice.session.flush()
    with pytest.raises(NotFound, match="taken back"):
        comments.close_comment(CloseComment(one.id, Ending.ANSWERED), practice.call(practice.ana))
    with pytest.raises(NotFound, match="There is no comment 1"):
        comments.show_comment(ShowComment(1), practice.call(practice.ana))
    next_one = log(practice)
    assert next_one.number == 2
    with pytest.raises(NotFound, match="taken back"):
        comments.close_comment(CloseComment(one.id, Ending.ANSWERED), practice.call(practice.ana))
    assert next_one.closed_at is None, "a button of before means no other comment"


def test_whom_the_strategy_names_hears_and_nobody_is_told_of_what_they_logged_themselves(practice):
    assert told(practice) == []
    log(practice, by=practice.ana)
    assert told(practice) == [], "Ana speaks for marketing, and knows"
    log(practice)
    assert told(practice) == [("comments-came", practice.ana.user_id)]
    practice.session.add(
        Strategy(workspace_id=practice.id, number=1, answerer_id=practice.sarah.id, saved_at=MONDAY - timedelta(days=9))
    )
    log(practice)
    assert told(practice)[1:] == [("comments-came", practice.sarah.user_id)]
    assert told(practice)[2:] == [], "each is told once"


def test_a_comment_logged_long_after_is_told_once_and_not_that_it_is_time_as_well(practice):
    one = log(practice, tone="complaint", on=(MONDAY - timedelta(days=3)).date())
    assert one.due_at < MONDAY
    assert told(practice) == [("comments-came", practice.ana.user_id)]


def test_a_form_takes_the_first_link_that_may_be_kept(practice):
    words = "<https://www.google.com/maps/contrib/1/reviews> and <https://g.page/r/abc/review|here>, Jane says"
    opened = comments.open_comment_form(OpenCommentForm(words), practice.call(practice.ben))
    assert (opened.network, opened.link) == ("google", "https://g.page/r/abc/review")
    bare = comments.open_comment_form(OpenCommentForm("no link"), practice.call(practice.ben))
    assert (bare.network, bare.link) == ("", "")
    with pytest.raises(Misread, match="Where was it written"):
        comments.log_comment(LogComment(""), practice.call(practice.ben))
    kept = comments.log_comment(LogComment("", link="https://g.page/r/abc/review"), practice.call(practice.ben))
    assert (kept.comment.network, kept.comment.tone) == ("google", "other")


def test_the_other_practice_sees_none_of_it(practice):
    other = Practice(practice.session, "T2")
    one = log(practice)
    assert not comments.show_comments(ShowComments(), other.call(other.ana)).waiting
    with pytest.raises(NotFound):
        comments.close_comment(CloseComment(one.id, Ending.ANSWERED), other.call(other.ana))
    assert log(other).number == 1
    assert [row.workspace_id for row in digest.gather(Week.of(other.scene().today), other.scene()).comments] == [
        other.id
    ]
    assert {row.workspace_id for row in practice.session.exec(select(Comment))} == {practice.id, other.id}


def test_how_many_comments_under_a_post_are_answered_stands_before_its_likes(practice):
    post = practice.post("Sealants", date(2026, 11, 24), link="https://www.instagram.com/p/Abc/")
    practice.figures(post, reach=400, comments=5, reactions=48)
    one = log(practice, link="https://www.instagram.com/p/Abc/?comment_id=1")
    log(practice, link="https://www.instagram.com/p/Abc/?comment_id=2")
    comments.close_comment(CloseComment(one.id, Ending.ANSWERED), practice.call(practice.ana))
    said = "1 of 2 logged comments answered; reach 400, 5 comments, 48 reactions"
    shown = draw(figures.show_figures(ShowFigures(), practice.call(practice.ana)))
    assert said in practice.sees(shown)
    assert f"Sealants: {said}" in thread(practice)


def test_what_figures_show_beyond_what_is_logged_is_told_where_marketing_reads_and_in_the_thread(practice):
    post = practice.post("Sealants", date(2026, 11, 24), link="https://www.instagram.com/p/Abc/")
    practice.figures(post, comments=7, file_id=None, network="instagram")
    empty = practice.sees(draw(comments.show_comments(ShowComments(), practice.call(practice.ana))))
    assert "Instagram shows 7 comments for last week, none is logged." in empty
    assert "comments for the week" not in thread(practice), "who keeps no log is told nothing of it"
    for number in range(5):
        log(practice, link=f"https://www.instagram.com/p/Abc/?comment_id={number}")
    spared = log(practice, on=date(2026, 11, 25))
    comments.close_comment(CloseComment(spared.id, Ending.NEEDLESS), practice.call(practice.ana))
    shown = practice.sees(draw(comments.show_comments(ShowComments(), practice.call(practice.ana))))
    assert "Instagram shows 7 comments for last week, 6 are logged. Your own answers may be among them." in shown
    said, _, _ = thread(practice).partition("\nPosts of the week")
    assert said == snapshot("""\
What stands behind week 48
Comments of the week
• 1 comment needed no answer.
• Instagram shows 7 comments for the week, 6 are logged. Your own answers may be among them.\
""")
    log(practice)
    assert "7 comments for" not in practice.sees(
        draw(comments.show_comments(ShowComments(), practice.call(practice.ana)))
    )
