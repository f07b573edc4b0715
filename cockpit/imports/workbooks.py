"""Spreadsheets: XLSX, XLS and ODS, read by calamine into columns of text.

The reader is given nothing that was not looked through before: sizes are measured, not believed.
Formulas are never evaluated; a cell is the value that was stored with it.
"""

import hashlib
import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import fastexcel

from cockpit.domain.errors import BadInputError
from cockpit.domain.import_sources import Container, SourceFormat
from cockpit.imports.archives import Archive, BrokenArchiveError, UnsafeArchiveError
from cockpit.imports.file_access import ordinary_file, reading
from cockpit.imports.grid_table import Grid, GridTable, best_table
from cockpit.imports.sheet_cells import text_columns
from cockpit.imports.sheet_safety import (
    BadSheetError,
    TooLargeError,
    check_ods_content,
    check_xlsx_sheet,
)
from cockpit.imports.table_header import HeaderScore

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"

_MOST_BYTES = 256 << 20
_MOST_SHEETS = 200
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def open_workbook(path: Path, wanted: SourceFormat, score: HeaderScore) -> GridTable:
    """Recognise the table in a spreadsheet.

    Args:
        path: The file.
        wanted: What is known about how it is written.
        score: Says how much like a header a row looks.

    Raises:
        BadInputError: It is no spreadsheet, encrypted, broken, too large, or has no table.
    """
    if ordinary_file(path).size > _MOST_BYTES:
        raise BadInputError("import_spreadsheet_too_large", file=path.name)
    with reading(path):
        content = path.read_bytes()
    container = _checked(content, path.name)
    try:
        workbook = fastexcel.read_excel(content)
        names = workbook.sheet_names
    except fastexcel.FastExcelError as error:
        raise _broken(error, path.name) from error
    if wanted.sheet and wanted.sheet not in names:
        raise BadInputError("import_no_such_sheet", file=path.name, sheet=wanted.sheet)
    chosen = [wanted.sheet] if wanted.sheet else names[:_MOST_SHEETS]
    return best_table(
        _grids(workbook, chosen, path.name),
        names,
        replace(wanted, container=container),
        score,
        sha256=hashlib.sha256(content).hexdigest(),
        file_name=path.name,
    )


def _grids(workbook: fastexcel.ExcelReader, names: list[str], file_name: str) -> Iterator[Grid]:
    for name in names:
        try:
            columns = text_columns(workbook, name)
        except fastexcel.FastExcelError as error:
            raise _broken(error, file_name) from error
        if columns:
            yield Grid(name, columns)


def _checked(content: bytes, file_name: str) -> Container:
    """Return what kind of spreadsheet it is, after a look at everything that will be read."""
    if content.startswith(OLE):
        if _ENCRYPTED_PACKAGE in content:
            raise BadInputError("import_spreadsheet_encrypted", file=file_name)
        return Container.XLS
    try:
        archive = Archive(content)
        names = archive.names
        if "xl/workbook.xml" in names:
            _check_xlsx(archive)
            return Container.XLSX
        if "content.xml" in names and b"".join(archive.pieces("mimetype")) == _ODS_TYPE:
            _check_ods(archive)
            return Container.ODS
    except (UnsafeArchiveError, TooLargeError) as error:
        raise BadInputError("import_spreadsheet_too_large", file=file_name) from error
    except (BrokenArchiveError, BadSheetError) as error:
        raise BadInputError("import_spreadsheet_broken", file=file_name) from error
    raise BadInputError("import_spreadsheet_unknown", file=file_name)


def _check_xlsx(archive: Archive) -> None:
    for name in dict.fromkeys(archive.names):
        if name.startswith("xl/worksheets/"):
            check_xlsx_sheet(archive.pieces(name))
        else:
            for _ in archive.pieces(name):
                pass


def _check_ods(archive: Archive) -> None:
    for name in dict.fromkeys(archive.names):
        if name == "content.xml":
            check_ods_content(archive.pieces(name))
        else:
            for _ in archive.pieces(name):
                pass


def _broken(error: Exception, file_name: str) -> BadInputError:
    is_encrypted = "password" in str(error).lower() or "encrypt" in str(error).lower()
    key = "import_spreadsheet_encrypted" if is_encrypted else "import_spreadsheet_broken"
    return BadInputError(key, file=file_name)


# What the reader guesses, and finds odd, is told by what is read or by the error.
for _name in ("calamine", "fastexcel"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)
