"""Giro's program: floors from ``domain`` (pure rules) up to ``app`` (the only wiring place)."""

__version__ = "0.1.0"
