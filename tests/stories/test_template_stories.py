"""The steps that a post takes, as the lead shapes them: seen, changed in lines, and asked about when a post is added."""

import re
import urllib.request

from inline_snapshot import snapshot

from simulator.people import Practice

HUMAN = """\
photo, 1 day before, 15 min, Ben
caption, sales
Put the sign, at the desk, 3 hours before, 5 min, @sarah

publish, lead
Answer what people asked, 2 days after, 15 min, sales
check\
"""


def test_ana_looks_at_the_steps_and_shapes_those_of_human_posts(office: Practice) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    assert ana.types("/plan steps") == snapshot("""\
The steps of service and human posts
photo, 2 days before, 20 min, whoever is named
caption, 1 day before, 20 min, lead
publish, when it goes out, 5 min, lead
check, 1 day after, 5 min, lead
The steps of community posts
photo, 2 days before, 20 min, whoever is named
caption, 1 day before, 20 min, lead
Check the sign and its code, 1 day before, 10 min, sales, once a quarter
publish, when it goes out, 5 min, lead
Invite people at the desk, 1 hour after, 5 min, sales, once a month
check, 1 day after, 5 min, lead
[Change service] [Change human] [Change community]\
""")
    assert ana.clicks("Change human") == snapshot("""\
+ Steps: human
| One step on each line:
|   photo, 2 days before, 20 min, whoever is named
|   caption, 1 day before, 20 min, lead
|   publish, when it goes out, 5 min, lead
|   check, 1 day after, 5 min, lead
|   What, how long before the post, minutes, and whose. Days and hours count only while you are open. For example: Put the sign at the desk, 3 hours before, 5 min, sales
| Anybody new in these lines? (optional): (Pick people v)
|   Whoever has not used me yet: pick them here, so that I know who is meant by their name.
| Add one of these? (optional):
|   [ ] Invite people at the desk - A sentence to everybody who comes in that day. With a script.
|   [ ] Check the sign and its code - Once a quarter: is it there, does it lead to the right page?
| Does somebody look it over first?: (No, it goes out as it is v)
|   Who and when is the line that begins with approval; without one I add it.
| Who looks second? (optional): (Pick a person v)
|   Only where two people have to say yes.
| Who is asked when the time is up? (optional): (Pick a person v)
|   Otherwise I keep asking the first.
| Which posts? (optional):
|   [ ] Use these steps for every kind of post
| Posts that are planned already keep their steps.
| [Cancel] [Save]\
""")
    ana.fills_in({"One step on each line": HUMAN, "Anybody new in these lines?": ["ben"]})
    assert ana.submits() == snapshot("""\
+ Rounds
| From now on, human posts take these steps.
| photo, 1 day before, 15 min, Ben
| caption, 1 day before, 20 min, sales
| Put the sign, at the desk, 3 hours before, 5 min, Sarah
| publish, when it goes out, 5 min, lead
| Answer what people asked, 2 days after, 15 min, sales
| check, 1 day after, 5 min, lead
| Posts that are planned already keep their steps.
| [Done]\
""")
    ana.closes()
    assert ana.types("/plan add thu 4pm Meet our hygienist #human") == snapshot("""\
Thu 26 Nov, 4:00 PM: Meet our hygienist fills Thursday's human place.
Photo: Ben is asked. Caption, "Put the sign, at the desk" and "Answer what people asked": Sarah is asked. Publishing and the check: you.
Due: photo Wed 25 Nov, 4:00 PM · caption Wed 25 Nov, 4:00 PM · "Put the sign, at the desk" Thu 26 Nov, 1:00 PM · publishing Thu 26 Nov, 4:00 PM · the check Fri 27 Nov, 4:00 PM · "Answer what people asked" Mon 30 Nov, 4:00 PM
Still open, for whenever you know: why, how and what it takes.
[Undo] [See the week]\
""")
    assert ben.last_message.startswith("Ana asks whether you could take the photo for Meet our hygienist")
    assert sarah.last_message == snapshot("""\
Ana asks whether you could write the caption, do "Put the sign, at the desk" and do "Answer what people asked" for Meet our hygienist, Thu 26 Nov, 4:00 PM.
The caption: by Wed 25 Nov, 4:00 PM
"Put the sign, at the desk": by Thu 26 Nov, 1:00 PM
"Answer what people asked": by Mon 30 Nov, 4:00 PM
[I'll do it] [Swap] [Can't] [How to]
Swap lets you ask somebody else. Can't is fine too, and needs no reason.\
""")
    sarah.clicks("I'll do it")
    week = ana.types("/plan")
    assert '"Put the sign, at the desk": Sarah' in week
    office.skip_to("thursday 13:00")
    assert any('"Put the sign, at the desk" for Meet our hygienist is due now' in said for said in sarah.new_messages())


