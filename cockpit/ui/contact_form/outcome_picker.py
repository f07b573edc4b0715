"""Choosing an outcome in one keystroke: a digit, or letters of its name."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from cockpit.domain.contact import Outcome
from cockpit.ui.contact_form.outcome_model import (
    BADGE,
    OutcomeDelegate,
    OutcomeItemModel,
    Role,
)
from cockpit.ui.contact_form.typed_letters import TypedLetters
from cockpit.ui.theme import Space, Theme

ITEM_HEIGHT = 22
USUAL_WIDTH = 400


class OutcomePicker(QListView):
    """All outcomes at a glance, in as many columns as their names allow."""

    #: Another outcome (Outcome) was chosen.
    outcome_chosen = Signal(object)
    #: A digit chose one; nothing more is going to be typed here.
    settled = Signal()
    #: Enter: the operator is done here.
    passed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = OutcomeItemModel(self)
        self._letters = TypedLetters()
        self.setModel(self._model)
        self.setItemDelegate(OutcomeDelegate(theme, self))
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    @property
    def outcome(self) -> Outcome | None:
        """Return the chosen outcome, or None."""
        chosen = self.selectedIndexes()
        return chosen[0].data(Role.OUTCOME) if chosen else None

    def set_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Offer these outcomes; the chosen one stays chosen where it is among them."""
        if tuple(outcomes) == self._model.outcomes:
            return
        former = self.outcome
        self._model.set_outcomes(outcomes)
        self._arrange()
        if former is not None:
            self.choose(former.code)

    def choose(self, code: str) -> None:
        """Choose an outcome by its code; an unknown one chooses nothing."""
        codes = [outcome.code for outcome in self._model.outcomes]
        if code in codes:
            self.setCurrentIndex(self._model.index(codes.index(code)))
        else:
            self.selectionModel().clear()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        row = self._model.row_of_key(event.text()) if is_plain else None
        if row is not None:
            self.setCurrentIndex(self._model.index(row))
            self.settled.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and is_plain:
            self.passed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Choose by the letters so far; the same letter again goes to the next outcome."""
        typed, current = self._letters.add(search), self.currentIndex().row()
        row = self._model.found_by(typed, 0)
        if row is None or (set(typed) == {search} and row == current):
            self._letters.restart(search)
            row = self._model.found_by(search, current + 1)
        if row is not None:
            self.setCurrentIndex(self._model.index(row))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        """Use as many columns as the longest name allows, and as high a view as they need."""
        count = self._model.rowCount()
        if not count:
            return
        # Before it is laid out its width means nothing, and one column would be far too high.
        room = max(self.width(), USUAL_WIDTH)
        metrics = self.fontMetrics()
        longest = max(metrics.horizontalAdvance(one.name) for one in self._model.outcomes)
        wanted = int(longest * 1.08) + BADGE + 4 * Space.XS  # the chosen one is bolder
        columns = max(1, min(count, room // wanted))
        rows = -(-count // columns)
        columns = -(-count // rows)
        self.setGridSize(QSize(room // columns, ITEM_HEIGHT))
        self.setFixedHeight(rows * ITEM_HEIGHT + 2)

    @Slot()
    def _on_selection_changed(self) -> None:
        self.viewport().update()
        if self.outcome is not None:
            self.outcome_chosen.emit(self.outcome)
