"""Storage remembers: tables, queries and migrations. It knows neither the bot nor Slack."""
