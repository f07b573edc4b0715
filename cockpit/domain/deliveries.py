"""Where an order stands on its way to the customer."""

from datetime import date

from cockpit.domain.sections import Delivery
from cockpit.domain.vocabulary import OrderKind


def delivery_of(
    kind: OrderKind, promised_on: date | None, delivered_on: date | None, today: date
) -> Delivery:
    """Return how far an order has come on a day.

    Args:
        kind: Only a sale is delivered.
        promised_on: The day that was promised.
        delivered_on: The day on which it arrived; one to come counts as not yet.
        today: The day.
    """
    if kind is not OrderKind.SALE:
        return Delivery.UNKNOWN
    if delivered_on is not None and delivered_on <= today:
        is_late = promised_on is not None and delivered_on > promised_on
        return Delivery.DELIVERED_LATE if is_late else Delivery.DELIVERED
    if promised_on is None:
        return Delivery.UNKNOWN
    return Delivery.LATE if promised_on < today else Delivery.OPEN
