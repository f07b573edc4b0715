"""What a text in one column means: the line reader is asked, with a usual order around the text."""

from collections.abc import Mapping
from dataclasses import dataclass

from cockpit.domain.import_records import OrderRecord
from cockpit.imports.reading import ReadLine
from cockpit.imports.rows import Row

_USUAL = {"numero": "1", "cliente": "1", "data": "02/01/2006", "valor": "1,00"}


@dataclass(frozen=True, slots=True)
class ExampleOrder:
    """A line of orders with nothing odd about it.

    Attributes:
        read: The line reader.
        columns: Per canonical column the positions where it stands.
        width: How many cells a line has.
    """

    read: ReadLine
    columns: Mapping[str, tuple[int, ...]]
    width: int

    def with_cells(self, texts: Mapping[str, str]) -> OrderRecord | None:
        """Return what the line is with other texts in some columns; None where that is odd.

        A text of nothing but odd blanks is odd: another column of the same meaning might count.
        """
        cells = [""] * self.width
        for column, text in {**_USUAL, **texts}.items():
            if text and not text.strip():
                return None
            if text and column in self.columns:
                cells[self.columns[column][0]] = text
        found = self.read(Row(1, cells))
        return found if isinstance(found, OrderRecord) and not found.flags else None
