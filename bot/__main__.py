"""The command line: `rounds`, also `python -m bot`: reads settings, says what is wrong with them, starts things."""

import argparse
import gc
import sys
from pathlib import Path

from bot import __version__, logs, settings
from bot.settings import Settings, SettingsError

_WRONG_SETTINGS = 2
_NEW_OBJECTS = 20_000  # that may be made before the garbage collector looks for cycles: those of about ten commands


def main(words: list[str] | None = None) -> int:
    """Do what the command line asks; the exit status is 0, 1 for a failure, 2 for wrong settings or usage."""
    gc.set_threshold(_NEW_OBJECTS)  # also while everything is loaded, of which nothing is garbage
    asked = _parser().parse_args(words)
    logs.set_up(debug=asked.debug)
    try:
        return int(asked.do(asked))
    except SettingsError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return _WRONG_SETTINGS
    except KeyboardInterrupt:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rounds", description="A Slack bot that keeps a small practice's plan moving."
    )
    parser.add_argument("--version", action="version", version=f"rounds {__version__}")
    parser.add_argument("--debug", action="store_true", help="log more")
    ways = parser.add_subparsers(required=True, metavar="COMMAND")
    demo = ways.add_parser("demo", help="start a pretend Slack with the bot and a seeded practice, in the browser")
    demo.add_argument("--port", type=int, default=8700, help="where the page is (default 8700; 0 takes a free one)")
    demo.add_argument("--journal", help="write every call to Slack into this file")
    demo.add_argument("--check", action="store_true", help="start, live through a week, report, and stop")
    demo.set_defaults(do=_demo)
    for name, do, does in (
        ("run", _run, "serve Slack: Socket Mode with SLACK_APP_TOKEN, otherwise HTTP on PORT"),
        ("tick", _tick, "do once whatever is due and send it, for cron"),
        ("migrate", _migrate, "bring the database up to date"),
        ("doctor", _doctor, "check settings, database, tokens and scopes, and say what to fix"),
    ):
        ways.add_parser(name, help=does).set_defaults(do=do)
    _add_files(ways)
    return parser


def _add_files(ways: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the ways that write and read a file."""
    for name, do, does in (
        ("export", _export, "write the plan into a file (.xlsx, .csv), or everything of a workspace (.json)"),
        (
            "import",
            _import,
            "show what such a file or one of figures changes, and change it; .json goes into an empty database",
        ),
    ):
        way = ways.add_parser(name, help=does)
        way.add_argument("file", type=Path)
        way.add_argument("--workspace", default="", help="the workspace's name or team id, where there are several")
        way.set_defaults(do=do)
    way.add_argument("--yes", action="store_true", help="don't ask, apply what the sheet changes")


def _demo(asked: argparse.Namespace) -> int:
    try:
        from bot import demo  # noqa: PLC0415 - the simulator is not installed where the bot serves a practice
    except ModuleNotFoundError as missing:
        print(
            f"The demo needs the parts in the extra 'demo' ({missing.name} is missing). Try: make demo", file=sys.stderr
        )
        return 1
    return demo.run(port=asked.port, journal=asked.journal, check=asked.check)


def _run(_: argparse.Namespace) -> int:
    from bot import serving  # noqa: PLC0415 - each way loads only what it needs

    return serving.run(_complete())


def _tick(_: argparse.Namespace) -> int:
    from bot import serving  # noqa: PLC0415 - each way loads only what it needs

    return serving.tick(_complete())


def _migrate(_: argparse.Namespace) -> int:
    from storage.engine import Unavailable  # noqa: PLC0415 - each way loads only what it needs
    from storage.migrate import migrate  # noqa: PLC0415 - each way loads only what it needs

    chosen = settings.read()
    settings.make_folders(chosen)
    try:
        migrate(chosen.database_url)
    except Unavailable:
        raise SettingsError(chosen.out_of_reach) from None
    print("The database is up to date.")
    return 0


def _export(asked: argparse.Namespace) -> int:
    from bot import in_and_out  # noqa: PLC0415 - each way loads only what it needs

    chosen = settings.read()
    settings.make_folders(chosen)
    return in_and_out.export(chosen, asked.file, asked.workspace)


def _import(asked: argparse.Namespace) -> int:
    from bot import in_and_out  # noqa: PLC0415 - each way loads only what it needs

    chosen = settings.read()
    settings.make_folders(chosen)
    return in_and_out.take_in(chosen, asked.file, asked.workspace, is_agreed=asked.yes)


def _doctor(_: argparse.Namespace) -> int:
    from bot import doctor  # noqa: PLC0415 - each way loads only what it needs

    return doctor.run(settings.read())


def _complete() -> Settings:
    chosen = settings.read()
    missing = chosen.missing()
    if missing:
        raise SettingsError(*missing)
    settings.make_folders(chosen)
    return chosen


if __name__ == "__main__":
    sys.exit(main())
