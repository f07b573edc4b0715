"""What a spreadsheet gets from a cell: typed values, instants as local ones without a zone."""

from collections.abc import Callable
from datetime import date, datetime

from cockpit.domain.export_columns import ExportCell
from cockpit.domain.work_list import CustomerRow
from cockpit.ui.work_list.cell_texts import Style

_THOUSAND = 1000

Value = Callable[[CustomerRow, Style], ExportCell]


def text(field: str) -> Value:
    """Return the cell of a text."""

    def value(row: CustomerRow, style: Style) -> ExportCell:
        return str(getattr(row, field))

    return value


def cents(field: str) -> Value:
    """Return the cell of an amount, in cents."""

    def value(row: CustomerRow, style: Style) -> ExportCell:
        return int(getattr(row, field))

    return value


def milli(field: str) -> Value:
    """Return the cell of a number, in thousandths; nothing where it is not known."""

    def value(row: CustomerRow, style: Style) -> ExportCell:
        known = getattr(row, field)
        return None if known is None else round(known * _THOUSAND)

    return value


def day(field: str) -> Value:
    """Return the cell of a day."""

    def value(row: CustomerRow, style: Style) -> ExportCell:
        known = getattr(row, field)
        return known if isinstance(known, date) else None

    return value


def moment(field: str) -> Value:
    """Return the cell of an instant, as the user's clock shows it."""

    def value(row: CustomerRow, style: Style) -> ExportCell:
        known = getattr(row, field)
        if not isinstance(known, datetime):
            return None
        return known.astimezone(style.zone).replace(tzinfo=None)

    return value
