"""The first lines of a file as they would be taken, or as they stand in it while columns miss."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

import resources
from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.import_records import ImportRecord, RowProblem
from cockpit.domain.import_sources import FilePreview
from cockpit.domain.messages import Message
from cockpit.ui.imports.column_words import column_word
from cockpit.ui.imports.sample_fields import FIELDS, Field
from cockpit.ui.widgets.record_table import LEFT, RIGHT, Column

if TYPE_CHECKING:
    from collections.abc import Sequence

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SampleLine:
    """A line of the sample; ``record`` is None while nobody can tell what it holds."""

    line: int
    cells: tuple[str, ...]
    record: ImportRecord | RowProblem | None


def sample_lines(preview: FilePreview) -> list[SampleLine]:
    """Return a preview's lines."""
    records: Sequence[ImportRecord | RowProblem | None]
    records = preview.records or [None] * len(preview.lines)
    return [
        SampleLine(line, cells, record)
        for line, cells, record in zip(preview.lines, preview.cells, records, strict=True)
    ]


def shows_reasons(preview: FilePreview) -> bool:
    """Return whether some line of the sample is odd; its reason stands in the second column."""
    return any(_reasons(one) for one in preview.records)


def sample_columns(preview: FilePreview) -> tuple[Column[SampleLine], ...]:
    """Return the columns that a preview's lines are shown in: those that the file has."""
    line: Column[SampleLine] = Column(
        lambda: translate("ImportSample", "Line"),
        lambda one, language: formats.integer(one.line, language),
        RIGHT,
    )
    if not preview.records:
        return (line, *(_raw_column(place, one) for place, one in enumerate(preview.headers)))
    mapped = preview.mapping.columns
    columns = [
        _field_column(name, field)
        for name, field in FIELDS[preview.mapping.kind].items()
        if name in mapped or not mapped
    ]
    return (line, *([_REASON] if shows_reasons(preview) else []), *columns)


def _raw_column(place: int, header: str) -> Column[SampleLine]:
    return Column(lambda: header, partial(_cell, place=place))


def _cell(line: SampleLine, _language: Language, *, place: int) -> str:
    return line.cells[place] if place < len(line.cells) else ""


def _field_column(name: str, field: Field) -> Column[SampleLine]:
    def text(line: SampleLine, language: Language) -> str:
        if line.record is None or isinstance(line.record, RowProblem):
            return ""
        return field.show(line.record, language)

    return Column(partial(column_word, name), text, RIGHT if field.is_number else LEFT)


def _reasons(record: ImportRecord | RowProblem | None) -> tuple[Message, ...]:
    if isinstance(record, RowProblem):
        return record.reasons
    return () if record is None else record.flags


def _odd(line: SampleLine, language: Language) -> str:
    said = resources.CLAUSE_SEPARATOR.join(
        resources.text(one, language) for one in _reasons(line.record)
    )
    if isinstance(line.record, RowProblem):
        return translate("ImportSample", "rejected: {reason}").format(reason=said)
    return said


def _odd_ink(line: SampleLine) -> str:
    return "danger" if isinstance(line.record, RowProblem) else "warning"


_REASON: Column[SampleLine] = Column(
    lambda: translate("ImportSample", "Warning"), _odd, ink=_odd_ink
)
