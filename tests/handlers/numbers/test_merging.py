"""Two enquiries of one person: which is part of which, what is refused, and that nothing is lost on the way back."""

from datetime import date

import pytest
from numbers_practice import Practice

from bot.commands.vocabulary import MergeLeads, MoveLead, ShowLeads, SplitLead
from bot.domain.errors import WrongMoment
from bot.domain.outcomes.leads import LeadGone
from bot.handlers import leads, merging


@pytest.fixture
def pair(practice):
    return practice.lead(date(2026, 11, 2), stage="reached"), practice.lead(date(2026, 11, 25), stage="booked")


def merge(practice, one, other):
    return merging.merge_leads(MergeLeads(one.id, other.id), practice.call(practice.sarah))


def test_the_later_one_is_part_of_the_earlier_whichever_is_named_first(practice, pair):
    first, second = pair
    merged = merge(practice, first, second)
    assert (merged.whole.number, merged.part.number, merged.was) == (1, 2, "reached")
    assert (first.stage, first.booked_at) == ("booked", second.booked_at)
    assert leads.show_leads(ShowLeads(), practice.call(practice.sarah)).open == (first,)
    again = merge(practice, second, first)
    assert (again.whole.number, again.part.number) == (1, 2)


def test_the_way_back_leaves_both_as_they_were(practice, pair):
    first, second = pair
    was = (first.stage, first.reached_at, first.booked_at)
    merged = merge(practice, first, second)
    merging.split_lead(SplitLead(second.id, merged.was, first.stage), practice.call(practice.sarah))
    assert (first.stage, first.reached_at, first.booked_at) == was
    assert (second.stage, second.merged_into_id) == ("booked", None)


def test_what_was_moved_since_stays_where_it_is(practice, pair):
    first, second = pair
    merged = merge(practice, first, second)
    first.stage = "shown"
    merging.split_lead(SplitLead(second.id, merged.was, "booked"), practice.call(practice.sarah))
    assert first.stage == "shown"


def test_what_is_said_of_the_part_is_so_of_the_whole(practice, pair):
    first, second = pair
    merge(practice, first, second)
    moved = leads.move_lead(MoveLead(second.id, "shown"), practice.call(practice.sarah))
    assert (moved.lead.number, first.stage, second.stage) == (1, "shown", "booked")


def test_enquiries_far_apart_or_merged_already_are_left_alone(practice, pair, session):
    first, second = pair
    early = practice.lead(date(2026, 10, 1))
    with pytest.raises(WrongMoment, match="more than 30 days apart"):
        merge(practice, early, second)
    merge(practice, first, second)
    third = practice.lead(date(2026, 11, 27))
    with pytest.raises(WrongMoment, match="Lead 2 is merged with another one already"):
        merge(practice, second, third)
    other = Practice(session, team_id="T2")
    assert isinstance(merge(other, first, third), LeadGone)
    assert isinstance(merging.split_lead(SplitLead(second.id), other.call(other.sarah)), LeadGone)
    assert second.merged_into_id == first.id
