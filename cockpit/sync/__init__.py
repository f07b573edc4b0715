"""Synchronising a laptop's file with the team's server."""
