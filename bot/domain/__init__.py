"""What Rounds knows and decides: values in, decisions out, with no database, no Slack and no clock of its own."""
