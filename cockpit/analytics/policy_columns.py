"""The rules in force, customer by customer, as arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from cockpit.analytics.k_grid import KGridParameters
from cockpit.analytics.segments import Flags, Floats, Integers
from cockpit.domain.columns import StandingColumns
from cockpit.domain.cycle_policy import EVERYBODY, PolicyBook, PolicyKind


@dataclass(frozen=True, slots=True)
class PolicyColumns:
    """Each customer's policy; every attribute has shape (customers,).

    Attributes:
        is_fixed: Whether the fixed number of days decides.
        cut: Gap quantile from which a silence is flagged.
        inactive_return_share: See ``CyclePolicy``; so are the others.
        inactive_horizon_days: In days.
        inactive_horizon_cycles: In own cycles.
        lost_days: In days.
        recovered_cycles: In own cycles.
        fixed_at_risk_days: In days.
        fixed_inactive_days: In days.
    """

    is_fixed: Flags
    cut: Floats
    inactive_return_share: Floats
    inactive_horizon_days: Floats
    inactive_horizon_cycles: Floats
    lost_days: Floats
    recovered_cycles: Floats
    fixed_at_risk_days: Floats
    fixed_inactive_days: Floats

    def horizon(self, cycle_days: Floats, rows: Integers | slice = slice(None)) -> Floats:
        """Return within how many days an order is looked for, of customers of some cycle."""
        by_cycle = self.inactive_horizon_cycles[rows] * cycle_days
        return np.maximum(self.inactive_horizon_days[rows], by_cycle)


def policy_columns(
    policies: PolicyBook, standing: StandingColumns, parameters: KGridParameters
) -> PolicyColumns:
    """Return each customer's deciding policy.

    The book is asked once per pair of company and segment, not once per customer.
    """
    size = len(standing.company_id)
    if all(scope == EVERYBODY for scope in policies.rules):
        pairs: list[tuple[UUID | None, UUID | None]] = [(None, None)]
        group = np.zeros(size, dtype=np.int64)
    else:
        companies, company = _numbered(standing.company_id)
        segments, segment = _numbered(standing.segment_id)
        code, group = np.unique(company * len(segments) + segment, return_inverse=True)
        pairs = [
            (companies[one // len(segments)], segments[one % len(segments)])
            for one in code.tolist()
        ]
    deciding = [policies.deciding(*pair) for pair in pairs]

    def column(name: str) -> Floats:
        return np.array([float(getattr(one, name)) for one in deciding])[group]

    return PolicyColumns(
        is_fixed=np.array([one.kind is PolicyKind.FIXED_DAYS for one in deciding])[group],
        cut=np.array([parameters.cut(one.false_alarm_budget) for one in deciding])[group],
        inactive_return_share=column("inactive_return_share"),
        inactive_horizon_days=column("inactive_horizon_days"),
        inactive_horizon_cycles=column("inactive_horizon_cycles"),
        lost_days=column("lost_days"),
        recovered_cycles=column("recovered_cycles"),
        fixed_at_risk_days=column("fixed_at_risk_days"),
        fixed_inactive_days=column("fixed_inactive_days"),
    )


def segment_cycles(parameters: KGridParameters, standing: StandingColumns) -> Floats:
    """Return the usual interval of each customer's segment, else the portfolio's, in days.

    NaN where the fit knows neither; shape (customers,).
    """
    usual = parameters.portfolio_cycle or np.nan
    if not parameters.segment_cycles:
        return np.full(len(standing.segment_id), usual)
    segments, segment = _numbered(standing.segment_id)
    known = [parameters.segment_cycles.get(str(one), usual) for one in segments]
    return np.array(known, dtype=np.float64)[segment]


def _numbered(keys: Sequence[UUID | None]) -> tuple[list[UUID | None], Integers]:
    """Return the distinct keys and each key's position among them; at least one key."""
    # A UUID hashes and compares slowly, its number does not.
    numbers = [-1 if key is None else key.int for key in keys]
    distinct = dict(zip(numbers, keys, strict=True)) or {-1: None}
    place = {number: position for position, number in enumerate(distinct)}
    positions = np.fromiter(map(place.__getitem__, numbers), np.int64, len(numbers))
    return list(distinct.values()), positions
