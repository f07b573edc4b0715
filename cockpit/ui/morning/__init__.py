"""The morning page: what the day holds."""
