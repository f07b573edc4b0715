"""Choosing an outcome in one keystroke: a number, or the first letters of its name."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.contact import Outcome
from cockpit.domain.plain_text import plain
from cockpit.ui.theme import FontRole, Radius, Space, Theme

Index = QModelIndex | QPersistentModelIndex

ITEM_HEIGHT = 22
BADGE = 16
USUAL_WIDTH = 420
NUMBERED = 9


class Role(IntEnum):
    """What the model tells besides the name."""

    OUTCOME = Qt.ItemDataRole.UserRole + 1


class OutcomeItemModel(QAbstractListModel):
    """The outcomes in the supervisor's order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._outcomes: tuple[Outcome, ...] = ()

    def set_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Offer these outcomes."""
        self.beginResetModel()
        self._outcomes = tuple(outcomes)
        self.endResetModel()

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Return what is offered."""
        return self._outcomes

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._outcomes)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        outcome = self._outcomes[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return outcome.name
        return outcome if role == Role.OUTCOME else None

    @override
    def match(
        self,
        start: Index,
        role: int,
        value: object,
        hits: int = 1,
        flags: Qt.MatchFlag = Qt.MatchFlag.MatchStartsWith,
    ) -> list[QModelIndex]:
        """Find what begins with the typed letters, whatever its accents; the view asks this."""
        count = len(self._outcomes)
        order = [(start.row() + step) % count for step in range(count)]
        found = [
            row for row in order if plain(self._outcomes[row].name).startswith(plain(str(value)))
        ]
        return [self.index(row) for row in found[:hits]]


class OutcomeDelegate(QStyledItemDelegate):
    """Draws the key to press, and the name."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        return view.gridSize() if isinstance(view, QListView) else QSize()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        is_under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box: QRect = option.rect.adjusted(1, 1, -3, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("accent" if is_current else "hairline"))
        if is_chosen:
            painter.setPen(self._theme.colour("accent"))
            painter.setBrush(self._theme.colour("accent_soft"))
        elif is_under_mouse:
            painter.setBrush(self._theme.colour("hover"))
        painter.drawRoundedRect(box, Radius.FIELD, Radius.FIELD)
        self._draw_key(painter, box, index.row(), is_chosen=is_chosen)
        ink = "ink" if option.state & QStyle.StateFlag.State_Enabled else "ink_quiet"
        painter.setPen(self._theme.colour("accent" if is_chosen else ink))
        painter.setFont(self._theme.font(FontRole.HEADING if is_chosen else FontRole.BODY))
        text = box.adjusted(Space.XS + BADGE + Space.XS, 0, -Space.XS, 0)
        name = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def _draw_key(self, painter: QPainter, box: QRect, row: int, *, is_chosen: bool) -> None:
        badge = QRect(box.left() + Space.XS, box.center().y() - BADGE // 2 + 1, BADGE, BADGE)
        if is_chosen:
            self._theme.icon("check", "accent").paint(painter, badge)
        elif row < NUMBERED:
            painter.setFont(self._theme.font(FontRole.CAPTION))
            painter.setPen(self._theme.colour("ink_quiet"))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(row + 1))


class OutcomePicker(QListView):
    """All outcomes at a glance, in as many columns as their names allow."""

    #: Another outcome (Outcome) was chosen.
    outcome_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = OutcomeItemModel(self)
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
        position = event.key() - Qt.Key.Key_1
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_plain and 0 <= position < min(NUMBERED, self._model.rowCount()):
            self.setCurrentIndex(self._model.index(position))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and is_plain:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

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
