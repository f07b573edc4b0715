"""The window's upper edge: wordmark, search and groups, and the window's own buttons."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.ui.actions import ActionId, ActionRegistry
from cockpit.ui.context import UiContext
from cockpit.ui.theme import FontRole, Height, Scheme, Space, Theme
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.labels import ranked_label

#: Languages are named in themselves, so that whoever is lost finds their own.
_NAMES = {Language.PORTUGUESE: "Português (Brasil)", Language.ENGLISH: "English"}
_LOGO = 24
_MOST = 99


class BellButton(IconButton):
    """The bell, with the number of reminders that wait."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "bell", parent)
        self._palette = theme
        self._count = 0

    def set_count(self, count: int) -> None:
        """Show how many reminders wait; none shows the bare bell."""
        self._count = count
        self.set_icon_name("bell", "accent" if count else "ink_muted")
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
        queue_chip: Says how many may be called now, and opens the ledger.
        bell: Opens the reminders.
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
        self.bell = BellButton(ctx.theme, self)
        self._cycle_button = IconButton(ctx.theme, "chart", self)
        self._import_button = IconButton(ctx.theme, "import", self)
        self._theme_button = IconButton(ctx.theme, "moon", self)
        self._language_button = IconButton(ctx.theme, "globe", self)
        self._keys_button = IconButton(ctx.theme, "keyboard", self)
        self.bell.clicked.connect(actions[ActionId.REMINDERS].trigger)
        self._cycle_button.clicked.connect(actions[ActionId.CYCLE].trigger)
        if ActionId.IMPORT in actions:
            self._import_button.clicked.connect(actions[ActionId.IMPORT].trigger)
        self._import_button.setVisible(ActionId.IMPORT in actions)
        self._theme_button.clicked.connect(actions[ActionId.THEME].trigger)
        self._keys_button.clicked.connect(actions[ActionId.SHORTCUTS].trigger)
        self._make_language_menu()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.M, 0, Space.S, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._logo)
        layout.addWidget(ranked_label("wordmark", "Giro", self))
        layout.addSpacing(Space.L)
        layout.addWidget(filter_bar, 1)
        layout.addWidget(self.queue_chip)
        for button in (
            self.bell,
            self._cycle_button,
            self._import_button,
            self._theme_button,
            self._language_button,
            self._keys_button,
        ):
            layout.addWidget(button)
        ctx.theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.retranslate()

    def show_queue(self, count: int) -> None:
        """Show how many customers may be called now."""
        self._queue_count = count
        self._show_queue()

    def retranslate(self) -> None:
        """Name the buttons in the present language."""
        names = (
            (self.bell, ActionId.REMINDERS),
            (self._cycle_button, ActionId.CYCLE),
            (self._import_button, ActionId.IMPORT),
            (self._theme_button, ActionId.THEME),
            (self._keys_button, ActionId.SHORTCUTS),
        )
        for button, action in names:
            if action in self._actions:
                button.set_title(
                    self._actions[action].text(), self._actions[action].shortcut().toString()
                )
        self._language_button.set_title(self.tr("Language"))
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

    def _make_language_menu(self) -> None:
        menu = QMenu(self._language_button)
        group = QActionGroup(menu)
        for language, name in _NAMES.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(language is self._ctx.language)
            action.setData(language)
            group.addAction(action)
        group.triggered.connect(self._on_language_triggered)
        self._language_button.setMenu(menu)
        self._language_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    @Slot(object)
    def _on_language_triggered(self, action: object) -> None:
        self.language_requested.emit(action.data())  # type: ignore[attr-defined]

    @Slot()
    def _on_theme_changed(self) -> None:
        is_dark = self._ctx.theme.scheme is Scheme.DARK
        self._theme_button.set_icon_name("sun" if is_dark else "moon")
        self._logo.setPixmap(self._ctx.theme.app_icon().pixmap(_LOGO, _LOGO))
