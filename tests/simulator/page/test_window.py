"""Which part of a long conversation is drawn, and how it moves with its reader."""

import pytest

from simulator.page.window import MOST, OPENS_WITH, STEP, Window, cut
from simulator.rows import Message


def said(count):
    return [Message(f"{1000 + number}.000000", "C1", "U1", text=str(number)) for number in range(count)]


def shown(found):
    return (int(found.messages[0].text), int(found.messages[-1].text)) if found.messages else None


def then(found, more="", *, following=True):
    return Window(found.first, found.last, more, following)


def test_a_short_conversation_is_drawn_whole():
    found = cut(said(7), Window())
    assert (shown(found), found.older, found.newer) == ((0, 6), False, False)
    assert cut([], Window()).messages == []


def test_a_long_one_opens_at_its_end_and_follows_it():
    found = cut(said(500), Window())
    assert (shown(found), found.older, found.newer) == ((500 - OPENS_WITH, 499), True, False)
    assert shown(cut(said(503), then(found))) == (500 - OPENS_WITH, 502)


def test_it_opens_where_the_first_unread_message_stands():
    assert shown(cut(said(500), Window(), unread_after="1399.000000"))[0] == 395
    assert shown(cut(said(500), Window(), unread_after="0"))[0] == 500 - OPENS_WITH
    assert shown(cut(said(120), Window(), unread_after="0"))[0] == 0


def test_it_goes_back_to_the_beginning_and_forward_to_the_end_again():
    found = cut(said(500), Window())
    while found.older:
        before = shown(found)
        found = cut(said(500), then(found, "older", following=False))
        assert shown(found)[0] == max(0, before[0] - STEP)
        assert len(found.messages) <= MOST
    assert (shown(found), found.newer) == ((0, MOST - 1), True)
    while found.newer:
        found = cut(said(500), then(found, "newer", following=False))
        assert len(found.messages) <= MOST
    assert (shown(found)[1], found.last) == (499, "")


@pytest.mark.parametrize(
    ("following", "kept"), [(True, (640 - OPENS_WITH, 639)), (False, (500 - OPENS_WITH, 649 - OPENS_WITH))]
)
def test_much_that_comes_pushes_out_what_is_furthest_from_the_reader(following, kept):
    found = cut(said(500), Window())
    assert shown(cut(said(640), then(found, following=following))) == kept


def test_a_message_at_the_edge_may_be_gone():
    found = cut(said(500), Window())
    rest = [message for message in said(500) if message.ts != found.first]
    assert shown(cut(rest, then(found)))[1] == 499
