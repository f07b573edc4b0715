"""One line of the filter builder: field, comparison, value, and a button that takes it away."""

from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from cockpit.domain.filters import FIELDS, KINDS, OPERATORS, Condition, FieldKind, Operator
from cockpit.services.ports import WorkTable
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.work_list.filter_words import (
    choice_word,
    field_word,
    fixed_choices,
    operator_word,
)
from cockpit.ui.work_list.value_editors import ValueEditor

_FIELD_WIDTH = 170
_OPERATOR_WIDTH = 150


class ConditionRow(QWidget):
    """Says a condition as soon as it means something."""

    #: The condition is another one, or means nothing any more.
    changed = Signal()
    #: The line is to go: the row itself.
    removal_requested = Signal(object)

    def __init__(self, ctx: UiContext, table: WorkTable | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._table = ctx, table
        self._field = QComboBox(self)
        self._field.setFixedWidth(_FIELD_WIDTH)
        self._field.setMaxVisibleItems(20)
        self._field.setAccessibleName(self.tr("Field"))
        words = sorted((field_word(field), field) for field in FIELDS)
        for word, field in words:
            self._field.addItem(word, field)
        self._operator = QComboBox(self)
        self._operator.setFixedWidth(_OPERATOR_WIDTH)
        self._operator.setAccessibleName(self.tr("Comparison"))
        self._remove = IconButton(ctx.theme, "close", self)
        self._remove.set_title(self.tr("Take this condition away"))
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.S)
        self._layout.addWidget(self._field)
        self._layout.addWidget(self._operator)
        self._layout.addWidget(self._remove)
        self._editor: ValueEditor | None = None
        self._offer_operators()
        self._make_editor()
        self._field.currentIndexChanged.connect(self._on_field_current_index_changed)
        self._operator.currentIndexChanged.connect(self._on_operator_current_index_changed)
        self._remove.clicked.connect(self._on_remove_clicked)

    def condition(self) -> Condition | None:
        """Return the condition; None while it means nothing."""
        values = None if self._editor is None else self._editor.values()
        if values is None:
            return None
        return Condition(self._field.currentData(), self._chosen_operator(), values)

    def set_condition(self, condition: Condition) -> None:
        """Show a condition."""
        was_blocked = self.blockSignals(True)
        if self._field.findData(condition.field) < 0:  # not offered, but in force
            self._field.addItem(field_word(condition.field), condition.field)
        self._field.setCurrentIndex(self._field.findData(condition.field))
        self._operator.setCurrentIndex(self._operator.findData(condition.operator))
        if self._editor is not None:
            self._editor.set_values(condition.values)
        self.blockSignals(was_blocked)

    def take_focus(self) -> None:
        """Go to the field's name."""
        self._field.setFocus()

    def _chosen_operator(self) -> Operator:
        return Operator(self._operator.currentData())

    def _offer_operators(self) -> None:
        kind = KINDS[self._field.currentData()]
        self._operator.blockSignals(True)
        self._operator.clear()
        for operator in OPERATORS[kind]:
            self._operator.addItem(operator_word(operator, kind), operator)
        self._operator.blockSignals(False)

    def _make_editor(self) -> None:
        if self._editor is not None:
            self._layout.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
        field = self._field.currentData()
        self._editor = ValueEditor(
            KINDS[field],
            self._chosen_operator(),
            self._choices(field),
            today=self._ctx.clock.today(),
            language=self._ctx.language,
            parent=self,
        )
        self._editor.changed.connect(self.changed)
        self._layout.insertWidget(2, self._editor, 1)
        stops = (self._operator, *self._editor.fields, self._remove)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _choices(self, field: str) -> list[tuple[str, str]]:
        known = fixed_choices(field)
        if known is None:
            is_asked = self._table is not None and KINDS[field] is FieldKind.CHOICE
            known = self._table.choices(field) if self._table is not None and is_asked else ()
        language = self._ctx.language
        return [(value, choice_word(field, value, language)) for value in known if value]

    @Slot(int)
    def _on_field_current_index_changed(self, index: int) -> None:
        self._offer_operators()
        self._make_editor()
        self.changed.emit()

    @Slot(int)
    def _on_operator_current_index_changed(self, index: int) -> None:
        former = self._editor.values() if self._editor is not None else None
        self._make_editor()
        if former and self._editor is not None:
            self._editor.set_values(former)
        self.changed.emit()

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.removal_requested.emit(self)
