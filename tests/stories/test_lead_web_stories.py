"""Leads that forms on the web leave: signed, once, and without a word of who they are."""

import json
import re
import urllib.error
import urllib.request
from http import HTTPStatus

import pytest
from inline_snapshot import snapshot
from opening import set_up
from street import Street

from bot.app import Rounds
from bot.commands.enquiries import Sent
from bot.domain.errors import WrongMoment
from bot.domain.signed import signature_of
from simulator.people import Actor, Practice

BODY = {"id": "form-7-42", "source": "instagram", "name": "Jane Doe", "phone": "617-555-0143", "postcode": "02139"}


def shown(person: Actor) -> tuple[str, str]:
    said = person.types("/leads web")
    address, secret = (
        re.search(r"(http://\S+/leads/\S+?)`?\n", said),
        re.search(r"X-Rounds-Signature\S*\)\n`?([\w-]+)", said),
    )
    assert address is not None, said
    assert secret is not None, said
    return address[1], secret[1]


def asked(address: str, body: bytes | None = None, **headers: str) -> tuple[int, str]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address, body, named)  # noqa: S310 - our own
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - as above
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def sent(address: str, secret: str, **told: object) -> tuple[int, str]:
    body = json.dumps({**BODY, **told}).encode()
    return asked(address, body, X_Rounds_Signature=signature_of(body, secret))


def test_a_form_logs_a_lead_once_and_only_what_is_signed_is_heard(
    office: Practice, valley: Practice, capfd: pytest.CaptureFixture[str]
) -> None:
    ana, ben, sarah = office.people("ana", "ben", "sarah")
    assert "That is for whoever leads" in ben.types("/leads web")
    address, secret = shown(ana)
    assert (address, secret) == shown(ana)
    assert sent(address, secret) == (HTTPStatus.OK, '{"new":1,"known":0}')
    assert sent(address, secret) == (HTTPStatus.OK, '{"new":0,"known":1}')
    assert "Lead 1 from Instagram (tracked), today" in sarah.types("/leads")
    refused = (HTTPStatus.UNAUTHORIZED, "Not accepted.")
    assert sent(address, "guessed") == sent(f"{address}x", secret) == asked(address, b"{}") == refused
    assert sent(address, secret, at="soon")[0] == HTTPStatus.BAD_REQUEST
    assert asked(address, b"x" * 70_000)[0] == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert "Lead 2" not in sarah.types("/leads")

    ana.types("/leads web")
    assert "The secret is new, and the old one no longer counts." in ana.clicks("Renew the secret")
    assert sent(address, secret, id="form-7-43") == refused
    fresh = shown(ana)
    ana.clicks("Renew the address")
    assert sent(*fresh, id="form-7-43") == refused
    assert sent(*shown(ana), id="form-7-43")[0] == HTTPStatus.OK

    omar = valley.person("omar")
    omar.types("/rounds setup")
    omar.fills_in({"Where does the weekly digest go?": ["#social"]})
    omar.submits()
    omar.closes()
    assert "Lead 1" not in omar.types("/leads")
    logged = capfd.readouterr()
    for private in (secret, fresh[1], address.rpartition("/")[2], "Jane", "555-0143"):
        assert private not in logged.out + logged.err


def test_metas_forms_are_greeted_and_heard(office: Practice) -> None:
    ana, sarah = office.people("ana", "sarah")
    address, _ = shown(ana)
    token = address.rpartition("/")[2]
    hello = f"hub.mode=subscribe&hub.verify_token={token}&hub.challenge=1158201444"
    assert asked(f"{address}?{hello}") == (HTTPStatus.OK, "1158201444")
    for wrong in ("", hello.replace(token, "guessed"), hello.replace("1158201444", "%3Cscript%3E")):
        assert asked(f"{address}?{wrong}")[0] == HTTPStatus.UNAUTHORIZED
    notice = {"leadgen_id": "442", "form_id": "9", "page_id": "77", "created_time": int(office.now.timestamp()) - 600}
    body = json.dumps({"object": "page", "entry": [{"changes": [{"field": "leadgen", "value": notice}]}]}).encode()
    signed = {"X_Hub_Signature_256": signature_of(body, "app-secret-1")}
    assert asked(address, body, **signed)[0] == HTTPStatus.UNAUTHORIZED
    ana.clicks("Enter Meta's app secret")
    ana.fills_in({"App secret": "app-secret-1"})
    assert "app-secret-1" not in ana.submits()
    ana.closes()
    assert asked(address, body, **signed) == (HTTPStatus.OK, '{"new":1,"known":0}')
    assert asked(address, body, **signed) == (HTTPStatus.OK, '{"new":0,"known":1}')
    office.skip_to("monday 9:05")
    assert sarah.new_messages() == snapshot(
        [
            """\
1 new lead came by the web. How far did you get?
Lead 1 from a Meta form (tracked), today  (New v)
How to reach them is where your form keeps it; I never see it.\
"""
        ]
    )
    assert sarah.types("/leads 1") == snapshot("""\
Lead 1 from a Meta form (tracked), today: new.
Tracked: a Meta form.
Came at 8:50 AM.
[Reached] [Booked] [Shown] [Started] [Lost…] [Change]\
""")


def test_one_form_gone_wild_is_slowed_down(office: Practice) -> None:
    address, secret = shown(office.person("ana"))
    answers = [asked(address, b"{}")[0] for _ in range(61)]
    assert answers[-2:] == [HTTPStatus.UNAUTHORIZED, HTTPStatus.TOO_MANY_REQUESTS]
    assert sent(address, secret)[0] == HTTPStatus.TOO_MANY_REQUESTS
    office.skip_to("monday 9:30")
    assert sent(address, secret)[0] == HTTPStatus.OK


def test_a_form_is_slowed_down_whichever_process_it_reaches(office: Practice, rounds: Rounds) -> None:
    """The desk knows nothing of what single processes have counted, so it stands here for all of them."""
    address, secret = shown(office.person("ana"))
    token = address.rpartition("/")[2]
    logged = 0
    for number in range(65):
        body = json.dumps({**BODY, "id": f"form-{number}"}).encode()
        try:
            rounds.desk.take_enquiries(token, Sent(body, signature_of(body, secret), by_meta=False))
        except WrongMoment:
            break
        logged += 1
    assert logged == 60
    office.skip_to("monday 9:30")
    assert sent(address, secret, id="form-99") == (HTTPStatus.OK, '{"new":1,"known":0}')


def test_where_no_form_can_reach_it_that_is_said(street: Street, database_url: str) -> None:
    with street.play(database_url, public_url="") as rounds:
        office = Practice(street.slack, settle=rounds.settle)
        set_up(office)
        assert "Leads from forms need an address on the internet" in office.person("ana").types("/leads web")
