"""How an import file is written and what its columns mean: found out, shown, corrected, kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from cockpit.domain.import_records import ImportRecord, RowProblem
from cockpit.domain.vocabulary import ImportKind


class Container(StrEnum):
    """What kind of file the lines stand in."""

    CSV = "csv"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    XML = "xml"


class DayOrder(StrEnum):
    """Which part of a day such as ``03/04/2026`` comes first."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


@dataclass(frozen=True, slots=True)
class SourceFormat:
    """How a file is written. In a mapping, None and empty mean: find it out.

    Attributes:
        encoding: A codec's name, for example ``cp1252``; text files only.
        delimiter: What parts the cells; text files only.
        sheet: The sheet's name; spreadsheets only.
        header_line: Number of the line with the columns' names, from 1.
        decimal_mark: ``,`` or ``.``; of amounts that are written as text.
        day_order: Of days that are written as text.
    """

    container: Container | None = None
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    header_line: int | None = None
    decimal_mark: str = ""
    day_order: DayOrder | None = None


@dataclass(frozen=True, slots=True)
class ImportMapping:
    """What the columns of a known layout mean, kept per source and used again.

    Attributes:
        name: What its author calls the source; empty where nobody named it.
        kind: What the lines are.
        columns: Per canonical column, the headers whose first cell that holds something counts.
        headers: The layout that it is for: all headers in comparable form.
        format: What was corrected about the way it is written.
    """

    kind: ImportKind
    columns: Mapping[str, tuple[str, ...]]
    headers: tuple[str, ...] = ()
    name: str = ""
    format: SourceFormat = field(default_factory=SourceFormat)


@dataclass(frozen=True, slots=True)
class FilePreview:
    """The first lines of a file as they would be taken.

    Attributes:
        format: How it is written, found or corrected: no part is left open that it needs.
        headers: The columns' names as they stand in the file.
        mapping: What they mean; the kind that fits best where nothing was said.
        kinds: All kinds that it may be, the best first.
        missing: Canonical columns without which its lines cannot be stored.
        sheets: The spreadsheet's sheets.
        lines: Numbers of the sample's lines.
        cells: Their cells.
        records: What each of them holds, or why it cannot be taken; empty while columns miss.
        is_saved_mapping: Whether the mapping was kept from an earlier import.
    """

    file_name: str
    format: SourceFormat
    headers: tuple[str, ...]
    mapping: ImportMapping
    kinds: tuple[ImportKind, ...]
    missing: tuple[str, ...]
    sheets: tuple[str, ...]
    lines: Sequence[int]
    cells: Sequence[tuple[str, ...]]
    records: Sequence[ImportRecord | RowProblem]
    is_saved_mapping: bool = False
