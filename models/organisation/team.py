"""The sales teams."""

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed, Identified, Stamped


class Team(Identified, Stamped, Fed, Base):
    """A sales team and its supervisor."""

    __tablename__ = "teams"

    name: Mapped[str] = mapped_column(unique=True)
    # Teams and users refer to each other: this half of the circle is added by ALTER.
    supervisor_id: Mapped[UUID | None] = mapped_column(
        ForeignKey(
            "users.id",
            ondelete="RESTRICT",
            use_alter=True,
            name="fk_teams_supervisor_id",
        )
    )
