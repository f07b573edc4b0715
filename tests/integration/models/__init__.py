"""What the tables themselves hold, on both engines."""
