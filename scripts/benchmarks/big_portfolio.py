"""Invents a large portfolio straight into an embedded database.

It is not believable, as the demo company is, but of the right size and shape: purchase cycles of 7
to 120 days, customers in time and late ones, primary phones, next contacts, logged contacts. The
seed decides everything, the keys too, so that two runs measure the same rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.wiring import open_session
from cockpit.data import sqlite
from cockpit.data.defaults import OUTCOMES
from cockpit.data.note_index import mended
from cockpit.demo.words import Words
from cockpit.domain.facts import fingerprint
from cockpit.domain.plain_text import plain

SEED = 20220322
_CYCLES = (7, 10, 14, 15, 21, 28, 30, 30, 45, 60, 90, 120)
_SHARE_IN_TIME = 0.6
_SHARE_BLOCKED = 0.01
_SHARE_PAID = 0.95
_TITLES_EACH = 4
_PRODUCTS = 400
_USUAL_PRODUCTS = 15
_LINES_EACH = 4
_ITEMS_EVERY = 50
_NOTE = "Pediu para ligar depois do dia 10; quer ver a tabela nova."
_SHARE_WITH_NEXT_CONTACT = 0.05
_RETURN_EVERY = 40

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Size:
    """How large a portfolio is.

    Attributes:
        customers: How many customers.
        orders_each: How many orders a customer has on the average.
        contacts_each: How many contacts, exactly.
    """

    customers: int = 100_000
    orders_each: int = 10
    contacts_each: int = 5

    @property
    def orders(self) -> int:
        """Return how many orders there are; two neighbours make up for each other's share."""
        return self.customers * self.orders_each


