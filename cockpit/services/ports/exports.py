"""Tables that go out, and the files they go into."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from cockpit.domain.export_columns import ExportCell, SheetColumn
from cockpit.domain.vocabulary import ImportKind


class ExportRepository(Protocol):
    """Reads whole tables in the canonical columns, a few rows at a time."""

    def rows(
        self, kind: ImportKind, *, is_keeping_closed: bool
    ) -> Iterator[tuple[ExportCell, ...]]:
        """Yield a table's rows, one cell per canonical column; see ``cell_kinds``.

        Args:
            kind: Which table.
            is_keeping_closed: Whether numbers and addresses of closed channels are in it.
        """
        ...


class TableWriter(Protocol):
    """Writes one table into a file of its own."""

    @property
    def suffix(self) -> str:
        """Return how the file's name ends, for example ``.csv``."""
        ...

    def write(self, path: Path, kind: ImportKind, rows: Iterable[tuple[ExportCell, ...]]) -> int:
        """Write a table with its header to a new file, and return how many rows it has.

        Raises:
            BadInputError: The rows do not fit into such a file.
            OSError: The file cannot be written.
        """
        ...


class SheetWriter(Protocol):
    """Writes any list into a file of its own."""

    def write_sheet(
        self,
        path: Path,
        title: str,
        columns: Sequence[SheetColumn],
        rows: Iterable[tuple[ExportCell, ...]],
    ) -> int:
        """Write a list with its header to a new file, and return how many rows it has.

        Raises:
            BadInputError: The rows do not fit into such a file.
            OSError: The file cannot be written.
        """
        ...
