"""A company with two teams on a server: a row of every table about every customer and everybody.

The rows are kept in Python as they were put in, so that a test can say who must see which of them
without asking the database.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Connection, LargeBinary, MetaData, Table, select

from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from models import Base
from tests.support.rows import _first_code, _plain
from tests.support.team import TeamDatabase

Row = dict[str, Any]
_SOON = datetime(2099, 1, 1, tzinfo=UTC)
_PAST = datetime(2020, 1, 1, tzinfo=UTC)

#: Who is who: name, role, team.
PEOPLE: dict[str, tuple[Role, str | None]] = {
    "ana": (Role.OPERATOR, "norte"),
    "bruno": (Role.OPERATOR, "norte"),
    "carla": (Role.OPERATOR, "sul"),
    "davi": (Role.EXTERNAL_SELLER, "norte"),
    "sofia": (Role.SUPERVISOR, "norte"),
    "sandro": (Role.SUPERVISOR, "sul"),
    "marta": (Role.MANAGER, None),
    "alice": (Role.ADMINISTRATOR, None),
    "zoe": (Role.OPERATOR, "norte"),
}
LEADS = {"norte": "sofia", "sul": "sandro"}
#: Who has no access any more.
GONE = "zoe"
#: Customers: number and owner.
OWNERS: dict[str, str | None] = {
    "A1": "ana", "A2": "ana", "B1": "bruno", "B2": "bruno", "C1": "carla", "C2": "carla",
    "D1": "davi", "S1": "sofia", "M1": "marta", "Z1": "zoe", "X1": None, "X2": None,
}  # fmt: skip
#: Lent: customer, to whom, whether it is over.
LENT = (("C1", "ana", False), ("B1", "ana", True), ("A2", "davi", False), ("D1", "sandro", False))
#: Rows of changes that concern no customer; a collision, which everybody hears of, makes the last.
_NOBODYS = (UUID(int=0), UUID(int=2**128 - 1))
#: Tables of what is somebody's own, and the column that says whose.
_OWNED = {
    **dict.fromkeys(
        ("work_sessions", "work_corrections", "notifications", "audit_events"), "user_id"
    ),
    **dict.fromkeys(("saved_filters", "settings"), "owner_id"),
    "post_its": "author_id",
}


@dataclass
class Company:
    """The filled company.

    Attributes:
        team: The database.
        users: The users' keys by name.
        logins: Their logins.
        devices: The key of each one's computer.
        customers: The customers' keys by code.
        rows: Every row by table.
        tables: The tables as the database describes them.
    """

    team: TeamDatabase
    users: dict[str, UUID] = field(default_factory=dict)
    logins: dict[str, str] = field(default_factory=dict)
    devices: dict[str, UUID] = field(default_factory=dict)
    customers: dict[str, UUID] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    tables: MetaData = field(default_factory=MetaData)

    def name_of(self, user_id: UUID | None) -> str | None:
        """Return a user's name."""
        return next((name for name, key in self.users.items() if key == user_id), None)

    def code_of(self, customer_id: UUID | None) -> str | None:
        """Return a customer's code."""
        return next((code for code, key in self.customers.items() if key == customer_id), None)

    def parent(self, table: str, row: Row, column: str) -> Row:
        """Return the row that a column refers to."""
        (reference,) = self.tables.tables[table].columns[column].foreign_keys
        parent = reference.column.table.name
        return next(one for one in self.rows[parent] if one["id"] == row[column])


def fill_company(team: TeamDatabase) -> Company:
    """Fill a prepared database."""
    company = Company(team)
    for name, (role, _) in PEOPLE.items():
        company.logins[name] = team.add(name, role)
    with team.superuser.begin() as connection:
        company.tables.reflect(connection)
        company.tables.remove(company.tables.tables["alembic_version"])
        _people(connection, company)
        # Lines of imports name rows of other tables without referring to them.
        for table in sorted(Base.metadata.sorted_tables, key=lambda one: one.name == "import_rows"):
            if table.name not in company.rows:
                _fill(connection, company, company.tables.tables[table.name])
    return company


def _people(connection: Connection, company: Company) -> None:
    tables = company.tables.tables
    users = tables["users"]
    company.users = {
        row.login: row.id for row in connection.execute(select(users.c.login, users.c.id))
    }
    teams = {
        name: company.team.team(name, supervisor=company.users[lead])
        for name, lead in LEADS.items()
    }
    for name, (_, team) in PEOPLE.items():
        connection.execute(
            users.update()
            .where(users.c.login == name)
            .values(team_id=teams.get(team or ""), is_active=name != GONE)
        )
        company.devices[name] = new_id()
    _put(
        connection, company, "devices",
        [
            {"id": company.devices[name], "user_id": key, "name": f"pc-{name}"}
            for name, key in company.users.items()
        ],
    )  # fmt: skip
    for name in ("users", "teams"):
        company.rows[name] = _stored(connection, tables[name])
    company.customers = {code: new_id() for code in OWNERS}
    _put(
        connection, company, "customers",
        [
            {
                "id": company.customers[code], "code": code, "legal_name": f"Cliente {code}",
                "owner_id": company.users.get(owner or ""),
            }
            for code, owner in OWNERS.items()
        ],
    )  # fmt: skip
    _put(
        connection, company, "portfolio_entries",
        [
            {
                "id": new_id(), "customer_id": company.customers[code],
                "user_id": company.users[name], "left_at": _PAST if is_over else None,
            }
            for code, name, is_over in LENT
        ],
    )  # fmt: skip


