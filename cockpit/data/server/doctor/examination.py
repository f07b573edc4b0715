"""All checks, each for itself: what one may not look at keeps no other from looking."""

from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from cockpit.data.errors import told_plainly
from cockpit.data.server.doctor import in_field, in_rights, in_schema, in_server, in_use, in_waits
from cockpit.data.server.roles import OWNER
from cockpit.domain.doctor import Finding, Level
from cockpit.domain.messages import Message

_NO_PERMISSION = "42501"
#: Whoever is refused as themself tries again as the owner, which is refused to most.
_BECOMING = ("SET LOCAL ROLE NONE", f"SET LOCAL ROLE {OWNER}")
Check = Callable[[Connection], Iterator[Finding]]

CHECKS: dict[str, Check] = {
    "version": in_server.version,
    "schema": in_schema.schema,
    "settings": in_server.settings,
    "tls": in_server.tls,
    "clock": in_server.clock,
    "policies": in_rights.policies,
    "grants": in_rights.grants,
    "functions": in_rights.functions,
    "logins": in_rights.logins,
    "reads": in_rights.reads,
    "indexes": in_schema.indexes,
    "statistics": in_schema.statistics,
    "connections": in_use.connections,
    "transactions": in_use.transactions,
    "waits": in_waits.waits,
    "slots": in_use.slots,
    "claims": in_use.claims,
    "keeper": in_use.keeper,
    "programs": in_use.programs,
    "doorbell": in_use.doorbell,
    "laptops": in_field.laptops,
    "quarantine": in_field.quarantine,
    "tombstones": in_field.tombstones,
}


def examine(connection: Connection) -> Sequence[Finding]:
    """Return what there is to say about a server, in the order of the checks.

    Nothing is changed. Each check has a transaction of its own. Where the login may not look itself
    but may become the owner of the tables, as the one that ran ``init`` may, it looks as the owner.

    Args:
        connection: On which no transaction is open.

    Raises:
        DatabaseError: The server went away.
    """
    findings: list[Finding] = []
    for name, check in CHECKS.items():
        with told_plainly():
            findings.extend(_looked(connection, name, check))
    return findings


def _looked(connection: Connection, name: str, check: Check) -> Sequence[Finding]:
    for first in _BECOMING:
        try:
            with connection.begin():
                connection.execute(text("SET TRANSACTION READ ONLY"))
                connection.execute(text(first))
                return list(check(connection))
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) != _NO_PERMISSION:
                raise
    return [Finding(name, Level.CAUTION, Message.of("doctor.hidden", check=name))]
