"""Being asked about numbers: open leads once a week, what came by the web, and what the digest still lacks."""

from inline_snapshot import snapshot

from simulator.people import Practice


def test_open_leads_are_asked_about_on_thursday_and_answered_in_two_taps(office: Practice) -> None:
    sarah, ana = office.people("sarah", "ana")
    sarah.types("/leads add instagram A-17")
    sarah.types("/leads add phone")
    sarah.types("/leads add google")
    sarah.clicks("Booked")
    office.skip_to("thursday 8:55")
    sarah.new_messages()
    office.skip_to("thursday 9:00")
    [asked] = sarah.new_messages()
    assert asked == snapshot("""\
3 leads are open. How far have they come?
Lead 1 (A-17) from Instagram, Mon 23 Nov  (New v)
Lead 2 from the phone, Mon 23 Nov  (New v)
Lead 3 from Google, Mon 23 Nov  (Booked v)
Once a week, on the day that `/leads services` says.\
""")
    assert "Lead 1 (A-17) is booked now." in sarah.picks("Lead 1 (A-17) from Instagram, Mon 23 Nov", "Booked")
    ana.types("/leads 2 lost price")
    office.skip_to("thursday 10:10")
    sarah.picks("Lead 3 from Google, Mon 23 Nov", "Lost…")
    sarah.fills_in({"What was it?": "No answer"})
    sarah.submits()
    sarah.closes()
    sarah.picks("Lead 1 (A-17) from Instagram, Mon 23 Nov", "Started")
    office.skip_to("thursday 10:20")
    assert sarah.last_message == snapshot("""\
All of it is answered. Thank you!
Lead 1 (A-17) from Instagram, Mon 23 Nov: started  (Started v)
Lead 2 from the phone, Mon 23 Nov: lost (price)  (Lost… v)
Lead 3 from Google, Mon 23 Nov: lost (no answer)  (Lost… v)
Once a week, on the day that `/leads services` says.\
""")
    assert sarah.hears_nothing_more()
    office.skip_to("thursday 8:55")
    office.skip_to("thursday 12:00")
    assert "open. How far" not in "".join(sarah.new_messages()), "none is open"


def test_of_many_open_leads_each_has_its_turn_to_be_asked_about(office: Practice) -> None:
    sarah = office.person("sarah")
    for _ in range(10):
        sarah.types("/leads add phone")
    office.skip_to("thursday 9:00")
    assert "Lead 8 from" in sarah.last_message
    assert "Lead 9 from" not in sarah.last_message
    assert "2 more are open; their turn comes in the next weeks." in sarah.last_message
    sarah.picks("Lead 2 from the phone, Mon 23 Nov", "Started")
    office.skip_to("thursday 8:55")
    sarah.new_messages()
    office.skip_to("thursday 9:00")
    assert sarah.last_message == snapshot("""\
9 leads are open. How far have they come?
Lead 1 from the phone, Mon 23 Nov  (New v)
Lead 3 from the phone, Mon 23 Nov  (New v)
Lead 4 from the phone, Mon 23 Nov  (New v)
Lead 5 from the phone, Mon 23 Nov  (New v)
Lead 6 from the phone, Mon 23 Nov  (New v)
Lead 7 from the phone, Mon 23 Nov  (New v)
Lead 9 from the phone, Mon 23 Nov  (New v)
Lead 10 from the phone, Mon 23 Nov  (New v)
1 more is open; its turn comes in the next weeks. Once a week, on the day that `/leads services` says.\
""")


def test_while_sarah_is_away_whoever_leads_is_asked_and_on_a_closed_day_it_is_the_day_before(office: Practice) -> None:
    ana, sarah = office.people("ana", "sarah")
    ana.types("/rounds setup")
    ana.fills_in({"Days you are closed": "nov 26"})
    ana.submits()
    ana.closes()
    sarah.types("/leads add phone")
    sarah.types("/rounds away until fri")
    office.skip_to("wednesday 10:00")
    assert ana.last_message == snapshot("""\
1 lead is open. How far has it come?
Lead 1 from the phone, Mon 23 Nov  (New v)
Sarah is away, so I ask you. Once a week, on the day that `/leads services` says.\
""")
    assert sarah.hears_nothing_more()
    office.skip_to("friday 12:00")
    assert "is open" not in "".join(sarah.new_messages())


