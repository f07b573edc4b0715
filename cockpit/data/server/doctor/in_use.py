"""The server at work: connections, transactions, claims, the keeper, the programs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from sqlalchemy import Connection, text

from cockpit.data.doorbell import DOORBELL_KEY
from cockpit.data.postgresql import is_pooled
from cockpit.data.revisions import own_revisions
from cockpit.domain.doctor import Finding, bad, caution, good
from cockpit.domain.keeper import DUTY

if TYPE_CHECKING:
    import psycopg

_CONNECTIONS = text(
    "SELECT current_setting('max_connections')::int"
    " - current_setting('superuser_reserved_connections')::int AS most,"
    " (SELECT count(*) FROM pg_stat_activity WHERE datid IS NOT NULL) AS used"
)
_HEAD_ROOM = 0.2
_TRANSACTIONS = text(
    "SELECT count(*) FILTER (WHERE xact_start IS NULL AND state IS NULL) AS hidden,"
    " count(*) FILTER (WHERE xact_start < clock_timestamp() - interval '5 minutes') AS old,"
    " coalesce(max(extract(epoch FROM clock_timestamp() - xact_start) / 60), 0)::float AS minutes,"
    " (SELECT count(*) FROM pg_prepared_xacts) AS prepared"
    " FROM pg_stat_activity WHERE backend_type = 'client backend' AND datname = current_database()"
)
_SLOTS = text(
    "SELECT string_agg(slot_name, ', ' ORDER BY slot_name) FROM pg_replication_slots"
    " WHERE NOT active"
)
_CLAIMS = text(
    "SELECT count(*) FILTER (WHERE lease_until > clock_timestamp()) AS active,"
    " count(*) FILTER (WHERE lease_until < clock_timestamp() - interval '5 minutes') AS expired"
    " FROM claims WHERE state = 'active'"
)
_KEEPER = text(
    "SELECT extract(epoch FROM clock_timestamp() - lease_until) / 60 AS minutes"
    " FROM duties WHERE name = :name"
)
_PROGRAMS = text(
    "SELECT substr(application_name, 6) AS revision, count(DISTINCT usename) AS people"
    " FROM pg_stat_activity WHERE datname = current_database()"
    " AND application_name LIKE 'giro %' GROUP BY 1"
)
_DOORBELL = text(
    "SELECT value::text FROM settings WHERE scope = 'company' AND owner_id IS NULL AND key = :key"
)


def connections(connection: Connection) -> Iterator[Finding]:
    """Look how many more people could come in."""
    most, used = connection.execute(_CONNECTIONS).one()
    if most - used < _HEAD_ROOM * most:
        yield bad("connections", "few", used=used, most=most)
    else:
        yield good("connections", used=used, most=most)


def transactions(connection: Connection) -> Iterator[Finding]:
    """Look for what stays open: until it ends nothing newer is seen live, and nothing cleaned."""
    row = connection.execute(_TRANSACTIONS).one()
    if row.prepared:
        yield bad("transactions", "prepared", count=row.prepared)
    if row.old:
        yield bad("transactions", "old", count=row.old, minutes=row.minutes)
    if row.hidden:
        yield caution("transactions", "hidden")
    if not row.prepared and not row.old and not row.hidden:
        yield good("transactions")


def slots(connection: Connection) -> Iterator[Finding]:
    """Look for standbys that are gone and for which the server keeps its log for ever."""
    names = connection.execute(_SLOTS).scalar()
    yield caution("slots", "idle", names=names) if names else good("slots")


def claims(connection: Connection) -> Iterator[Finding]:
    """Look for claims that outlived their lease and everybody who should have ended them."""
    row = connection.execute(_CLAIMS).one()
    if row.expired:
        yield caution("claims", "expired", count=row.expired, active=row.active)
    else:
        yield good("claims", active=row.active)


def keeper(connection: Connection) -> Iterator[Finding]:
    """Look whether anybody keeps the shared figures."""
    minutes = connection.execute(_KEEPER, {"name": DUTY}).scalar()
    if minutes is None:
        yield bad("keeper", "never")
    elif minutes > 0:
        yield bad("keeper", "absent", minutes=float(minutes))
    else:
        yield good("keeper")


def programs(connection: Connection) -> Iterator[Finding]:
    """Look for programs of an older version; those that say of none are other tools."""
    head = own_revisions().head
    rows = connection.execute(_PROGRAMS).all()
    old = sum(row.people for row in rows if row.revision < head)
    if old:
        yield caution("programs", "old", count=old, head=head)
    else:
        yield good("programs", count=sum(row.people for row in rows))


def doorbell(connection: Connection) -> Iterator[Finding]:
    """Say whether the programs call each other, and whether a pooler lies between."""
    stored = connection.execute(_DOORBELL, {"key": DOORBELL_KEY}).scalar()
    driver = cast("psycopg.Connection", connection.connection.driver_connection)
    if stored == "false":
        yield caution("doorbell", "off")
    elif is_pooled(driver):
        yield caution("doorbell", "pooler")
    else:
        yield good("doorbell")
