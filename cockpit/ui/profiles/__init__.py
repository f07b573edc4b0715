"""Who is at the program, where several share one file."""
