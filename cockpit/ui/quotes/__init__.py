"""Quotes as they are written: in the field, and at the customer."""
