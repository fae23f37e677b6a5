"""Every block and control in a real browser: what a person can do with it, and what the app hears."""

import json
import re
import threading
from dataclasses import replace

import pytest
from examples import ALERTS, DATA_TABLE, FULL_HOME, FULL_MODAL, GALLERIES
from playwright.sync_api import expect
from small_app import button, field, mrkdwn, plain

pytestmark = pytest.mark.browser
SOCIAL, ANA = "CBRISOCIAL0", "UBRIANA0000"


def log(tab):
    return tab.get_by_role("log", name="Messages")


def type_in(tab, words):
    line = tab.get_by_role("textbox", name=re.compile("^Message"))
    line.fill(words)
    line.press("Enter")


def open_modal(slack, client, view):
    return client.views_open(trigger_id=slack.passes.trigger("T0BRIGHT01", ANA), view=view)["view"]


def form(*blocks, title="A form", **more):
    return {"type": "modal", "title": plain(title), "submit": plain("Send"), "blocks": [*blocks], **more}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_out_of_any_block_on_any_surface(open_page, practice, client, axe, scheme):
    for blocks in GALLERIES:
        client.chat_postMessage(channel=SOCIAL, text="All", blocks=blocks)
    tab = open_page(color_scheme=scheme)
    expect(log(tab)).to_contain_text("Working on it")
    assert axe(tab, "#main") == []
    open_modal(practice.slack, client, FULL_MODAL)
    expect(tab.get_by_role("dialog", name="Every kind of field")).to_be_visible()
    tab.get_by_role("dialog").get_by_role("button", name="Send").click()
    expect(tab.get_by_text("Please complete this required field.").first).to_be_visible()
    expect(tab.get_by_role("dialog")).not_to_have_attribute("aria-busy", "true")
    assert axe(tab, "#modal") == []
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("dialog")).to_have_count(0)
    tab.get_by_role("link", name="Greeter Home").first.click()
    expect(tab.get_by_text("Meet our hygienist")).to_be_visible()
    client.views_publish(user_id=ANA, view=FULL_HOME)
    expect(tab.locator("#flow.home").get_by_text("Where people heard of us")).to_be_visible()
    assert axe(tab, "#main") == []


def test_no_block_is_wider_than_a_telephone(open_page, practice, client):
    for blocks in GALLERIES:
        client.chat_postMessage(channel=SOCIAL, text="All", blocks=blocks)
    tab = open_page(viewport={"width": 390, "height": 844})
    expect(log(tab)).to_contain_text("Working on it")
    assert tab.evaluate("document.documentElement.scrollWidth") == 390
    assert (
        tab.evaluate("(() => { const f = document.getElementById('flow'); return f.scrollWidth - f.clientWidth })()")
        == 0
    )
    open_modal(practice.slack, client, FULL_MODAL)
    body = tab.locator(".modal-body")
    expect(body).to_be_visible()
    assert body.evaluate("(one) => one.scrollWidth - one.clientWidth") == 0
    assert tab.locator(".modal").bounding_box()["width"] == 390


def test_a_data_table_is_sorted_and_turned_by_its_reader(open_page, client):
    posted = client.chat_postMessage(channel=SOCIAL, text="Table", blocks=[DATA_TABLE])
    tab = open_page()
    table = tab.get_by_role("table", name="Where people heard of us")
    rows = table.locator("tbody tr:visible")
    expect(rows).to_have_text([re.compile(name) for name in ("Instagram", "Phone", "Web", "Friends", "Flyer")])
    head = table.get_by_role("columnheader", name="People")
    table.get_by_role("button", name="People").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(rows).to_have_text([re.compile(name) for name in ("Mail", "Flyer", "Web", "Walk in", "Friends")])
    client.chat_postMessage(channel=SOCIAL, text="Something else")
    expect(log(tab)).to_contain_text("Something else")
    expect(head).to_have_attribute("aria-sort", "ascending")
    tab.get_by_role("button", name="Next page").click()
    expect(rows).to_have_text([re.compile("Phone"), re.compile("Instagram")])
    expect(tab.get_by_text("6–7 of 7")).to_be_visible()
    table.get_by_role("button", name="Source").press("Enter")
    expect(rows.first).to_contain_text("Flyer")
    expect(head).to_have_attribute("aria-sort", "none")
    changed = {**DATA_TABLE, "rows": DATA_TABLE["rows"][:4]}
    client.chat_update(channel=SOCIAL, ts=posted["ts"], text="Table", blocks=[changed])
    expect(rows).to_have_text([re.compile(name) for name in ("Instagram", "Phone", "Web")])


