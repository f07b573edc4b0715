"""On PostgreSQL every fed table renews its feed at each write."""

import pytest
from sqlalchemy import Connection, Engine, select, text
from sqlalchemy.orm import Session

from models import Base, Segment
from models.base import Fact, Fed, Ruled
from tests.support.migrated import opened

FED = sorted(
    str(mapper.local_table.name)
    for mapper in Base.registry.mappers
    if issubclass(mapper.class_, Fed)
)


def test_facts_and_policies_travel_by_the_feed() -> None:
    assert issubclass(Fact, Fed)
    assert issubclass(Ruled, Fed)


def test_exactly_the_fed_tables_have_the_trigger(postgres_url: str) -> None:
    with opened(postgres_url) as engine, engine.connect() as connection:
        found = connection.execute(
            text(
                "SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger t "
                "JOIN pg_proc p ON p.oid = t.tgfoid WHERE p.proname = 'giro_renew_feed' ORDER BY 1"
            )
        ).all()
    assert [tuple(row) for row in found] == [
        (table, f"tr_{table}_renew_feed", "O") for table in FED
    ]


def test_each_write_renews_the_version_and_the_transaction(postgres_url: str) -> None:
    with opened(postgres_url) as engine, Session(engine) as session:
        row = Segment(code="A", name="Autopeças")
        session.add(row)
        session.flush()
        assert (row.row_version, row.feed_xid) == (1, _transaction(session.connection()))
        first = row.feed_xid
        session.commit()

        row.name = "Autopeças e pneus"
        session.flush()
        assert (row.row_version, row.feed_xid) == (2, _transaction(session.connection()))
        assert row.feed_xid > first
        session.commit()


@pytest.mark.parametrize("claimed", [0, 2**62])
def test_a_writer_cannot_choose_its_place_in_the_feed(postgres_url: str, claimed: int) -> None:
    with opened(postgres_url) as engine, engine.begin() as connection:
        _insert(connection, claimed)
        xid = connection.execute(text("SELECT feed_xid FROM segments")).scalar_one()
        assert xid == _transaction(connection)


def test_a_row_in_flight_lies_above_what_readers_may_take(postgres_url: str) -> None:
    with opened(postgres_url) as engine:
        with engine.begin() as writer:
            _insert(writer, 0)
            in_flight = writer.execute(text("SELECT feed_xid FROM segments")).scalar_one()
            assert _horizon(engine) <= in_flight
        assert _horizon(engine) > in_flight


def test_sqlite_keeps_the_defaults(sqlite_file: object) -> None:
    with opened(f"sqlite:///{sqlite_file}") as engine, Session(engine) as session:
        session.add(Segment(code="A", name="Autopeças"))
        session.commit()
        row = session.execute(select(Segment)).scalar_one()
        row.name = "Pneus"
        session.commit()
        assert (row.row_version, row.feed_xid) == (1, 0)


def _insert(connection: Connection, xid: int) -> None:
    connection.execute(
        text(
            "INSERT INTO segments (id, code, name, created_at, updated_at, feed_xid) "
            "VALUES (gen_random_uuid(), 'A', 'A', now(), now(), :xid)"
        ),
        {"xid": xid},
    )


def _transaction(connection: Connection) -> int:
    return int(connection.execute(text("SELECT pg_current_xact_id()::text::bigint")).scalar_one())


def _horizon(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(
            connection.execute(
                text("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
            ).scalar_one()
        )
