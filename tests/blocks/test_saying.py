"""Words that somebody typed are shown as they were typed, whatever marks are in them."""

import pytest

from bot.blocks import saying
from simulator.drawing import mrkdwn


@pytest.mark.parametrize(
    "typed",
    [
        "*bold* move",
        "_very_ quiet",
        "~no~ yes",
        "a `code` here",
        "*_~all~_*",
        "say *both* and *both*",
        "(*so*)",
        "**",
        "`",
    ],
)
def test_marks_are_seen_and_format_nothing(typed: str) -> None:
    seen = [span for line in mrkdwn.read(saying.plain(typed)) for span in line.spans]
    assert not [span for span in seen if span.bold or span.italic or span.strike or span.code]
    assert len("".join(span.words for span in seen)) == len(typed)


@pytest.mark.parametrize("typed", ["snake_case", "<!channel>", "<@U1> & <http://x.com|y>", 'He said "yes"', "😀"])
def test_what_formats_nothing_stays_what_it_is(typed: str) -> None:
    assert mrkdwn.said({"type": "mrkdwn", "text": saying.plain(typed)}) == typed


def test_a_line_that_begins_like_a_quote_is_none() -> None:
    assert [line.kind for line in mrkdwn.read(saying.plain("> as she said\n> twice"))] == ["text", "text"]
