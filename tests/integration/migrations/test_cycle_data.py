"""What the migration to the cycle's tables makes of rows that are there."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from alembic import command
from sqlalchemy import Connection, MetaData, Table, select

from tests.support.migrated import configuration, opened
from tests.support.rows import fill, reflected

BEFORE, AFTER = "0010", "0011"
BLOCKED_AT = datetime(2026, 1, 15, 14, tzinfo=UTC)


def _customer(connection: Connection, tables: MetaData, **changes: object) -> UUID:
    key = uuid4()
    table = tables.tables["customers"]
    raw = key.bytes if connection.dialect.name == "sqlite" else key
    values = {
        "id": raw, "legal_name": "Acme", "person_kind": "company", "is_tax_id_valid": False,
        "category": "customer", "credit_state": "good", "is_blocked": False, "search_text": "",
        "created_at": BLOCKED_AT, "updated_at": BLOCKED_AT,
    }  # fmt: skip
    connection.execute(table.insert().values(values | changes))
    return key


def _rows(connection: Connection, table: Table) -> list[dict[str, object]]:
    return [dict(row) for row in connection.execute(select(table)).mappings()]


def test_who_is_blocked_gets_an_open_period(empty_database_url: str) -> None:
    with opened(empty_database_url) as engine:
        config = configuration(engine)
        command.upgrade(config, BEFORE)
        with engine.begin() as connection:
            tables = reflected(connection, ["customers"])
            _customer(connection, tables)
            known = _customer(
                connection, tables, is_blocked=True, blocked_at=BLOCKED_AT, block_reason="Títulos"
            )
            unknown = _customer(connection, tables, is_blocked=True)
        command.upgrade(config, AFTER)
        with engine.begin() as connection:
            table = reflected(connection, ["customer_blocks"]).tables["customer_blocks"]
            found = {_key(row["customer_id"]): row for row in _rows(connection, table)}
        assert set(found) == {known, unknown}
        assert (found[known]["blocked_on"], found[known]["reason"]) == (
            BLOCKED_AT.date(), "Títulos",
        )  # fmt: skip
        assert found[unknown]["blocked_on"] == datetime.now(UTC).date()
        assert all(row["unblocked_on"] is None for row in found.values())


def test_judgements_of_the_engine_before_stay_until_they_are_replaced(
    empty_database_url: str,
) -> None:
    with opened(empty_database_url) as engine:
        config = configuration(engine)
        command.upgrade(config, BEFORE)
        with engine.begin() as connection:
            tables = reflected(connection, ["customers", "customer_metrics"]).tables
            fill(connection, tables["customers"])
            fill(connection, tables["customer_metrics"])
            (before,) = _rows(connection, tables["customer_metrics"])
        command.upgrade(config, AFTER)
        with engine.begin() as connection:
            table = reflected(connection, ["customer_metrics"]).tables["customer_metrics"]
            (after,) = _rows(connection, table)
        for name in ("customer_id", "status", "at_risk_cents", "computed_for_on", "engine"):
            assert after[name] == before[name], name
        assert (after["own_status"], after["trend"]) == (before["status"], "flat")
        command.downgrade(config, BEFORE)
        with engine.begin() as connection:
            table = reflected(connection, ["customer_metrics"]).tables["customer_metrics"]
            (again,) = _rows(connection, table)
        assert again["status"] == before["status"]


def _key(value: object) -> UUID:
    return UUID(bytes=value) if isinstance(value, bytes) else UUID(str(value))
