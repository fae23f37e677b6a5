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
# It sees our own page only, so one process may draw it for every test, instead of a new one each time.
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
    "--disable-site-isolation-trials", "--renderer-process-limit=1",
]  # fmt: skip
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


@pytest.fixture(scope="package")
def chromium():
    """One Chromium for this folder: Debian's, Google's or Playwright's own."""
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


@pytest.fixture(scope="package")
def idle_tabs():
    """Tabs that a test has left; to open a new one takes as long as most tests."""
    return []


@pytest.fixture
def open_page(chromium, idle_tabs, practice):
    """Open the page as somebody; whatever its script complains about fails the test."""
    used, complaints = [], []

    def complain(about):
        complaints.append(str(about))

    def listen(said):
        if said.type == "error":
            complaints.append(said.text)

    def start(who="ana", where="social", *, viewport=None, **seen):
        tab = idle_tabs.pop() if idle_tabs else chromium.new_page()
        used.append(tab)
        tab.set_default_timeout(8000)
        tab.set_viewport_size(viewport or {"width": 1200, "height": 800})
        tab.emulate_media(**{"color_scheme": "light", "reduced_motion": "no-preference", **seen})
        tab.on("pageerror", complain)
        tab.on("console", listen)
        tab.goto(f"{practice.slack.url}/?as={who}&in={where}")
        return tab

    yield start
    for tab in used:
        tab.evaluate("localStorage.clear()")
        tab.goto("about:blank")
        tab.remove_listener("pageerror", complain)
        tab.remove_listener("console", listen)
        idle_tabs.append(tab)
    assert complaints == []
