"""The columns of the work list, each declared once: title, width, side, text, order, export."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum

from PySide6.QtCore import Qt

from cockpit.domain.export_columns import CellKind, ExportCell
from cockpit.domain.work_list import CustomerRow
from cockpit.ui.work_list import cell_texts as texts
from cockpit.ui.work_list import cell_values as values
from cockpit.ui.work_list import column_words
from cockpit.ui.work_list.cell_texts import Style

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class Role(IntEnum):
    """What the item model answers beside Qt's own roles.

    Attributes:
        ENTITY_ID: The customer's key.
        ROW: The ``CustomerRow`` itself.
    """

    ENTITY_ID = Qt.ItemDataRole.UserRole + 1
    ROW = Qt.ItemDataRole.UserRole + 2


class ColumnKey(StrEnum):
    """The columns by name; a user's choice of them is remembered under it."""

    NEXT_CONTACT = "next_contact"
    TREND = "trend"
    CLIENT = "client"
    PHONE = "phone"
    COMPANY = "company"
    CITY = "city"
    STATE = "state"
    OWNER = "owner"
    SEGMENT = "segment"
    REGION = "region"
    TAX_ID = "tax_id"
    LAST_ORDER = "last_order"
    LAST_CONTACT = "last_contact"
    FREQUENCY = "frequency"
    RECENCY = "recency"
    CYCLES = "cycles"
    VALUE = "value"
    VALUE_12M = "value_12m"
    AT_RISK = "at_risk"
    LOST_SO_FAR = "lost_so_far"
    OVERDUE = "overdue"
    LIGHTS = "lights"
    CREDIT = "credit"
    ORDERS = "orders"
    TITLES = "titles"
    QUOTES = "quotes"
    SERVICE = "service"
    NONCONFORMITY = "nonconformity"
    AGENDA = "agenda"
    BLOCKED = "blocked"
    OBJECTION = "objection"
    CAMPAIGN = "campaign"
    STATUS = "status"
    REASON = "reason"


class Cell(Enum):
    """How a cell is painted."""

    TEXT = "text"
    SMALL_TEXT = "small_text"
    TREND = "trend"
    CLIENT = "client"
    CYCLES = "cycles"
    NEXT_CONTACT = "next_contact"
    STATUS = "status"
    LIGHTS = "lights"


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        width: Width at first, in pixels; the client's column takes what is left.
        display: Text for people, of one line.
        value: What a spreadsheet gets.
        kind: What that value is.
        field: The field of ``CustomerRow`` that it is ordered by; empty is the order of calling.
        is_shown: Whether it is there before the user chooses.
        largest_first: Whether the first click on the header puts the largest first.
    """

    key: ColumnKey
    width: int
    align: Qt.AlignmentFlag
    cell: Cell
    display: Callable[[CustomerRow, Style], str]
    value: Callable[[CustomerRow, Style], ExportCell]
    kind: CellKind = CellKind.TEXT
    field: str = ""
    is_shown: bool = False
    largest_first: bool = False

    def header(self) -> str:
        """Return the header in the present language."""
        return column_words.header(self.key)

    def tooltip(self) -> str:
        """Return the header's tooltip in the present language."""
        return column_words.hint(self.key)


def _text(key: ColumnKey, field: str, width: int, *, is_shown: bool = False) -> Column:
    """Return a column of a plain text."""
    return Column(
        key, width, LEFT, Cell.SMALL_TEXT, texts.plain_field(field), values.text(field),
        field=field, is_shown=is_shown,
    )  # fmt: skip


def _reais(key: ColumnKey, field: str, width: int, *, is_shown: bool = False) -> Column:
    """Return a column of an amount."""
    return Column(
        key, width, RIGHT, Cell.TEXT, texts.reais(field), values.cents(field), CellKind.CENTS,
        field, is_shown, largest_first=True,
    )  # fmt: skip


def _light(key: ColumnKey, field: str = "") -> Column:
    """Return a column of one status light; ``field`` only where it can be ordered by."""
    display = texts.light(key.value)
    return Column(
        key, 40, CENTRE, Cell.LIGHTS, display, display, field=field, largest_first=True
    )  # fmt: skip


