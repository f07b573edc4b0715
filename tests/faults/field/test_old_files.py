"""Laptops whose program and file are older than the server, and files that are brought up to date.

A revision of the server's is one more name in its list, with a column that the laptop has not heard
of: to the server the laptop is then as old as that many revisions.
"""

import re

import pytest
from sqlalchemy import text

from cockpit.data.engine import Engines
from cockpit.data.replica import making
from cockpit.data.revisions import own_revisions
from cockpit.data.server.sync.making import _served
from cockpit.domain.sync import SCHEMAS_SERVED, SyncEnd
from tests.faults.field.small_field import Held, SmallField

pytestmark = pytest.mark.timeout(120)
_FUTURE = (
    "ALTER TABLE contacts ADD COLUMN future_word text",
    "ALTER TABLE commands ADD COLUMN future_word text",
    "ALTER TABLE customers ADD COLUMN future_count integer NOT NULL DEFAULT 7",
    "UPDATE customers SET future_count = 8",
)
_WAITING = "SELECT count(*) FROM outbox WHERE sent_at IS NULL"


def age(field: SmallField, revisions: int) -> None:
    """Let the server be so many revisions further than the laptops."""
    own = own_revisions()
    names = ", ".join(f"'future{number}'" for number in range(revisions))
    place = len(own.known) + revisions - SCHEMAS_SERVED
    made = _served().replace(f"'{own.head}']", f"'{own.head}', {names}]" if names else "\\g<0>")
    field.execute(re.sub(r"place <= \d+", f"place <= {place}", made))
    for statement in _FUTURE:
        field.execute(statement)


def come_up_to_date(field: SmallField) -> None:
    """Let the laptops' program be as new as the server again."""
    field.execute(_served())


def write(held: Held) -> int:
    """Write words and changes; return how many entries wait."""
    for customer in held.seller.customers():
        held.seller.log(customer)
        held.seller.pitch(customer)
        held.seller.wish(customer)
    return waiting(held)


def waiting(held: Held) -> int:
    with held.engines.reading() as connection:
        return int(connection.execute(text(_WAITING)).scalar_one())


@pytest.mark.parametrize("revisions", range(1, SCHEMAS_SERVED))
def test_a_laptop_of_a_former_revision_is_served_as_any(field: SmallField, revisions: int) -> None:
    held = field.add("ana", field.customers[:3])
    held.settle()
    write(held)
    age(field, revisions)
    field.execute("UPDATE customers SET city = 'Santos' WHERE id = :key", key=field.customers[2])
    report = held.settle()
    assert report.end is SyncEnd.DONE
    assert waiting(held) == 0
    assert field.violations() == []


def test_one_that_is_older_still_is_heard_and_not_answered(field: SmallField) -> None:
    held = field.add("ana", field.customers[:3])
    held.settle()
    words = write(held)
    age(field, SCHEMAS_SERVED)
    field.execute("UPDATE customers SET city = 'Santos' WHERE id = :key", key=field.customers[2])
    for _ in range(2):
        report = held.synchronise()
        assert report.end is SyncEnd.UPDATE_FIRST
        assert not report.received
        assert waiting(held) == 0
    assert words
    assert field.value("SELECT count(*) FROM contacts") == 3
    # Nothing of what was heard is lost, doubled or changed; only what was not answered is missing.
    assert {one.partition(":")[0] for one in field.violations()} <= {"5", "6"}
    come_up_to_date(field)
    held.settle()
    assert field.violations() == []


def test_a_file_is_brought_up_to_date_with_words_waiting(
    field: SmallField, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a migration does is nobody's doing, and what waits goes on waiting."""
    held = field.add("ana", field.customers[:3])
    held.settle()
    words = write(held)
    with held.engines.writing() as connection:
        former = sorted(own_revisions().known)[-2]
        connection.execute(text("UPDATE alembic_version SET version_num = :one"), {"one": former})
        connection.execute(text("UPDATE replicas SET schema_revision = :one"), {"one": former})
    held.engines.close()

    def migrate(engines: Engines) -> None:
        with engines.writing() as connection:
            for statement in (
                "ALTER TABLE phones ADD COLUMN former_word TEXT",
                "UPDATE phones SET raw = raw || ' '",
                "UPDATE customers SET trade_name = 'made by a migration'",
            ):
                connection.exec_driver_sql(statement)
            head = {"head": own_revisions().head}
            connection.execute(text("UPDATE alembic_version SET version_num = :head"), head)

    monkeypatch.setattr(making, "bring_up_to_date", migrate)
    again = field.open(held.laptop)
    assert waiting(again) == words
    # What the migration said of the server's rows is read anew.
    assert again.synchronise().is_whole
    again.settle()
    assert field.violations() == []
