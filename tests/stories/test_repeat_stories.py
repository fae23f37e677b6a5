"""Posts that come more than once: evergreen ones, suggested when they have rested, and series, which end."""

from inline_snapshot import snapshot

from simulator.people import Practice


def test_an_evergreen_post_is_suggested_when_it_has_rested_and_planned_with_one_click(office: Practice) -> None:
    ana = office.person("ana")
    ana.types("/plan add thu 4pm How we sterilise #human https://brightsmile.example/clean")
    office.skip_to("2026-11-26 16:05")
    ana.types("/plan")
    ana.clicks("Posted", on="How we sterilise")
    ana.submits()
    ana.closes()
    ana.types("/plan")
    ana.clicks("Open", on="How we sterilise")
    ana.clicks("Evergreen")
    ana.fills_in({"How many weeks does it rest between two runs?": "2"})
    assert "How many times may it be repeated?" in ana.submits()
    ana.fills_in({"How many times may it be repeated in all?": "1"})
    assert "Evergreen: 1 repeat left, each after 2 weeks of rest." in ana.submits()
    ana.closes(everything=True)
    office.skip_to("2026-12-01 08:00")
    assert "Plan it again" not in ana.types("/plan check")
    office.skip_to("2026-12-08 08:00")
    check = ana.types("/plan check")
    assert "How we sterilise is evergreen and has rested: it may go out again.  [Plan it again]" in check
    assert ana.clicks("Plan it again") == snapshot("""\
Thu 10 Dec, 4:00 PM: How we sterilise fills Thursday's human place.
Photo, caption, publishing and the check: you.
Due: photo Tue 8 Dec, 4:00 PM · caption Wed 9 Dec, 4:00 PM · publishing Thu 10 Dec, 4:00 PM · the check Fri 11 Dec, 4:00 PM
It repeats the post of Thu 26 Nov 2026. Its caption is written anew; the picture may stay.
Still open, for whenever you know: why and what it takes.
[Undo] [See the week]\
""")
    assert "Plan it again" not in ana.types("/plan check")
    assert "it is evergreen, and is suggested when it has rested" in ana.types("/plan copy nov to dec")
    ana.types("/plan")
    ana.clicks("Open", on="How we sterilise")
    assert "It repeats the post of Thu 26 Nov 2026." in ana.modal
    ana.clicks("Change it")
    ana.fills_in({"Which day?": "2026-12-09"})
    assert "so it can go out again from Thu 10 Dec on." in ana.submits()
    ana.closes(everything=True)
    ana.types("/plan export csv")
    sheet = [file for file in office.workspace.files.values() if file.name.startswith("plan-")][-1].content
    assert "B3: It rests 2 weeks between two runs, so it can go out again from Thu 10 Dec on." in ana.uploads(
        sheet.replace(b"2026-12-10", b"2026-12-09"), "plan.csv"
    )
    ana.types("/plan")
    ana.clicks("Open", on="How we sterilise")
    ana.clicks("Evergreen")
    ana.fills_in({"How many weeks does it rest between two runs?": "3"})
    assert "Two runs are planned nearer to each other than that: Thu 26 Nov and Thu 10 Dec." in ana.submits()
    ana.closes(everything=True)
    ana.clicks("Undo", on="How we sterilise fills")
    ana.types("/plan check")
    office.skip_to("2026-12-10 16:01")
    assert "The place of Thu 10 Dec is over." in ana.clicks("Plan it again")


def test_a_free_place_offers_what_has_rested_in_its_form(office: Practice) -> None:
    ana = office.person("ana")
    ana.types("/plan add mon 10:30am Night guards #service")
    office.skip_to("2026-11-23 10:35")
    ana.types("/plan")
    ana.clicks("Posted", on="Night guards")
    ana.submits()
    ana.closes()
    ana.types("/plan")
    ana.clicks("Open", on="Night guards")
    ana.clicks("Evergreen")
    ana.fills_in({"How many weeks does it rest between two runs?": "1"})
    ana.fills_in({"How many times may it be repeated in all?": "4"})
    ana.submits()
    ana.closes(everything=True)
    ana.types("/plan next")
    assert "Night guards is evergreen and has rested" in ana.clicks("Fill this place", on="Mon 30 Nov")
    assert "fills Monday's service place" in ana.clicks("Plan it again")
    ana.closes()


