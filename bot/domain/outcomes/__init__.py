"""What came of a command: one frozen value each, holding all that its drawing needs."""
