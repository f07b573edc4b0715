"""How the server stands, and what waits on this computer for it."""
