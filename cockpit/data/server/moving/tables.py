"""Which tables of a file move, and which of a prepared server may hold something before."""

from sqlalchemy import Table

from models import Base

#: What preparing a server puts in, and what programs note there for each other: the file's own
#: rows take their place.
REPLACED = frozenset(
    {"outcomes", "reasons", "message_templates", "cadence_policies", "customer_changes", "duties"}
)
#: Those who were invited, their teams and computers, and what was noted about them: they stay
#: beside the file's.
KEPT = frozenset({"teams", "users", "devices", "settings", "audit_events", "audit_seals"})
#: What the programs on one database tell each other; it means nothing on another one.
LEFT_BEHIND = frozenset({"customer_changes", "customer_departures", "duties", "feed_marks"})


def moved_tables() -> list[Table]:
    """Return the tables whose rows move, parents first."""
    return [table for table in Base.metadata.sorted_tables if table.name not in LEFT_BEHIND]


def tables_that_must_be_empty() -> list[Table]:
    """Return the tables in which the server may have no rows yet."""
    may_hold = REPLACED | KEPT | LEFT_BEHIND
    return [table for table in Base.metadata.sorted_tables if table.name not in may_hold]
