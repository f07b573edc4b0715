"""The migrations make what the models say, forth and back, and lose nothing."""
