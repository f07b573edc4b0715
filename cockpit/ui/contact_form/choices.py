"""What the form offers to choose from, read in the background: once, and when it grows."""

from PySide6.QtCore import QObject, Signal

from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext


class FormChoices(QObject):
    """Asks for outcomes, reasons, and the catalogue of objections."""

    #: Outcomes and reasons (FormOptions).
    options_read = Signal(object)
    #: The catalogue (a sequence of ObjectionKind).
    catalogue_read = Signal(object)
    #: Neither came; why (Exception).
    failed = Signal(object)

    def __init__(self, ctx: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx

    def load(self) -> None:
        """Ask for everything."""
        self._ctx.runner.submit(
            self._ctx.contacts.form_options,
            lane=Lane.READ,
            owner=self,
            key="form_options",
            on_result=self.options_read.emit,
            on_error=self.failed.emit,
        )
        self.load_catalogue()

    def load_catalogue(self) -> None:
        """Ask for the catalogue, which a contact may have added to."""
        self._ctx.runner.submit(
            self._ctx.objections.catalogue,
            lane=Lane.READ,
            owner=self,
            key="catalogue",
            on_result=self.catalogue_read.emit,
            on_error=self.failed.emit,
        )
