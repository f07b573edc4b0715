"""Credits for contacts: from packed rows to credited days, which alone become objects."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

import numpy as np

from cockpit.analytics.indicators.credit import Approaches, credited_events, in_days, returns_of
from cockpit.analytics.indicators.packed_rows import (
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
    lower_half,
    numbers,
    upper_half,
)
from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.segments import Flags, Integers, bounds_of
from cockpit.domain.fact_columns import CHANNELS
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import ApproachFacts, CreditedDay, PackedEvents

_COUNT_DIGITS, _ZERO = 8, ord("0")


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
    ) -> tuple[CreditedDay, ...]:
        """Return what the order events of a period that belong to a return count for; see port."""
        rows, known = approaches.rows, _events(events)
        if not rows.count:
            return ()
        customer = known.index.positions(hashes(rows, "customer"))
        at = instants(rows, "at")
        local = LocalTime.of(zone, *day_span(at)).local(at)
        keys = (upper_half(rows, "contact"), lower_half(rows, "contact"))
        order = np.lexsort((keys[1], keys[0], at, customer))
        form = KeyIndex.of(hash_of(approaches.forms)).positions(hashes(rows, "contact"))
        order = order[((customer >= 0) & _reached(approaches, form))[order]]
        day = day_ordinals(local)
        days, which = np.unique(day[order], return_inverse=True)
        found = returns_of(
            Approaches(customer[order], day[order]),
            known.events,
            within_days=np.array([within_days(one) for one in days.tolist()], np.int64)[which],
        )
        event, owner = credited_events(found, known.events)
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
    reached = np.isin(hashes(approaches.rows, "outcome"), hash_of(approaches.reaching))
    forms = [one.outcome_id in approaches.reaching for one in approaches.forms.values()]
    corrected = form >= 0
    reached[corrected] = np.array(forms, dtype=np.bool_)[form[corrected]]
    return reached


def _days(
    approaches: ApproachFacts, row: Integers, form: Integers, figures: Integers
) -> tuple[CreditedDay, ...]:
    """Return credited days.

    Args:
        approaches: The contacts.
        row: Which of them gets each day's credit; shape (days,).
        form: What it became; -1 where nobody corrected it; shape (days,).
        figures: Ordinals of contact, return and order, and cents; shape (4, days).
    """
    rows, forms = approaches.rows, list(approaches.forms.values())
    channels = numbers(rows, "channel")
    people, campaigns = hashes(rows, "operator")[row], hashes(rows, "campaign")[row]
    users = {key: key_at(rows, "operator", at) for key, at in _firsts(people, row)}
    meant = {
        key: key_at(rows, "campaign", at) if key else None for key, at in _firsts(campaigns, row)
    }
    ordinals = {one: date.fromordinal(one) for one in np.unique(figures[:3]).tolist()}
    credited, which = np.unique(row, return_inverse=True)
    contacts = [key_at(rows, "contact", at) for at in credited.tolist()]
    customers = [key_at(rows, "customer", at) for at in credited.tolist()]
    columns = zip(
        which.tolist(), form.tolist(), people.tolist(), campaigns.tolist(),
        channels[row].tolist(), *figures.tolist(), strict=True,
    )  # fmt: skip
    found = []
    for at, last, user, campaign, channel, contacted, returned, ordered, cents in columns:
        became = forms[last] if last >= 0 else None
        found.append(
            CreditedDay(
                contacts[at],
                customers[at],
                users[user],
                CHANNELS[channel] if became is None else became.channel,
                meant[campaign] if became is None else became.campaign_id,
                ordinals[contacted],
                ordinals[returned],
                ordinals[ordered],
                int(ordered == returned),
                1,
                cents,
                cents,
            )
        )
    return tuple(found)


def _firsts(keys: Hashes, row: Integers) -> list[tuple[int, int]]:
    """Return each key once, with a row that has it."""
    found, first = np.unique(keys, return_index=True)
    return list(zip(found.tolist(), row[first].tolist(), strict=True))
