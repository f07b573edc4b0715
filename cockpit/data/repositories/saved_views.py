"""The saved views of the work list."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, or_, select

from cockpit.data.repositories.upsert import upsert
from cockpit.domain.filters import SavedView
from cockpit.services.ports import CurrentUser
from models import SavedFilter

_SCREEN = "work_list"


class SqlViewRepository:
    """Reads and writes of ``saved_filters``, as far as they are the work list's."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def views(self, *, user: CurrentUser) -> list[SavedView]:
        """Return the user's own and the shared ones, by name."""
        statement = (
            select(
                SavedFilter.id,
                SavedFilter.name,
                SavedFilter.is_shared,
                SavedFilter.owner_id,
                SavedFilter.definition,
            )
            .where(
                SavedFilter.screen == _SCREEN,
                or_(SavedFilter.owner_id == user.user_id, SavedFilter.is_shared),
            )
            .order_by(SavedFilter.position, SavedFilter.name, SavedFilter.id)
        )
        return [
            SavedView(
                view_id=row.id,
                name=row.name,
                is_shared=row.is_shared,
                is_own=row.owner_id == user.user_id,
                definition=row.definition,
            )
            for row in self._connection.execute(statement)
        ]

    def save(self, view: SavedView, *, user: CurrentUser, at: datetime) -> None:
        """Store a view under its key; one that is there keeps its owner."""
        said = {"name": view.name, "is_shared": view.is_shared, "definition": view.definition}
        statement = upsert(self._connection, SavedFilter).values(
            id=view.view_id,
            owner_id=user.user_id,
            screen=_SCREEN,
            position=0,
            created_at=at,
            updated_at=at,
            **said,
        )
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["id"], set_={**said, "updated_at": at})
        )

    def delete(self, view_id: UUID) -> None:
        """Remove a view."""
        self._connection.execute(delete(SavedFilter).where(SavedFilter.id == view_id))
