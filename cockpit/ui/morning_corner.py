"""Opens the morning page: by its key, and with the day's first start once the list is there."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from cockpit.domain.errors import GiroError
from cockpit.domain.morning import Morning
from cockpit.runtime.task_runner import Lane
from cockpit.ui.actions import ActionId
from cockpit.ui.call.loop import CallLoop, DeskParts
from cockpit.ui.call.state import CallPhase
from cockpit.ui.context import UiContext
from cockpit.ui.screens import Screens

#: As the screen has it, whose code the start does not read.
_OPENS_KEY = "morning.opens"
_SEEN_KEY = "morning.seen_on"


class MorningCorner(QObject):
    """Lets the list come first: the page is read after it, and never pushes a user aside.

    It opens by itself on the calendar's day alone, not in the demo company: who looks around there
    looks for the list.
    """

    def __init__(self, ctx: UiContext, parts: DeskParts, screens: Screens, calls: CallLoop) -> None:
        super().__init__(screens)
        self._ctx = ctx
        self._parts = parts
        self._screens = screens
        self._calls = calls
        screens.calling_requested.connect(self._on_calling_requested)
        if self._is_wanted():
            parts.work_list.table_changed.connect(self._on_list_table_changed)

    def handlers(self) -> dict[ActionId, Callable[[], object]]:
        """Return what the action does."""
        return {ActionId.MORNING: self._screens.show_morning}

    def _is_wanted(self) -> bool:
        """Return whether this may be the day's first start for somebody who wants the page."""
        ctx = self._ctx
        if ctx.is_as_of or ctx.is_demo or not ctx.preferences.value(_OPENS_KEY, True):
            return False
        today = ctx.clock.today().isoformat()
        return bool(ctx.preferences.value(_SEEN_KEY, "") != today)

    @Slot()
    def _on_list_table_changed(self) -> None:
        self._parts.work_list.table_changed.disconnect(self._on_list_table_changed)
        self._ctx.runner.submit(
            partial(_read, self._ctx),
            lane=Lane.READ,
            owner=self,
            key="first",
            on_result=self._on_read,
            on_error=self._on_error,
        )

    def _on_read(self, page: Morning) -> None:
        self._ctx.preferences.set_value(_SEEN_KEY, page.today.isoformat())
        if page.has_anything and not self._is_busy():
            self._screens.show_morning()

    def _is_busy(self) -> bool:
        """Return whether the user has begun with something, from which nothing takes them away."""
        work_list = self._parts.work_list
        return bool(
            not self._screens.is_desk_shown
            or self._calls.controller.state.phase is not CallPhase.IDLE
            or work_list.query.text
            or work_list.view.currentIndex().row() > 0
            or QApplication.activeModalWidget()
            or QApplication.activePopupWidget()
        )

    @Slot()
    def _on_calling_requested(self) -> None:
        self._screens.show_desk()
        self._calls.next_client()

    def _on_error(self, error: Exception) -> None:
        """Leave the page out: the list says what is wrong with the database."""
        if not isinstance(error, GiroError):
            raise error


def _read(ctx: UiContext) -> Morning:
    return ctx.morning().read()
