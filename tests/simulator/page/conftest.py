"""A browser for the page's tests: a Chromium that is there, or a skip that says so."""

import os
import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import small_app

from simulator.people import Practice

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
MUST = "ROUNDS_NO_BROWSER_SKIP"
SKIPPED = "BROWSER TESTS SKIPPED"


def _missing(why):
    if os.environ.get(MUST):
        pytest.fail(f"no browser, and {MUST} forbids the skip: {why}")
    pytest.skip(f"{SKIPPED}: {why}")


def pytest_terminal_summary(terminalreporter):
    """Say loudly at the end of the run that the page was not tried in a browser."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if SKIPPED in str(report.longrepr)]
    if skipped:
        terminalreporter.section(f"{len(skipped)} {SKIPPED}", sep="!", red=True, bold=True)
        terminalreporter.line("No Chromium was found. Install one, for example with: apt-get install chromium")


@pytest.fixture(scope="module")
def chromium():
    """One Chromium for a module: Debian's, Google's or Playwright's own."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        found = next((path for path in map(shutil.which, NAMES) if path), None) or playwright.chromium.executable_path
        if not Path(found).exists():
            _missing("install Chromium, for example with `apt-get install chromium`")
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def axe():
    """Ask axe-core what of a page, or of one part of it, would keep somebody out: serious and critical findings."""
    source = (Path(__file__).parent / "vendored" / "axe.min.js").read_text(encoding="utf-8")

    def findings(tab, within="body"):
        if not tab.evaluate("typeof window.axe === 'object'"):
            tab.evaluate(source)
        found = tab.evaluate("(within) => axe.run(within, {resultTypes: ['violations']})", within)["violations"]
        return [
            f"{one['impact']} {one['id']}: {one['help']}\n  {node['html'][:300]}\n  {node['failureSummary']}"
            for one in found
            if one["impact"] in {"serious", "critical"}
            for node in one["nodes"]
        ]

    return findings


@pytest.fixture
def practice(slack, bolt, over_http):
    """The practice with a small app, and people who act without a browser."""
    small_app.listen(bolt)
    over_http()
    return Practice(slack)


@pytest.fixture
def open_page(chromium, practice):
    """Open the page as somebody; whatever its script complains about fails the test."""
    contexts, complaints = [], []

    def start(who="ana", where="social", **more):
        context = chromium.new_context(**{"viewport": {"width": 1200, "height": 800}, **more})
        contexts.append(context)
        tab = context.new_page()
        tab.set_default_timeout(8000)
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        tab.goto(f"{practice.slack.url}/?as={who}&in={where}")
        return tab

    yield start
    for context in contexts:
        context.close()
    assert complaints == []
