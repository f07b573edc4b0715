"""The columns of the work list, each declared once: title, width, side, text, order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, IntEnum, StrEnum
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import LifecycleStatus, Trend
from cockpit.domain.work_list import WorkList
from cockpit.ui.words import status_word, trend_word

translate = QCoreApplication.translate
NOTHING = "–"
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class Role(IntEnum):
    """What the item model answers beside Qt's own roles.

    Attributes:
        SORT: The value that the column is ordered by.
        ENTITY_ID: The customer's key.
    """

    SORT = Qt.ItemDataRole.UserRole + 1
    ENTITY_ID = Qt.ItemDataRole.UserRole + 2


class ColumnKey(StrEnum):
    """The columns by name; widths are remembered under it."""

    TREND = "trend"
    CLIENT = "client"
    PHONE = "phone"
    LAST_ORDER = "last_order"
    FREQUENCY = "frequency"
    RECENCY = "recency"
    CYCLES = "cycles"
    VALUE = "value"
    AT_RISK = "at_risk"
    NEXT_CONTACT = "next_contact"
    STATUS = "status"


class Cell(Enum):
    """How a cell is painted."""

    TEXT = "text"
    SMALL_TEXT = "small_text"
    TREND = "trend"
    CLIENT = "client"
    CYCLES = "cycles"
    NEXT_CONTACT = "next_contact"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Style:
    """What turning a value into text depends on."""

    language: Language
    zone: ZoneInfo
    today: date


Display = Callable[[WorkList, int, Style], str]
SortKeys = Callable[[WorkList], Sequence[object]]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        header: Returns the header in the present language.
        tooltip: Returns the header's tooltip.
        width: Width at first, in pixels; the client's column takes what is left.
        display: Text for people, of one line.
        sort: Order values of all lines; None sorts last either way.
        largest_first: Whether the first click on the header puts the largest first.
    """

    key: ColumnKey
    header: Callable[[], str]
    tooltip: Callable[[], str]
    width: int
    align: Qt.AlignmentFlag
    cell: Cell
    display: Display
    sort: SortKeys
    largest_first: bool = False


def _field(name: str) -> SortKeys:
    return lambda rows: rows.columns[name]


def _trend(rows: WorkList, line: int, style: Style) -> str:
    return trend_word(rows.columns["trend"][line])  # type: ignore[arg-type]


def _client(rows: WorkList, line: int, style: Style) -> str:
    code, name = rows.columns["code"][line], rows.columns["name"][line]
    return f"{code} - {name}" if code else f"{name}"


def _phone(rows: WorkList, line: int, style: Style) -> str:
    return str(rows.columns["phone"][line]) or NOTHING


def _last_order(rows: WorkList, line: int, style: Style) -> str:
    value = rows.columns["last_order_on"][line]
    return f"{value:%d/%m/%y}" if isinstance(value, date) else NOTHING


def _frequency(rows: WorkList, line: int, style: Style) -> str:
    value = rows.columns["frequency_days"][line]
    return str(round(value)) if isinstance(value, int | float) else NOTHING


def _recency(rows: WorkList, line: int, style: Style) -> str:
    value = rows.columns["recency_days"][line]
    return formats.integer(value, style.language) if isinstance(value, int) else NOTHING


def _cycles(rows: WorkList, line: int, style: Style) -> str:
    value = rows.columns["cycles_late"][line]
    return formats.decimal(value, style.language) if isinstance(value, int | float) else NOTHING


