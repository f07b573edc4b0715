"""What the stores of single records hand back to the repository of imports."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar
from uuid import UUID

from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import RowVerdict

Record_contra = TypeVar("Record_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Written:
    """A row that a line of a file made or changed.

    Attributes:
        entity: The row's table.
        entity_id: Its key.
        before: What the columns that changed held before; None where the row is new.
    """

    entity: str
    entity_id: UUID
    before: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of one line.

    Attributes:
        verdict: New, changed, unchanged or rejected; reasons make it count as flagged later.
        reasons: Besides the record's own flags.
        touched: The customers who changed, or whose orders did.
    """

    line: int
    verdict: RowVerdict
    reasons: tuple[Message, ...] = ()
    written: tuple[Written, ...] = ()
    touched: tuple[UUID, ...] = ()


class RecordStore(Protocol[Record_contra]):
    """Stores records of one type within the transaction of one batch."""

    def store(self, lines: Sequence[tuple[int, Record_contra]]) -> list[Stored]:
        """Store lines, or find out what storing them would do.

        Args:
            lines: The lines' numbers with what they hold, in the file's order.

        Returns:
            What became of each, in the same order.
        """
        ...
