"""What we ask of Slack's Web API; nothing else in the bot calls it, but for opening views from the doors."""
