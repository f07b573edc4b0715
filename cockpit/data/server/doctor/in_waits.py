"""Who keeps whom waiting.

Whoever may change rows may also lock them, or a table, and anybody may take an advisory lock: the
server cannot keep that away. So it is said who does.
"""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, text

from cockpit.domain.doctor import Finding, bad, good

_WAITS = text(
    "SELECT DISTINCT coalesce(holder.usename, '?') AS holder, by_whom.pid,"
    " coalesce(waiter.usename, '?') AS waiter,"
    " extract(epoch FROM clock_timestamp() - lock.waitstart)::float AS seconds"
    " FROM pg_locks AS lock JOIN pg_stat_activity AS waiter ON waiter.pid = lock.pid"
    " CROSS JOIN LATERAL unnest(pg_blocking_pids(lock.pid)) AS by_whom(pid)"
    " LEFT JOIN pg_stat_activity AS holder ON holder.pid = by_whom.pid"
    " WHERE NOT lock.granted AND waiter.datname = current_database()"
    " AND lock.waitstart < clock_timestamp() - make_interval(secs => :patience)"
)
#: The program's own advisory locks end with their transaction: nobody who rests holds one.
_HELD = text(
    "SELECT DISTINCT coalesce(holder.usename, '?') AS holder, holder.pid FROM pg_locks AS lock"
    " JOIN pg_stat_activity AS holder ON holder.pid = lock.pid"
    " WHERE lock.locktype = 'advisory' AND lock.granted AND holder.state = 'idle'"
    " AND holder.datname = current_database() ORDER BY 1, 2"
)
#: What lasts no longer is everyday life.
_PATIENCE_SECONDS = 2.0


def waits(connection: Connection) -> Iterator[Finding]:
    """Name who waits for whom, and who holds a lock without doing anything."""
    rows = connection.execute(_WAITS, {"patience": _PATIENCE_SECONDS}).all()
    held = connection.execute(_HELD).all()
    behind: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        behind[f"{row.holder} (pid {row.pid})"].add(row.waiter)
    if rows:
        said = [f"{', '.join(sorted(who))} → {holder}" for holder, who in sorted(behind.items())]
        seconds = round(max(row.seconds for row in rows))
        yield bad("waits", "for", names="; ".join(said), seconds=seconds, first=str(rows[0].pid))
    if held:
        names = ", ".join(f"{row.holder} (pid {row.pid})" for row in held)
        yield bad("waits", "held", names=names, first=str(held[0].pid))
    if not rows and not held:
        yield good("waits")
