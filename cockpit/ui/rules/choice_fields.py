"""Editors of fields whose values are chosen: one, some, or some in an order."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.rules import RuleField
from cockpit.ui.rules.field_editor import FieldEditor, Surroundings
from cockpit.ui.rules.words import NOTHING, choice_word, field_word
from cockpit.ui.theme import Height, Space
from cockpit.ui.widgets.flow_layout import FlowLayout


class ChoiceEditor(FieldEditor):
    """One of several."""

    def __init__(self, field: RuleField, about: Surroundings, parent: QWidget) -> None:
        super().__init__(field, parent)
        self.box = QComboBox(self)
        if field.is_optional:
            self.box.addItem(NOTHING, None)
        known = [key for key, _ in about.names.get(field.key, ())]
        for key in field.choices or known:
            self.box.addItem(choice_word(field, key, about.language, about.names), key)
        self.box.currentIndexChanged.connect(self.changed)
        self._hold(self.box, field_word(field, about.language), stretches=False)

    @override
    def value(self) -> str | None:
        found: str | None = self.box.currentData()
        return found

    @override
    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self.box):
            if value is not None and self.box.findData(value) < 0:
                self.box.addItem(str(value), value)
            self.box.setCurrentIndex(max(self.box.findData(value), 0))


class ChoicesEditor(FieldEditor):
    """Some of several, a box each."""

    def __init__(self, field: RuleField, about: Surroundings, parent: QWidget) -> None:
        super().__init__(field, parent)
        layout = FlowLayout(self)
        layout.setSpacing(Space.M)
        known = [key for key, _ in about.names.get(field.key, ())]
        self.boxes = {key: QCheckBox(self) for key in field.choices or known}
        title = field_word(field, about.language)
        for key, box in self.boxes.items():
            word = choice_word(field, key, about.language, about.names)
            box.setText(word)
            box.setAccessibleName(f"{title}: {word}")
            box.toggled.connect(self.changed)
            layout.addWidget(box)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))
        self._others: list[str] = []

    @override
    def value(self) -> list[str]:
        return [*(key for key, box in self.boxes.items() if box.isChecked()), *self._others]

    @override
    def set_value(self, value: Any) -> None:
        self._others = [one for one in value if one not in self.boxes]
        for key, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(key in value)


class OrderedEditor(FieldEditor):
    """Some of several in an order: the space bar takes one in, Alt with an arrow moves it."""

    def __init__(self, field: RuleField, about: Surroundings, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._about = about
        self.list = _MovableList(self)
        self.list.setFixedHeight(Height.FIELD * len(field.choices))
        self.list.itemChanged.connect(self.changed)
        self.list.moved.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.list.setAccessibleName(field_word(field, about.language))
        self.setFocusProxy(self.list)

    @override
    def value(self) -> list[str]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return [
            str(one.data(Qt.ItemDataRole.UserRole))
            for one in items
            if one.checkState() is Qt.CheckState.Checked
        ]

    @override
    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            for key in dict.fromkeys((*value, *self.field.choices)):
                word = choice_word(self.field, key, self._about.language, self._about.names)
                item = QListWidgetItem(word, self.list)
                item.setData(Qt.ItemDataRole.UserRole, key)
                is_in = key in value
                item.setCheckState(Qt.CheckState.Checked if is_in else Qt.CheckState.Unchecked)
            self.list.setCurrentRow(0)


class _MovableList(QListWidget):
    """A list whose rows move with Alt and an arrow."""

    #: A row is elsewhere.
    moved = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        row = self.currentRow()
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier or not step:
            super().keyPressEvent(event)
        elif 0 <= row + step < self.count():
            with QSignalBlocker(self):
                self.insertItem(row + step, self.takeItem(row))
            self.setCurrentRow(row + step)
            self.moved.emit()
