"""Ideas for a month: collected in one thread, voted for, and taken into the plan; what may be a patient is not kept."""

from inline_snapshot import snapshot

from simulator import acts
from simulator.people import Practice

THREAD = "Ideas for December"


def test_a_month_is_thought_up_together_and_an_idea_becomes_a_post(office: Practice) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    assert ben.types("/plan idea Before and after our new waiting room") == snapshot("""\
Kept for December: Before and after our new waiting room
`/plan ideas` opens the thread for everybody.
[Take it back]\
""")
    assert ana.types("/plan ideas") == snapshot("""\
Ideas for December 2026
I opened the thread in #social: one reply there is one idea. `/plan idea` adds one from anywhere.
Before and after our new waiting room  [👍]
[Take one into the plan]\
""")
    assert ana.sees("#social") == snapshot("""\
Rounds:
  Ideas for December: what should people see of us?
  Reply in this thread, one idea to a reply, or type `/plan idea` and your idea. Please no patient's name. A vote says that you would like to see it.
  Before and after our new waiting room  [👍]
  [Take one into the plan]\
""")
    ben.types("How Sarah's dog came to the practice", "#social", thread=THREAD)
    sarah.types("Thank the florist & ask @ben why", "#social", thread=THREAD)
    sarah.clicks("👍", on="florist")
    ben.clicks("👍 1", on="florist")
    ben.clicks("👍", on="waiting room")
    ben.clicks("👍 1", on="waiting room")
    assert ben.types("/plan ideas") == snapshot("""\
Ideas for December 2026
The thread is in #social: one reply there is one idea. `/plan idea` adds one from anywhere.
Thank the florist & ask @Ben why  [👍 2]
Before and after our new waiting room  [👍]
How Sarah's dog came to the practice  [👍]
[Take one into the plan]\
""")
    assert ana.counts_messages(THREAD) == 1
    ana.clicks("Take one into the plan", on=THREAD)
    assert ana.modal == snapshot("""\
+ Plan an idea
| Which idea?: (Thank the florist & ask @Ben why v)
| Which place does it fill?: (Thu 3 Dec, 4:00 PM, human v)
| Who gets the photo? (optional): (A colleague, who is asked first v)
|   Nobody is assigned silently. Left empty, it is yours.
| [Cancel] [Add]\
""")
    assert ana.submits() == snapshot("""\
+ Rounds
| Thu 3 Dec, 4:00 PM: Thank the florist & ask @Ben why fills Thursday's human place.
| Photo, caption, publishing and the check: you.
| Due: photo Tue 1 Dec, 4:00 PM · caption Wed 2 Dec, 4:00 PM · publishing Thu 3 Dec, 4:00 PM · the check Fri 4 Dec, 4:00 PM
| Still open, for whenever you know: why, how and what it takes.
| [Undo] [See the week]
| [Done]\
""")
    ana.closes()
    assert ana.sees("#social") == snapshot("""\
Rounds (edited):
  Ideas for December: what should people see of us?
  Reply in this thread, one idea to a reply, or type `/plan idea` and your idea. Please no patient's name. A vote says that you would like to see it.
  Before and after our new waiting room  [👍]
  How Sarah's dog came to the practice  [👍]
  ✓ In the plan, Thu 3 Dec: Thank the florist & ask @Ben why
  [Take one into the plan]
    Ben: How Sarah's dog came to the practice
    Sarah: Thank the florist & ask @Ben why\
""")
    ana.types("/plan 2026-W49")
    ana.clicks("Open", on="florist")
    ana.clicks("Take out")
    ana.closes()
    office.skip_to("2026-11-23 09:30")
    assert "why  [👍 2]" in ben.types("/plan ideas")
    assert "✓ In the plan" not in ana.sees("#social")


def test_a_reply_that_changes_changes_its_idea_and_what_may_be_a_patient_is_not_kept(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan ideas")
    ben.types("Our new chair", "#social", thread=THREAD)
    ben.types("Mrs. Miller and her new smile", "#social", thread=THREAD)
    assert ben.last_message == snapshot(
        "That may point to a patient, so I haven't kept it. Please leave out names, phone numbers, addresses and dates of birth. Your reply stands in the thread; you can change or delete it there."
    )
    assert "Miller" not in ana.types("/plan ideas")
    acts.edit_message(office.slack, ben.person, ben.message("Our new chair"), "Our new chairs, and who sat first")
    office.settle()
    assert "Our new chairs, and who sat first" in ana.types("/plan ideas")
    acts.delete_message(office.slack, ben.person, ben.message("Our new chairs"))
    office.settle()
    assert "No idea yet." in ana.types("/plan ideas")
    ben.types("Anybody up for lunch?", "#social")
    assert "No idea yet." in ana.types("/plan ideas")
    assert "may point to a patient" in ben.types("/plan idea Call 555 123 4567")
    assert "What is the idea?" in ben.types("/plan idea")
    ben.types("/plan idea Our tree")
    assert ben.clicks("Take it back") == "Taken back: Our tree"
    assert "No idea yet." in ana.types("/plan ideas")
    assert "October 2026 is over." in ana.types("/plan ideas october")
