"""The drawer for developers: what went over the wire, and trouble as switches."""

import http.client
import json
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def ask(practice):
    """Send one request as it is; the answer's status and body."""
    address = urlsplit(practice.slack.url)

    def send(path, method="GET", body=None, **headers):
        connection = http.client.HTTPConnection(address.hostname, address.port, timeout=20)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, {"Host": address.netloc, **named})
        answer = connection.getresponse()
        found = answer.status, answer.read().decode()
        connection.close()
        return found

    return send


@pytest.fixture
def switch(ask):
    """Turn a switch as the page does."""

    def turn(asked, **details):
        return ask(f"/page/switch/{asked}", "POST", json.dumps(details), Content_Type="application/json")

    return turn


def rows(answer):
    return [re.search(r"<code>(.*?)</code>", row["html"])[1] for row in json.loads(answer[1])["rows"]]


def test_rows_are_filtered_by_kind_person_place_and_words(ask, practice):
    practice.person("ana").types("/greet offer @ben", "#social")
    practice.person("sarah").types("/greet", "#front-desk")
    assert rows(ask("/page/wire?kind=call&most=1")) == ["chat.postMessage"]
    assert rows(ask("/page/wire?kind=command")) == ["/greet", "/greet"]
    assert rows(ask("/page/wire?kind=command&person=UBRIANA0000")) == ["/greet"]
    assert rows(ask(f"/page/wire?channel={practice.workspace.channel('front-desk').id}")) == ["/greet"]
    assert rows(ask("/page/wire?kind=call&words=HYGIENIST")) == ["chat.postMessage"]
    assert rows(ask("/page/wire?only=troubled")) == []
    assert rows(ask("/page/wire?team=T0NOTHERE")) == []


def test_only_what_changed_is_sent_again(ask, practice):
    practice.person("ana").types("/greet")
    first = json.loads(ask("/page/wire?most=1")[1])
    assert (len(first["rows"]), first["more"]) == (1, first["count"] - 1)
    assert rows(ask(f"/page/wire?after={first['changed']}")) == []
    practice.person("ana").types("/greet again")
    assert rows(ask(f"/page/wire?after={first['changed']}")) == ["/greet"]


def test_an_exchange_can_be_copied_as_json(ask, practice):
    practice.person("ana").types("/greet")
    (found,) = json.loads(ask("/page/wire/all.json?kind=command")[1])
    assert (found["name"], found["request"]["command"], found["answer"]) == (
        "/greet",
        "/greet",
        "Hello. You typed nothing.",
    )
    number = json.loads(ask("/page/wire?kind=command")[1])["rows"][0]["id"]
    assert json.loads(ask(f"/page/wire/{number}.json")[1]) == found
    assert ask("/page/wire/4711")[0] == 404


def test_what_an_app_sends_is_text_in_the_drawer(ask, practice):
    practice.person("ana").types("/greet <img src=x onerror=alert(1)>")
    number = json.loads(ask("/page/wire?kind=command")[1])["rows"][0]["id"]
    for path in ("/page/wire", f"/page/wire/{number}"):
        assert "<img" not in ask(path)[1].replace("\\u003c", "<")


def test_switches_are_turned_by_the_page_only(ask, switch, practice):
    faults = practice.slack.faults
    status, body = ask("/page/switch/plan", "POST", '{"name": "fail"}', Content_Type="text/plain")
    assert (status, faults.in_force()) == (400, [])
    told = {"Content_Type": "application/json", "Origin": "http://evil.example"}
    assert ask("/page/switch/plan", "POST", '{"name": "fail"}', **told)[0] == 403
    for nonsense in ("[]", "7", "{}", '{"name": "earthquake"}', '{"name": "fail", "much": "many"}'):
        status, body = ask("/page/switch/plan", "POST", nonsense, Content_Type="application/json")
        assert status in (200, 400)
        assert json.loads(body)["error"]
    assert switch("unheard-of")[0] == 400
    assert faults.in_force() == []


def test_a_token_taken_back_is_in_force_until_it_is_given_back(switch, practice):
    installation = practice.workspace.installation
    assert "Bright Smile Dental is taken back" in json.loads(switch("plan", name="revoked")[1])["html"]
    assert installation.revoked
    switch("end", id=practice.workspace.id)
    assert not installation.revoked
    switch("plan", name="revoked")
    switch("plan", name="fail", what="users.info", much="2")
    assert "none in force" in json.loads(switch("end-all")[1])["html"]
    assert (practice.slack.faults.in_force(), installation.revoked) == ([], False)


