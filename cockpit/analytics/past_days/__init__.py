"""Past days: everybody's state on one day, and on many days at once."""
