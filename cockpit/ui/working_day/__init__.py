"""The working day: its state in the status bar, pauses, and the record."""
