"""Small tables that forms and rules read."""

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, select

from cockpit.domain.contact import Outcome, Reason
from cockpit.domain.cycle import CyclePolicy
from models import CyclePolicy as CyclePolicyRow
from models import Outcome as OutcomeRow
from models import Reason as ReasonRow

_PARAMETERS = frozenset(field.name for field in fields(CyclePolicy)) - {"version"}


class SqlReferenceRepository:
    """Outcomes, reasons and the policy in force."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def outcomes(self) -> list[Outcome]:
        """Return the active outcomes in their order."""
        statement = (
            select(
                OutcomeRow.id,
                OutcomeRow.code,
                OutcomeRow.name,
                OutcomeRow.queue_effect,
                OutcomeRow.wait_minutes,
                OutcomeRow.is_reached,
                OutcomeRow.needs_reason,
                OutcomeRow.needs_date,
            )
            .where(OutcomeRow.is_active)
            .order_by(OutcomeRow.position, OutcomeRow.name)
        )
        return [Outcome(*row) for row in self._connection.execute(statement)]

    def reasons(self) -> list[Reason]:
        """Return the active reasons in their order."""
        statement = (
            select(ReasonRow.id, ReasonRow.code, ReasonRow.name, ReasonRow.outcome_code)
            .where(ReasonRow.is_active)
            .order_by(ReasonRow.position, ReasonRow.name)
        )
        return [Reason(*row) for row in self._connection.execute(statement)]

    def cycle_policy(self) -> CyclePolicy:
        """Return the company-wide policy published last, or the program's default.

        Parameters that this version does not know are left aside.
        """
        statement = (
            select(CyclePolicyRow.version, CyclePolicyRow.parameters)
            .where(CyclePolicyRow.company_id.is_(None), CyclePolicyRow.segment_id.is_(None))
            .order_by(CyclePolicyRow.version.desc())
            .limit(1)
        )
        row = self._connection.execute(statement).one_or_none()
        if row is None:
            return CyclePolicy()
        known: dict[str, Any] = {
            name: value for name, value in row.parameters.items() if name in _PARAMETERS
        }
        return CyclePolicy(version=row.version, **known)
