"""What runs an app that was not written for the pretend Slack: Node.js and its packages, or a skip that says so."""

import os
import shutil
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MUST = "ROUNDS_NO_NODE_SKIP"
SKIPPED = "JAVASCRIPT APP SKIPPED"


def pytest_terminal_summary(terminalreporter):
    """Say loudly at the end of the run that the JavaScript app was not tried."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if SKIPPED in str(report.longrepr)]
    if skipped:
        terminalreporter.section(f"{len(skipped)} {SKIPPED}", sep="!", red=True, bold=True)
        terminalreporter.line("Install Node.js 18 or newer, then: npm ci --prefix tests/any_app")


@pytest.fixture
def node():
    """The node to run, with the app's packages beside the app."""
    found = shutil.which("node")
    if found and (HERE / "node_modules" / "@slack" / "bolt").is_dir():
        return found
    why = "its packages are missing" if found else "there is no node"
    if os.environ.get(MUST):
        pytest.fail(f"{why}, and {MUST} forbids the skip")
    pytest.skip(f"{SKIPPED}: {why}")
