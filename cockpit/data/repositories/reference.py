"""Small tables that forms and rules read."""

from typing import Any

from sqlalchemy import Connection, select

from cockpit.domain.contact import Outcome, Reason
from models import Outcome as OutcomeRow
from models import Reason as ReasonRow


class SqlReferenceRepository:
    """Outcomes and reasons."""

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
                OutcomeRow.needs_objection,
                OutcomeRow.is_request,
            )
            .where(OutcomeRow.is_active)
            .order_by(OutcomeRow.position, OutcomeRow.name)
        )
        rows = self._connection.execute(statement)
        return [Outcome(*list[Any](row)) for row in rows]

    def reasons(self) -> list[Reason]:
        """Return the active reasons in their order."""
        statement = (
            select(ReasonRow.id, ReasonRow.code, ReasonRow.name, ReasonRow.outcome_code)
            .where(ReasonRow.is_active)
            .order_by(ReasonRow.position, ReasonRow.name)
        )
        return [Reason(*row) for row in self._connection.execute(statement)]
