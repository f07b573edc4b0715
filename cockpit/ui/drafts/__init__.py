"""What was typed and is not saved yet: kept, found again, listed."""
