"""Campaigns: planned, followed and compared with who was left alone."""
