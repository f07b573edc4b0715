"""The people who use the program."""

from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import Role
from models.base import Base, Fed, Identified, Stamped
from models.types import closed, refers_to


class User(Identified, Stamped, Fed, Base):
    """A person who works with the program, with one role.

    Attributes:
        database_role: The LOGIN role on the shared server, which row policies look at.
    """

    __tablename__ = "users"

    login: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str]
    role: Mapped[Role] = mapped_column(closed(Role, "role"))
    team_id: Mapped[UUID | None] = mapped_column(refers_to("teams"), index=True)
    email: Mapped[str | None]
    database_role: Mapped[str | None] = mapped_column(String(63))
    is_active: Mapped[bool] = mapped_column(default=True)
    language: Mapped[str] = mapped_column(String(10), default="pt_BR")