COLUMNS: tuple[Column, ...] = (
    Column(
        ColumnKey.TREND, 37, CENTRE, Cell.TREND, texts.trend, texts.trend, field="trend",
        is_shown=True,
    ),
    Column(
        ColumnKey.CLIENT, 200, LEFT, Cell.CLIENT, texts.client, texts.client, field="name",
        is_shown=True,
    ),
    _text(ColumnKey.PHONE, "phone", 117, is_shown=True),
    _text(ColumnKey.COMPANY, "company", 60),
    _text(ColumnKey.CITY, "city", 120),
    _text(ColumnKey.STATE, "state", 44),
    _text(ColumnKey.OWNER, "owner", 100),
    _text(ColumnKey.SEGMENT, "segment", 110),
    _text(ColumnKey.REGION, "region", 90),
    Column(
        ColumnKey.TAX_ID, 132, LEFT, Cell.SMALL_TEXT, texts.tax_id, values.text("tax_id"),
        field="tax_id",
    ),
    Column(
        ColumnKey.LAST_ORDER, 72, RIGHT, Cell.TEXT, texts.last_order,
        values.day("last_order_on"), CellKind.DAY, "last_order_on", is_shown=True,
        largest_first=True,
    ),
    Column(
        ColumnKey.LAST_CONTACT, 128, LEFT, Cell.SMALL_TEXT, texts.last_contact,
        values.moment("last_contact_at"), CellKind.MOMENT, "last_contact_at", largest_first=True,
    ),
    Column(
        ColumnKey.FREQUENCY, 42, RIGHT, Cell.TEXT, texts.frequency,
        values.milli("frequency_days"), CellKind.MILLI, "frequency_days", is_shown=True,
    ),
    Column(
        ColumnKey.RECENCY, 60, RIGHT, Cell.TEXT, texts.recency, values.milli("recency_days"),
        CellKind.MILLI, "recency_days", is_shown=True, largest_first=True,
    ),
    Column(
        ColumnKey.CYCLES, 48, RIGHT, Cell.CYCLES, texts.cycles, values.milli("cycles_late"),
        CellKind.MILLI, "cycles_late", is_shown=True, largest_first=True,
    ),
    _reais(ColumnKey.VALUE, "value_cents", 58),
    _reais(ColumnKey.VALUE_12M, "value_12m_cents", 72),
    _reais(ColumnKey.AT_RISK, "at_risk_cents", 64, is_shown=True),
    _reais(ColumnKey.LOST_SO_FAR, "lost_so_far_cents", 72),
    _reais(ColumnKey.OVERDUE, "overdue_cents", 66),
    Column(
        ColumnKey.LIGHTS, 103, LEFT, Cell.LIGHTS, texts.lights, texts.lights, is_shown=True
    ),
    _light(ColumnKey.CREDIT, "credit"),
    _light(ColumnKey.ORDERS, "orders"),
    _light(ColumnKey.TITLES, "titles"),
    _light(ColumnKey.QUOTES, "quotes"),
    _light(ColumnKey.SERVICE, "service"),
    _light(ColumnKey.NONCONFORMITY, "nonconformity"),
    _light(ColumnKey.AGENDA),
    _light(ColumnKey.BLOCKED, "is_blocked"),
    _text(ColumnKey.OBJECTION, "objection", 120),
    _text(ColumnKey.CAMPAIGN, "campaign", 110),
    Column(
        ColumnKey.NEXT_CONTACT, 98, LEFT, Cell.NEXT_CONTACT, texts.next_contact,
        values.moment("next_contact_at"), CellKind.MOMENT, "next_contact_at", is_shown=True,
    ),
    Column(
        ColumnKey.STATUS, 94, LEFT, Cell.STATUS, texts.status, texts.status, field="status",
        is_shown=True,
    ),
    Column(ColumnKey.REASON, 250, LEFT, Cell.SMALL_TEXT, texts.reason, texts.reason),
)  # fmt: skip
COLUMN_OF = {column.key: column for column in COLUMNS}
SECTION_OF = {column.key: section for section, column in enumerate(COLUMNS)}
FIELD_COLUMN = {column.field: column for column in COLUMNS if column.field}
