"""Corrects a stretch of work or a break, or adds one; the reason is kept with it."""

from datetime import date, datetime
from datetime import time as time_of_day
from functools import partial

from PySide6.QtCore import Qt, QTime, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from cockpit.domain import formats
from cockpit.domain.day_record import CorrectionDraft, Span
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import BreakKind
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.spin_boxes import inset
from cockpit.ui.working_time.words import kind_word

_WIDTH = 440
_KINDS: tuple[BreakKind | None, ...] = (None, *BreakKind)


class CorrectionDialog(QDialog):
    """Kind, begin, end, and why; times are of the day in sight.

    Attributes:
        kind: Work, or which break.
        begin: From when.
        end: Until when; not asked for what still goes on.
        reason: Why it is corrected.
        save_button: Stores it.
        strike_button: There was none; not for what still goes on, nor for what is added.
    """

    #: It is stored.
    corrected = Signal()

    def __init__(self, ctx: UiContext, day: date, span: Span | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._day, self._span = ctx, day, span
        self._is_open = span is not None and span.ended_at is None
        self.kind = QComboBox(self)
        self.begin, self.end = QTimeEdit(self), QTimeEdit(self)
        self.reason = QLineEdit(self)
        self._trouble = ranked_label("danger", parent=self)
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self.save_button = QPushButton(self.tr("Save  Ctrl+Enter"), self)
        self.save_button.setProperty("kind", "primary")
        self.strike_button = QPushButton(self.tr("It never was"), self)
        self.strike_button.setProperty("kind", "danger")
        self.strike_button.setVisible(span is not None and not self._is_open)
        self._fill()
        self._lay_out()
        self._connect()

    def trouble(self) -> str:
        """Return what is wrong with it, or nothing."""
        return self._trouble.text()

    def _fill(self) -> None:
        zone = self._ctx.clock.zone
        for kind in _KINDS:
            self.kind.addItem(kind_word(kind))
        span = self._span
        if span is None:
            self.kind.setCurrentIndex(_KINDS.index(BreakKind.REST))
            begun = ended = self._ctx.clock.now()
        else:
            self.kind.setCurrentIndex(_KINDS.index(span.kind))
            begun, ended = span.started_at, span.ended_at or self._ctx.clock.now()
            self.kind.setEnabled(span.kind is not None)
            if span.kind is not None:
                self.kind.removeItem(0)  # a break does not become work: it is struck
        for field, moment in ((self.begin, begun), (self.end, ended)):
            local = moment.astimezone(zone)
            field.setDisplayFormat("HH:mm")
            field.setTime(QTime(local.hour, local.minute))
        inset(self.begin, self.end)
        self.end.setEnabled(not self._is_open)

    def _lay_out(self) -> None:
        title = self.tr("Add to my working time") if self._span is None else self.tr("Correct")
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        form = QFormLayout()
        form.setHorizontalSpacing(Space.L)
        form.setVerticalSpacing(Space.S)
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("What"), self.kind),
            (self.tr("Begin"), self.begin),
            (self.tr("End"), self.end),
            (self.tr("Why"), self.reason),
        )
        for label, field in fields:
            field.setAccessibleName(label)
            form.addRow(label, field)
        self.reason.setPlaceholderText(self.tr("for example: I forgot to come back from lunch"))
        foot = QHBoxLayout()
        foot.addWidget(self.strike_button)
        foot.addStretch()
        foot.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("title", f"{title} · {formats.day(self._day)}", self))
        kept = self.tr("What was recorded is kept beside it, with your reason.")
        layout.addWidget(ranked_label("muted", kept, self))
        layout.addLayout(form)
        layout.addWidget(self._trouble)
        layout.addLayout(foot)
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.save_button.setAutoDefault(False)
        self.strike_button.setAutoDefault(False)
        self.save_button.clicked.connect(self._on_save_button_clicked)
        self.strike_button.clicked.connect(self._on_strike_button_clicked)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._on_save_button_clicked)

    @Slot()
    def _on_save_button_clicked(self) -> None:
        kinds = _KINDS if self._span is None or self._span.kind is None else _KINDS[1:]
        kind = kinds[self.kind.currentIndex()]
        span = self._span
        begun = self._moment(self.begin, None if span is None else span.started_at)
        ended = None
        if not self._is_open:
            ended = self._moment(self.end, None if span is None else span.ended_at)
        key = new_id() if span is None else span.span_id
        self._store(CorrectionDraft(key, kind, begun, ended, self._why()))

    @Slot()
    def _on_strike_button_clicked(self) -> None:
        span = self._span
        if span is not None:
            self._store(
                CorrectionDraft(
                    span.span_id, span.kind, span.started_at, span.ended_at, self._why(),
                    is_struck=True,
                )
            )  # fmt: skip

    def _why(self) -> str:
        return self.reason.text().strip()

    def _moment(self, field: QTimeEdit, recorded: datetime | None) -> datetime:
        """Return what a field says; the recorded instant, seconds and all, where it is the same."""
        time = field.time()
        if recorded is not None:
            former = recorded.astimezone(self._ctx.clock.zone)
            if (former.hour, former.minute) == (time.hour(), time.minute()):
                return recorded
        local = datetime.combine(self._day, time_of_day(time.hour(), time.minute()))
        return local.replace(tzinfo=self._ctx.clock.zone)

    def _store(self, draft: CorrectionDraft) -> None:
        self._ctx.runner.submit(
            partial(_correct, self._ctx, draft),
            lane=Lane.WRITE,
            owner=self,
            key="correct",
            on_result=self._on_stored,
            on_error=self._on_failed,
        )

    def _on_stored(self, _nothing: None) -> None:
        self._ctx.day_keeper.look()
        self.accept()
        self.corrected.emit()

    def _on_failed(self, error: Exception) -> None:
        self._trouble.setText(sentence_of(error, self._ctx.language))
        self._trouble.show()
        if not self._why():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)


def _correct(ctx: UiContext, draft: CorrectionDraft) -> None:
    """Store a correction; runs in the background."""
    ctx.day_keeper.service().correct(draft)
