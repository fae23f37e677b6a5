"""One week of Bright Smile Dental, from the first command to the digest, as the four of them live it."""

from collections.abc import Iterator

import pytest
from inline_snapshot import snapshot
from opening import photo
from street import Street

from simulator.people import Practice


@pytest.fixture(params=["sqlite", "postgresql", "durable"])
def practice(request: pytest.FixtureRequest, street: Street) -> Iterator[Practice]:
    """Bright Smile Dental, first as every story has it, then with the engine that it runs on in earnest."""
    is_durable = request.param == "durable"
    url = request.getfixturevalue("postgresql_url" if is_durable else f"{request.param}_url")
    with street.play(url, direct=not is_durable) as rounds:
        yield Practice(street.slack, settle=rounds.settle)


def test_the_week_of_bright_smile_dental(practice: Practice) -> None:  # noqa: PLR0915 - a week is long
    """Set-up, plan, offer, nudges, photo, post, leads, figures, digest and Home, each person's part in turn."""
    ana, ben, sarah, reyes = practice.people("ana", "ben", "sarah", "reyes")

    # Monday, 9:00. Ana sets Rounds up.
    form = ana.types("/rounds setup")
    assert "Time zone of the practice: (America/New York v)" in form
    assert "Open on Monday (optional): 8:00-12:00, 13:00-17:00" in form
    assert "Who leads the program?: (@Ana v)" in form
    ana.fills_in(
        {
            "Open on Friday": "8:00-12:00, 13:00-15:00",
            "Days you are closed": "dec 24 to jan 1",
            "Where does the weekly digest go?": ["#social", "#front-desk"],
            "Who steps in for the lead?": "sarah",
            "Which doctor or owner backs it?": "reyes",
            "Who speaks for marketing?": "ana",
            "Who speaks for the front desk or sales?": "sarah",
        }
    )
    assert ana.submits() == snapshot("""\
+ Rounds
| Rounds is set up. You lead the program.
| Next digest: Mon 30 Nov, 9:00 AM, in #social and #front-desk
| If I'm not in #social and #front-desk yet, type `/invite @Rounds` there, so that I can post.
| The outline of every week: Monday 10:00 AM, service; Thursday 4:00 PM, human; Saturday 10:00 AM, community. Change it with `/plan cadence`.
| Next: type `/plan` to see your week.
| [Done]\
""")
    ana.closes()
    assert [person.new_messages() for person in (ana, ben, sarah, reyes)] == snapshot([[], [], [], []])

    # The outline of every week, this week with its three free places, and the weeks after it.
    assert ana.types("/plan cadence") == snapshot("""\
The outline of your weeks
Monday 10:00 AM, service: something you do, and whom it helps  [Change]
Thursday 4:00 PM, human: the people behind the practice  [Change]
Saturday 10:00 AM, community: neighbors, events, other local businesses  [Change]
[Add a place] [Edit all]\
""")
    ana.clicks("Change", on="Monday")
    ana.fills_in({"At what time?": "9:30"})
    assert "Now at another time: Monday 9:30 AM, service." in ana.submits()
    assert "Monday 9:30 AM, service: something you do" in ana.submits()
    ana.closes()
    assert ana.types("/plan") == snapshot("""\
This week: Mon 23 Nov to Sun 29 Nov 2026
Mon 23 Nov, 9:30 AM, service
free: something you do, and whom it helps  [Fill this place]
Thu 26 Nov, 4:00 PM, human
free: the people behind the practice  [Fill this place]
Sat 28 Nov, 10:00 AM, community
free: neighbors, events, other local businesses  [Fill this place]
[Last week] [Add a post] [Next week]\
""")
    assert ana.types("/plan next").startswith("Next week: Mon 30 Nov to Sun 6 Dec 2026")
    assert ana.types("/plan 2026-W50").startswith("Week 50 of 2026: Mon 7 Dec to Sun 13 Dec 2026")

    # A post in one line fills Thursday's place; the same in a form fills Saturday's.
    assert ana.types("/plan add thu 4pm Meet our hygienist #human @ben") == snapshot("""\
Thu 26 Nov, 4:00 PM: Meet our hygienist fills Thursday's human place.
Photo: Ben is asked. Caption, publishing and the check: you.
Due: photo Tue 24 Nov, 4:00 PM · caption Wed 25 Nov, 4:00 PM · publishing Thu 26 Nov, 4:00 PM · the check Fri 27 Nov, 3:00 PM
Still open, for whenever you know: why, how and what it takes.
[Undo] [See the week]\
""")
    ana.types("/plan add")
    ana.fills_in(
        {
            "What is it about?": "Coats for the shelter",
            "Which day?": "2026-11-28",
            "Why? What should come of it": "Neighbors know us",
            "Where does it go out?": "Instagram",
            "What does it take?": "A photo of the boxes",
        }
    )
    assert ana.submits() == snapshot("""\
+ Rounds
| Sat 28 Nov, 10:00 AM: Coats for the shelter fills Saturday's community place.
| Photo, caption, publishing and the check: you. "Check the sign and its code" and "Invite people at the desk": Sarah is asked.
| Due: photo Thu 26 Nov, 10:00 AM · caption Fri 27 Nov, 10:00 AM · "Check the sign and its code" Fri 27 Nov, 10:00 AM · publishing Fri 27 Nov, 3:00 PM · "Invite people at the desk" Mon 30 Nov, 9:00 AM · the check Mon 30 Nov, 10:00 AM
| [Undo] [See the week]
| [Done]\
""")
    ana.closes()

    # Ben is asked, only he, and takes the photo on.
    assert ben.new_messages() == snapshot(
        [
            """\
Ana asks whether you could take the photo for Meet our hygienist, Thu 26 Nov, 4:00 PM.
The photo: by Tue 24 Nov, 4:00 PM
[I'll do it] [Swap] [Can't] [How to]
Swap lets you ask somebody else. Can't is fine too, and needs no reason.\
"""
        ]
    )
    assert ben.clicks("I'll do it") == snapshot("""\
Thank you! The photo for Meet our hygienist is yours. I'll remind you when it's time.
The photo: by Tue 24 Nov, 4:00 PM
Once you have it, share it in any channel I'm in.
[Need help] [How to]
Fine by then? Then that was all. If it gets tight, Need help reaches the lead, and nobody else.\
""")
    assert ben.types("/mine") == snapshot("""\
Yours to do
The photo for Meet our hygienist is due tomorrow at 4:00 PM.
[Done] [Need help] [Tomorrow]\
""")
    assert ana.sees("#social") == ""

    # The places and their steps are chased kindly, and only in opening hours.
    practice.skip_to("tuesday 9:00")
    assert ben.new_messages() == snapshot(
        [
            """\
The photo for Meet our hygienist is due tomorrow at 4:00 PM.
[Done] [Need help] [Tomorrow]
Why this? You said yes to it. Change it: `/rounds reminders`\
"""
        ]
    )
    practice.skip_to("tuesday 16:00")
    assert ben.new_messages() == snapshot(
        [
            """\
The photo for Meet our hygienist is due now.
[Done] [Need help] [Tomorrow]
Why this? You said yes to it. Change it: `/rounds reminders`\
"""
        ]
    )
    ana.new_messages()

    # Ben shares a picture, says that no patient is in it, and hears no more of it.
    assert ben.uploads(photo(), "ben.jpg", "#social") == snapshot("""\
Does this photo show a patient?
A face, a mouth, a name on a chart or a screen in the background: all of that counts.
[No] [Yes] [Not sure]
Photo 1. Only you see this. I copy nothing until you have answered No.\
""")
    assert ben.clicks("No") == snapshot("""\
✓ The photo for Meet our hygienist is done.

✓ The photo for Meet our hygienist is done.

I'm fetching photo 1 now and taking its location and camera data out. You'll get a message when it is in its place.

Thank you. Photo 1 is with Meet our hygienist, Thu 26 Nov. Location and camera data were removed.
[Another post] [It may show a patient]\
""")
    assert "Does this photo" not in sarah.sees("#social")
    practice.skip_to("thursday 9:00")
    assert ben.hears_nothing_more()
    assert ana.new_messages() == snapshot(
        [
            """\
The photo for Coats for the shelter is due tomorrow at 10:00 AM.
[Done] [Need help] [Tomorrow]
Why this? You said yes to it. Change it: `/rounds reminders`\
""",
            """\
The caption for Meet our hygienist is due now.
[Done] [Need help] [Tomorrow]
Publishing for Meet our hygienist is due tomorrow at 4:00 PM.
[Done] [Need help] [Tomorrow]
Why this? You said yes to it. Change it: `/rounds reminders`\
""",
            """\
The caption for Meet our hygienist was due yesterday at 4:00 PM. If it's done, one click on Done is enough.
[Done] [Need help] [Tomorrow]
Why this? You said yes to it. Change it: `/rounds reminders`\
""",
        ]
    )

    # Ana does the rest, and marks the post with its link. Saturday's goes by.
    ana.types("/mine")
    ana.clicks("Done", on="The caption for Meet our hygienist")
    practice.skip_to("thursday 16:05")
    ana.types("/plan")
    ana.clicks("Posted", on="Meet our hygienist")
    ana.fills_in({"Link to the post": "https://www.instagram.com/p/BrightSmile40/"})
    assert ana.submits() == snapshot("""\
+ Rounds
| Meet our hygienist is marked posted. See it. Its figures come next, in a day or two.
| [Add figures] [See the week]
| [Done]\
""")
    ana.closes()

    # Sarah logs leads in two taps, Ana the figures in one form.
    assert sarah.types("/leads add instagram", "#front-desk") == snapshot("""\
Lead 1 from Instagram, today.
[Reached] [Booked] [Shown] [Started] [Lost…] [Take back] [Add details]\
""")
    for stage in ("Reached", "Booked", "Shown", "Started"):
        said = sarah.clicks(stage)
    assert said == snapshot("""\
Lead 1 from Instagram, today: started.
[New again] [Reached] [Booked] [Shown] [Lost…] [Take back]\
""")
    sarah.types("/leads add phone A-17", "#front-desk")
    sarah.clicks("Lost…")
    sarah.fills_in({"What was it?": "Insurance"})
    assert sarah.submits() == snapshot("""\
+ Rounds
| Lead 2 (A-17) from the phone, today: lost (insurance).
| [New again] [Reached] [Booked] [Shown] [Started] [Take back]
| [Done]\
""")
    sarah.closes()
    ana.types("/figures")
    ana.clicks("Enter figures")
    ana.fills_in({"Reach": "410", "Views": "512", "Reactions": "31", "Comments": "9", "Shares": "3", "Saves": "4"})
    assert ana.submits() == snapshot("""\
+ Rounds
| Meet our hygienist: reach 410, 512 views, 9 comments, 31 reactions, 3 shares, 4 saves. Not known yet: link clicks.
| [Update] [All figures]
| [Done]\
""")
    ana.closes()

    # What is left of the week, at a glance.
    assert ana.opens_home() == snapshot("""\
This week
=========
Mon 23 Nov to Sun 29 Nov 2026
Mon 23 Nov, 9:30 AM  Service place: left empty
Thu 26 Nov, 4:00 PM  Meet our hygienist (human): posted ✓
Sat 28 Nov, 10:00 AM  Coats for the shelter (community): planned
Next week
=========
Mon 30 Nov to Sun 6 Dec 2026
Mon 30 Nov, 9:30 AM  Service place: free
Thu 3 Dec, 4:00 PM  Human place: free
Sat 5 Dec, 10:00 AM  Community place: free
[Yours] [Still open] [Service] [Human] [Community]
(Open a post v)
[Add a post] [Log a lead] [Comments] [See the plan] [Photos] [Digest]
---
What waits for you
==================
6 things wait for you.
Yours to do
The photo for Coats for the shelter was due today at 10:00 AM.
[Done] [Need help] [Tomorrow]
The caption for Coats for the shelter is due tomorrow at 10:00 AM.
[Done] [Need help] [Tomorrow]
The check for Meet our hygienist is due tomorrow at 3:00 PM.
[Done] [Need help] [Tomorrow]
Publishing for Coats for the shelter is due tomorrow at 3:00 PM.
[Done] [Need help] [Tomorrow]
The check for Coats for the shelter is due Mon 30 Nov at 10:00 AM.
[Done] [Need help] [Tomorrow]
Where a hand would help
Sarah hasn't found time to say whether to do "Check the sign and its code" for Coats for the shelter, which is due tomorrow at 10:00 AM. Maybe somebody else can?
[I'll take it] [Ask somebody else]\
""")
    assert ben.opens_home() == snapshot("""\
This week
=========
Mon 23 Nov to Sun 29 Nov 2026
Mon 23 Nov, 9:30 AM  Service place: left empty
Thu 26 Nov, 4:00 PM  Meet our hygienist (human): posted ✓
Sat 28 Nov, 10:00 AM  Coats for the shelter (community): planned
Next week
=========
Mon 30 Nov to Sun 6 Dec 2026
Mon 30 Nov, 9:30 AM  Service place: free
Thu 3 Dec, 4:00 PM  Human place: free
Sat 5 Dec, 10:00 AM  Community place: free
[Yours] [Still open] [Service] [Human] [Community]
(Open a post v)
[Add a post] [Log a lead] [Comments] [See the plan] [Photos] [Digest]
---
What waits for you
==================
Nothing right now. Thank you for keeping things moving!\
""")

    # Monday, 9:00. The digest and the plan for the new week are in their channels, once each.
    practice.skip_to("sunday 23:00")
    ana.new_messages()
    practice.skip_to("monday 9:05")
    heard = sarah.sees("#front-desk")
    assert "Coats for the shelter\n  planned but not seen\n  2 of 3 places filled." in heard
    news = heard[heard.index("Rounds:\n  Week 48,") :]
    assert news == snapshot("""\
Rounds:
  Week 48, Mon 23 Nov to Sun 29 Nov
  =================================
  1 of 3 planned places is out. Planned but not seen: Coats for the shelter (Sat 28 Nov). Empty place: Mon 23 Nov (service).
  Still to come: a line from Ana and a line from Sarah.
  Marketing, Ana 1 post out Reach 410 9 comments among 47 engagements, 11 for every 100 reached
  Sales, Sarah 2 leads: Instagram 1, phone 1 1 reached, 1 booked, 1 shown, 1 started so far 1 lost (insurance)
  Posts of week 48
  Post               | Reach | Comments | Engagements | Link clicks | Link
  --------------------------------------------------------------------------
  Meet our hygienist |   410 |        9 |          47 | not known   | See it
  Too early to say. Leads are compared once eight whole weeks are known; so far none are.
  To settle by Thu 3 Dec: what would make the coming week easier? Ana starts. @Ana and @Sarah, a line each, please: good, bad or in between.
  [Ana: add a line] [Sarah: add a line] [Decide something] [Nothing changes]
  Last lead logged Thu 26 Nov. Figures last entered Thu 26 Nov. Source known for all 2 leads. Definitions: version 1.
    Rounds:
      What stands behind week 48
      Posts of the week
      • Meet our hygienist: reach 410, 512 views, 9 comments, 31 reactions, 3 shares, 4 saves, see it
      Definitions, version 1. Engagements: comments, reactions, shares and saves. Reach: people who saw a post, never added up over posts. Lead: one enquiry by a new person; existing patients and spam don't count. Ranges hold 95 times in 100.
Rounds:
  The plan for the week: Mon 30 Nov to Sun 6 Dec 2026
  Mon 30 Nov, 9:30 AM, service
  free: something you do, and whom it helps  [Fill this place]
  Thu 3 Dec, 4:00 PM, human
  free: the people behind the practice  [Fill this place]
  Sat 5 Dec, 10:00 AM, community
  free: neighbors, events, other local businesses  [Fill this place]
  None of 3 places filled. Type `/plan` to see the week at any time.\
""")
    assert ben.sees("#social").endswith(news)

    # Both sides add a line, and the digest in both channels has it.
    ana.clicks("Ana: add a line")
    ana.fills_in({"What was good?": "Faces work. More of them."})
    assert ana.submits() == snapshot("""\
+ Rounds
| Thank you. Your line is in the digest of week 48. Good: “Faces work. More of them.”
| [Done]\
""")
    ana.closes()
    sarah.clicks("Sarah: add a line")
    sarah.fills_in({"What was good?": "Two callers had seen Ben's post."})
    sarah.submits()
    sarah.closes()
    for channel in ("#social", "#front-desk"):
        assert "Faces work. More of them." in sarah.sees(channel)
        assert "Two callers had seen Ben's post." in sarah.sees(channel)
        assert sarah.sees(channel).count("Week 48, Mon 23 Nov to Sun 29 Nov") == 1
    assert reyes.new_messages() == snapshot(
        [
            """\
Finished in week 48: Ben took the photo for Meet our hygienist; Ana wrote the words for Meet our hygienist.
[Say thanks to Ben] [Say thanks to Ana]\
"""
        ]
    )
