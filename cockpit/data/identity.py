"""Who is at this program, and at which computer."""

import getpass
import platform
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, exists, func, insert, select, text

from cockpit.data.defaults import seed_defaults
from cockpit.data.engine import Engines
from cockpit.data.replica_user import replica_user
from cockpit.data.seller_logins import SELLER_LOGIN
from cockpit.data.server.compatibility import is_prepared
from cockpit.domain.errors import DatabaseError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from cockpit.services.ports import CurrentUser
from models import Device, User
from models.types import utc_now

_LOCK = 0x4769726F0002
_LOGIN_LENGTH = 80
_USERS = select(User.id, User.login, User.name, User.role, User.is_active)
_IS_LOGIN = User.database_role == func.session_user()
#: An open invitation is a login whose password ends some day.
_IS_INVITED = text(
    "SELECT isfinite(rolvaliduntil) FROM pg_catalog.pg_roles WHERE rolname = session_user"
)


def operating_system_login() -> str:
    """Return the login of whoever started this program; ``local`` where there is none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "local"


def ensure_identity(
    engines: Engines, *, login: str | None = None, machine: str | None = None
) -> CurrentUser:
    """Return the current user and device, made where this database has not met them.

    A laptop's file says itself whose it is, and as which device they write. Whoever holds another
    embedded file may do everything in it anyway, so its users are administrators.
    On a team's server one is who the login is, and nobody else. On any other server the first user
    is the administrator and the following ones are operators. An empty database gets its default
    outcomes and reasons too.

    Args:
        engines: The open database.
        login: The login in the operating system; by default the one of this process.
        machine: The computer's name; by default this one's.

    Raises:
        DatabaseError: An administrator closed this user's access, or nobody invited the login.
    """
    machine = machine or platform.node() or "local"
    if not engines.is_sqlite:
        with engines.reading() as connection:
            is_team = is_prepared(connection)
        if is_team:
            return _invited(engines, machine)
    elif (owner := replica_user(engines)) is not None:
        return owner
    login = (login or operating_system_login())[:_LOGIN_LENGTH]
    with engines.reading() as connection:
        user = _find_user(connection, login)
        device_id = _find_device(connection, user.id, machine) if user else None
    if user is None or device_id is None:
        user, device_id = _make(engines, login, machine)
    return _current(user, device_id)


def _invited(engines: Engines, machine: str) -> CurrentUser:
    """Return whose login this is, on a server where everybody has their own."""
    with engines.reading() as connection:
        user = connection.execute(_USERS.where(_IS_LOGIN)).one_or_none()
        if user is None or not user.is_active:
            raise DatabaseError(_why_closed(connection))
        device_id = _find_device(connection, user.id, machine)
    if device_id is None:
        with engines.writing() as connection:
            connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
            device_id = _find_device(connection, user.id, machine)
            device_id = device_id or _add_device(connection, user.id, machine)
    return _current(user, device_id)


def _why_closed(connection: Connection) -> str:
    """Return why a login is nobody's: its invitation is open, or it is no login of the team's."""
    return "invitation_open" if connection.execute(_IS_INVITED).scalar() else "server_not_invited"


def _current(user: Row[*tuple[Any, ...]], device_id: UUID) -> CurrentUser:
    if not user.is_active:
        raise DatabaseError("user_inactive")
    return CurrentUser(user.id, device_id, user.login, user.name, user.role)


def _make(engines: Engines, login: str, machine: str) -> tuple[Row[*tuple[Any, ...]], UUID]:
    with engines.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
        seed_defaults(connection)
        user = _find_user(connection, login)
        if user is None:
            _insert_user(connection, login)
            user = _find_user(connection, login)
        if user is None:  # pragma: no cover - it was inserted just now
            raise AssertionError
        device_id = _find_device(connection, user.id, machine)
        if device_id is None:
            device_id = _add_device(connection, user.id, machine)
        return user, device_id


def _add_device(connection: Connection, user_id: UUID, machine: str) -> UUID:
    key = new_id()
    row = {"id": key, "user_id": user_id, "name": machine, "last_seen_at": utc_now()}
    connection.execute(insert(Device).values(row))
    return key


def _find_user(connection: Connection, login: str) -> Row[*tuple[Any, ...]] | None:
    """Find a user by the server's login role, else by the operating system's login."""
    if connection.dialect.name == "postgresql":
        found = connection.execute(_USERS.where(_IS_LOGIN)).first()
        if found is not None:
            return found
    return connection.execute(_USERS.where(User.login == login)).one_or_none()


def _find_device(connection: Connection, user_id: UUID, machine: str) -> UUID | None:
    statement = (
        select(Device.id)
        .where(Device.user_id == user_id, Device.name == machine, Device.revoked_at.is_(None))
        .order_by(Device.id)
    )
    found: UUID | None = connection.execute(statement).scalars().first()
    return found


def _insert_user(connection: Connection, login: str) -> None:
    people = exists().where(~User.login.startswith(SELLER_LOGIN))
    is_first = not connection.execute(select(people)).scalar()
    is_trusted = is_first or connection.dialect.name == "sqlite"
    role = Role.ADMINISTRATOR if is_trusted else Role.OPERATOR
    connection.execute(insert(User).values(id=new_id(), login=login, name=login, role=role))
