"""The reading of contacts over 500,000 notes: opening, going on, drawing and searching.

On a file, and on a team's server as a supervisor and an operator under the policies and as a
manager. The reference is the newest page of bare rows by the index of time, without filters, names
or rights.
"""

import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, NullPool, create_engine, insert, select, text

from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.note_index import indexed_afterwards
from cockpit.data.server.prepare import add_login, prepare
from cockpit.data.server.roles import group_of
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.clock import SystemClock
from cockpit.domain.ids import id_after, new_ids
from cockpit.domain.review import Mark, ReviewFilter
from cockpit.domain.vocabulary import (
    Channel,
    CustomerCategory,
    LifecycleStatus,
    Role,
    Trend,
)
from cockpit.services.ports import CurrentUser
from cockpit.services.review import ReviewService
from models import Base, Outcome
from scripts.bench_support import Contest, alternate, table
from scripts.benchmarks.file_to_server import copy_tables
from scripts.benchmarks.team_database import SETTINGS
from tests.support.postgres import start_server

_AT_ONCE = 5_000
_TEAMS = 5
_DAYS = 730
_PAIRS = 5
_COMMON = ("cliente", "pediu", "ligou", "pedido", "prazo", "falou", "comprar", "estoque")
_SOME = ("rolamento", "correia", "retentor", "concorrente", "desconto", "frete", "atraso", "visita")
_BARE = text("SELECT id FROM contacts ORDER BY occurred_at DESC LIMIT 60")
_STATUSES = tuple(LifecycleStatus)
#: One of the operators whose contacts are with customers of the list that all share.
_LOGINS = (
    ("marisa", Role.SUPERVISOR), ("gerente", Role.MANAGER), ("operador4", Role.OPERATOR),
)  # fmt: skip
#: What is read of contacts; parents first.
_TABLES = ("outcomes", "teams", "users", "customers", "customer_metrics", "contacts",
           "contact_reviews")  # fmt: skip
#: The index of words is made when all notes are in; outcomes have the file's keys.
_WORDS = "SELECT pg_get_indexdef('ix_contacts_note_words'::regclass)"
_BEFORE = ("SET session_replication_role = replica", "SET statement_timeout = 0",
           "DROP INDEX ix_contacts_note_words", "DELETE FROM outcomes")  # fmt: skip
_AFTER = (
    "UPDATE users SET database_role = login",
    "UPDATE users SET role = 'manager' WHERE login = 'gerente'",
    "UPDATE teams SET supervisor_id = (SELECT id FROM users WHERE login = 'marisa')"
    " WHERE name = 'Equipe 0'",
)


@dataclass(frozen=True, slots=True)
class ReviewSize:
    """How large the company is."""

    customers: int = 100_000
    contacts: int = 500_000
    operators: int = 50


@dataclass(frozen=True, slots=True)
class _Keys:
    """The keys of the company, which follow each other."""

    teams: UUID
    people: UUID
    customers: UUID
    contacts: UUID
    reviews: UUID


def print_review(size: ReviewSize) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="giro-review-") as folder:
        path = Path(folder) / "giro.db"
        file = open_database(parse_address(f"sqlite:///{path}"))
        try:
            user = ensure_identity(file, login="gerente", machine="pc")
            began = time.perf_counter()
            with file.writing() as connection:
                _fill(connection, size, user.user_id)
                connection.exec_driver_sql("ANALYZE")
            print(f"\nReading {size.contacts:,} contacts, stored in {_since(began)}: a file")
            print("reference: the newest page of bare keys by the index of time")
            print(_measured(file, user))
        finally:
            file.close()
        _print_server(path)


def _print_server(path: Path) -> None:
    server = start_server(SETTINGS)
    try:
        name = server.create()
        began = time.perf_counter()
        prepare_server(server.url(name), path)
        print(f"\nA server, filled in {_since(began)}")
        for login, _ in _LOGINS:
            opened = open_database(parse_address(server.url(name, login)))
            try:
                user = ensure_identity(opened, machine="pc")
                print(f"\nThe same on a server, as {user.role.value}")
                print(_measured(opened, user))
            finally:
                opened.close()
    finally:
        server.stop()


