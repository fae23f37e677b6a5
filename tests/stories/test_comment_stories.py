"""What people write in public is logged without a word of it, waits for an answer, and has one; the digest says so first."""

from inline_snapshot import snapshot

from simulator.people import Practice


def test_a_complaint_waits_until_it_is_answered_and_the_digest_says_so_first(office: Practice) -> None:
    ana, ben, sarah, reyes = office.people("ana", "ben", "sarah", "reyes")
    assert ana.types("/comments") == snapshot("""\
No comment is logged yet. `/comments add instagram`, or Log this comment in the menu of a message, logs one: where it was written and how it sounds, never what it says or who wrote it. I then keep an eye on it until somebody has answered.
[Log a comment]\
""")
    looked_over = ana.types("/comments check Hi Jane, so sorry your whitening on Tuesday hurt <!channel> *now*")
    assert looked_over == snapshot("""\
Better not yet: 4 things in it could give somebody away.
• “your whitening” tells of a treatment or of their body; in a general answer leave out whose.
• “on Tuesday” tells when something was.
• “sorry your whitening” says that something happened to them. "We are sorry to hear this" does not.
• “Jane” may be their name. Leave names out, also those that stand beside the comment.
Without it
> Thank you for taking the time to write. We take feedback seriously. Privacy rules keep us from saying more here, so please call us at (your office line): we would like to listen.
I keep nothing of your answer, and post nothing.\
""")
    assert ana.types("/comments check Thank you for your kind words!") == snapshot("""\
I find nothing in it that tells whether somebody is a patient. I only know common words, so read it once more as a stranger would.
I keep nothing of your answer, and post nothing.\
""")
    assert ana.types("/comments check") == snapshot("""\
How an answer can begin that gives nobody away:
Praise
> Thank you for your kind words! They mean a lot to our whole team.
A question
> Thank you for asking! It differs from person to person, so please call us at (your office line). We are glad to help.
A complaint
> Thank you for taking the time to write. We take feedback seriously. Privacy rules keep us from saying more here, so please call us at (your office line): we would like to listen.
Once you have spoken in private
> Thank you again for your feedback. We are always glad to hear what people think.
`/comments check` with your own words looks them over.
I keep nothing of your answer, and post nothing.\
""")
    for person in (ana, ben, sarah, reyes):
        person.new_messages()
    sarah.says("Somebody isn't happy: https://www.instagram.com/p/Whiten1/?comment_id=5", "#front-desk")
    sarah.uses_shortcut("Log this comment", on="happy")
    sarah.fills_in({"How does it sound?": "A complaint"})
    assert sarah.submits() == snapshot("""\
+ Rounds
| Logged: A complaint on Instagram, today at 9:00 AM (comment 1). An answer is due today at 10:00 AM.
| Ana answers people, and hears of it from me.
| [Answered] [No answer needed] [See it] [Take it back]
| Never say whether somebody is a patient, not even with praise: thank them for the feedback, and give your office line for everything else. `/comments check` and your answer looks it over first.
| [Done]\
""")
    sarah.closes()
    office.settle()
    assert ana.types("/mine") == snapshot("""\
Comments to answer
A complaint on Instagram, today at 9:00 AM (comment 1). An answer is due today at 10:00 AM.
[Answered] [No answer needed] [See it]\
""")
    office.skip_to("2026-11-23 09:45")
    assert [ana.new_messages(), sarah.new_messages()] == snapshot(
        [
            [
                """\
A comment waits for an answer.
A complaint on Instagram, today at 9:00 AM (comment 1). An answer is due today at 10:00 AM.
[Answered] [No answer needed] [See it]
Never say whether somebody is a patient, not even with praise: thank them for the feedback, and give your office line for everything else.\
""",
                """\
It is time to answer a comment.
A complaint on Instagram, today at 9:00 AM (comment 1). An answer is due today at 10:00 AM.
[Answered] [No answer needed] [See it]\
""",
            ],
            [],
        ]
    )
    office.skip_to("2026-11-23 10:20")
    assert [ana.new_messages(), sarah.new_messages()] == snapshot(
        [
            [],
            [
                """\
A comment still waits for an answer. Perhaps Ana could use a hand.
A complaint on Instagram, today at 9:00 AM (comment 1). An answer is due today at 10:00 AM.
[Answered] [No answer needed] [See it]
Never say whether somebody is a patient, not even with praise: thank them for the feedback, and give your office line for everything else.\
"""
            ],
        ]
    )
    assert sarah.clicks("Answered") == snapshot("""\
All of it is answered. Thank you!
Comment 1, a complaint on Instagram: ✓ Answered after 1 h 20 min of opening hours.
A complaint on Instagram, today at 9:00 AM (comment 1). ✓ Answered after 1 h 20 min of opening hours.
[They wrote back] [Not answered yet] [See it]\
""")
    office.skip_to("2026-11-23 10:25")
    assert ana.sees("@Rounds")[-300:] == snapshot("""\
. ✓ Answered after 1 h 20 min of opening hours.
  [They wrote back] [Not answered yet] [See it]
Rounds (edited):
  All of it is answered. Thank you!
  A complaint on Instagram, today at 9:00 AM (comment 1). ✓ Answered after 1 h 20 min of opening hours.
  [They wrote back] [Not answered yet] [See it]\
""")
    assert sarah.clicks("They wrote back") == snapshot("""\
A comment still waits for an answer. Perhaps Ana could use a hand.
Comment 2, a complaint on Instagram: An answer is due today at 11:25 AM.
A complaint on Instagram, today at 9:00 AM (comment 1). ✓ Answered after 1 h 20 min of opening hours.
[They wrote back] [Not answered yet] [See it]
A complaint on Instagram, today at 10:25 AM (comment 2). An answer is due today at 11:25 AM.
[Answered] [No answer needed] [See it]
Never say whether somebody is a patient, not even with praise: thank them for the feedback, and give your office line for everything else.\
""")
    assert ben.types("/comments add facebook praise") == snapshot("""\
Logged: Praise on Facebook, today at 10:25 AM (comment 3). An answer is due tomorrow at 10:25 AM.
Ana answers people, and hears of it from me.
[Answered] [No answer needed] [Take it back]
Never say whether somebody is a patient, not even with praise: thank them for the feedback, and give your office line for everything else. `/comments check` and your answer looks it over first.\
""")
    assert ben.clicks("No answer needed") == snapshot("""\
Praise on Facebook, today at 10:25 AM (comment 3). It needs no answer.
Ben said so.
[It needs one after all]\
""")
    refusals = []
    for wrong in ("mrs miller is angry", "instagram Jane is angry", "question", "2 maybe", "99 answered"):
        told = ben.types(f"/comments {wrong}" if wrong[0].isdigit() else f"/comments add {wrong}")
        refusals.append(told.splitlines()[0])
    assert refusals == snapshot(
        [
            "I keep nothing of what people write, so nothing is logged.",
            "I keep nothing of what people write, so nothing is logged.",
            "Where was it written?",
            "What became of that comment?",
            "There is no comment 99.",
        ]
    )
    assert ana.types("/comments") == snapshot("""\
1 comment waits for an answer
Answered in the last 12 weeks: 1 of 2, after 1 h 20 min of opening hours. 1 more needed no answer. Ana answers people, the same day or the next morning.
A complaint on Instagram, today at 10:25 AM (comment 2). An answer is due today at 11:25 AM.
[Answered] [No answer needed] [See it]
Done lately
Praise on Facebook, today at 10:25 AM (comment 3). It needs no answer.
[It needs one after all]
A complaint on Instagram, today at 9:00 AM (comment 1). ✓ Answered after 1 h 20 min of opening hours.
[They wrote back] [Not answered yet] [See it]
[Log a comment]
`/comments add instagram complaint` logs one more. Never say whether somebody is a patient, not even with praise: thank them for the feedback, and give your office line for everything else.\
""")
    office.skip_to("2026-11-30 09:05")
    assert ana.sees("#social").split("Week 48, Mon")[1][:400] == snapshot("""\
 23 Nov to Sun 29 Nov
  =================================
  1 comment waits for an answer, the oldest for 38 h 35 min of opening hours; the aim is the same day or the next morning. Of 2 in the week, 1 is answered, after 1 h 20 min of opening hours. Once, somebody wrote again after an answer.
  None of 3 planned places is out. Empty places: Mon 23 Nov (service), Thu 26 Nov (human) and Sat 28 Nov (c\
""")
