"""The laptop in the field: its key, its setting up, its opening."""
