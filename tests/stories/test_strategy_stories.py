"""How the practice goes about it, on one page: written once, changed by few, and at hand where posts are made."""

from inline_snapshot import snapshot
from opening import photo

from simulator.people import Practice


def test_a_strategy_is_written_changed_by_two_at_once_and_at_hand_where_posts_are_made(office: Practice) -> None:
    ana, ben, reyes = office.people("ana", "ben", "reyes")
    assert ben.types("/rounds strategy") == snapshot(
        "No strategy is written down yet. It is one page: how you sound, what each network is for, who answers and how soon, and what you measure. Whoever writes or looks over a post then has it at hand. Ana can write it down."
    )
    ana.types("/rounds strategy")
    assert ana.clicks("Write it down") == snapshot("""\
+ Our strategy
| How do you sound? (optional): ____ (Warm and plain, as at the front desk. We explain, we never push.)
| What is each network for? (optional): ____ (Instagram: who we are. Facebook: news for families nearby.)
| Who answers when people write? (optional): (Select a user v)
| How soon? (optional): (Select an item v)
| How else are things done? (optional): ____ (Anything medical goes past Dr. Reyes first.)
| What do you measure? (optional): ____ (Leads and bookings a month; comments before likes.)
| [Cancel] [Save]\
""")
    ana.fills_in({"How do you sound?": "Warm. Call Mrs. Miller for examples"})
    assert "I kept nothing" in ana.submits()
    ana.fills_in({"How do you sound?": "Warm and plain, never salesy", "Who answers when people write?": "sarah"})
    ana.fills_in({"How soon?": "The same day or the next morning"})
    assert ana.submits() == snapshot("""\
+ Rounds
| Saved. Whoever writes or looks over a post has it at hand.
| Our strategy
| How we sound: Warm and plain, never salesy
| Who answers, and how soon: Sarah, the same day or the next morning
| Version 1, Ana, Mon 23 Nov. Still open: what each network is for and what you measure.
| [Change it] [What changed]
| [Done]\
""")
    ana.closes()

    ana.types("/rounds strategy")
    ana.clicks("Change it")
    reyes.types("/rounds strategy")
    reyes.clicks("Change it")
    reyes.fills_in({"How do you sound?": "Warm, plain, a little funny", "What do you measure?": "Bookings a month"})
    reyes.submits()
    reyes.closes()
    ana.fills_in({"How do you sound?": "Warm and plain", "What is each network for?": "Instagram: who we are"})
    assert ana.submits() == snapshot("""\
+ Our strategy
| Nothing is saved yet. While you were writing, somebody else changed the same. Below are your words: save again to keep them. Theirs:
| • How you sound: "Warm, plain, a little funny"
| How do you sound? (optional): Warm and plain
| What is each network for? (optional): Instagram: who we are
| Who answers when people write? (optional): (@Sarah v)
| How soon? (optional): (The same day or the next morning v)
| How else are things done? (optional): ____ (Anything medical goes past Dr. Reyes first.)
| What do you measure? (optional): Bookings a month
| [Cancel] [Save]\
""")
    assert "Version 3, Ana" in ana.submits(), "saved again, with the other's words seen"
    ana.closes()
    assert ben.types("/rounds strategy") == snapshot("""\
Our strategy
How we sound: Warm and plain
What each network is for: Instagram: who we are
Who answers, and how soon: Sarah, the same day or the next morning
What we measure: Bookings a month
Version 3, Ana, Mon 23 Nov.
[What changed]\
""")
    assert ben.clicks("What changed") == snapshot("""\
What changed in the strategy, the newest first
• Version 3, Ana, Mon 23 Nov: how you sound, from "Warm, plain, a little funny" to "Warm and plain"; what each network is for: "Instagram: who we are"
• Version 2, Dr. Reyes, Mon 23 Nov: how you sound, from "Warm and plain, never salesy" to "Warm, plain, a little funny"; what you measure: "Bookings a month"
• Version 1, Ana, Mon 23 Nov: how you sound: "Warm and plain, never salesy"; who answers: Sarah; how soon people have an answer: the same day or the next morning
[Show it]\
""")

    ana.types("/plan steps")
    ana.clicks("Change human")
    lines = "photo, 2 days before, whoever is named\ncaption, 1 day before, @ben\npublish, lead"
    ana.fills_in({"One step on each line": lines, "Anybody new in these lines?": ["ben"]})
    ana.fills_in({"Does somebody look it over first?": "Somebody has to say yes"})
    ana.submits()
    ana.closes()
    ben.new_messages()
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    assert ben.last_message == snapshot("""\
Ana asks whether you could take the photo and write the caption for Meet our hygienist, Thu 26 Nov, 4:00 PM.
The photo: by Tue 24 Nov, 4:00 PM
The caption: by Wed 25 Nov, 4:00 PM
How we sound: Warm and plain
[I'll do it] [Swap] [Can't] [How to]
Swap lets you ask somebody else. Can't is fine too, and needs no reason.\
""")
    for person in (ben, reyes):
        person.clicks("I'll do it")
    ana.types("/plan")
    ana.clicks("Open")
    assert ana.clicks("Words and picture") == snapshot("""\
+ Words and picture
| Meet our hygienist
| How we sound: Warm and plain
| [Our strategy]
| The words (optional): ____
|   Please no patient's name.
| Name the networks under Change it, and each can have words of its own and a link that tells it apart.
| Who or what is in the picture? (optional): ____ (Dana at the window, smiling)
| How is it held? (optional): (Whatever fits v)
| [Cancel] [Save]\
""")
    assert ana.clicks("Our strategy") == snapshot("""\
+ Our strategy
| How we sound: Warm and plain
| What each network is for: Instagram: who we are
| Who answers, and how soon: Sarah, the same day or the next morning
| What we measure: Bookings a month
| Version 3, Ana, Mon 23 Nov.
| [Done]\
""")
    ana.closes()
    ana.closes()
    ben.uploads(photo(), "one.jpg", "#social")
    ben.clicks("No")
    ben.types("/mine")
    ben.clicks("Done", on="The caption for Meet our hygienist")
    office.skip_to("monday 10:05")
    assert reyes.last_message == snapshot("""\
Is Meet our hygienist, Thu 26 Nov, 4:00 PM fine to go out?
[image: Photo 1]
I don't have its words, so please look at them elsewhere before you answer.
[Approve] [Request changes] [Hold] [Reject]
By Thu 26 Nov, 11:00 AM, please.
How we sound: Warm and plain
[Our strategy]\
""")
    assert reyes.clicks("Approve") == snapshot("""\
+ Say yes
| Meet our hygienist, Thu 26 Nov, 4:00 PM
| [image: Photo 1]
| I don't have its words, so please look at them elsewhere before you answer.
| How we sound: Warm and plain
| [Our strategy]
| I have looked at:
|   [ ] It sounds like us
|   [ ] The picture looks like us, and only people who said yes are in it
|   [ ] It fits what we stand for
|   [ ] Every claim is true and can be shown
| [Cancel] [Approve]\
""")
