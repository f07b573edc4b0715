"""Column types that behave alike on SQLite and PostgreSQL, and the short names the tables use."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    LargeBinary,
    String,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine


class Guid(TypeDecorator[UUID]):
    """A UUID: native `uuid` on PostgreSQL, 16 raw bytes on SQLite (half the size of text)."""

    impl = Uuid
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the storage of one engine."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(LargeBinary(16))
        return dialect.type_descriptor(Uuid())

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        """Turn a UUID into what the driver takes."""
        if value is None:
            return None
        if not isinstance(value, UUID):
            raise TypeError(f"a Guid column takes a UUID, not {type(value).__name__}")
        return value.bytes if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        """Turn the driver's value into a UUID."""
        return UUID(bytes=value) if isinstance(value, bytes) else value


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware and in UTC in Python, whatever the engine keeps.

    SQLite would drop a zone without converting, so the value is converted here and a naive one is
    refused.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Convert an aware instant to UTC.

        Raises:
            ValueError: The instant has no time zone.
        """
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("an instant needs a time zone")
        instant = value.astimezone(UTC)
        return instant.replace(tzinfo=None) if dialect.name == "sqlite" else instant

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant in UTC; SQLite hands it over without a zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def closed(vocabulary: type[StrEnum], name: str) -> Enum:
    """Return the column type of a closed vocabulary: its codes as text, held by a named CHECK.

    Args:
        vocabulary: The enumeration whose values are stored.
        name: The constraint's own part of its name; the column's name, as a rule.
    """
    return Enum(
        vocabulary,
        native_enum=False,
        create_constraint=True,
        values_callable=lambda members: [member.value for member in members],
        name=name,
        length=20,
    )


def part_of(table: str) -> ForeignKey:
    """Refer to the aggregate that a row belongs to, and go with it."""
    return ForeignKey(f"{table}.id", ondelete="CASCADE")


def refers_to(table: str) -> ForeignKey:
    """Refer to a row that must stay as long as this one does."""
    return ForeignKey(f"{table}.id", ondelete="RESTRICT")


def utc_now() -> datetime:
    """Return the present instant."""
    return datetime.now(UTC)


#: An open document; `None` is SQL's NULL, never the JSON `null`.
DOCUMENT = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")

Document = Annotated[dict[str, Any], mapped_column(DOCUMENT)]
Cents = Annotated[int, mapped_column(BigInteger)]
Milli = Annotated[int, mapped_column(BigInteger)]
Code = Annotated[str, mapped_column(String(60))]
State = Annotated[str, mapped_column(String(2))]
Digest = Annotated[str, mapped_column(String(64))]
