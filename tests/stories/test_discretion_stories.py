"""What may name a patient is refused wherever leads are typed; only its writer reads why, and nothing of it stays."""

from pathlib import Path

import pytest
from street import Street

from bot.app import Rounds
from simulator.people import Practice
from storage.migrate import migrate

SECRETS = ("Zebediah", "Quill", "1958", "617-555-0199", "zq@example.net", "MRN 771204")


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """A file, because its bytes are looked through."""
    url = f"sqlite:///{tmp_path}/rounds.sqlite"
    migrate(url)
    return url


def test_nothing_that_was_refused_is_in_the_database_or_the_log(
    office: Practice, rounds: Rounds, tmp_path: Path, street: Street, capfd: pytest.CaptureFixture[str]
) -> None:
    sarah, ana = office.people("sarah", "ana")
    for typed in (
        "/leads add Zebediah Quill 3/12/1958",
        "/leads add instagram Quill-1958",
        "/leads Zebediah Quill, 617-555-0199",
        "/leads add phone MRN 771204",
        "/leads add zq@example.net",
        "/leads 1 booked Zebediah 617-555-0199",
    ):
        assert "kept nothing" in sarah.types(typed), typed
    for typed in (
        "/plan add fri 4pm Zebediah Quill, born 3/12/1958, loves it #human",
        '/plan event "Call 617-555-0199" sat 10-14',
        "/plan series every thu 4pm 3 times MRN 771204",
    ):
        assert "That may point to a patient, so I haven't kept it." in ana.types(typed), typed
    sarah.types("/leads add phone A-117")
    sarah.clicks("Add details")
    for field, words in (
        ("Your own code", "Quill1958"),
        ("Where do they live?", "617-555-0199"),
    ):
        sarah.fills_in({field: words})
        assert "kept nothing" in sarah.submits()
        sarah.fills_in({field: ""})
    sarah.closes()
    sarah.types("/leads services")
    sarah.fills_in({"Which services do people ask for?": "Whitening\nZebediah Quill 3/12/1958"})
    assert "kept none of them" in sarah.submits()
    sarah.closes()
    office.skip_to("tuesday 10:00")
    assert "Lead 1 (A-117)" in sarah.types("/leads")

    rounds.database.close()
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    logged = capfd.readouterr()
    assert b"A-117" in kept, "what is kept can be found"
    for secret in SECRETS:
        assert secret.encode() not in kept
        assert secret not in logged.out + logged.err
        assert secret not in "".join(ana.new_messages())
    posted = street.slack.journal.entries("chat.postMessage")
    assert not any(secret in str(entry.args) for entry in posted for secret in SECRETS), "nobody else is told"
