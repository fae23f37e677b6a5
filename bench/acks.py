"""How fast a slash command is answered, and what it costs, beside stock Bolt apps on the same web server.

    python -m bench.acks [--requests 400]

Three servers run side by side, each in a process of its own, and are asked in turns in one run over one kept-alive
connection each: a stock Bolt app with its default settings, a stock "hello" with process_before_response=True, and
`rounds run` with its database in a file, once it is at rest after its start. The pretend Slack that Rounds talks to is
in this process and counts its calls. Printed: p50 of the answer, processor time of the server per request (its ticks
and its queue included), and the ratios with their goals.
"""

import argparse
import statistics
from dataclasses import dataclass, field

from bench.served import Line, Server, rounds_served, set_up
from bot.commands.grammar import SLASHES

STOCK = """
import sys, uvicorn
from slack_bolt import App
from slack_bolt.adapter.starlette.handler import SlackRequestHandler
from slack_bolt.authorization import AuthorizeResult
from starlette.applications import Starlette
from starlette.routing import Route
app = App(signing_secret=sys.argv[2], process_before_response=sys.argv[1] == "eager",
          authorize=lambda team_id: AuthorizeResult(enterprise_id=None, team_id=team_id, bot_token="xoxb-1",
                                                    bot_id="B1", bot_user_id="U1"))
@app.command("/rounds")
def hello(ack):
    ack("hello")
handler = SlackRequestHandler(app)
async def endpoint(request):
    return await handler.handle(request)
web = Starlette(routes=[Route("/slack/events", endpoint, methods=["POST"])])
uvicorn.run(web, port=0, log_level="info", access_log=False)
"""
TURNS = 5
_THERE = 10.5 / 0.12
"""Milliseconds that a stock app and its hello took on the machine where the goals were set. A stock app waits for 10 ms
whatever the machine, all else is the processor's: the slower that is, the less there is to win by not waiting."""
ADD = "add in {days} days 4pm Meet our hygienist #human"  # days differ: nobody plans hundreds of posts for one day


@dataclass
class Asked:
    """One kind of request to one server, and what was measured of it."""

    server: Server
    fields: dict[str, str]
    times: int
    took: list[float] = field(default_factory=list)
    spent: float = 0.0

    def ask(self) -> None:
        """Take one turn, on a connection of its own: servers close those that stand idle while others have theirs."""
        line = Line(self.server)
        for _ in range(3):
            line.ask(self._next())
        before = self.server.cpu()
        for _ in range(self.times):
            self.took.append(line.ask(self._next()))
        self.spent += self.server.cpu() - before
        line.close()

    @property
    def p50(self) -> float:
        """Milliseconds until the answer was there, in the middle."""
        return statistics.median(self.took) * 1000

    @property
    def cpu(self) -> float:
        """Processor milliseconds for each request."""
        return self.spent / len(self.took) * 1000

    def _next(self) -> dict[str, str]:
        return {**self.fields, "text": self.fields["text"].format(days=1 + len(self.took) % 300)}


def measure(requests: int) -> dict[str, Asked]:
    """Ask all three in turns and give what was measured, by what was asked."""
    with rounds_served() as (rounds, slack):
        lazy = Server("stock, default settings", ["-c", STOCK, "lazy", rounds.secret], rounds.secret)
        eager = Server("stock hello", ["-c", STOCK, "eager", rounds.secret], rounds.secret)
        try:
            base = set_up(slack)
            asked = {
                name: Asked(server, {**base, "command": command, "text": text}, times // TURNS)
                for name, server, command, text, times in (
                    ("stock, default settings", lazy, "/rounds", "help", max(50, requests // 4)),
                    ("stock hello, process_before_response", eager, "/rounds", "help", requests),
                    ("/rounds help", rounds, "/rounds", "help", requests),
                    ("first command", rounds, SLASHES[0], "help /mine", requests),
                    ("last command", rounds, SLASHES[-1], "help /mine", requests),
                    ("/plan", rounds, "/plan", "", requests // 2),
                    ("/digest this", rounds, "/digest", "this", requests // 2),
                    ("/plan add", rounds, "/plan", ADD, requests),
                )
            }
            rounds.rest()
            slack.journal.clear()
            for _ in range(TURNS):
                for one in asked.values():
                    one.ask()
            total = sum(len(one.took) for one in asked.values() if one.server is rounds)
            print(f"auth.test calls in {total} commands: {len(slack.journal.entries('auth.test'))} (goal 0)")
            return asked
        finally:
            lazy.stop()
            eager.stop()


def main(requests: int) -> None:
    """Measure and print."""
    found = measure(requests)
    for name, one in found.items():
        print(f"{name:40} p50 {one.p50:8.2f} ms   processor {one.cpu:7.3f} ms")
    lazy, hello = found["stock, default settings"], found["stock hello, process_before_response"]
    ours, add = found["/rounds help"], found["/plan add"]
    quick, whole = lazy.p50 / ours.p50, lazy.p50 / add.p50
    print(f"answered faster than the stock app: /rounds help {quick:.0f} times (goal 40{_missed(quick < 40)}), "
          f"/plan add {whole:.1f} times (goal 10{_missed(whole < 10)})")  # fmt: skip
    here = lazy.p50 / hello.p50
    print(f"stock hello itself is answered {here:.0f} times faster here, {_THERE:.0f} times where the goals were set; "
          f"beside it: /rounds help {ours.p50 / hello.p50:.1f} (goal there {_THERE / 40:.1f}), "
          f"/plan add {add.p50 / hello.p50:.1f} (goal there {_THERE / 10:.1f})")  # fmt: skip
    help_cost, add_cost = ours.cpu / hello.cpu, add.cpu / hello.cpu
    print(f"processor beside stock hello: /rounds help {help_cost:.1f} (goal 1.5{_missed(help_cost > 1.5)}), "
          f"/plan add {add_cost:.1f} (goal 4, at most 8{_missed(add_cost > 8)})")  # fmt: skip
    last = found["last command"].p50 / found["first command"].p50
    print(f"the last registered command beside the first: {last:.2f} (goal at most 1.1{_missed(last > 1.1)})")


def _missed(is_missed: bool) -> str:
    return ", MISSED" if is_missed else ""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=400)
    main(parser.parse_args().requests)
