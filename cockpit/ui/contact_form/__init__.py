"""Writing down what happened in a contact, by keyboard, in seconds."""
