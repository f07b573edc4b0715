"""Photos and files of contacts: made ready to be stored, and opened."""
