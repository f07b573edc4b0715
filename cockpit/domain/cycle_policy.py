"""The rules by which silence becomes risk, inactivity and loss, and where each of them holds.

A policy is published once, as a version of its scope, and never changed. The own cycle judges a
customer by the silences that their own history predicts; the fixed rule by a number of days. Both
are always computed; the policy's kind says which of them decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from cockpit.domain.errors import BadInputError
from cockpit.domain.messages import Message


class PolicyKind(StrEnum):
    """What decides a customer's status."""

    OWN_CYCLE = "own_cycle"
    FIXED_DAYS = "fixed_days"
    #: Takes back its scope's own rule: the wider scope's decides again.
    INHERITED = "inherited"


@dataclass(frozen=True, slots=True)
class CyclePolicy:
    """One version of a rule.

    Attributes:
        version: Counts up within its scope; 0 is the program's default.
        kind: Which rule decides; the other is shown beside it.
        false_alarm_budget: Share of silences that would have ended by themselves and may be
            flagged "at risk" all the same; the cut of the own cycle is tuned to it.
        inactive_return_share: Inactive is who orders again within the horizon with less than this
            probability.
        inactive_horizon_days: That horizon's days, at least.
        inactive_horizon_cycles: That horizon in own cycles, where that is longer.
        lost_days: After how many days without an order a customer is lost, by either rule.
        recovered_cycles: For how many own cycles who came back from inactivity counts as recovered.
        fixed_at_risk_days: Fixed rule: days of silence from which a customer is at risk.
        fixed_inactive_days: Fixed rule: days of silence from which a customer is inactive.
    """

    version: int = 0
    kind: PolicyKind = PolicyKind.OWN_CYCLE
    false_alarm_budget: float = 0.20
    inactive_return_share: float = 0.25
    inactive_horizon_days: int = 180
    inactive_horizon_cycles: float = 3.0
    lost_days: int = 730
    recovered_cycles: float = 2.0
    fixed_at_risk_days: int = 60
    fixed_inactive_days: int = 120

    def checked(self) -> "CyclePolicy":
        """Return this policy if each of its numbers makes sense.

        Raises:
            BadInputError: A number is out of its range, or the days contradict each other.
        """
        for name, low, high in _RANGES:
            value = getattr(self, name)
            if not low <= value <= high:
                raise BadInputError(
                    "bad_policy_value",
                    field=Message.of(f"error.policy_{name}"),
                    low=_bound(low, is_share=high < 1),
                    high=_bound(high, is_share=high < 1),
                )
        if not self.fixed_at_risk_days < self.fixed_inactive_days < self.lost_days:
            raise BadInputError("bad_policy_days")
        return self


def _bound(number: float, *, is_share: bool) -> str | int:
    """Return a range's end as it is read: a share in percent, all others are whole."""
    return f"{number:.0%}" if is_share else round(number)


_RANGES: tuple[tuple[str, float, float], ...] = (
    ("false_alarm_budget", 0.01, 0.60),
    ("inactive_return_share", 0.01, 0.90),
    ("inactive_horizon_days", 30, 730),
    ("inactive_horizon_cycles", 1.0, 12.0),
    ("lost_days", 90, 3650),
    ("recovered_cycles", 0.0, 12.0),
    ("fixed_at_risk_days", 1, 1825),
    ("fixed_inactive_days", 2, 1825),
)


@dataclass(frozen=True, slots=True)
class PolicyScope:
    """Whom a policy is for: everybody, one company's customers, one segment's, or both at once."""

    company_id: UUID | None = None
    segment_id: UUID | None = None


EVERYBODY = PolicyScope()


@dataclass(frozen=True, slots=True)
class PolicyBook:
    """The rules in force on a day, the newest version of each scope."""

    rules: Mapping[PolicyScope, CyclePolicy] = field(default_factory=dict)

    def deciding(self, company_id: UUID | None, segment_id: UUID | None) -> CyclePolicy:
        """Return the rule for a customer: the narrowest scope's, a segment's before a company's."""
        for scope in (
            PolicyScope(company_id, segment_id),
            PolicyScope(None, segment_id),
            PolicyScope(company_id, None),
            EVERYBODY,
        ):
            rule = self.rules.get(scope)
            if rule is not None and rule.kind is not PolicyKind.INHERITED:
                return rule
        return CyclePolicy()


@dataclass(frozen=True, slots=True)
class PublishedPolicy:
    """A version as the history shows it.

    Attributes:
        author: Name of who published it; empty for the program's default.
        note: Why.
    """

    policy_id: UUID
    scope: PolicyScope
    policy: CyclePolicy
    author: str
    published_at: datetime
    note: str
