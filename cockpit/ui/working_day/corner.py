"""The working day in the window: its state at the foot, breaks over everything, activity noted."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import Shiboken

from cockpit.domain.vocabulary import BreakKind
from cockpit.domain.working_day import Advice
from cockpit.ui.actions import ActionId, ActionRegistry
from cockpit.ui.call.controller import CallController
from cockpit.ui.call.state import CallPhase, CallState
from cockpit.ui.contact_form.form import ContactForm
from cockpit.ui.context import UiContext
from cockpit.ui.screens import Screens
from cockpit.ui.status_bar import StatusBar
from cockpit.ui.theme import Height, Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.window_actions import Handlers
from cockpit.ui.working_day.break_choice import BreakChoice
from cockpit.ui.working_day.break_screen import BreakScreen
from cockpit.ui.working_time.words import time_text

#: What works during a break: the way back, and the look of the window.
_DURING_BREAK = frozenset(
    {ActionId.BREAK, ActionId.THEME, ActionId.LANGUAGE, ActionId.SHORTCUTS, ActionId.QUIT}
)


class WorkingDayCorner(QObject):
    """Begins, pauses and ends the day, and shows it; the figures are the user's own.

    Attributes:
        choice: Asks which break.
        screen: Covers the window during one.
    """

    def __init__(
        self, ctx: UiContext, controller: CallController, screens: Screens, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._ctx, self._controller, self._screens = ctx, controller, screens
        self._window, self._keeper = window, ctx.day_keeper
        self._left: UUID | None = None
        self._holder: QWidget | None = None
        self._called_since: datetime | None = None
        self._cursor = QPoint()
        self.choice = BreakChoice(window)
        self.screen = BreakScreen(ctx, window)

    def handlers(self) -> Handlers:
        """Return what the day's actions do."""
        return {
            ActionId.BREAK: self.toggle_break,
            ActionId.DAY: self.toggle_day,
            ActionId.WORKING_TIME: self._screens.show_working_time,
        }

    def attend(self, actions: ActionRegistry, status: StatusBar, form: ContactForm) -> None:
        """Serve a window whose parts are made.

        Args:
            actions: The window's.
            status: Shows the day, and what is said of it.
            form: Stores contacts.
        """
        self._actions, self._status = actions, status
        self._state = status.day_state
        self._state.clicked.connect(actions[ActionId.WORKING_TIME].trigger)
        form.contact_saved.connect(self._on_form_contact_saved)
        self.choice.break_chosen.connect(self._on_choice_break_chosen)
        self.screen.back_requested.connect(self.toggle_break)
        self.screen.retranslated.connect(self.retranslate)
        self._screens.shown.connect(self._on_screens_shown)
        self._controller.changed.connect(self._on_controller_changed)
        keeper = self._keeper
        keeper.changed.connect(self._on_keeper_changed)
        keeper.break_changed.connect(self._on_keeper_break_changed)
        keeper.lapsed.connect(self._on_keeper_lapsed)
        keeper.failed.connect(self._on_keeper_failed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_app_focus_changed)
        self.retranslate()

    @Slot()
    def toggle_break(self) -> None:
        """Ask which break is taken, or come back from one."""
        if self._keeper.is_on_break:
            self._keeper.resume()
        elif self.choice.isVisible():
            self.choice.close_popover()
        else:
            is_hungry = self._keeper.advice() is Advice.MEAL
            self.choice.open_for(BreakKind.MEAL if is_hungry else BreakKind.REST)
            foot = self._window.height() - Height.STATUS_BAR - Space.S
            self.choice.move(Space.M, max(0, foot - self.choice.height()))

    @Slot()
    def toggle_day(self) -> None:
        """Begin the day, or end it."""
        if self._keeper.is_open:
            self._keeper.end()
        else:
            self._keeper.begin()

    @Slot()
    def retranslate(self) -> None:
        """Write the state of the day in the present language."""
        text = self._state_text()
        if self._state.text() != text:
            self._state.setText(text)
            self._state.setAccessibleName(text)
        self._state.setToolTip(self.tr("Your working time, which nobody else sees (Shift+F12)"))

    # --- what is shown -------------------------------------------------------------------------

    def _state_text(self) -> str:
        keeper = self._keeper
        worked = time_text(keeper.worked())
        if keeper.is_on_break:
            return self.tr("On a break · {time} worked").format(time=worked)
        if keeper.is_open:
            text = self.tr("Working {time}").format(time=worked)
            advised = self._advice_text(keeper.advice())
            return f"{text} · {advised}" if advised else text
        if keeper.today.work.stretches:
            return self.tr("Day ended · {time}").format(time=worked)
        return self.tr("Day not begun")

    def _advice_text(self, advice: Advice | None) -> str:
        if advice is Advice.REST:
            return self.tr("time for a rest (F12)")
        if advice is Advice.MEAL:
            return self.tr("time for a meal (F12)")
        return self.tr("six hours done") if advice is Advice.END else ""

    # --- breaks --------------------------------------------------------------------------------

    @Slot(object)
    def _on_choice_break_chosen(self, kind: BreakKind) -> None:
        self._keeper.take_break(kind)

    @Slot(bool)
    def _on_keeper_break_changed(self, is_on_break: bool) -> None:
        """Cover the window, or uncover it; whoever was called is taken again afterwards."""
        if is_on_break:
            self._cover()
        else:
            self._uncover()

    def _cover(self) -> None:
        pause = self._keeper.pause
        if pause is None:
            return
        self.choice.close_popover()
        self._holder = self._window.focusWidget()
        self._put_back()
        self._enable_window(is_enabled=False)
        self.screen.show_pause(pause)

    def _uncover(self) -> None:
        self._enable_window(is_enabled=True)
        self.screen.hide()
        self._screens.tell()
        self._give_keyboard_back()
        if self._left is not None:
            customer_id, self._left = self._left, None
            self._controller.take(customer_id)

    def _give_keyboard_back(self) -> None:
        """Go on where the hand was before the break, if that can still be seen."""
        holder, self._holder = self._holder, None
        if holder is not None and Shiboken.isValid(holder) and holder.isVisible():
            holder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_back(self) -> None:
        """Leave the client to the colleagues meanwhile; what was typed waits as a draft."""
        claim, phase = self._controller.claim, self._controller.state.phase
        if claim is not None and phase is not CallPhase.SEEKING:
            self._left = claim.customer_id
            self._controller.put_back()

    def _enable_window(self, *, is_enabled: bool) -> None:
        centre = self._window.centralWidget()
        if centre is not None:
            centre.setEnabled(is_enabled)
        self._let_keys_work(is_enabled=is_enabled)

    def _let_keys_work(self, *, is_enabled: bool) -> None:
        others = [one for one in ActionId if one not in _DURING_BREAK]
        self._actions.set_enabled(others, is_enabled=is_enabled)

    @Slot(bool)
    def _on_screens_shown(self, is_desk: bool) -> None:
        """Let no notification that is clicked wake what a break covers."""
        if self._keeper.is_on_break:
            self._let_keys_work(is_enabled=False)

    # --- activity ------------------------------------------------------------------------------

    @Slot(object)
    def _on_controller_changed(self, state: CallState) -> None:
        """Begin the day with a call; one that was on its way when a break began is put back."""
        if self._keeper.is_on_break:
            self._put_back()
            self._let_keys_work(is_enabled=False)
        elif state.claim is not None:
            self._called_since = state.claim.claimed_at
            self._keeper.note_work()

    @Slot(object)
    def _on_form_contact_saved(self, customer_id: UUID) -> None:
        since, self._called_since = self._called_since, None
        self._keeper.note_work(since)

    @Slot()
    def _on_app_focus_changed(self) -> None:
        self._keeper.note_activity()

    @Slot()
    def _on_keeper_changed(self) -> None:
        """Show the day; a mouse that moved since the last look says that somebody is there."""
        cursor = QCursor.pos()
        if cursor != self._cursor:
            self._cursor = cursor
            self._keeper.note_activity()
        self.retranslate()

    # --- what is said --------------------------------------------------------------------------

    @Slot(object)
    def _on_keeper_lapsed(self, since: datetime) -> None:
        time = f"{since.astimezone(self._ctx.clock.zone):%H:%M}"
        sentence = self.tr("Nobody was here since {time}: your day was ended then.")
        self._status.show_message(sentence.format(time=time))

    @Slot(object)
    def _on_keeper_failed(self, error: Exception) -> None:
        self._status.show_message(sentence_of(error, self._ctx.language))
