"""The schema: its revision, its indexes, and whether the planner knows how full its tables are."""

from collections.abc import Iterator

from sqlalchemy import Connection, text

from cockpit.data.revisions import own_revisions, stored_revision
from cockpit.data.server import note_search
from cockpit.domain.doctor import Finding, bad, caution, good
from models import Base

_INDEXES = text(
    "SELECT c.relname AS name, i.indisvalid AND i.indisready AS is_usable FROM pg_index AS i"
    " JOIN pg_class AS c ON c.oid = i.indexrelid"
    " WHERE c.relnamespace = 'public'::regnamespace"
)
_STATISTICS = text(
    "SELECT s.relname AS name, s.n_dead_tup AS dead, s.n_live_tup AS live,"
    " c.reltuples < 0 AS is_unknown, pg_relation_size(s.relid) AS bytes"
    " FROM pg_stat_user_tables AS s JOIN pg_class AS c ON c.oid = s.relid"
    " WHERE s.schemaname = 'public'"
)
#: Smaller tables are read as a whole anyway.
_LARGE = 8 << 20
_MOST_DEAD = 0.3


def schema(connection: Connection) -> Iterator[Finding]:
    """Compare the database's revision with this program's."""
    own, stored = own_revisions(), stored_revision(connection) or "-"
    if stored == own.head:
        yield good("schema", revision=stored)
    elif stored in own.known:
        yield bad("schema", "behind", revision=stored, head=own.head)
    else:
        yield caution("schema", "ahead", revision=stored, head=own.head)


def indexes(connection: Connection) -> Iterator[Finding]:
    """Look for indexes that are missing, or were left half made."""
    found = {row.name: row.is_usable for row in connection.execute(_INDEXES)}
    missing = sorted(_declared() - found.keys())
    broken = sorted(name for name, is_usable in found.items() if not is_usable)
    if missing:
        yield bad("indexes", "missing", names=", ".join(missing))
    if broken:
        yield bad("indexes", "broken", names=", ".join(broken), first=broken[0])
    if not missing and not broken:
        yield good("indexes", count=len(found))


def statistics(connection: Connection) -> Iterator[Finding]:
    """Look for large tables of which the planner knows nothing, or that are full of dead rows."""
    large = [row for row in connection.execute(_STATISTICS) if row.bytes >= _LARGE]
    unknown = sorted(row.name for row in large if row.is_unknown)
    dead = sorted(row.name for row in large if row.dead > _MOST_DEAD * max(row.live, 1))
    if unknown:
        yield caution("statistics", "unknown", names=", ".join(unknown))
    if dead:
        yield caution("statistics", "dead", names=", ".join(dead), first=dead[0])
    if not unknown and not dead:
        yield good("statistics")


def _declared() -> set[str]:
    """Return the names of all indexes, those of keys and the one over notes' words included."""
    names = {note_search.INDEX}
    for table in Base.metadata.tables.values():
        names.update(str(index.name) for index in table.indexes)
        names.add(str(table.primary_key.name))
    return names
