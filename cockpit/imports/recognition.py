"""What a table holds: its kind, what its columns mean, and how its figures are written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cockpit.domain.errors import BadInputError
from cockpit.domain.import_columns import REASON_COLUMN
from cockpit.domain.import_sources import ImportMapping, SourceFormat
from cockpit.domain.vocabulary import ImportKind
from cockpit.imports import kept_mappings
from cockpit.imports.blocks import Table
from cockpit.imports.figures import day_order_of, decimal_mark_of
from cockpit.imports.headers import Layout, comparable
from cockpit.imports.matching import FEWEST_KNOWN, Match, Sample, match, ranking
from cockpit.imports.table_header import HeaderScore
from cockpit.imports.tables import open_table

#: How many rows tell how the figures are written.
SAMPLE_ROWS = 2_000
_MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Recognised:
    """A table that was looked at.

    Attributes:
        table: The table.
        layout: What its columns mean, as what fits best or as the user says.
        format: How it is written, nothing left open that its lines need.
        mapping: What its columns mean, in the words of its header.
        kinds: All kinds that it may be, the one of ``layout`` first, then the best first.
        is_saved: Whether the meaning comes from a mapping that was kept.
        is_known: Whether the columns were recognised, or the user said what they are.
    """

    table: Table
    layout: Layout
    format: SourceFormat
    mapping: ImportMapping
    kinds: tuple[ImportKind, ...]
    is_saved: bool
    is_known: bool

    def checked(self, file_name: str) -> "Recognised":
        """Return itself.

        Raises:
            BadInputError: Nobody knows what the columns are, or one is missing without which no
                line can be stored.
        """
        if not self.is_known:
            raise BadInputError(
                "import_unknown_columns", file=file_name, found=_shown(self.table.header)
            )
        if self.layout.missing:
            raise BadInputError(
                "import_missing_columns",
                file=file_name,
                kind=self.layout.kind.value,
                missing=", ".join(self.layout.missing),
                found=_shown(self.table.header),
            )
        return self


def open_recognised(path: Path, mappings: Sequence[ImportMapping] = ()) -> Recognised:
    """Open a table and find out what it holds.

    Args:
        path: The file.
        mappings: Known layouts; see ``FileReader.open``.

    Raises:
        BadInputError: It cannot be read, is no table, or a mapping does not fit it.
    """
    tables = [one for one in mappings if one.kind is not ImportKind.INVOICES]
    score = kept_mappings.header_score(tables)
    said = next((one.format for one in tables if not one.headers), SourceFormat())
    table = _open_problem_lines(path, _as_written(said), score)
    table = table or open_table(path, _as_written(said), score)
    if kept_mappings.chosen(table.header, tables) is None:
        table = _as_kept(path, table, tables)
    return recognise_table(table, path.name, tables)


def recognise_table(
    table: Table, file_name: str, mappings: Sequence[ImportMapping] = ()
) -> Recognised:
    """Find out what an open table holds.

    Raises:
        BadInputError: A mapping does not fit it.
    """
    header = comparable(table.header)
    rows = table.sample(SAMPLE_ROWS)
    sample = Sample(rows)
    matches = ranking(header, sample, file_name)
    chosen = kept_mappings.chosen(table.header, mappings)
    layout = _layout(table, file_name, chosen, sample, matches)
    said = chosen.format if chosen else SourceFormat()
    written = replace(
        table.format,
        decimal_mark=said.decimal_mark or decimal_mark_of(layout, rows, table.format.container),
        day_order=said.day_order or day_order_of(layout, rows, table),
    )
    mapping = ImportMapping(
        kind=layout.kind,
        columns=kept_mappings.columns_of(layout, table.header),
        headers=tuple(name for name in header if name != REASON_COLUMN),
        name=chosen.name if chosen else "",
        format=said,
    )
    others = [one.layout.kind for one in matches if one.layout.kind is not layout.kind]
    return Recognised(
        table,
        layout,
        written,
        mapping,
        kinds=(layout.kind, *others),
        is_saved=bool(chosen and chosen.headers),
        is_known=chosen is not None or len(layout.columns) >= FEWEST_KNOWN,
    )


def _layout(
    table: Table,
    file_name: str,
    chosen: ImportMapping | None,
    sample: Sample,
    matches: Sequence[Match],
) -> Layout:
    if chosen is None:
        return matches[0].layout
    if chosen.columns:
        return kept_mappings.layout_of(chosen, table.header, file_name)
    return match(chosen.kind, comparable(table.header), sample).layout


def _open_problem_lines(path: Path, said: SourceFormat, score: HeaderScore) -> Table | None:
    """Open a file of problem lines; None for another.

    Its header stands in the first line, wherever that of the file with all lines does.
    """
    if said.header_line is None and not said.sheet:
        return None
    try:
        table = open_table(path, replace(said, header_line=1, sheet=""), score)
    except BadInputError:
        return None
    return table if REASON_COLUMN in comparable(table.header) else None


def _as_kept(path: Path, table: Table, mappings: Sequence[ImportMapping]) -> Table:
    """Open a table as a kept mapping says it is written, if it is one of that layout."""
    formats = dict.fromkeys(
        _as_written(one.format) for one in mappings if one.headers and one.columns
    )
    for wanted in formats:
        if wanted != SourceFormat():
            try:
                again = open_table(path, wanted, kept_mappings.header_score(mappings))
            except BadInputError:
                continue  # it is written otherwise, so it is another layout
            if kept_mappings.chosen(again.header, mappings) is not None:
                return again
    return table


def _as_written(said: SourceFormat) -> SourceFormat:
    """Return what opening a table needs."""
    return replace(said, decimal_mark="", day_order=None)


def _shown(names: Sequence[str]) -> str:
    """Return some names, cut to what a sentence can hold."""
    shown = [name.strip()[:30] for name in names[:_MOST_SHOWN] if name.strip()]
    return ", ".join(shown) + (", …" if len(names) > _MOST_SHOWN else "")
