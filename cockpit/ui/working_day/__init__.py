"""The working day: its state in the status bar, and breaks over the window."""
