"""Credits against a program that goes through each customer's days one by one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cockpit.analytics.indicators.credit import Approaches, credited_events, returns_of
from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.segments import bounds_of

START = 738_000
History = list[tuple[list[int], dict[int, int]]]

days = st.integers(0, 120)
histories: st.SearchStrategy[History] = st.lists(
    st.tuples(
        st.lists(days, max_size=8).map(sorted),
        st.dictionaries(days, st.integers(1, 100_000), max_size=8),
    ),
    max_size=6,
)


def plainly(history: History, within: int) -> list[tuple[int, int, int, int]]:
    """Return (customer, contact's place with them, day of return, money) of each return."""
    found = []
    for customer, (contacts, orders) in enumerate(history):
        quiet_until = -1
        while True:
            candidates = [
                (day, place)
                for place, day in enumerate(contacts)
                if day > quiet_until and any(day <= one <= day + within for one in orders)
            ]
            if not candidates:
                break
            first = min(candidates)[0]
            returned = min(day for day in orders if day >= first)
            last = max(place for place, day in enumerate(contacts) if day <= returned)
            quiet_until = contacts[last] + within
            money = sum(v for d, v in orders.items() if returned <= d <= quiet_until)
            found.append((customer, last, returned, money))
    return sorted(found, key=lambda one: (one[2], one[0]))


def arrays(history: History) -> tuple[Approaches, OrderEvents]:
    def pack(values: list[list[int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        counts = np.array([len(one) for one in values], dtype=np.int64)
        flat = np.array([x for one in values for x in one], dtype=np.int64)
        return np.repeat(np.arange(len(values)), counts), flat, bounds_of(counts)

    who, when, _ = pack([[START + day for day in contacts] for contacts, _ in history])
    whose, day, bounds = pack([[START + one for one in sorted(orders)] for _, orders in history])
    _, cents, _ = pack([[orders[one] for one in sorted(orders)] for _, orders in history])
    return Approaches(who, when), OrderEvents(whose, day, cents, bounds)


@given(histories, st.integers(0, 40))
def test_credits_are_those_of_a_plain_program(history: History, within: int) -> None:
    approaches, events = arrays(history)
    found = returns_of(approaches, events, within_days=within)
    rows, owner = credited_events(found)
    money = np.bincount(owner, events.value_cents[rows], minlength=found.count)
    begins = np.searchsorted(approaches.customer, np.arange(len(history)))
    got = [
        (int(who), int(contact - begins[who]), int(day) - START, int(cents))
        for who, contact, day, cents in zip(
            found.customer, found.approach, found.day, money, strict=True
        )
    ]
    assert sorted(got, key=lambda one: (one[2], one[0])) == plainly(history, within)


@given(histories, st.integers(0, 40))
def test_no_order_is_credited_twice_and_none_before_its_contact(
    history: History, within: int
) -> None:
    approaches, events = arrays(history)
    found = returns_of(approaches, events, within_days=within)
    rows, owner = credited_events(found)
    assert len(set(rows.tolist())) == len(rows)
    assert (events.customer[rows] == found.customer[owner]).all()
    waited = events.day[rows] - approaches.day[found.approach[owner]]
    assert ((waited >= 0) & (waited <= within)).all()


def test_whoever_keeps_calling_earns_nothing_by_it() -> None:
    one = [([0, 5, 12, 20], {10: 100_00, 15: 50_00, 22: 30_00})]
    found = returns_of(*arrays(one), within_days=30)
    assert found.approach.tolist() == [1]
    assert found.last_day.tolist() == [START + 35]


def test_an_order_of_the_contact_s_own_day_is_its() -> None:
    assert returns_of(*arrays([([7], {7: 1})]), within_days=0).count == 1
    assert returns_of(*arrays([([7], {6: 1})]), within_days=30).count == 0


def test_nobody_and_nothing() -> None:
    assert returns_of(*arrays([]), within_days=30).count == 0
    assert returns_of(*arrays([([], {3: 1}), ([3], {})]), within_days=30).count == 0