def test_a_series_is_planned_changed_from_one_on_skipped_and_ended(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    assert ana.types("/plan series every second thu 4pm 6 times Tip of the week #human") == snapshot("""\
Tip of the week comes 6 times: every second Thursday at 4:00 PM, from Thu 26 Nov to Thu 4 Feb 2027.
Thu 26 Nov, Thu 10 Dec, Thu 24 Dec, Thu 7 Jan, Thu 21 Jan, Thu 4 Feb
Their steps begin with you; hand them on as they come.
[Undo] [See the week]\
""")
    assert ben.hears_nothing_more()
    assert "● Tip of the w… (3 of 6)" in ana.types("/plan month december")
    home = ana.opens_home()
    assert "Tip of the week (1 of 6) (human): planned" in home
    assert "4 things wait for you." in home
    assert "And 20 steps later, from Tue 8 Dec on. `/plan month` has the posts." in home
    assert "And 20 steps later" in ana.types("/mine")
    assert "Tip of the week (3 of 6)" in ana.types("/plan 2026-W52")
    ana.clicks("Open", on="Tip of the week")
    assert "It is 3 of 6 in a series." in ana.modal
    ana.clicks("Change it")
    ana.fills_in({"What is it about?": "Tip of the fortnight", "Which day?": "2026-12-23"})
    ana.fills_in({"It is in a series. What changes?": "This one and 3 later ones"})
    assert "✓ Saved: what it is about and the day. 3 later posts of the series too." in ana.submits()
    ana.closes(everything=True)
    assert "Wed 6 Jan, 4:00 PM, human (extra)\nTip of the fortnight (4 of 6)" in ana.types("/plan 2027-W01")
    assert "Tip of the week (1 of 6)" in ana.types("/plan")
    ana.types("/plan 2026-W50")
    ana.clicks("Open", on="Tip of the week")
    ana.clicks("Change it")
    ana.fills_in({"Why? What should come of it": "A laugh"})
    assert "of the series too" not in ana.submits()
    ana.clicks("Take out")
    ana.closes(everything=True)
    assert "Tip of the fortnight (2 of 5)" in ana.types("/plan 2026-W52")
    ana.clicks("Open", on="Tip of the fortnight")
    assert ana.clicks("End the series here") == snapshot("""\
+ Rounds
| 3 posts of the series Tip of the fortnight are out of the plan. 2 posts stay.
| [Done]\
""")
    ana.closes(everything=True)
    assert "Tip of the fortnight (2 of 2)" in ana.types("/plan 2026-W52")
    ana.types("/plan series every mon 10am until dec 28 Monday smiles")
    assert ana.clicks("Undo") == snapshot("6 posts of the series Monday smiles are out of the plan.")
    again = ana.types("/plan series every second thu 4pm 2 times Another tip")
    assert "Another tip comes twice" in again or "Another tip comes 2 times" in again, "whose first place is taken"


def test_a_series_has_a_form_and_leaves_closed_days_out(office: Practice) -> None:
    ana = office.person("ana")
    ana.types("/rounds setup")
    ana.fills_in({"Days you are closed": "dec 24"})
    ana.submits()
    ana.closes()
    assert "How often?" in ana.types("/plan series")
    ana.fills_in({"What is it about?": "Team lunch", "How often?": "Every week", "First day": "2026-12-17"})
    assert "When does the series end?" in ana.submits()
    ana.fills_in({"Or how many times?": "2"})
    assert ana.submits() == snapshot("""\
+ Rounds
| Team lunch comes 2 times: every Thursday at 4:00 PM, from Thu 17 Dec to Thu 31 Dec 2026.
| Thu 17 Dec, Thu 31 Dec
| Left out, because you are closed: Thu 24 Dec. Their steps begin with you; hand them on as they come.
| [Undo] [See the week]
| [Done]\
""")
    ana.closes()
