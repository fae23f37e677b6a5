"""Filled-in forms read back as commands, one module for each noun."""
