"""What one kind of report says, and what the builders of all kinds have in common."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from cockpit.domain.figures import Defined
from cockpit.domain.indicators import Cut, CutKey, CutName
from cockpit.domain.messages import Message
from cockpit.domain.periods import Period
from cockpit.domain.reports import (
    CellKind,
    KeyFigure,
    ReportCell,
    ReportChart,
    ReportColumn,
    ReportRequest,
    ReportTable,
)
from cockpit.domain.vocabulary import Channel, LifecycleStatus

IsCancelled = Callable[[], bool]
_WIDE = 2.4
_Line = TypeVar("_Line")


@dataclass(frozen=True, slots=True)
class ReportParts:
    """What one kind of report says, its head aside; see ``ReportDocument``."""

    figures: tuple[KeyFigure, ...] = ()
    chart: ReportChart | None = None
    tables: tuple[ReportTable, ...] = ()
    notes: tuple[Message, ...] = ()
    definitions: tuple[Defined, ...] = ()


class ReportBuilder(Protocol):
    """Makes one kind of report."""

    def parts(self, request: ReportRequest, is_cancelled: IsCancelled) -> ReportParts:
        """Return what the report says.

        Raises:
            CancelledError: ``is_cancelled`` said so.
            ForbiddenError: The user may not see this.
        """
        ...


def compared(
    figure: Defined,
    kind: CellKind,
    now: _Line,
    before: _Line | None,
    read: Callable[[_Line], int | float | None],
) -> KeyFigure:
    """Return a figure beside that of the period that it is compared with."""
    return KeyFigure(figure, kind, read(now), None if before is None else read(before))


def label(name: str, weight: float = _WIDE) -> ReportColumn:
    """Return a column of text."""
    return ReportColumn(name, CellKind.TEXT, weight)


def count(name: str) -> ReportColumn:
    """Return a column of whole numbers."""
    return ReportColumn(name, CellKind.COUNT, 0.9)


def cents(name: str) -> ReportColumn:
    """Return a column of money."""
    return ReportColumn(name, CellKind.CENTS, 1.3)


def share(name: str) -> ReportColumn:
    """Return a column of shares."""
    return ReportColumn(name, CellKind.SHARE, 0.9)


def number(name: str) -> ReportColumn:
    """Return a column of numbers with a decimal."""
    return ReportColumn(name, CellKind.NUMBER, 0.9)


def day(name: str) -> ReportColumn:
    """Return a column of days."""
    return ReportColumn(name, CellKind.DAY, 1.0)


def of_cut(cut: Cut) -> ReportColumn:
    """Return the column that names a cut's values."""
    return label(f"cut_{cut.value}")


def cut_cell(cut: Cut, name: CutName) -> ReportCell:
    """Return a value of a cut as a table names it."""
    return named(cut, name.key, name.name)


def named(cut: Cut, key: CutKey, name: str) -> str | Message:
    """Return a cut's value as it is shown: what has no name is put into words."""
    if isinstance(key, Channel):
        return Message.of(f"document.channel_{key.value}")
    return name or Message.of(f"document.none_{cut.value}")


def status(value: LifecycleStatus | str) -> Message:
    """Return a status in words."""
    return Message.of(f"status.{value}")


def month(period: Period) -> str:
    """Return a month's days as a table names them: mm/yyyy."""
    return f"{period.first.month:02d}/{period.first.year:04d}"


def table(
    name: str,
    columns: Iterable[ReportColumn],
    rows: Iterable[Iterable[ReportCell]],
    total: Iterable[ReportCell] = (),
) -> ReportTable:
    """Return a table."""
    return ReportTable(name, tuple(columns), [tuple(row) for row in rows], tuple(total))


TOTAL = Message.of("document.total")
