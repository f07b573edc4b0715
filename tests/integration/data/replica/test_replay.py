"""What waits in a laptop's file, done again on another database, gives the same rows."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cockpit.data.replica.forms import table_of, told_row
from cockpit.domain.ids import new_id
from cockpit.domain.replication import FEED_COLUMNS
from cockpit.domain.sync import Answer, Entry
from models.stored_rows import stored_row
from tests.integration.data.replica.conftest import Laptop

_TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
_WHICH = st.integers(0, 50)
_EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("name"), _WHICH, st.none() | _TEXTS),
        st.tuples(st.just("hours"), _WHICH, st.none() | st.integers(0, 1439)),
        st.tuples(st.just("person"), _WHICH, _TEXTS),
        st.tuples(st.just("rename"), _WHICH, _TEXTS),
        st.tuples(st.just("decides"), _WHICH, st.booleans()),
        st.tuples(st.just("leaves"), _WHICH, st.none()),
        st.tuples(st.just("filter"), _WHICH, st.dictionaries(_TEXTS, st.none() | _TEXTS)),
        st.tuples(st.just("call"), _WHICH, st.none() | _TEXTS),
    ),
    max_size=8,
)
_TABLES = ("customers", "contact_persons", "saved_filters", "contacts")


def _edit(laptop: Laptop, what: str, which: int, value: Any) -> None:
    customer = laptop.customers[which % len(laptop.customers)]
    people = laptop.raw("SELECT id FROM contact_persons ORDER BY id")
    person = people[which % len(people)][0] if people else b""
    match what:
        case "name":
            laptop.write("UPDATE customers SET trade_name = ? WHERE id = ?", value, customer.bytes)
        case "hours":
            laptop.write(
                "UPDATE customers SET preferred_from_minute = ? WHERE id = ?", value, customer.bytes
            )
        case "person":
            _insert(laptop, "contact_persons", customer_id=customer.bytes, name=value)
        case "rename":
            laptop.write("UPDATE contact_persons SET name = ? WHERE id = ?", value, person)
        case "decides":
            laptop.write(
                "UPDATE contact_persons SET is_decision_maker = ? WHERE id = ?", int(value), person
            )
        case "leaves":
            laptop.write("DELETE FROM contact_persons WHERE id = ?", person)
        case "filter":
            definition = stored_row("saved_filters", {"definition": value})["definition"]
            _insert(laptop, "saved_filters", name=str(new_id()), definition=definition)
        case _:
            laptop.log(customer, value)


def _insert(laptop: Laptop, table: str, **values: Any) -> None:
    """Insert a row with the least that its columns want."""
    at = "2026-03-16 12:30:00.000000"
    row: dict[str, Any] = {"id": new_id().bytes, "created_at": at, "updated_at": at} | values
    for column in table_of(table).columns:
        if column.name in row or column.nullable or column.server_default is not None:
            continue
        is_key = "user" in column.name
        plain = laptop.user.user_id.bytes if is_key else {"Boolean": 0, "Integer": 0}.get(
            type(column.type).__name__, "list"
        )  # fmt: skip
        row[column.name] = plain
    listed, marks = ", ".join(row), ", ".join("?" * len(row))
    laptop.write(f"INSERT INTO {table} ({listed}) VALUES ({marks})", *row.values())


def _replay(laptop: Laptop, entry: Entry) -> None:
    """Do an entry on the office's database as a server does."""
    row = entry.row
    with laptop.office.writing() as connection:
        if entry.entity != "commands":
            _put(connection, entry.entity, row)
            return
        table, key = row["entity"], stored_row("commands", {"entity_id": row["entity_id"]})
        if row["verb"] == "add":
            _put(connection, table, row["value"])
            return
        names = list(row["base"])
        listed = ", ".join(f'"{name}"' for name in names)
        found = connection.exec_driver_sql(
            f"SELECT {listed} FROM {table} WHERE id = ?", (key["entity_id"],)
        ).one()
        assert told_row(table, names, list(found)) == row["base"]
        if row["verb"] == "remove":
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE id = ?", (key["entity_id"],))
            return
        wished = stored_row(table, row["value"])
        sets = ", ".join(f'"{name}" = ?' for name in wished)
        connection.exec_driver_sql(
            f"UPDATE {table} SET {sets} WHERE id = ?", (*wished.values(), key["entity_id"])
        )


def _put(connection: Any, table: str, row: Any) -> None:
    stored = stored_row(table, row)
    listed = ", ".join(f'"{name}"' for name in stored)
    marks = ", ".join("?" * len(stored))
    connection.exec_driver_sql(
        f"INSERT INTO {table} ({listed}) VALUES ({marks})", tuple(stored.values())
    )


def _rows(engines: Any, table: str) -> list[Any]:
    names = [one.name for one in table_of(table).columns if one.name not in FEED_COLUMNS]
    listed = ", ".join(f'"{name}"' for name in names)
    with engines.reading() as connection:
        rows = connection.exec_driver_sql(f"SELECT {listed} FROM {table} ORDER BY id").all()
    return [told_row(table, names, list(row)) for row in rows]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_EDITS)
def test_entries_done_again_give_the_same_rows(
    laptop: Laptop, edits: list[tuple[str, int, Any]]
) -> None:
    (last,) = laptop.raw("SELECT last_number FROM replicas")[0]
    for what, which, value in edits:
        _edit(laptop, what, which, value)
    entries = laptop.store.to_send(500)
    assert [one.number for one in entries] == list(range(last + 1, last + 1 + len(entries)))
    for one in entries:
        _replay(laptop, one)
    laptop.send(Answer.APPLIED)
    for table in _TABLES:
        assert _rows(laptop.engines, table) == _rows(laptop.office, table)
