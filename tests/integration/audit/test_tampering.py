"""Whatever somebody with all rights does to a fact, an event or a seal is found and named."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Column, Connection, Table, delete, insert, select, update
from sqlalchemy import Enum as EnumType

from cockpit.data.audit.canonical import ARRIVAL, STORAGE
from cockpit.data.audit.index import heads
from cockpit.data.audit.seals import seal, seal_hash
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.audit import FindingKind, SealMark
from cockpit.domain.facts import fingerprint
from cockpit.domain.ids import new_id
from models import AuditEvent, AuditSeal, Contact
from models.types import Guid, UtcDateTime
from tests.support.audit_trail import Office, check, names, stored

EVENTS = AuditEvent.__table__
SEALS = AuditSeal.__table__
#: The transport's own counter says nothing of a fact; a server's trigger counts who sets it.
UNTOUCHED = "feed_xid"
#: When a fact was stored and when it arrived is no part of what it says: the seals alone hold it.
_INSTANTS = ("recorded_at", ARRIVAL)


@pytest.fixture
def office(database_url: str) -> Iterator[Office]:
    engines = open_database(parse_address(database_url))
    try:
        yield Office(engines)
    finally:
        engines.close()


_MADE: dict[type, Any] = {
    int: 7, str: "x", bool: True, dict: {"x": 1}, date: date(2026, 3, 2),
    datetime: datetime(2026, 3, 2, 12, tzinfo=UTC),
    object: {"x": 1},
}  # fmt: skip
_CHANGED: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (bool, lambda value: not value),  # before int, which it is as well
    (int, lambda value: value + 1_000),
    (datetime, lambda value: value + timedelta(microseconds=1)),
    (date, lambda value: value + timedelta(days=1)),
    (dict, lambda value: {**value, "x": 1}),
    (str, lambda value: value[:-1] + ("0" if value[-1:] != "0" else "1")),
)


def _other(column: Column[Any], value: Any) -> Any:
    """Return another value that the column takes."""
    if isinstance(column.type, EnumType):
        return next(one for one in column.type.python_type if one != value)
    if isinstance(column.type, Guid):
        return new_id()
    if value is None:
        return _MADE[_python_type(column)]
    return next(change(value) for kind, change in _CHANGED if isinstance(value, kind))


def _python_type(column: Column[Any]) -> type:
    return datetime if isinstance(column.type, UtcDateTime) else column.type.python_type


def _set(connection: Connection, table: Table, key: UUID, **values: Any) -> None:
    assert connection.execute(update(table).where(table.c.id == key).values(values)).rowcount == 1


def _sample(rows: list[tuple[Table, dict[str, Any]]]) -> list[tuple[Table, dict[str, Any]]]:
    """Return a sealed and an unsealed row of each kind."""
    first = {table.name: (table, row) for table, row in reversed(rows)}
    last = {table.name: (table, row) for table, row in rows}
    return [*first.values(), *last.values()]


def _content(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in {*STORAGE, ARRIVAL}}


def test_what_nobody_touched_is_whole(office: Office) -> None:
    with office.tampering() as connection:
        found = check(connection)
        assert found.is_whole
        assert found.facts == len(stored(connection))
    assert found.events >= 20
    assert found.seals == 2
    assert 0 < found.unsealed < found.facts


def test_every_column_of_every_row_is_covered(office: Office) -> None:
    with office.tampering() as connection:
        rows = stored(connection)
        assert {table.name for table, _ in rows} >= {"contacts", "audit_events"}
        for table, row in _sample(rows):
            for column in table.columns:
                if column.name == UNTOUCHED:
                    continue
                part = connection.begin_nested()
                _set(connection, table, row["id"], **{
                    column.name: _other(column, row[column.name])})  # fmt: skip
                found = check(connection)
                part.rollback()
                is_last = row["device_seq"] == max(
                    one["device_seq"] for _, one in rows if one["device_id"] == row["device_id"]
                )
                if column.name == "device_seq" and is_last:
                    assert FindingKind.MISSING in {one.kind for one in found.findings}
                elif column.name in _INSTANTS and not _is_sealed(connection, row):
                    assert found.is_whole  # the next seal covers it
                else:
                    changed = {**row, column.name: row[column.name]}
                    assert names(found, changed), (table.name, column.name, found.findings)


def test_an_arrival_taken_away_or_moved_is_not_what_was_sealed(office: Office) -> None:
    with office.tampering() as connection:
        contacts = Contact.__table__
        row = next(row for table, row in stored(connection) if table is contacts)
        late = {**row, "id": new_id(), "stored_at": row["recorded_at"] + timedelta(days=3)}
        late["device_seq"] = heads(connection)[row["device_id"]] + 1
        late["content_sha256"] = fingerprint("contacts", _content(late))
        connection.execute(insert(contacts).values(late))
        while seal(connection, at=office.clock.now(), is_at_once=True):
            pass
        assert check(connection).is_whole
        for forged in (None, late["recorded_at"], late["stored_at"] + timedelta(microseconds=1)):
            part = connection.begin_nested()
            _set(connection, contacts, late["id"], stored_at=forged)
            found = check(connection)
            part.rollback()
            assert [one.kind for one in names(found, late)] == [FindingKind.NOT_AS_SEALED]


def test_a_row_written_again_with_its_hash_is_not_what_was_sealed(office: Office) -> None:
    with office.tampering() as connection:
        for table, row in _sample(stored(connection)):
            if not _is_sealed(connection, row):
                continue
            for column in table.columns:
                if column.name in {*STORAGE, ARRIVAL, "id"}:
                    continue
                changed = {**row, column.name: _other(column, row[column.name])}
                digest = fingerprint(table.name, _content(changed))
                part = connection.begin_nested()
                _set(connection, table, row["id"], content_sha256=digest,
                     **{column.name: changed[column.name]})  # fmt: skip
                found = check(connection)
                part.rollback()
                kinds = {one.kind for one in names(found, row)}
                assert kinds & {FindingKind.NOT_AS_SEALED, FindingKind.CHAIN_BROKEN}, column.name


def test_a_chain_forged_to_its_end_is_not_what_was_sealed(office: Office) -> None:
    with office.tampering() as connection:
        events = [row for table, row in stored(connection) if table is EVENTS]
        first = events[2]
        device = [row for row in events if row["device_id"] == first["device_id"]]
        last = None
        for row in device:
            said = {**_content(row), "previous_sha256": last}
            if row is first:
                said["action"] = "logged_out"
            last = fingerprint("audit_events", said)
            _set(connection, EVENTS, row["id"], action=said["action"],
                 previous_sha256=said["previous_sha256"], content_sha256=last)  # fmt: skip
        found = check(connection)
        assert FindingKind.CHAIN_BROKEN not in {one.kind for one in found.findings}
        assert names(found, first)[0].kind is FindingKind.NOT_AS_SEALED


def test_a_removed_row_is_missing_under_its_number(office: Office) -> None:
    with office.tampering() as connection:
        rows = stored(connection)
        last = {}
        for _, row in rows:
            last[row["device_id"]] = max(last.get(row["device_id"], 0), row["device_seq"])
        for table, row in rows:
            part = connection.begin_nested()
            connection.execute(delete(table).where(table.c.id == row["id"]))
            found = check(connection)
            part.rollback()
            is_unsealed_end = row["device_seq"] == last[row["device_id"]] and not _is_sealed(
                connection, row
            )
            if not is_unsealed_end:
                assert FindingKind.MISSING in {one.kind for one in names(found, row)}


def test_a_truncated_tail_is_missing_whole(office: Office) -> None:
    device = office.ana.user.device_id
    with office.tampering() as connection:
        rows = [(t, row) for t, row in stored(connection) if row["device_id"] == device]
        numbers = sorted(row["device_seq"] for _, row in rows)[-5:]
        for table, row in rows:
            if row["device_seq"] in numbers:
                connection.execute(delete(table).where(table.c.id == row["id"]))
        found = check(connection)
        missing = [one.number for one in found.findings if one.kind is FindingKind.MISSING]
    assert missing == numbers


def test_events_swapped_with_each_other_are_named(office: Office) -> None:
    with office.tampering() as connection:
        events = [row for table, row in stored(connection) if table is EVENTS]
        one, two = [r for r in events if r["device_id"] == office.ana.user.device_id][1:3]
        _set(connection, EVENTS, one["id"], device_seq=-1)
        _set(connection, EVENTS, two["id"], device_seq=one["device_seq"])
        _set(connection, EVENTS, one["id"], device_seq=two["device_seq"])
        found = check(connection)
        assert names(found, one)
        assert names(found, two)


def test_an_inserted_event_does_not_follow_and_takes_a_number(office: Office) -> None:
    user = office.ana.user
    with office.tampering() as connection:
        taken = [row for _, row in stored(connection) if row["device_id"] == user.device_id]
        for number in (3, len(taken) + 1):
            said = {"id": new_id(), "user_id": user.user_id, "action": "exported",
                    "entity": "work_list", "occurred_at": office.clock.now()}  # fmt: skip
            part = connection.begin_nested()
            if number == 3:
                owner = next(row for row in taken if row["device_seq"] == number)
                connection.execute(delete(EVENTS).where(EVENTS.c.id == owner["id"]))
            connection.execute(insert(EVENTS).values(
                **said, device_id=user.device_id, device_seq=number,
                content_sha256=fingerprint("audit_events", said),
                recorded_at=office.clock.now()))  # fmt: skip
            found = check(connection)
            part.rollback()
            assert str(said["id"]) in {one.row_id for one in found.findings}


# --- seals ----------------------------------------------------------------------------------------


def _seals(connection: Connection) -> list[dict[str, Any]]:
    return [dict(r) for r in connection.execute(
        select(SEALS).order_by(SEALS.c.sealed_at)).mappings()]  # fmt: skip


def _is_sealed(connection: Connection, row: dict[str, Any]) -> bool:
    return any(
        span["device"] == str(row["device_id"]) and row["device_seq"] <= span["upto"]
        for seal in _seals(connection)
        for span in seal["heads"]["devices"]
    )


def _parts(heads: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Return all that a forger could make of what a seal says."""
    yield {**heads, "number": heads["number"] + 1}
    yield {**heads, "previous": "0" * 64}
    yield {**heads, "devices": heads["devices"][1:]}
    yield {**heads, "all": {"x": 1}}
    first = heads["devices"][0]
    for name, value in (
        ("device", str(new_id())), ("after", first["after"] + 1), ("upto", first["upto"] - 1),
        ("upto", first["upto"] + 1), ("sha256", "0" * 64), ("marks", "AAAA" + first["marks"][4:]),
    ):  # fmt: skip
        yield {**heads, "devices": [{**first, name: value}, *heads["devices"][1:]]}


