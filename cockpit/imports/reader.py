"""The files that Giro can import: tables of any kind, and NF-e."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cockpit.domain.clock import Clock
from cockpit.domain.import_sources import FilePreview, ImportMapping
from cockpit.imports.nfe import holds_invoices, open_invoices, own_documents, preview_invoices
from cockpit.imports.preview import preview_table
from cockpit.imports.recognition import open_recognised
from cockpit.imports.table_file import TableFile
from cockpit.services.ports import ParsedFile


@dataclass(frozen=True, slots=True)
class ImportFileReader:
    """Recognises import files by what they hold, not by their names."""

    clock: Clock

    def open(self, path: Path, mappings: Sequence[ImportMapping] = ()) -> ParsedFile:
        """Recognise a file.

        Args:
            path: The file, a folder or a ZIP of NF-e.
            mappings: Known layouts; the first one whose headers are the file's, or that names no
                headers, decides.

        Raises:
            BadInputError: It is missing, is no table and no NF-e, or lacks a needed column.
        """
        if holds_invoices(path):
            return open_invoices(path, self.clock, own_documents(mappings))
        found = open_recognised(path, mappings).checked(path.name)
        return TableFile(found.table, found.layout, found.format, self.clock)

    def preview(self, path: Path, mappings: Sequence[ImportMapping] = ()) -> FilePreview:
        """Read the first lines of a table as they would be taken.

        Raises:
            BadInputError: It is missing or is no table.
        """
        if holds_invoices(path):
            return preview_invoices(path, self.clock, own_documents(mappings))
        return preview_table(path, mappings, self.clock.today())
