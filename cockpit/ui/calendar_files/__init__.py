"""The agenda as a calendar file, out and in."""
