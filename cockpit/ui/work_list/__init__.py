"""The work list: who to call next, filtered, sorted and searched while typing."""
