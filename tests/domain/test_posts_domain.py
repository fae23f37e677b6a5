from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import posts, roles
from bot.domain.errors import Misread
from bot.domain.posts import LeftOpen
from storage.tables import Member, Post, Role

NEW_YORK = ZoneInfo("America/New_York")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def member(number: int, **facts: object) -> Member:
    return Member(id=number, workspace_id=1, user_id=f"U{number}", name=f"Person {number}", seen_at=NOW, **facts)


def test_words_are_kept_as_typed() -> None:
    typed = 'שלום <!channel> *bold* "quotes" 🎉'
    assert posts.words(f"  {typed}\n") == typed
    assert posts.words("x" * 4000) == "x" * 4000


def test_what_no_database_keeps_is_left_out_of_words_and_links() -> None:
    assert posts.words("Meet\0 us \ud83d") == "Meet us"
    assert posts.link("https://a.example/\0x", field="link") == "https://a.example/x"


@pytest.mark.parametrize(("typed", "said"), [(" \n ", "What is the post about?"), ("x" * 4001, "4,001 characters")])
def test_no_words_and_too_many_are_refused_beside_their_field(typed: str, said: str) -> None:
    with pytest.raises(Misread, match=said) as refused:
        posts.words(typed)
    assert refused.value.field == "what"


def test_a_local_time_becomes_the_instant_of_its_own_offset() -> None:
    summer = posts.publish_moment(date(2027, 7, 1), time(16), now=NOW, zone=NEW_YORK)
    winter = posts.publish_moment(date(2026, 11, 26), time(16), now=NOW, zone=NEW_YORK)
    assert (summer, winter) == (datetime(2027, 7, 1, 20, tzinfo=UTC), datetime(2026, 11, 26, 21, tzinfo=UTC))


@pytest.mark.parametrize(
    ("on", "at", "zone", "said", "field"),
    [
        (date(2027, 3, 14), time(2, 30), NEW_YORK, "does not exist", "at"),
        (date(2027, 11, 7), time(1, 30), NEW_YORK, "comes twice", "at"),
        (date(2027, 10, 3), time(2, 15), LORD_HOWE, "does not exist", "at"),
        (date(2026, 11, 23), time(9), NEW_YORK, "is over", "at"),
        (date(2026, 11, 22), time(9), NEW_YORK, "is over", "on"),
        (date(2028, 1, 3), time(9), NEW_YORK, "more than a year ahead", "on"),
    ],
)
def test_a_moment_that_does_not_lie_ahead_exactly_once_is_refused(
    on: date, at: time, zone: ZoneInfo, said: str, field: str
) -> None:
    with pytest.raises(Misread, match=said) as refused:
        posts.publish_moment(on, at, now=NOW if on.year < 2027 or on.year == 2028 else NOW + timedelta(90), zone=zone)
    assert refused.value.field == field


@pytest.mark.parametrize("typed", ["https://instagram.com/p/abc?x=1&y=2", "http://brightsmile.example", ""])
def test_web_addresses_are_kept(typed: str) -> None:
    assert posts.link(f" {typed} ", field="link") == typed


@pytest.mark.parametrize(
    "typed",
    [
        "instagram.com/p/abc",
        "javascript:alert(1)",
        "ftp://files.example",
        "https://",
        "https://a b.example",
        "https://a.example|<!channel>",
        "https://a.example/>",
        "http://[broken",
        "https://a.example/" + "x" * 1000,
        "https://a.example/" + "&" * 200,
    ],
)
def test_anything_else_is_no_link(typed: str) -> None:
    with pytest.raises(Misread, match="links that begin with https://") as refused:
        posts.link(typed, field="link")
    assert refused.value.field == "link"


def test_open_questions_are_named_in_order() -> None:
    post = Post(workspace_id=1, number=1, on=NOW.date(), publish_at=NOW, kind="human", what="x", added_at=NOW)
    assert posts.left_open(post) == tuple(LeftOpen)
    post.why, post.link = "because", "https://a.example"
    assert posts.left_open(post) == (LeftOpen.TAKES,)


def test_who_added_a_post_the_lead_and_the_backup_may_take_it_out() -> None:
    ana, ben, sarah, reyes = (member(number) for number in range(1, 5))
    post = Post(workspace_id=1, number=1, on=NOW.date(), publish_at=NOW, kind="human", what="x", added_at=NOW)
    post.added_by = ben.id
    holders = {Role.LEAD: ana, Role.BACKUP: reyes, Role.SALES: sarah}
    assert [posts.may_take_out(post, who, holders) for who in (ana, ben, sarah, reyes)] == [True, True, False, True]


def test_settings_are_anybodys_once_neither_lead_nor_backup_is_there_any_more() -> None:
    ana, ben, reyes = member(1), member(2), member(3)
    holders = {Role.LEAD: ana, Role.BACKUP: reyes}
    ana.is_deactivated = True
    assert not roles.may_set_up(ben, holders)
    reyes.is_deactivated = True
    assert roles.may_set_up(ben, holders)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (None, "can't find that person"),
        (member(1, is_bot=True), "Person 1 is an app"),
        (member(1, is_deactivated=True), "Person 1 no longer has an active account"),
        (member(1, is_foreign=True), "Person 1 belongs to another company's Slack"),
    ],
)
def test_whoever_cannot_be_asked_is_refused_with_the_reason(asked: Member | None, said: str) -> None:
    with pytest.raises(Misread, match=said) as refused:
        roles.can_be_asked(asked, field="who")
    assert refused.value.field == "who"


def test_a_day_that_is_over_is_said_before_anything_else_is_asked() -> None:
    posts.check_day(date(2026, 11, 25), date(2026, 11, 25))
    with pytest.raises(Misread) as refused:
        posts.check_day(date(2026, 11, 24), date(2026, 11, 25))
    assert (refused.value.sentence, refused.value.field) == ("Tue 24 Nov 2026 is over.", "on")
