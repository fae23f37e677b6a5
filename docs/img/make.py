"""Makes the pictures of the README: opens the demo in a browser and photographs what people see there.

    python docs/img/make.py

It needs what the tests need, Playwright (`pip install playwright`) and a Chromium: the one on the PATH, or else
Playwright's own. It starts the demo on a free port, walks a part of its week, writes the pictures beside itself, and
stops it.
"""

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]
_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
_COLOURS = 128
_LINE = "Three callers asked about the sealants post, two for their kids."
_PATIENCE = 60_000  # milliseconds


def main() -> None:
    """Walk the week and write every picture."""
    with _demo() as address, sync_playwright() as playwright:
        chromium = shutil.which("chromium") or playwright.chromium.executable_path
        browser = playwright.chromium.launch(executable_path=chromium, args=_QUIET)
        ben = _open(browser, address, "ben", "dm")
        _photograph(ben, "offer")
        ben.get_by_role("button", name="I'll do it").last.click()
        ben.get_by_text("The photo for Meet our hygienist is yours").wait_for()
        ana = _open(browser, address, "ana", "home")
        ana.get_by_text("What waits for you").wait_for()
        _photograph(ana, "home")
        _form(ana)
        _digest(browser, address)
        browser.close()


def _form(page: Page) -> None:
    """Fill in the form of a post."""
    page.get_by_role("button", name="Add a post").first.click()
    page.get_by_label("What is it about?").fill("The bakery next door")
    _photograph(page, "modal")
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")


def _digest(browser: Browser, address: str) -> None:
    """Add the line that Sarah is asked for to Monday's digest, in the channel where everybody reads it."""
    page = _open(browser, address, "sarah", "social", height=1180)
    page.get_by_role("button", name="Put the tour away").click()
    page.get_by_role("button", name="Sarah: add a line").last.click()
    page.locator("#modal .field input, #modal .field textarea").first.fill(_LINE)
    page.locator("#modal footer button.primary").click()
    page.get_by_role("dialog").get_by_role("button", name="Done").click()
    page.get_by_role("dialog").wait_for(state="detached")
    page.get_by_role("button", name="Sarah: change the line").wait_for()
    _to_digest(page)
    _photograph(page, "channel")
    for name, width, height, scheme in (("dark", 1280, 800, "dark"), ("narrow", 390, 844, "light")):
        other = _open(browser, address, "ben", "social", width=width, height=height, scheme=scheme)
        _to_digest(other)
        _photograph(other, name)


def _to_digest(page: Page) -> None:
    """Scroll to where the digest of the week begins."""
    page.get_by_text(re.compile("^Week 47, ")).last.evaluate("(one) => one.closest('.item').scrollIntoView()")
    page.evaluate("document.activeElement.blur()")
    page.mouse.move(0, 0)
    page.wait_for_timeout(300)  # the page may fetch what is near


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


def _open(
    browser: Browser,
    address: str,
    person: str,
    place: str,
    *,
    width: int = 1280,
    height: int = 800,
    scheme: str = "light",
) -> Page:
    """Open the page as one of the people."""
    page = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page.set_default_timeout(_PATIENCE)
    page.goto(f"{address}/?as={person}&in={place}")
    page.wait_for_selector("body.live #flow .item")
    return page


def _photograph(page: Page, name: str) -> None:
    """Photograph what is on the screen, in few colours, so that the file stays small."""
    page.wait_for_timeout(200)  # a transition may still go on
    taken = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    taken.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(_HERE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
