"""What may be offered in a call: the autonomy of each role, and promotions in words."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from cockpit.domain.messages import Message, MessageValue
from cockpit.domain.vocabulary import Role

#: The largest discount by role, in basis points, until a supervisor publishes others.
DEFAULT_DISCOUNTS_BP: Mapping[Role, int] = MappingProxyType(
    {
        Role.OPERATOR: 500,
        Role.EXTERNAL_SELLER: 700,
        Role.SUPERVISOR: 1_000,
        Role.MANAGER: 1_500,
        Role.ADMINISTRATOR: 1_500,
    }
)


def percent(basis_points: int) -> int | float:
    """Return basis points as a percentage, without decimals where it has none."""
    whole, rest = divmod(basis_points, 100)
    return basis_points / 100 if rest else whole


def promotion_sentence(
    name: str, until: date, *, product: str = "", percent: int | float = 0, more: int = 0
) -> Message:
    """Return a promotion as a sentence.

    Args:
        name: Its name.
        until: Its last day.
        product: A product of it that is worth naming, or an empty text.
        percent: The largest discount on what is named.
        more: How many further products it lowers.
    """
    if not product:
        return Message.of("pitch.promotion_plain", name=name, until=until)
    values: dict[str, MessageValue] = {
        "name": name,
        "until": until,
        "product": product,
        "percent": percent,
    }
    if more:
        return Message.of("pitch.promotion_more", **values, count=more)
    return Message.of("pitch.promotion", **values)
