"""Over the whole window while the user pauses: which break, since when, and the way back."""

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.working_day import LENGTHS, Pause
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.working_time.words import kind_word, minutes_of

#: Minutes are shown: nobody rests under a running second hand.
_LOOK_MS = 5_000


class BreakScreen(QWidget):
    """Covers the window and whatever it shows; nothing on it moves but the minutes."""

    #: The user is back.
    back_requested = Signal()
    #: The words are other ones: the language was changed.
    retranslated = Signal()

    def __init__(self, ctx: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._window = ctx, window
        self._pause: Pause | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._title = ranked_label("muted", parent=self)
        self._time = ranked_label("display", parent=self)
        self._until = ranked_label("muted", parent=self)
        self.back_button = QPushButton(self)
        self.back_button.setProperty("kind", "primary")
        self.back_button.clicked.connect(self.back_requested)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._on_look_timeout)
        layout = QVBoxLayout(self)
        layout.setSpacing(Space.M)
        layout.addStretch(2)
        for widget in (self._title, self._time, self._until):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(Space.L)
        layout.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        window.installEventFilter(self)
        self.hide()

    def show_pause(self, pause: Pause) -> None:
        """Cover the window, with the keyboard on the way back."""
        self._pause = pause
        self._retranslate()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def sentences(self) -> str:
        """Return all that is said."""
        return "\n".join(label.text() for label in (self._title, self._time, self._until))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look.stop()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.retranslated.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        elif event.type() == QEvent.Type.ChildAdded and self.isVisible():
            self.raise_()
        return super().eventFilter(watched, event)

    def _retranslate(self) -> None:
        self.back_button.setText(self.tr("Back to work  F12"))
        if self._pause is None:
            return
        self._title.setText(kind_word(self._pause.kind))
        since, now = self._pause.started_at, self._ctx.clock.now()
        self._time.setText(self._since_text(now - since))
        length = LENGTHS.get(self._pause.kind)
        if length is None:
            sentence = self.tr("Since {time}").format(time=self._local(since))
        elif now - since < length:
            sentence = self.tr("Until {time}").format(time=self._local(since + length))
        else:
            sentence = self.tr("Its {minutes} minutes are over: come back when you are ready.")
            sentence = sentence.format(minutes=minutes_of(length))
        self._until.setText(sentence)
        self.setAccessibleName(self.sentences())

    def _since_text(self, passed: timedelta) -> str:
        minutes = minutes_of(max(passed, timedelta()))
        return self.tr("{minutes} min").format(minutes=minutes)

    def _local(self, moment: datetime) -> str:
        return f"{moment.astimezone(self._ctx.clock.zone):%H:%M}"

    @Slot()
    def _on_look_timeout(self) -> None:
        self._retranslate()
