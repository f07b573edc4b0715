"""Changes of shared rows: asked for by a laptop, decided once by the server."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import CommandResult, CommandVerb
from models.base import Base, Fact, Identified, fact_key
from models.types import DOCUMENT, Code, closed, part_of, refers_to


class Command(Identified, Fact, Base):
    """A wish to add, change or remove one row, which was seen at one version.

    Attributes:
        base_version: The row's version on the laptop; 0 for a row that is new.
        base: What the changed columns said before, in JSON's forms; None for a new row.
        value: What they shall say; the whole row where it is new, None where it goes.
        content_sha256: On the laptop, empty until it is first sent.
    """

    __tablename__ = "commands"
    __table_args__ = (fact_key(), Index(None, "entity", "entity_id"))

    entity: Mapped[Code]
    entity_id: Mapped[UUID]
    verb: Mapped[CommandVerb] = mapped_column(closed(CommandVerb, "verb"))
    base_version: Mapped[int]
    base: Mapped[Any] = mapped_column(DOCUMENT, nullable=True)
    value: Mapped[Any] = mapped_column(DOCUMENT, nullable=True)
    user_id: Mapped[UUID] = mapped_column(refers_to("users"))


class CommandOutcome(Identified, Base):
    """The server's one answer to a command; the laptop keeps a copy.

    Attributes:
        reason: Why it was not applied.
        server_value: The server's row then, in JSON's forms; None where there was none.
    """

    __tablename__ = "command_outcomes"

    command_id: Mapped[UUID] = mapped_column(part_of("commands"), unique=True)
    result: Mapped[CommandResult] = mapped_column(closed(CommandResult, "result"))
    reason: Mapped[Code | None]
    server_value: Mapped[Any] = mapped_column(DOCUMENT, nullable=True)
    decided_at: Mapped[datetime]
