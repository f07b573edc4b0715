"""The import screen: choose, say what columns mean, check, import, see the result."""
