"""The world around the program: files that come in, and the desktop."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol
from uuid import UUID

from cockpit.domain.import_records import CustomerRecord, OrderRecord, RowProblem


class ParsedFile(Protocol):
    """A file whose kind is known and whose lines can be read one by one."""

    @property
    def kind(self) -> str:
        """Return ``clientes`` or ``pedidos``."""
        ...

    @property
    def sha256(self) -> str:
        """Return the hash of the file's bytes."""
        ...

    def records(self) -> Iterator[tuple[int, CustomerRecord | OrderRecord | RowProblem]]:
        """Yield each line's number with what it holds, or why it cannot be taken."""
        ...


class FileReader(Protocol):
    """Recognises import files."""

    def open(self, path: Path) -> ParsedFile:
        """Recognise a file.

        Raises:
            BadInputError: The file is missing, is not a table, or has no known columns.
        """
        ...


class Notifier(Protocol):
    """Shows a notification on the desktop, over whatever program is in front."""

    def notify(self, reminder_ids: Sequence[UUID], title: str, body: str) -> bool:
        """Show one notification; return False where the desktop did not take it."""
        ...
