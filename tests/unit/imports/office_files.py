"""Spreadsheets for the tests, some of which no honest program writes."""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import xlsxwriter

CONTENT = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = "urn:oasis:names:tc:opendocument:xmlns"


def write_xlsx(path: Path, **sheets: Callable[[xlsxwriter.Workbook, object], None]) -> Path:
    """Write a workbook, each sheet filled by a function."""
    with xlsxwriter.Workbook(path) as workbook:
        workbook.set_properties({"created": datetime.fromisoformat("2026-01-01")})
        for name, fill in sheets.items():
            fill(workbook, workbook.add_worksheet(name))
    return path


def changed(path: Path, entries: Mapping[str, bytes]) -> Path:
    """Write an archive anew with other contents of some entries."""
    with zipfile.ZipFile(path) as archive:
        old = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**old, **entries}.items():
            archive.writestr(name, content)
    return path


def write_ods(path: Path, rows: str) -> Path:
    """Write an ODS file of one sheet.

    Args:
        path: Where to.
        rows: Its rows as XML.
    """
    text = (
        f'<o:document-content xmlns:o="{_NAMES}:office:1.0" xmlns:t="{_NAMES}:table:1.0" '
        f'xmlns:x="{_NAMES}:text:1.0"><o:body><o:spreadsheet><t:table t:name="Plan1">{rows}'
        "</t:table></o:spreadsheet></o:body></o:document-content>"
    )
    for long, short in (("office", "o"), ("table", "t"), ("text", "x")):
        text = text.replace(f"<{short}:", f"<{long}:").replace(f"</{short}:", f"</{long}:")
        text = text.replace(f" {short}:", f" {long}:").replace(f"xmlns:{short}=", f"xmlns:{long}=")
    manifest = f'<manifest:manifest xmlns:manifest="{_NAMES}:manifest:1.0"/>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", CONTENT)
        archive.writestr("content.xml", text)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


def ods_cell(text: str, kind: str = "string", more: str = "") -> str:
    """Return a cell as XML."""
    return f'<t:table-cell o:value-type="{kind}" {more}><x:p>{text}</x:p></t:table-cell>'


def lying_archive(name: str, content: bytes, stated: int) -> bytes:
    """Return a deflated archive that states another size than it has."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"")
        archive.writestr(name, content)
    size = len(content).to_bytes(4, "little")
    return stream.getvalue().replace(size, stated.to_bytes(4, "little"))
