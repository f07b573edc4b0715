"""Statements that go past SQLAlchemy to the driver say and return what they do with it."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import bindparam, insert, select

from cockpit.data.engine import Engines
from cockpit.data.errors import StatementFailedError
from cockpit.data.prepared import Prepared
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from models import Team, User

_BORN = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)
_FIND = (
    select(User.id, User.role, User.created_at, User.name.label("who"))
    .where(
        User.login == bindparam("login", type_=User.login.type),
        User.role.in_((Role.OPERATOR, Role.MANAGER)),
        User.is_active == True,  # noqa: E712 - SQL
    )
    .order_by(User.login)
)


def _person(login: str, role: Role) -> dict[str, object]:
    return {
        "id": new_id(),
        "login": login,
        "name": login.title(),
        "role": role,
        "is_active": True,
        "language": "pt_BR",
        "created_at": _BORN,
        "updated_at": _BORN,
    }


def test_rows_are_those_of_the_connection_itself(engines: Engines) -> None:
    ana = _person("ana", Role.OPERATOR)
    add = Prepared(insert(User), columns=tuple(ana))
    with engines.writing() as connection:
        assert add.run(connection, ana) == ()
        add.run(connection, _person("rosa", Role.SUPERVISOR))
        found = Prepared(_FIND).one(connection, {"login": "ana"})
        assert tuple(found) == tuple(connection.execute(_FIND, {"login": "ana"}).one())
        assert (found.id, found.role, found.created_at) == (ana["id"], Role.OPERATOR, _BORN)
        assert found.who == "Ana"
        assert isinstance(found.role, Role)
        assert Prepared(_FIND).one(connection, {"login": "rosa"}) is None


def test_what_fails_undoes_the_transaction(engines: Engines) -> None:
    ana = _person("ana", Role.OPERATOR)
    add = Prepared(insert(User), columns=tuple(ana))

    def add_twice() -> None:
        with engines.writing() as connection:
            add.run(connection, ana)
            add.run(connection, {**ana, "id": new_id()})

    with pytest.raises(StatementFailedError):
        add_twice()
    with engines.reading() as connection:
        assert Prepared(_FIND).one(connection, {"login": "ana"}) is None


def test_an_insert_that_leaves_a_column_to_python_is_refused(postgres_url: str) -> None:
    engines = open_database(parse_address(postgres_url))
    add = Prepared(insert(Team), columns=("name",))
    with pytest.raises(ValueError, match="every column"), engines.writing() as connection:
        add.run(connection, {"name": "Norte"})
    engines.close()
