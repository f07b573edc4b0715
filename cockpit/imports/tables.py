"""Any file that holds a table, opened by what it is and not by what it is called."""

from pathlib import Path

from cockpit.domain.errors import BadInputError
from cockpit.domain.import_sources import SourceFormat
from cockpit.imports.blocks import Table
from cockpit.imports.csv_detection import open_text
from cockpit.imports.csv_file import inspect
from cockpit.imports.file_access import ordinary_file, reading
from cockpit.imports.table_header import HeaderScore


def open_table(path: Path, wanted: SourceFormat, is_header: HeaderScore) -> Table:
    """Recognise a table.

    Args:
        path: The file.
        wanted: What is known about how it is written; what it leaves open is found out.
        is_header: Says how much like a header a row's cells look; 0: not at all.

    Returns:
        The table, below the row among the first twenty that looks most like a header. Where none
        does, the first one with the most cells that hold something passes for it.

    Raises:
        BadInputError: The file is missing, cannot be read, is empty or holds no table.
    """
    ordinary_file(path)
    with reading(path), path.open("rb") as stream:
        head = stream.read(8)
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise BadInputError("import_spreadsheet", file=path.name)
    return open_text(inspect(path, wanted.encoding), wanted, is_header)
