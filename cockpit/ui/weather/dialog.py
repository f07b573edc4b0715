"""How the server stands, what happens next, and what waits on this computer."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

import resources
from cockpit.domain.kept_writes import KeptKind, KeptWrite
from cockpit.runtime.server_weather import ServerWeather
from cockpit.runtime.task_runner import Lane
from cockpit.services.keeping.records import text_of
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.weather.words import clock_time, kind_word, state_word, what_next
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import Column, RecordTable

_SIZE = (760, 420)
_SECOND_MS = 1_000
#: That nobody answers is in the heading.
_SAID_ALREADY = frozenset({"error.server_connection_lost", "error.server_known_away"})


class WeatherDialog(QDialog):
    """What the server does not take is set aside with its reason; the user decides about it."""

    def __init__(
        self,
        ctx: UiContext,
        weather: ServerWeather,
        name_of: Callable[[UUID], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx, self._weather, self._name_of = ctx, weather, name_of
        self._chosen: KeptWrite | None = None
        self._is_asked = False
        self.setWindowTitle(self.tr("Server"))
        self.resize(*_SIZE)
        self._build()
        self._second = QTimer(self, interval=_SECOND_MS)
        self._second.timeout.connect(self._show)
        weather.changed.connect(self._on_weather_changed)

    def start(self) -> None:
        """Show the dialog, and read what waits."""
        self._show()
        self._second.start()
        self.open()
        self._read()

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.heading = ranked_label("heading", parent=self)
        self.reason = ranked_label("warning", parent=self)
        self.next = ranked_label("small", parent=self)
        for label in (self.reason, self.next):
            label.setWordWrap(True)
        self.list: RecordTable[KeptWrite] = RecordTable(
            self._ctx, self._columns(), wide=3, key=lambda one: one.key, parent=self
        )
        self.list.setAccessibleName(self.tr("Kept on this computer"))
        self.list.chosen.connect(self._on_list_chosen)
        self.empty = ranked_label("muted", self.tr("Nothing waits on this computer."), self)
        self.refusal = ranked_label("warning", parent=self)
        self.refusal.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.M)
        layout.setSpacing(Space.S)
        for part in (self.heading, self.reason, self.next):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.refusal)
        layout.addLayout(self._make_foot())

    def _make_foot(self) -> QHBoxLayout:
        self.now_button = self._button(self.tr("Try now"), self._on_now_clicked)
        self.copy_button = self._button(self.tr("Copy the text"), self._on_copy_clicked)
        self.drop_button = self._button(self.tr("Discard"), self._on_drop_clicked)
        foot = QHBoxLayout()
        foot.addWidget(self.now_button)
        foot.addStretch()
        foot.addWidget(self.copy_button)
        foot.addWidget(self.drop_button)
        foot.addWidget(self._button(self.tr("Close"), self.accept))
        return foot

    def _button(self, text: str, clicked: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(clicked)
        return button

    def _columns(self) -> tuple[Column[KeptWrite], ...]:
        return (
            Column(lambda: self.tr("Time"), lambda one, _: clock_time(self._ctx, one.made_at)),
            Column(lambda: self.tr("What"), lambda one, _: kind_word(one.kind)),
            Column(lambda: self.tr("Customer"), lambda one, _: self._name(one)),
            Column(lambda: self.tr("Text"), lambda one, _: " ".join(one.words.split())),
        )

    def _name(self, write: KeptWrite) -> str:
        return "" if write.customer_id is None else self._name_of(write.customer_id)

    # --- showing -------------------------------------------------------------------------------

    def _read(self) -> None:
        self._ctx.runner.submit(
            self._kept,
            lane=Lane.NETWORK,
            owner=self,
            key="kept",
            on_result=self._show_kept,
            on_error=self._weather.take,
        )

    def _kept(self) -> tuple[KeptWrite, ...]:
        """Return what waits or was refused; on a worker thread."""
        kept = self._weather.kept
        waiting = (one for one in kept.waiting() if one.kind is not KeptKind.PREFERENCE)
        return (*kept.refused(), *waiting)

    def _show_kept(self, writes: Sequence[KeptWrite]) -> None:
        self.list.set_rows(writes)
        self.list.setVisible(bool(writes))
        self.empty.setVisible(not writes)
        if writes:
            self.list.selectRow(0)
        self._on_list_chosen(writes[0] if writes else None)

    @Slot()
    def _show(self) -> None:
        present, language = self._weather.present, self._ctx.language
        self.heading.setText(state_word(present.state))
        reason = ""
        if present.reason is not None and present.reason.key not in _SAID_ALREADY:
            reason = resources.text(present.reason, language)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        seconds, is_lasting = self._weather.next_look_seconds, self._weather.kept.is_lasting
        self.next.setText(what_next(present, seconds, is_lasting=is_lasting))

    # --- what the user does --------------------------------------------------------------------

    @Slot(object)
    def _on_weather_changed(self, _present: object) -> None:
        self._show()
        self._read()

    @Slot(object)
    def _on_list_chosen(self, write: KeptWrite | None) -> None:
        is_same = self._chosen is not None and write is not None and self._chosen.key == write.key
        self._chosen, self._is_asked = write, self._is_asked and is_same
        refusal = None if write is None else write.refusal
        language = self._ctx.language
        self.refusal.setText("" if refusal is None else resources.text(refusal, language))
        self.refusal.setVisible(refusal is not None)
        self.copy_button.setEnabled(write is not None)
        self.drop_button.setEnabled(refusal is not None)
        self._show_drop_button()

    def _show_drop_button(self) -> None:
        asked, first = self.tr("Discard for good?"), self.tr("Discard")
        self.drop_button.setText(asked if self._is_asked else first)

    @Slot()
    def _on_now_clicked(self) -> None:
        self._weather.look()
        self._weather.deliver(again=True)

    @Slot()
    def _on_copy_clicked(self) -> None:
        write = self._chosen
        if write is not None:
            QGuiApplication.clipboard().setText(text_of(write))

    @Slot()
    def _on_drop_clicked(self) -> None:
        write = self._chosen
        if write is None or write.refusal is None:
            return
        # It is nowhere else: the first click asks, the second one means it.
        is_meant, self._is_asked = self._is_asked, not self._is_asked
        self._show_drop_button()
        if is_meant:
            self._ctx.runner.submit(
                lambda: self._weather.kept.drop(write),
                lane=Lane.WRITE,
                owner=self,
                key="drop",
                on_result=self._on_dropped,
                on_error=self._weather.take,
            )

    def _on_dropped(self, _nothing: None) -> None:
        self._weather.count()
        self._read()
