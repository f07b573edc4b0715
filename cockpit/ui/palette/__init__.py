"""The command palette: actions, clients and saved views by a few letters."""
