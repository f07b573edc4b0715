"""Closing months: what stays, what became known since, and by which rule."""
