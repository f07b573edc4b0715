"""The reminders that wait for an answer."""