def test_a_chart_has_its_numbers_as_a_table_and_a_carousel_scrolls_by_keyboard(open_page, client):
    for blocks in GALLERIES[:2]:
        client.chat_postMessage(channel=SOCIAL, text="All", blocks=blocks)
    tab = open_page()
    expect(tab.get_by_role("img", name=re.compile("As bars .bar chart"))).to_be_visible()
    numbers = tab.get_by_role("table", name="As bars, People")
    expect(numbers.get_by_role("row", name="Reached 3 5 4 7")).to_have_count(1)
    carousel = tab.get_by_role("group", name="4 cards")
    carousel.focus()
    tab.keyboard.press("ArrowRight")
    tab.wait_for_function("document.querySelector('.carousel').scrollLeft > 0")


def offered(form):
    return form.locator(".choices:popover-open [role=option]:visible")


def choose(box, *words):
    for word in words:
        box.fill(word)
        box.press("ArrowDown")
        box.press("Enter")


def test_every_kind_of_field_can_be_used(open_page, practice):
    tab = open_page()
    type_in(tab, "/greet everything")
    form = tab.get_by_role("dialog", name="Everything")
    several = form.get_by_role("combobox", name="Several")
    expect(several).to_be_focused()
    several.press("ArrowDown")
    expect(offered(form)).to_have_text(["Mon", "Thu", "Sat"])
    several.press("Escape")
    expect(form).to_be_visible()
    choose(several, "mon", "sat")
    choose(form.get_by_role("combobox", name="People"), "Ben", "Sarah", "Reyes")
    form.get_by_role("button", name="Remove Dr. Maria Reyes").click()
    form.get_by_label("Channel").select_option(label="#social")
    form.get_by_label("Talk").select_option(label="@Greeter")
    form.get_by_label("Time").fill("16:30")
    form.get_by_label("Moment").fill("2026-11-26T16:00")
    form.get_by_label("Number", exact=True).fill("12")
    form.get_by_label("Mail").fill("ana@example.com")
    form.get_by_label("No", exact=True).check()
    found = form.get_by_role("combobox", name="Found")
    found.press_sequentially("I")
    expect(offered(form)).to_have_text("Type 2 letters or more to search")
    found.press_sequentially("mpl")
    form.get_by_role("option", name="Implants").click()
    treatments = form.get_by_role("combobox", name="Treatments")
    treatments.click()
    expect(offered(form)).to_have_text(["Whitening", "Veneers", "Implants", "Check-up"])
    form.get_by_role("option", name="Veneers").click()
    treatments.fill("check")
    expect(offered(form)).to_have_text("Check-up")
    form.get_by_role("option", name="Check-up").click()
    treatments.press("ArrowDown")
    form.get_by_role("option", name="Implants").click()
    expect(offered(form)).to_have_text("Up to 2 can be chosen")
    files = [{"name": name, "mimeType": "text/plain", "buffer": b"words"} for name in ("a.txt", "b.txt", "c.pdf")]
    form.get_by_label("Files").set_input_files(files)
    expect(tab.get_by_role("status").filter(has_text="Only .txt files fit here.")).to_be_visible()
    form.get_by_role("button", name="Remove a.txt").click()
    write_a_story(tab, form.get_by_role("textbox", name="Story"))
    form.get_by_role("button", name="Send").click()
    expect(form).to_have_count(0)
    held = json.loads(practice.person("ana").last_message)
    assert [option["value"] for option in held["several"]] == ["mon", "sat"]
    assert held["people"] == [practice.person("ben").id, practice.person("sarah").id]
    assert (held["time"], held["moment"], held["number"]) == ("16:30", 1795726800, "12")
    assert (held["answer"]["value"], held["found"]["value"]) == ("no", "implants")
    assert [option["value"] for option in held["founds"]] == ["veneers", "check-up"]
    assert [file["name"] for file in held["files"]] == ["b.txt"]
    assert held["story"]["elements"] == STORY


STORY = [
    {
        "type": "rich_text_section",
        "elements": [
            {"type": "text", "text": "Once & "},
            {"type": "text", "text": "again", "style": {"bold": True}},
            {"type": "text", "text": " "},
            {"type": "link", "url": "https://example.com", "text": "https://example.com"},
        ],
    },
    {
        "type": "rich_text_list",
        "style": "bullet",
        "elements": [
            {"type": "rich_text_section", "elements": [{"type": "text", "text": "one"}]},
            {
                "type": "rich_text_section",
                "elements": [{"type": "text", "text": "two", "style": {"code": True}}],
            },
        ],
    },
]


