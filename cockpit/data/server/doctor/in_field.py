"""Laptops: those that are silent, what they brought in vain, and deletions kept for them."""

from collections.abc import Iterator

from sqlalchemy import Connection, text

from cockpit.domain.doctor import Finding, caution, good

_LAPTOPS = text(
    "SELECT count(*) AS known, count(*) FILTER (WHERE backlog > 0"
    " AND last_seen_at < clock_timestamp() - interval '7 days') AS silent"
    " FROM devices WHERE is_replica AND revoked_at IS NULL"
)
_ASIDE = text("SELECT count(*) FROM quarantined_facts WHERE resolved_at IS NULL")
#: The keeper forgets them after 180 days, but for who was erased.
_OLD = text(
    "SELECT count(*) FROM tombstones WHERE deleted_at < clock_timestamp() - interval '190 days'"
    " AND reason IS DISTINCT FROM 'erased'"
)


def laptops(connection: Connection) -> Iterator[Finding]:
    """Look for laptops that have something to send and do not come."""
    known, silent = connection.execute(_LAPTOPS).one()
    yield (
        caution("laptops", "silent", count=silent, known=known)
        if silent
        else good("laptops", known=known)
    )


def quarantine(connection: Connection) -> Iterator[Finding]:
    """Look for what laptops brought and nobody decided about."""
    count = connection.execute(_ASIDE).scalar_one()
    yield caution("quarantine", "open", count=count) if count else good("quarantine")


def tombstones(connection: Connection) -> Iterator[Finding]:
    """Look for deletions that the keeper should have forgotten."""
    count = connection.execute(_OLD).scalar_one()
    yield caution("tombstones", "old", count=count) if count else good("tombstones")
