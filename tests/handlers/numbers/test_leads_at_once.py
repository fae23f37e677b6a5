"""Several people at the same moment: no number comes twice, and nobody undoes what somebody else just said."""

from concurrent.futures import ThreadPoolExecutor

from numbers_practice import MONDAY, Practice
from sqlmodel import col, select

from bot.commands.vocabulary import AddLead, MoveLead
from bot.domain.outcomes.leads import LeadMoved, LeadOvertaken
from bot.handlers import leads
from bot.handlers.call import Call
from storage.tables import Lead, Member, Workspace


def at_once(database, times, act):
    """Let several transactions do something at the same time."""

    def once(number):
        with database.transaction() as session:
            workspace = session.exec(select(Workspace)).one()
            sarah = session.exec(select(Member).where(col(Member.name) == "Sarah")).one()
            call = Call(session=session, workspace=workspace, now=MONDAY, carrier=None, member=sarah)
            return act(call, number)

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(once, range(times)))


def test_leads_logged_at_once_have_a_number_each(database):
    with database.transaction() as session:
        Practice(session)
    added = at_once(database, 8, lambda call, _: leads.add_lead(AddLead("phone"), call).lead.number)
    assert sorted(added) == list(range(1, 9))


def test_of_two_who_move_a_lead_at_once_one_is_told(database):
    with database.transaction() as session:
        lead_id = Practice(session).lead(MONDAY.date()).id
    stages = ("booked", "reached")
    outcomes = at_once(
        database, 2, lambda call, number: leads.move_lead(MoveLead(lead_id, stages[number], seen="new"), call)
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == [LeadMoved.__name__, LeadOvertaken.__name__]
    with database.transaction() as session:
        kept = session.exec(select(Lead)).one()
        assert {outcome.lead.stage for outcome in outcomes} == {kept.stage}
