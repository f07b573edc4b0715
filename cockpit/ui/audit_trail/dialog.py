"""The audit trail: who saw, changed and took out what, and whether anybody touched the record."""

from datetime import datetime, time, timedelta
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cockpit.domain import formats
from cockpit.domain.audit import AuditAction, TrailEntry, TrailFilter, Verification
from cockpit.runtime.task_runner import Lane
from cockpit.ui.audit_trail.words import action_word, columns, verdict
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import RecordTable

_SIZE = (1040, 600)
_PERIODS = (1, 7, 30, 365)
_WHAT, _WEEK = 3, 1


class AuditDialog(QDialog):
    """Shows the newest events of a period; reading them is an event as well.

    Attributes:
        period: How many days back.
        action: Of which kind; the first choice is every kind.
        login: Whose.
        customer: About the client of this code.
        table: The events.
    """

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setWindowTitle(self.tr("Audit trail"))
        self.resize(*_SIZE)
        self.period, self.action = QComboBox(self), QComboBox(self)
        self.login, self.customer = QLineEdit(self), QLineEdit(self)
        self.table: RecordTable[TrailEntry] = RecordTable(
            ctx, columns(ctx.clock.zone), wide=_WHAT, key=lambda one: one.event_id, parent=self
        )
        self._build()
        self.period.currentIndexChanged.connect(self.read)
        self.action.currentIndexChanged.connect(self.read)
        self.login.returnPressed.connect(self.read)
        self.customer.returnPressed.connect(self.read)

    def start(self) -> None:
        """Show the dialog and read the events."""
        self.open()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.read()

    @Slot()
    def read(self) -> None:
        """Read the events that are asked for."""
        self._ctx.runner.submit(
            partial(_read, self._ctx, self._wanted()),
            lane=Lane.READ,
            owner=self,
            key="events",
            on_result=self._on_read,
            on_error=self._on_error,
        )

    @Slot()
    def verify(self) -> None:
        """Check everything in the background."""
        self._check.setEnabled(False)
        self._say(self.tr("Checking…"))
        self._ctx.runner.submit(
            partial(_verify, self._ctx),
            lane=Lane.LONG,
            owner=self,
            key="check",
            on_result=self._on_verified,
            on_error=self._on_error,
        )

    def said(self) -> str:
        """Return what came of the last step."""
        return self._notice.text()

    def _wanted(self) -> TrailFilter:
        first = self._ctx.clock.today() - timedelta(days=_PERIODS[self.period.currentIndex()] - 1)
        return TrailFilter(
            since=datetime.combine(first, time(), tzinfo=self._ctx.clock.zone),
            login=self.login.text().strip(),
            action=self.action.currentData() or "",
            customer=self.customer.text().strip(),
        )

    def _build(self) -> None:
        names = (self.tr("Today"), self.tr("7 days"), self.tr("30 days"), self.tr("A year"))
        self.period.addItems(names)
        self.period.setCurrentIndex(_WEEK)
        self.period.setAccessibleName(self.tr("Period"))
        self.action.addItem(self.tr("Every kind"), "")
        for one in sorted(AuditAction, key=action_word):
            self.action.addItem(action_word(one), one.value)
        self.action.setAccessibleName(self.tr("Kind"))
        for line, words in (
            (self.login, self.tr("Person's login")),
            (self.customer, self.tr("Client's code")),
        ):
            line.setPlaceholderText(words)
            line.setAccessibleName(words)
            line.setClearButtonEnabled(True)
        self.table.setAccessibleName(self.windowTitle())
        self._notice = ranked_label("small", parent=self)
        self._notice.setWordWrap(True)
        self._notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._check = QPushButton(self.tr("Check that nothing was touched"), self)
        self._check.clicked.connect(self.verify)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        head, foot = QHBoxLayout(), QHBoxLayout()
        for widget in (self.period, self.action, self.login, self.customer):
            head.addWidget(widget)
        foot.addWidget(self._notice, 1)
        for button in (self._check, close):
            button.setAutoDefault(False)
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

    def _on_read(self, entries: list[TrailEntry]) -> None:
        self.table.set_rows(entries)
        count = formats.integer(len(entries), self._ctx.language)
        words = self.tr("Events, the newest first: %1.")
        self._say(words.replace("%1", count))

    def _on_verified(self, found: Verification) -> None:
        self._check.setEnabled(True)
        language = self._ctx.language
        words = verdict(found, lambda number: formats.integer(number, language))
        self._say(words, is_trouble=not found.is_whole)

    def _on_error(self, error: Exception) -> None:
        self._check.setEnabled(True)
        self._say(sentence_of(error, self._ctx.language), is_trouble=True)

    def _say(self, sentence: str, *, is_trouble: bool = False) -> None:
        self._notice.setProperty("role", "danger" if is_trouble else "small")
        self._notice.style().polish(self._notice)
        self._notice.setText(sentence)


def _read(ctx: UiContext, wanted: TrailFilter) -> list[TrailEntry]:
    return ctx.audit().show(wanted)


def _verify(ctx: UiContext) -> Verification:
    return ctx.audit().verify()
