"""What is missing from the plan: told to the lead once a week where there is something, and to whoever asks."""

import pytest
from inline_snapshot import snapshot

from simulator.people import Practice


def test_the_lead_hears_once_a_week_what_is_still_to_settle(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add dec 3 4pm Meet our hygienist #human @ben")
    assert ana.types("/plan check") == snapshot("""\
Still to settle in the next seven days
Mon 23 Nov, 10:00 AM: the service place is free.  [Fill this place]
Thu 26 Nov, 4:00 PM: the human place is free.  [Fill this place]
Sat 28 Nov, 10:00 AM: the community place is free.  [Fill this place]
About the mix
No place in the week from Mon 23 Nov is filled. One post is a good start.
How the plan looks
○ Manageable: 1 step still waits for a yes.
○ Strategic: the post ahead doesn't say yet what should come of it.
○ Trackable: nothing has been out long enough to count.
[See the week]\
""")
    ben.new_messages()
    office.skip_to("2026-11-30 09:01")
    assert ana.last_message == snapshot("""\
Still to settle in the next seven days
Mon 30 Nov, 10:00 AM: the service place is free.  [Fill this place]
Sat 5 Dec, 10:00 AM: the community place is free.  [Fill this place]
Thu 3 Dec, 4:00 PM: Meet our hygienist. Asked, no answer yet: Ben (photo); still open: why, how and what it takes.
[See the week]\
""")
    assert not any("Still to settle" in said for said in ben.new_messages())
    ana.new_messages()
    office.skip_to("2026-12-07 08:00")
    assert not any("Still to settle" in said for said in ana.new_messages())


def test_a_lead_with_nothing_missing_hears_nothing(office: Practice) -> None:
    ana = office.person("ana")
    ana.types("/plan cadence")
    ana.clicks("Edit all")
    ana.fills_in({"One place on each line": "thu 4pm human"})
    ana.submits()
    ana.submits()
    ana.closes()
    for day in ("2026-11-26", "2026-12-03"):
        ana.types("/plan add")
        ana.fills_in({"What is it about?": "Join us for cocoa", "Which day?": day})
        ana.fills_in({"Why? What should come of it": "New faces", "Where does it go out?": "Instagram"})
        ana.fills_in({"What does it take?": "Ten minutes"})
        ana.submits()
        ana.closes()
    assert ana.types("/plan check") == snapshot("""\
Nothing is missing: the next seven days are filled, and everybody has said yes.
How the plan looks
○ Manageable: no place has come round yet, so it shows in a week or two.
✓ Strategic: every post ahead says what should come of it.
○ Trackable: nothing has been out long enough to count.\
""")
    ana.new_messages()
    office.skip_to("2026-11-30 09:01")
    assert not any("settle" in said or "mix" in said for said in ana.new_messages())


def test_the_check_waits_for_the_lead_and_goes_to_the_backup_while_she_is_away(office: Practice) -> None:
    ana, sarah = office.people("ana", "sarah")
    ana.types("/rounds reminders")
    ana.fills_in({"Not before": "10:30"})
    ana.submits()
    ana.closes()
    office.skip_to("2026-11-30 09:05")
    assert not any("Still to settle" in said for said in ana.new_messages())
    office.skip_to("2026-11-30 10:31")
    assert any("Still to settle" in said for said in ana.new_messages())
    office.skip_to("2026-12-04 12:00")
    ana.types("/rounds away until dec 14")
    sarah.new_messages()
    office.skip_to("2026-12-07 09:05")
    assert any("Still to settle" in said for said in sarah.new_messages())
    assert not any("Still to settle" in said for said in ana.new_messages())


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ("2 posts a week", "which day, what it is for and who takes it on"),
        ("some content soon", "which day, what it is for and who takes it on"),
        ("more videos #human", "which day and who takes it on"),
        ("a photo @ben #service", "which day"),
    ],
)
def test_a_vague_wish_is_asked_for_what_is_missing(office: Practice, typed: str, missing: str) -> None:
    ana = office.person("ana")
    said = ana.types(f"/plan add {typed}")
    assert f"is a good wish. To become a plan it needs {missing}." in said
    assert "Every week: `/plan cadence`" in said
    assert "free" in ana.types("/plan")
