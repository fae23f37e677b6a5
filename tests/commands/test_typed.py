"""What Slack sends for what people type, taken apart and put back."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.typed import Piece, take_apart


def read(text: str) -> list[tuple[str, str, str]]:
    return [(piece.sign, piece.value, piece.shown) for piece in take_apart(text).pieces]


@pytest.mark.parametrize(
    ("sent", "piece"),
    {
        "<@U123|ben>": ("person", "U123", "@ben"),
        "<@W123>": ("person", "W123", "@W123"),
        "<@U123|ben>,": ("person", "U123", "@ben,"),
        "<#C1|Human>": ("tag", "human", "#Human"),
        "<#C1>": ("tag", "", "#C1"),
        "#human": ("tag", "human", "#human"),
        "#HUMAN,": ("tag", "human", "#HUMAN,"),
        "#אנושי": ("tag", "אנושי", "#אנושי"),
        "#2": ("word", "#2", "#2"),
        "#": ("word", "#", "#"),
        "<https://a.com/x?b=1&amp;c=2>": ("link", "https://a.com/x?b=1&c=2", "https://a.com/x?b=1&c=2"),
        "<http://a.com|a.com>": ("link", "http://a.com", "a.com"),
        "https://a.com/x.": ("link", "https://a.com/x", "https://a.com/x."),
        "<mailto:hi@a.com|hi@a.com>": ("word", "mailto:hi@a.com", "hi@a.com"),
        "<tel:555123|555-123>": ("word", "tel:555123", "555-123"),
        "<!channel>": ("word", "!channel", "@channel"),
        "<!here|here>": ("word", "!here", "@here"),
        "<!subteam^S1|@team>": ("word", "!subteam^S1", "@team"),
        "<!date^1764000000^{date}|Monday>": ("word", "!date^1764000000^{date}", "Monday"),
        "&lt;!channel&gt;": ("word", "<!channel>", "<!channel>"),
        "&amp;lt;": ("word", "&lt;", "&lt;"),
        "(<@U1|ben>)": ("word", "(@ben)", "(@ben)"),
        "<@U1|ben>'s": ("word", "@ben's", "@ben's"),
        "@ben": ("word", "@ben", "@ben"),
        "<": ("word", "<", "<"),
        "🦷": ("word", "🦷", "🦷"),
    }.items(),
)
def test_a_piece_is_what_slack_means_by_it(sent: str, piece: tuple[str, str, str]) -> None:
    assert read(sent) == [piece]


def test_a_label_with_blanks_is_one_piece() -> None:
    assert read("see <https://a.com|our page>") == [("word", "see", "see"), ("link", "https://a.com", "our page")]


def test_the_first_word_is_known_in_lower_case_and_taken_off() -> None:
    typed = take_apart("Add <@U1|ben>")
    assert typed.first == "add"
    assert typed.after_first().pieces == (Piece("person", "U1", "@ben", " "),)
    assert take_apart("<@U1|ben> add").first == ""
    assert take_apart("").first == ""


@given(st.text(max_size=300))
def test_what_was_typed_is_put_back_exactly(words: str) -> None:
    """Slack escapes typed text; without marks in it, nothing but the blanks around it may be lost."""
    assert take_apart(html.escape(words, quote=False)).text == words.strip()


@given(st.text(alphabet="<>@#!|&;/.: abU1\n", max_size=60))
def test_whatever_is_sent_can_be_taken_apart(sent: str) -> None:
    assert all(piece.shown for piece in take_apart(sent).pieces)


def test_four_thousand_characters_keep_their_lines_and_quotes() -> None:
    words = ('Say “hi” to "Ana" — it\'s\n  שלום 🦷 *bold* ' * 100)[:4000].strip()
    assert take_apart(words).text == words