def test_posts_of_another_kind_and_posts_planned_before_keep_their_steps(office: Practice) -> None:
    ana = office.person("ana")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    ana.types("/plan steps")
    ana.clicks("Change human")
    ana.fills_in({"One step on each line": "publish"})
    ana.submits()
    ana.closes()
    assert "photo: Ben is asked · caption: Ana · publishing: Ana · check: Ana" in ana.types("/plan")
    assert "caption" in ana.types("/plan add tue 10am New scanner #service")
    assert "Publishing: you." in ana.types("/plan add fri 10am Our garden #human")
    assert "Publishing: Ben is asked." in ana.types("/plan add wed 10am Our kitchen #human @ben"), "named is asked"


def test_steps_for_every_kind_at_once_and_back_to_the_usual_ones(office: Practice) -> None:
    ana = office.person("ana")
    ana.types("/plan steps")
    ana.clicks("Change service")
    ana.fills_in({"One step on each line": "photo\ncaption\npublish", "Which posts?": ["all"]})
    assert "From now on, service, human and community posts take these steps." in ana.submits()
    ana.closes()
    shown = ana.types("/plan steps")
    assert "Every post takes these steps" in shown
    assert "check" not in shown


def test_a_line_that_cannot_be_read_is_named_and_nothing_is_lost(office: Practice) -> None:
    ana = office.person("ana")
    ana.types("/plan steps")
    ana.clicks("Change human")
    ana.fills_in({"One step on each line": "publish\nphoto, 2 days before, Ernie"})
    assert "I don't know anybody called Ernie here." in ana.submits()
    assert "photo, 2 days before, Ernie" in ana.modal
    ana.closes()
    assert "The steps of service and human posts" in ana.types("/plan steps")


def test_ben_sees_the_steps_and_whom_to_ask_about_them(office: Practice) -> None:
    shown = office.person("ben").types("/plan steps")
    assert "Ana can change them." in shown
    assert "[" not in shown


def test_how_to_do_a_step_is_one_button_away(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    assert ben.clicks("How to") == snapshot("""\
+ How to
| The photo
| Our hygienist by the window, laughing, with the new chair behind her.
| ☐ Only team, rooms or things: no patients, no names, no screens, no charts in the background
| ☐ Daylight from the side, lens wiped, phone held upright
| ☐ Five shots, two of them close up
| ☐ Everybody in it has said yes to being shown
| ☐ Share the best one in any channel I'm in
| What good looks like
| A face you would like to meet, one thing going on, and nothing that has to be explained.
| [Done]\
""")
    ben.closes()
    assert "What good looks like" not in ben.dm
    ben.clicks("I'll do it")
    assert "Daylight from the side" in ben.clicks("How to")


def test_a_step_of_the_practices_own_has_its_name_wherever_it_is_listed(office: Practice) -> None:
    ana, sarah = office.people("ana", "sarah")
    ana.types("/plan steps")
    ana.clicks("Change human")
    ana.fills_in({"One step on each line": "publish, lead\nPut the sign at the desk, 3 hours before, 5 min, @sarah"})
    ana.submits()
    ana.closes()
    ana.types("/plan add thu 4pm Meet our hygienist #human")
    assert 'Asked, no answer yet: Sarah ("Put the sign at the desk")' in ana.types("/plan check")
    sarah.clicks("I'll do it")
    assert '"Put the sign at the desk" for Meet our hygienist' in sarah.types("/mine")
    address = re.search(r"What waits for you\n.*?(http://\S+\.ics)", sarah.types("/rounds calendar"))
    assert address is not None
    with urllib.request.urlopen(address[1], timeout=20) as answer:  # noqa: S310 - our own
        assert "SUMMARY:Put the sign at the desk: Meet our hygienist" in answer.read().decode()


def test_inviting_comes_once_a_month_and_can_be_picked_for_every_post(office: Practice) -> None:
    ana, sarah = office.people("ana", "sarah")
    first = ana.types("/plan add sat 10am The bakery next door #community")
    assert '"Check the sign and its code"' in first
    assert '"Invite people at the desk"' in first
    assert '"Invite people at the desk"' in sarah.last_message
    again = ana.types("/plan add nov 30 3pm The food drive #community")
    assert "sign" not in again
    assert "Invite" not in again
    next_month = ana.types("/plan add next sat 10am The library #community")
    assert "sign" not in next_month
    assert '"Invite people at the desk"' in next_month
    ana.types("/plan steps")
    ana.clicks("Change human")
    ana.fills_in({"Add one of these?": ["Invite people at the desk", "Check the sign and its code"]})
    saved = ana.submits()
    assert "Invite people at the desk, 1 hour after, 5 min, sales" in saved
    assert "Check the sign and its code, 1 day before, 10 min, sales, once a quarter" in saved
    ana.closes()
    second = ana.types("/plan add thu 4pm Meet our hygienist #human")
    assert '"Invite people at the desk"' in second
    assert "sign" not in second
    assert "“We show what we do here every week on Instagram." in sarah.clicks("How to")
    sarah.closes()
    assert "sign" in ana.types("/plan add 2027-01-07 16:00 Meet us in January #human")
