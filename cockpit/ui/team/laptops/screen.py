"""The page of the team's laptops, for administrators: the laptops, and what was set aside."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.services.laptops import LaptopService
from cockpit.ui.context import UiContext
from cockpit.ui.team.laptops.aside_page import AsidePage
from cockpit.ui.team.laptops.laptops_page import LaptopsPage
from cockpit.ui.widgets.chips import chip_row, chips
from cockpit.ui.widgets.head_bar import head_bar
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.keys import bind_keys, is_keyboard_lost
from cockpit.ui.widgets.labels import divider, ranked_label

LAPTOPS, ASIDE = range(2)
#: Laptops tell the server that they are there, and no window.
_BEAT_MS = 30_000


class LaptopsScreen(QWidget):
    """Alt and a digit show a page.

    Attributes:
        laptops: All laptops.
        aside: What nobody could store.
    """

    #: Back to the list.
    close_requested = Signal()
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(
        self,
        ctx: UiContext,
        service: Callable[[], LaptopService],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_focus_due = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._title = ranked_label("wordmark", parent=self)
        self._chips = chips(2, self)
        self._pages = QStackedWidget(self)
        self.laptops = LaptopsPage(ctx, service, self._pages)
        self.aside = AsidePage(ctx, service, self._pages)
        self._beat = QTimer(self, interval=_BEAT_MS)
        self._lay_out()
        self._connect()
        self._retranslate()

    # --- the window's page ---------------------------------------------------------------------

    def open(self) -> None:
        """Show what there is now, with the keyboard in it."""
        self._beat.start()
        self.show_page(self._pages.currentIndex())

    @Slot()
    def reload(self) -> None:
        """Read both pages again: one says how many there are in the other."""
        for page in (self.laptops, self.aside):
            page.reload()

    def stop(self) -> None:
        """Look no more."""
        self._beat.stop()

    def step_back(self) -> bool:
        """Close the question for a reason; return whether it was open."""
        if self.aside.popover.isVisible():
            self.aside.popover.close_popover()
            return True
        return False

    def show_page(self, number: int) -> None:
        """Show the laptops (0) or what was set aside (1)."""
        self._chips[number].setChecked(True)
        self._pages.setCurrentIndex(number)
        self.reload()
        self._focus()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._beat.stop()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for page in (self.laptops, self.aside):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head_bar(self._back, self._title, self))
        layout.addWidget(divider(self))
        layout.addLayout(chip_row(self._chips))
        layout.addWidget(divider(self))
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self.close_requested)
        for page in (self.laptops, self.aside):
            page.message_raised.connect(self.message_raised)
            page.listed.connect(self._on_page_listed)
        self._beat.timeout.connect(self._on_beat_timeout)
        for number, chip in enumerate(self._chips):
            chip.clicked.connect(partial(self.show_page, number))
            bind_keys(self, {f"Alt+{number + 1}": partial(self.show_page, number)})

    def _retranslate(self) -> None:
        self._title.setText(self.tr("The team's laptops"))
        self._back.set_title(self.tr("Back to the list"), "Esc")
        self._show_counts()

    # --- showing -------------------------------------------------------------------------------

    def _focus(self) -> None:
        """Let the page have the keyboard, so that its keys work."""
        table = (self.laptops.table, self.aside.table)[self._pages.currentIndex()]
        self._is_focus_due = not table.isVisible()
        (table if table.isVisible() else self._back).setFocus()

    @Slot()
    def _on_page_listed(self) -> None:
        self._show_counts()
        is_due = self._is_focus_due and self._back.hasFocus()
        if self.isVisible() and (is_due or is_keyboard_lost(self)):
            self._focus()

    @Slot()
    def _on_beat_timeout(self) -> None:
        (self.laptops, self.aside)[self._pages.currentIndex()].reload()

    def _show_counts(self) -> None:
        counts = (len(self.laptops.table.records.rows), self.aside.undecided_count)
        words = (self.tr("Laptops"), self.tr("Set aside"))
        for number, (chip, word, count) in enumerate(
            zip(self._chips, words, counts, strict=True), start=1
        ):
            shown = f"{word} {count}" if count else word
            chip.setText(f"{shown}  Alt+{number}")
