"""The purchase-cycle screen: a head with the way back, and two sections by tabs."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.ui.context import UiContext
from cockpit.ui.cycle.accuracy import AccuracySection
from cockpit.ui.cycle.portfolio import PortfolioSection
from cockpit.ui.widgets.head_bar import head_bar
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import divider, ranked_label

CONCERNS = (Topic.ORDERS, Topic.METRICS)


class CycleScreen(QWidget):
    """Portfolio and accuracy; each reads when it comes into sight. The rules are a screen beside.

    Attributes:
        portfolio: Where purchases concentrate.
        accuracy: How right the program was.
    """

    #: Back to the list.
    close_requested = Signal()
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._title = ranked_label("wordmark", parent=self)
        self.portfolio = PortfolioSection(ctx, self)
        self.accuracy = AccuracySection(ctx, self)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("cycleTabs")
        self.tabs.setDocumentMode(True)
        self._lay_out()
        self._retranslate()
        self._connect(ctx)

    def open(self) -> None:
        """Come into sight, at the section that was shown last."""
        self._section().open()
        self.tabs.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_section(self, number: int) -> None:
        """Show the section of that number, 0 being the portfolio."""
        self.tabs.setCurrentIndex(number)
        self.tabs.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reload(self) -> None:
        """Read again what is in sight."""
        self._section().reload()

    def stop(self) -> None:
        """Interrupt what is under way, before the window closes."""
        for section in self._sections():
            section.stop()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _sections(self) -> tuple[PortfolioSection, AccuracySection]:
        return self.portfolio, self.accuracy

    def _section(self) -> PortfolioSection | AccuracySection:
        return self._sections()[self.tabs.currentIndex()]

    def _lay_out(self) -> None:
        bar = head_bar(self._back, self._title, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(divider(self))
        layout.addWidget(self.tabs, 1)
        for number, section in enumerate(self._sections()):
            self.tabs.addTab(section, "")
            bind_keys(self, {f"Alt+{number + 1}": partial(self.show_section, number)})

    def _connect(self, ctx: UiContext) -> None:
        self._back.clicked.connect(self.close_requested)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        for section in self._sections():
            section.message_raised.connect(self.message_raised)
        ctx.feed.changed.connect(self._on_feed_changed)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Purchase cycle"))
        self._back.set_title(self.tr("Back to the list"), "Esc")
        titles = (self.tr("Portfolio"), self.tr("Accuracy"))
        for number, title in enumerate(titles):
            self.tabs.setTabText(number, title)
            self.tabs.setTabToolTip(number, f"{title} (Alt+{number + 1})")

    @Slot(int)
    def _on_tab_changed(self, number: int) -> None:
        if self.isVisible():
            self._section().open()

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if not notice.touches(*CONCERNS):
            return
        for section in self._sections():
            section.expire()
        if self.isVisible():
            self._section().open()
