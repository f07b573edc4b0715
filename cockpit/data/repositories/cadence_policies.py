"""The stored cadences."""

from typing import Any, TypeAlias

from sqlalchemy import Connection, Row, select

from cockpit.domain.cadence import CadencePolicy
from cockpit.domain.cadence_documents import rules_of, scope_of
from models import CadencePolicy as PolicyRow

_Row: TypeAlias = Row[*tuple[Any, ...]]
_POLICIES = select(
    PolicyRow.id, PolicyRow.name, PolicyRow.version, PolicyRow.applies_to, PolicyRow.parameters
).order_by(PolicyRow.version)


def cadence_policies(connection: Connection) -> tuple[CadencePolicy, ...]:
    """Return the latest version of each policy.

    One whose scope this program does not understand is left out: it is for others.
    """
    latest = {row.name: row for row in connection.execute(_POLICIES)}
    return tuple(one for one in map(_policy, latest.values()) if one is not None)


def _policy(row: _Row) -> CadencePolicy | None:
    try:
        scope = scope_of(row.applies_to)
    except ValueError:
        return None
    return CadencePolicy(row.id, row.name, row.version, scope, rules_of(row.parameters))
