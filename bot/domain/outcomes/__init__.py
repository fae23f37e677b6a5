<<<<<<< HEAD
"""What handlers report back: frozen past participles, one module for each noun."""
=======
"""What came of a command: one frozen value each, holding all that its drawing needs."""
>>>>>>> nudge
