"""Free text in files that a spreadsheet may open, where it must never become a formula.

A text that a spreadsheet would take for a formula gets an apostrophe before it, which is taken off
again when the file is imported. Any text comes back as it was: one that already has apostrophes
before such a beginning gets one more, and every other apostrophe is left alone.

Source of what is dangerous: OWASP, "CSV Injection".
"""

import re

_GUARD = "'"
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r\n]")
#: A signed number is a number everywhere; amounts in files stay readable.
_NUMBER = re.compile(r"[+-][0-9][0-9.,]*")


def guarded(text: str) -> str:
    """Return a text for a spreadsheet's cell, where it stays text."""
    return _GUARD + text if _is_formula(text) else text


def unguarded(text: str) -> str:
    """Return what ``guarded`` was given; any other text as it is."""
    return text[1:] if text.startswith(_GUARD) and _is_formula(text) else text


def _is_formula(text: str) -> bool:
    """Return whether a text, apostrophes before it aside, would be taken for a formula."""
    bare = text.lstrip(_GUARD)
    return _FORMULA.match(bare) is not None and _NUMBER.fullmatch(bare) is None
