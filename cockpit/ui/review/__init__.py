"""Reading what the team logged, and telling what one thinks of it."""
