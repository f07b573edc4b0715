"""Post-its: the unread ones in the status bar, the screen with all, and the one being written."""