class _Portfolio:
    """Yields the rows of each table; each method is called once, in the order of the tables."""

    def __init__(self, size: Size, as_of: date, seed: int) -> None:
        self._size = size
        self._as_of = as_of
        self._random = Random(seed)  # noqa: S311 - invents rows, keeps no secret
        self._milliseconds = int(datetime(as_of.year, 1, 1, tzinfo=UTC).timestamp() * 1000)
        self._words = Words.load()
        self.stamp = f"{as_of.isoformat()} 03:00:00.000000"
        self.company = self._key()
        self._products: list[bytes] = []
        self.keys = [self._key() for _ in range(size.customers)]

    def _key(self) -> bytes:
        """Return the next key: a version 7 UUID."""
        self._milliseconds += 1
        bits = self._random.getrandbits(74)
        low = bits & (1 << 62) - 1
        whole = self._milliseconds << 80 | 7 << 76 | bits >> 62 << 64 | 2 << 62 | low
        return whole.to_bytes(16, "big")

    def calling_hours(self) -> Iterator[Row]:
        """Yield a rule by which one may call at any time, so that a benchmark may at any time."""
        hours = '{"opens": "00:00", "closes": "23:59:59", "weekdays": [0, 1, 2, 3, 4, 5, 6]}'
        yield self._key(), None, hours, 1, self.stamp

    def companies(self) -> Iterator[Row]:
        yield self.company, "1", "Distribuidora de Prova Ltda", "America/Sao_Paulo", *self._twice()

    def customers(self, owner: bytes) -> Iterator[Row]:
        random, names = self._random, self._words.sections["names"]
        kinds = [kind for one in self._words.sections["segments"] for kind in one["kinds"]]
        for number, key in enumerate(self.keys):
            code = str(100_000 + number)
            name = f"{self._words.company(random, kinds)} {random.choice(names['last'])}"
            tax_id = f"{random.randrange(10**14):014d}"
            city = self._words.city(random)
            text = plain(f"{name} {code} {tax_id} {city.name} {self._phone(number)[1:]}")
            yield (
                key, self.company, code, f"{name} Ltda", name, "company", tax_id, False,
                tax_id[:8], city.name, city.state, owner, "customer", "good",
                random.random() < _SHARE_BLOCKED, text, *self._twice(),
            )  # fmt: skip

    def phones(self) -> Iterator[Row]:
        for number, key in enumerate(self.keys):
            e164 = self._phone(number)
            yield self._key(), key, e164, e164, "mobile", True, True, *self._twice()

    def orders(self) -> Iterator[Row]:
        numbers = count(1)
        today = self._as_of.toordinal()
        days = {today - age: date.fromordinal(today - age).isoformat() for age in range(20_000)}
        share = 0
        for position, key in enumerate(self.keys):
            share = self._share(position, share)
            for day in self._days(share, today):
                number = next(numbers)
                kind = "return" if number % _RETURN_EVERY == 0 else "sale"
                cents = self._random.randrange(10_000, 900_000)
                yield self._key(), self.company, key, str(number), kind, days[day], cents

    def contacts(self, user: bytes, device: bytes) -> Iterator[Row]:
        random, numbers = self._random, count(1)
        days = [(self._as_of - timedelta(days=age)).isoformat() for age in range(800)]
        for key in self.keys:
            for _ in range(self._size.contacts_each):
                at = f"{days[random.randrange(1, 800)]} 13:00:00.000000"
                outcome = random.choice(OUTCOMES)
                content = {"customer_id": UUID(bytes=key), "occurred_at": at}
                yield (
                    self._key(), key, user, at, "phone", "outbound", outcome.outcome_id.bytes,
                    _NOTE, device, next(numbers), fingerprint("contacts", content), self.stamp,
                )  # fmt: skip

    def receivables(self) -> Iterator[Row]:
        """Yield four titles each, most of them paid."""
        random, numbers = self._random, count(1)
        days = [(self._as_of - timedelta(days=age)).isoformat() for age in range(-60, 400)]
        for key in self.keys:
            for _ in range(_TITLES_EACH):
                age = random.randrange(460)
                cents = random.randrange(10_000, 900_000)
                is_paid = age > 60 and random.random() < _SHARE_PAID
                paid = (cents, days[age]) if is_paid else (0, None)
                yield self._key(), key, str(next(numbers)), days[age], cents, *paid

    def products(self) -> Iterator[Row]:
        for number in range(_PRODUCTS):
            key = self._key()
            self._products.append(key)
            yield key, self.company, f"P{number:04d}", f"Produto {number}", True, *self._twice()

    def order_items(self, connection: Any) -> Iterator[Row]:
        """Yield the lines of the orders of one customer in fifty."""
        random = self._random
        for customer in self.keys[::_ITEMS_EVERY]:
            usual = random.sample(self._products, _USUAL_PRODUCTS)
            found = connection.execute("SELECT id FROM orders WHERE customer_id = ?", (customer,))
            for (order,) in found.fetchall():
                for line, product in enumerate(random.sample(usual, _LINES_EACH), start=1):
                    cents = random.randrange(500, 90_000)
                    yield self._key(), order, line, product, "P", "Produto", 1_000, cents, 0, cents

    def appointments(self, user: bytes) -> Iterator[Row]:
        for key in self.keys:
            if self._random.random() < _SHARE_WITH_NEXT_CONTACT:
                day = self._as_of + timedelta(days=self._random.randrange(-5, 40))
                due = f"{day} 14:30:00.000000"
                yield (
                    self._key(), key, user, "my_callback", "open", due, True, 0, user,
                    *self._twice(),
                )  # fmt: skip

    def _twice(self) -> tuple[str, str]:
        """Return when a row was made and when it was changed."""
        return self.stamp, self.stamp

    def _phone(self, number: int) -> str:
        return f"+55119{number:08d}"

    def _share(self, position: int, former: int) -> int:
        """Return how many orders a customer has; the second of two has what the first left."""
        if position % 2:
            return 2 * self._size.orders_each - former
        if position + 1 == self._size.customers:
            return self._size.orders_each
        return self._random.randrange(1, 2 * self._size.orders_each)

    def _days(self, share: int, today: int) -> Iterator[int]:
        random = self._random
        cycle = random.choice(_CYCLES)
        is_in_time = random.random() < _SHARE_IN_TIME
        silence = random.random() * cycle * (1 if is_in_time else 8)
        day = today - int(silence)
        for _ in range(share):
            yield day
            day -= max(1, round(cycle * (0.7 + 0.6 * random.random())))