@pytest.mark.parametrize("is_rehashed", [False, True])
@pytest.mark.parametrize("place", [0, 1])
def test_a_forged_seal_is_found(office: Office, place: int, *, is_rehashed: bool) -> None:
    """The last one, with a hash of its own anew, by whoever kept the right one."""
    with office.tampering() as connection:
        seal = _seals(connection)[place]
        for said in _parts(seal["heads"]):
            digest, kept = seal["sha256"], SealMark(place + 1, seal["sha256"])
            if is_rehashed:
                digest = seal_hash(seal["id"], seal["sealed_at"], said)
            part = connection.begin_nested()
            _set(connection, SEALS, seal["id"], heads=said, sha256=digest)
            found = check(connection, kept=kept)
            part.rollback()
            assert any(one.entity == "audit_seals" for one in found.findings), said


@pytest.mark.parametrize("name", ["id", "sealed_at", "heads", "sha256"])
def test_every_column_of_a_seal_is_covered(office: Office, name: str) -> None:
    with office.tampering() as connection:
        for seal in _seals(connection):
            part = connection.begin_nested()
            _set(connection, SEALS, seal["id"], **{name: _other(SEALS.c[name], seal[name])})
            found = check(connection)
            part.rollback()
            assert FindingKind.SEAL_CHANGED in {one.kind for one in found.findings}


