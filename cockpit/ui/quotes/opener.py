"""Opens the quote of a customer, a new one or one to be changed; its code is read when wanted."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cockpit.domain.quotes import QuoteSheet
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.troubles import sentence_of


class QuoteOpener(QObject):
    """Reads what a quote is written with, behind the window, and shows the dialog above it."""

    #: A sentence for the status bar.
    message_raised = Signal(str)
    #: What went wrong, as a sentence.
    failed = Signal(str)

    def __init__(self, ctx: UiContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._ctx, self._owner = ctx, owner

    def open(self, customer_id: UUID, quote_id: UUID | None = None) -> None:
        """Show a new quote, or one of the user's open ones; others cannot be changed."""
        self._ctx.runner.submit(
            partial(_sheet, self._ctx, customer_id),
            lane=Lane.READ,
            owner=self,
            key="sheet",
            on_result=partial(self._on_sheet_read, quote_id),
            on_error=self._on_error,
        )

    def _on_sheet_read(self, quote_id: UUID | None, sheet: QuoteSheet) -> None:
        from cockpit.ui.quotes.dialog import QuoteDialog  # noqa: PLC0415 - few open it

        places = [n for n, one in enumerate(sheet.open_quotes, 1) if one.quote_id == quote_id]
        if quote_id is not None and not places:
            self.failed.emit(self.tr("Only your own quotes are changed, while they are open."))
            return
        dialog = QuoteDialog(self._ctx, sheet, self._owner)
        dialog.which.setCurrentIndex(places[0] if places else 0)
        dialog.finished.connect(dialog.deleteLater)
        dialog.message_raised.connect(self.message_raised)
        dialog.open()

    def _on_error(self, error: Exception) -> None:
        self.failed.emit(sentence_of(error, self._ctx.language))


def _sheet(ctx: UiContext, customer_id: UUID) -> QuoteSheet:
    return ctx.quotes().sheet(customer_id)
