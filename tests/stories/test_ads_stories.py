"""Ads as the practice plans them: one place a month for each kind, what each may cost, and posts that fill them."""

from inline_snapshot import snapshot

from simulator.people import Practice


def test_a_practice_begins_with_one_ad_of_each_kind_and_fills_them(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    assert "[Begin with one of each kind]" not in ben.types("/plan ads")
    assert "ad" not in ana.types("/plan").replace("Add a post", "")
    assert ana.types("/plan ads dec") == snapshot("""\
No ads are planned in December 2026. Posts alone are fine; ads bring new people to them sooner.
[Begin with one of each kind] [Add an ad]\
""")
    assert "New: First Monday 10:00 AM, awareness ad." in ana.clicks("Begin with one of each kind")
    ana.submits()
    ana.closes()
    ana.types("/plan cadence")
    ana.clicks("Change", on="awareness ad")
    ana.fills_in({"What may it cost each time?": "three hundred"})
    assert "is not a whole number" in ana.submits()
    ana.fills_in({"What may it cost each time?": "300", "Where does it go out?": "Facebook"})
    ana.submits()
    ana.submits()
    ana.closes()
    assert ana.types("/plan ads dec") == snapshot("""\
Ads in December 2026
Mon 7 Dec, 10:00 AM, awareness ad, 300 planned
free: people nearby who don't know you yet  [Fill this place]
Mon 14 Dec, 10:00 AM, retargeting ad
free: people who have looked at you before  [Fill this place]
Mon 21 Dec, 10:00 AM, lead generation ad
free: people who leave word that they want to hear from you  [Fill this place]
300 planned in all, and 2 ads without a sum.
[Add an ad]\
""")
    ben.types("/plan ads next")
    ben.clicks("Fill this place", on="awareness ad")
    ben.fills_in({"What is it about?": "Smile more in the new year"})
    assert "Smile more in the new year fills Monday's awareness ad place." in ben.submits()
    ben.closes()
    assert "Mon 7 Dec, 10:00 AM, awareness ad, 300 planned\nSmile more in the new year: planned" in ben.types(
        "/plan ads dec"
    )
    assert "fills Monday's retargeting ad place" in ben.types("/plan add dec 14 Still thinking about it? #retargeting")
    assert "fills Monday's service place" in ben.types("/plan add dec 21 Night guards, explained")
    assert "Mon 21 Dec, 10:00 AM, lead generation ad\nfree" in ben.types("/plan 2026-W52")


def test_an_ad_has_a_place_once_a_month_and_its_sum_holds_from_now_on(office: Practice) -> None:
    ana = office.person("ana")
    ana.types("/plan cadence")
    ana.clicks("Edit all")
    weekly = "Mon 10am service\nmon 9am awareness 300"
    ana.fills_in({"One place on each line": weekly})
    assert "An ad has a place once a month." in ana.submits()
    ana.fills_in(
        {"One place on each line": "Mon 10am service\nlast mon 9am awareness $1,200\nlast tue 9am lead_generation"}
    )
    assert "New: Last Monday 9:00 AM, awareness ad, 1,200 planned." in ana.submits()
    ana.submits()
    ana.closes()
    assert "1,200 planned in all, and 1 ad without a sum." in ana.types("/plan ads nov")
    office.skip_to("2026-12-10 10:00")
    ana.types("/plan cadence")
    ana.clicks("Edit all")
    ana.fills_in(
        {"One place on each line": "Mon 10am service\nlast mon 9am awareness 400\nlast tue 9am lead_generation"}
    )
    ana.submits()
    ana.submits()
    ana.closes()
    assert "1,200 planned in all" in ana.types("/plan ads nov")
    assert "400 planned in all" in ana.types("/plan ads dec")
    assert 'I can\'t read "someday" as a month.' in ana.types("/plan ads someday")
