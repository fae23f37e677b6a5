"""Ready-made workspaces; they know no app, only that one is installed."""

from simulator.seeds.bright_smile import bright_smile
from simulator.seeds.empty import empty
from simulator.seeds.reading import seed_named
from simulator.seeds.river_valley import river_valley, side_by_side

__all__ = ["bright_smile", "empty", "river_valley", "seed_named", "side_by_side"]
