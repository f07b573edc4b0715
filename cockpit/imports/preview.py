"""The first lines of a table as they would be taken."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cockpit.domain.import_records import ImportRecord, RowProblem
from cockpit.domain.import_sources import DayOrder, FilePreview, ImportMapping
from cockpit.imports.kept_mappings import unique_names
from cockpit.imports.lines import reader_of
from cockpit.imports.recognition import Recognised, open_recognised
from cockpit.imports.rows import Row

#: So many lines fit the screen, and show what is odd about most files.
SHOWN_LINES = 50


def preview_table(path: Path, mappings: Sequence[ImportMapping], today: date) -> FilePreview:
    """Read the first lines of a table as they would be taken.

    Args:
        path: The file.
        mappings: Known layouts; see ``FileReader.open``.
        today: What lies after it has not happened yet.

    Raises:
        BadInputError: It cannot be read, is no table, or a mapping does not fit it.
    """
    found = open_recognised(path, mappings)
    rows = found.table.sample(SHOWN_LINES)
    return FilePreview(
        file_name=path.name,
        format=found.format,
        headers=unique_names(found.table.header),
        mapping=found.mapping,
        kinds=found.kinds,
        missing=found.layout.missing,
        sheets=found.table.sheets,
        lines=[row.line for row in rows],
        cells=[tuple(row.cells) for row in rows],
        records=_records(found, rows, today),
        is_saved_mapping=found.is_saved,
    )


def _records(
    found: Recognised, rows: Sequence[Row], today: date
) -> list[ImportRecord | RowProblem]:
    if found.layout.missing:
        return []
    order = found.format.day_order or DayOrder.DAY_FIRST
    read = reader_of(found.layout, found.format.decimal_mark, order, today)
    return [read(row) for row in rows]
