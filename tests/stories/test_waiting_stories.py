"""A step that waits for somebody else's: nobody is reminded of what they can't do yet, but of what may come late."""

from simulator.people import Practice


def test_ana_hears_that_the_photo_is_late_and_is_reminded_of_publishing_once_it_is_there(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    ben.clicks("I'll do it")
    office.skip_to("wednesday 15:59")
    assert not any("isn't there yet" in said for said in ana.new_messages()), "nothing is at risk a day before"
    office.skip_to("wednesday 16:00")
    risk = (
        "The photo for Meet our hygienist isn't there yet, so it may come late. Publishing is due tomorrow at 4:00 PM."
    )
    assert risk in ana.last_message
    assert "Ben" not in ana.last_message.partition(risk)[2], "whose it is, is nobody else's business"
    assert risk in ana.types("/mine")
    assert risk in ana.opens_home()
    office.skip_to("thursday 10:00")
    ana.new_messages()
    ben.types("/mine")
    ben.clicks("Done", on="The photo for Meet our hygienist")
    assert "Publishing for Meet our hygienist is due today at 4:00 PM.\n[Done]" in ana.types("/mine")
    office.skip_to("thursday 16:00")
    assert any("Publishing for Meet our hygienist is due now" in said for said in ana.new_messages())


def test_nobody_hears_of_a_risk_when_the_photo_comes_in_time(office: Practice) -> None:
    ana, ben = office.people("ana", "ben")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben")
    ben.clicks("I'll do it")
    office.skip_to("tuesday 15:00")
    ben.types("/mine")
    ben.clicks("Done")
    office.skip_to("wednesday 16:00")
    heard = ana.new_messages()
    office.skip_to("thursday 16:00")
    assert not any("isn't there yet" in said for said in [*heard, *ana.new_messages()])


def test_the_check_waits_until_the_post_is_out(office: Practice) -> None:
    ana, sarah = office.people("ana", "sarah")
    ana.types("/plan steps")
    ana.clicks("Change human")
    ana.fills_in({"One step on each line": "publish, backup\ncheck, lead"})
    ana.submits()
    ana.closes()
    ana.types("/plan add thu 4pm Meet our hygienist #human")
    sarah.clicks("I'll do it")
    office.skip_to("friday 15:00")
    assert not any("check for Meet our hygienist is due" in said for said in ana.new_messages())
    sarah.types("/mine")
    sarah.clicks("Done")
    sarah.submits()
    sarah.closes()
    office.skip_to("friday 16:00")
    assert any("The check for Meet our hygienist is due now" in said for said in ana.new_messages())


def test_who_publishes_is_not_asked_to_check_on_what_is_not_out(office: Practice) -> None:
    ana = office.person("ana")
    ana.types("/plan add thu 4pm Meet our hygienist #human")
    office.skip_to("friday 16:30")
    heard = "\n".join(ana.new_messages())
    assert "Publishing for Meet our hygienist was due" in heard
    assert "check" not in heard
    assert "The check for Meet our hygienist was due today at 4:00 PM." in ana.types("/mine")
    ana.clicks("Done", on="Publishing for Meet our hygienist")
    ana.submits()
    ana.closes()
    office.skip_to("friday 16:50")
    assert "The check for Meet our hygienist was due today at 4:00 PM." in "\n".join(ana.new_messages())
