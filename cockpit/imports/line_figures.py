"""How the figures of one file are read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from cockpit.domain.import_sources import DayOrder
from cockpit.domain.messages import Message
from cockpit.imports import days, values
from cockpit.imports.cells import Cells, RejectedError
from cockpit.imports.values import Amount, DecimalMark

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LineFigures:
    """Reads amounts and days as one file writes them.

    Attributes:
        mark: The decimal mark of its amounts; None where it does not tell.
        day_order: Which part of a day comes first where the year comes last.
        today: What lies after it has not happened yet.
    """

    mark: DecimalMark | None
    day_order: DayOrder
    today: date

    def day(self, text: str) -> date | None:
        """Read a day; None for a blank one. Raises ``UnreadableError``."""
        return days.day(text, self.day_order)

    def moment(self, text: str) -> datetime | None:
        """Read a day with or without a time; None for a blank one. Raises ``UnreadableError``."""
        return days.moment(text, self.day_order)

    def amount(self, text: str) -> Amount:
        """Read an amount in cents. Raises ``UnreadableError``."""
        return values.amount(text, self.mark)

    def unit_price(self, text: str) -> Amount:
        """Read a unit's price or a discount in cents. Raises ``UnreadableError``."""
        return values.price(text, self.mark)

    def quantity(self, text: str) -> Amount:
        """Read a quantity in thousandths. Raises ``UnreadableError``."""
        return values.quantity(text, self.mark)

    def price(self, text: str) -> Decimal:
        """Read a price in reais with all its decimals. Raises ``UnreadableError``."""
        return values.exact(text, self.mark)

    def needed_amount(
        self, cells: Cells, column: str, reader: Callable[[str], Amount] | None = None
    ) -> Amount:
        """Return an amount that a line cannot do without; a doubtful one is flagged.

        Args:
            cells: The line.
            column: The canonical name.
            reader: ``amount``, where nothing else is said.

        Raises:
            RejectedError: It is missing or cannot be read.
        """
        read = reader or self.amount
        found = cells.needed(column, lambda text: read(text) if text else None)
        self.flag_doubtful(cells, column, found)
        return found

    def flag_doubtful(self, cells: Cells, column: str, amount: Amount | None) -> None:
        """Flag an amount that may be a thousand times another."""
        if amount is not None and amount.is_doubtful:
            cells.flag("amount_doubtful", value=cells.raw(column))

    def needed_day(self, cells: Cells, column: str) -> date:
        """Return a day that a line cannot do without.

        Raises:
            RejectedError: It is missing or cannot be read.
        """
        return cells.needed(column, self.day)

    def maybe_day(self, cells: Cells, column: str) -> date | None:
        """Return a day, or None where there is none or an unreadable one, which is flagged."""
        return cells.read(column, self.day, otherwise=None)


def not_negative(amount: Amount, cells: Cells, column: str) -> int:
    """Return an amount that nobody can owe or offer below zero.

    Raises:
        RejectedError: It is negative.
    """
    if amount.cents < 0:
        raise RejectedError(
            Message.of("imports.amount_negative", column=column, value=cells.raw(column))
        )
    return amount.cents
