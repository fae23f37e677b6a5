"""The days of Bright Smile Dental that the demo starts in the middle of, lived through Slack's own protocol.

Friday: Ana sets Rounds up. Monday: the digest comes. Wednesday, 10:05: Ben has an offer to answer, Saturday's place is
free, and whoever looks at the page goes on from there.
"""

import io
from datetime import UTC, datetime

from PIL import Image, ImageDraw

from bot.demo import history
from simulator.journal import Journal
from simulator.people import Practice
from storage.engine import Database

START = datetime(2026, 11, 20, 20, 30, tzinfo=UTC)
"""A Friday, 3:30 PM in New York."""
READ_UNTIL = datetime(2026, 11, 25, 14, 0, tzinfo=UTC)
"""Wednesday, 9:00 AM: whatever was said before is no news to anybody."""


def live_until_wednesday(practice: Practice, database: Database) -> None:
    """Live from Friday afternoon to Wednesday morning."""
    ana, ben, sarah = practice.people("ana", "ben", "sarah")
    ana.types("/rounds setup")
    ana.fills_in(
        {
            "Where does the weekly digest go?": ["#social"],
            "Who steps in for the lead?": "sarah",
            "Which doctor or owner backs it?": "reyes",
            "Who speaks for marketing?": "ana",
            "Who speaks for the front desk or sales?": "sarah",
        }
    )
    ana.submits()
    ana.closes()
    with database.transaction() as session:
        history.remember(session, practice.workspace.id, practice.slack.clock.now())
    ana.types("/plan add mon 10am Whitening without the sting #service @ben", "#social")
    ben.clicks("I'll do it")
    ben.uploads(picture(), "whitening.jpg", "#social")
    ben.clicks("No")
    ana.types("/mine")
    ana.clicks("Done", on="caption")
    practice.skip_to("monday 9:20")
    ana.clicks("Ana: add a line")
    ana.fills_in({"What was good?": "Posts with people in them get twice the comments."})
    ana.submits()
    ana.closes()
    practice.skip_to("monday 10:10")
    ana.types("/plan", "#social")
    ana.clicks("Posted", on="Whitening without the sting")
    ana.fills_in({"Link to the post": "https://www.instagram.com/p/BrightSmile40/"})
    ana.submits()
    ana.closes()
    practice.skip_to("tuesday 14:10")
    for source in ("instagram", "phone"):
        sarah.types(f"/leads add {source}", "#front-desk")
    sarah.clicks("Reached", on="phone")
    ben.says("Somebody asks what sealants cost: https://www.instagram.com/p/BrightSmile40/", "#social")
    ben.uses_shortcut("Log this comment", on="what sealants cost")
    ben.fills_in({"How does it sound?": "A question"})
    ben.submits()
    ben.closes()
    practice.skip_to("wednesday 9:55")
    ana.says("Thursday is Ben's turn, I asked him for a picture.", "#social")
    ana.types("/plan add thu 4pm Meet our hygienist #human @ben", "#social")
    practice.skip_to("wednesday 10:05")


def check_the_rest(practice: Practice, journal: Journal) -> int:
    """Live on to the digest of next Monday as the tour proposes, and say what came; 1 where something was missing."""
    ana, ben, sarah = practice.people("ana", "ben", "sarah")
    ana.opens_home()
    ana.types("/plan", "#social")
    ana.types("/plan add sat 10am The bakery next door #community", "#social")
    ben.clicks("I'll do it")
    ben.uploads(picture(), "ben.jpg", "#social")
    told = ben.clicks("No")
    sarah.types("/leads add instagram", "#front-desk")
    practice.skip_to("wednesday 16:05")
    ana.clicks("Done", on="caption for Meet our hygienist is due now")
    practice.skip_to("monday 9:05")
    sarah.clicks("Sarah: add a line")
    sarah.fills_in({"What was good?": "Three callers asked about the sealants post."})
    sarah.submits()
    seen = sarah.sees("#social")
    refused = [f"{entry.method}: {entry.error}" for entry in journal.entries() if not entry.ok]
    wanted = {"the digest": "Week 48", "the plan": "The plan for the week", "the line": "sealants post"}
    missing = [name for name, words in wanted.items() if words not in seen]
    tour = practice.workspace.tour
    open_steps = [f"the tour's step: {step.text}" for step in tour.steps if step.name not in tour.done] if tour else []
    for problem in [*missing, *open_steps, *refused]:
        print(f"missing or refused: {problem}")
    if missing or open_steps or refused:
        return 1
    print(f"The demo is well. Ben was told: {told}")
    return 0


def picture() -> bytes:
    """Make a plain picture to share: a tooth-white shape before a wall in the practice's green."""
    image = Image.new("RGB", (1600, 1200), (196, 221, 214))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 860, 1600, 1200), fill=(231, 222, 205))
    draw.ellipse((560, 260, 1040, 740), fill=(250, 247, 240))
    draw.rounded_rectangle((500, 690, 1100, 1200), 160, fill=(58, 124, 112))
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=88)
    return kept.getvalue()
