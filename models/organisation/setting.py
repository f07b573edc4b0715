"""Settings of the company, a user or a device."""

from typing import Any
from uuid import UUID

from sqlalchemy import Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import SettingScope
from models.base import Base, Fed, Identified, Stamped
from models.types import DOCUMENT, closed


class Setting(Identified, Stamped, Fed, Base):
    """One setting's value; the company's have no owner."""

    __tablename__ = "settings"
    __table_args__ = (
        UniqueConstraint("scope", "owner_id", "key"),
        # Two NULL owners count as different in a unique constraint.
        Index(
            "ix_settings_scope_key_without_owner",
            "scope",
            "key",
            unique=True,
            sqlite_where=text("owner_id IS NULL"),
            postgresql_where=text("owner_id IS NULL"),
        ),
    )

    scope: Mapped[SettingScope] = mapped_column(closed(SettingScope, "scope"))
    owner_id: Mapped[UUID | None]
    key: Mapped[str] = mapped_column(String(100))
    value: Mapped[Any] = mapped_column(DOCUMENT, nullable=True)
