"""The laptop in the field, as its window tells of it."""