def test_nobody_is_asked_on_a_day_that_was_switched_off_and_home_shows_open_leads_to_sales_only(
    office: Practice,
) -> None:
    sarah, ben = office.people("sarah", "ben")
    sarah.types("/leads services")
    sarah.fills_in({"When are open leads asked about?": "Not at all"})
    assert "Nobody is asked about open leads." in sarah.submits()
    sarah.closes()
    sarah.types("/leads add phone")
    office.skip_to("thursday 12:00")
    assert "is open" not in "".join(sarah.new_messages())
    assert "Open leads" not in ben.opens_home()
    assert "Lead 1 from the phone, Mon 23 Nov  (New v)" in sarah.opens_home()
    sarah.picks("Lead 1 from the phone, Mon 23 Nov", "Shown")
    assert "Lead 1 from the phone, Mon 23 Nov  (Shown v)" in sarah.opens_home()


def test_before_the_digest_each_side_is_asked_for_what_it_lacks_and_nobody_for_anything_else(office: Practice) -> None:
    ana, sarah = office.people("ana", "sarah")
    ana.types("/plan add thu 4pm Meet our hygienist #human")
    office.skip_to("thursday 16:05")
    ana.types("/plan")
    ana.clicks("Posted", on="Meet our hygienist")
    ana.submits()
    ana.closes()
    office.skip_to("friday 14:55")
    for person in (ana, sarah):
        person.new_messages()
    office.skip_to("friday 15:00")
    assert [ana.new_messages(), sarah.new_messages()] == snapshot(
        [
            [
                """\
The digest of week 48 goes out Mon 30 Nov, 9:00 AM. Still open: figures of 1 post.
Meet our hygienist, Thu 26 Nov: no figures yet.  [Enter]
[Numbers of the week]
What stays open counts as not known, never as zero.\
"""
            ],
            [
                """\
The digest of week 48 goes out Mon 30 Nov, 9:00 AM. Still open: whether any leads came.
No lead is logged for this week.
[Log one] [None came]
What stays open counts as not known, never as zero.\
"""
            ],
        ]
    )
    ana.clicks("Enter")
    ana.fills_in({"Reach": "410"})
    ana.submits()
    ana.closes()
    said = sarah.clicks("None came")
    assert "All of it is answered. Thank you!" in said
    office.skip_to("friday 15:10")
    assert "All of it is answered. Thank you!" in ana.last_message
    office.skip_to("monday 9:05")
    assert "No leads this week" in sarah.sees("#social")


def test_leads_that_nobody_touched_are_named_before_the_digest_and_a_busy_week_asks_nothing_else(
    office: Practice,
) -> None:
    ana, sarah = office.people("ana", "sarah")
    sarah.types("/leads add phone")
    sarah.types("/leads add google")
    sarah.clicks("Reached")
    office.skip_to("friday 14:55")
    sarah.new_messages()
    ana.new_messages()
    office.skip_to("friday 15:00")
    assert sarah.new_messages() == snapshot(
        [
            """\
The digest of week 48 goes out Mon 30 Nov, 9:00 AM. Still open: how far 1 lead came.
Lead 1 from the phone, Mon 23 Nov  (New v)
What stays open counts as not known, never as zero.\
"""
        ]
    )
    assert ana.hears_nothing_more()
    sarah.types("/leads add website", "#front-desk")
    sarah.types("/leads 1 booked", "#front-desk")
    office.skip_to("friday 15:10")
    assert "All of it is answered. Thank you!" in sarah.dm
