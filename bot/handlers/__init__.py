"""What is done about each command: gather rows, let the domain decide, save, and say what came of it."""
