"""When to call: next contacts, reminders, holidays, working time."""
