"""Over the client: how long the call lasts, what stands in its way, and what to do with it."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

import resources
from cockpit.ui.actions import ActionId, ActionRegistry
from cockpit.ui.call.state import CallPhase, CallState
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.labels import ElidedLabel, ranked_label

HEIGHT = 42
_SECOND_MS = 1000
#: Below this width the quiet buttons show their icons alone.
_ROOMY = 640
_LONG_CALL_SECONDS = 3600
_BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ALONE = Qt.ToolButtonStyle.ToolButtonIconOnly


class CallBar(QWidget):
    """One line; its buttons do what the keys do.

    Attributes:
        next_button: Brings the next client.
    """

    #: The reason for calling a barred client is to be asked.
    override_requested = Signal()

    def __init__(self, ctx: UiContext, actions: ActionRegistry, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._actions = actions
        self._state = CallState()
        self._name = ""
        self.setFixedHeight(HEIGHT)
        self._time = ranked_label("timer", parent=self)
        self._sentence = ElidedLabel("muted", self)
        self._anyway = QPushButton(self)
        self._anyway.clicked.connect(self.override_requested)
        self._quiet = {
            ActionId.UNDO: IconButton(ctx.theme, "history", self),
            ActionId.SKIP: IconButton(ctx.theme, "chevron-right", self),
            ActionId.SNOOZE: IconButton(ctx.theme, "snooze", self),
            ActionId.PUT_BACK: IconButton(ctx.theme, "inbox", self),
        }
        for action, button in self._quiet.items():
            button.clicked.connect(actions[action].trigger)
        self.next_button = QPushButton(self)
        self.next_button.setProperty("kind", "primary")
        self.next_button.clicked.connect(actions[ActionId.NEXT_CALL].trigger)
        self._lay_out()
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self._show_time)
        self.retranslate()

    def show_call(self, state: CallState, name: str) -> None:
        """Show how the call stands, and with whom."""
        self._state, self._name = state, name
        self._show()

    def sentence(self) -> str:
        """Return what the bar says."""
        return self._sentence.full_text()

    def time_text(self) -> str:
        """Return how long the call lasts, as it is shown."""
        return self._time.text()

    def stop(self) -> None:
        """Let the clock stand; the window closes."""
        self._second.stop()

    def retranslate(self) -> None:
        """Write the words of the present language."""
        titles = {
            ActionId.UNDO: self.tr("Undo"),
            ActionId.SKIP: self.tr("Skip"),
            ActionId.SNOOZE: self.tr("Later"),
            ActionId.PUT_BACK: self.tr("Put back"),
        }
        for action, button in self._quiet.items():
            declared = self._actions[action]
            button.setText(titles[action])
            button.set_title(declared.text(), declared.shortcut().toString())
        following = self._actions[ActionId.NEXT_CALL]
        self.next_button.setText(self.tr("Next  F8"))
        self.next_button.setAccessibleName(following.text())
        self._anyway.setText(self.tr("Call all the same…"))
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.M, 0, Space.S, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._time)
        layout.addSpacing(Space.XS)
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self._anyway)
        for button in self._quiet.values():
            layout.addWidget(button)
        layout.addSpacing(Space.XS)
        layout.addWidget(self.next_button)

    def _fit(self) -> None:
        for button in self._quiet.values():
            button.setToolButtonStyle(_BESIDE if self.width() >= _ROOMY else _ALONE)

    def _show(self) -> None:
        state = self._state
        is_calling = state.claim is not None
        if state.phase is not CallPhase.SEEKING:  # it lasts a moment: nothing may flicker
            self._sentence.set_full_text(self._words())
            rank = "warning" if state.phase in {CallPhase.BARRED, CallPhase.LOST} else "muted"
            _set_role(self._sentence, rank)
            self._anyway.setVisible(state.may_override)
            for action, button in self._quiet.items():
                button.setVisible(state.can_undo if action is ActionId.UNDO else is_calling)
        self._time.setVisible(is_calling)
        if is_calling and not self._second.isActive():
            self._second.start()
        elif not is_calling:
            self._second.stop()
        self._show_time()

    def _words(self) -> str:
        state = self._state
        if state.message is not None:
            return resources.text(state.message, self._ctx.language)
        match state.phase:
            case CallPhase.CALLING:
                return self._name
            case CallPhase.LOST:
                return self.tr(
                    "{name}: the reservation has lapsed, a colleague may take them. "
                    "The contact can still be saved."
                ).format(name=self._name)
            case CallPhase.NOBODY:
                return self.tr("Nobody to call right now.")
        return ""

    @Slot()
    def _show_time(self) -> None:
        claim = self._state.claim
        if claim is None:
            self._time.setText("")
            return
        seconds = max(0, int((self._ctx.clock.now() - claim.claimed_at).total_seconds()))
        minutes, rest = divmod(seconds, 60)
        shown = f"{minutes:02d}:{rest:02d}"
        if seconds >= _LONG_CALL_SECONDS:
            shown = f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"
        self._time.setText(shown)
        self._time.setAccessibleName(self.tr("Duration of the call {time}").format(time=shown))


def _set_role(label: QWidget, role: str) -> None:
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)
