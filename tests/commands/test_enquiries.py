"""What forms send: which few words are read, what is left out, and what is no enquiry."""

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands.enquiries import Sent, read_sent
from bot.domain.errors import Misread
from bot.domain.signed import is_signed, signature_of

NOW = datetime(2026, 11, 27, 19, 5, tzinfo=UTC)


def plain(**told):
    return read_sent(Sent(json.dumps({"id": "f-1", **told}).encode(), "", by_meta=False), NOW).enquiries[0]


def of_meta(*values, field="leadgen"):
    changes = [{"field": field, "value": value} for value in values]
    body = json.dumps({"object": "page", "entry": [{"id": "77", "time": 1, "changes": changes}]})
    return read_sent(Sent(body.encode(), "", by_meta=True), NOW).enquiries


def test_a_plain_form_is_read_and_all_else_left_out():
    found = plain(
        at="2026-11-27T14:00:00-05:00",
        source="IG",
        post="P12",
        said="google",
        service="Whitening",
        postcode="02139",
        name="Jane Doe",
        answers={"phone": "617-555-0143"},
    )
    assert found.came_at == datetime(2026, 11, 27, 19, 0, tzinfo=UTC)
    assert (found.tracked, found.network, found.said, found.service) == (
        "instagram",
        "instagram",
        "google",
        "Whitening",
    )
    assert (found.area, found.post) == ("02139", "p12")
    assert "Jane" not in repr(found)
    assert "555" not in repr(found)


def test_an_id_is_kept_as_a_hash_that_tells_two_apart():
    one, other = plain(id="jane@example.com"), plain(id="joe@example.com")
    assert one.outside_id != other.outside_id
    assert one.outside_id == plain(id="jane@example.com").outside_id
    assert "jane" not in one.outside_id
    assert one.outside_id.startswith("web:")


@pytest.mark.parametrize(
    ("source", "tracked"),
    [("facebook", "facebook"), ("linkedin", "linkedin"), (None, "website"), ("janedoe1984", "website"), (7, "website")],
)
def test_a_source_that_a_link_tells_is_a_usual_one_or_the_website(source, tracked):
    assert plain(source=source).tracked == tracked


def test_a_notice_of_metas_becomes_a_lead_for_each_leadgen_change():
    found = of_meta(
        {"leadgen_id": "442", "created_time": 1795806000, "form_id": "9", "page_id": "77"},
        {"leadgen_id": 443, "platform": "ig"},
    )
    assert [(each.outside_id, each.tracked, each.network) for each in found] == [
        ("442", "meta", ""),
        ("443", "instagram", "instagram"),
    ]
    assert found[0].came_at == datetime.fromtimestamp(1795806000, UTC)
    assert found[1].came_at == NOW
    assert of_meta({"leadgen_id": "442"}, field="feed") == ()


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"id": ""}, '"id" is missing'),
        ({"id": None}, '"id" is missing'),
        ({"id": True}, '"id" is missing'),
        ({"id": "x" * 201}, '"id" is missing'),
        ({"at": "yesterday"}, "no time with an offset"),
        ({"at": "2026-11-27T14:05:00"}, "no time with an offset"),
        ({"at": 10**30}, "no time with an offset"),
        ({"at": (NOW + timedelta(hours=1)).isoformat()}, "in the future"),
        ({"at": (NOW - timedelta(days=91)).isoformat()}, "more than 90 days ago"),
    ],
)
def test_what_is_no_enquiry_is_said_without_repeating_it(told, says):
    with pytest.raises(Misread, match=says):
        plain(**told)


def test_a_meta_notice_without_an_id_or_with_too_many_is_refused():
    with pytest.raises(Misread, match="leadgen_id"):
        of_meta({"leadgen_id": "l:442"})
    with pytest.raises(Misread, match="up to 100"):
        of_meta(*({"leadgen_id": str(number)} for number in range(101)))


@given(
    st.binary(max_size=60)
    | st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["entry", "changes", "id", "at"]), inner)
        ),
        max_leaves=8,
    ).map(lambda value: json.dumps(value).encode()),
    st.booleans(),
)
@settings(max_examples=50)
def test_whatever_comes_is_read_or_refused(body, by_meta):
    with suppress(Misread):
        assert len(read_sent(Sent(body, "", by_meta), NOW).enquiries) <= 100


def test_only_whoever_knows_the_secret_can_sign():
    body = b'{"id":"f-1"}'
    assert signature_of(b"what do ya want for nothing?", "Jefe") == (
        "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ), "RFC 4231, test case 2"
    assert is_signed(body, signature_of(body, "s3cret"), "s3cret")
    assert is_signed(body, signature_of(body, "s3cret").upper(), "s3cret")
    for wrong in ("", "sha256=", signature_of(body, "other"), signature_of(b"{}", "s3cret"), "sha256=ü"):
        assert not is_signed(body, wrong, "s3cret")
    assert not is_signed(body, signature_of(body, ""), "")
