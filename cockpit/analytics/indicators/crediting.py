"""Credits for contacts: from packed rows to credited days, packed again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

import numpy as np

from cockpit.analytics.indicators.contact_rows import in_order
from cockpit.analytics.indicators.credit import Approaches, credited_events, in_days, returns_of
from cockpit.analytics.indicators.packed_rows import (
    EPOCH_DAY,
    Hashes,
    KeyIndex,
    LocalTime,
    day_ordinals,
    day_span,
    hash_of,
    hashes,
    instants,
    key_at,
    key_hashes,
    keys_of,
    letters,
)
from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.segments import Flags, Integers, bounds_of
from cockpit.domain.credited_days import CreditedDays
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import ApproachFacts, PackedEvents

_COUNT_DIGITS, _ZERO = 8, ord("0")
#: A row of ``CreditedDays``.
_DAY = np.dtype(
    [(name, "V16") for name in ("contact", "customer", "operator", "campaign")]
    + [("channel", "u1")]
    + [(name, ">i4") for name in ("contacted", "returned", "ordered")]
    + [(name, ">i8") for name in ("cents", "goods_cents")]
)


@dataclass(frozen=True, slots=True)
class _Events:
    """Order events, and whose they are.

    Attributes:
        index: Positions of customers.
        events: By position.
    """

    index: KeyIndex
    events: OrderEvents


class ColumnCrediting:
    """Implements ``cockpit.services.ports.Crediting``."""

    def customers(self, approaches: ApproachFacts) -> list[UUID]:
        """Return whom these are about, each once, in ascending order."""
        rows = approaches.rows
        _, first = np.unique(hashes(rows, "customer"), return_index=True)
        return sorted(key_at(rows, "customer", row) for row in first.tolist())

    def credited(
        self,
        approaches: ApproachFacts,
        events: Sequence[PackedEvents],
        period: Period,
        *,
        zone: ZoneInfo,
        within_days: Callable[[int], int],
    ) -> CreditedDays:
        """Return what the order events of a period that belong to a return count for; see port."""
        rows, known = approaches.rows, _events(events)
        if not rows.count:
            return CreditedDays()
        customer = known.index.positions(hashes(rows, "customer"))
        at = instants(rows, "at")
        local = LocalTime.of(zone, *day_span(at)).local(at)
        order = in_order(customer, at, rows)
        forms = KeyIndex.of(hashes(approaches.forms, "contact"))
        form = forms.positions(hashes(rows, "contact"))
        order = order[((customer >= 0) & _reached(approaches, form))[order]]
        day = day_ordinals(local)
        days, which = np.unique(day[order], return_inverse=True)
        found = returns_of(
            Approaches(customer[order], day[order]),
            known.events,
            within_days=np.array([within_days(one) for one in days.tolist()], np.int64)[which],
        )
        event, owner = credited_events(found)
        ordered = known.events.day[event]
        inside = np.flatnonzero(in_days(ordered, period.first.toordinal(), period.last.toordinal()))
        inside = inside[np.argsort(ordered[inside], kind="stable")]
        owner = owner[inside]
        approach = order[found.approach[owner]]
        return _days(
            approaches, approach, form[approach],
            np.stack([
                day[approach], found.day[owner], ordered[inside],
                known.events.value_cents[event[inside]],
            ]),
        )  # fmt: skip


def _events(parts: Sequence[PackedEvents]) -> _Events:
    """Return packed events as arrays; of a customer who stands in two parts the later counts."""
    keys: list[Hashes] = []
    pieces: list[tuple[Integers, Integers, Integers]] = []
    for part in reversed(parts):
        own, counts = key_hashes(part.keys), _counts(part.counts)
        day = np.frombuffer(part.days, "<i4").astype(np.int64)
        cents = np.frombuffer(part.cents, "<i8").astype(np.int64)
        if not len(day) == len(cents) == counts.sum():
            raise ValueError("stored events have days without values or values without days")
        if keys:
            new = ~np.isin(own, np.concatenate(keys))
            events = np.repeat(new, counts)
            own, counts, day, cents = own[new], counts[new], day[events], cents[events]
        keys.append(own)
        pieces.append((counts, day, cents))
    counts, day, cents = (np.concatenate(column) for column in zip(*pieces, strict=True))
    customer = np.repeat(np.arange(len(counts)), counts)
    return _Events(
        KeyIndex.of(np.concatenate(keys)),
        OrderEvents(customer=customer, day=day, value_cents=cents, bounds=bounds_of(counts)),
    )


def _counts(digits: bytes) -> Integers:
    """Return numbers of eight digits each; shape (numbers,)."""
    found = np.frombuffer(digits, np.uint8).reshape(-1, _COUNT_DIGITS).astype(np.int64) - _ZERO
    counts: Integers = found @ 10 ** np.arange(_COUNT_DIGITS - 1, -1, -1)
    return counts


def _reached(approaches: ApproachFacts, form: Integers) -> Flags:
    """Return which contacts reached somebody, in their last form; shape (contacts,)."""
    reaching = hash_of(approaches.reaching)
    reached = np.isin(hashes(approaches.rows, "outcome"), reaching)
    became = np.isin(hashes(approaches.forms, "outcome"), reaching)
    corrected = form >= 0
    reached[corrected] = became[form[corrected]]
    return reached


def _days(
    approaches: ApproachFacts, row: Integers, form: Integers, figures: Integers
) -> CreditedDays:
    """Return credited days.

    Args:
        approaches: The contacts.
        row: Which of them gets each day's credit; shape (days,).
        form: What it became; -1 where nobody corrected it; shape (days,).
        figures: Ordinals of contact, return and order, and cents; shape (4, days).
    """
    rows, forms, corrected = approaches.rows, approaches.forms, form >= 0
    found = np.zeros(len(row), dtype=_DAY)
    for name in ("contact", "customer", "operator", "campaign"):
        found[name] = keys_of(rows, name)[row]
    found["channel"] = letters(rows, "channel")[row]
    if forms.count:
        found["campaign"][corrected] = keys_of(forms, "campaign")[form[corrected]]
        found["channel"][corrected] = letters(forms, "channel")[form[corrected]]
    for name, days in zip(("contacted", "returned", "ordered"), figures, strict=False):
        found[name] = days - EPOCH_DAY
    found["cents"] = found["goods_cents"] = figures[3]
    return CreditedDays(found.tobytes())
