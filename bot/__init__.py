"""Rounds decides and speaks: the bot itself, from Slack's doors to the messages it owes."""

__version__ = "0.1.0"
