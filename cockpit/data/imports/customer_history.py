"""What a file says of customers besides what they are: blocked periods, wishes not to be called."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select

from cockpit.data.facts import FactWriter
from cockpit.data.imports.customer_rows import KnownCustomer
from cockpit.data.imports.stored import Written
from cockpit.domain.ids import new_id
from cockpit.domain.import_records import BlockPeriod, CustomerRecord
from cockpit.domain.vocabulary import Channel
from models import ContactPermission, CustomerBlock, Import
from models.types import utc_now


class CustomerHistory:
    """Adds what is not known yet of the customers of one batch; nothing is taken back.

    Wishes are facts of a device that stands for the import, as past contacts are. What a file does
    not repeat still holds: only the customer takes a wish back.
    """

    def __init__(self, connection: Connection, import_id: UUID | None) -> None:
        self._connection = connection
        self._import_id = import_id
        self._blocks: list[dict[str, Any]] = []
        self._wishes: list[dict[str, Any]] = []

    def add(self, known: KnownCustomer, record: CustomerRecord) -> list[Written]:
        """Take in what a line says; return the rows that this makes."""
        return [*self._add_blocks(known, record), *self._add_wishes(known, record)]

    def write(self) -> None:
        """Write what was added; the customers are there."""
        if self._blocks:
            self._connection.execute(insert(CustomerBlock), self._blocks)
        if self._wishes and self._import_id is not None:
            author = select(Import.user_id).where(Import.id == self._import_id)
            author_id = self._connection.execute(author).scalar_one()
            wishes = [{**wish, "author_id": author_id} for wish in self._wishes]
            facts = FactWriter(self._connection)
            facts.add_all(ContactPermission, wishes, device_id=self._import_id, at=utc_now())

    def _add_blocks(self, known: KnownCustomer, record: CustomerRecord) -> list[Written]:
        """Add the periods that are over; of the one that lasts, note where it begins or ends."""
        written = []
        for period in record.blocks:
            if period.until_day is None:
                known.blocked_from = period.from_day
            elif BlockPeriod(period.from_day) in known.blocks:
                known.blocked_until = period.until_day
            elif not any(_overlap(period, one) for one in known.blocks):
                known.blocks.append(period)
                row: dict[str, Any] = {
                    "id": new_id(),
                    "customer_id": known.key,
                    "blocked_on": period.from_day,
                    "unblocked_on": period.until_day,
                }
                self._blocks.append(row)
                written.append(Written(CustomerBlock.__tablename__, row["id"], None))
        return written

    def _add_wishes(self, known: KnownCustomer, record: CustomerRecord) -> list[Written]:
        missing = record.closed_channels - known.closed_channels
        if not missing:
            return []
        known.closed_channels |= missing
        # A wish without a channel is about all of them.
        are_all = len(record.closed_channels) == len(Channel)
        channels = [None] if are_all else sorted(missing)
        rows = [_wish(known.key, channel) for channel in channels]
        self._wishes += rows
        return [Written(ContactPermission.__tablename__, row["id"], None) for row in rows]


def _wish(customer_id: UUID, channel: Channel | None) -> dict[str, Any]:
    return {
        "id": new_id(),
        "customer_id": customer_id,
        "channel": channel,
        "is_forbidden": True,
        "reason": None,
        "stated_at": utc_now(),
    }


def _overlap(one: BlockPeriod, other: BlockPeriod) -> bool:
    """Return whether two periods share a day, or are the same."""
    if one == other:
        return True
    return one.from_day < (other.until_day or date.max) and other.from_day < (
        one.until_day or date.max
    )
