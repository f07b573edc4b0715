"""Opens the field mode, and comes back to it; its code is read when it is wanted."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Slot

from cockpit.ui.actions import ActionId, Where
from cockpit.ui.call.loop import DeskParts
from cockpit.ui.context import UiContext
from cockpit.ui.desk import Arrangement
from cockpit.ui.screens import Screens
from cockpit.ui.window_actions import Handlers

if TYPE_CHECKING:
    from cockpit.ui.field.screen import FieldScreen


class FieldCorner(QObject):
    """Stands between the window and the field mode.

    Who was opened from the route leads back to it: saved, or left with Esc.

    Attributes:
        screen: None until it is opened for the first time.
    """

    def __init__(self, ctx: UiContext, parts: DeskParts, screens: Screens) -> None:
        super().__init__(screens)
        self._ctx, self._parts, self._screens = ctx, parts, screens
        self.screen: FieldScreen | None = None
        self._opened: UUID | None = None

    def handlers(self) -> Handlers:
        """Return what the key does: the same one goes back to the list."""
        packs = {} if self._ctx.packs is None else {ActionId.PACKS: self.open_packs}
        return {ActionId.FIELD: self.toggle, **packs}

    @Slot()
    def toggle(self) -> None:
        """Show the route in place of the desk, or the desk again."""
        if self.screen is not None and self.screen.isVisible():
            self._screens.back_requested.emit()
        else:
            self._screens.show_page(self._made())

    @Slot()
    def open_packs(self) -> None:
        """Show who may be taken along, and who is."""
        from cockpit.ui.field.pack_dialog import PackDialog  # noqa: PLC0415 - few open it

        assert self._ctx.packs is not None  # noqa: S101 - no handler without
        dialog = PackDialog(self._ctx, self._ctx.packs, self._screens.pages)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.message_raised.connect(self._screens.message_raised)
        dialog.open()

    @Slot(object)
    def _on_visit_requested(self, customer_id: UUID) -> None:
        """Open the customer with a contact form that is about a visit."""
        self._parts.form.expect_visit(customer_id)
        self._open(customer_id)

    @Slot(object)
    def _open(self, customer_id: UUID) -> None:
        self._opened = customer_id
        self._screens.customer_requested.emit(customer_id)

    @Slot(object)
    def _on_form_contact_saved(self, customer_id: UUID) -> None:
        if customer_id == self._opened:
            self._come_back()

    @Slot()
    def _on_next_requested(self) -> None:
        """Stay at the desk: a next call is wanted there."""
        self._opened = None

    @Slot()
    def _on_desk_arranged(self) -> None:
        """Come back where the customer was left."""
        if self._parts.desk.arrangement is Arrangement.BROWSE and self._opened is not None:
            if self._parts.work_list.chosen == self._opened and self._screens.is_desk_shown:
                self._come_back()
            self._opened = None

    def _come_back(self) -> None:
        self._opened = None
        self._parts.desk.arrange(Arrangement.BROWSE)
        self._screens.show_page(self._made())

    def _made(self) -> "FieldScreen":
        if self.screen is None:
            from cockpit.ui.field.screen import FieldScreen  # noqa: PLC0415 - few open it

            self.screen = FieldScreen(self._ctx, self._screens.pages)
            self.screen.customer_requested.connect(self._open)
            self.screen.packs_requested.connect(self.open_packs)
            self.screen.visit_requested.connect(self._on_visit_requested)
            self.screen.message_raised.connect(self._screens.message_raised)
            self._screens.adopt(self.screen, Where.FIELD)
            self._attend()
        return self.screen

    def _attend(self) -> None:
        """Learn what becomes of who was opened; queued, so that the desk has settled."""
        form, later = self._parts.form, Qt.ConnectionType.QueuedConnection
        form.leaving.connect(self._on_next_requested)
        form.next_requested.connect(self._on_next_requested)
        form.contact_saved.connect(self._on_form_contact_saved, later)
        self._parts.desk.arranged.connect(self._on_desk_arranged, later)
