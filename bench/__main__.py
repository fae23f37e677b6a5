"""Every bench one after another, each in a process of its own, with its figures beside their goals.

    python -m bench            what is measured in earnest
    python -m bench --quick    the same with less of everything, in less than 90 seconds

It leaves with 0 unless something could not be run; whether a figure is good is for people to judge, because it also
depends on what else the machine does.
"""

import argparse
import subprocess
import sys
import time

_BENCHES = (
    ("how fast commands are answered", ["bench.acks"], ["--requests", "200"]),
    ("a month of a full year beside a week", ["bench.months"], ["--requests", "50"]),
    ("eight people who write at once", ["bench.writers"], ["--each", "10"]),
    ("what the tick asks of a large ledger", ["bench.due_query"], []),
    ("what a tick costs over many workspaces", ["bench.tick"], []),
    ("what three years behind a digest cost", ["bench.digests"], ["--rounds", "5"]),
    (
        "Monday at 9:00 in ten thousand practices",
        ["bench.mondays"],
        ["--practices", "60", "--few", "20", "--sqlite-only"],
    ),
    ("what preparing a photo costs", ["bench.photos"], ["--rounds", "2"]),
    ("what reading a large file of figures costs", ["bench.exports"], ["--rows", "5000"]),
    ("how quick the pretend workspace's page is", ["bench.page"], ["--messages", "1000", "--posts", "25"]),
    ("what is lost when the process is killed", ["bench.crash"], ["--quick"]),
)


def main() -> int:
    """Run them all; 1 where one could not be run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    failed = []
    for title, words, less in _BENCHES:
        print(f"\n{title} (python -m {words[0]})", flush=True)
        began = time.monotonic()
        if subprocess.run([sys.executable, "-m", *words, *(less if quick else [])], check=False).returncode:
            failed.append(words[0])
        print(f"    took {time.monotonic() - began:.0f} s", flush=True)
    if failed:
        print(f"\ncould not be run: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
