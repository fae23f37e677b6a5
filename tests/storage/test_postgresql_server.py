"""The PostgreSQL of the tests leaves nothing behind, however a run ends."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

_RUN = """
import time
from bench.postgresql import real_postgresql
with real_postgresql() as url:
    print(url, flush=True)
    time.sleep(60)
"""


def test_a_run_that_is_killed_leaves_no_server_behind() -> None:
    with subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-c", _RUN], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": "."}, text=True
    ) as run:
        assert run.stdout is not None
        folder = Path(run.stdout.readline().strip().split("host=")[1])
        assert folder.exists()
        run.kill()
    deadline = time.monotonic() + 20
    while folder.exists() and time.monotonic() < deadline:
        threading.Event().wait(0.05)
    assert not folder.exists()
