"""What ``make bench`` measures: the start, the work list's refresh, and the window's answers."""
