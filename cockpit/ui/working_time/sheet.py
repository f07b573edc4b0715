"""The record of working time as a list for files: stretches, pauses, and each day's totals."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from cockpit.domain.day_record import DayRecord
from cockpit.domain.export_columns import CellKind, ExportCell, SheetColumn
from cockpit.domain.vocabulary import BreakKind
from cockpit.ui.working_time.words import kind_word, minutes_of

translate = QCoreApplication.translate

_MILLI = 1_000


def sheet_columns() -> tuple[SheetColumn, ...]:
    """Return the columns in the present language."""
    return (
        SheetColumn(translate("WorkingDay", "Day"), CellKind.DAY),
        SheetColumn(translate("WorkingDay", "What"), CellKind.TEXT),
        SheetColumn(translate("WorkingDay", "Begin"), CellKind.MOMENT),
        SheetColumn(translate("WorkingDay", "End"), CellKind.MOMENT),
        SheetColumn(translate("WorkingDay", "Minutes"), CellKind.MILLI),
        SheetColumn(translate("WorkingDay", "Contacts"), CellKind.MILLI),
        SheetColumn(translate("WorkingDay", "Seconds per call"), CellKind.MILLI),
        SheetColumn(translate("WorkingDay", "Corrected"), CellKind.YES_NO),
        SheetColumn(translate("WorkingDay", "Reason"), CellKind.TEXT),
    )


def sheet_rows(records: Iterable[DayRecord], zone: ZoneInfo) -> Iterator[tuple[ExportCell, ...]]:
    """Yield each day's stretches and pauses as they count, then its totals."""
    for record in records:
        for span in record.spans:
            ended = span.ended_at or record.now
            yield (
                record.day, kind_word(span.kind), _local(span.started_at, zone),
                None if span.ended_at is None else _local(span.ended_at, zone),
                _minutes(ended - span.started_at), None, None, span.is_corrected,
                span.reason or None,
            )  # fmt: skip
        yield from _totals(record)


def _totals(record: DayRecord) -> Iterator[tuple[ExportCell, ...]]:
    mean = record.mean_call
    total = translate("WorkingDay", "Total: {what}")
    worked = total.format(what=kind_word(None))
    seconds = None if mean is None else round(mean.total_seconds()) * _MILLI
    yield (
        record.day, worked, None, None, _minutes(record.worked), len(record.calls) * _MILLI,
        seconds, None, None,
    )  # fmt: skip
    for kind in BreakKind:
        paused = record.paused(kind)
        if paused:
            name = total.format(what=kind_word(kind))
            yield (record.day, name, None, None, _minutes(paused), None, None, None, None)


def _minutes(time: timedelta) -> int:
    return minutes_of(time) * _MILLI


def _local(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)
