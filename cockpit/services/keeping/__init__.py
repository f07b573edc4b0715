"""Use cases that lose nothing while the server is away."""
