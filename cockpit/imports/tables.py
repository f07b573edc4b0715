"""Any file that holds a table, opened by what it is and not by what it is called."""

import re
from pathlib import Path

from cockpit.domain.errors import BadInputError
from cockpit.domain.import_sources import SourceFormat
from cockpit.imports.blocks import Table
from cockpit.imports.csv_detection import open_text
from cockpit.imports.csv_file import inspect
from cockpit.imports.file_access import ordinary_file, reading
from cockpit.imports.html_tables import open_html
from cockpit.imports.table_header import HeaderScore
from cockpit.imports.workbooks import OLE, ZIP, open_workbook

_HEAD = 4_096
_HTML = re.compile(
    r"\s*<(?:!--|(?:!doctype\s+html|html|head|body|meta|style|div|table)\b)", re.IGNORECASE
)
_SPREADSHEET_XML = re.compile(r"\s*<\?xml.*urn:schemas-microsoft-com:office:spreadsheet", re.DOTALL)


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
        head = stream.read(_HEAD)
    if head.startswith((ZIP, OLE)):
        return open_workbook(path, wanted, is_header)
    text = inspect(path, wanted.encoding)
    start = head.decode(text.encoding, "replace").removeprefix("\ufeff")
    if _SPREADSHEET_XML.match(start):
        raise BadInputError("import_spreadsheet_unknown", file=path.name)
    if _HTML.match(start):
        return open_html(text, wanted, is_header)
    return open_text(text, wanted, is_header)
