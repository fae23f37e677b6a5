from simulator.people import Practice


def test_smoke(practice: Practice) -> None:
    ana, ben, sarah = practice.people("ana", "ben", "sarah")
    print(ana.types("/plan"))
    print(ana.types("/rounds setup"))
    ana.fills_in(
        {
            "Where does the weekly digest go?": ["#social", "#front-desk"],
            "Who steps in for the lead?": "ben",
            "Which doctor or owner backs it?": "reyes",
            "Who speaks for marketing?": "ana",
            "Who speaks for the front desk or sales?": "sarah",
        }
    )
    print(ana.submits())
    for line in (
        "/plan",
        "/plan add thu 4pm Meet our hygienist #human @ben",
        "/mine",
        "/rounds status",
        "/rounds",
        "/plan nxet",
        "/leads add instagram",
        "/figures",
        "/photos",
        "/digest",
        "/plan cadence",
    ):
        print("------", line)
        print(ana.types(line))
    print("====== BEN")
    print(ben.last_message)
    print(ben.clicks("I'll do it"))
    print(ben.last_message)
    practice.skip_to("wednesday 10:00")
    print("BEN", ben.new_messages())
    practice.skip_to("thursday 18:00")
    print("BEN", ben.new_messages())
    print("ANA", ana.new_messages())
    print(ana.opens_home())
    practice.skip_to("monday 9:30")
    print(ana.sees("#social"))
