"""What free text looks for: words, and numbers without the masks that people type."""

import re

from cockpit.domain.plain_text import plain

#: A company's tax id as it is being typed, letters included: 12.ABC.345/01DE-35.
_TAX_ID_BEGUN = re.compile(
    r"[0-9a-z]{2}\.(?:[0-9a-z]{0,3}|[0-9a-z]{3}\."
    r"(?:[0-9a-z]{0,3}|[0-9a-z]{3}/(?:[0-9a-z]{0,4}|[0-9a-z]{4}-[0-9]{0,2})))"
)


def terms_of(query: str) -> tuple[str, ...]:
    """Return the terms of a query, all of which must occur; "(11) 98888-7777" is two numbers.

    Words without a letter, and tax ids with letters, lose every sign between them, because the
    texts that are searched hold none. What is left without a letter and a digit says nothing.
    """
    terms = (_unmasked(word) for word in plain(query).split())
    return tuple(dict.fromkeys(term for term in terms if term))


def _unmasked(word: str) -> str:
    """Return a word as the texts hold it."""
    bare = "".join(sign for sign in word if sign.isalnum())
    is_number = not any(sign.isalpha() for sign in word)
    has_digit = any(sign.isdecimal() for sign in word)
    is_tax_id = has_digit and _TAX_ID_BEGUN.fullmatch(word) is not None
    return bare if is_number or is_tax_id else word
