"""Files that networks, ad accounts and practices make, read into plain rows. It knows no Slack and no database."""
