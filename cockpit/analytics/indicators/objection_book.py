"""The objections of a period as arrays, and the arguments that were used."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self
from uuid import UUID

import numpy as np

from cockpit.analytics.indicators.cutting import Customers, Facts
from cockpit.analytics.indicators.packed_rows import (
    KeyIndex,
    LocalTime,
    day_ordinals,
    hash_of,
    hashes,
    instants,
    numbers,
)
from cockpit.analytics.segments import Flags, Integers
from cockpit.domain.fact_columns import STATES, FactNames, Packed
from cockpit.domain.indicators import Cut, Figure, Narrowing, Opened
from cockpit.domain.objection_figures import ArgumentLine, ObjectionLine
from cockpit.domain.periods import Period
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import ObjectionState

_FIGURE_STATES = {
    Figure.OBJECTIONS_OPEN: ObjectionState.OPEN,
    Figure.OBJECTIONS_OVERCOME: ObjectionState.OVERCOME,
    Figure.OBJECTIONS_WAITING: ObjectionState.WAITING,
}
_ARGUMENTS = frozenset({Figure.ARGUMENT_USED, Figure.ARGUMENT_WORKED})
_JUDGED_NOT, _WORKED = -1, 1


@dataclass(frozen=True, slots=True)
class _Said:
    """What customers objected, or was answered; of customers whom the viewer sees.

    Attributes:
        facts: About whom, by whom and how.
        day: Ordinal of the local day; shape (facts,).
        subject: Position of the kind of objection, or of the argument; likewise.
        became: Position of an objection's state, or whether an argument worked; likewise.
    """

    facts: Facts
    day: Integers
    subject: Integers
    became: Integers

    @classmethod
    def of(cls, rows: Packed, customers: Customers, period: Period, *columns: str) -> Self:
        """Return rows of a period as arrays.

        Args:
            rows: As ``FigureRepository`` describes them.
            customers: Everybody whom the viewer sees.
            period: In which they lie.
            columns: What they are about, and what became of it.
        """
        subject, became = columns
        place = customers.index.positions(hashes(rows, "customer"))
        kept = np.flatnonzero(place >= 0)
        values, names = customers.values, customers.names
        known = KeyIndex.of(hash_of(names.kinds if subject == "kind" else names.arguments))
        local = LocalTime.of(customers.zone, period.first, period.last).local(instants(rows, "at"))
        facts = Facts(
            customers,
            place[kept],
            values[Cut.OPERATOR].codes(hashes(rows, "operator")[kept]),
            values[Cut.CAMPAIGN].codes(hashes(rows, "campaign")[kept]),
            numbers(rows, "channel")[kept] + 1,
        )
        return cls(
            facts,
            day_ordinals(local[kept]),
            known.positions(hashes(rows, subject)[kept]),
            numbers(rows, became)[kept],
        )

    def mask(self, narrowing: Narrowing, period: Period) -> Flags:
        """Return what a narrowing and a period leave in; shape (facts,)."""
        first, last = period.first.toordinal(), period.last.toordinal()
        left: Flags = self.facts.mask(narrowing) & (self.day >= first) & (self.day <= last)
        return left


@dataclass(frozen=True, slots=True)
class PeriodObjections:
    """Implements ``ObjectionBook`` of ``cockpit.services.ports.indicators``.

    Attributes:
        names: The small tables.
        period: Whose objections count.
        raised: The objections of it, and of more days.
        used: The arguments, likewise.
    """

    names: FactNames
    period: Period
    raised: _Said
    used: _Said

    @classmethod
    def of(
        cls, objections: Packed, arguments: Packed, customers: Customers, period: Period
    ) -> Self:
        """Return what was said in a period as arrays."""
        raised = _Said.of(objections, customers, period, "kind", "state")
        used = _Said.of(arguments, customers, period, "argument", "worked")
        return cls(customers.names, period, raised, used)

    def within(self, period: Period) -> Self:
        """Return those of some of its days."""
        return replace(self, period=period)

    def kinds(self, narrowing: Narrowing, month: Period | None = None) -> list[ObjectionLine]:
        """Return the kinds that were raised, the most frequent first, then by name."""
        mask = self.raised.mask(narrowing, month or self.period)
        size = len(self.names.kinds)
        raised = np.bincount(self.raised.subject[mask], minlength=size).tolist()
        clients = self.raised.facts.client_counts(mask, self.raised.subject, size).tolist()
        states = [
            np.bincount(
                self.raised.subject[mask & (self.raised.became == place)], minlength=size
            ).tolist()
            for place in range(len(STATES))
        ]
        of = dict(zip(STATES, states, strict=True))
        lines = [
            ObjectionLine(
                kind_id, name, raised[place], clients[place],
                of[ObjectionState.OPEN][place],
                of[ObjectionState.OVERCOME][place],
                of[ObjectionState.WAITING][place],
            )
            for place, (kind_id, name) in enumerate(self.names.kinds.items())
            if raised[place]
        ]  # fmt: skip
        return sorted(lines, key=lambda line: (-line.raised, plain(line.name), str(line.kind_id)))

    def total(self, narrowing: Narrowing) -> ObjectionLine:
        """Return all kinds together; a customer with two is one client."""
        mask = self.raised.mask(narrowing, self.period)
        of = [
            int(np.count_nonzero(mask & (self.raised.became == place)))
            for place in range(len(STATES))
        ]
        count = dict(zip(STATES, of, strict=True))
        return ObjectionLine(
            None,
            "",
            int(np.count_nonzero(mask)),
            len(np.unique(self.raised.facts.customer[mask])),
            count[ObjectionState.OPEN],
            count[ObjectionState.OVERCOME],
            count[ObjectionState.WAITING],
        )

    def arguments(self, narrowing: Narrowing) -> list[ArgumentLine]:
        """Return the arguments that were used, by kind, the most used first."""
        mask = self.used.mask(narrowing, self.period)
        size = len(self.names.arguments)
        used = np.bincount(self.used.subject[mask], minlength=size).tolist()
        judged = mask & (self.used.became != _JUDGED_NOT)
        judgements = np.bincount(self.used.subject[judged], minlength=size).tolist()
        worked = np.bincount(
            self.used.subject[mask & (self.used.became == _WORKED)], minlength=size
        )
        lines = [
            ArgumentLine(key, said, kind, used[place], judgements[place], int(worked[place]))
            for place, (key, (kind, said)) in enumerate(self.names.arguments.items())
            if used[place]
        ]
        kinds = self.names.kinds
        return sorted(
            lines,
            key=lambda line: (plain(kinds[line.kind_id]), -line.used, plain(line.text)),
        )

    def clients(self, narrowing: Narrowing, opened: Opened) -> dict[UUID, int]:
        """Return who is behind a number; no money belongs to it."""
        month = opened.month or self.period
        if opened.figure in _ARGUMENTS:
            mask = self.used.mask(narrowing, month)
            if opened.subject is not None:
                mask &= self.used.subject == _place(self.names.arguments, opened.subject)
            if opened.figure is Figure.ARGUMENT_WORKED:
                mask &= self.used.became == _WORKED
            return self.used.facts.money(mask)
        mask = self.raised.mask(narrowing, month)
        if opened.subject is not None:
            mask &= self.raised.subject == _place(self.names.kinds, opened.subject)
        state = _FIGURE_STATES.get(opened.figure)
        if state is not None:
            mask &= self.raised.became == STATES.index(state)
        return self.raised.facts.money(mask)


def _place(keys: Iterable[UUID], wanted: UUID) -> int:
    return next((place for place, key in enumerate(keys) if key == wanted), -1)
