"""The page answers to this machine only, and never lets a foreign script in."""

import http.client
import json
import re
import urllib.request
from urllib.parse import urlsplit

import pytest
from starlette.routing import Mount

from simulator import page
from simulator.drawing import Names
from simulator.page.prose_html import is_safe, text
from simulator.seeds import bright_smile
from simulator.server import serve
from simulator.slack import Slack


@pytest.fixture
def ask(practice):
    """Send one request as it is; the answer's status, headers and body."""
    address = urlsplit(practice.slack.url)

    def send(path="/", method="GET", body=None, **headers):
        connection = http.client.HTTPConnection(address.hostname, address.port, timeout=5)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, {"Host": address.netloc, **named})
        answer = connection.getresponse()
        found = answer.status, answer.headers, answer.read().decode()
        connection.close()
        return found

    return send


def said(practice, words, **more):
    channel = practice.workspace.channel("social").id
    asked = {"team": practice.workspace.id, "as": practice.person("ana").id, "channel": channel, "text": words, **more}
    return json.dumps(asked)


def test_the_page_forbids_every_foreign_source(ask):
    status, headers, body = ask()
    assert status == 200
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert "<script>" not in body
    assert "style=" not in body


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8700", ""])
def test_another_host_name_is_turned_away(ask, host):
    assert ask(Host=host)[0] == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1"])
def test_another_site_cannot_act(ask, practice, origin):
    status, _, _ = ask("/page/act/say", "POST", said(practice, "owned"), Origin=origin, Content_Type="application/json")
    assert status == 403
    assert practice.person("ana").sees("#social") == ""


def test_the_page_itself_can_act(ask, practice):
    status, _, body = ask(
        "/page/act/say", "POST", said(practice, "hello"), Origin=practice.slack.url, Content_Type="application/json"
    )
    assert (status, json.loads(body)) == (200, {"error": ""})
    assert practice.person("ana").sees("#social") == "Ana: hello"


def doors(slack):
    """Every address of the page, with something in its place where one has a part to fill in."""
    (inside,) = page.routes(slack)
    for route in inside.routes:
        path = re.sub(r"\{number:int\}", "1", route.path)
        path = re.sub(r"\{\w+\}", "x", path)
        methods = sorted((getattr(route, "methods", None) or {"GET"}) - {"HEAD"})
        yield methods[-1], f"{path}/page.js" if isinstance(route, Mount) else path


def test_no_door_of_the_page_opens_to_strangers(ask, practice):
    found = list(doors(practice.slack))
    assert {"/", "/journal", "/page/changes", "/page/wire", "/page/switch/x", "/page/act/x"} <= {
        path for _, path in found
    }
    for method, path in found:
        for strange in ({"Host": "evil.example"}, {"Origin": "http://evil.example"}, {"Sec_Fetch_Site": "cross-site"}):
            status, headers, _ = ask(path, method, "{}", Content_Type="application/json", **strange)
            assert (path, status) == (path, 403)
            assert "default-src 'none'" in headers["content-security-policy"]


def test_the_stream_of_changes_keeps_to_the_same_rules(practice):
    address = urlsplit(practice.slack.url)
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=20)
    connection.request("GET", "/page/changes")
    answer = connection.getresponse()
    assert (answer.status, answer.headers["content-type"].partition(";")[0]) == (200, "text/event-stream")
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    connection.close()


def test_nobody_but_this_machine_can_reach_it():
    with serve(Slack(seed=bright_smile)) as running:
        with urllib.request.urlopen(running.url) as there:  # noqa: S310 - ours; it is up once it answers
            assert there.status == 200
        listening = running.server.servers[0].sockets
        assert [one.getsockname()[0] for one in listening] == ["127.0.0.1"]


def test_apps_are_not_asked_where_they_come_from(ask, practice, over_socket):
    token = practice.workspace.installation.bot_token
    told = {"Host": "slack.test", "Origin": "http://elsewhere.example", "Authorization": f"Bearer {token}"}
    status, headers, body = ask("/api/auth.test", "POST", "", **told)
    assert (status, json.loads(body)["ok"]) == (200, True)
    assert "content-security-policy" not in headers
    over_socket()
    assert practice.slack.sockets.connected == 1


def test_a_plain_form_from_anywhere_cannot_act(ask, practice):
    assert ask("/page/act/say", "POST", said(practice, "owned"), Content_Type="text/plain")[0] == 400


def test_what_is_gone_gets_a_sentence(ask, practice):
    body = said(practice, "x", channel="C0GONE")
    _, _, answer = ask("/page/act/say", "POST", body, Content_Type="application/json")
    assert json.loads(answer) == {"error": "That has changed in the meantime. Look again and try once more."}


@pytest.mark.parametrize("content", ["[]", "nonsense", '{"team": 7}', ""])
def test_nonsense_gets_a_sentence(ask, content):
    status, _, answer = ask("/page/act/say", "POST", content, Content_Type="application/json")
    assert status in (200, 400)
    assert json.loads(answer)["error"]


def test_somebody_elses_form_cannot_be_sent(ask, practice):
    practice.person("ana").types("/greet form")
    view = practice.workspace.top_modal(practice.person("ana").id)
    asked = {"team": practice.workspace.id, "as": practice.person("ben").id, "view": view.id, "values": []}
    _, _, answer = ask("/page/act/submit", "POST", json.dumps(asked), Content_Type="application/json")
    assert json.loads(answer) == {"error": "That form is not open any more."}


def test_a_shared_web_page_is_saved_and_never_opened(ask, practice):
    practice.person("ben").uploads(b"<script>alert(1)</script>", name="page.html", channel="#social")
    (file,) = practice.workspace.files.values()
    _, headers, _ = ask(f"/page/file/{practice.workspace.id}/{file.id}")
    assert headers["content-disposition"] == "attachment"
    assert headers["content-type"] == "application/octet-stream"


def test_only_harmless_addresses_become_links():
    assert is_safe("https://example.com")
    assert is_safe("mailto:ana@example.com")
    assert not is_safe("javascript:alert(1)")
    assert not is_safe("data:text/html,x")
    assert not is_safe("http://[broken")
    words = {"type": "mrkdwn", "text": "<javascript:alert(1)|click> & <https://example.com|safe>"}
    assert str(text(words, Names())) == (
        '<p>click &amp; <a href="https://example.com" target="_blank" rel="noopener noreferrer">safe</a></p>'
    )


def test_the_journal_lists_the_calls_without_tokens(ask, practice):
    practice.person("ana").types("/greet offer @ben")
    _, _, body = ask("/page/wire/all.json")
    assert "chat.postMessage" in body
    assert "xoxb-T" not in body
    assert "Could you" in body
