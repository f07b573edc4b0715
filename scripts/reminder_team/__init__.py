"""A simulated team at simulated computers over the true table of reminders."""
