"""The laptop's file."""
