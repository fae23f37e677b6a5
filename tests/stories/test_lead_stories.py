"""Leads in depth: what is known of one and how, two enquiries of one person, and what is never kept."""

from inline_snapshot import snapshot

from simulator.people import Practice


def test_what_is_known_of_a_lead_is_added_later_and_its_days_are_put_right(office: Practice) -> None:
    sarah = office.person("sarah")
    sarah.types("/leads services")
    sarah.fills_in({"Which services do people ask for?": "Whitening\nImplants"})
    assert sarah.submits() == snapshot("""\
+ Rounds
| People can ask for Whitening and Implants. Sarah is asked about open leads on Thursdays.
| [Done]\
""")
    sarah.closes()
    sarah.types("/leads add phone A-117")
    sarah.clicks("Add details")
    sarah.fills_in({"How did they say they found you?": "Instagram", "What did they ask for?": "Whitening"})
    sarah.fills_in({"Where do they live?": "02139", "At what time?": "08:30"})
    assert sarah.submits() == snapshot("""\
+ Rounds
| Lead 1 (A-117) from Instagram (said), today: new.
| They said Instagram; our guess: the phone.
| Asked for Whitening; area 021; came at 8:30 AM.
| I kept the first three digits of the postcode and nothing else of it.
| [Reached] [Booked] [Shown] [Started] [Lost…] [Change]
| [Done]\
""")
    sarah.closes()
    office.skip_to("tuesday 10:00")
    assert sarah.types("/leads 1 booked yesterday") == snapshot("""\
Lead 1 (A-117) from Instagram (said), Mon 23 Nov: booked since Mon 23 Nov.
[New again] [Reached] [Shown] [Started] [Lost…]\
""")
    assert sarah.types("/leads 1") == snapshot("""\
Lead 1 (A-117) from Instagram (said), Mon 23 Nov: booked.
They said Instagram; our guess: the phone.
Asked for Whitening; area 021; came at 8:30 AM.
Booked Mon 23 Nov.
[New again] [Reached] [Shown] [Started] [Lost…] [Change]\
""")
    assert sarah.types("/leads 1 booked sunday") == snapshot(
        "The lead came on Mon 23 Nov 2026, so nothing can have happened before that."
    )


def test_two_enquiries_of_one_person_count_once_and_can_be_told_apart_again(office: Practice) -> None:
    sarah, ana = office.people("sarah", "ana")
    sarah.types("/leads add instagram A-117")
    office.skip_to("tuesday 10:00")
    ana.types("/leads add phone a-117")
    ana.clicks("Reached")
    ana.types("/leads 2")
    assert ana.picks("Is it the same enquiry as another one?", "1 (A-117): Mon 23 Nov") == snapshot("""\
Lead 2 (A-117) counts as part of lead 1 (A-117) now: one enquiry.  [Undo]
Lead 1 (A-117) from Instagram, Mon 23 Nov: reached.
[New again] [Booked] [Shown] [Started] [Lost…]\
""")
    assert "This week: 1 lead: Instagram 1. 1 reached so far." in sarah.types("/leads")
    assert "Lead 2 (A-117) from the phone, today, is part of it." in sarah.types("/leads 1")
    assert ana.clicks("Undo") == snapshot("""\
Lead 2 (A-117) from the phone, today: reached.
Our guess: the phone.
Reached Tue 24 Nov.
[New again] [Booked] [Shown] [Started] [Lost…] [Change]
Is it the same enquiry as another one?  (Count as one with v)\
""")
    assert "This week: 2 leads: Instagram 1, phone 1. 1 reached so far." in sarah.types("/leads")
    assert "Lead 1 (A-117) from Instagram, Mon 23 Nov: new." in sarah.types("/leads 1")


def test_the_digests_thread_tells_who_asked(office: Practice) -> None:
    """Near, for what is offered, and fitting, each of those of whom it is known."""
    sarah = office.person("sarah")
    sarah.types("/leads services")
    sarah.fills_in({"Which services do people ask for?": "Whitening\nImplants", "Which postcodes are near you?": "12"})
    assert "One of these is not the start of a postcode, so I kept none of them." in sarah.submits()
    sarah.fills_in({"Which postcodes are near you?": "02139, 024-025"})
    assert "People can ask for Whitening and Implants. Near you are 021, 024 and 025." in sarah.submits()
    sarah.closes()
    for area, service in (
        ("021", "Whitening"),
        ("024", "Whitening"),
        ("025", "Implants"),
        ("100", "Whitening"),
        ("", ""),
    ):
        sarah.types("/leads add")
        sarah.fills_in({"How did they say they found you?": "Instagram", "Where do they live?": area})
        sarah.fills_in({"What did they ask for?": service} if service else {})
        sarah.submits()
        sarah.closes()
    sarah.types("/leads 5 lost wrong area")
    office.skip_to("2026-11-30 09:05")
    thread = sarah.sees("#social").partition("What stands behind week 48")[2].partition("Definitions")[0]
    assert thread == snapshot("""\

      Who asked, in twelve weeks
      • From near you: 3 of 5 leads whose area is known, which fits anything from 23 to 88 in 100.
      • For what you offer: 4 of 4 leads with a service named, too few for a range; of 1 more it isn't known. Asked for most: Whitening (3) and Implants (1).
      • Didn't fit: 1 of 1 lead booked or lost so far (wrong area 1), too few for a range; 4 more stand open.
      \
""")
