"""Erasing a person on a team's server, and keeping them erased."""
