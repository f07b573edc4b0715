"""Changes of shared fields: asked for by a device, decided once by the server."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import CommandResult
from models.base import Base, Fact, Identified, fact_key
from models.types import DOCUMENT, Code, closed, part_of, refers_to


class Command(Identified, Fact, Base):
    """A wish to set one field of a row that was seen at one version."""

    __tablename__ = "commands"
    __table_args__ = (fact_key(), Index(None, "entity", "entity_id"))

    entity: Mapped[Code]
    entity_id: Mapped[UUID]
    field: Mapped[Code]
    base_version: Mapped[int]
    value: Mapped[Any] = mapped_column(DOCUMENT, nullable=True)
    user_id: Mapped[UUID] = mapped_column(refers_to("users"))


class CommandOutcome(Identified, Base):
    """The server's one answer to a command."""

    __tablename__ = "command_outcomes"

    command_id: Mapped[UUID] = mapped_column(part_of("commands"), unique=True)
    result: Mapped[CommandResult] = mapped_column(closed(CommandResult, "result"))
    server_value: Mapped[Any] = mapped_column(DOCUMENT, nullable=True)
    decided_at: Mapped[datetime]
