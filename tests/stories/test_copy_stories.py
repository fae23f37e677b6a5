"""A rough month reused: its posts copied into the next one with their days adjusted, once."""

from inline_snapshot import snapshot

from simulator.people import Practice


def test_a_month_is_copied_into_the_next_one_and_only_once(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    ana.types("/plan add fri 9am Night guards #service https://brightsmile.example/guards")
    ana.types("/plan add sat Coats for the shelter")
    ana.types("/plan add dec 24 4pm Our tree #human")
    assert "Ana can change it." in ben.types("/plan copy november to december")
    assert ana.types("/plan copy november to december") == snapshot("""\
From November 2026 to December 2026
Fri 27 Nov → Fri 25 Dec, 9:00 AM: Night guards
Sat 28 Nov → Sat 26 Dec, 10:00 AM: Coats for the shelter
Not copied: Meet our hygienist, because its place has another post.
[Copy 2 posts] [Cancel]\
""")
    assert "Our tree" in ana.types("/plan 2026-W52")
    assert "Night guards" not in ana.types("/plan 2026-W52")
    ana.types("/plan copy nov")
    assert ana.clicks("Copy 2 posts") == snapshot("""\
2 posts of November 2026 are in December 2026 now. Whoever would be asked for the steps of a new post is asked for theirs.
[Undo] [See the week]\
""")
    assert "There is nothing to copy from November 2026 to December 2026; 2 posts were copied before." in ana.types(
        "/plan copy this to next"
    )
    week = ana.types("/plan 2026-W52")
    assert "Fri 25 Dec, 9:00 AM, service (extra)\nNight guards" in week
    assert "Sat 26 Dec, 10:00 AM, community\nCoats for the shelter" in week


def test_a_copy_is_undone_but_for_what_somebody_went_on_with(office: Practice) -> None:
    ana = office.person("ana")
    ana.types("/plan add fri 9am Night guards #service")
    ana.types("/plan add sat Coats for the shelter")
    ana.types("/plan copy november to december")
    ana.clicks("Copy 2 posts")
    assert ana.clicks("Undo") == "2 posts are out of December 2026 again."
    ana.types("/plan copy november to december")
    copied = ana.clicks("Copy 2 posts")
    ana.types("/plan 2026-W52")
    ana.clicks("Open", on="Night guards")
    ana.clicks("Change it")
    ana.fills_in({"Why? What should come of it": "Fewer cracked teeth"})
    ana.submits()
    ana.closes()
    assert "[Undo]" in copied
    ana.clicks("Undo", on="2 posts of November 2026 are in December 2026 now.")
    week = ana.types("/plan 2026-W52")
    assert "Night guards" in week
    assert "Coats for the shelter" not in week


def test_a_copy_that_makes_no_sense_is_refused_with_what_does(office: Practice) -> None:
    ana = office.person("ana")
    assert "Both are the same month." in ana.types("/plan copy nov to november")
    assert "October 2026 is over" in ana.types("/plan copy nov to oct")
    assert "Which month goes into which?" in ana.types("/plan copy")
    assert 'I can\'t read "someday" as a month.' in ana.types("/plan copy nov to someday")
    assert "There is nothing to copy from November 2026 to December 2026." in ana.types("/plan copy nov to dec")
