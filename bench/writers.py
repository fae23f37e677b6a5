"""Whether eight people who write at once ever meet a locked database.

    python -m bench.writers [--each 50]

Eight threads, each over a connection of its own, send `/plan add` and `/leads add` in turn to `rounds run` on a SQLite
file. Printed: commands, lock errors (goal 0), rows that are missing (goal 0), and how long a command took.
"""

import argparse
import statistics
import threading

from bench.served import Line, rounds_served, set_up

WRITERS = 8
_WORDS = (
    ("/plan", "add in {days} days 4pm Meet our hygienist #human"),
    ("/leads", "add instagram"),
)


def main(each: int) -> None:
    """Let them write, and print what came of it."""
    with rounds_served() as (rounds, slack):
        base = set_up(slack)
        writers = [Writer(Line(rounds), _commands(base, number, each)) for number in range(WRITERS)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        locked = [line for line in rounds.logged if "unavailable" in line or "locked" in line]
    took = sorted(seconds for writer in writers for seconds in writer.took)
    problems = [problem for writer in writers for problem in writer.problems]
    print(f"{WRITERS * each} commands of {WRITERS} writers at once: {len(locked)} lock errors (goal 0), "
          f"{len(problems)} not carried out (goal 0)")  # fmt: skip
    print(
        f"one took {statistics.median(took) * 1000:.1f} ms at p50, {took[int(len(took) * 0.99)] * 1000:.1f} ms at p99"
    )
    for problem in problems[:3]:
        print(f"    {problem}")


class Writer(threading.Thread):
    """Sends commands over a connection of its own, one after another."""

    def __init__(self, line: Line, commands: list[dict[str, str]]) -> None:
        super().__init__()
        self.took: list[float] = []
        self.problems: list[str] = []
        self._line = line
        self._commands = commands

    def run(self) -> None:
        """Send them all."""
        for command in self._commands:
            try:
                self.took.append(self._line.ask(command))
            except (RuntimeError, OSError) as problem:
                self.problems.append(str(problem))


def _commands(base: dict[str, str], number: int, each: int) -> list[dict[str, str]]:
    chosen = []
    for turn in range(each):
        command, text = _WORDS[turn % 2]
        chosen.append({**base, "command": command, "text": text.format(days=1 + (number * each + turn) % 300)})
    return chosen


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=50)
    main(parser.parse_args().each)
