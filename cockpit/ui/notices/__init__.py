"""What the program tells its user by itself, and when it tells whom."""
