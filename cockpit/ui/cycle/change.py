"""What a simulated rule would change, in the numbers that a supervisor decides by."""

from dataclasses import dataclass

from cockpit.domain.cycle_reports import Simulation, StatusMove
from cockpit.domain.vocabulary import LifecycleStatus

#: Who is on the list because of their silence.
ALERTED = frozenset({LifecycleStatus.AT_RISK, LifecycleStatus.INACTIVE})


@dataclass(frozen=True, slots=True)
class AlertChange:
    """Customers who would come under an alert (at risk or inactive) and who would leave it.

    Attributes:
        alerted_count: Customers under an alert afterwards.
        entering_count: Who would come under it.
        entering_cents: The money at risk with them.
        leaving_count: Who would leave it.
        leaving_cents: The money at risk with them.
    """

    alerted_count: int
    entering_count: int
    entering_cents: int
    leaving_count: int
    leaving_cents: int

    @property
    def is_empty(self) -> bool:
        """Return whether nobody would come or leave."""
        return not (self.entering_count or self.leaving_count)


def alert_change(simulation: Simulation) -> AlertChange:
    """Return who would come under an alert and who would leave it."""
    entering = [one for one in simulation.moves if _is_entering(one)]
    leaving = [one for one in simulation.moves if _is_leaving(one)]
    return AlertChange(
        alerted_count=sum(one.count_after for one in simulation.totals if one.status in ALERTED),
        entering_count=sum(len(one.customer_ids) for one in entering),
        entering_cents=sum(one.at_risk_cents for one in entering),
        leaving_count=sum(len(one.customer_ids) for one in leaving),
        leaving_cents=sum(one.at_risk_cents for one in leaving),
    )


def _is_entering(move: StatusMove) -> bool:
    return move.after in ALERTED and move.before not in ALERTED


def _is_leaving(move: StatusMove) -> bool:
    return move.before in ALERTED and move.after not in ALERTED
