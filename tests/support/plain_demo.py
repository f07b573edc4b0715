"""The demo company on both engines, and its figures by loops over plain rows."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from scipy import stats

from cockpit.app.session import Session
from cockpit.data.engine import Engines
from cockpit.demo.past_statuses import closed_months, closing_day
from cockpit.domain.periods import Period
from tests.support.plain_cycles import Block, PlainHistory, blocked_days
from tests.support.plain_events import PlainDocument, plain_events, plain_yearly
from tests.support.plain_indicators import Credited, aware, text
from tests.support.plain_reactivation import ZONE, Told, plainly, rows

if TYPE_CHECKING:
    from tests.support.demo_company import DemoCompanies, ServedCompanies

TODAY = date(2026, 3, 2)


@contextmanager
def demo_on(engine: str, request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """Yield the address of a demo company in a database of its own.

    Args:
        engine: "sqlite" or "postgresql".
        request: Asked for what it is copied from.
        folder: Of the file.
    """
    if engine == "sqlite":
        files: DemoCompanies = request.getfixturevalue("demo_companies")
        yield f"sqlite:///{files.copy(TODAY, folder / 'giro.db')}"
        return
    served: ServedCompanies = request.getfixturevalue("served_companies")
    name = served.server.create(served.template(TODAY))
    yield served.server.url(name)
    served.server.drop(name)


@dataclass
class Demo:
    """The company and all its documents."""

    session: Session

    @cached_property
    def documents(self) -> dict[UUID, list[PlainDocument]]:
        engines = self.session.store.engines
        found: dict[UUID, list[PlainDocument]] = {one.id: [] for one in rows(engines, "customers")}
        for one in rows(engines, "orders"):
            if text(one.kind) != "cancelled":
                is_return = text(one.kind) == "return"
                document = PlainDocument(one.ordered_on, one.net_cents, is_return)
                found[one.customer_id].append(document)
        return found

    @cached_property
    def blocks(self) -> dict[UUID, list[Block]]:
        found: dict[UUID, list[Block]] = defaultdict(list)
        for one in rows(self.session.store.engines, "customer_blocks"):
            found[one.customer_id].append((one.blocked_on, one.unblocked_on))
        return found

    def events(self, day: date) -> dict[UUID, dict[date, int]]:
        return {key: plain_events(theirs, day) for key, theirs in self.documents.items()}

    def known_blocks(self, key: UUID, day: date) -> list[Block]:
        """Return the blocks as a day knew them."""
        return [
            (first, end if end is not None and end <= day else None)
            for first, end in self.blocks[key]
            if first <= day
        ]

    def histories(self, day: date, alive: dict[UUID, float]) -> list[PlainHistory]:
        """Return the intervals of everybody who bought, blocked days left out.

        Args:
            day: Up to when.
            alive: Probability that each still buys.
        """
        found = []
        for key, own in self.events(day).items():
            if not own:
                continue
            days, spans = sorted(own), self.known_blocks(key, day)
            gaps = [
                max(1, (late - early).days - blocked_days(spans, early, late))
                for early, late in pairwise(days)
            ]
            silence = (day - days[-1]).days - blocked_days(spans, days[-1], day)
            found.append(PlainHistory(gaps, silence, alive[key]))
        return found

    def standing(self, day: date) -> dict[UUID, tuple[str, int]]:
        """Return everybody's state of the bridge and yearly money on a day."""
        states, events = self.session.past_states.states(day), self.events(day)
        return {
            key: ({"new": "active"}.get(status.value, status.value), plain_yearly(events[key]))
            for key, status in zip(states.customer_id, states.status, strict=True)
        }


def told_of(engines: Engines, period: Period, today: date = TODAY) -> Told:
    """Return what is told: closed months as they were known on the day of their closing."""
    told = plainly(engines, period.first, period.last, today=today)
    for month in closed_months(today):
        told = {key: one for key, one in told.items() if key[2] not in month}
        known_on = closing_day(month)
        then = plainly(engines, month.first, month.last, today=known_on, known_on=known_on)
        told |= {key: one for key, one in then.items() if key[2] in period}
    return told


def credited(engines: Engines, told: Told) -> list[Credited]:
    """Return what is told as contacts' figures want it."""
    contacts = {one.id: one for one in rows(engines, "contacts")}
    first: dict[tuple[UUID, UUID], date] = {}
    found = []
    for (customer, contact_id, day), (returns, cents, _) in sorted(told.items()):
        contact = contacts[contact_id]
        on = aware(contact.occurred_at).astimezone(ZONE).date()
        first.setdefault((customer, contact_id), day)
        found.append((
            customer, contact.user_id, contact.campaign_id, text(contact.channel), day, cents,
            bool(returns), (first[customer, contact_id] - on).days,
        ))  # fmt: skip
    return found


def _wilson(hits: int, count: int) -> tuple[float, float]:
    interval = stats.binomtest(hits, count).proportion_ci(0.95, method="wilson")
    return float(interval.low), float(interval.high)


def newcombe(hits: int, count: int, other: int, other_count: int) -> tuple[float, float]:
    """Return the interval of a difference from both parts' Wilson intervals."""
    one, two = hits / count, other / other_count
    (low, high), (low_2, high_2) = _wilson(hits, count), _wilson(other, other_count)
    return (
        one - two - ((one - low) ** 2 + (high_2 - two) ** 2) ** 0.5,
        one - two + ((high - one) ** 2 + (two - low_2) ** 2) ** 0.5,
    )
