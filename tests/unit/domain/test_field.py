"""Every column about which two people can disagree is told, or is known to be the program's own."""

import pytest

from cockpit.domain.access import GRANTS
from cockpit.domain.field import TOLD_COLUMNS
from cockpit.domain.replication import FEED_COLUMNS, STAMP_COLUMNS, Up, tables_up
from cockpit.domain.vocabulary import Role
from models import Base

#: What no person ever set: keys, stamps, and traces of the program's upkeep.
OWN_AFFAIRS = {
    *FEED_COLUMNS, *STAMP_COLUMNS, "id", "created_at", "customer_id", "created_by_id", "closed_at",
    "replaced_by_id", "contact_id", "calendar_uid", "opened_at", "woken_at", "quote_id", "line",
    "has_time",
}  # fmt: skip


@pytest.mark.parametrize("table", tables_up(Up.ASKED))
def test_a_column_that_can_conflict_is_told(table: str) -> None:
    grant = GRANTS[table]
    columns = {
        column.name
        for column in Base.metadata.tables[table].columns
        if grant.changeable(Role.SUPERVISOR, column.name)
    }
    assert columns - OWN_AFFAIRS <= set(TOLD_COLUMNS[table])
