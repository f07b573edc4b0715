"""Texts of a file in the form in which they are compared and stored."""

import re
import unicodedata

_BREAKS = re.compile(r"[^a-z0-9]+")
_TEXT_FORMULA = re.compile(r'="([^"]*)"')


def word(text: str) -> str:
    """Return a text for comparing: lower-case ASCII letters and digits joined by ``_``.

    Accents, case, spaces and punctuation do not count: ``Razão Social`` is ``razao_social``.
    """
    plain = text.casefold()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _BREAKS.sub("_", plain.casefold()).strip("_")


def single_line(text: str) -> str:
    """Return a text without line breaks, runs of blanks and control characters."""
    if text.isalnum():
        return text
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(text.split())


def many_lines(text: str) -> str:
    """Return a text without control characters and blanks at the ends of its lines."""
    lines = "".join(
        c if c.isprintable() or c == "\n" else " " for c in "\n".join(text.splitlines())
    )
    return "\n".join(line.rstrip() for line in lines.split("\n")).strip()


def code(text: str) -> str:
    """Return a code as it is written; ``="00123"`` is how exports keep its zeros in Excel."""
    formula = _TEXT_FORMULA.fullmatch(text.strip())
    return single_line(formula[1] if formula else text)
