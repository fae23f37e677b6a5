"""How quick the pretend workspace's page is where a conversation is long, in a headless Chromium.

    python -m bench.page [--messages 2000] [--posts 60]

One page, one run: opening a conversation with 20 messages and one with thousands, typing in the long one, and the time
from the bot's call of chat.postMessage until the message stands in the page, at rest and while somebody types.
"""

import argparse
import shutil
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright
from slack_sdk import WebClient

from simulator import posting
from simulator.seeds import bright_smile
from simulator.server import serve
from simulator.slack import Options, Slack

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
TURNS = 9
WATCH = """() => {
  window.appeared = {};
  new MutationObserver((changes) => {
    const now = Date.now();
    for (const { addedNodes } of changes) for (const node of addedNodes) {
      const found = /message number (\\d+)/.exec(node.textContent || "");
      if (found && !(found[1] in window.appeared)) window.appeared[found[1]] = now;
    }
  }).observe(document.getElementById("flow"), { childList: true, subtree: true });
  window.frames_ = [];
  let before = performance.now();
  const tick = (now) => { window.frames_.push(now - before); before = now; requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
}"""


def blocks(number: int) -> list[dict[str, Any]]:
    button = {"type": "button", "text": {"type": "plain_text", "text": "Done"}, "action_id": "done", "value": "1"}
    return [
        {"type": "section", "text": {"type": "mrkdwn", "text": f"*Post {number}* is due :tada:"}, "accessory": button},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "photo: done · caption: Ana"}]},
    ]


@contextmanager
def practice(messages: int) -> Iterator[Slack]:
    slack = Slack(seed=bright_smile, options=Options(posts_per_second=None))
    workspace = slack.workspace()
    people = [person.id for person in workspace.humans()]
    for name, count in (("general", 20), ("social", messages)):
        channel = workspace.channel(name)
        for number in range(count):
            if number % 5 == 4:
                posting.by_app(workspace, channel, text=f"Post {number} is due", blocks=blocks(number))
            else:
                words = f"What I wanted to say, number {number}: the *new chair* is here, see <https://example.com>"
                posting.add(workspace, channel, people[number // 2 % len(people)], text=words)
    with serve(slack):
        yield slack


def opened(tab: Page, slack: Slack, channel: str) -> float:
    """Milliseconds from asking for the whole page until the newest message is drawn and the script answers."""
    began = time.perf_counter()
    tab.goto(f"{slack.url}/?as=ana&in={channel}", wait_until="commit")
    tab.wait_for_function("() => document.querySelector('body.live #flow .item:last-child article') !== null")
    return (time.perf_counter() - began) * 1000


def gone_to(tab: Page, channel: str) -> float:
    """Milliseconds from the click on a channel until its newest message is drawn."""
    return float(
        tab.evaluate(
            """(name) => new Promise((resolve) => {
              const began = performance.now();
              document.addEventListener("shown", () => requestAnimationFrame(() => resolve(performance.now() - began)), { once: true });
              document.querySelector(`#sidebar a[aria-label^="#${name}"]`).click();
            })""",  # noqa: E501 - a script
            channel,
        )
    )


def posts(tab: Page, client: WebClient, channel: str, first: int, count: int, *, typing: bool) -> list[float]:
    """Milliseconds from each call until its message stands in the page."""
    took = []
    for number in range(first, first + count):
        if typing:
            tab.keyboard.type("x")
        began = time.time() * 1000
        client.chat_postMessage(channel=channel, text=f"message number {number}")
        tab.wait_for_function("(number) => number in window.appeared", arg=str(number), polling=20)
        took.append(float(tab.evaluate("(number) => window.appeared[number]", str(number))) - began)
    return sorted(took)


def main(messages: int, count: int) -> None:
    with practice(messages) as slack, sync_playwright() as playwright:
        chromium = next(filter(None, map(shutil.which, NAMES)), playwright.chromium.executable_path)
        if not Path(chromium).exists():
            print("no Chromium was found, nothing was measured")
            return
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        tab = browser.new_page(viewport={"width": 1280, "height": 800})
        opened(tab, slack, "general")
        whole = {name: [] for name in ("general", "social")}
        clicked = {name: [] for name in ("general", "social")}
        for _ in range(TURNS):
            for name, took in whole.items():
                took.append(opened(tab, slack, name))
            for name, took in clicked.items():
                took.append(gone_to(tab, name))
        short, long = (statistics.median(whole[name]) for name in ("general", "social"))
        print(f"{'opening the page at 20 messages':44} p50 {short:6.0f} ms")
        print(f"{f'opening the page at {messages:,} messages':44} p50 {long:6.0f} ms, worst {max(whole['social']):.0f} ms (goal under 1,000), {long / short:.1f} times the short one (goal 2)")  # fmt: skip  # noqa: E501
        short, long = (statistics.median(clicked[name]) for name in ("general", "social"))
        print(f"{'going to a conversation of 20 messages':44} p50 {short:6.0f} ms")
        print(f"{f'going to one of {messages:,} messages':44} p50 {long:6.0f} ms, {long / short:.1f} times the short one (goal 2)")  # fmt: skip  # noqa: E501
        workspace = slack.workspace()
        client = WebClient(workspace.installation.bot_token, base_url=f"{slack.url}/api/")
        tab.evaluate(WATCH)
        for title, first, typing in (("at rest", 0, False), ("while somebody types", count, True)):
            tab.locator("#composer-text").focus()
            tab.evaluate("window.frames_.length = 0")
            took = posts(tab, client, workspace.channel("social").id, first, count, typing=typing)
            p95 = took[min(len(took) - 1, round(len(took) * 0.95))]
            print(f"{f'from the call to the page, {title}':44} p50 {statistics.median(took):6.0f} ms, p95 {p95:.0f} ms (goal 200)")  # fmt: skip  # noqa: E501
        tab.evaluate("window.frames_.length = 0")
        tab.keyboard.type("Good morning everybody, here is what I would like us to show next week. " * 2, delay=5)
        frames = sorted(tab.evaluate("window.frames_"))
        print(f"{f'typing among {messages:,} messages':44} p95 of a frame {frames[round(len(frames) * 0.95)]:.0f} ms, longest {frames[-1]:.0f} ms (goal 50)")  # fmt: skip  # noqa: E501
        print(f"{'messages drawn of them':44} {tab.locator('#flow article').count()}")
        browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--posts", type=int, default=60)
    asked = parser.parse_args()
    main(asked.messages, asked.posts)
