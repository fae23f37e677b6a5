"""Makes the pictures of the README: opens the demo in a browser and photographs what people see there.

    python docs/img/make.py

It needs what the tests need, Playwright (`pip install playwright`) and a Chromium: the one on the PATH, or else
Playwright's own. It starts the demo on a free port, writes `digest.png` and `home.png` beside itself, and stops it.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, ViewportSize, sync_playwright

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]
_SIZE: ViewportSize = {"width": 960, "height": 2600}  # so tall that nothing has to scroll
_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
_ALONE = """
.sidebar, .composer, .bar, .skip, .tools, #toasts, #modal { display: none !important }
body { display: block !important }
#flow { overflow: hidden; max-width: none }
.edited { display: none }
.photographed { padding: 20px 24px !important; background: var(--paper, #fff); max-width: none; width: auto }
"""
_LINE = "Three callers asked about the sealants post, two for their kids."


def main() -> None:
    """Write both pictures."""
    with _demo() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_QUIET)
        page = _as(browser, address, "Ana")
        _photograph(page, _home(page), "home")
        page = _as(browser, address, "Sarah")
        _photograph(page, _digest(page), "digest")
        browser.close()


@contextmanager
def _demo() -> Iterator[str]:
    """Run the demo in a folder of its own and give its address."""
    with tempfile.TemporaryDirectory() as folder:
        asked = [sys.executable, "-m", "bot", "demo", "--port", "0"]
        around = {**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONUNBUFFERED": "1"}
        demo = subprocess.Popen(asked, cwd=folder, env=around, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ours
        try:
            yield next(found[0] for line in demo.stdout or () if (found := re.search(r"http://\S+", line)))
        finally:
            demo.terminate()
            demo.wait(timeout=20)


def _as(browser: Browser, address: str, person: str) -> Page:
    """Open the page as one of the people, in daylight."""
    size: ViewportSize = {"width": 1280, "height": 900}
    page = browser.new_page(viewport=size, color_scheme="light", bypass_csp=True)
    page.goto(address)
    page.locator("nav[aria-label=People] a", has_text=person).click()
    page.wait_for_selector(f"nav[aria-label=People] a[aria-current]:has-text('{person}')")
    return page


def _home(page: Page) -> Locator:
    """Open the App Home."""
    page.locator("#sidebar a.place", has_text="Home").click()
    page.wait_for_selector("#flow.home .section")
    return page.locator("#flow.home .surface")


def _digest(page: Page) -> Locator:
    """Add the line that Sarah is asked for to Monday's digest, in the channel where everybody reads it."""
    page.locator("#sidebar a.place", has_text="#social").click()
    page.get_by_role("button", name="Sarah: add a line").click()
    page.locator("#modal .field input, #modal .field textarea").first.fill(_LINE)
    page.locator("#modal footer button.primary").click()
    page.get_by_role("button", name="Sarah: change the line").wait_for()
    return page.locator("article.message", has=page.get_by_role("button", name="Sarah: change the line"))


def _photograph(page: Page, shown: Locator, name: str) -> None:
    """Photograph one thing, without what is around it."""
    shown.evaluate("one => one.classList.add('photographed')")
    page.add_style_tag(content=_ALONE)
    page.set_viewport_size(_SIZE)
    shown.screenshot(path=_HERE / f"{name}.png", animations="disabled")
    page.close()


if __name__ == "__main__":
    main()
