"""The week of Bright Smile Dental by hand, in the running demo's page, as its three people.

Everything is found as a person finds it: by what it says. The demo begins on Wednesday at 10:05; Ben has an offer.
"""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[3]
PATIENCE = 30_000  # milliseconds; what a busy machine may need, not what it takes
MEET = "Meet our hygienist"
COATS = "Coats for the shelter"


@pytest.fixture
def demo(tmp_path):
    """The demo as `make demo` starts it, in a folder of its own; its address."""
    command = [sys.executable, "-m", "bot", "demo", "--port", "0"]
    told = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=tmp_path, env=told, stdout=subprocess.PIPE, text=True) as running:  # noqa: S603
        try:
            said = iter(running.stdout.readline, "")
            yield next(found[0] for line in said if (found := re.search(r"http://127\.0\.0\.1:\d+", line)))
        finally:
            running.kill()
            running.communicate()


@pytest.fixture
def week(chromium, demo):
    """The page as Ana opens it; whatever its script complains about fails the test."""
    complaints = []
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(f"{demo}/?as=ana&in=social")
    expect.set_options(timeout=PATIENCE)
    yield Week(page)
    expect.set_options(timeout=5000)
    context.close()
    assert complaints == []


class Week:
    """What a person does on the page."""

    def __init__(self, page):
        self.page = page

    @property
    def form(self):
        """The form in front."""
        return self.page.get_by_role("dialog")

    def be(self, name):
        """Become somebody else."""
        self.page.get_by_role("navigation", name="People").get_by_text(name).click()
        expect(self.page.get_by_role("navigation", name="People").get_by_role("link", name=name)).to_have_attribute(
            "aria-current", "true"
        )

    def go(self, place):
        """Go to a channel."""
        self.page.get_by_role("navigation", name="Channels").get_by_text(place).click()
        expect(self.page.get_by_role("heading", name=place)).to_be_visible()

    def open_app(self, tab):
        """Open the app's Home or its messages."""
        self.page.get_by_role("navigation", name="Apps").get_by_text(tab).click()

    def types(self, words):
        """Type a line and send it."""
        field = self.page.get_by_role("textbox", name=re.compile("^Message "))
        field.fill(words)
        field.press("Enter")
        expect(field).to_have_value("")

    def message(self, words):
        """The newest message that says this."""
        return self.page.get_by_role("article").filter(has_text=words).last

    def sees(self, words):
        """Wait for a message that says this."""
        expect(self.message(words)).to_be_visible()

    def presses(self, label, words):
        """Press a button of the newest message that says this."""
        self.message(words).get_by_role("button", name=label, exact=True).first.click()

    def sends(self, label):
        """Press the button that sends the form."""
        self.form.get_by_role("button", name=label, exact=True).click()

    def is_told(self, words):
        """Read what the form says afterwards, and put it away."""
        expect(self.form).to_contain_text(words)
        self.sends("Done")
        expect(self.form).to_have_count(0)

    def skips_to(self, button):
        """Let the pretend time pass."""
        self.page.get_by_role("button", name=button).click()

    def is_at(self, moment):
        """Read the pretend clock, which goes on by itself."""
        expect(self.page.get_by_label("Pretend clock")).to_contain_text(moment)


