"""The 44 characters that name an NF-e everywhere."""

import re

_ACCESS_KEY = re.compile(r"[0-9]{6}[0-9A-Z]{14}[0-9]{24}")


def is_access_key(key: str) -> bool:
    """Return whether a key has the right form and check digit (modulo 11 over ASCII - 48)."""
    if not _ACCESS_KEY.fullmatch(key):
        return False
    total = sum((ord(c) - 48) * (2 + i % 8) for i, c in enumerate(reversed(key[:43])))
    rest = total % 11
    return int(key[43]) == (0 if rest < 2 else 11 - rest)
