"""A server with a company whose sellers carry their customers along, and a login for each."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import psutil
import psycopg
from sqlalchemy import Connection, Engine, NullPool, create_engine, insert, text

from cockpit.data.revisions import own_revisions
from cockpit.data.server.prepare import add_login, prepare
from cockpit.data.server.roles import group_of
from cockpit.data.url import PostgresqlServer, parse_address
from cockpit.domain.ids import new_id
from cockpit.domain.sync import Said
from cockpit.domain.vocabulary import Role
from cockpit.sync import selects
from models import Receivable, User
from scripts.benchmarks.team_database import SETTINGS, TeamSize, fill, person, spread
from tests.support.postgres import PostgresServer, start_server

#: Each letter of a name that is typed leaves fewer of them; what the list looks for goes with it.
_NAMES = """UPDATE customers SET legal_name = named.name, city = named.city,
        search_text = replace(lower(concat_ws(' ', named.name, code, named.city)), 'í', 'i')
    FROM (SELECT id,
            reverse(code) || (ARRAY[' Ferragens', ' Padaria', ' Mercado', ' Oficina'])
                [1 + code::int % 4] AS name,
            (ARRAY['Campinas', 'Santos', 'Sorocaba', 'Jundiaí'])[1 + code::int / 30 % 4] AS city
        FROM customers) AS named
    WHERE named.id = customers.id"""
#: What is typed of a number finds its customer, whose name begins with the same figures.
_NUMBERS = """UPDATE phones
    SET raw = reverse(c.code) || '3555', e164 = '+55' || reverse(c.code) || '3555'
    FROM customers AS c WHERE c.id = customer_id"""
#: Who bought in time is not called: the laptop's customers bought up to two of their cycles ago.
_LATE = """UPDATE orders SET ordered_on = ordered_on - (1 + c.code::int % 45)
    FROM customers AS c WHERE c.id = customer_id AND c.owner_id = :owner"""


@dataclass(frozen=True, slots=True)
class FieldSize:
    """How large the portfolio of the laptop is, and how many times that the company has.

    Attributes:
        carried: Its customers.
        carried_orders: Their orders.
        carried_contacts: Contacts with them.
        carried_titles: Their receivables.
        times: How many times as much the company has.
        sellers: Who carry customers.
    """

    carried: int = 3_000
    carried_orders: int = 90_000
    carried_contacts: int = 15_000
    carried_titles: int = 12_000
    times: int = 10
    sellers: int = 300


class FieldCompany:
    """A running server with the company on it."""

    def __init__(self, server: PostgresServer, database: str, size: FieldSize) -> None:
        self._server, self._database, self._size = server, database, size
        self.administrator: Engine = create_engine(server.url(database), poolclass=NullPool)
        self.host, self.port = server.host, server.port
        self.people: list[UUID] = []

    @property
    def seller_count(self) -> int:
        """Return how many sellers there are."""
        return self._size.sellers

    @property
    def libpq_url(self) -> str:
        """Return the address of the laptop's seller as libpq takes it."""
        return f"host={self.host} port={self.port} dbname={self._database} user={login_of(0)}"

    def address(self, *, port: int | None = None) -> PostgresqlServer:
        """Return the laptop's address of the server, or of what stands before it on a port."""
        url = self._server.url(self._database, login_of(0))
        if port is not None:
            url = f"postgresql+psycopg://{login_of(0)}@127.0.0.1:{port}/{self._database}"
        return _server(url)

    @property
    def server_url(self) -> str:
        """Return the address of the laptop's seller as the command line takes it."""
        return self._server.url(self._database, login_of(0))

    def login_address(self, number: int) -> PostgresqlServer:
        """Return the server's address for a seller."""
        return _server(self._server.url(self._database, login_of(number % self.seller_count)))

    def cpu(self) -> float:
        """Return the seconds of processor time that the server took, with who left it by now."""
        whole = float(sum(self._server.process.cpu_times()[:4]))
        for one in self._server.process.children():
            with suppress(psutil.NoSuchProcess):
                whole += sum(one.cpu_times()[:2])
        return whole

    def change(self, many: int) -> None:
        """Let the ERP change so many of the laptop's orders."""
        statement = """UPDATE orders SET net_cents = net_cents + 1 WHERE id IN (
            SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id
            WHERE c.owner_id = :owner LIMIT :many)"""
        with self.administrator.begin() as connection:
            connection.execute(text(statement), {"owner": self.people[0], "many": many})

    def write_elsewhere(self) -> None:
        """Let the office change something about customers of the last seller alone."""
        whose = "(SELECT id FROM customers WHERE owner_id = :owner LIMIT 5)"
        changes = ("customers SET city = city WHERE id", *(
            f"{table} SET feed_xid = feed_xid WHERE customer_id"
            for table in ("orders", "phones", "receivables")
        ))  # fmt: skip
        with self.administrator.begin() as connection:
            for change in changes:
                statement = text(f"UPDATE {change} IN {whose}")
                connection.execute(statement, {"owner": self.people[-1]})

    def pass_a_minute(self) -> None:
        """Let the server have heard of every laptop a minute ago or longer."""
        statement = "UPDATE devices SET last_seen_at = last_seen_at - interval '1 minute'"
        with self.administrator.begin() as connection:
            connection.execute(text(statement))

    def registered(self, number: int) -> Said:
        """Register a laptop of a seller, and return what it says once it has read everything."""
        device = new_id()
        address = f"host={self.host} port={self.port} dbname={self._database}"
        with psycopg.connect(f"{address} user={login_of(number)}", autocommit=True) as connection:
            connection.execute("SELECT giro_sync_register(%s, 'campo')", (device,))
            head = connection.execute(selects.HEAD).fetchone()
        if head is None:
            raise AssertionError
        epoch, cursor, _, carried = head
        return Said(device, own_revisions().head, "0.1", 0, epoch, cursor, carried)

    def fill(self) -> None:
        """Write the company."""
        size = self._size
        with self.administrator.connect() as connection:
            prepare(connection)
            customers = size.carried * size.times
            fill(connection, TeamSize(
                0, customers, size.carried_orders * size.times, size.carried_contacts * size.times
            ))  # fmt: skip
            self._add_titles(connection)
            connection.commit()
        with self.administrator.begin() as connection:
            for number in range(size.sellers):
                row = person(login_of(number), Role.EXTERNAL_SELLER)
                add_login(connection, login_of(number), group_of(Role.EXTERNAL_SELLER))
                connection.execute(insert(User), row)
                self.people.append(UUID(str(row["id"])))
        self._hand_out()

    def _add_titles(self, connection: Connection) -> None:
        connection.execute(text("SET session_replication_role = replica"))
        first = connection.execute(text("SELECT id FROM customers LIMIT 1")).scalar_one()
        connection.execute(
            insert(Receivable),
            {
                "customer_id": first,
                "number": "0",
                "due_on": date(2026, 3, 1),
                "amount_cents": 90_000,
            },
        )  # fmt: skip
        each = self._size.carried_titles // self._size.carried
        spread(connection, "receivables", each, {"number": "c.code || '/' || n"})
        connection.execute(text("UPDATE contacts SET note = 'Pediu retorno: ' || id"))
        connection.execute(text(_NAMES))
        connection.execute(text(_NUMBERS))
        connection.execute(text("SET session_replication_role = origin"))

    def _hand_out(self) -> None:
        """Give the laptop's seller what it carries, and the rest to the others."""
        with self.administrator.connect().execution_options(
            isolation_level="AUTOCOMMIT"
        ) as connection:
            connection.execute(
                text("""UPDATE customers SET owner_id = CASE WHEN place <= :carried THEN :first
                        ELSE (CAST(:others AS uuid[]))[1 + place % :many] END
                    FROM (SELECT id AS key, row_number() OVER (ORDER BY code) AS place
                        FROM customers) AS placed
                    WHERE key = id"""),
                {"carried": self._size.carried, "first": self.people[0],
                 "others": self.people[1:], "many": len(self.people) - 1},
            )  # fmt: skip
            connection.execute(text("SET session_replication_role = replica"))
            connection.execute(text(_LATE), {"owner": self.people[0]})
            connection.execute(text("VACUUM ANALYZE"))


def login_of(number: int) -> str:
    """Return the login of a seller."""
    return f"seller_{number}"


@contextmanager
def field_company(size: FieldSize) -> Iterator[FieldCompany]:
    """Start a server, fill it and add the sellers."""
    server = start_server(SETTINGS)
    try:
        company = FieldCompany(server, server.create(), size)
        company.fill()
        yield company
        company.administrator.dispose()
    finally:
        server.stop()


def _server(url: str) -> PostgresqlServer:
    address = parse_address(url)
    if not isinstance(address, PostgresqlServer):
        raise TypeError(address)
    return address
