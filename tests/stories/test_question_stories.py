"""What people ask again and again, in comments and at the desk, becomes what the practice shows; who asked is nobody's."""

from inline_snapshot import snapshot

from simulator.people import Practice


def test_three_people_note_the_same_question_and_it_becomes_an_idea(office: Practice) -> None:
    ana, ben, sarah, reyes = office.people("ana", "ben", "sarah", "reyes")
    assert ana.types("/plan questions") == snapshot(
        "No question is noted yet. `/plan question Do you whiten teeth? #instagram` notes one, never who asked; what is asked three times becomes an idea."
    )
    assert ben.types("/plan question Do you whiten teeth? #ig") == snapshot("""\
Noted: “Do you whiten teeth?”
Asked on Instagram, the first time.
[Answered] [Take it back]\
""")
    office.skip_to("2026-11-23 09:50")
    assert ben.clicks("Answered") == snapshot("""\
Noted: “Do you whiten teeth?”
Asked on Instagram, the first time. ✓ Answered after 50 min of opening hours.
[Take it back]\
""")
    assert sarah.types("/plan question Do you do teeth whitening? #desk") == snapshot("""\
Noted: “Do you do teeth whitening?”
Asked at the desk, the first time.
Is that the same as “Do you whiten teeth?”  [The same]
[Answered] [Take it back]\
""")
    assert sarah.clicks("The same") == snapshot("""\
Noted: “Do you do teeth whitening?”
It counts with “Do you whiten teeth?”
Asked at the desk, the second time.
[Answered] [Not the same] [Take it back]\
""")
    assert reyes.types("/plan question How long does a crown last?") == snapshot("""\
Noted: “How long does a crown last?”
Asked the first time.
[Answered] [Take it back]\
""")
    assert sarah.types("/plan question Mrs. Miller asks for white teeth") == snapshot("""\
That may point to a patient, so I haven't kept it.
The question alone is enough, without names, phone numbers, addresses and dates of birth.\
""")
    assert sarah.types("/plan question Is parking free? #carpark") == snapshot("""\
Where was it asked?
One tag is enough, or none: a network such as #instagram, or #desk, #phone, #email or #website.\
""")
    for person in (ana, ben, sarah, reyes):
        person.new_messages()
    assert ana.types("/plan question do you whiten teeth #phone") == snapshot("""\
Noted: “Do you whiten teeth?”
Asked by phone, the third time.
💡 It's an idea for December now: `/plan ideas` opens the thread for everybody.
[Answered] [Take it back]\
""")
    office.settle()
    assert ben.new_messages() == snapshot(
        [
            """\
You noted that people ask “Do you whiten teeth?”
It's an idea for December now.
`/plan ideas` shows them all; everybody can vote.\
"""
        ]
    )
    assert [len(person.new_messages()) for person in (ana, sarah, reyes)] == snapshot([0, 1, 0])
    assert ana.types("/plan questions") == snapshot("""\
What people ask
Answered in the last 12 weeks: 1 of 4, after 50 min of opening hours.
Waiting for an answer
“Do you whiten teeth?”
Asked 3 times · 2 of them waiting · last by phone · an idea for December
[All answered]
“How long does a crown last?”
Asked once
[Answered] [Make it an idea]
`/plan question` and the question notes one more. It counts for a year, and waits for its answer for two weeks. Asked three times, it becomes an idea.\
""")
    assert ana.clicks("Answered") == snapshot("""\
What people ask
Answered in the last 12 weeks: 2 of 4, after less than 1 min and 50 min of opening hours.
Waiting for an answer
“Do you whiten teeth?”
Asked 3 times · 2 of them waiting · last by phone · an idea for December
[All answered]
Asked most
“How long does a crown last?”
Asked once
[Make it an idea]
`/plan question` and the question notes one more. It counts for a year, and waits for its answer for two weeks. Asked three times, it becomes an idea.\
""")
    ana.clicks("Make it an idea", on="crown")
    assert ben.types("/plan ideas") == snapshot("""\
Ideas for December 2026
I opened the thread in #social: one reply there is one idea. `/plan idea` adds one from anywhere.
Do you whiten teeth?  [👍]
How long does a crown last?  [👍]
[Take one into the plan]\
""")
    reyes.types("/plan question Do you take walk-ins?")
    assert reyes.clicks("Take it back") == snapshot("Taken back: “Do you take walk-ins?”")
