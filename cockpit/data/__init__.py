"""The stored data, on an embedded SQLite file or a shared PostgreSQL server."""