def test_a_removed_seal_is_named(office: Office) -> None:
    with office.tampering() as connection:
        first, last = _seals(connection)
        part = connection.begin_nested()
        connection.execute(delete(SEALS).where(SEALS.c.id == first["id"]))
        found = check(connection)
        part.rollback()
        assert [(one.kind, one.number) for one in found.findings] == [(FindingKind.SEAL_MISSING, 1)]

        kept = SealMark(2, last["sha256"])
        assert check(connection, kept=kept).is_whole
        connection.execute(delete(SEALS).where(SEALS.c.id == last["id"]))
        assert check(connection).is_whole  # nobody can tell, but for who kept the seal
        found = check(connection, kept=kept)
        assert [(one.kind, one.number) for one in found.findings] == [(FindingKind.SEAL_MISSING, 2)]


def test_a_seal_made_anew_is_not_the_one_that_the_next_follows(office: Office) -> None:
    with office.tampering() as connection:
        seal = _seals(connection)[0]
        at = seal["sealed_at"] - timedelta(seconds=1)
        digest = seal_hash(seal["id"], at, seal["heads"])
        _set(connection, SEALS, seal["id"], sealed_at=at, sha256=digest)
        found = check(connection)
    assert [(one.kind, one.number) for one in found.findings] == [(FindingKind.SEAL_MISSING, 2)]


def test_an_event_of_a_computer_that_nobody_knows_is_named(office: Office) -> None:
    said = {"id": new_id(), "user_id": office.ana.user.user_id, "action": "exported",
            "entity": "work_list", "occurred_at": office.clock.now()}  # fmt: skip
    with office.tampering() as connection:
        connection.execute(insert(EVENTS).values(
            **said, device_id=new_id(), device_seq=1, recorded_at=office.clock.now(),
            content_sha256=fingerprint("audit_events", said)))  # fmt: skip
        found = check(connection)
    assert [(one.kind, one.row_id) for one in found.findings] == [
        (FindingKind.STRAY, str(said["id"]))
    ]


def test_findings_are_all_counted_and_the_first_named(office: Office) -> None:
    with office.tampering() as connection:
        connection.execute(update(EVENTS).values(action="x"))
        found = check(connection, most_findings=3)
    assert len(found.findings) == 3
    assert found.found >= found.events
