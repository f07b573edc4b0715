"""Settings of the company, a user or a device."""

from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from cockpit.data.repositories.upsert import upsert
from cockpit.domain.plain_text import storable_document
from cockpit.domain.vocabulary import SettingScope
from models import Setting
from models.types import utc_now

_GET = select(Setting.value).where(
    Setting.scope == bindparam("scope", type_=Setting.scope.type),
    Setting.owner_id.is_not_distinct_from(bindparam("owner_id", type_=Setting.owner_id.type)),
    Setting.key == bindparam("key", type_=Setting.key.type),
)


class SqlSettingsRepository:
    """Small JSON values by scope and name."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, scope: str, owner_id: UUID | None, key: str) -> object | None:
        """Return a value, or None."""
        which = {"scope": SettingScope(scope), "owner_id": owner_id, "key": key}
        value: object | None = self._connection.execute(_GET, which).scalar()
        return value

    def put(self, scope: str, owner_id: UUID | None, key: str, value: object) -> None:
        """Store a value."""
        statement = upsert(self._connection, Setting).values(
            scope=SettingScope(scope), owner_id=owner_id, key=key, value=storable_document(value)
        )
        changed = {"value": statement.excluded.value, "updated_at": utc_now()}
        if owner_id is None:
            statement = statement.on_conflict_do_update(
                index_elements=[Setting.scope, Setting.key],
                index_where=Setting.owner_id.is_(None),
                set_=changed,
            )
        else:
            statement = statement.on_conflict_do_update(
                index_elements=[Setting.scope, Setting.owner_id, Setting.key], set_=changed
            )
        self._connection.execute(statement)
