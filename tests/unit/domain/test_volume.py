"""What a customer buys a month, before and of late."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.sections import Delivery, OrderStory
from cockpit.domain.vocabulary import OrderKind
from cockpit.domain.volume import monthly_volume

LAST = date(2026, 3, 16)


def order(days: int, cents: int = 10_000, kind: OrderKind = OrderKind.SALE) -> OrderStory:
    day = LAST - timedelta(days=days)
    return OrderStory(UUID(int=days), "1", kind, day, cents, "", Delivery.UNKNOWN, None, None)


def every(step: int, until: int, cents: int = 10_000, start: int = 0) -> Iterable[OrderStory]:
    return [order(days, cents) for days in range(start, until, step)]


def test_the_same_purchases_all_along_are_no_less() -> None:
    volume = monthly_volume(every(15, 545))
    assert volume is not None
    assert not volume.is_shrinking
    assert abs(volume.before_cents - volume.now_cents) < 0.05 * volume.before_cents


def test_half_of_it_is_less_however_long_the_silence_since() -> None:
    volume = monthly_volume([*every(15, 180, 5_000), *every(15, 545, 10_000, start=180)])
    assert volume is not None
    assert volume.is_shrinking


def test_a_short_past_says_nothing() -> None:
    assert monthly_volume([]) is None
    assert monthly_volume(every(15, 260)) is None
    assert monthly_volume([order(3, kind=OrderKind.RETURN)]) is None


def test_a_return_lowers_and_a_cancelled_order_counts_nothing() -> None:
    some = list(every(15, 545))
    plain = monthly_volume(some)
    cancelled = monthly_volume([*some, order(7, 10**6, OrderKind.CANCELLED)])
    returned = monthly_volume([*some, order(7, 10_000, OrderKind.RETURN)])
    assert plain is not None
    assert returned is not None
    assert cancelled == plain
    assert returned.now_cents < plain.now_cents
    assert returned.before_cents == plain.before_cents


@given(st.lists(st.tuples(st.integers(0, 2_000), st.integers(1, 10**8)), max_size=50))
def test_it_never_invents_money(drawn: list[tuple[int, int]]) -> None:
    volume = monthly_volume([order(days, cents) for days, cents in drawn])
    if volume is not None:
        whole = sum(cents for _, cents in drawn)
        assert 0 <= volume.before_cents <= whole
        assert 0 <= volume.now_cents <= whole
