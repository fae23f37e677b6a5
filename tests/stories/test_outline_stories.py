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
    lines[2] = "fri 9am community\nevery Friday, 9am community"
    ana.fills_in({"One place on each line": "\n".join(lines)})
    assert 'Line 4, "every Friday, 9am community", is the same place as line 3.' in ana.submits()
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
| The outline from now on
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
photo: Ana · caption: Ana · publishing: Ana · check: Ana  [Open]
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


def test_one_place_is_left_out_or_moved_and_the_series_goes_on(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    assert "The lead and the backup look after the outline." in ben.types("/plan skip thu")
    assert ana.types("/plan skip thu") == snapshot("""\
The human place of Thu 26 Nov is left out, this once.
[Undo] [See the week]\
""")
    assert ana.types("/plan") == snapshot("""\
This week: Mon 23 Nov to Sun 29 Nov 2026
Mon 23 Nov, 10:00 AM, service
free: something you do, and whom it helps  [Fill this place]
Sat 28 Nov, 10:00 AM, community
free: neighbors, events, other local businesses  [Fill this place]
Thu 26 Nov, human: left out this time  [As usual again]
[Last week] [Add a post] [Next week]\
""")
    assert "Thu 26 Nov has no place." in ana.types("/plan skip thu")
    ana.types("/plan")
    assert "is as usual again: Thu 26 Nov, 4:00 PM." in ana.clicks("As usual again")
    assert ana.types("/plan move thu to fri 3pm") == snapshot("""\
The human place of Thu 26 Nov moves to Fri 27 Nov, 3:00 PM, this once.
[Undo] [See the week]\
""")
    assert ana.types("/plan move sat to fri 3am") == snapshot("""\
The community place of Sat 28 Nov moves to Fri 27 Nov, 3:00 AM, this once. Nobody is in then, so publishing would be due Thu 26 Nov, 5:00 PM.
[Undo] [See the week]\
""")
    ana.clicks("Undo")
    assert "Fri 27 Nov, 3:00 PM, human\nfree: the people behind the practice\nmoved from Thu 26 Nov" in ben.types(
        "/plan"
    )
    assert "fills Friday's human place" in ben.types("/plan add fri Meet our hygienist")
    assert 'Meet our hygienist" has that place already' in ana.types("/plan move fri to sat")
    assert "Thu 3 Dec, 4:00 PM, human\nfree" in ana.types("/plan next")


def test_whoever_fills_a_place_may_also_move_it_or_leave_it_out(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ben.types("/plan")
    assert "[Move it]" not in ben.clicks("Fill this place", on="Thu 26 Nov")
    ana.types("/plan")
    assert "[Leave it out this time] [Move it]" in ana.clicks("Fill this place", on="Thu 26 Nov")
    ana.clicks("Move it")
    ana.fills_in({"To which day?": "2026-11-22"})
    assert "Sun 22 Nov 2026, 4:00 PM is over" in ana.submits()
    ana.fills_in({"To which day?": "2026-11-27", "At what time?": "11:30"})
    assert "The human place of Thu 26 Nov moves to Fri 27 Nov, 11:30 AM, this once." in ana.submits()
    assert "The human place of Thu 26 Nov is as usual again" in ana.clicks("Undo")


def test_a_move_that_cannot_be_read_or_goes_too_far_changes_nothing(office: Practice) -> None:
    ana = office.person("ana")
    assert "For example: `/plan move thu to fri 3pm`" in ana.types("/plan move thu")
    assert "more than a month from Thu 26 Nov" in ana.types("/plan move thu to jan 29")
    assert "The human place is on Thu 26 Nov, 4:00 PM already." in ana.types("/plan move thu to thu")
    assert "Wed 25 Nov has no place." in ana.types("/plan skip wed")
    assert "Thu 26 Nov, 4:00 PM, human\nfree" in ana.types("/plan")


def test_a_holiday_moves_a_place_or_leaves_it_out_as_the_practice_wants_it(office: Practice) -> None:
    ana = office.person("ana")
    ana.types("/rounds setup")
    ana.fills_in({"Days you are closed": "nov 26\ndec 24 to jan 1"})
    ana.submits()
    ana.closes()
    assert "Thu 26 Nov, 4:00 PM, human\nfree" in ana.types("/plan")
    ana.types("/plan cadence")
    ana.clicks("Edit all")
    ana.fills_in({"When a place falls on a day you are closed": "It moves to the next opening day"})
    assert "A place on a day you are closed moves to the next opening day" in ana.submits()
    ana.submits()
    ana.closes()
    assert ana.types("/plan") == snapshot("""\
This week: Mon 23 Nov to Sun 29 Nov 2026
The practice is closed on Thu 26 Nov.
Mon 23 Nov, 10:00 AM, service
free: something you do, and whom it helps  [Fill this place]
Fri 27 Nov, 4:00 PM, human
free: the people behind the practice
moved from Thu 26 Nov: closed  [Fill this place]
Sat 28 Nov, 10:00 AM, community
free: neighbors, events, other local businesses  [Fill this place]
[Last week] [Add a post] [Next week]\
""")
    assert "fills Friday's human place" in ana.types("/plan add fri Thankful for you")
    assert "Thankful for you" in ana.types("/plan")
    assert "Thu 24 Dec, human: left out, closed" in ana.types("/plan 2026-W52")