def prepare_server(url: str, file: Path) -> None:
    """Prepare a server for a team, with the company of a file and a supervisor's login."""
    engine = create_engine(url, poolclass=NullPool)
    with engine.connect() as connection:
        prepare(connection)
    with engine.connect() as connection:
        for login, role in _LOGINS:
            add_login(connection, login, group_of(role))
        words = connection.execute(text(_WORDS)).scalar_one()
        for statement in _BEFORE:
            connection.execute(text(statement))
        copy_tables(file, connection, _TABLES)
        connection.execute(text(words))
        for statement in _AFTER:
            connection.execute(text(statement))
        connection.commit()
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
    engine.dispose()


def _measured(engines: Engines, user: CurrentUser) -> str:
    service = ReviewService(SqlDatabase(engines, user.user_id), SystemClock(), user)
    ever = ReviewFilter(last_days=None)
    unread = ReviewFilter(is_unread=True)
    operators = [one.key for one in service.choices().operators[-3:]]
    wanted: Sequence[tuple[str, ReviewFilter]] = (
        ("open: unread, 30 days", unread),
        ("open: all days", ever),
        ("three operators, worth R$ 1,000", ReviewFilter(
            operators=frozenset(operators), value_at_least_cents=100_000)),
        ("marked for coaching, all days", replace(ever, marks=frozenset({Mark.COACH}))),
        ("sample: 5 unread of each, 30 days", ReviewFilter(of_each=5)),
        ("search: a common word", replace(ever, text="cliente")),
        ("search: three words", replace(ever, text="cliente rolamento atras")),
        ("search: one letter", replace(ever, text="c")),
        ("search: a rare word", replace(ever, text="xk1234")),
        ("search: a phrase", replace(ever, text='"pediu prazo"')),
        ("search: common, unread, one operator", replace(ever,
            text="pediu", is_unread=True, operators=frozenset(operators[:1]))),
        ("search: common, worth R$ 4,990", replace(ever,
            text="pediu", value_at_least_cents=499_000)),
        ("search: three words, worth R$ 3,000", replace(ever,
            text="cliente rolamento atras", value_at_least_cents=300_000)),
    )  # fmt: skip
    contests = [
        Contest(name, lambda chosen=chosen: service.open(chosen), lambda: _bare(engines))  # type: ignore[misc]
        for name, chosen in wanted
    ]
    after = service.open(unread).page.next
    if after is not None:
        more = Contest("the next page", lambda: service.more(unread, after), lambda: _bare(engines))
        contests.append(more)
    return table([alternate(one, pairs=_PAIRS) for one in contests])


def _bare(engines: Engines) -> None:
    with engines.reading() as connection:
        connection.execute(_BARE).all()


def _fill(connection: Connection, size: ReviewSize, reader: UUID) -> None:
    """Write the company into the reader's file."""
    dice = random.Random(8)  # noqa: S311 - invents a company, keeps no secret
    counts = (_TEAMS, size.operators + 2, size.customers, size.contacts, size.contacts)
    keys = _Keys(*(new_ids(count) for count in counts))
    now = datetime.now(UTC)
    outcomes = list(connection.execute(select(Outcome.id)).scalars())
    for name, rows in (
        ("teams", _teams(keys)),
        ("users", _people(keys, size)),
        ("customers", _customers(keys, size)),
        ("customer_metrics", _metrics(keys, size, dice, now)),
        ("contacts", _contacts(keys, size, dice, (now, outcomes))),
        ("contact_reviews", _reviews(keys, size, dice, now)),
    ):
        with indexed_afterwards(connection):
            _store(connection, name, rows)


def _store(connection: Connection, name: str, rows: Iterator[dict[str, Any]]) -> None:
    part: list[dict[str, Any]] = []
    for row in rows:
        part.append(row)
        if len(part) == _AT_ONCE:
            connection.execute(insert(Base.metadata.tables[name]), part)
            part = []
    if part:
        connection.execute(insert(Base.metadata.tables[name]), part)


