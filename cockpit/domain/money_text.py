"""Amounts of reais as a salesperson types them: "1500", "1.500,50", "R$ 2 mil", "3,5k"."""

import re
from decimal import Decimal

from cockpit.domain.errors import BadInputError
from cockpit.domain.plain_text import plain

#: More than anybody sells in a month; beyond it somebody typed a phone number.
LARGEST_CENTS = 100_000_000_000
_AMOUNT = re.compile(
    r"^(?:r\$)?\s*(?P<whole>\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](?P<rest>\d{1,2}))?"
    r"\s*(?P<thousand>k|mil)?$"
)


def parse_reais(text: str) -> int | None:
    """Return an amount in cents, or None for an empty text.

    A point or comma before three digits parts thousands, before one or two it begins the cents.

    Raises:
        BadInputError: The text is no amount, or one beyond belief.
    """
    words = plain(text).strip()
    if not words:
        return None
    match = _AMOUNT.match(words)
    if match is None:
        raise BadInputError("amount_unknown")
    whole = re.sub(r"\D", "", match["whole"])
    reais = Decimal(f"{whole}.{match['rest'] or 0}") * (1000 if match["thousand"] else 1)
    cents = int(reais * 100)
    if cents > LARGEST_CENTS:
        raise BadInputError("amount_unknown")
    return cents
