"""The drafts that wait: whose, since when, how they begin; Enter goes on with one."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.drafts import DraftKind, DraftSummary
from cockpit.domain.plain_text import plain
from cockpit.ui.context import UiContext
from cockpit.ui.drafts.shelf import DraftShelf
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.plain_tip import plain_tip
from cockpit.ui.widgets.popover import Popover

WIDTH = 560
MOST_ROWS_HIGH = 8
ROW_PADDING = 5
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class DraftsPopover(Popover):
    """Letters narrow the list; Delete discards a draft, and Ctrl+Z brings it back."""

    #: The operator wants to go on with a draft (DraftSummary).
    draft_wanted = Signal(object)

    def __init__(self, ctx: UiContext, shelf: DraftShelf, parent: QWidget) -> None:
        super().__init__(WIDTH, parent)
        self._ctx = ctx
        self._shelf = shelf
        self._shown: list[DraftSummary] = []
        self._discarded: list[tuple[DraftSummary, object]] = []
        self._list = QListWidget(self)
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._on_list_item_clicked)
        self._hint = ranked_label("caption", parent=self)
        self.body.addWidget(self.line)
        self.body.addWidget(self._list)
        self.body.addWidget(self._hint)
        self.line.textChanged.connect(self._show)
        shelf.changed.connect(self._show)
        self._retranslate()

    @override
    def open(self) -> None:
        super().open()
        self._discarded.clear()
        self._shelf.look()
        self._show()

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        key, is_empty = event.key(), not self.line.text()
        if key in _ENTER:
            self._choose(self._list.currentRow())
        elif key in _STEPS:
            self._step(_STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Delete and is_empty:
            self._discard()
        elif is_empty and event.matches(QKeySequence.StandardKey.Undo):
            self._undo()
        else:
            return False
        return True

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def texts(self) -> list[str]:
        """Return the lines shown."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            draft = self._shown[row]
            self.close_popover(gives_back=False)
            self.draft_wanted.emit(draft)

    def _step(self, step: int) -> None:
        if count := self._list.count():
            self._list.setCurrentRow((self._list.currentRow() + step) % count)

    def _discard(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._shown):
            draft = self._shown[row]
            self._discarded.append((draft, self._shelf.discard(draft)))
            self._show()

    def _undo(self) -> None:
        if self._discarded:
            self._shelf.put_back(*self._discarded.pop())
            self._show()

    @Slot()
    def _show(self) -> None:
        row, wanted = self._list.currentRow(), plain(self.line.text())
        self._shown = [
            one for one in self._shelf.drafts if wanted in plain(f"{one.customer_name} {one.words}")
        ]
        self._list.clear()
        for draft in self._shown:
            item = QListWidgetItem(self._title(draft), self._list)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 2 * ROW_PADDING))
            item.setToolTip(plain_tip(draft.words))
        count = len(self._shown)
        self._list.setCurrentRow(min(max(row, 0), count - 1))
        self._list.setFixedHeight(min(count, MOST_ROWS_HIGH) * self._list.sizeHintForRow(0) + 2)
        self._list.setVisible(count > 0)
        self._hint.setText(self._hint_text())
        self.adjustSize()

    def _title(self, draft: DraftSummary) -> str:
        kinds = {
            DraftKind.CONTACT: "",
            DraftKind.CORRECTION: self.tr("correction"),
            DraftKind.PITCH: self.tr("pitch notes"),
        }
        words = draft.words or self.tr("nothing written yet")
        parts = (draft.customer_name, self._when(draft), kinds[draft.kind], words)
        return " · ".join(part for part in parts if part)

    def _when(self, draft: DraftSummary) -> str:
        if draft.kept_at is None:
            return ""
        clock = self._ctx.clock
        local = draft.kept_at.astimezone(clock.zone)
        return f"{formats.short_day(local.date(), clock.today())} {local:%H:%M}"

    def _hint_text(self) -> str:
        if self._discarded:
            name = self._discarded[-1][0].customer_name
            return self.tr("Discarded: {name}. Ctrl+Z brings it back.").format(name=name)
        if not self._shelf.drafts:
            return self.tr("No draft is waiting.")
        return self.tr("Enter goes on with it · Delete discards it")

    @Slot(QListWidgetItem)
    def _on_list_item_clicked(self, item: QListWidgetItem) -> None:
        self._choose(self._list.row(item))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Drafts"))
        self.line.setPlaceholderText(self.tr("Drafts that wait: client or words…"))
        self.line.setAccessibleName(self.tr("Drafts"))
        self._list.setAccessibleName(self.tr("Drafts"))
        self._show()
