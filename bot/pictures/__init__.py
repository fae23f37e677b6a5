"""Pictures as bytes: cleaned, made smaller and kept. Knows no row, no member and no Slack."""
