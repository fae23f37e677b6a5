"""The words people use: what can be asked of Rounds, and how typed text, buttons and forms become that."""
