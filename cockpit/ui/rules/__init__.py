"""The rules that supervisors publish: their kinds, an editor, what would change, the history."""
