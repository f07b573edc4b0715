"""Choosing who is at the program."""
