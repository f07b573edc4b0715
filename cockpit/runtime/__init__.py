"""What runs beside the windows: background work, change notices, reminders. No widgets."""
