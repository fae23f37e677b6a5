"""How the tests are dealt to the processes that run them: what takes long first, so that none is left with it alone.

It knows folders only, and no test by its name.
"""

from collections import Counter

import pytest
from xdist.scheduler import LoadScopeScheduling

_BROWSER = "tests/simulator/page/"
_PROCESSES = "tests/command_line/"  # not two at a time: each starts one, which has to leave within seconds
_ONE_BY_ONE = ("tests/stories/", "tests/scheduler/", "tests/storage/")
_LONG = (_BROWSER, _PROCESSES, *_ONE_BY_ONE, "tests/handlers/", "tests/photos/")


class Dealing(LoadScopeScheduling):
    """Deals out long tests one by one, others by the module, and all that share a browser to one process."""

    def __init__(self, config: pytest.Config, log: object) -> None:
        super().__init__(config, log)  # type: ignore[arg-type]
        config.option.loadscopereorder = False  # they come in order

    def _split_scope(self, nodeid: str) -> str:
        for together in (_BROWSER, _PROCESSES):
            if nodeid.startswith(together):
                return together
        return nodeid if nodeid.startswith(_ONE_BY_ONE) else nodeid.partition("::")[0]


def put_in_order(items: list[pytest.Item]) -> None:
    """Put what takes long first, then the modules, the largest first."""
    modules = [item.nodeid.partition("::")[0] for item in items]
    size = Counter(modules)
    order = {
        item: (_rank(module), 0 if module.startswith(_ONE_BY_ONE) else -size[module])
        for item, module in zip(items, modules, strict=True)
    }
    items.sort(key=order.__getitem__)


def _rank(module: str) -> int:
    return next((place for place, folder in enumerate(_LONG) if module.startswith(folder)), len(_LONG))
