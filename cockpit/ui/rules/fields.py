"""One editor for each shape of a rule's field; what it cannot hold need not be checked."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLocale, QSignalBlocker, QTime, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.cadence import DAY_MINUTES
from cockpit.domain.rules import RuleField, Shape
from cockpit.ui.rules.choice_fields import ChoiceEditor, ChoicesEditor, OrderedEditor
from cockpit.ui.rules.field_editor import FieldEditor, Surroundings
from cockpit.ui.rules.words import (
    HOUR_MINUTES,
    NOTHING,
    counted_unit,
    field_word,
    unit_word,
)
from cockpit.ui.widgets.spin_boxes import inset

_NUMBER_WIDTH, _SHORT_WIDTH = 120, 84
_TALL, _SHORT = 190, 62
_UNITS = ((DAY_MINUTES, "days"), (HOUR_MINUTES, "hours"), (1, "minutes"))


class TextEditor(FieldEditor):
    """A line."""

    def __init__(self, field: RuleField, about: Surroundings, parent: QWidget) -> None:
        super().__init__(field, parent)
        self.line = QLineEdit(self)
        self.line.setMaxLength(field.high)
        self.line.textEdited.connect(self.changed)
        self._hold(self.line, field_word(field, about.language))

    @override
    def value(self) -> str:
        return self.line.text()

    @override
    def set_value(self, value: Any) -> None:
        self.line.setText(value or "")
        self.line.setCursorPosition(0)


class LongTextEditor(FieldEditor):
    """Several lines."""

    def __init__(self, field: RuleField, about: Surroundings, parent: QWidget) -> None:
        super().__init__(field, parent)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_TALL if field.key == "body" else _SHORT)
        self.text.textChanged.connect(self.changed)
        self._hold(self.text, field_word(field, about.language))

    @override
    def value(self) -> str:
        return self.text.toPlainText()

    @override
    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self.text):
            self.text.setPlainText(value or "")


class NumberEditor(FieldEditor):
    """A whole number; one below the least stands for "as the wider rule"."""

    def __init__(self, field: RuleField, about: Surroundings, parent: QWidget) -> None:
        super().__init__(field, parent)
        self.box = QSpinBox(self)
        self.box.setRange(field.low - field.is_optional, field.high)
        self._language = about.language
        self.box.setSpecialValueText(NOTHING if field.is_optional else "")
        _shape(self.box, about)
        self._show_unit()
        self.box.valueChanged.connect(self._on_value_changed)
        self._hold(self.box, field_word(field, about.language), stretches=False)

    @override
    def value(self) -> int | None:
        found = self.box.value()
        return None if found < self.field.low else found

    @override
    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self.box):
            self.box.setValue(self.field.low - 1 if value is None else value)
        self._show_unit()

    def _show_unit(self) -> None:
        unit = unit_word(self.field, self._language, self.box.value())
        self.box.setSuffix(f" {unit}" if unit else "")

    @Slot()
    def _on_value_changed(self) -> None:
        self._show_unit()
        self.changed.emit()


class PercentEditor(FieldEditor):
    """Basis points as a percentage; below nought stands for "as the wider rule"."""

    def __init__(self, field: RuleField, about: Surroundings, parent: QWidget) -> None:
        super().__init__(field, parent)
        self.box = QDoubleSpinBox(self)
        self.box.setDecimals(2)
        self.box.setSingleStep(0.5)
        self.box.setRange(-1.0 if field.is_optional else field.low / 100, field.high / 100)
        self.box.setSuffix("%")
        self.box.setSpecialValueText(NOTHING if field.is_optional else "")
        _shape(self.box, about)
        self.box.valueChanged.connect(self.changed)
        self._hold(self.box, field_word(field, about.language), stretches=False)

    @override
    def value(self) -> int | None:
        found = round(100 * self.box.value())
        return None if found < 0 else found

    @override
    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self.box):
            self.box.setValue(-1.0 if value is None else value / 100)


class MinutesEditor(FieldEditor):
    """A wait, in minutes, hours or days."""

    def __init__(self, field: RuleField, about: Surroundings, parent: QWidget) -> None:
        super().__init__(field, parent)
        self.box, self.unit = QSpinBox(self), QComboBox(self)
        self.box.setSpecialValueText(NOTHING if field.is_optional else "")
        _shape(self.box, about)
        self.box.setFixedWidth(_SHORT_WIDTH)
        self._language = about.language
        for minutes, word in reversed(_UNITS):
            self.unit.addItem(counted_unit(word, about.language, 0), minutes)
        self._show_range()
        self._hold(self.box, field_word(field, about.language), stretches=False)
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)  # noqa: S101 - it has just been made
        layout.insertWidget(1, self.unit)
        self.unit.setAccessibleName(field_word(field, about.language))
        self.box.valueChanged.connect(self._on_value_changed)
        self.unit.currentIndexChanged.connect(self._on_unit_changed)

    @override
    def value(self) -> int | None:
        found = self.box.value() * int(self.unit.currentData())
        return found or None

    @override
    def set_value(self, value: Any) -> None:
        minutes = value or 0
        unit = next(size for size, _ in _UNITS if minutes % size == 0)
        with QSignalBlocker(self.box), QSignalBlocker(self.unit):
            self.unit.setCurrentIndex(self.unit.findData(unit))
            self._show_range()
            self.box.setValue(minutes // unit)
        self._show_units()

    def _show_units(self) -> None:
        """Write the units of one, or of several."""
        for row, (_, word) in enumerate(reversed(_UNITS)):
            self.unit.setItemText(row, counted_unit(word, self._language, self.box.value()))

    def _show_range(self) -> None:
        unit = int(self.unit.currentData())
        self.box.setRange(0 if self.field.is_optional else 1, self.field.high // unit)

    @Slot()
    def _on_value_changed(self) -> None:
        self._show_units()
        self.changed.emit()

    @Slot()
    def _on_unit_changed(self) -> None:
        self._show_range()
        self.changed.emit()


class ClockEditor(FieldEditor):
    """A time of day."""

    def __init__(self, field: RuleField, about: Surroundings, parent: QWidget) -> None:
        super().__init__(field, parent)
        self.box = QTimeEdit(self)
        self.box.setDisplayFormat("HH:mm")
        self.box.setFixedWidth(_NUMBER_WIDTH)
        inset(self.box)
        self.box.timeChanged.connect(self.changed)
        self._hold(self.box, field_word(field, about.language), stretches=False)

    @override
    def value(self) -> str:
        return self.box.time().toString("HH:mm")

    @override
    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self.box):
            self.box.setTime(QTime.fromString(value, "HH:mm"))


class SwitchEditor(FieldEditor):
    """Yes or no; its words stand beside the box."""

    def __init__(self, field: RuleField, about: Surroundings, parent: QWidget) -> None:
        super().__init__(field, parent)
        self.box = QCheckBox(field_word(field, about.language), self)
        self.box.toggled.connect(self.changed)
        self._hold(self.box, self.box.text(), stretches=False)

    @override
    def value(self) -> bool:
        return self.box.isChecked()

    @override
    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(value))


def _shape(box: QSpinBox | QDoubleSpinBox, about: Surroundings) -> None:
    box.setFixedWidth(_NUMBER_WIDTH)
    box.setLocale(QLocale(about.language.value))
    inset(box)


Maker = Callable[[RuleField, Surroundings, QWidget], FieldEditor]
MAKERS: dict[Shape, Maker] = {
    Shape.TEXT: TextEditor,
    Shape.LONG_TEXT: LongTextEditor,
    Shape.WHOLE: NumberEditor,
    Shape.PERCENT: PercentEditor,
    Shape.MINUTES: MinutesEditor,
    Shape.CLOCK: ClockEditor,
    Shape.SWITCH: SwitchEditor,
    Shape.CHOICE: ChoiceEditor,
    Shape.CHOICES: ChoicesEditor,
    Shape.ORDERED: OrderedEditor,
}
