"""The audit trail as it is stored: reading it, sealing it, checking it."""
