"""A web application served from a thread of its own, so that the main thread can wait for signals."""

import socket
import threading
from types import TracebackType
from typing import Self

import uvicorn
from starlette.types import ASGIApp

_GRACE_SECONDS = 3
_IDLE_SECONDS = 75
"""How long a connection is kept open for the next request: longer than proxies keep theirs, which is 60 seconds with
most (nginx, and AWS's load balancers), because one that is closed just as a request comes in loses that request."""


class Served:
    """Serves while it is entered; port 0 takes any free one. A port that is taken raises OSError when it is made."""

    def __init__(self, app: ASGIApp, *, host: str = "127.0.0.1", port: int = 0) -> None:
        self._listening = socket.create_server((host, port), reuse_port=False, backlog=256)
        self.port: int = self._listening.getsockname()[1]
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            interface="asgi3",
            lifespan="off",
            proxy_headers=False,  # nobody here asks where a request comes from: what counts is its signature
            server_header=False,
            timeout_graceful_shutdown=_GRACE_SECONDS,
            timeout_keep_alive=_IDLE_SECONDS,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([self._listening],), name="web", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.should_exit = True
        self._thread.join(2 * _GRACE_SECONDS)
        self._listening.close()
