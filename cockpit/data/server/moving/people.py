"""Who of a file becomes who of the server: keys stay, since signed facts name them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, Row, Select, and_, delete, exists, func, select, update
from sqlalchemy.exc import IntegrityError

from cockpit.data.seller_logins import SELLER_LOGIN
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import Role
from models import Device, Setting, Team, User

_PERSON = (User.id, User.login, User.role, User.is_active, User.database_role)
_ASIDE = "invited:"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of either side.

    Attributes:
        user_id: Their key.
        login: How they are called.
        role: What they may do.
    """

    user_id: UUID
    login: str
    role: Role


@dataclass(frozen=True, slots=True)
class Pair:
    """One person on both sides.

    Attributes:
        of_file: As whom they worked in the file.
        invited: As whom they were invited to the server.
    """

    of_file: Person
    invited: Person


def people_of_file(connection: Connection) -> list[Person]:
    """Return those who worked in a file; sellers who came with imports are not among them."""
    return _people(
        connection, select(*_PERSON).where(~User.login.startswith(SELLER_LOGIN), User.is_active)
    )


def invited_people(connection: Connection) -> list[Person]:
    """Return those who have a login of the server, the first ones first."""
    return _people(connection, select(*_PERSON).where(User.database_role.is_not(None)))


def pairs_of(
    people: Sequence[Person], invited: Sequence[Person], administrator: str = ""
) -> list[Pair]:
    """Find who is who: by the same login, and the file's administrator is the invited one.

    Args:
        people: Those of the file.
        invited: Those of the server.
        administrator: The file's login of whoever becomes the server's first administrator; empty
            where the file has one administrator only.

    Raises:
        BadInputError: Nobody was invited as an administrator, or it is open who of the file it is.
    """
    by_login = {one.login.casefold(): one for one in people}
    pairs = [
        Pair(by_login[one.login.casefold()], one)
        for one in invited
        if one.login.casefold() in by_login
    ]
    leaders = [one for one in invited if one.role is Role.ADMINISTRATOR]
    if not leaders:
        raise BadInputError("move_nobody_invited")
    known = {pair.invited.user_id for pair in pairs}
    free = next((one for one in leaders if one.user_id not in known), None)
    chosen = by_login.get(administrator.casefold()) if administrator else None
    if administrator and chosen is None:
        raise BadInputError("move_unknown_person", login=administrator)
    if not administrator and not any(one.user_id in known for one in leaders):
        chosen = _only_administrator(people)
    if chosen is None or free is None or any(pair.of_file == chosen for pair in pairs):
        return pairs
    return [*pairs, Pair(chosen, free)]


def _only_administrator(people: Sequence[Person]) -> Person | None:
    """Return whose file it is, where it is somebody's and not a team's."""
    candidates = [one for one in people if one.role is Role.ADMINISTRATOR]
    if len(candidates) > 1:
        logins = ", ".join(sorted(one.login for one in candidates))
        raise BadInputError("move_which_person", logins=logins)
    return candidates[0] if candidates else None


def step_aside(connection: Connection) -> None:
    """Free the logins of those who were invited, and their teams' names, for those of the file."""
    connection.execute(update(Team).values(name=_ASIDE + Team.name))
    connection.execute(
        update(User)
        .where(User.database_role.is_not(None))
        .values(login=_ASIDE + User.database_role)
    )


def make_one(connection: Connection, pairs: Sequence[Pair], invited: Sequence[Person]) -> None:
    """Let those of the file take the place of those who were invited as them.

    The others of the file were administrators because the file was theirs; on the server they are
    operators without a login until they are invited too.
    """
    _join_teams(connection)
    _end_ownership(connection, {one.user_id for one in invited})
    for one in invited:
        pair = next((pair for pair in pairs if pair.invited == one), None)
        if pair is None:
            connection.execute(update(User).where(User.id == one.user_id).values(login=one.login))
        else:
            _take_place(connection, pair)


def _end_ownership(connection: Connection, invited: set[UUID]) -> None:
    connection.execute(
        update(User)
        .where(User.role == Role.ADMINISTRATOR, User.id.not_in(invited))
        .values(role=Role.OPERATOR, database_role=None)
    )


def _join_teams(connection: Connection) -> None:
    """Let teams of one name be one, and the others have their names again."""
    for team in connection.execute(
        select(Team.id, Team.name, Team.supervisor_id).where(Team.name.startswith(_ASIDE))
    ).all():
        name = team.name.removeprefix(_ASIDE)
        of_file = connection.execute(select(Team.id).where(Team.name == name)).scalar()
        if of_file is None:
            connection.execute(update(Team).where(Team.id == team.id).values(name=name))
            continue
        supervisor = func.coalesce(Team.supervisor_id, team.supervisor_id)
        connection.execute(update(Team).where(Team.id == of_file).values(supervisor_id=supervisor))
        connection.execute(update(User).where(User.team_id == team.id).values(team_id=of_file))
        connection.execute(delete(Team).where(Team.id == team.id))


def _take_place(connection: Connection, pair: Pair) -> None:
    new, old = pair.of_file.user_id, pair.invited.user_id
    row = connection.execute(
        select(User.name, User.role, User.team_id, User.email, User.database_role, User.is_active)
        .where(User.id == old)
    ).one()  # fmt: skip
    connection.execute(
        update(User)
        .where(User.id == old)
        .values(database_role=None, is_active=False, login=f"{_ASIDE}{old.hex}")
    )
    connection.execute(
        update(User)
        .where(User.id == new)
        .values(
            login=pair.invited.login,
            name=row.name,
            role=row.role,
            team_id=func.coalesce(row.team_id, User.team_id),
            email=func.coalesce(row.email, User.email),
            database_role=row.database_role,
            is_active=row.is_active,
        )
    )
    _hand_over(connection, old, new)


def _hand_over(connection: Connection, old: UUID, new: UUID) -> None:
    """Give computers and own settings to the key that stays; what signed facts name stays too."""
    connection.execute(update(Team).where(Team.supervisor_id == old).values(supervisor_id=new))
    connection.execute(update(Device).where(Device.user_id == old).values(user_id=new))
    own = Setting.__table__.alias("own")
    is_there = exists().where(
        own.c.owner_id == new, own.c.scope == Setting.scope, own.c.key == Setting.key
    )
    connection.execute(delete(Setting).where(and_(Setting.owner_id == old, is_there)))
    connection.execute(update(Setting).where(Setting.owner_id == old).values(owner_id=new))
    try:
        with connection.begin_nested():
            connection.execute(delete(User).where(User.id == old))
    except IntegrityError:
        return  # a fact of theirs is signed with this key: it stays, and nobody logs in as it


def _people(connection: Connection, statement: Select[*tuple[object, ...]]) -> list[Person]:
    rows: Sequence[Row[*tuple[object, ...]]] = connection.execute(
        statement.order_by(User.created_at, User.id)
    ).all()
    return [Person(row.id, row.login, row.role) for row in rows]
