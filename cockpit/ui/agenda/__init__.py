"""The agenda: today, overdue, week and month, moved by mouse and keyboard."""
