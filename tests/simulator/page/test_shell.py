"""The frame of the page in a real browser: long conversations, what is new, writing, clock, tour and keyboard."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from simulator import posting
from simulator.seeds import side_by_side
from simulator.tour import read_tour

pytestmark = pytest.mark.browser

TOUR = {
    "title": "Greet everybody",
    "steps": [
        {"text": "Ana greets.", "hint": "Type `/greet`.", "who": "ana", "where": "#social",
         "done": {"command": "/greet", "by": "ana"}},
        {"text": "Ben takes it.", "who": "ben", "where": "dm", "done": {"button": "I'll do it", "by": "ben"}},
    ],
}  # fmt: skip


def log(tab):
    return tab.get_by_role("log", name="Messages")


def field(tab):
    return tab.locator("#composer-text")


def picture(colour="teal"):
    kept = io.BytesIO()
    Image.new("RGB", (300, 200), colour).save(kept, "PNG")
    return kept.getvalue()


def chatter(practice, count, channel="social"):
    place, people = practice.workspace.channel(channel), practice.people("ana", "ben", "sarah")
    for number in range(count):
        posting.add(practice.workspace, place, people[number // 3 % 3].id, text=f"word {number:04}")


def top_of(tab, words):
    return tab.get_by_text(words, exact=True).evaluate("(one) => one.getBoundingClientRect().top")


def test_a_long_conversation_is_drawn_in_part_and_stays_where_its_reader_is(open_page, practice):
    chatter(practice, 2000)
    tab = open_page()
    messages = log(tab).get_by_role("article")
    expect(tab.get_by_text("word 1999", exact=True)).to_be_in_viewport()
    assert messages.count() <= 150
    assert tab.get_by_text("word 1000", exact=True).count() == 0
    for earlier in ("word 1920", "word 1870", "word 1820", "word 1770"):
        log(tab).evaluate("(flow) => { flow.scrollTop = 200 }")
        expect(tab.get_by_text(earlier, exact=True)).to_be_attached()
    assert messages.count() <= 150
    newest = tab.get_by_role("button", name="Jump to newest")
    expect(newest).to_be_visible()
    before = top_of(tab, "word 1800")
    practice.person("ben").says("What is new?", channel="#social")
    expect(tab.get_by_role("link", name="#social, 1 unread")).to_be_visible()
    assert abs(top_of(tab, "word 1800") - before) < 2
    newest.click()
    expect(tab.get_by_text("What is new?", exact=True)).to_be_in_viewport()
    expect(newest).to_be_hidden()
    expect(tab.get_by_role("separator", name="New messages")).to_be_visible()
    tall = open_page("sarah", viewport={"width": 1200, "height": 3000})
    expect(tall.get_by_text("word 1890", exact=True)).to_be_attached()
    assert log(tall).evaluate("(flow) => flow.scrollHeight > flow.clientHeight")


def test_what_came_meanwhile_is_counted_and_stands_below_a_line(open_page, practice):
    ana, ben = practice.people("ana", "ben")
    ana.says("Good morning", channel="#social")
    tab = open_page("ana", "general")
    ana.says("I begin", channel="#social")
    ben.says("First news", channel="#social")
    ben.says("Second news", channel="#social")
    social = tab.get_by_role("navigation", name="Channels").get_by_role("link", name="#social, 2 unread")
    social.click()
    line = tab.get_by_role("separator", name="New messages")
    expect(line).to_have_count(1)
    assert "New" in log(tab).inner_text().split("I begin")[1].split("First news")[0]
    ben.says("Third news", channel="#social")
    expect(log(tab)).to_contain_text("Third news")
    expect(tab.locator("#news")).to_have_text("Ben: Third news")
    expect(line).to_have_count(1)
    expect(tab.get_by_role("navigation", name="Channels").get_by_label(re.compile("unread"))).to_have_count(0)
    field(tab).fill("I have seen it")
    field(tab).press("Enter")
    expect(line).to_have_count(0)


def test_names_are_completed_drafts_kept_and_files_shared_together(open_page, practice):
    tab = open_page()
    field(tab).press_sequentially("Hello @s")
    expect(field(tab)).to_have_attribute("aria-activedescendant", "composer-text-suggestions-0")
    expect(tab.get_by_role("option", selected=True)).to_contain_text("@sarah Front desk Sarah Kim")
    field(tab).press("Escape")
    expect(tab.get_by_role("listbox")).to_be_hidden()
    expect(field(tab)).to_have_value("Hello @s")
    field(tab).fill("/greet ")
    expect(tab.locator("#composer-text-usage")).to_have_text("/greet [name]")
    field(tab).fill("For #")
    field(tab).press_sequentially("f")
    field(tab).press("Enter")
    field(tab).press_sequentially("and @")
    field(tab).press("ArrowDown")
    field(tab).press("Tab")
    expect(field(tab)).to_have_value("For #front-desk and @ben ")
    field(tab).press("Shift+Enter")
    field(tab).press_sequentially("a second line")
    tab.get_by_role("link", name="#general").click()
    expect(field(tab)).to_have_value("")
    tab.get_by_role("link", name="#social").click()
    expect(field(tab)).to_have_value("For #front-desk and @ben \na second line")
    files = [{"name": n, "type": t, "body": list(b)} for n, t, b in (
        ("chair.png", "image/png", picture()), ("note.txt", "text/plain", b"words"))]  # fmt: skip
    hand_over = """([way, file]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(file.body)], file.name, { type: file.type }));
      const where = document.querySelector(way === "paste" ? "#composer-text" : "#flow");
      const more = way === "paste" ? { clipboardData: data } : { dataTransfer: data };
      where.dispatchEvent(new (way === "paste" ? ClipboardEvent : DragEvent)(way, { ...more, bubbles: true, cancelable: true }));
    }"""  # noqa: E501 - a script
    tab.evaluate(hand_over, ["paste", files[0]])
    tab.evaluate(hand_over, ["drop", files[1]])
    waiting = tab.get_by_role("list", name="Files to share").get_by_role("listitem")
    expect(waiting).to_have_text(["chair.png×", "note.txt×"])
    field(tab).press("Enter")
    expect(log(tab)).to_contain_text("note.txt")
    expect(log(tab).locator("img")).to_have_js_property("naturalWidth", 300)
    expect(waiting).to_have_count(0)
    (said,) = [m for m in practice.workspace.channel("social").messages if m.user == practice.person("ana").id]
    assert len(said.files) == 2
    assert practice.person("ben").sees("#social").startswith("Ana:\n  For #front-desk and @Ben\n  a second line")


def test_ones_own_words_are_changed_marked_and_taken_away(open_page, practice):
    practice.person("ben").says("The chair is here", channel="#social")
    practice.person("ana").says("Thank you @ben & all", channel="#social")
    tab = open_page()
    bens, anas = (log(tab).get_by_role("article").filter(has_text=words) for words in ("chair", "Thank you"))
    bens.hover()
    expect(bens.get_by_role("button", name="Edit")).to_have_count(0)
    bens.get_by_role("button", name="Add a reaction").click()
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("Enter")
    expect(bens.get_by_role("button", name="heart, 1", pressed=True)).to_be_visible()
    expect(bens).to_be_focused()
    bens.get_by_role("button", name="heart, 1").click()
    expect(bens.get_by_role("button", name="heart, 1")).to_have_count(0)
    anas.hover()
    anas.get_by_role("button", name="Edit").click()
    box = tab.get_by_role("textbox", name="Edit this message")
    expect(box).to_have_value("Thank you @ben & all")
    box.fill("Thank you @sarah")
    box.press("Enter")
    expect(anas).to_contain_text("Thank you @Sarah")
    expect(anas).to_contain_text("(edited)")
    anas.hover()
    anas.get_by_role("button", name="Delete").click()
    tab.get_by_role("dialog").get_by_role("button", name="Keep it").click()
    anas.hover()
    anas.get_by_role("button", name="Delete").click()
    tab.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(anas).to_have_count(0)
    assert practice.person("ben").sees("#social") == "Ben: The chair is here"


def test_the_clock_counts_for_each_person_and_leads_to_them(open_page, practice):
    slack, workspace, bot = practice.slack, practice.workspace, practice.workspace.bot()
    due = [practice.now.replace(hour=hour) for hour in (12, 15)]

    def remind(_now):
        due.pop(0)
        for person in practice.people("ben", "sarah") if due else practice.people("ben"):
            posting.by_app(workspace, workspace.direct(bot.id, person.id), text="The photo is due")
        if not due:
            posting.by_app(workspace, workspace.channel("social"), text="The digest")

    slack.clock.add_sleeper(lambda: due[0] if due else None, remind)
    tab = open_page("ana", "general")
    tab.get_by_role("button", name="Next event 12:00 PM").click()
    told = tab.get_by_role("group", name="What arrived")
    expect(told).to_contain_text("Arrived meanwhile: Ben 1 · Sarah 1")
    tab.get_by_role("button", name="Run at 60×").click()
    expect(tab.get_by_role("button", name="Stop")).to_be_visible()
    assert slack.clock.speed == 60
    tab.get_by_label("Skip to this moment").fill("2026-11-23T16:00")
    tab.get_by_role("button", name="Skip", exact=True).click()
    expect(told).to_contain_text("Ben 1 · #social 1")
    tab.get_by_role("button", name="Stop").click()
    expect(tab.get_by_role("button", name="Run at 60×")).to_be_visible()
    assert not slack.clock.running
    told.get_by_role("link", name="Ben 1").click()
    expect(tab.get_by_role("navigation", name="People").locator("[aria-current]")).to_contain_text("Ben Cole")
    expect(log(tab).get_by_text("The photo is due")).to_have_count(2)
    tab.get_by_role("button", name="Put this away").click()
    expect(told).to_have_count(0)


def test_the_tour_ticks_itself_off_can_be_put_away_and_begun_again(open_page, practice):
    practice.workspace.tour = read_tour(TOUR)
    tab = open_page("sarah", "general")
    card = tab.get_by_role("complementary", name="Guided tour")
    step = card.locator("[aria-current=step]")
    expect(step).to_contain_text("Ana greets. Type /greet.")
    step.get_by_role("link", name="Be Ana, in #social").click()
    line = tab.get_by_role("textbox", name="Message #social")  # the one of #general is there a moment longer
    line.fill("/greet offer @ben")
    line.press("Enter")
    expect(step).to_contain_text("Ben takes it.")
    step.get_by_role("link", name="Be Ben, in the messages of Greeter").click()
    log(tab).get_by_role("button", name="I'll do it").click()
    expect(card).to_contain_text("2 of 2")
    card.get_by_role("button", name="Put the tour away").click()
    expect(card).to_be_hidden()
    tab.reload()
    expect(card).to_be_hidden()
    tab.get_by_role("button", name="Tour 2/2").click()
    card.get_by_role("button", name="Begin the tour again").click()
    expect(card).to_contain_text("0 of 2")
    card.get_by_role("button", name="Start over with everything").click()
    tab.get_by_role("dialog").get_by_role("button", name="Start over").click()
    expect(tab.get_by_text("Thank you, it is yours.")).to_have_count(0)
    assert practice.slack.workspace().channel("social").messages == []


def test_ben_lives_his_week_with_the_keyboard_alone(open_page, practice):  # noqa: PLR0915 - a story
    (ana,) = practice.people("ana")
    ana.types("/greet offer @ben")
    ana.says("Who brings cake?", channel="#social")
    tab = open_page("ana", "general", reduced_motion="reduce")
    keys = tab.keyboard
    named = """() => {
      const here = document.activeElement;
      return here.ariaLabel || here.labels?.[0]?.textContent || here.innerText || "";
    }"""
    seen = """() => {
      const here = document.activeElement;
      const field = here.closest(".composer textarea");
      if (field) return getComputedStyle(field.form).boxShadow !== "none";
      return getComputedStyle(here).outlineStyle === "solid";
    }"""

    def reach(name):
        for _ in range(60):
            keys.press("Tab")
            if name in tab.evaluate(named):
                assert tab.evaluate(seen)
                return
        raise AssertionError(f"{name} is not reached by Tab")

    keys.press("Tab")
    expect(tab.get_by_role("link", name="Skip to the message field")).to_be_focused()
    reach("Ben Cole")
    keys.press("Enter")
    expect(tab.get_by_role("navigation", name="People").locator("[aria-current]")).to_contain_text("Ben Cole")
    reach("#social, 1 unread")
    keys.press("Enter")
    expect(tab.get_by_role("heading", name="#social")).to_be_visible()
    keys.press("F6")
    expect(log(tab)).to_be_focused()
    keys.press("ArrowUp")
    expect(log(tab).get_by_role("article").last).to_be_focused()
    reach("Reply in thread")
    keys.press("Enter")
    thread = tab.get_by_role("complementary", name="Thread")
    expect(thread.get_by_role("textbox")).to_be_focused()
    keys.type("I do")
    keys.press("Enter")
    expect(thread.get_by_role("article")).to_have_count(2)
    keys.press("Escape")
    expect(thread).to_be_hidden()
    expect(field(tab)).to_be_focused()
    keys.press("Shift+F6")
    keys.press("Shift+F6")
    reach("Greeter Messages")
    keys.press("Enter")
    expect(tab.get_by_role("button", name="I'll do it")).to_be_visible()
    reach("I'll do it")
    keys.press("Enter")
    expect(log(tab)).to_contain_text("Thank you, it is yours.")
    reach("Message Greeter")
    keys.type("/gr")
    keys.press("Tab")
    keys.type("form")
    keys.press("Enter")
    form = tab.get_by_role("dialog", name="Add a post")
    expect(form.get_by_label("What")).to_be_focused()
    keys.press("Escape")
    expect(form).to_have_count(0)
    expect(field(tab)).to_be_focused()
    assert ana.sees("#social") == "Ana: Who brings cake?\n    Ben: I do"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anybody_out(open_page, practice, axe, scheme):
    practice.workspace.tour = read_tour(TOUR)
    ana, ben = practice.people("ana", "ben")
    ana.types("/greet digest", channel="#social")
    ana.types("/greet", channel="#social")
    ana.says("Who brings cake?", channel="#social")
    ben.says("I do", channel="#social", thread="cake")
    ben.reacts("tada", on="cake")
    ben.uploads(picture(), name="cake.png", channel="#social")
    tab = open_page(color_scheme=scheme, viewport={"width": 1400, "height": 900})
    field(tab).press_sequentially("@")
    expect(tab.get_by_role("option").first).to_be_visible()
    assert axe(tab) == []
    field(tab).press("Escape")
    tab.get_by_role("link", name="1 reply").click()
    expect(tab.get_by_role("complementary", name="Thread")).to_contain_text("I do")
    assert axe(tab) == []
    tab.get_by_role("link", name="Greeter Home").click()
    expect(tab.get_by_text("Meet our hygienist")).to_be_visible()
    assert axe(tab) == []


def test_a_telephone_shows_the_menu_and_a_thread_over_everything(open_page, practice):
    practice.workspace.tour = read_tour(TOUR)
    ana, ben = practice.people("ana", "ben")
    ana.says("Who brings cake?", channel="#social")
    ben.says("I do", channel="#social", thread="cake")
    tab = open_page(viewport={"width": 390, "height": 844})
    tab.get_by_role("button", name="Change between light and dark").click()
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(26, 29, 33)"
    tab.reload()
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(26, 29, 33)"
    tab.get_by_role("button", name="Open the menu").click()
    expect(tab.get_by_role("button", name="Close the menu")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("button", name="Open the menu")).to_be_focused()
    tab.get_by_role("button", name="Skip to…").click()
    expect(tab.get_by_role("button", name="Monday 9:00")).to_be_in_viewport(ratio=1)
    tab.keyboard.press("Escape")
    tab.get_by_role("link", name="1 reply").click()
    thread = tab.get_by_role("complementary", name="Thread")
    expect(thread.get_by_role("textbox")).to_be_in_viewport(ratio=1)
    assert thread.bounding_box()["width"] == 390
    thread.get_by_role("link", name="Close the thread").click()
    expect(field(tab)).to_be_in_viewport(ratio=1)
    assert tab.evaluate("document.documentElement.scrollWidth") == 390


def test_two_workspaces_stand_side_by_side(open_page, practice):
    practice.slack.reset(side_by_side)
    tab = open_page("sarah", "social")
    tab.get_by_role("navigation", name="Workspaces").get_by_role("link", name="River Valley Dermatology").click()
    expect(tab.get_by_role("navigation", name="People")).to_contain_text("Omar Haddad")
    expect(tab.get_by_role("navigation", name="People")).not_to_contain_text("Sarah Kim")
    expect(tab.get_by_label("Pretend clock")).to_contain_text("8:00 AM")


def test_slacks_own_commands_are_offered_and_show_in_the_page(open_page, practice, axe):
    (ben,) = practice.people("ben")
    tab = open_page("ana", "general")
    field(tab).press_sequentially("/")
    expect(tab.get_by_role("option", name="/greet")).to_be_visible()
    expect(tab.get_by_role("option", name="/dnd")).to_be_attached()
    field(tab).press_sequentially("inv")
    field(tab).press("Tab")
    expect(tab.locator(".usage")).to_have_text("/invite @somebody [#channel]")
    field(tab).press_sequentially("@gre")
    field(tab).press("Tab")
    field(tab).press("Enter")
    expect(log(tab)).to_contain_text("@Greeter was added by @Ana")
    people = tab.get_by_role("navigation", name="People")
    ben.types("/status :palm_tree: On holiday", "#general")
    ben.types("/dnd 2 hours", "#general")
    mine = people.get_by_role("listitem").filter(has_text="Ben Cole")
    expect(mine).to_contain_text("🌴 On holiday")
    expect(mine.get_by_role("img", name="Notifications paused")).to_be_visible()
    field(tab).fill("/dnd sometimes")
    field(tab).press("Enter")
    expect(tab.get_by_role("alert").filter(has_text="How long?")).to_be_visible()
    expect(log(tab)).not_to_contain_text("Slackbot")
    ben.types("/dnd off", "#general")
    expect(mine.get_by_role("img", name="Notifications paused")).to_have_count(0)
    assert axe(tab) == []


def test_an_account_is_deactivated_and_reactivated_from_the_list_of_people(open_page, practice, axe):
    tab = open_page("ana", "social")
    people = tab.get_by_role("navigation", name="People")
    people.get_by_label("The account of Ben Cole").click()
    assert axe(tab) == []
    people.get_by_role("button", name="Deactivate the account").locator("visible=true").click()
    tab.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    expect(people.get_by_role("link", name="Ben Cole")).to_be_visible()
    people.get_by_label("The account of Ben Cole").click()
    people.get_by_role("button", name="Deactivate the account").locator("visible=true").click()
    tab.get_by_role("dialog").get_by_role("button", name="Deactivate", exact=True).click()
    expect(people.get_by_role("link", name="Ben Cole")).to_have_count(0)
    assert practice.workspace.person("ben").deleted
    assert axe(tab) == []
    people.get_by_role("button", name="Reactivate Ben Cole").click()
    people.get_by_role("link", name="Ben Cole").click()
    expect(tab.get_by_role("button", name="social join")).to_be_visible()
