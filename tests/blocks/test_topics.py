"""Each quarter has its topic."""

from datetime import date

from bot.blocks.topics import topic


def test_a_quarter_has_one_topic_and_eight_quarters_have_eight() -> None:
    months = [date(2026 + n // 12, n % 12 + 1, 1) for n in range(36)]
    for n in range(0, 36, 3):
        assert len({topic(month) for month in months[n : n + 3]}) == 1
    assert len({topic(month) for month in months[:24]}) == 8
    assert topic(months[0]) == topic(months[24])
