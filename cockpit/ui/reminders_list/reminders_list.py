"""The in-window list of raised reminders, answered by keyboard: open, snooze, done."""

from datetime import timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

import resources
from cockpit.domain.agenda import SNOOZE_PRESETS, Reminder
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import GiroError
from cockpit.runtime.task_runner import Lane
from cockpit.services.reminders import Waiting
from cockpit.ui.context import UiContext
from cockpit.ui.reminders_list.item_model import ReminderDelegate, ReminderItemModel, Role
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

MOST_ROWS_HIGH = 6
#: Nobody reads further; the rest follow as these are answered.
MOST_LISTED = 200
WIDTH = 420


class RemindersList(QFrame):
    """A compact list with its answers below it.

    Keys in the list: Enter opens the client, 1, 2 and 3 snooze, D or Delete is done, Esc closes.
    """

    #: Another number of reminders waits (int).
    count_changed = Signal(int)
    #: This reminder's client (UUID) is to be opened.
    customer_requested = Signal(object)
    #: These (frozenset[UUID]) wait no longer: they were answered, here or elsewhere.
    left = Signal(object)
    #: The user is through with the list: hide it.
    close_requested = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._count = 0
        self._fallen_due: UUID | None = None
        self.setProperty("role", "popover")
        self.setFixedWidth(WIDTH)
        self._build()
        self._retranslate()
        self._show_empty()
        ctx.feed.changed.connect(self._on_feed_changed)
        ctx.reminder_clock.hushed.connect(self._on_hushed)
        ctx.theme.changed.connect(self._on_theme_changed)
        self.refresh()

    @property
    def count(self) -> int:
        """Return how many reminders wait."""
        return self._count

    def show_waiting(self, waiting: Waiting) -> None:
        """Show these reminders, the oldest first; the current one stays current.

        One that just fell due becomes it, unless the keyboard is in the list.
        """
        reminders = waiting.first
        current, row = self._current(), self._view.currentIndex().row()
        gone = {one.reminder_id for one in self._model.rows}
        gone -= {one.reminder_id for one in reminders}
        self._model.set_rows(reminders)
        ids = [one.reminder_id for one in self._model.rows]
        if current is not None and current.reminder_id in ids:
            row = ids.index(current.reminder_id)
        if self._fallen_due in ids and not self._view.hasFocus():
            row, self._fallen_due = ids.index(self._fallen_due), None
        self._view.setCurrentIndex(self._model.index(min(max(row, 0), len(ids) - 1)))
        self._show_empty()
        if gone:
            self.left.emit(frozenset(gone))
        if waiting.count != self._count:
            self._count = waiting.count
            self._name()
            self.count_changed.emit(self._count)

    def focused_client(self) -> UUID | None:
        """Return the current reminder's client, while the keyboard is in the list."""
        reminder = self._current()
        return None if reminder is None or not self._view.hasFocus() else reminder.customer_id

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_fallen_due(self, reminder_id: UUID) -> None:
        """Read the list anew, and go to the one that just fell due."""
        self._fallen_due = reminder_id
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Ask again which reminders wait."""
        self._ctx.runner.submit(
            partial(self._ctx.reminders.waiting, MOST_LISTED),
            lane=Lane.READ,
            owner=self,
            key="open_reminders",
            on_result=self.show_waiting,
            on_error=self._on_error,
        )

    # --- answers -------------------------------------------------------------------------------

    @Slot()
    def open_current(self) -> None:
        """Open the current reminder's client; the reminder waits until it is answered."""
        reminder = self._current()
        if reminder is not None:
            self.open_reminder(reminder)

    def open_reminder(self, reminder: Reminder) -> None:
        """Open a reminder's client, and store that the user went there."""
        self._ctx.runner.submit(
            partial(self._ctx.reminders.note_opened, [reminder.reminder_id]),
            lane=Lane.WRITE,
            owner=self,
            key=f"opened.{reminder.reminder_id}",
            on_result=lambda _nothing: None,
        )
        self.customer_requested.emit(reminder.customer_id)

    def snooze_current(self, wait: timedelta) -> None:
        """Bring the current reminder back after a while."""
        reminder = self._current()
        if reminder is not None:
            self._answer(
                reminder.reminder_id,
                partial(self._ctx.reminders.snooze, [reminder.reminder_id], wait),
            )

    @Slot()
    def finish_current(self) -> None:
        """Mark the current reminder as answered."""
        reminder = self._current()
        if reminder is not None:
            self._answer(
                reminder.reminder_id,
                partial(self._ctx.reminders.dismiss, [reminder.reminder_id]),
            )

    def _answer(self, reminder_id: UUID, work: partial[None]) -> None:
        self._trouble.hide()
        self._ctx.runner.submit(
            work,
            lane=Lane.WRITE,
            owner=self,
            key=f"answer.{reminder_id}",
            on_result=self._on_answered,
            on_error=self._on_error,
        )

    def _on_answered(self, nothing: None) -> None:
        self.refresh()

    def _on_error(self, error: Exception) -> None:
        is_known = isinstance(error, GiroError)
        self._trouble.setText(
            resources.text(error.message, self._ctx.language)
            if isinstance(error, GiroError)
            else self.tr("The reminder could not be changed. Try again.")
        )
        self._trouble.show()
        if not is_known:
            raise error  # a fault of the program: the crash dialog takes it from here

    def _current(self) -> Reminder | None:
        reminder: Reminder | None = self._view.currentIndex().data(Role.REMINDER)
        return reminder

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self._title = ranked_label("heading", parent=self)
        self._hint = ranked_label("caption", parent=self)
        self._empty = ranked_label("muted", parent=self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMinimumHeight(72)
        self._quiet = ranked_label("caption", parent=self)
        self._quiet.setContentsMargins(Space.M, 0, Space.M, Space.XS)
        self._quiet.hide()
        self._trouble = ranked_label("alert", parent=self)
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._model = ReminderItemModel(self._ctx, self)
        self._view = QListView(self)
        self._view.setModel(self._model)
        self._view.setItemDelegate(ReminderDelegate(self._ctx, self._view))
        self._view.setFrameShape(QListView.Shape.NoFrame)
        self._view.setMouseTracking(True)
        self._view.setUniformItemSizes(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.doubleClicked.connect(self.open_current)
        self._view.installEventFilter(self)
        self._open, self._done = QPushButton(self), QPushButton(self)
        self._open.setProperty("kind", "primary")
        self._open.clicked.connect(self.open_current)
        self._done.clicked.connect(self.finish_current)
        self._snooze_caption = ranked_label("caption", parent=self)
        self._snoozes = [QPushButton(self) for _ in SNOOZE_PRESETS]
        for button in self._snoozes:
            button.clicked.connect(self._on_snooze_clicked)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.M, Space.S, Space.M, Space.XS)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._hint)
        self._actions = QWidget(self)
        foot = QHBoxLayout(self._actions)
        foot.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        foot.setSpacing(Space.XS)
        foot.addWidget(self._open)
        foot.addStretch()
        foot.addWidget(self._snooze_caption)
        for button in self._snoozes:
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(self._done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._quiet)
        layout.addWidget(self._view)
        layout.addWidget(self._empty)
        layout.addWidget(self._trouble)
        layout.addWidget(self._actions)

    def _show_empty(self) -> None:
        count = self._model.rowCount()
        for widget in (self._view, self._actions, self._hint):
            widget.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        heights = [self._view.sizeHintForRow(row) for row in range(min(count, MOST_ROWS_HIGH))]
        self._view.setFixedHeight(sum(heights) + 2)
        self.adjustSize()

    @Slot()
    def _on_snooze_clicked(self) -> None:
        for button, wait in zip(self._snoozes, SNOOZE_PRESETS, strict=True):
            if button is self.sender():
                self.snooze_current(wait)

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = event.key()
        snooze = key - Qt.Key.Key_1
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_current()
        elif 0 <= snooze < len(SNOOZE_PRESETS):
            self.snooze_current(SNOOZE_PRESETS[snooze])
        elif key in {Qt.Key.Key_D, Qt.Key.Key_Delete}:
            self.finish_current()
        else:
            return False
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if notice.touches(Topic.REMINDERS, Topic.AGENDA, Topic.CUSTOMERS):
            self.refresh()

    @Slot(bool)
    def _on_hushed(self, is_hushed: bool) -> None:
        """Say why nothing comes, and until when."""
        hush = self._ctx.reminder_clock.quiet.hush() if is_hushed else None
        self._quiet.setVisible(hush is not None)
        if hush is None:
            return
        if hush.until is None:
            self._quiet.setText(self.tr("You are on a break: reminders wait."))
            return
        until = hush.until.astimezone(self._ctx.clock.zone)
        self._quiet.setText(self.tr("Reminders wait until {time}.").format(time=f"{until:%H:%M}"))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._view.viewport().update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _name(self) -> None:
        """Say where the list shows not all of what waits."""
        title = self.tr("Reminders")
        if self._count > MOST_LISTED:
            first = self.tr("the first {shown} of {count}")
            count = f"{self._count:,}".replace(",", ".")
            title += ": " + first.format(shown=MOST_LISTED, count=count)
        self._title.setText(title)

    def _retranslate(self) -> None:
        self._name()
        self._hint.setText(self.tr("Enter opens · 1 2 3 snooze · D done"))
        self._empty.setText(self.tr("No reminder is waiting."))
        self._view.setAccessibleName(self.tr("Reminders"))
        self._open.setText(self.tr("Open"))
        self._snooze_caption.setText(self.tr("Snooze"))
        self._done.setText(self.tr("Done"))
        titles = (self.tr("5 min"), self.tr("15 min"), self.tr("1 h"))
        for number, (button, title) in enumerate(zip(self._snoozes, titles, strict=True), start=1):
            button.setText(title)
            button.setToolTip(self.tr("Snooze") + f" ({number})")
