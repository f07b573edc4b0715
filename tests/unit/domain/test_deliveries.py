"""Where an order stands on its way."""

from datetime import date, timedelta

import pytest

from cockpit.domain.deliveries import delivery_of
from cockpit.domain.sections import Delivery
from cockpit.domain.vocabulary import OrderKind

TODAY = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("promised", "delivered", "state"),
    [
        (None, None, Delivery.UNKNOWN),
        (0, None, Delivery.OPEN),
        (3, None, Delivery.OPEN),
        (-1, None, Delivery.LATE),
        (-5, -5, Delivery.DELIVERED),
        (-5, -4, Delivery.DELIVERED_LATE),
        (None, -4, Delivery.DELIVERED),
        (-5, 2, Delivery.LATE),
        (1, 2, Delivery.OPEN),
    ],
)
def test_the_state_follows_from_promise_and_arrival(
    promised: int | None, delivered: int | None, state: Delivery
) -> None:
    assert delivery_of(OrderKind.SALE, _day(promised), _day(delivered), TODAY) is state


def _day(ahead: int | None) -> date | None:
    return None if ahead is None else TODAY + timedelta(days=ahead)


@pytest.mark.parametrize("kind", [OrderKind.RETURN, OrderKind.CANCELLED])
def test_only_a_sale_is_delivered(kind: OrderKind) -> None:
    assert delivery_of(kind, TODAY - timedelta(days=9), None, TODAY) is Delivery.UNKNOWN
