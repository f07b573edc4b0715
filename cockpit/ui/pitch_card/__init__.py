"""The pitch card: what the operator reads before dialling, and completes."""