def _reais(name: str) -> Display:
    def display(rows: WorkList, line: int, style: Style) -> str:
        cents = rows.columns[name][line]
        assert isinstance(cents, int)  # noqa: S101 - the contract of CustomerRow
        return formats.integer((cents + 50) // 100, style.language) if cents else NOTHING

    return display


def _next_contact(rows: WorkList, line: int, style: Style) -> str:
    value = rows.columns["next_contact_at"][line]
    if not isinstance(value, datetime):
        return NOTHING
    local = value.astimezone(style.zone)
    if local.date() == style.today:
        day = translate("WorkListColumns", "today")
    else:
        day = f"{local:%d/%m}" if local.year == style.today.year else f"{local:%d/%m/%y}"
    return f"{day} {local:%H:%M}" if rows.columns["next_contact_has_time"][line] else day


def _status(rows: WorkList, line: int, style: Style) -> str:
    return status_word(rows.columns["status"][line])  # type: ignore[arg-type]


def _trend_keys(rows: WorkList) -> Sequence[object]:
    rank = {Trend.DOWN: 0, Trend.FLAT: 1, Trend.UP: 2}
    return [rank[trend] for trend in rows.columns["trend"]]  # type: ignore[index]


def _name_keys(rows: WorkList) -> Sequence[object]:
    return [plain(str(name)) for name in rows.columns["name"]]


def _phone_keys(rows: WorkList) -> Sequence[object]:
    return [phone or None for phone in rows.columns["phone"]]


_STATUS_ORDER = (
    LifecycleStatus.AT_RISK,
    LifecycleStatus.INACTIVE,
    LifecycleStatus.NEW,
    LifecycleStatus.RECOVERED,
    LifecycleStatus.ACTIVE,
    LifecycleStatus.LOST,
    LifecycleStatus.PROSPECT,
    LifecycleStatus.BLOCKED,
)


def _status_keys(rows: WorkList) -> Sequence[object]:
    rank = {status: position for position, status in enumerate(_STATUS_ORDER)}
    return [rank[status] for status in rows.columns["status"]]  # type: ignore[index]


COLUMNS: tuple[Column, ...] = (
    Column(
        ColumnKey.TREND,
        lambda: translate("WorkListColumns", "Trend"),
        lambda: translate("WorkListColumns", "Recent purchases against the customer's own past"),
        36,
        CENTRE,
        Cell.TREND,
        _trend,
        _trend_keys,
    ),
    Column(
        ColumnKey.CLIENT,
        lambda: translate("WorkListColumns", "Customer"),
        lambda: translate("WorkListColumns", "Code, name and city"),
        200,
        LEFT,
        Cell.CLIENT,
        _client,
        _name_keys,
    ),
    Column(
        ColumnKey.PHONE,
        lambda: translate("WorkListColumns", "Phone"),
        lambda: translate("WorkListColumns", "The number to dial first"),
        112,
        LEFT,
        Cell.SMALL_TEXT,
        _phone,
        _phone_keys,
    ),
    Column(
        ColumnKey.LAST_ORDER,
        lambda: translate("WorkListColumns", "Last order"),
        lambda: translate("WorkListColumns", "Day of the last purchase; returns do not count"),
        70,
        RIGHT,
        Cell.TEXT,
        _last_order,
        _field("last_order_on"),
        largest_first=True,
    ),
    Column(
        ColumnKey.FREQUENCY,
        lambda: translate("WorkListColumns", "Freq."),
        lambda: translate("WorkListColumns", "Frequency: usual days between purchases"),
        42,
        RIGHT,
        Cell.TEXT,
        _frequency,
        _field("frequency_days"),
    ),
    Column(
        ColumnKey.RECENCY,
        lambda: translate("WorkListColumns", "Recency"),
        lambda: translate("WorkListColumns", "Recency: days since the last purchase"),
        61,
        RIGHT,
        Cell.TEXT,
        _recency,
        _field("recency_days"),
        largest_first=True,
    ),
    Column(
        ColumnKey.CYCLES,
        lambda: translate("WorkListColumns", "Cycles"),
        lambda: translate(
            "WorkListColumns", "Recency divided by frequency: how late the customer is"
        ),
        50,
        RIGHT,
        Cell.CYCLES,
        _cycles,
        _field("cycles_late"),
        largest_first=True,
    ),
    Column(
        ColumnKey.VALUE,
        lambda: translate("WorkListColumns", "Value"),
        lambda: translate("WorkListColumns", "Usual value of a purchase, in R$"),
        54,
        RIGHT,
        Cell.TEXT,
        _reais("value_cents"),
        _field("value_cents"),
        largest_first=True,
    ),
    Column(
        ColumnKey.AT_RISK,
        lambda: translate("WorkListColumns", "At risk (R$)"),
        lambda: translate("WorkListColumns", "What can still be saved in 90 days, estimated"),
        86,
        RIGHT,
        Cell.TEXT,
        _reais("at_risk_cents"),
        _field("at_risk_cents"),
        largest_first=True,
    ),
    Column(
        ColumnKey.NEXT_CONTACT,
        lambda: translate("WorkListColumns", "Next contact"),
        lambda: translate("WorkListColumns", "The one agreed next contact"),
        98,
        LEFT,
        Cell.NEXT_CONTACT,
        _next_contact,
        _field("next_contact_at"),
    ),
    Column(
        ColumnKey.STATUS,
        lambda: translate("WorkListColumns", "Status"),
        lambda: translate("WorkListColumns", "Where the customer stands in their own cycle"),
        92,
        LEFT,
        Cell.STATUS,
        _status,
        _status_keys,
    ),
)
