"""The profiles of an embedded file: who may be at the program, and their passphrases.

A passphrase guards the choice of a profile, not the file: who copies that reads it, unless it is
encrypted. Stored is what argon2id makes of it with 64 MiB.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from cockpit.data.engine import Engines
from cockpit.data.repositories.settings import SqlSettingsRepository
from cockpit.domain.errors import BadInputError
from cockpit.domain.ids import new_id
from cockpit.domain.profiles import SHORTEST_PASSPHRASE, Profile
from cockpit.domain.vocabulary import Role, SettingScope
from models import Setting, User

_KEY = "profile"
_HASH = "passphrase"
_MEMORY_KIB = 64 * 1024
_ALL = (
    select(User.id, User.login, User.name, User.role, Setting.value)
    .join(Setting, (Setting.owner_id == User.id) & (Setting.scope == SettingScope.USER))
    .where(Setting.key == _KEY, User.is_active)
    .order_by(User.name, User.login)
)


@dataclass(frozen=True, slots=True)
class ProfileBook:
    """Reads and writes the profiles of a file.

    Attributes:
        engines: The open file.
    """

    engines: Engines

    def all(self) -> tuple[Profile, ...]:
        """Return the profiles by name; none where whoever starts the program is at it."""
        with self.engines.reading() as connection:
            rows = connection.execute(_ALL).all()
        return tuple(
            Profile(row.id, row.login, row.name, Role(row.role), _hash_of(row.value) is not None)
            for row in rows
        )

    def add(self, login: str, name: str, role: Role) -> None:
        """Make a profile; of somebody who is there already the role is changed.

        Raises:
            BadInputError: The short name is empty, too long, or no such name.
        """
        login = login.strip()
        if not login or len(login) > User.login.type.length or ":" in login:
            raise BadInputError("profile_name", name=login)
        with self.engines.writing() as connection:
            key = _key_of(connection, login)
            if key is None:
                key = new_id()
                shown = name.strip() or login
                connection.execute(insert(User).values(id=key, login=login, name=shown, role=role))
            else:
                values = {"role": role, "is_active": True} | ({"name": name} if name else {})
                connection.execute(update(User).where(User.id == key).values(values))
            settings = SqlSettingsRepository(connection)
            if settings.get(SettingScope.USER, key, _KEY) is None:
                settings.put(SettingScope.USER, key, _KEY, {_HASH: None})

    def remove(self, login: str) -> None:
        """Take a profile away; what they did stays theirs.

        Raises:
            BadInputError: There is none, or nobody could manage the others any more.
        """
        profiles = self.all()
        gone = _named(profiles, login)
        if not any(one.role is Role.ADMINISTRATOR for one in profiles if one is not gone):
            raise BadInputError("profile_last_administrator")
        with self.engines.writing() as connection:
            connection.execute(
                delete(Setting).where(Setting.owner_id == gone.user_id, Setting.key == _KEY)
            )
            connection.execute(update(User).where(User.id == gone.user_id).values(is_active=False))

    def guard(self, login: str, passphrase: str) -> None:
        """Set a profile's passphrase; an empty one asks for none any more.

        Raises:
            BadInputError: There is no such profile, or the passphrase is too short.
        """
        profile = _named(self.all(), login)
        if passphrase and len(passphrase) < SHORTEST_PASSPHRASE:
            raise BadInputError("passphrase_short", least=SHORTEST_PASSPHRASE)
        document = {_HASH: _hashed(passphrase) if passphrase else None}
        with self.engines.writing() as connection:
            SqlSettingsRepository(connection).put(
                SettingScope.USER, profile.user_id, _KEY, document
            )

    def opens(self, profile: Profile, passphrase: str) -> bool:
        """Return whether a passphrase is a profile's."""
        with self.engines.reading() as connection:
            settings = SqlSettingsRepository(connection)
            stored = _hash_of(settings.get(SettingScope.USER, profile.user_id, _KEY))
        return stored is None or _is_of(stored, passphrase)


def _named(profiles: tuple[Profile, ...], login: str) -> Profile:
    for profile in profiles:
        if profile.login == login:
            return profile
    raise BadInputError("profile_unknown", name=login)


def _key_of(connection: Connection, login: str) -> UUID | None:
    key: UUID | None = connection.execute(select(User.id).where(User.login == login)).scalar()
    return key


def _hash_of(document: object) -> str | None:
    stored = document.get(_HASH) if isinstance(document, Mapping) else None
    return stored if isinstance(stored, str) else None


def _hashed(passphrase: str) -> str:
    from argon2 import PasswordHasher  # noqa: PLC0415 - no start without a passphrase needs it

    return PasswordHasher(memory_cost=_MEMORY_KIB).hash(passphrase)


def _is_of(stored: str, passphrase: str) -> bool:
    from argon2 import PasswordHasher  # noqa: PLC0415 - see above
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415 - see above

    try:
        return PasswordHasher().verify(stored, passphrase)
    except (VerificationError, InvalidHashError):
        return False
