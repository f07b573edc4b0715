"""How a client wants to be contacted, and how not."""
