"""Whether eight people who write at once ever meet a locked database.

    python -m bench.writers [--each 50]

Eight threads, each over a connection of its own, send `/plan add` and `/leads add` in turn to `rounds run` on a SQLite
file. Printed: commands, lock errors (goal 0), rows that are missing (goal 0), and how long a command took.
"""

import argparse
import statistics
import threading

from bench.served import Line, Server, rounds_served, set_up

WRITERS = 8
_WORDS = (
    ("/plan", "add in {days} days 4pm Meet our hygienist #human"),
    ("/leads", "add instagram"),
)


def main(each: int) -> None:
    """Let them write, and print what came of it."""
    with rounds_served() as (rounds, slack):
        base = set_up(slack)
        took: list[float] = []
        problems: list[str] = []
        threads = [
            threading.Thread(target=_write, args=(rounds, base, each, number, took, problems))
            for number in range(WRITERS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        locked = [line for line in rounds.logged if "unavailable" in line or "locked" in line]
    wanted = WRITERS * each
    print(f"{wanted} commands of {WRITERS} writers at once: {len(locked)} lock errors (goal 0), "
          f"{wanted - len(took)} not carried out (goal 0)")  # fmt: skip
    took.sort()
    print(
        f"one took {statistics.median(took) * 1000:.1f} ms at p50, {took[int(len(took) * 0.99)] * 1000:.1f} ms at p99"
    )
    for problem in problems[:3]:
        print(f"    {problem}")


def _write(
    rounds: Server, base: dict[str, str], each: int, number: int, took: list[float], problems: list[str]
) -> None:
    line = Line(rounds)
    for turn in range(each):
        command, text = _WORDS[turn % 2]
        day = 1 + (number * each + turn) % 300
        try:
            took.append(line.ask({**base, "command": command, "text": text.format(days=day)}))
        except (RuntimeError, OSError) as problem:
            problems.append(str(problem))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=50)
    main(parser.parse_args().each)
