"""The page in a real browser: what a person types, clicks, fills in and sees."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def type_in(tab, words):
    field = tab.get_by_role("textbox", name=re.compile("^Message"))
    field.fill(words)
    field.press("Enter")


def log(tab):
    return tab.get_by_role("log", name="Messages")


def test_a_command_is_suggested_typed_and_answered_to_one_person(open_page):
    tab = open_page()
    field = tab.get_by_role("textbox", name="Message #social")
    field.press_sequentially("/gr")
    expect(tab.get_by_role("option")).to_have_text(re.compile("/greet"))
    field.press("Tab")
    expect(field).to_have_value("/greet ")
    field.press_sequentially("hello @be")
    tab.get_by_role("option", name="@ben").click()
    field.press("Enter")
    expect(log(tab)).to_contain_text("Only visible to you")
    expect(log(tab)).to_contain_text("Hello. You typed hello @Ben.")
    expect(field).to_have_value("")


def test_what_went_wrong_stands_beside_the_field_and_the_words_stay(open_page):
    tab = open_page()
    type_in(tab, "/nothing here")
    expect(tab.get_by_role("alert").filter(has_text="/nothing is not a valid command.")).to_be_visible()
    expect(tab.get_by_role("textbox", name="Message #social")).to_have_value("/nothing here")


def test_a_script_in_a_message_is_text(open_page):
    tab = open_page()
    type_in(tab, "<script>document.title='owned'</script> <img src=x onerror=alert(1)>")
    expect(log(tab)).to_contain_text("<script>document.title='owned'</script> <img src=x onerror=alert(1)>")
    assert tab.title() == "#social | Bright Smile Dental"
    assert log(tab).locator("script, img").count() == 0


def test_a_message_arrives_while_one_looks_and_typed_words_stay(open_page, practice):
    (ben,) = practice.people("ben")
    tab = open_page()
    field = tab.get_by_role("textbox", name="Message #social")
    field.fill("half a sen")
    ben.says("Good morning", channel="#social")
    expect(log(tab)).to_contain_text("Good morning")
    expect(field).to_have_value("half a sen")
    field.press("End")
    field.press_sequentially("tence")
    expect(field).to_have_value("half a sentence")


def test_a_button_changes_the_message_in_place(open_page, practice):
    (ana,) = practice.people("ana")
    ana.types("/greet offer @ben")
    tab = open_page("ben")
    tab.get_by_role("link", name="Greeter Messages").first.click()
    tab.get_by_role("button", name="I'll do it").click()
    expect(log(tab)).to_contain_text("Thank you, it is yours.")
    expect(log(tab)).to_contain_text("(edited)")
    expect(tab.get_by_role("button", name="I'll do it")).to_have_count(0)


def test_a_person_is_picked_in_a_menu(open_page, practice):
    (ana,) = practice.people("ana")
    ana.types("/greet offer @ben")
    tab = open_page("ben")
    tab.get_by_role("link", name="Greeter Messages").first.click()
    tab.get_by_label("Swap with").select_option(label="Sarah Kim")
    expect(log(tab)).to_contain_text("Asked @Sarah.")


def test_a_question_is_asked_first_and_no_means_no(open_page, practice):
    ana, ben = practice.people("ana", "ben")
    ana.types("/greet offer @ben")
    tab = open_page("ben")
    tab.get_by_role("link", name="Greeter Messages").first.click()
    tab.get_by_role("button", name="Can't").click()
    tab.get_by_role("dialog").get_by_role("button", name="Go back").click()
    assert "Can't" in ben.dm
    tab.get_by_role("button", name="Can't").click()
    tab.get_by_role("dialog").get_by_role("button", name="Yes, I can't").click()
    expect(log(tab)).to_contain_text("No problem.")


def test_an_overflow_menu_opens_and_answers(open_page, practice):
    (ana,) = practice.people("ana")
    ana.types("/greet offer @ben")
    tab = open_page("ben")
    tab.get_by_role("link", name="Greeter Messages").first.click()
    tab.get_by_label("More actions").click()
    tab.get_by_role("button", name="Help").click()
    expect(log(tab)).to_contain_text("Noted: help.")


def test_a_form_is_filled_in_refused_mended_and_saved(open_page, practice):
    tab = open_page()
    type_in(tab, "/greet form")
    form = tab.get_by_role("dialog", name="Add a post")
    expect(form.get_by_label("What")).to_be_focused()
    form.get_by_label("What").fill("x")
    form.get_by_label("Kind").select_option(label="Human")
    form.get_by_label("Who").select_option(label="Ben Cole")
    form.get_by_label("Facebook").check()
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert").filter(has_text="A few more letters, please.")).to_be_visible()
    expect(form.get_by_label("Kind")).to_have_value("human")
    expect(form.get_by_label("Facebook")).to_be_checked()
    form.get_by_label("What").fill("Meet Ben")
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_count(0)
    (ana,) = practice.people("ana")
    assert ana.last_message == "Saved: Meet Ben"


def test_a_form_grows_keeps_what_was_typed_and_stacks(open_page, practice):
    tab = open_page()
    type_in(tab, "/greet hours")
    form = tab.get_by_role("dialog", name="Opening hours")
    form.get_by_label("Row 1").fill("9 to 12")
    form.get_by_role("button", name="Add a row").click()
    expect(form.get_by_label("Row 2")).to_be_visible()
    expect(form.get_by_label("Row 1")).to_have_value("9 to 12")
    assert "Row 1: 9 to 12" in practice.person("ana").modal
    form.get_by_label("Row 2").fill("1 to 5")
    form.get_by_role("button", name="Next").click()
    expect(tab.get_by_role("dialog", name="Really?")).to_be_visible()
    tab.get_by_role("button", name="Cancel").click()
    expect(form.get_by_label("Row 2")).to_have_value("1 to 5")
    form.get_by_role("button", name="Next").click()
    tab.get_by_role("button", name="Yes").click()
    expect(tab.get_by_role("dialog")).to_have_count(0)


def test_escape_closes_a_form(open_page, practice):
    tab = open_page()
    type_in(tab, "/greet form")
    expect(tab.get_by_role("dialog")).to_be_visible()
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("dialog")).to_have_count(0)
    assert practice.person("ana").modal == ""


def test_a_picture_is_uploaded_and_shown(open_page):
    picture = io.BytesIO()
    Image.new("RGB", (900, 600), "teal").save(picture, "JPEG")
    tab = open_page("ben")
    chosen = {"name": "team.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()}
    tab.get_by_label("Share a file").set_input_files(chosen)
    type_in(tab, "Here it is")
    expect(log(tab)).to_contain_text("team.jpg")
    expect(log(tab)).to_contain_text("Does it show a person who did not agree?")
    expect(log(tab).locator("img")).to_have_js_property("naturalWidth", 360)


def test_the_clock_is_skipped_and_says_what_arrived(open_page, practice):
    slack, bot = practice.slack, practice.workspace.bot()
    from simulator import posting  # noqa: PLC0415 - a reminder by hand, in place of an app with a clock

    def remind(_now):
        channel = practice.workspace.direct(bot.id, practice.person("ben").id)
        posting.by_app(practice.workspace, channel, text="The photo is due")

    due = [practice.now.replace(hour=15)]
    slack.clock.add_sleeper(lambda: due[0] if due else None, lambda now: (due.clear(), remind(now)))
    tab = open_page()
    tab.get_by_role("button", name="Next event 3:00 PM").click()
    told = tab.get_by_role("group", name="What arrived")
    expect(told).to_contain_text("It is now Mon 23 Nov 2026, 3:00 PM. Arrived meanwhile: Ben 1")
    tab.get_by_role("button", name="Tomorrow 9:00").click()
    expect(tab.get_by_label("Pretend clock")).to_contain_text("Tue 24 Nov 2026, 9:00 AM")
    expect(told).to_contain_text("Nothing arrived meanwhile.")
    tab.get_by_label("Skip to this moment").fill("2026-11-23T09:00")
    tab.get_by_role("button", name="Skip", exact=True).click()
    expect(tab.get_by_role("status")).to_contain_text("only goes forward")


def test_one_click_makes_one_somebody_else(open_page, practice):
    (ana,) = practice.people("ana")
    ana.types("/greet offer @ben")
    tab = open_page("sarah")
    ben = tab.get_by_role("navigation", name="People").get_by_role("link", name="Ben Cole")
    expect(ben).to_contain_text("1")
    ben.click()
    expect(tab.get_by_role("textbox", name="Message #social")).to_have_attribute(
        "placeholder", re.compile("as Ben Cole")
    )


def test_a_shortcut_is_chosen_in_the_menu_of_a_message(open_page, practice):
    practice.person("ana").says("Our smile of the month", channel="#social")
    tab = open_page("ben")
    message = tab.get_by_role("article").filter(has_text="smile of the month")
    message.hover()
    message.get_by_label("Message shortcuts").click()
    message.get_by_role("button", name="Keep this").click()
    expect(log(tab)).to_contain_text("Kept: Our smile of the month")
    tab.get_by_role("button", name="Dismiss this message").focus()
    tab.keyboard.press("Enter")
    expect(log(tab)).not_to_contain_text("Kept:")


def test_a_shortcut_for_everywhere_stands_beside_the_message_field(open_page):
    tab = open_page()
    tab.get_by_label("Shortcuts", exact=True).click()
    tab.get_by_role("button", name="Plan a post").click()
    expect(tab.get_by_role("dialog", name="Add a post")).to_be_visible()


def test_home_is_drawn_and_its_buttons_work(open_page):
    tab = open_page()
    tab.get_by_role("link", name="Greeter Home").first.click()
    expect(tab.get_by_text("Meet our hygienist")).to_be_visible()
    tab.get_by_role("button", name="Done").nth(1).click()
    expect(tab.get_by_role("button", name="Done")).to_have_count(1)
    tab.get_by_role("button", name="Add a post").click()
    expect(tab.get_by_role("dialog", name="Add a post")).to_be_visible()


def test_a_thread_opens_beside_the_conversation(open_page, practice):
    ana, ben = practice.people("ana", "ben")
    ana.says("Who brings cake?", channel="#social")
    ben.says("I do", channel="#social", thread="cake")
    tab = open_page()
    tab.get_by_role("link", name="1 reply").click()
    thread = tab.get_by_role("complementary", name="Thread")
    expect(thread).to_contain_text("I do")
    thread.get_by_role("textbox").fill("Thank you")
    thread.get_by_role("textbox").press("Enter")
    expect(thread).to_contain_text("Thank you")
    assert ben.sees("#social").endswith("Ben: I do\n    Ana: Thank you")


def test_charts_and_tables_are_drawn_with_words_for_those_who_do_not_see_them(open_page, practice):
    (ana,) = practice.people("ana")
    ana.types("/greet digest", channel="#social")
    tab = open_page()
    chart = tab.get_by_role("img", name=re.compile("Enquiries and bookings .bar chart"))
    expect(chart.locator("rect.fill")).to_have_count(8)
    expect(tab.get_by_role("row", name="Phone 3 unknown")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_a_telephone(open_page, practice, scheme):
    (ana,) = practice.people("ana")
    ana.types("/greet digest", channel="#social")
    ana.types("/greet gallery", channel="#social")
    tab = open_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    expect(log(tab)).to_contain_text("A container")
    assert tab.evaluate("document.documentElement.scrollWidth") == 390
    tab.get_by_role("button", name="Open the menu").click()
    tab.get_by_role("link", name="#general").click()
    expect(tab.get_by_role("heading", name="#general")).to_be_visible()
    expect(tab.get_by_role("button", name="Close the menu")).not_to_be_visible()
