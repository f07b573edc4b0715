"""The work list in numpy: one array per column, one index per question."""
