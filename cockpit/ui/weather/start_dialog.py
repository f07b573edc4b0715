"""The window of a start whose server does not answer: it opens by itself, and shows what waits."""

from collections.abc import Sequence
from textwrap import shorten
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

import resources
from cockpit.domain.formats import Language
from cockpit.domain.kept_writes import KeptWrite
from cockpit.runtime.server_start import ServerStart
from cockpit.ui.theme import Space
from cockpit.ui.weather.words import kind_word
from cockpit.ui.widgets.labels import divider, ranked_label

_WIDTH = 520
_SECOND_MS = 1_000
#: The first that wait are named, the others counted.
_MOST_NAMED = 6
_LONGEST_WORDS = 60


class StartDialog(QDialog):
    """Enter tries again, Escape ends the program; what is kept waits for the next start."""

    def __init__(
        self,
        start: ServerStart,
        language: Language,
        zone: ZoneInfo,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._start, self._language, self._zone = start, language, zone
        self.setWindowTitle("Giro")
        self.setMinimumWidth(_WIDTH)
        self._build()
        self._second = QTimer(self, interval=_SECOND_MS)
        self._second.timeout.connect(self._show)
        start.waiting.connect(self._show)
        self._show()

    def begin(self) -> None:
        """Show the window; the seconds count from now on."""
        self._second.start()
        self.show()
        self.now_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Close the window for good."""
        self._second.stop()
        self.close()

    def set_kept(self, writes: Sequence[KeptWrite]) -> None:
        """Show what waits on this computer."""
        self._kept.setVisible(bool(writes))
        self.heading.setText(self.tr("Kept on this computer: {count}").format(count=len(writes)))
        lines = [self._line(one) for one in writes[:_MOST_NAMED]]
        if len(writes) > _MOST_NAMED:
            more = len(writes) - _MOST_NAMED
            lines.append(self.tr("… and {count} more").format(count=more))
        self.lines.setText("\n".join(lines))

    def _build(self) -> None:
        self.title = ranked_label("title", parent=self)
        self.reason = ranked_label("muted", parent=self)
        self.next = ranked_label("small", parent=self)
        self.now_button = QPushButton(self.tr("Try now"), self)
        self.now_button.setDefault(True)
        self.now_button.clicked.connect(self._on_now_clicked)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.now_button)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        for label in (self.title, self.reason, self.next):
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(self._make_kept())
        layout.addLayout(foot)

    def _make_kept(self) -> QWidget:
        self._kept = QWidget(self)
        self.heading = ranked_label("heading", parent=self._kept)
        self.lines: QLabel = ranked_label("muted", parent=self._kept)
        self.lines.setWordWrap(True)
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        promise = self.tr("It goes to the server by itself once it is back.")
        below = ranked_label("small", promise, self._kept)
        layout = QVBoxLayout(self._kept)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        for part in (divider(self._kept), self.heading, self.lines, below):
            layout.addWidget(part)
        self._kept.hide()
        return self._kept

    def _line(self, write: KeptWrite) -> str:
        made = write.made_at.astimezone(self._zone)
        words = shorten(write.words, _LONGEST_WORDS, placeholder="…")
        parts = (f"{made:%d/%m %H:%M}", kind_word(write.kind), words)
        return " · ".join(part for part in parts if part)

    @Slot()
    def _show(self) -> None:
        reason = self._start.reason
        if reason is None:
            self.title.setText(self.tr("Opening the team's server…"))
        else:
            self.title.setText(self.tr("No server: Giro opens as soon as it answers"))
            self.reason.setText(resources.text(reason.message, self._language))
        self.reason.setVisible(reason is not None)
        if self._start.is_looking:
            text = self.tr("Asking the server…")
        else:
            seconds = max(1, self._start.next_look_seconds)
            text = self.tr("Next attempt in {seconds} s.").format(seconds=seconds)
        self.next.setText(text)
        self.next.setVisible(reason is not None)
        self.now_button.setEnabled(not self._start.is_looking)

    @Slot()
    def _on_now_clicked(self) -> None:
        self._start.look()
        self._show()
