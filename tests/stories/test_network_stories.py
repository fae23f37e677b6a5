"""Is a network worth the work? What it took stands beside the leads recorded from there, and the word is careful."""

from datetime import UTC, date, datetime, time, timedelta

from inline_snapshot import snapshot
from sqlmodel import Session

from bot.app import Rounds
from simulator.people import Practice
from storage import leads, members, posts, workspaces
from storage.tables import Kind, Lead, Member, Post, Role, Step

FIRST = date(2026, 8, 31)


def test_ana_sees_what_each_network_took_and_decides_with_the_others(office: Practice, rounds: Rounds) -> None:
    ana, ben = office.people("ana", "ben")
    assert ana.types("/digest networks") == snapshot(
        "What each network took, and what came with it, Mon 31 Aug to Sun 22 Nov: no post went out on a network that I know. The form of a post asks where it goes out."
    )
    ana.types("/rounds strategy")
    ana.clicks("Write it down")
    ana.fills_in({"What is each network for?": "Instagram: who we are. Real people. TikTok: young adults hear of us."})
    ana.submits()
    ana.closes()
    with rounds.database.transaction() as session:
        a_quarter_of_work(session, office.workspace.id)
    assert ana.types("/digest networks") == snapshot("""\
What each network took, and what came with it, Mon 31 Aug to Sun 22 Nov
Instagram: keep. 15 posts, about 11 h 15 min of work, 36 leads (36 said): 32 in 10 hours of work, which fits anything from 22 to 44. For the work, it is unlikely to come with less than half as many as the others together. Your strategy: “Instagram: who we are. Real people.”
TikTok: could stop, by leads alone. 12 posts, about 10 h of work, no leads: none in 10 hours of work, which fits up to 3.7. For the work, that is fewer than with the others together; chance alone would rarely do that. Leads may not be all it is for: 6 of its posts were human or community ones, which people come to trust you by. Your strategy: “TikTok: young adults hear of us.”
Facebook: keep testing. 3 posts, about 1 h 15 min of work, no leads: none in 10 hours of work, which fits up to 30. Something went out in 3 weeks; it takes 8 to tell twice as many from chance.
54 leads in all: 36 recorded from here, 12 from elsewhere, 6 from nobody knows where. 3 posts went to several networks, which share their work.
Work is the minutes that the steps of posts usually take; nobody is timed, and answering comments and money for ads are not in it. Ranges hold 95 times in 100. That leads came with a network is no proof that they came of it.
[Decide something]\
""")
    assert "What will you do differently?" in ana.clicks("Decide something")
    ana.closes()

    ana.types("/rounds setup")
    ana.fills_in({"Who works for you from outside?": ["ben"]})
    ana.submits()
    ana.closes()
    assert ben.types("/digest networks") == snapshot("""\
The digest, goals and decisions stay with the practice's own team.
Ana can help you with that.\
""")


def a_quarter_of_work(session: Session, team_id: str) -> None:
    """Have posts go out on three networks for twelve weeks, and enquiries come in."""
    workspace = workspaces.by_team(session, team_id)
    assert workspace is not None
    ana = members.holders(session, workspace.id or 0)[Role.LEAD]
    for week in range(12):
        places = [("IG", Kind.HUMAN, 3), ("TikTok", Kind.COMMUNITY if week % 2 else Kind.SERVICE, 0)]
        places += [("IG + Facebook", Kind.SERVICE, 1)] if week < 3 else []
        for network, kind, day in places:
            goes_out(session, ana, FIRST + timedelta(weeks=week, days=day), network, kind)
        for source in ["instagram"] * 3 + ["phone"] + [""] * (week % 2):
            enquires(session, ana, FIRST + timedelta(weeks=week, days=2), source)


def goes_out(session: Session, ana: Member, on: date, network: str, kind: Kind) -> None:
    """Have a post go out, with the steps it took."""
    at, here = datetime.combine(on, time(15), UTC), ana.workspace_id
    number = posts.next_number(session, here)
    words = {"kind": kind, "what": "A post", "network": network}
    post = Post(workspace_id=here, number=number, on=on, publish_at=at, added_at=at, posted_at=at, **words)
    posts.remember(session, post)
    owner, of = ana.id or 0, post.id or 0
    for task, minutes in (("photo", 25), ("caption", 20), ("publish", 5)):
        session.add(Step(workspace_id=here, post_id=of, task=task, owner_id=owner, due_at=at, minutes=minutes))


def enquires(session: Session, ana: Member, on: date, source: str) -> None:
    """Have somebody new get in touch."""
    at, here = datetime.combine(on, time(15), UTC), ana.workspace_id
    number = leads.next_number(session, here)
    session.add(Lead(workspace_id=here, number=number, came_on=on, said=source, logged_at=at))
