"""What happens by the clock: looking at workspaces whose moment has come, and delivering what is owed."""
