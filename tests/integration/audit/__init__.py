"""The audit trail, its seals and the check of both, on both engines."""
