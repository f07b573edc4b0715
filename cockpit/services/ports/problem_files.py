"""Files of the lines that could not be taken as they are."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from cockpit.domain.import_results import ImportSource


class ProblemFileWriter(Protocol):
    """Writes lines as they were read, to be corrected and imported again."""

    def write(
        self, path: Path, source: ImportSource, rows: Iterable[tuple[tuple[str, ...], str]]
    ) -> int:
        """Write lines in their file's own format, and return how many.

        Nothing of a former file at ``path`` is lost before the new one is whole.

        Args:
            path: The new file.
            source: The file they come from, with its columns and how it is written.
            rows: The cells of each line, and why it is here in words.

        Raises:
            BadInputError: It cannot be written there.
        """
        ...
