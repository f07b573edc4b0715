"""A prepared server with a large company and a login for each operator, as a team has them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import psutil
from sqlalchemy import Connection, Engine, NullPool, create_engine, insert, select, text

from cockpit.data.server.prepare import add_login, prepare
from cockpit.data.server.roles import group_of
from cockpit.domain.facts import fingerprint
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, CustomerCategory, LifecycleStatus, OrderKind, Role
from models import Base, Company, Contact, Customer, Order, Outcome, Phone, User
from tests.support.postgres import PostgresServer, start_server

#: What a company's server has: nothing that is committed may be lost.
SETTINGS = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "autovacuum": "on",
    "shared_buffers": "512MB",
    "max_connections": "900",
    "max_wal_size": "4GB",
    "min_wal_size": "1GB",
    "wal_level": "replica",
}
_HOURS = '{"opens": "00:00", "closes": "23:59:59", "weekdays": [0, 1, 2, 3, 4, 5, 6]}'


@dataclass(frozen=True, slots=True)
class TeamSize:
    """How large the company is.

    Attributes:
        operators: Who call; each has a login.
        customers: Of all of them, a list that all share.
        orders: Of all customers together.
        contacts: Likewise, of former times.
    """

    operators: int = 200
    customers: int = 200_000
    orders: int = 3_000_000
    contacts: int = 400_000


@dataclass(frozen=True, slots=True)
class TeamServer:
    """A running server with the company on it."""

    server: PostgresServer
    database: str
    administrator: Engine
    logins: tuple[str, ...]

    def url(self, login: str) -> str:
        """Return the URL of a login."""
        return self.server.url(self.database, login)

    def cpu(self) -> float:
        """Return the seconds of processor time that the server took, with who left it by now."""
        whole = float(sum(self.server.process.cpu_times()[:4]))
        for one in self.server.process.children():
            with suppress(psutil.NoSuchProcess):
                whole += sum(one.cpu_times()[:2])
        return whole


@contextmanager
def team_server(size: TeamSize) -> Iterator[TeamServer]:
    """Start a server, fill it and add the operators."""
    server = start_server(SETTINGS)
    try:
        database = server.create()
        engine = create_engine(server.url(database), poolclass=NullPool)
        with engine.connect() as connection:
            prepare(connection)
        with engine.connect() as connection:
            fill(connection, size)
            connection.commit()
        logins = tuple(f"operator_{number}" for number in range(size.operators))
        with engine.begin() as connection:
            for login in logins:
                add_login(connection, login, group_of(Role.OPERATOR))
            connection.execute(insert(User), [person(login) for login in logins])
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
        yield TeamServer(server, database, engine, logins)
        engine.dispose()
    finally:
        server.stop()


def person(login: str, role: Role = Role.OPERATOR) -> dict[str, object]:
    """Return the row of somebody with a login."""
    return {
        "id": new_id(),
        "login": login,
        "name": login.title(),
        "role": role,
        "database_role": login,
    }


def fill(connection: Connection, size: TeamSize) -> None:
    """Write one row of each table as the program would, and let the server multiply it."""
    connection.execute(text("SET session_replication_role = replica"))  # no triggers, no checks
    customer_id, now = new_id(), datetime.now(UTC)
    connection.execute(
        text(
            "INSERT INTO calling_window_policies (id, parameters, version, published_at)"
            " SELECT uuidv7(), :hours, 2, now()"
        ),
        {"hours": _HOURS},
    )
    company_id = new_id()
    connection.execute(insert(Company), {"id": company_id, "code": "1", "name": "Prova"})
    connection.execute(insert(Customer), _customer(customer_id, company_id))
    connection.execute(
        insert(Phone),
        {"customer_id": customer_id, "raw": "11 3555-0101", "e164": "+551135550101",
         "is_primary": True},
    )  # fmt: skip
    multiply(
        connection, "customers", size.customers, {"id": "uuidv7()", "code": "(100000 + n)::text"}
    )
    spread(connection, "phones", 1, {})
    connection.execute(
        insert(Order),
        {"customer_id": customer_id, "company_id": company_id, "number": "0",
         "kind": OrderKind.SALE, "ordered_on": now.date(), "net_cents": 120_000},
    )  # fmt: skip
    spread(
        connection, "orders", size.orders // size.customers,
        {"number": "c.code || '-' || n", "ordered_on": "current_date - (n * 23)::int"},
    )  # fmt: skip
    author = connection.execute(insert(User).returning(User.id), person("former")).scalar_one()
    connection.execute(insert(Contact), _contact(connection, customer_id, author, now))
    spread(
        connection, "contacts", size.contacts // size.customers,
        {"occurred_at": "now() - interval '20 days' * n",
         "device_seq": "row_number() OVER () + 1"},
    )  # fmt: skip
    connection.execute(text("SET session_replication_role = origin"))


def _customer(key: UUID, company_id: UUID) -> dict[str, object]:
    return {
        "id": key,
        "company_id": company_id,
        "code": "100000",
        "legal_name": "Parafusos do Centro Ltda",
        "city": "São Paulo",
        "state": "SP",
        "category": CustomerCategory.CUSTOMER,
    }


def _contact(
    connection: Connection, customer_id: UUID, author: UUID, at: datetime
) -> dict[str, object]:
    outcome = connection.execute(select(Outcome.id).where(Outcome.code == "busy")).scalar_one()
    content: dict[str, object] = {
        "id": new_id(),
        "customer_id": customer_id,
        "user_id": author,
        "occurred_at": at,
        "channel": Channel.PHONE,
        "outcome_id": outcome,
        "status_at_contact": LifecycleStatus.AT_RISK,
    }
    return {
        **content,
        "device_id": new_id(),
        "device_seq": 1,
        "content_sha256": fingerprint("contacts", content),
        "recorded_at": at,
    }


def multiply(connection: Connection, table: str, count: int, other: Mapping[str, str]) -> None:
    """Repeat a table's only row, with other values in some columns."""
    names, values = _columns(table, other)
    connection.execute(
        text(
            f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} AS t,"  # noqa: S608
            f" generate_series(2, {count}) AS n"
        )
    )


def spread(connection: Connection, table: str, each: int, other: Mapping[str, str]) -> None:
    """Give each customer copies of a table's only row; the first one has it already."""
    names, values = _columns(table, {"id": "uuidv7()", "customer_id": "c.id", **other})
    connection.execute(
        text(
            f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} AS t,"  # noqa: S608
            f" customers AS c, generate_series(1, {each}) AS n WHERE c.id <> t.customer_id"
        )
    )


def _columns(table: str, other: Mapping[str, str]) -> tuple[str, str]:
    columns: Sequence[str] = [one.name for one in Base.metadata.tables[table].columns]
    return ", ".join(columns), ", ".join(other.get(name, f"t.{name}") for name in columns)