@pytest.mark.timeout(300)  # the demo's start included, on a machine that has other things to do
def test_the_week_by_hand(week):  # noqa: PLR0915 - a week is long
    page, form = week.page, week.form

    # Ana looks into the set-up, makes a mistake, and is told beside the field.
    week.types("/rounds setup")
    expect(form).to_contain_text("Set up Rounds")
    friday = form.get_by_label("Open on Friday")
    friday.fill("half past noon")
    week.sends("Save")
    expect(form.get_by_role("alert").filter(has_text="I can't read")).to_be_visible()
    expect(friday).to_have_value("half past noon")
    friday.fill("8:00-12:00, 13:00-15:00")
    week.sends("Save")
    week.is_told("You lead the program.")

    # The plan, and a post for Saturday from the form, which wants to know what it is about.
    week.types("/plan")
    week.sees("This week: Mon 23 Nov to Sun 29 Nov 2026")
    week.types("/plan add")
    form.get_by_label("Which day?").fill("2026-11-28")
    week.sends("Add")
    expect(form.get_by_role("alert").filter(has_text="Please complete this required field.")).to_be_visible()
    form.get_by_label("What is it about?").fill(COATS)
    week.sends("Add")
    week.is_told("fills Saturday's community place")

    # Another in one line.
    week.types("/plan add fri 3pm New chair in room two #service")
    week.sees("Fri 27 Nov, 3:00 PM: New chair in room two")

    # Ben takes on what he was asked for, and shares the picture.
    week.be("Ben Cole")
    week.open_app("Messages")
    week.presses("I'll do it", MEET)
    week.sees(f"Thank you! The photo for {MEET} is yours.")
    week.go("#social")
    page.get_by_label("Share a file").set_input_files(
        {"name": "ben.jpg", "mimeType": "image/jpeg", "buffer": picture()}
    )
    page.get_by_role("button", name="Send").click()
    week.sees("Does this photo show a patient?")
    week.presses("No", "Does this photo show a patient?")
    week.sees("You'll get a message when it is in its place.")
    week.open_app("Messages")
    week.sees(f"is with {MEET}, Thu 26 Nov. Location and camera data were removed.")

    # Ana, once it is out.
    week.be("Ana Torres")
    week.go("#social")
    expect(page.get_by_role("log", name="Messages")).not_to_contain_text("Does this photo")
    week.skips_to("tomorrow 9:00")
    week.is_at("Thu 26 Nov 2026, 9:0")
    page.get_by_label("Skip to this moment").fill("2026-11-26T16:05")
    page.get_by_role("button", name="Skip", exact=True).click()
    week.is_at("Thu 26 Nov 2026, 4:0")
    week.types("/plan")
    week.presses("Posted", MEET)
    form.get_by_label("Link to the post").fill("instagram")
    week.sends("Mark posted")
    expect(form.get_by_role("alert").first).to_be_visible()
    form.get_by_label("Link to the post").fill("https://www.instagram.com/p/BrightSmile48/")
    week.sends("Mark posted")
    week.is_told(f"{MEET} is marked posted.")

    # Sarah logs a lead in two taps.
    week.be("Sarah Kim")
    week.go("#front-desk")
    week.types("/leads add website")
    week.presses("Reached", "from the website, today")
    week.sees("from the website, today: reached.")
    week.presses("Booked", "from the website, today: reached.")
    week.sees("from the website, today: booked.")

    # Ana enters the figures.
    week.be("Ana Torres")
    week.go("#social")
    week.types("/figures")
    week.presses("Enter figures", MEET)
    form.get_by_label("Reach").fill("a lot")
    week.sends("Save")
    expect(form.get_by_role("alert").first).to_be_visible()
    for label, number in {"Reach": "410", "Views": "512", "Reactions": "31", "Comments": "9"}.items():
        form.get_by_label(label).fill(number)
    week.sends("Save")
    week.is_told(f"{MEET}: reach 410, 512 views")

    # Monday, 9:00: what came is counted for each, and the digest is there with its chart.
    week.skips_to("Monday 9:00")
    week.is_at("Mon 30 Nov 2026, 9:0")
    expect(page.get_by_role("group", name="What arrived")).to_contain_text("#social")
    digest = week.message("Week 48, Mon 23 Nov to Sun 29 Nov")
    expect(digest).to_contain_text("Planned but not seen")
    expect(digest.get_by_role("img").first).to_be_visible()
    week.sees("The plan for the week: Mon 30 Nov to Sun 6 Dec 2026")
    for name, line in (("Ana", "Faces work."), ("Sarah", "Two callers had seen Ben.")):
        week.presses(f"{name}: add a line", "Week 48, Mon 23 Nov to Sun 29 Nov")
        form.get_by_label("What was good?").fill(line)
        week.sends("Add it")
        week.is_told("Your line is in the digest of week 48")
        expect(digest).to_contain_text(line)
        week.be("Sarah Kim")
        week.go("#social")

    # Home shows everybody what waits for them.
    week.open_app("Home")
    expect(page.get_by_role("main")).to_contain_text("This week")
    expect(page.get_by_role("main")).to_contain_text("Mon 30 Nov to Sun 6 Dec 2026")
    week.be("Ben Cole")
    expect(page.get_by_role("main")).to_contain_text("What waits for you")


def picture():
    """A picture as a phone takes it."""
    held = io.BytesIO()
    Image.new("RGB", (1200, 900), (200, 220, 210)).save(held, "JPEG")
    return held.getvalue()
