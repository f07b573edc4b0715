"""Adapters and migrations on SQLite and on a real PostgreSQL."""
