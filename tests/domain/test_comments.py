"""Comments: by when an answer is due, who hears when, what may be kept of a link, and how a week's were answered."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import comments
from bot.domain.comments import Told
from bot.domain.errors import Misread
from bot.domain.hours import Opening
from bot.domain.practice import DEFAULT_OPENING
from bot.domain.strategy import Within
from storage.tables import Comment, Ending, Member, Post, Tone

ZONE = ZoneInfo("America/New_York")
NEVER = Opening(((),) * 7)


def at(words: str) -> datetime:
    """The moment of a day of the week of Mon 23 Nov 2026, or the Fri to Sun before it."""
    day, clock = words.split()
    days = {"fri": -3, "sat": -2, "sun": -1, "mon": 0, "tue": 1, "wed": 2}
    on = date(2026, 11, 23) + timedelta(days=days[day])
    return datetime.combine(on, time.fromisoformat(clock), ZONE).astimezone(UTC)


def comment(wrote: str = "mon 09:00", tone: str = Tone.QUESTION, **given: object) -> Comment:
    """Make a comment that was logged as it was written."""
    due_at = comments.due_at(tone, at(wrote), "", DEFAULT_OPENING, ZONE)
    known = {"workspace_id": 1, "number": 1, "network": "instagram", "tone": tone, "due_at": due_at}
    return Comment(**{**known, "wrote_at": at(wrote), "logged_at": at(wrote), **given})


@pytest.mark.parametrize(
    ("tone", "within", "wrote", "due"),
    [
        (Tone.COMPLAINT, "", "mon 09:00", "mon 10:00"),
        (Tone.COMPLAINT, Within.WORKING_DAY, "mon 11:30", "mon 13:30"),
        (Tone.COMPLAINT, "", "fri 16:50", "mon 08:50"),
        (Tone.COMPLAINT, "", "sat 22:00", "mon 09:00"),
        (Tone.QUESTION, Within.AN_HOUR, "mon 09:00", "mon 10:00"),
        (Tone.QUESTION, "", "mon 09:00", "mon 17:00"),
        (Tone.QUESTION, "", "mon 12:30", "mon 17:00"),
        (Tone.QUESTION, "", "mon 16:00", "mon 17:00"),
        (Tone.QUESTION, Within.NEXT_MORNING, "fri 16:50", "mon 10:00"),
        (Tone.QUESTION, "", "fri 23:00", "mon 10:00"),
        (Tone.QUESTION, "", "sun 12:00", "mon 10:00"),
        (Tone.OTHER, "", "mon 06:00", "mon 10:00"),
        (Tone.OTHER, Within.WORKING_DAY, "mon 09:00", "tue 09:00"),
        (Tone.PRAISE, "", "mon 09:00", "tue 09:00"),
        (Tone.PRAISE, Within.AN_HOUR, "sat 09:00", "tue 08:00"),
    ],
)
def test_an_answer_is_due_in_opening_hours_by_how_it_sounds_and_what_the_strategy_says(
    tone: str, within: str, wrote: str, due: str
) -> None:
    assert comments.due_at(tone, at(wrote), within, DEFAULT_OPENING, ZONE) == at(due)
    assert comments.due_at(tone, at(wrote), within, NEVER, ZONE) is None


@pytest.mark.parametrize(
    ("tone", "logged", "again", "lead"),
    [
        (Tone.COMPLAINT, "mon 09:00", "mon 09:30", "mon 10:00"),
        (Tone.COMPLAINT, "mon 11:00", "mon 11:30", "mon 12:00"),
        (Tone.QUESTION, "mon 09:00", "mon 16:00", "tue 17:00"),
        (Tone.QUESTION, "tue 09:00", "tue 09:30", "wed 09:00"),
    ],
    ids=["a complaint", "a complaint logged late", "a question", "a question logged late"],
)
def test_whoever_answers_hears_twice_and_the_lead_once_the_time_has_passed(
    tone: str, logged: str, again: str, lead: str
) -> None:
    one = comment(tone=tone, logged_at=at(logged))
    told = [comments.tells_at(one, level, DEFAULT_OPENING, ZONE) for level in Told]
    assert told == [None, at(logged), at(again), at(lead)]
    assert comments.tells_at(one, Told.ONCE, NEVER, ZONE) is None


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("IG", "instagram"),
        ("google", "google"),
        ("Yelp", "yelp"),
        ("elsewhere", "elsewhere"),
        ("Mrs Miller", ""),
        ("", ""),
    ],
)
def test_a_place_is_a_network_or_where_reviews_are(said: str, place: str) -> None:
    assert comments.place(said) == place


@pytest.mark.parametrize(
    ("link", "place"),
    [
        ("https://www.instagram.com/p/abc/", "instagram"),
        ("https://maps.google.com/?cid=12", "google"),
        ("https://g.page/r/abc/review", "google"),
        ("https://www.yelp.com/biz/bright-smile", "yelp"),
        ("https://brightsmile.example/blog", ""),
        ("", ""),
    ],
)
def test_a_link_tells_the_place(link: str, place: str) -> None:
    assert comments.place_of(link) == place


@pytest.mark.parametrize(
    "link",
    [
        "https://www.google.com/maps/contrib/1054/reviews",
        "https://www.facebook.com/profile.php?id=100",
        "https://www.linkedin.com/in/jane-doe/",
        "https://www.yelp.com/user_details?userid=x",
        "https://www.instagram.com/direct/t/1234",
        "https://www.facebook.com/messages/t/1234",
    ],
)
def test_a_link_to_one_person_or_to_private_messages_is_refused(link: str) -> None:
    with pytest.raises(Misread, match="one person or to private messages") as refused:
        comments.check_link(link)
    assert "jane" not in str(refused.value)


def test_a_link_finds_its_post_whatever_stands_behind_it() -> None:
    posts = [Post(id=3, posted_link="https://instagram.com/reel/Abc"), Post(id=4, posted_link="")]
    assert comments.post_under("https://www.instagram.com/p/Abc/?comment_id=5", posts) == 3
    assert comments.post_under("https://www.instagram.com/p/Other/", posts) is None
    assert comments.post_under("", posts) is None


@pytest.mark.parametrize(
    ("on", "clock", "wrote"),
    [
        (None, None, "mon 10:00"),
        (date(2026, 11, 23), None, "mon 10:00"),
        (None, time(9, 5), "mon 09:05"),
        (date(2026, 11, 20), time(17, 30), "fri 17:30"),
        (date(2026, 11, 20), None, "fri 00:00"),
    ],
)
def test_when_it_was_written_is_now_until_somebody_says_otherwise(
    on: date | None, clock: time | None, wrote: str
) -> None:
    assert comments.wrote_at(on, clock, at("mon 10:00"), ZONE) == at(wrote)


@pytest.mark.parametrize(
    ("on", "clock", "refused"),
    [
        (None, time(10, 1), "still to come"),
        (date(2026, 11, 24), None, "still to come"),
        (date(2025, 11, 1), None, "more than a year ago"),
    ],
)
def test_what_lies_ahead_or_far_back_is_refused(on: date | None, clock: time | None, refused: str) -> None:
    with pytest.raises(Misread, match=refused):
        comments.wrote_at(on, clock, at("mon 10:00"), ZONE)


def test_a_week_counts_what_was_written_in_it_and_all_that_waits() -> None:
    ended = {"ending": Ending.ANSWERED, "closed_at": at("tue 09:00")}
    found = [
        comment("fri 16:00"),
        comment("mon 09:00", **ended, open_minutes=30),
        comment("mon 10:00", follows_id=2, **ended, open_minutes=10),
        comment("tue 08:00", ending=Ending.NEEDLESS, closed_at=at("tue 09:00")),
        comment("tue 09:00"),
    ]
    told = comments.conversation(
        found, at("mon 00:00"), within="", now=at("tue 10:00"), opening=DEFAULT_OPENING, zone=ZONE
    )
    assert (told.waiting, told.oldest) == (2, 60 + 8 * 60 + 2 * 60)
    assert (told.answering.heard, told.answering.answered, told.answering.minutes) == (3, 2, (10, 30))
    assert (told.needless, told.again, told.tells_anything) == (1, 1, True)
    nothing = comments.conversation([], at("mon 00:00"), within="", now=at("tue 10:00"), opening=NEVER, zone=ZONE)
    assert (nothing.oldest, nothing.tells_anything) == (None, False)


def test_under_a_post_count_those_whose_link_is_its_own() -> None:
    found = [
        comment(post_id=3, ending=Ending.ANSWERED),
        comment(post_id=3),
        comment(post_id=3, ending=Ending.NEEDLESS),
        comment(),
    ]
    talks = comments.talks(found)
    assert {post: (each.answered, each.heard) for post, each in talks.items()} == {3: (1, 2)}


def test_whoever_the_strategy_names_answers_while_they_are_there() -> None:
    ana, ben, reyes = (Member(id=number, is_deactivated=False) for number in (1, 2, 3))
    assert comments.answerer(ben, ana, reyes) is ben
    ben.is_deactivated = True
    assert comments.answerer(ben, ana, reyes) is ana
    assert comments.answerer(None, None, reyes) is reyes
