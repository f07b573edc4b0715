"""Customers whom sellers have along, for those who answer for the sellers."""
