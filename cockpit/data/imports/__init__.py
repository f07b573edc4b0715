"""Imports in the database: runs and their batches, the records, results, undo."""
