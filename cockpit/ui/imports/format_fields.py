"""How a file is written, shown and correctable: letters, delimiter, sheet, numbers, days."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.import_sources import Container, DayOrder, SourceFormat
from cockpit.ui.imports.wheel import still_under_the_wheel
from cockpit.ui.theme import Height, Space
from cockpit.ui.widgets.labels import ranked_label

translate = QCoreApplication.translate

LAST_HEADER_LINE = 999
_HEADER_WIDTH = 64
_ITEM_HEIGHT = 28
_NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 (BOM)",
    "cp1252": "Windows-1252",
    "iso-8859-1": "ISO-8859-1",
    "latin-1": "ISO-8859-1",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
}
_ENCODINGS = ("utf-8", "cp1252", "iso-8859-1", "utf-16")


class FormatFields(QWidget):
    """Edits one ``SourceFormat``; what does not apply to the container is not shown.

    Attributes:
        encoding: The codec.
        delimiter: What parts the cells.
        sheet: The spreadsheet's sheet.
        header_line: The line with the columns' names.
        decimal_mark: Of amounts that are written as text.
        day_order: Of days that are written as text.
    """

    #: The user corrected something.
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._format = SourceFormat()
        self._sheets: Sequence[str] = ()
        self._is_filling = False
        self.encoding, self.delimiter, self.sheet = (QComboBox(self) for _ in range(3))
        self.decimal_mark, self.day_order = QComboBox(self), QComboBox(self)
        self.header_line = QSpinBox(self)
        self.header_line.setRange(1, LAST_HEADER_LINE)
        self.header_line.setKeyboardTracking(False)
        self.header_line.setFixedWidth(_HEADER_WIDTH)
        self.header_line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._fields: dict[str, tuple[QWidget, QLabel, QWidget]] = {}
        self._lay_out()
        self._retranslate()
        for combo in self._combos():
            combo.activated.connect(self._on_edited)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for field in self.fields():
            still_under_the_wheel(field)
        self.header_line.valueChanged.connect(self._on_edited)

    def show_format(self, how: SourceFormat, sheets: Sequence[str]) -> None:
        """Show how a file is written, and among which sheets it can be chosen."""
        self._format, self._sheets = how, sheets
        self._fill()

    def format(self) -> SourceFormat:
        """Return how the file is written by what the fields say."""
        day_order = self.day_order.currentData()
        return replace(
            self._format,
            encoding=self.encoding.currentData() or "",
            delimiter=self.delimiter.currentData() or "",
            sheet=self.sheet.currentData() or "",
            header_line=self.header_line.value(),
            decimal_mark=self.decimal_mark.currentData() or "",
            day_order=None if day_order is None else DayOrder(day_order),
        )

    def fields(self) -> tuple[QWidget, ...]:
        """Return the fields from left to right."""
        return tuple(field for _cell, _label, field in self._fields.values())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _combos(self) -> tuple[QComboBox, ...]:
        return self.encoding, self.delimiter, self.sheet, self.decimal_mark, self.day_order

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        for name, field in (
            ("encoding", self.encoding),
            ("delimiter", self.delimiter),
            ("sheet", self.sheet),
            ("header_line", self.header_line),
            ("decimal_mark", self.decimal_mark),
            ("day_order", self.day_order),
        ):
            cell, label = QWidget(self), ranked_label("caption", parent=self)
            label.setBuddy(field)
            field.setFixedHeight(Height.FIELD)
            column = QVBoxLayout(cell)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            column.addWidget(label)
            column.addWidget(field)
            row.addWidget(cell)
            self._fields[name] = (cell, label, field)
        row.addStretch()

    def _fill(self) -> None:
        how, self._is_filling = self._format, True
        names = [*_ENCODINGS, *(() if how.encoding in _ENCODINGS else (how.encoding,))]
        _offer(self.encoding, [(_NAMES.get(one, one), one) for one in names], how.encoding)
        _offer(self.delimiter, _delimiters(how.delimiter), how.delimiter)
        _offer(self.sheet, [(one, one) for one in self._sheets], how.sheet)
        self.header_line.setValue(how.header_line or 1)
        _offer(self.decimal_mark, _marks(), how.decimal_mark)
        _offer(self.day_order, _day_orders(), how.day_order)
        is_text = how.container in {None, Container.CSV}
        shown = {
            "encoding": is_text,
            "delimiter": is_text,
            "sheet": len(self._sheets) > 1,
            "header_line": how.container is not Container.XML,
        }
        for name, (cell, _label, _field) in self._fields.items():
            cell.setVisible(shown.get(name, how.container is not Container.XML))
        self._is_filling = False

    def _retranslate(self) -> None:
        words = {
            "encoding": self.tr("Encoding"),
            "delimiter": self.tr("Delimiter"),
            "sheet": self.tr("Sheet"),
            "header_line": self.tr("Header in line"),
            "decimal_mark": self.tr("Amounts"),
            "day_order": self.tr("Dates"),
        }
        for name, word in words.items():
            _cell, label, field = self._fields[name]
            label.setText(word)
            field.setAccessibleName(word)
        for combo in self._combos():
            combo.setPlaceholderText(self.tr("by itself"))
        self._fill()

    @Slot()
    def _on_edited(self) -> None:
        if not self._is_filling:
            self.changed.emit()


def _offer(combo: QComboBox, choices: Sequence[tuple[str, str]], chosen: str | None) -> None:
    """Fill a combo with (text, value) pairs, the chosen value current; none if it is not there."""
    combo.clear()
    for text, value in choices:
        combo.addItem(text, value)
    combo.setCurrentIndex(combo.findData(chosen))
    combo.view().setMinimumHeight(min(combo.count(), combo.maxVisibleItems()) * _ITEM_HEIGHT)


def _delimiters(found: str) -> list[tuple[str, str]]:
    known = [
        (translate("FormatFields", "semicolon ;"), ";"),
        (translate("FormatFields", "comma ,"), ","),
        (translate("FormatFields", "tab"), "\t"),
        (translate("FormatFields", "bar |"), "|"),
    ]
    is_known = not found or found in {value for _text, value in known}
    return known if is_known else [*known, (found, found)]


def _marks() -> list[tuple[str, str]]:
    return [("1.234,56", ","), ("1,234.56", ".")]


def _day_orders() -> list[tuple[str, str]]:
    return [
        (translate("FormatFields", "dd/mm/yyyy"), DayOrder.DAY_FIRST),
        (translate("FormatFields", "mm/dd/yyyy"), DayOrder.MONTH_FIRST),
    ]
