"""A laptop's file: what its user writes is captured, sent, and what the server says is stored."""
