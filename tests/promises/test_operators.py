"""What somebody who runs the program is told when a setting is wrong: its name, the remedy, and exit status 2."""

import socket
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.__main__ import main
from bot.web.served import Served

TOKENS = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "SLACK_API_URL": "http://127.0.0.1:1/api/"}


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("SLACK_SIGNING_SECRET", "DATABASE_URL", "PHOTO_STORE_URL", "PORT"):
        monkeypatch.delenv(name, raising=False)
    for name, value in TOKENS.items():
        monkeypatch.setenv(name, value)


def _no_folder(tmp_path: Path) -> str:
    (tmp_path / "a-file").touch()
    return f"sqlite:///{tmp_path}/a-file/rounds.sqlite"


@pytest.mark.parametrize("way", ["run", "tick", "migrate", "doctor"])
def test_a_database_in_a_folder_that_cannot_be_made_is_named(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", _no_folder(tmp_path))
    assert main([way]) == 2
    told = capsys.readouterr()
    assert "DATABASE_URL: the folder can't be made" in told.out + told.err


@pytest.mark.parametrize("way", ["run", "tick", "migrate", "doctor"])
def test_a_database_that_does_not_answer_is_named(
    way: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # taken, and nobody listens
        monkeypatch.setenv("DATABASE_URL", f"postgresql://u:p@127.0.0.1:{closed.getsockname()[1]}/x")
        assert main([way]) == 2
    told = capsys.readouterr()
    assert "DATABASE_URL: the database can't be reached" in told.out + told.err


@pytest.mark.usefixtures("sqlite_url")
@pytest.mark.parametrize("way", ["run", "doctor"])
@pytest.mark.parametrize(("store", "why"), [("ftp://x/y", "nothing is known of such"), ("a-file", "can't be made")])
def test_a_photo_store_that_cannot_be_used_is_named(
    way: str, store: str, why: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a-file").touch()
    monkeypatch.setenv("DATABASE_URL", "sqlite:///rounds.sqlite")
    monkeypatch.setenv("PHOTO_STORE_URL", store)
    assert main([way]) == 2
    told = capsys.readouterr()
    assert "PHOTO_STORE_URL: " in told.out + told.err
    assert why in told.out + told.err


@pytest.mark.parametrize("way", ["run", "doctor"])
def test_a_file_that_is_no_database_is_named(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rounds.sqlite").write_text("this is a letter, and nothing else" * 100)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/rounds.sqlite")
    assert main([way]) == 2
    told = capsys.readouterr()
    assert "DATABASE_URL: the file can't be used as a database" in told.out + told.err


@pytest.mark.parametrize("port", ["abc", "-1", "70000"])
def test_a_port_that_is_none_is_named(
    port: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORT", port)
    assert main(["run"]) == 2
    assert capsys.readouterr().err == "PORT: use a whole number such as 3000, or 0 for any free port.\n"


def test_the_doctor_looks_at_the_port_where_slack_comes_over_http(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "s")
    monkeypatch.setenv("PORT", "0")
    main(["doctor"])
    assert "port" not in capsys.readouterr().out  # through Socket Mode none is needed
    monkeypatch.delenv("SLACK_APP_TOKEN")
    main(["doctor"])
    assert "ok    port: any that is free can be used" in capsys.readouterr().out


def test_the_doctor_names_a_port_that_something_else_uses(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "s")
    monkeypatch.delenv("SLACK_APP_TOKEN")

    async def other(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 404, "headers": []})
        await send({"type": "http.response.body", "body": b"another program"})

    async def well(_: Request) -> JSONResponse:
        return JSONResponse({"well": True})

    for app, told in (
        (
            other,
            "FIX   PORT: {port} can't be used (Address already in use). Choose another one, or stop what uses it.\n",
        ),
        (Starlette(routes=[Route("/healthz", well)]), "ok    port: Rounds answers at {port} already"),
    ):
        with Served(app) as served:
            monkeypatch.setenv("PORT", str(served.port))
            main(["doctor"])
            assert told.format(port=served.port) in capsys.readouterr().out


def test_the_doctor_finds_nothing_wrong_with_a_folder_that_is_still_empty(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["doctor"])
    told = capsys.readouterr().out
    assert "ok    database: reachable; its tables are made at the first start" in told
    assert "ok    photo store" in told
