"""By which rules: versioned policies, message templates, saved filters."""
