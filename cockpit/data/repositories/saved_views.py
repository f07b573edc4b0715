"""The saved views of the work list, and the filters of other screens."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, or_, select

from cockpit.data.repositories.upsert import upsert
from cockpit.domain.filters import WORK_LIST, SavedView
from cockpit.services.ports import CurrentUser
from models import SavedFilter


class SqlViewRepository:
    """Reads and writes of ``saved_filters``, of one screen at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def views(self, *, user: CurrentUser, screen: str = WORK_LIST) -> list[SavedView]:
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
                SavedFilter.screen == screen,
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

    def save(
        self, view: SavedView, *, user: CurrentUser, at: datetime, screen: str = WORK_LIST
    ) -> None:
        """Store a view under its key; one that is there keeps its owner."""
        said = {"name": view.name, "is_shared": view.is_shared, "definition": view.definition}
        statement = upsert(self._connection, SavedFilter).values(
            id=view.view_id,
            owner_id=user.user_id,
            screen=screen,
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
