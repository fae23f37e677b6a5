"""The guided tour of the demo: the rest of Bright Smile Dental's week as steps to take by hand, in ten minutes.

It is data for the pretend Slack, which ticks a step off when what it waits for has really happened.
"""

from simulator.tour import Step, Tour, Wanted

_STEPS = (
    Step(
        "week",
        "Ana looks at the week's plan.",
        hint="Type `/plan` and press Enter.",
        who="ana",
        where="#social",
        done=(Wanted("command", "/plan", by="ana"),),
    ),
    Step(
        "saturday",
        "Ana fills Saturday's free place.",
        hint="Type `/plan add sat 10am The bakery next door #community`, or press `Fill this place` and use the form.",
        who="ana",
        where="#social",
        done=(Wanted("command", "/plan add ", by="ana"), Wanted("form", "Add a post", by="ana")),
    ),
    Step(
        "offer",
        "Ben takes Thursday's photo.",
        hint="Rounds has asked him. Press `I'll do it`.",
        who="ben",
        where="dm",
        done=(Wanted("button", "I'll do it", by="ben"),),
    ),
    Step(
        "photo",
        "Ben shares a picture.",
        hint="Drop any picture into the conversation, or choose one with `+`, and send it.",
        who="ben",
        where="#social",
        done=(Wanted("file", by="ben", where="#social"),),
    ),
    Step(
        "cleared",
        "Ben says that no patient is in it.",
        hint="Rounds asks him, only visible to him. Until he presses `No`, nothing is copied.",
        who="ben",
        where="#social",
        done=(Wanted("button", "No", by="ben"),),
    ),
    Step(
        "lead",
        "Sarah logs an enquiry.",
        hint="Type `/leads add instagram`. No name, only where it came from.",
        who="sarah",
        where="#front-desk",
        done=(Wanted("command", "/leads add ", by="sarah"), Wanted("form", "Log a lead", by="sarah")),
    ),
    Step(
        "home",
        "Ana sees what waits for her.",
        hint="It is all on her Home.",
        who="ana",
        where="home",
        done=(Wanted("home", by="ana"),),
    ),
    Step(
        "nudge",
        "Time passes, and Rounds reminds Ana.",
        hint="Press `Next event` at the top until something is due, and look who got a message.",
        who="ana",
        where="dm",
        done=(Wanted("message", "is due", by="ana", where="dm"),),
    ),
    Step(
        "done",
        "Ana says that it is done.",
        hint="Press `Done` in the message.",
        who="ana",
        where="dm",
        done=(Wanted("button", "Done", by="ana"),),
    ),
    Step(
        "digest",
        "Monday comes, and with it the digest.",
        hint="Press `Monday 9:00` at the top and read it in #social.",
        who="sarah",
        where="#social",
        done=(Wanted("message", "Week 48", where="#social"),),
    ),
    Step(
        "line",
        "Sarah adds what the front desk heard.",
        hint="Press `Sarah: add a line` below the digest.",
        who="sarah",
        where="#social",
        done=(Wanted("form", "*line*", by="sarah"),),
        after="digest",
    ),
)


def tour() -> Tour:
    """Give the tour with nothing done yet."""
    return Tour("A week in ten minutes", _STEPS)
