"""So many requests a minute, for each address on its own."""

from datetime import UTC, datetime, timedelta

from bot.web.limits import PerMinute


def test_a_minute_lets_so_many_through_for_each_address_and_the_next_begins_anew():
    at = [datetime(2026, 11, 27, 9, 0, 5, tzinfo=UTC)]
    limit = PerMinute(3, lambda: at[0])
    assert [limit.lets_through("a") for _ in range(5)] == [True, True, True, False, False]
    assert limit.lets_through("b")
    at[0] += timedelta(minutes=1)
    assert limit.lets_through("a")


def test_made_up_addresses_take_no_more_room_than_there_is():
    limit = PerMinute(3, lambda: datetime(2026, 11, 27, 9, 0, tzinfo=UTC), addresses=2)
    assert [limit.lets_through(key) for key in ("a", "b", "c", "a")] == [True, True, False, True]
