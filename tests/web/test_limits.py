"""So many requests a minute, for each address on its own."""

import asyncio
from datetime import UTC, datetime, timedelta

from starlette.requests import Request

from bot.web.leads import lead_routes
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


def test_who_asks_too_often_hears_in_how_many_seconds_the_minute_is_over():
    at = [datetime(2026, 11, 27, 9, 0, 48, 900_000, tzinfo=UTC)]
    greet = lead_routes(None, lambda: at[0])[0].endpoint
    asked = Request(
        {"type": "http", "method": "GET", "path_params": {"token": "t"}, "query_string": b"", "headers": []}
    )

    async def answers(times):
        return [await greet(asked) for _ in range(times)]

    *_, last = asyncio.run(answers(61))
    assert (last.status_code, last.headers["retry-after"]) == (429, "12")
    at[0] += timedelta(seconds=12)
    [first] = asyncio.run(answers(1))
    assert first.status_code == 401, "the address is not known, but may be asked for again"