def write_a_story(tab, story):
    story.click()
    tab.keyboard.type("Once & ")
    tab.keyboard.press("Control+b")
    tab.keyboard.type("again")
    expect(tab.get_by_role("button", name="Bold")).to_have_attribute("aria-pressed", "true")
    tab.keyboard.press("Control+b")
    tab.keyboard.type(" ")
    tab.get_by_role("button", name="Link", exact=True).click()
    tab.get_by_label("Address of the link").fill("javascript:alert(1)")
    tab.keyboard.press("Enter")
    expect(tab.get_by_label("Address of the link")).to_have_attribute("aria-invalid", "true")
    tab.get_by_label("Address of the link").fill("https://example.com")
    tab.keyboard.press("Enter")
    tab.keyboard.press("End")
    tab.keyboard.press("Enter")
    tab.get_by_role("button", name="Bulleted list").click()
    tab.keyboard.type("one")
    tab.keyboard.press("Enter")
    tab.keyboard.type("two")
    tab.keyboard.press("Shift+Home")
    tab.keyboard.press("Control+Shift+c")


def test_a_form_opens_with_what_the_app_put_there_and_gives_it_back(open_page, practice, client, bolt):
    heard = []
    bolt.view("full")(lambda ack, body: (ack(), heard.append(body["view"]["state"]["values"])))
    view = {**FULL_MODAL, "blocks": [*ALERTS, *({**b, "optional": True} for b in FULL_MODAL["blocks"][len(ALERTS) :])]}
    opened = open_modal(practice.slack, client, view)
    tab = open_page()
    modal = tab.get_by_role("dialog", name="Every kind of field")
    expect(modal.get_by_role("button", name="Remove Dentist")).to_be_visible()
    modal.get_by_label("Static select").first.select_option("human")
    modal.get_by_role("button", name="Send").click()
    expect(modal).to_have_count(0)
    first, last = opened["state"]["values"], heard[0]
    changed = {block for block in last if last[block] != first[block]}
    assert changed == {"static_select", "rich_text_input"}
    words = json.dumps(last["rich_text_input"])
    for part in (
        '"emoji", "name": "wave"',
        '"user_id": "UBRIANA0000"',
        '"channel_id": "CBRISOCIAL0"',
        '"range": "here"',
    ):
        assert part in words


def test_modals_stack_keep_the_focus_and_give_it_back(open_page, client, bolt):
    @bolt.action("deeper")
    def deeper(ack, body):
        ack()
        client.views_push(trigger_id=body["trigger_id"], view=form(field("Why", "why", LINE), title="Second"))

    first = form(
        field("What", "what", LINE),
        field("When", "when", {**LINE, "focus_on_load": True}),
        {"type": "actions", "block_id": "go", "elements": [button("Deeper", "deeper")]},
        title="First",
    )
    bolt.action("open_it")(lambda ack, body: (ack(), client.views_open(trigger_id=body["trigger_id"], view=first)))
    client.chat_postMessage(
        channel=SOCIAL, text="Open", blocks=[{"type": "actions", "elements": [button("Open it", "open_it")]}]
    )
    tab = open_page()
    tab.get_by_role("button", name="Open it").click()
    modal = tab.get_by_role("dialog", name="First")
    expect(modal.get_by_label("When")).to_be_focused()
    modal.get_by_label("What").fill("a photo")
    modal.get_by_role("button", name="Send").focus()
    tab.keyboard.press("Tab")
    expect(modal.get_by_role("button", name="Close")).to_be_focused()
    tab.keyboard.press("Shift+Tab")
    expect(modal.get_by_role("button", name="Send")).to_be_focused()
    modal.get_by_role("button", name="Deeper").click()
    second = tab.get_by_role("dialog", name="Second")
    expect(second.get_by_label("Why")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(modal.get_by_role("button", name="Deeper")).to_be_focused()
    expect(modal.get_by_label("What")).to_have_value("a photo")
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("button", name="Open it")).to_be_focused()


LINE = {"type": "plain_text_input"}


