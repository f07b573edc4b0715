"""The window's upper edge: wordmark, search and groups, and the window's own buttons."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.ui.actions import ActionId, ActionRegistry
from cockpit.ui.context import UiContext
from cockpit.ui.notices.corner import NoticesButton
from cockpit.ui.theme import FontRole, Height, Space, Theme
from cockpit.ui.weather.chip import WeatherChip
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.labels import ranked_label

#: Languages are named in themselves, so that whoever is lost finds their own.
_NAMES = {Language.PORTUGUESE: "Português (Brasil)", Language.ENGLISH: "English"}
_MENU = (
    (ActionId.PALETTE, ActionId.AGENDA, ActionId.LEDGER, ActionId.CYCLE, ActionId.IMPORT),
    (ActionId.FIELD, ActionId.PACKS, ActionId.SYNC, ActionId.SYNC_NOW),
    (ActionId.JOIN, ActionId.TAKE_ALONG),
    (ActionId.TEMPLATES, ActionId.SETTINGS, ActionId.THEME, ActionId.SHORTCUTS),
)
_LOGO = 24
_MOST = 99


class BellButton(IconButton):
    """The bell, with the number of reminders that wait."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "bell", parent)
        self._palette = theme
        self._count = 0
        self._is_hushed = False

    @Slot(bool)
    def set_hushed(self, is_hushed: bool) -> None:
        """Show whether reminders wait for the end of a quiet."""
        self._is_hushed = is_hushed
        self.set_count(self._count)

    def set_count(self, count: int) -> None:
        """Show how many reminders wait; none shows the bare bell."""
        self._count = count
        icon = "bell-off" if self._is_hushed else "bell"
        self.set_icon_name(icon, "accent" if count else "ink_muted")
        self.update()

    def count(self) -> int:
        """Return how many reminders wait."""
        return self._count

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._count:
            return
        text = str(self._count) if self._count <= _MOST else f"{_MOST}+"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._palette.font(FontRole.BADGE))
        width = max(14, painter.fontMetrics().horizontalAdvance(text) + 6)
        badge = QRectF(self.width() - width, 0, width, 14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.colour("danger"))
        painter.drawRoundedRect(badge, 7, 7)
        painter.setPen(self._palette.colour("surface"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)


class TopBar(QWidget):
    """Holds the list's filter bar between the wordmark and the window's own buttons.

    Attributes:
        weather: Says how the server stands, and opens what waits for it.
        queue_chip: Says how many may be called now, and opens the ledger.
        notices: Opens the notices.
        bell: Opens the reminders.
        menu_button: Opens what has no button of its own.
    """

    #: A language was chosen: Language.
    language_requested = Signal(object)

    def __init__(
        self, ctx: UiContext, filter_bar: QWidget, actions: ActionRegistry, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._actions = actions
        self.setFixedHeight(Height.TOP_BAR)
        self._logo = QLabel(self)
        self.queue_chip = QPushButton(self)
        self.queue_chip.setProperty("kind", "chip")
        self.queue_chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its key is F10
        self.queue_chip.clicked.connect(actions[ActionId.LEDGER].trigger)
        self._queue_count: int | None = None
        self.weather = WeatherChip(ctx, self)
        if ActionId.SERVER in actions:
            self.weather.clicked.connect(actions[ActionId.SERVER].trigger)
        self.notices = NoticesButton(ctx.theme, self)
        self.notices.clicked.connect(actions[ActionId.NOTICES].trigger)
        self.bell = BellButton(ctx.theme, self)
        self.menu_button = IconButton(ctx.theme, "menu", self)
        ctx.reminder_clock.hushed.connect(self.bell.set_hushed)
        self.bell.clicked.connect(actions[ActionId.REMINDERS].trigger)
        self._menu = QMenu(self.menu_button)
        self._languages = QMenu(self._menu)
        self._fill_menu()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.M, 0, Space.S, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._logo)
        layout.addWidget(ranked_label("wordmark", "Giro", self))
        layout.addSpacing(Space.L)
        layout.addWidget(filter_bar, 1)
        layout.addWidget(self.weather)
        layout.addWidget(self.queue_chip)
        layout.addWidget(self.notices)
        layout.addWidget(self.bell)
        layout.addWidget(self.menu_button)
        ctx.theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.retranslate()

    def show_queue(self, count: int) -> None:
        """Show how many customers may be called now."""
        self._queue_count = count
        self._show_queue()

    def retranslate(self) -> None:
        """Name the buttons in the present language."""
        bell = self._actions[ActionId.REMINDERS]
        self.bell.set_title(bell.text(), bell.shortcut().toString())
        notices = self._actions[ActionId.NOTICES]
        self.notices.name(notices.text(), notices.shortcut().toString())
        if ActionId.SERVER in self._actions:
            self.weather.name(self._actions[ActionId.SERVER].shortcut().toString())
        self.menu_button.set_title(self.tr("Menu"))
        self._languages.setTitle(self.tr("Language"))
        self._show_queue()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _show_queue(self) -> None:
        count, language = self._queue_count, self._ctx.language
        shown = "" if count is None else formats.integer(count, language)
        self.queue_chip.setText(self.tr("Queue {count}").format(count=shown).strip())
        action = self._actions[ActionId.LEDGER]
        self.queue_chip.setToolTip(f"{action.text()} ({action.shortcut().toString()})")
        self.queue_chip.setAccessibleName(f"{action.text()}: {shown}")

    def _fill_menu(self) -> None:
        """Offer what has no button of its own; the registry names it and tells its key."""
        for group in _MENU:
            offered = [self._actions[action] for action in group if action in self._actions]
            self._menu.addActions(offered)
            if offered:
                self._menu.addSeparator()
        self._menu.addMenu(self._languages)
        choices = QActionGroup(self._languages)
        for language, name in _NAMES.items():
            choice = self._languages.addAction(name)
            choice.setCheckable(True)
            choice.setChecked(language is self._ctx.language)
            choice.setData(language)
            choices.addAction(choice)
        choices.triggered.connect(self._on_language_triggered)
        self.menu_button.setMenu(self._menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    @Slot(object)
    def _on_language_triggered(self, action: object) -> None:
        self.language_requested.emit(action.data())  # type: ignore[attr-defined]

    @Slot()
    def _on_theme_changed(self) -> None:
        self._logo.setPixmap(self._ctx.theme.app_icon().pixmap(_LOGO, _LOGO))
