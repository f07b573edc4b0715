"""The contacts of a span as arrays, by customer and instant: which reached, sold, and what for."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from cockpit.analytics.indicators.cutting import Customers
from cockpit.analytics.indicators.packed_rows import (
    DAY,
    MINUTE,
    Hashes,
    KeyIndex,
    LocalTime,
    day_ordinals,
    hash_of,
    hashes,
    instants,
    key_hashes,
    lower_half,
    numbers,
    upper_half,
)
from cockpit.analytics.segments import Flags, Integers
from cockpit.domain.contact_figures import (
    ATTEMPTS_APART_DAYS,
    CAPTURED_WITHIN_DAYS,
    MOST_ATTEMPTS,
)
from cockpit.domain.fact_columns import ContactFacts, FactNames, Packed
from cockpit.domain.indicators import Cut
from cockpit.domain.periods import Period

_HOUR = 60
_WORD_BITS = 63
#: Longer than any history in days: a customer's number and a day make one sortable number.
_SPAN = 1 << 23


@dataclass(frozen=True, slots=True)
class ContactRows:
    """Contacts in their last corrected form, ascending by customer and instant; shape (contacts,).

    Attributes:
        customer: Position of the customer.
        operator: Code of who logged it first.
        campaign: Code.
        channel: Code.
        day: Proleptic ordinal of the local day.
        hour: Local hour.
        is_reached: Whether it reached somebody.
        is_sale: Whether an order was taken.
        is_try: Whether we called them.
        attempt: Which try in a row that nobody answered, at most ``MOST_ATTEMPTS``.
        cents: Net value of its order, 0 where none was found.
        is_found: Whether its order is in the book.
    """

    customer: Integers
    operator: Integers
    campaign: Integers
    channel: Integers
    day: Integers
    hour: Integers
    is_reached: Flags
    is_sale: Flags
    is_try: Flags
    attempt: Integers
    cents: Integers
    is_found: Flags


def contact_rows(facts: ContactFacts, customers: Customers, span: Period) -> ContactRows:
    """Return the contacts of a span as arrays; those of customers whom nobody sees are left out."""
    rows = facts.rows
    contact, at = hashes(rows, "contact"), instants(rows, "at")
    customer = customers.index.positions(hashes(rows, "customer"))
    order = in_order(customer, at, rows)
    counts = (customer >= 0) & ~np.isin(contact, key_hashes(facts.dropped))
    order = order[counts[order]]
    contact, customer = contact[order], customer[order]
    local = LocalTime.of(customers.zone, span.first, span.last).local(at[order])
    day = day_ordinals(local)
    reached, sale = _outcomes(rows, customers.names)
    is_reached, is_sale = reached[order], sale[order]
    is_inbound = numbers(rows, "inbound")[order] > 0
    document = hashes(rows, "order")[order]
    is_named = document > 0
    operator = customers.values[Cut.OPERATOR].codes(hashes(rows, "operator")[order])
    campaigns = hashes(rows, "campaign")[order]
    is_owner = is_sale & is_named & ~np.isin(contact, hash_of(facts.beaten))
    cents, is_found = _captured(facts.named, document, is_owner)
    _add_sales(facts, customers, (customer, day), is_sale & ~is_named, (cents, is_found))
    return ContactRows(
        customer=customer,
        operator=_as_first_logged(operator, contact, facts, customers),
        campaign=customers.values[Cut.CAMPAIGN].codes(campaigns),
        channel=numbers(rows, "channel")[order] + 1,
        day=day,
        hour=local % DAY // (_HOUR * MINUTE),
        is_reached=is_reached,
        is_sale=is_sale,
        is_try=~is_inbound,
        attempt=_attempts(customer, day, is_reached, is_inbound),
        cents=cents,
        is_found=is_found,
    )


def in_order(customer: Integers, at: Integers, rows: Packed) -> Integers:
    """Return the positions by customer, instant and, of the same instant, key."""
    if not len(at):
        return np.zeros(0, dtype=np.int64)
    since = at - at.min()
    bits = int(since.max()).bit_length()
    if bits + int(customer.max() + 1).bit_length() <= _WORD_BITS:
        packed = (customer + 1) << bits | since
        order = np.argsort(packed)
        ascending = packed[order]
        if not np.any(ascending[1:] == ascending[:-1]):
            return order
    return np.lexsort((lower_half(rows, "contact"), upper_half(rows, "contact"), at, customer))


def _outcomes(rows: Packed, names: FactNames) -> tuple[Flags, Flags]:
    """Return whether contacts reached somebody, and whether they sold; shape (contacts,)."""
    index = KeyIndex.of(hash_of(names.outcomes))
    found = index.positions(hashes(rows, "outcome"))
    flags = [*names.outcomes.values()]
    reached = np.array([one.is_reached for one in flags] + [False], dtype=np.bool_)
    sale = np.array([one.is_sale for one in flags] + [False], dtype=np.bool_)
    return reached[found], sale[found]


def _as_first_logged(
    operator: Integers, contact: Hashes, facts: ContactFacts, customers: Customers
) -> Integers:
    """Return the operators' codes, those of corrected contacts as of who logged them first."""
    if not facts.corrected:
        return operator
    corrected = KeyIndex.of(key_hashes(facts.corrected))
    loggers = customers.values[Cut.OPERATOR].codes(key_hashes(facts.first_loggers))
    which = corrected.positions(contact)
    return np.where(which >= 0, loggers[which], operator)