def test_a_developer_follows_a_command_over_the_wire(open_page, practice):
    page = open_page()
    drawer = page.get_by_role("complementary", name="Over the wire")
    expect(drawer).to_contain_text(re.compile(r"\d+ exchanges"))
    page.keyboard.press("Control+`")
    expect(drawer.get_by_label("Text or method")).to_be_focused()
    composer = page.get_by_role("textbox", name=re.compile("Message"))
    composer.fill("/greet form")
    composer.press("Enter")
    expect(page.get_by_role("dialog", name="Add a post")).to_be_visible()

    # The newest is on top, also while a form is open; its two sides are there when it is opened.
    newest = drawer.get_by_role("listitem").first
    expect(newest).to_contain_text("views.open")
    expect(newest).to_contain_text("ok")
    newest.locator("summary").first.click()
    expect(newest.get_by_role("heading", name="The app sent")).to_be_visible()
    expect(newest).to_contain_text('"callback_id": "post"')
    expect(newest.get_by_role("heading", name="Slack answered")).to_be_visible()
    expect(newest).not_to_contain_text("xoxb-T")

    # A refusal is counted and says why and where.
    practice.slack.workspace().installation.revoked = True
    page.get_by_role("button", name="Cancel").click()
    composer.fill("/greet offer @ben")
    composer.press("Enter")
    expect(drawer).to_contain_text("2 refused")  # the call, and the app's own failure that came of it
    drawer.get_by_label("Refused or doubtful only").check()
    expect(drawer.get_by_role("listitem")).to_have_count(2)
    refused = drawer.get_by_role("listitem").filter(has_text="token_revoked")
    expect(refused).to_have_count(1)
    refused.locator("summary").first.click()
    expect(refused).to_contain_text("This token was taken back.")
    drawer.get_by_role("button", name="Clear").click()
    expect(drawer).to_contain_text("Nothing has passed that fits.")

    page.keyboard.press("Escape")
    expect(drawer.get_by_role("button", name="Over the wire")).to_be_focused()
    expect(drawer.get_by_label("Text or method")).to_be_hidden()


def test_a_developer_switches_trouble_on_and_off(open_page, practice):
    page = open_page()
    page.get_by_role("button", name="Over the wire").click()
    drawer = page.get_by_role("complementary", name="Over the wire")
    drawer.get_by_text("Trouble on demand").click()
    drawer.get_by_label("What goes wrong").select_option(label="Answer with a server error (503), nothing done")
    drawer.get_by_label("Method", exact=True).select_option("views.open")
    drawer.get_by_label("Times").fill("lots")
    drawer.get_by_role("button", name="Switch on").click()
    expect(drawer.get_by_role("alert")).to_have_text("How much? Please type a number.")
    drawer.get_by_label("Times").fill("2")
    drawer.get_by_role("button", name="Switch on").click()
    expect(drawer).to_contain_text("Trouble on demand: 1 in force")
    drawer.get_by_label("What goes wrong").select_option(label="Answer late")
    drawer.get_by_label("Method", exact=True).select_option(label="users.list")
    drawer.get_by_role("button", name="Switch on").click()
    expect(drawer).to_contain_text("Answer late, users.list, 1 s")
    composer = page.get_by_role("textbox", name=re.compile("Message"))
    composer.fill("/greet form")
    composer.press("Enter")
    expect(drawer.get_by_role("listitem").filter(has_text="views.open")).to_contain_text("503")
    assert page.get_by_role("dialog").count() == 0
    drawer.get_by_role("button", name=re.compile("Switch off: Answer with a server error")).click()
    drawer.get_by_role("button", name=re.compile("Switch off: Answer late")).click()
    expect(drawer).to_contain_text("none in force")
    assert practice.slack.faults.in_force() == []
    drawer.get_by_label("What goes wrong").select_option(label="Ask Socket Mode connections to come back")
    expect(drawer.get_by_label("Times")).to_be_hidden()
    expect(drawer.get_by_label("Method", exact=True)).to_be_hidden()


def test_who_reads_the_newest_goes_on_reading_it_beside_the_drawer(open_page, practice):
    for number in range(30):
        practice.person("ana").says(f"message {number}", channel="#social")
    page = open_page()
    newest = page.get_by_role("log", name="Messages").get_by_text("message 29", exact=True)
    expect(newest).to_be_in_viewport()
    page.get_by_role("button", name="Over the wire").click()
    expect(page.get_by_label("Text or method")).to_be_visible()
    expect(newest).to_be_in_viewport()


def test_the_drawer_takes_its_height_from_the_keyboard_and_all_of_a_narrow_screen(open_page):
    page = open_page()
    page.get_by_role("button", name="Over the wire").click()
    edge = page.get_by_role("separator", name="Height of the drawer")
    before = int(edge.get_attribute("aria-valuenow"))
    edge.press("ArrowUp")
    expect(edge).to_have_attribute("aria-valuenow", str(before + 40))
    composer = page.get_by_role("textbox", name=re.compile("Message")).bounding_box()
    drawer = page.get_by_role("complementary", name="Over the wire")
    assert composer["y"] + composer["height"] <= drawer.bounding_box()["y"]  # nothing lies under it
    page.reload()
    expect(edge).to_have_attribute("aria-valuenow", str(before + 40))
    page.set_viewport_size({"width": 390, "height": 780})
    box = drawer.bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 780)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_out_of_the_drawer(open_page, practice, axe, scheme):
    page = open_page(color_scheme=scheme)
    page.get_by_role("button", name="Over the wire").click()
    drawer = page.get_by_role("complementary", name="Over the wire")
    practice.person("ana").types("/greet offer @ben")
    practice.workspace.installation.revoked = True
    practice.person("ana").types("/greet offer @ben")
    drawer.get_by_text("Trouble on demand").click()
    refused = drawer.get_by_role("listitem").filter(has_text="token_revoked")
    refused.locator("summary").first.click()
    expect(refused).to_contain_text("The app sent")
    assert axe(page, "#wire") == []


def test_the_drawer_has_a_page_of_its_own(open_page, practice):
    page = open_page()
    page.goto(f"{practice.slack.url}/journal")
    expect(page.get_by_role("heading", name="Over the wire")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="auth.test")).to_have_count(1)
    practice.person("ana").types("/greet")
    expect(page.get_by_role("listitem").first).to_contain_text("/greet")
