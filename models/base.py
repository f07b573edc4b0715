"""The declarative base and the mixins that give a table its role.

Every constraint and index gets its name by the convention below, so that a migration can drop it.
"""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Date,
    Double,
    FetchedValue,
    Integer,
    LargeBinary,
    MetaData,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from cockpit.domain.ids import new_id
from models.types import Digest, Guid, UtcDateTime, refers_to, utc_now

NAMING_CONVENTION = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}


class Base(DeclarativeBase):
    """Base of all mapped classes.

    Values that the database makes are read when somebody asks for them: fetching them at each
    insert would cost a RETURNING on every imported row.
    """

    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Guid,
        datetime: UtcDateTime,
        date: Date,
        str: Text,
        float: Double,
        bytes: LargeBinary,
    }
    __mapper_args__: Any = {"eager_defaults": False}  # noqa: RUF012 - typed so by SQLAlchemy


class Identified:
    """A row with its own key, made by the program on whichever device it is born."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id, sort_order=-10)


class Stamped:
    """A row that people edit, with the instants of its birth and of its last change."""

    created_at: Mapped[datetime] = mapped_column(default=utc_now, sort_order=80)
    updated_at: Mapped[datetime] = mapped_column(default=utc_now, onupdate=utc_now, sort_order=81)


class Fed:
    """A row that laptops pull: on PostgreSQL a trigger renews both columns at each write.

    Attributes:
        row_version: Grows by one at each update.
        feed_xid: The transaction that wrote the row last; readers take what lies below the
            snapshot's oldest running one.
    """

    row_version: Mapped[int] = mapped_column(
        Integer, server_default=text("1"), server_onupdate=FetchedValue(), sort_order=90
    )
    feed_xid: Mapped[int] = mapped_column(
        BigInteger,
        server_default=text("0"),
        server_onupdate=FetchedValue(),
        index=True,
        sort_order=91,
    )


def fact_key() -> UniqueConstraint:
    """Return the constraint that no device uses a number twice."""
    return UniqueConstraint("device_id", "device_seq")


class Fact(Fed):
    """An immutable row that travels between devices, and back to the others by the feed.

    Its table holds `fact_key()`. `device_id` is no foreign key: a replica holds facts of devices
    that it does not know.

    Attributes:
        device_id: The device that made the fact.
        device_seq: Its number on that device, without gaps.
        content_sha256: Hash of the content, which tells a repeated fact from a forged one.
        recorded_at: When the device stored it.
    """

    device_id: Mapped[UUID] = mapped_column(sort_order=70)
    device_seq: Mapped[int] = mapped_column(BigInteger, sort_order=71)
    content_sha256: Mapped[Digest] = mapped_column(sort_order=72)
    recorded_at: Mapped[datetime] = mapped_column(default=utc_now, sort_order=73)


class Ruled(Fed):
    """A version of a policy: published once, never updated.

    Attributes:
        version: Counts up within the policy's scope.
        author_id: Who published it; nobody for the defaults that come with the program.
        published_at: From when it holds.
        note: Why it was changed.
    """

    version: Mapped[int] = mapped_column(Integer, sort_order=60)
    author_id: Mapped[UUID | None] = mapped_column(refers_to("users"), sort_order=61)
    published_at: Mapped[datetime] = mapped_column(sort_order=62)
    note: Mapped[str | None] = mapped_column(sort_order=63)