def make_portfolio(home: Path, size: Size, *, as_of: date, seed: int = SEED) -> None:
    """Make a user's folder with a portfolio and its statistics of the day.

    Args:
        home: What ``GIRO_HOME`` will name; its database is made here.
        size: How large.
        as_of: The portfolio's today.
        seed: Another seed makes other rows.
    """
    paths = Paths(home)
    paths.ensure()
    with open_session(Options(), paths) as session:
        portfolio = _Portfolio(size, as_of, seed)
        _fill(paths.database, portfolio, session.user.user_id.bytes, session.user.device_id.bytes)
        mended(session.store.engines)
    with open_session(Options(as_of=as_of), paths) as session:
        session.metrics.refresh()


def _fill(path: Path, portfolio: _Portfolio, user: bytes, device: bytes) -> None:
    connection = sqlite.connect(path)
    try:
        # Every reference is right by construction, and looking each up would take most of the time.
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN IMMEDIATE")
        for table, columns, rows in (
            ("companies", "id code name time_zone created_at updated_at", portfolio.companies()),
            ("calling_window_policies", _HOURS_COLUMNS, portfolio.calling_hours()),
            ("customers", _CUSTOMER_COLUMNS, portfolio.customers(user)),
            ("phones", _PHONE_COLUMNS, portfolio.phones()),
            ("orders", _ORDER_COLUMNS, portfolio.orders()),
            ("contacts", _CONTACT_COLUMNS, portfolio.contacts(user, device)),
            ("appointments", _APPOINTMENT_COLUMNS, portfolio.appointments(user)),
            ("receivables", _TITLE_COLUMNS, portfolio.receivables()),
            ("products", _PRODUCT_COLUMNS, portfolio.products()),
            ("order_items", _ITEM_COLUMNS, portfolio.order_items(connection)),
        ):
            _load(connection, table, columns.split(), rows)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
    finally:
        connection.close()


_HOURS_COLUMNS = "id state parameters version published_at"
_CUSTOMER_COLUMNS = (
    "id company_id code legal_name trade_name person_kind tax_id is_tax_id_valid tax_root city "
    "state owner_id category credit_state is_blocked search_text created_at updated_at"
)
_PHONE_COLUMNS = "id customer_id raw e164 kind is_primary is_valid created_at updated_at"
_ORDER_COLUMNS = "id company_id customer_id number kind ordered_on net_cents"
_CONTACT_COLUMNS = (
    "id customer_id user_id occurred_at channel direction outcome_id note device_id device_seq "
    "content_sha256 recorded_at"
)
_APPOINTMENT_COLUMNS = (
    "id customer_id user_id kind state due_at has_time lead_minutes created_by_id created_at "
    "updated_at"
)

_TITLE_COLUMNS = "id customer_id number due_on amount_cents paid_cents paid_on"
_PRODUCT_COLUMNS = "id company_id code name is_active created_at updated_at"
_ITEM_COLUMNS = (
    "id order_id line product_id product_code description quantity_milli unit_cents discount_cents "
    "total_cents"
)


def _load(connection: Any, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Insert rows without the indexes and triggers, which are made afterwards: it is faster."""
    found = connection.execute(
        "SELECT type, name, sql FROM sqlite_master"
        " WHERE type IN ('index', 'trigger') AND tbl_name = ? AND sql NOTNULL",
        (table,),
    ).fetchall()
    for kind, name, _ in found:
        connection.execute(f'DROP {kind} "{name}"')
    marks = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608
    connection.executemany(statement, rows)
    for *_, sql in found:
        connection.execute(sql)
