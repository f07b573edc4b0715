"""Closed periods."""
