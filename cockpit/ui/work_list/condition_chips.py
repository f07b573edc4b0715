"""The conditions in force, a chip for each over the list; a click takes one away."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from cockpit.domain.filters import Condition, Filter
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.flow_layout import FlowLayout
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.plain_tip import plain_tip
from cockpit.ui.work_list.filter_words import condition_text

_CROSS = "  ×"
_LEAST_CHIP = 60


class _Chip(QPushButton):
    """A condition and a cross, which stays in sight where the words have no room."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words + _CROSS, parent)
        self.words = words
        self.setProperty("kind", "choice")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        room = self._advance(self.words) + self._advance(_CROSS) + 1  # each is rounded on its own
        return QSize(self._frame() + room, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_CHIP, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self._frame() - self._advance(_CROSS)
        shown = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown + _CROSS)

    def _frame(self) -> int:
        return super().sizeHint().width() - self._advance(self.text())

    def _advance(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)


class ConditionChips(QWidget):
    """Hidden while there is no condition."""

    #: A condition was taken away: the Filter that is left, or None.
    filter_changed = Signal(object)
    #: The filter builder is wanted.
    edit_requested = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._filter: Filter | None = None
        self._mode = ranked_label("caption", parent=self)
        self._room = QWidget(self)
        self._flow = FlowLayout(self._room)
        self._clear = QPushButton(self)
        self._clear.setProperty("kind", "quiet")
        self._clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._clear.clicked.connect(self._on_clear_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        layout.addWidget(self._mode)
        layout.addWidget(self._room, 1)
        layout.addWidget(self._clear, alignment=Qt.AlignmentFlag.AlignTop)
        self._retranslate()
        self.hide()

    def show_filter(self, filter_: Filter | None) -> None:
        """Show a filter's conditions."""
        self._filter = filter_
        self._flow.clear()
        conditions = filter_.conditions if filter_ is not None else ()
        for condition in conditions:
            chip = self._make_chip(condition)
            self._flow.addWidget(chip)
            chip.show()
        is_any = filter_ is not None and filter_.is_any
        self._mode.setText(self.tr("any of") if is_any else self.tr("all of"))
        self._mode.setVisible(len(conditions) > 1)
        self.setVisible(bool(conditions))

    def texts(self) -> list[str]:
        """Return what the chips say."""
        return [chip.words for chip in self._room.findChildren(_Chip) if not chip.isHidden()]

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._clear.setText(self.tr("Clear filter"))

    def _make_chip(self, condition: Condition) -> _Chip:
        text = condition_text(condition, self._ctx.language)
        chip = _Chip(text, self._room)
        chip.setToolTip(plain_tip(f"{text}\n{self.tr('Take this condition away')}"))
        chip.setAccessibleName(self.tr("Take away: {condition}").format(condition=text))
        chip.clicked.connect(partial(self._drop, condition))
        return chip

    def _drop(self, condition: Condition, *_: object) -> None:
        if self._filter is None:
            return
        kept = tuple(one for one in self._filter.conditions if one != condition)
        self.filter_changed.emit(replace(self._filter, conditions=kept) if kept else None)

    @Slot()
    def _on_clear_clicked(self) -> None:
        self.filter_changed.emit(None)
