"""Calendar files (RFC 5545), written and read; the only floor that knows ``icalendar``."""
