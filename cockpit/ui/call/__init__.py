"""Calling one client after the other: next, skip, call later, put back, undo."""
