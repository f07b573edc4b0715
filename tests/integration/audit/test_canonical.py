"""What the check reads of each kind of fact is what was hashed as it was written."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Boolean, Column, Date, Table, event, insert, text
from sqlalchemy import Enum as EnumType
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.types import JSON, Integer, String

from cockpit.data.audit.canonical import ARRIVAL, STORAGE, FactTable
from cockpit.data.engine import Engines
from cockpit.data.facts import FACT_TABLES
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.facts import fingerprint
from models.types import Guid, UtcDateTime

DEVICE = UUID(int=7)
_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
_CODE = st.text("abcdefgh_", min_size=1, max_size=20)
_SINCE = datetime(1990, 1, 1, tzinfo=UTC)
_INSTANT = st.integers(0, 3 * 10**15).map(lambda past: _SINCE + timedelta(microseconds=past))
_DOCUMENT = st.dictionaries(
    _TEXT,
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53), 2**53) | _TEXT,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
        max_leaves=5,
    ),
    max_size=4,
)


def _values(column: Column[Any]) -> st.SearchStrategy[Any]:
    kind = column.type
    if isinstance(kind, Guid):
        return st.uuids()
    if isinstance(kind, UtcDateTime):
        return _INSTANT
    if isinstance(kind, EnumType):
        return st.sampled_from(list(kind.enum_class or ()))
    if isinstance(kind, JSON):
        return _DOCUMENT
    for known, strategy in (
        (Boolean, st.booleans()),
        (Date, st.dates(date(1990, 1, 1), date(2090, 1, 1))),
        (Integer, st.integers(0, 2**31 - 1)),
    ):
        if isinstance(kind, known):
            return strategy
    assert isinstance(kind, String)
    return _TEXT if kind.length is None else _CODE


def _content(table: Table) -> st.SearchStrategy[dict[str, Any]]:
    columns = {column.name: column for column in table.c if column.name not in {*STORAGE, ARRIVAL}}
    return st.fixed_dictionaries(
        {
            name: st.none() | _values(column) if column.nullable else _values(column)
            for name, column in columns.items()
        }
    )


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def engines(request: pytest.FixtureRequest) -> Iterator[Engines]:
    """A database whose facts may refer to what is not there."""
    name = "sqlite_template" if request.param == "sqlite" else "postgres_template"
    template = request.getfixturevalue(name)
    server = None if request.param == "sqlite" else request.getfixturevalue("postgres_server")
    url = f"sqlite:///{template}" if server is None else server.url(server.create(template))
    opened = open_database(parse_address(url))

    @event.listens_for(opened.writer, "checkout")
    def _refer_freely(connection: DBAPIConnection, *_: object) -> None:
        cursor = connection.cursor()
        if server is None:
            cursor.execute("PRAGMA foreign_keys = OFF")
        else:
            cursor.execute("SET session_replication_role = replica")
        cursor.close()

    yield opened
    opened.close()


@pytest.mark.parametrize("table", FACT_TABLES, ids=lambda table: table.name)
@settings(max_examples=12, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(data=st.data())
def test_a_stored_fact_reads_as_it_was_hashed(
    engines: Engines, table: Table, data: st.DataObject
) -> None:
    contents = data.draw(st.lists(_content(table), min_size=1, max_size=4))
    at = data.draw(_INSTANT)
    with engines.writer.connect() as connection:
        if not engines.is_sqlite:
            connection.execute(text("SET LOCAL TimeZone = 'America/Sao_Paulo'"))
        for number, content in enumerate(contents, 1):
            content["id"] = UUID(int=number)
            digest = fingerprint(table.name, content)
            connection.execute(
                insert(table).values(
                    **content, device_id=DEVICE, device_seq=number, content_sha256=digest,
                    recorded_at=at,
                )
            )  # fmt: skip
        (block,) = FactTable(table, connection.dialect.name).blocks(connection)
        connection.rollback()

    assert [sha256(one.encode()).hexdigest() for one in block.texts] == list(block.hashes)
    assert list(block.keys) == [str(UUID(int=number)) for number in range(1, len(contents) + 1)]
    assert set(block.devices) == {str(DEVICE)}
    assert set(block.instants) == {at.isoformat(timespec="microseconds")}
    assert set(block.versions) == {1}