def _fill(connection: Connection, company: Company, table: Table) -> None:
    """Put a row into a table for each of what it is about."""
    _put(connection, company, table.name, list(_subjects(company, table)))


def _subjects(company: Company, table: Table) -> Iterator[Row]:
    """Yield what tells a table's rows apart: a customer, a parent, a user, or nothing."""
    references = {
        column.name: key.column.table.name
        for column in table.columns
        for key in column.foreign_keys
    }
    for column, parent in references.items():
        bound = parent in _BOUND and not table.columns[column].nullable
        if (parent == "customers" and column == "customer_id") or bound:
            for row in company.rows[parent]:
                yield {column: row["id"]} | _about(table, row)
            return
    if table.name == "customer_changes":
        yield from ({"customer_id": key} for key in (*company.customers.values(), *_NOBODYS))
    elif table.name == "import_rows":
        for entity in ("customers", "orders"):
            yield from ({"entity": entity, "entity_id": row["id"]} for row in company.rows[entity])
        yield {"entity": None, "entity_id": None}
    elif table.name in _OWNED:
        yield from ({_OWNED[table.name]: key} for key in company.users.values())
    else:
        yield {}


#: Tables with a row per customer or per person, whose parts are theirs.
_BOUND = frozenset(
    {"contacts", "orders", "quotes", "objections", "reminders", "work_sessions", "post_its",
     "appointments", "attachments"}
)  # fmt: skip


#: Who and from where is said where it need not be, too.
_NAMED = frozenset({"user_id", "author_id", "device_id", "seller_id"})


def _about(table: Table, parent: Row) -> Row:
    """Return the customer of the parent, where the table names it beside."""
    if "customer_id" in table.columns and "customer_id" in parent:
        return {"customer_id": parent["customer_id"]}
    return {}


def _put(connection: Connection, company: Company, name: str, rows: list[Row]) -> None:
    table = company.tables.tables[name]
    for number, given in enumerate(rows):
        row = _completed(company, table, given, number) | given
        connection.execute(table.insert().values(row))
    if name == "settings":
        connection.execute(table.insert().values(_setting("company", None, len(rows))))
    company.rows[name] = _stored(connection, table)


def _setting(scope: str, owner: UUID | None, number: int) -> Row:
    return {
        "id": new_id(), "scope": scope, "owner_id": owner, "key": f"key{number}",
        "value": {}, "created_at": _PAST, "updated_at": _PAST,
    }  # fmt: skip


def _completed(company: Company, table: Table, given: Row, number: int) -> Row:
    """Return a value for each column that needs one."""
    names = sorted(company.users)
    name = company.name_of(given.get("user_id")) or names[number % len(names)]
    special: dict[str, Callable[[], Any]] = {
        "user_id": lambda: company.users[name],
        "author_id": lambda: company.users[name],
        "seller_id": lambda: company.users[name],
        "reviewer_id": lambda: company.users[name],
        "device_id": lambda: company.devices[name],
        "device_seq": lambda: 1000 + number,
        "version": lambda: 100 + number,
        "lease_until": lambda: _SOON if number % 2 else _PAST,
        "claimed_at": lambda: _PAST - timedelta(hours=1),
        "scope": lambda: "user",
        "is_shared": lambda: number % 2 == 0,
    }
    row: Row = {}
    for column in table.columns:
        if column.name in given:
            continue
        must = not column.nullable and column.server_default is None
        if column.name in special and (must or column.name in _NAMED):
            row[column.name] = special[column.name]()
        elif must:
            row[column.name] = _any(company, table, column, number)
    if table.name == "contact_collisions":
        contacts = company.rows["contacts"]
        row["contact_id"] = contacts[number % len(contacts)]["id"]
    if table.name == "quotes":
        row["state"] = "lost" if number % 3 == 0 else "open"
    if table.name == "post_it_recipients":
        row["user_id"] = company.users[names[(number + 1) % len(names)]]
    return row


def _any(company: Company, table: Table, column: Any, number: int) -> Any:
    for key in column.foreign_keys:
        return company.rows[key.column.table.name][0][key.column.name]
    code = _first_code(table, column.name)
    if code is not None:
        return code
    value = _plain(column)
    if isinstance(value, str):
        return f"{value}"[: (getattr(column.type, "length", None) or 20) - 4] + f"{number:03d}"
    return value


def _stored(connection: Connection, table: Table) -> list[Row]:
    plain = [c for c in table.columns if not isinstance(c.type, (JSON, LargeBinary))]
    return [dict(row._mapping) for row in connection.execute(select(*plain))]
