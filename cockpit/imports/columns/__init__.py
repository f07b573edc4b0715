"""Whole columns of plain order lines at once, where they come to what the line reader says."""
