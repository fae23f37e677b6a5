"""The HTTP door: Slack's requests, and whether the program is well."""
