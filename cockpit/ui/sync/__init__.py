"""The laptop in the field: how it stands, what waits, who disagrees, what happened."""
