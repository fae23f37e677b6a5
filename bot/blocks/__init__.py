"""How every outcome looks in Slack: all wording a person reads is here and in `bot.domain.errors`."""
