"""The agenda's calendar files: two buttons in its head, and their keys."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from cockpit.ui.agenda.head import AgendaHead
from cockpit.ui.agenda.words import owner_word
from cockpit.ui.calendar_files.dialogs import CalendarDialogs
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.icon_button import IconButton


class FileButtons(QWidget):
    """Lets the agenda in view out into a calendar file, and takes one in.

    Attributes:
        dialogs: What they open.
        out: Opens the export.
        into: Asks for a file.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, head: AgendaHead, screen: QWidget) -> None:
        """Prepare the buttons.

        Args:
            ctx: The context.
            head: Knows whose agenda is in view.
            screen: Where the keys work.
        """
        super().__init__(screen)
        self._head = head
        self.dialogs = CalendarDialogs(ctx, screen, owner_word)
        self.dialogs.message_raised.connect(self.message_raised)
        self.out = IconButton(ctx.theme, "save", self)
        self.into = IconButton(ctx.theme, "import", self)
        self.out.clicked.connect(self.let_out)
        self.into.clicked.connect(self.dialogs.show_import)
        for key, slot in (("E", self.let_out), ("I", self.dialogs.show_import)):
            shortcut = QShortcut(QKeySequence(key), screen)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self.out)
        layout.addWidget(self.into)
        self._retranslate()

    @Slot()
    def let_out(self) -> None:
        """Ask what of the agenda in view goes into a file."""
        self.dialogs.show_export(self._head.owner)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.out.set_title(self.tr("Agenda into a calendar file"), "E")
        self.into.set_title(self.tr("Take a calendar file in"), "I")