def _attempts(
    customer: Integers, day: Integers, is_reached: Flags, is_inbound: Flags
) -> Integers:  # fmt: skip
    """Return which try of a row each contact is; shape (contacts,).

    A row ends when somebody is reached, however that came, and when nobody tries for long. A
    contact that the customer began and nobody took ends nothing and is no try.
    """
    counted = np.flatnonzero(is_reached | ~is_inbound)
    whose, when, reached = customer[counted], day[counted], is_reached[counted]
    begins = np.ones(len(counted), dtype=np.bool_)
    begins[1:] = (
        (whose[1:] != whose[:-1]) | reached[:-1] | (when[1:] - when[:-1] > ATTEMPTS_APART_DAYS)
    )
    place = np.arange(len(counted))
    first = np.maximum.accumulate(np.where(begins, place, 0))
    attempt = np.zeros(len(customer), dtype=np.int64)
    attempt[counted] = np.minimum(place - first + 1, MOST_ATTEMPTS)
    return attempt


def _captured(
    documents: Packed, wanted: Hashes, is_meant: Flags
) -> tuple[Integers, Flags]:  # fmt: skip
    """Return the net cents of the documents that contacts name, and whether there are any."""
    cents = np.zeros(len(wanted), dtype=np.int64)
    is_found = np.zeros(len(wanted), dtype=np.bool_)
    if documents.count:
        index = KeyIndex.of(hashes(documents, "order"))
        places = np.flatnonzero(is_meant)
        which = index.positions(wanted[places])
        places, which = places[which >= 0], which[which >= 0]
        cents[places] = numbers(documents, "cents")[which]
        is_found[places] = True
    return cents, is_found


def _unnamed_days(facts: ContactFacts, customers: Customers) -> tuple[Integers, Integers]:
    """Return the customers' days with documents that no contact names, and their net cents.

    Returns:
        Each day as one number with the customer's, ascending, and its sum; shape (days,).
    """
    sales = facts.sales
    day, cents = _customer_days(sales, customers), numbers(sales, "cents")
    if "contact" in sales.fields:
        contact = hashes(sales, "contact")
        order = np.lexsort((contact, day))
        begins = np.ones(len(order), dtype=np.bool_)
        begins[1:] = day[order][1:] != day[order][:-1]
        first = contact[order][np.maximum.accumulate(np.where(begins, np.arange(len(order)), 0))]
        once = order[contact[order] == first]
        day, cents = day[once], cents[once]
    keys, group = np.unique(day, return_inverse=True)
    sums = np.zeros(len(keys), dtype=np.int64)
    np.add.at(sums, group, cents)
    counts = np.bincount(group, minlength=len(keys))
    if facts.named.count:
        taken = _customer_days(facts.named, customers)
        at = np.minimum(np.searchsorted(keys, taken), len(keys) - 1)
        same = keys[at] == taken
        np.subtract.at(sums, at[same], numbers(facts.named, "cents")[same])
        np.subtract.at(counts, at[same], 1)
    left = (counts > 0) & (keys >= 0)
    return keys[left], sums[left]


def _customer_days(documents: Packed, customers: Customers) -> Integers:
    """Return customer and day as one number, negative where nobody sees the customer."""
    whose = customers.index.positions(hashes(documents, "customer"))
    return whose * _SPAN + numbers(documents, "day")


def _add_sales(
    facts: ContactFacts, customers: Customers, contacts: tuple[Integers, Integers], is_meant: Flags,
    captured: tuple[Integers, Flags],
) -> None:  # fmt: skip
    """Give each sale without a document the first day with documents soon after it.

    Until the customer's next such sale, so that no document counts twice.

    Args:
        facts: Whose documents.
        customers: Everybody.
        contacts: Customer and day of each contact, in order.
        is_meant: Which contacts are sales that name no document.
        captured: Cents and whether they were found, which are added to.
    """
    places = np.flatnonzero(is_meant)
    if not facts.sales.count or not len(places):
        return
    keys, sums = _unnamed_days(facts, customers)
    customer, day = contacts[0][places], contacts[1][places]
    last = day + CAPTURED_WITHIN_DAYS
    same = customer[1:] == customer[:-1]
    last[:-1][same] = np.minimum(last[:-1], day[1:] - 1)[same]
    found = np.searchsorted(keys, customer * _SPAN + day)
    inside = found < len(keys)
    inside[inside] = keys[found[inside]] <= (customer * _SPAN + last)[inside]
    captured[0][places[inside]] = sums[found[inside]]
    captured[1][places[inside]] = True


def span_of(period: Period) -> Period:
    """Return the days whose contacts the figures of a period depend on.

    So many before, that the row of tries that a contact ends has its number; so many after, that
    it is known which sale an order belongs to.
    """
    before = timedelta(days=ATTEMPTS_APART_DAYS * (MOST_ATTEMPTS - 1))
    return period.widened(before, timedelta(days=CAPTURED_WITHIN_DAYS))
