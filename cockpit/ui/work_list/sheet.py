"""The rows as a spreadsheet's range: for the clipboard as seen, for a file as typed values."""

from collections.abc import Iterable, Iterator, Sequence

from cockpit.domain.export_columns import ExportCell, SheetColumn
from cockpit.domain.sheet_text import guarded
from cockpit.domain.work_list import CustomerRow
from cockpit.ui.work_list.cell_texts import NOTHING, Style
from cockpit.ui.work_list.columns import COLUMN_OF, ColumnKey

_BREAKS = str.maketrans({"\t": " ", "\n": " ", "\r": " "})


def as_text(rows: Iterable[CustomerRow], shown: Sequence[ColumnKey], style: Style) -> str:
    """Return rows with a header, cells parted by tabs, as they are shown.

    What a spreadsheet would take for a formula becomes text (see ``domain.sheet_text``).
    """
    columns = [COLUMN_OF[key] for key in shown]
    lines = ["\t".join(_cell(column.header()) for column in columns)]
    lines += ["\t".join(_cell(column.display(row, style)) for column in columns) for row in rows]
    return "\n".join(lines) + "\n"


def sheet_columns(shown: Sequence[ColumnKey]) -> list[SheetColumn]:
    """Return the header of a file with these columns."""
    return [SheetColumn(COLUMN_OF[key].header(), COLUMN_OF[key].kind) for key in shown]


def sheet_rows(
    rows: Iterable[CustomerRow], shown: Sequence[ColumnKey], style: Style
) -> Iterator[tuple[ExportCell, ...]]:
    """Yield a file's rows, one typed cell per column."""
    columns = [COLUMN_OF[key] for key in shown]
    for row in rows:
        cells = (column.value(row, style) for column in columns)
        yield tuple(None if cell == NOTHING else cell for cell in cells)


def _cell(text: str) -> str:
    return guarded("" if text == NOTHING else text.translate(_BREAKS))