def test_what_is_wrong_is_said_beside_its_field_and_to_those_who_do_not_see(open_page, practice, client):
    blocks = [
        field("What", "what", LINE, hint=plain("In a few words")),
        field("Mail", "mail", {"type": "email_text_input"}),
        field("Why", "why", LINE, optional=True),
        field("Answer", "answer", {"type": "radio_buttons", "options": [{"text": plain("Yes"), "value": "y"}]}),
    ]
    open_modal(practice.slack, client, form(*blocks))
    tab = open_page()
    modal = tab.get_by_role("dialog", name="A form")
    modal.get_by_label("Mail").fill("ana at home")
    modal.get_by_role("button", name="Send").click()
    what = modal.get_by_label("What")
    expect(what).to_have_attribute("aria-invalid", "true")
    expect(what).to_have_accessible_description("In a few words Please complete this required field.")
    expect(what).to_be_focused()
    expect(modal.get_by_label("Mail")).to_have_accessible_description("Please enter a valid email address.")
    expect(modal.get_by_label("Mail")).to_have_value("ana at home")
    expect(modal.get_by_label("Why (optional)")).not_to_have_attribute("aria-invalid", "true")
    expect(modal.get_by_role("radiogroup", name="Answer")).to_have_accessible_description(
        "Please complete this required field."
    )


def test_a_late_answer_is_said_where_it_was_waited_for_and_nothing_typed_is_lost(open_page, practice, client, bolt):
    late = threading.Event()
    patient = practice.slack.options
    practice.slack.options = replace(patient, ack_seconds=0.4)
    bolt.view("slow")(lambda ack: (late.wait(20), ack()))
    bolt.action("slow_button")(lambda ack: (late.wait(20), ack()))
    press = {"type": "actions", "block_id": "press", "elements": [button("Slow", "slow_button")]}
    client.chat_postMessage(channel=SOCIAL, text="Slow", blocks=[press])
    tab = open_page()
    try:
        tab.get_by_role("button", name="Slow").click()
        expect(tab.get_by_role("button", name="Slow")).to_have_attribute("aria-busy", "true")
        expect(log(tab).get_by_role("alert")).to_contain_text("Operation timed out")
        open_modal(practice.slack, client, form(field("What", "what", LINE), callback_id="slow"))
        modal = tab.get_by_role("dialog", name="A form")
        modal.get_by_label("What").fill("half a story")
        modal.get_by_role("button", name="Send").click()
        expect(modal).to_have_attribute("aria-busy", "true")
        expect(modal.get_by_role("alert")).to_contain_text("We had some trouble connecting. Try again?")
        expect(modal.get_by_label("What")).to_have_value("half a story")
    finally:
        late.set()
    practice.slack.options = patient
    modal.get_by_role("button", name="Send").click()
    expect(modal).to_have_count(0)
    tab.get_by_role("button", name="Slow").click()
    expect(log(tab).get_by_role("alert")).to_have_count(0)


def test_fields_of_a_message_speak_on_enter_or_with_every_letter(open_page, client):
    on = {"trigger_actions_on": ["on_character_entered"]}
    spoken = {"type": "input", "label": plain("Say"), "dispatch_action": True, "block_id": "spoken"}
    client.chat_postMessage(channel=SOCIAL, text="1", blocks=[{**spoken, "element": {**LINE, "action_id": "enter"}}])
    tab = open_page()
    tab.get_by_label("Say").fill("hello")
    tab.get_by_label("Say").press("Enter")
    expect(log(tab)).to_contain_text("Heard hello")
    eager = {**LINE, "action_id": "letters", "dispatch_action_config": on}
    client.chat_postMessage(channel=SOCIAL, text="2", blocks=[{**spoken, "label": plain("Spell"), "element": eager}])
    tab.get_by_label("Spell").press_sequentially("abc")
    expect(log(tab)).to_contain_text("Heard abc")


def test_feedback_icons_and_workflow_buttons_answer(open_page, client, bolt):
    heard = []
    bolt.action("feedback")(lambda ack, body: (ack(), heard.append(body["actions"][0]["value"])))
    client.chat_postMessage(
        channel=SOCIAL, text="All", blocks=[b for b in GALLERIES[0] if b["type"] == "context_actions"]
    )
    run = {"type": "workflow_button", "text": plain("Run"), "action_id": "run"}
    run["workflow"] = {"trigger": {"url": "https://slack.com/shortcuts/Ft1/2"}}
    client.chat_postMessage(
        channel=SOCIAL, text="Run", blocks=[{"type": "section", "text": mrkdwn("It"), "accessory": run}]
    )
    tab = open_page()
    expect(tab.get_by_role("button", name="Delete")).to_be_visible()
    tab.get_by_role("button", name="Run", exact=True).click()
    expect(tab.get_by_role("status").filter(has_text="starts a workflow")).to_be_visible()
    with tab.expect_response("**/page/act/use"):
        tab.get_by_role("button", name="Bad").click()
    assert heard == ["bad"]
