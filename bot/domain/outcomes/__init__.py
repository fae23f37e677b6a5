"""What handlers report back: frozen past participles, one module for each noun."""
