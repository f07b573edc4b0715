"""The objections of a period as arrays, and the arguments that were used."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

import numpy as np

from cockpit.analytics.indicators.cutting import Customers, Facts
from cockpit.analytics.indicators.packed_rows import (
    KeyIndex,
    LocalTime,
    day_ordinals,
    hash_of,
    microseconds,
)
from cockpit.analytics.segments import Flags, Integers
from cockpit.domain.fact_columns import CHANNELS, ArgumentFact, ObjectionFact
from cockpit.domain.indicators import Cut, Figure, Narrowing, Opened
from cockpit.domain.objection_figures import ArgumentLine, ObjectionLine
from cockpit.domain.periods import Period
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import Channel, ObjectionState

_NO_KEY = UUID(int=0)
_STATES = tuple(ObjectionState)
_FIGURE_STATES = {
    Figure.OBJECTIONS_OPEN: ObjectionState.OPEN,
    Figure.OBJECTIONS_OVERCOME: ObjectionState.OVERCOME,
    Figure.OBJECTIONS_WAITING: ObjectionState.WAITING,
}
_ARGUMENTS = frozenset({Figure.ARGUMENT_USED, Figure.ARGUMENT_WORKED})
_JUDGED_NOT, _FAILED, _WORKED = -1, 0, 1


class _Said(Protocol):
    """What an objection and an argument have in common: by whom and how it came up."""

    @property
    def customer_id(self) -> UUID: ...
    @property
    def operator_id(self) -> UUID | None: ...
    @property
    def campaign_id(self) -> UUID | None: ...
    @property
    def channel(self) -> Channel | None: ...


_S = TypeVar("_S", bound=_Said)


class PeriodObjections:
    """Implements ``ObjectionBook`` of ``cockpit.services.ports.indicators``."""

    def __init__(
        self,
        objections: Sequence[ObjectionFact],
        arguments: Sequence[ArgumentFact],
        customers: Customers,
        period: Period,
    ) -> None:
        """Take what was said in a period; what was said around it is not counted."""
        names, zone = customers.names, customers.zone
        self._names, self._period = names, period
        kinds = KeyIndex.of(hash_of(names.kinds))
        answers = KeyIndex.of(hash_of(names.arguments))
        self._facts, kept = _facts(objections, customers)
        self._day = _days([one.opened_at for one in kept], period, zone)
        self._kind = kinds.positions(hash_of(one.kind_id for one in kept))
        self._state = np.array([_STATES.index(one.state) for one in kept], dtype=np.int64)
        self._used, used = _facts(arguments, customers)
        self._used_day = _days([one.used_at for one in used], period, zone)
        self._argument = answers.positions(hash_of(one.argument_id for one in used))
        worked = [_JUDGED_NOT if one.worked is None else int(one.worked) for one in used]
        self._worked = np.array(worked, dtype=np.int64)

    def kinds(self, narrowing: Narrowing, month: Period | None = None) -> list[ObjectionLine]:
        """Return the kinds that were raised, the most frequent first, then by name."""
        mask = self._facts.mask(narrowing) & _inside(self._day, month or self._period)
        size = len(self._names.kinds)
        raised = np.bincount(self._kind[mask], minlength=size).tolist()
        clients = self._facts.client_counts(mask, self._kind, size).tolist()
        states = [
            np.bincount(self._kind[mask & (self._state == place)], minlength=size).tolist()
            for place in range(len(_STATES))
        ]
        of = dict(zip(_STATES, states, strict=True))
        lines = [
            ObjectionLine(
                kind_id, name, raised[place], clients[place],
                of[ObjectionState.OPEN][place],
                of[ObjectionState.OVERCOME][place],
                of[ObjectionState.WAITING][place],
            )
            for place, (kind_id, name) in enumerate(self._names.kinds.items())
            if raised[place]
        ]  # fmt: skip
        return sorted(lines, key=lambda line: (-line.raised, plain(line.name), str(line.kind_id)))

    def total(self, narrowing: Narrowing) -> ObjectionLine:
        """Return all kinds together; a customer with two is one client."""
        mask = self._facts.mask(narrowing) & _inside(self._day, self._period)
        of = [int(np.count_nonzero(mask & (self._state == place))) for place in range(len(_STATES))]
        count = dict(zip(_STATES, of, strict=True))
        return ObjectionLine(
            None,
            "",
            int(np.count_nonzero(mask)),
            len(np.unique(self._facts.customer[mask])),
            count[ObjectionState.OPEN],
            count[ObjectionState.OVERCOME],
            count[ObjectionState.WAITING],
        )

    def arguments(self, narrowing: Narrowing) -> list[ArgumentLine]:
        """Return the arguments that were used, by kind, the most used first."""
        mask = self._used.mask(narrowing) & _inside(self._used_day, self._period)
        size = len(self._names.arguments)
        used = np.bincount(self._argument[mask], minlength=size).tolist()
        judged = mask & (self._worked != _JUDGED_NOT)
        judgements = np.bincount(self._argument[judged], minlength=size).tolist()
        worked = np.bincount(self._argument[mask & (self._worked == _WORKED)], minlength=size)
        lines = [
            ArgumentLine(key, said, kind, used[place], judgements[place], int(worked[place]))
            for place, (key, (kind, said)) in enumerate(self._names.arguments.items())
            if used[place]
        ]
        kinds = self._names.kinds
        return sorted(
            lines,
            key=lambda line: (plain(kinds[line.kind_id]), -line.used, plain(line.text)),
        )

    def clients(self, narrowing: Narrowing, opened: Opened) -> dict[UUID, int]:
        """Return who is behind a number; no money belongs to it."""
        month = opened.month or self._period
        if opened.figure in _ARGUMENTS:
            mask = self._used.mask(narrowing) & _inside(self._used_day, month)
            if opened.subject is not None:
                mask &= self._argument == _place(self._names.arguments, opened.subject)
            if opened.figure is Figure.ARGUMENT_WORKED:
                mask &= self._worked == _WORKED
            return self._used.money(mask)
        mask = self._facts.mask(narrowing) & _inside(self._day, month)
        if opened.subject is not None:
            mask &= self._kind == _place(self._names.kinds, opened.subject)
        state = _FIGURE_STATES.get(opened.figure)
        if state is not None:
            mask &= self._state == _STATES.index(state)
        return self._facts.money(mask)


def _place(keys: Iterable[UUID], wanted: UUID) -> int:
    return next((place for place, key in enumerate(keys) if key == wanted), -1)


def _days(at: Sequence[datetime], period: Period, zone: ZoneInfo) -> Integers:
    """Return the ordinals of the local days of instants near a period; shape (instants,)."""
    local = LocalTime.of(zone, period.first, period.last).local(microseconds(at))
    return day_ordinals(local)


def _inside(day: Integers, period: Period) -> Flags:
    mask: Flags = (day >= period.first.toordinal()) & (day <= period.last.toordinal())
    return mask


def _facts(said: Sequence[_S], customers: Customers) -> tuple[Facts, list[_S]]:
    """Return facts of customers whom the viewer sees, and which of those given they are."""
    place = customers.index.positions(hash_of(one.customer_id for one in said))
    kept = [one for one, at in zip(said, place.tolist(), strict=True) if at >= 0]
    operator = hash_of(one.operator_id or _NO_KEY for one in kept)
    campaign = hash_of(one.campaign_id or _NO_KEY for one in kept)
    channels = [0 if one.channel is None else CHANNELS.index(one.channel) + 1 for one in kept]
    facts = Facts(
        customers,
        place[place >= 0],
        customers.values[Cut.OPERATOR].codes(operator),
        customers.values[Cut.CAMPAIGN].codes(campaign),
        np.array(channels, dtype=np.int64),
    )
    return facts, kept