def _teams(keys: _Keys) -> Iterator[dict[str, Any]]:
    for number in range(_TEAMS):
        yield {"id": id_after(keys.teams, number), "name": f"Equipe {number}"}


def _people(keys: _Keys, size: ReviewSize) -> Iterator[dict[str, Any]]:
    """The manager is the file's own user already."""
    yield {"id": id_after(keys.people, 0), "login": "marisa", "name": "Marisa",
           "role": Role.SUPERVISOR, "team_id": None, "is_active": True}  # fmt: skip
    for number in range(size.operators):
        yield {"id": _operator(keys, size, number), "login": f"operador{number}",
               "name": f"Operador {number}", "role": Role.OPERATOR,
               "team_id": id_after(keys.teams, number % _TEAMS), "is_active": True}  # fmt: skip


def _operator(keys: _Keys, size: ReviewSize, number: int) -> UUID:
    return id_after(keys.people, 2 + number % size.operators)


def _customers(keys: _Keys, size: ReviewSize) -> Iterator[dict[str, Any]]:
    """Half of them are somebody's, the others are on the list that all share."""
    for number in range(size.customers):
        owner = _operator(keys, size, number) if number % 2 else None
        yield {"id": id_after(keys.customers, number), "code": str(100_000 + number),
               "legal_name": f"Cliente {number} Ltda", "category": CustomerCategory.CUSTOMER,
               "owner_id": owner, "search_text": f"cliente {number}"}  # fmt: skip


def _metrics(
    keys: _Keys, size: ReviewSize, dice: random.Random, now: datetime
) -> Iterator[dict[str, Any]]:
    for number in range(size.customers):
        status = dice.choice(_STATUSES)
        yield {"customer_id": id_after(keys.customers, number), "status": status,
               "own_status": status, "fixed_status": status, "trend": Trend.FLAT,
               "value_12m_cents": dice.randrange(500_000), "at_risk_cents": dice.randrange(50_000),
               "computed_for_on": now.date(), "engine": "bench"}  # fmt: skip


def _contacts(
    keys: _Keys, size: ReviewSize, dice: random.Random, moment: tuple[datetime, list[UUID]]
) -> Iterator[dict[str, Any]]:
    """Each fiftieth corrects the one before it; the newest come last."""
    now, outcomes = moment
    step = timedelta(days=_DAYS) / size.contacts
    for number in range(size.contacts):
        is_correction = number % 50 == 49
        of = number - 1 if is_correction else number
        note = " ".join(dice.choices(_COMMON, k=8) + dice.choices(_SOME, k=3))
        yield {"id": id_after(keys.contacts, number),
               "customer_id": id_after(keys.customers, of * 7 % size.customers),
               "user_id": _operator(keys, size, of), "channel": Channel.PHONE,
               "occurred_at": now - step * (size.contacts - of),
               "outcome_id": outcomes[number % len(outcomes)],
               "note": f"{note} XK{number % 20_000:04d} não", "status_at_contact":
               _STATUSES[number % len(_STATUSES)],
               "amends_id": id_after(keys.contacts, of) if is_correction else None,
               "device_id": keys.people, "device_seq": number + 1, "content_sha256": "-",
               "recorded_at": now, "stored_at": now}  # fmt: skip


def _reviews(
    keys: _Keys, size: ReviewSize, dice: random.Random, now: datetime
) -> Iterator[dict[str, Any]]:
    marks = [one.value for one in Mark]
    for number in range(0, size.contacts, 8):
        yield {"id": id_after(keys.reviews, number), "contact_id": id_after(keys.contacts, number),
               "reviewer_id": id_after(keys.people, 0), "mark": dice.choice(marks),
               "comment": None, "reviewed_at": now - timedelta(days=2),
               "device_id": keys.reviews, "device_seq": number + 1, "content_sha256": "-",
               "recorded_at": now}  # fmt: skip


def _since(began: float) -> str:
    return f"{time.perf_counter() - began:.0f} s"


if __name__ == "__main__":
    print_review(ReviewSize())
