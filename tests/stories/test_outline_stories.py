"""The outline of the weeks, as the lead shapes it: places of every kind of day, and what an edit changes before it does."""

from inline_snapshot import snapshot

from simulator.people import Practice


def test_an_outline_of_many_places_is_typed_line_by_line_and_seen_before_it_holds(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add thu 4pm Meet our hygienist #human")
    office.skip_to("wednesday 10:00")
    ana.types("/plan cadence")
    form = ana.clicks("Edit all")
    assert "Mon 10:00 AM service" in form
    lines = ["mon 10am service", "thu 4pm human", "fri 9am comunity", "second tue 3pm human Instagram until mar 31"]
    ana.fills_in({"One place on each line": "\n".join(lines)})
    assert "Did you mean community?" in ana.submits()
    lines[2] = "fri 9am community\nfri 3pm human"
    ana.fills_in({"One place on each line": "\n".join(lines)})
    assert ana.submits() == snapshot("""\
+ Before it changes
| This is what changes from now on
| New: Friday 9:00 AM, community.
| New: Friday 3:00 PM, human.
| New: Second Tuesday 3:00 PM, human, Instagram, until Wed 31 Mar 2027.
| No longer: Saturday 10:00 AM, community.
| 12 future places in the next 12 weeks, none filled yet.
| The weeks that are over stay as they were.
| [Cancel] [Apply]\
""")
    assert "Sat 28 Nov, 10:00 AM, community" in ben.types("/plan")
    assert ana.submits() == snapshot("""\
+ Rounds
| New: Friday 9:00 AM, community.
| New: Friday 3:00 PM, human.
| New: Second Tuesday 3:00 PM, human, Instagram, until Wed 31 Mar 2027.
| No longer: Saturday 10:00 AM, community.
| Every week from now on
| Monday 10:00 AM, service: something you do, and whom it helps
| Second Tuesday 3:00 PM, human, Instagram, until Wed 31 Mar 2027: the people behind the practice
| Thursday 4:00 PM, human: the people behind the practice
| Friday 9:00 AM, community: neighbors, events, other local businesses
| Friday 3:00 PM, human: the people behind the practice
| Type `/plan` to see this week.
| [Done]\
""")
    ana.closes()
    assert ben.types("/plan") == snapshot("""\
This week: Mon 23 Nov to Sun 29 Nov 2026
Mon 23 Nov, 10:00 AM, service
left empty
Thu 26 Nov, 4:00 PM, human
Meet our hygienist
photo: Ana · caption: Ana · publishing: Ana · check: Ana
Fri 27 Nov, 9:00 AM, community
free: neighbors, events, other local businesses  [Fill this place]
Fri 27 Nov, 3:00 PM, human
free: the people behind the practice  [Fill this place]
[Last week] [Add a post] [Next week]\
""")
    assert "Tue 8 Dec, 3:00 PM, human" in ben.types("/plan 2026-W50")
    assert "Tue" not in ben.types("/plan next").partition("\n")[2]


def test_a_place_of_its_own_asks_whoever_is_usually_asked(office: Practice) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    ana.types("/plan cadence")
    ana.clicks("Add a place")
    ana.fills_in(
        {
            "How often?": "The last of the month",
            "On which day?": "Friday",
            "At what time?": "15:00",
            "What is it for?": "Human: the people behind the practice",
            "Where does it go out?": "Instagram",
            "Who is asked for the photo?": "ben",
            "Who is asked to publish it?": "sarah",
        }
    )
    assert "New: Last Friday 3:00 PM, human, Instagram." in ana.submits()
    assert "photo: @Ben, publishing: @Sarah" in ana.submits()
    ana.closes()
    said = ana.types("/plan add fri Ben's favorite tool")
    assert said.startswith("Fri 27 Nov, 3:00 PM: Ben's favorite tool fills Friday's human place.\n")
    assert "Photo: Ben is asked. Caption and the check: you. Publishing: Sarah is asked." in said
    assert "why and what it takes" in said
    assert "[I'll do it]" in ben.last_message
    assert "[I'll do it]" in sarah.last_message


def test_of_several_free_places_of_a_day_the_hour_tells_which(office: Practice) -> None:
    ana = office.person("ana")
    ana.types("/plan cadence")
    ana.clicks("Edit all")
    ana.fills_in({"One place on each line": "thu 9am service\nthu 4pm human\nthu 6pm human"})
    ana.submits()
    ana.submits()
    ana.closes()
    assert "fills Thursday's human place" in ana.types("/plan add thu 6pm Meet us")
    assert "Thu 26 Nov, 4:00 PM, human\nfree" in ana.types("/plan")
    assert "Thursday has more than one free place: a service and a human one." in ana.types(
        "/plan add thu Night guards"
    )
    assert "fills Thursday's service place" in ana.types("/plan add thu Night guards #service")
