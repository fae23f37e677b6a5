"""Somebody from an agency: works on the plan and its figures, and is told kindly whom to ask about the rest."""

import pytest
from inline_snapshot import snapshot
from opening import photo

from bot.commands import buttons, reach
from bot.commands.vocabulary import ClearPhoto, Command, ShowLead
from simulator import elements
from simulator.people import Actor, Practice

FORMS = (
    b"id,created_time,form_id,form_name,is_organic,platform,full_name,phone_number,lead_status\n"
    b"l:100200300,2026-11-20T08:21:55-05:00,f:4,Whitening,false,ig,Maria Gonzalez,p:555-014-2233,CREATED\n"
)


@pytest.fixture
def mia(office: Practice) -> Actor:
    """Mia from Brightline, the agency, a guest in #social."""
    office.workspace.add_person("mia", "Mia Novak", display_name="Mia", tz="America/New_York")
    mia = office.person("mia")
    mia.joins("#social")
    return mia


def named(office: Practice, *people: str) -> str:
    """Have Ana say in the set-up who works for the practice from outside."""
    ana = office.person("ana")
    ana.types("/rounds setup")
    ana.fills_in({"Who works for you from outside?": list(people)})
    said = ana.submits()
    if ana.modal:
        ana.closes()
    return said


def clicks_what_was_forwarded(actor: Actor, command: Command) -> str:
    """Click a button that carries what another one did, as somebody who makes up requests could."""
    actor.types("/photos")
    shown = actor.message("photos")
    button = {"type": "button", "text": {"type": "plain_text", "text": "Go"}}
    button |= {"action_id": buttons.action_of(command), "value": buttons.value_of(command)}
    shown.blocks.append({"type": "actions", "block_id": "forwarded", "elements": [button]})
    return actor.clicks("Go")


def test_mia_from_the_agency_works_on_the_plan_and_sees_nothing_else(office: Practice, mia: Actor) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    sarah.types("/leads add instagram A-17")
    mia.types("/rounds calendar")
    assert "/leads" in mia.types("/rounds help")
    assert "Roles come with leads and settings" in named(office, "mia", "sarah")
    assert named(office, "mia") == snapshot("""\
+ Rounds
| The settings are saved. Everything you planned stays. You lead the program.
| Next digest: Mon 30 Nov, 9:00 AM, in #social
| If I'm not in #social yet, type `/invite @Rounds` there, so that I can post.
| Mia works with you from outside: on the plan, its photos and figures, without leads or settings. The digest tells of leads, so #social had better be your own team's.
| Next: type `/plan` to see your week.
| [Done]\
""")
    assert "From outside: Mia" in ana.types("/rounds status")
    assert mia.types("/rounds help") == snapshot("""\
The week
`/plan`  See and fill the week's plan
`/mine`  See what waits for you
`/photos`  See which photos wait, are ready or in use
How it goes
`/figures`  See and enter how posts did
`/comments`  See and log comments that wait for an answer
`/digest`  Set the posts of twelve weeks beside each other.
Rounds itself
`/rounds`  Set up, check and learn about Rounds
Add `help` to any of them, such as `/plan help`. Only you see this.\
""")

    added = mia.types("/plan add thu 4pm Meet our hygienist #human @ben")
    assert "Thu 26 Nov, 4:00 PM: Meet our hygienist" in added
    ben.clicks("I'll do it")
    ana.types("/plan add fri 10am Sealants, explained #service @mia")
    assert mia.clicks("I'll do it") == snapshot("""\
Thank you! The photo for Sealants, explained is yours. I'll remind you when it's time.
The photo: by Wed 25 Nov, 10:00 AM
Once you have it, share it in any channel I'm in.
[Need help] [How to]
Fine by then? Then that was all. If it gets tight, Need help reaches the lead, and nobody else.\
""")
    assert mia.types("/mine") == snapshot("""\
Yours to do
The photo for Sealants, explained is due Wed 25 Nov at 10:00 AM.
[Done] [Need help] [Tomorrow]\
""")
    assert mia.opens_home() == snapshot("""\
This week
=========
Mon 23 Nov to Sun 29 Nov 2026
Mon 23 Nov, 10:00 AM  Service place: free
Thu 26 Nov, 4:00 PM  Meet our hygienist (human): planned
Fri 27 Nov, 10:00 AM  Sealants, explained (service): planned
Sat 28 Nov, 10:00 AM  Community place: free
Next week
=========
Mon 30 Nov to Sun 6 Dec 2026
Mon 30 Nov, 10:00 AM  Service place: free
Thu 3 Dec, 4:00 PM  Human place: free
Sat 5 Dec, 10:00 AM  Community place: free
[Yours] [Still open] [Service] [Human] [Community]
(Open a post v)
[Add a post] [Comments] [See the plan] [Photos]
---
What waits for you
==================
1 thing waits for you.
Yours to do
The photo for Sealants, explained is due Wed 25 Nov at 10:00 AM.
[Done] [Need help] [Tomorrow]\
""")

    refused = {typed: mia.types(typed) for typed in (
        "/leads", "/leads add phone", "/digest", "/digest goal", "/plan budget", "/plan export", "/plan cadence",
        "/rounds duties", "/rounds status", "/rounds setup",
    )}  # fmt: skip
    assert refused == snapshot(
        {
            "/leads": """\
Leads stay with the practice's own team.
Ana can help you with that.\
""",
            "/leads add phone": """\
Leads stay with the practice's own team.
Ana can help you with that.\
""",
            "/digest": """\
The digest, goals and decisions stay with the practice's own team.
Ana can help you with that.\
""",
            "/digest goal": """\
The digest, goals and decisions stay with the practice's own team.
Ana can help you with that.\
""",
            "/plan budget": """\
The budget stays with the practice's own team. `/plan ads` has what ads may cost.
Ana can help you with that.\
""",
            "/plan export": """\
The plan as a file stays with the practice's own team. `/plan` shows you all of it.
Ana can help you with that.\
""",
            "/plan cadence": """\
That part of the planning stays with the practice's own team.
Ana can help you with that.\
""",
            "/rounds duties": """\
Who looks after what inside the practice stays with its own team.
Ana can help you with that.\
""",
            "/rounds status": """\
The settings stay with the practice's own team.
Ana can help you with that.\
""",
            "/rounds setup": """\
The settings stay with the practice's own team.
Ana can help you with that.\
""",
        }
    )
    assert "A-17" not in clicks_what_was_forwarded(mia, ShowLead(1))
    assert "lead" not in mia.types("/digest posts").lower().replace("lead: one enquiry", "")
    assert "The whole plan" not in mia.types("/rounds calendar")
    ben.uploads(photo(), "room.jpg", "#social")
    assert "room" not in mia.types("/photos")
    assert "I can't find that photo" in clicks_what_was_forwarded(mia, ClearPhoto(1, "no"))
    assert "A file of leads is for those who look after them" in mia.uploads(FORMS, "leads.csv") + mia.dm

    office.skip_to("wednesday 10:30")
    assert any("Sealants, explained" in told for told in mia.new_messages())
    direct = office.workspace.direct(mia.person.id, office.workspace.bot().id)
    sent = [each for message in direct.messages for each in elements.each(message.blocks)]
    kinds = {buttons.kind_of(element["action_id"]) for block, element in sent if block["block_id"] != "forwarded"}
    assert kinds
    assert not [kind for kind in kinds if kind is not None and reach.stays_with(kind)]

    assert "outside" not in named(office)
    assert "A-17" in mia.types("/leads")
