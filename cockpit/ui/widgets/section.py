"""A part of the screen that asks the background for what it shows, and says why it cannot."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

import resources
from cockpit.domain.errors import CancelledError, GiroError
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.widgets.state_view import StateView

T = TypeVar("T")


class Section(QWidget):
    """Holds a body, and in its place a sentence while there is nothing to show.

    Attributes:
        body: What is shown once something was read.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._is_fresh = False
        self._has_content = False
        self._error: Exception | None = None
        self.body = QWidget(self)
        self._state = StateView(ctx.theme, self)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._state)
        self._pages.addWidget(self.body)
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.addLayout(self._pages, 1)
        self._state.action_requested.connect(self.reload)

    def open(self) -> None:
        """Come into sight: read, unless what is shown still holds."""
        if not self._is_fresh:
            self.reload()

    @Slot()
    def reload(self) -> None:
        """Read again; what is shown stays until the answer comes."""
        self._is_fresh, self._error = True, None
        self._show_state()
        self._read()

    def expire(self) -> None:
        """Take note that what is shown may not hold any more."""
        self._is_fresh = False

    def stop(self) -> None:
        """Interrupt what may take long; nothing does unless a section says so."""

    def state_sentence(self) -> str:
        """Return what stands in place of the body, or nothing while the body is shown."""
        return self._state.sentence() if self._pages.currentWidget() is self._state else ""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._show_state()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        raise NotImplementedError

    def _read(self) -> None:
        """Ask for everything that is shown."""
        raise NotImplementedError

    def _empty_sentence(self) -> str:
        """Return why there is nothing to show though all was read; empty while there is."""
        return ""

    def _waiting_sentence(self) -> str:
        return self.tr("Calculating…")

    def _ask(
        self,
        work: Callable[[], T],
        *,
        key: str,
        on_result: Callable[[T], None],
        lane: Lane = Lane.READ,
    ) -> None:
        """Run work in the background; only the newest answer of a key arrives."""
        self._ctx.runner.submit(
            work,
            lane=lane,
            owner=self,
            key=key,
            on_result=on_result,
            on_error=self._on_failed,
        )

    def _show_content(self) -> None:
        """Show the body, now that something was read."""
        self._has_content, self._error = True, None
        self._show_state()

    def _show_state(self) -> None:
        """Show the body, or why there is none."""
        if isinstance(self._error, CancelledError) and not self._has_content:
            self._state.show_state(
                "close", self.tr("The calculation was stopped."), self.tr("Calculate")
            )
        elif self._error is not None and not self._has_content:
            self._state.show_state("alert", self._error_sentence(self._error), self.tr("Try again"))
        elif not self._has_content:
            self._state.show_state("refresh", self._waiting_sentence())
        elif self._empty_sentence():
            self._state.show_state("inbox", self._empty_sentence())
        else:
            self._pages.setCurrentWidget(self.body)
            return
        self._pages.setCurrentWidget(self._state)

    def _on_failed(self, error: Exception) -> None:
        self._is_fresh, self._error = False, error
        self._show_state()
        if self._has_content:
            self.message_raised.emit(self._error_sentence(error))
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here

    def _error_sentence(self, error: Exception) -> str:
        if isinstance(error, GiroError):
            return resources.text(error.message, self._ctx.language)
        return self.tr("This could not be calculated. Try again, or restart Giro.")
