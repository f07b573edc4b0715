"""The main window: puts the screens side by side and carries what one says to the others."""

import base64
from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.agenda import Reminder
from cockpit.domain.formats import Language
from cockpit.runtime.translation import install_language
from cockpit.ui.actions import DESK_ACTIONS, ActionId, ActionRegistry, ActionSpec
from cockpit.ui.contact_form.form import ContactForm
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.panel import CustomerPanel
from cockpit.ui.imports.drop import DropCatcher
from cockpit.ui.imports.no_import import NoImport
from cockpit.ui.reminders_list.reminders_list import RemindersList
from cockpit.ui.screens import Screens
from cockpit.ui.shortcuts_sheet import ShortcutsSheet
from cockpit.ui.status_bar import StatusBar
from cockpit.ui.theme import Height, Scheme, Space
from cockpit.ui.top_bar import TopBar
from cockpit.ui.widgets.labels import divider
from cockpit.ui.work_list.screen import WorkListScreen

NAMED_TIMES = 5
DEFAULT_SIZE = (1366, 768)
GEOMETRY_KEY = "window.geometry"
COLUMNS_KEY = "window.columns"
CLIENT_KEY = "window.client"
_LIST_SHARE = 0.666
_LEAST_FORM = 180
_LEAST_PANEL = 220
_MINUTE_MS = 60_000


class MainWindow(QMainWindow):
    """The cockpit.

    Attributes:
        work_list: The list on the left.
        customer_panel: The client on the right.
        contact_form: Under the client.
        reminders_list: Hangs under the bell while it is open.
        screens: The other screens, which take the place of list and client.
    """

    def __init__(self, ctx: UiContext) -> None:
        super().__init__()
        self._ctx = ctx
        self._day = ctx.clock.today()
        self.setWindowTitle("Giro")
        self.setWindowIcon(ctx.theme.app_icon())
        self.work_list = WorkListScreen(ctx)
        self.customer_panel = CustomerPanel(ctx)
        self.contact_form = ContactForm(ctx)
        self.screens = Screens(ctx, self.work_list, self)
        self._actions = ActionRegistry(self, self._handlers())
        self._top_bar = TopBar(ctx, self.work_list.filter_bar, self._actions, self)
        self._status_bar = StatusBar(ctx, self)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._client = QSplitter(Qt.Orientation.Vertical)
        self._own_splits: set[QSplitter] = set()
        self._lay_out()
        self.reminders_list = RemindersList(ctx, self)
        self.reminders_list.hide()
        self._connect()
        self._restore()
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._on_minute_timeout)
        self._minute.start()

    def start(self) -> None:
        """Read the list; called once the window is shown."""
        self.work_list.reload()

    @Slot()
    def come_to_front(self) -> None:
        """Show the window over all others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot()
    def show_reminders(self) -> None:
        """Come to the front with the reminders open, as a click on a notification asks."""
        self.come_to_front()
        self._open_reminders()

    @property
    def shortcuts(self) -> Sequence[ActionSpec]:
        """Return the actions and keys of this window's user."""
        return self._actions.specs

    def show_message(self, sentence: str) -> None:
        """Say something in the status bar."""
        self._status_bar.show_message(sentence)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._actions.retranslate()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
        self._place_reminders()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.contact_form and event.type() == QEvent.Type.LayoutRequest:
            self._share_room()
        return super().eventFilter(watched, event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.screens.may_close():
            event.ignore()
            return
        self._minute.stop()
        self.contact_form.removeEventFilter(self)  # it outlives this object's attributes
        self.contact_form.flush_draft()
        self.screens.stop()
        self.work_list.remember()
        preferences = self._ctx.preferences
        preferences.set_value(GEOMETRY_KEY, base64.b64encode(self.saveGeometry().data()).decode())
        for splitter, key in ((self._columns, COLUMNS_KEY), (self._client, CLIENT_KEY)):
            if splitter in self._own_splits:
                preferences.set_value(key, splitter.sizes())
        super().closeEvent(event)

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._client.addWidget(self.customer_panel)
        self.customer_panel.setMinimumHeight(_LEAST_PANEL)  # it scrolls, the form's button must not
        self._client.addWidget(self._scrolled(self.contact_form))
        self._columns.addWidget(self.work_list)
        self._columns.addWidget(self._client)
        for splitter in (self._columns, self._client):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self._columns.setStretchFactor(0, 1)
        self._columns.setStretchFactor(1, 0)
        self._client.setStretchFactor(0, 1)
        self._client.setStretchFactor(1, 0)
        desk, centre = self.screens.desk, QWidget(self)
        self._pile(desk, self._top_bar, divider(desk), self._columns)
        self._pile(centre, self.screens.pages, divider(centre), self._status_bar)
        self.setCentralWidget(centre)

    @staticmethod
    def _pile(holder: QWidget, *parts: QWidget) -> None:
        """Put widgets under each other without a gap; the bars keep their height."""
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in parts:
            layout.addWidget(part, int(isinstance(part, QSplitter | QStackedWidget)))

    @staticmethod
    def _scrolled(form: QWidget) -> QScrollArea:
        """Return a form that scrolls where a small screen has no room for all of it."""
        area = QScrollArea()
        area.setWidget(form)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumSize(form.minimumSizeHint().width(), _LEAST_FORM)
        return area

    def _handlers(self) -> dict[ActionId, Callable[[], object]]:
        handlers: dict[ActionId, Callable[[], object]] = {
            ActionId.SEARCH: partial(self.work_list.filter_bar.focus_search, ""),
            ActionId.NEXT_CUSTOMER: partial(self.work_list.step, 1),
            ActionId.PREVIOUS_CUSTOMER: partial(self.work_list.step, -1),
            ActionId.NEXT_GROUP: partial(self.work_list.filter_bar.step_group, 1),
            ActionId.PREVIOUS_GROUP: partial(self.work_list.filter_bar.step_group, -1),
            ActionId.BACK_TO_LIST: self._go_back_to_list,
            ActionId.CONTACT_FORM: self._go_to_form,
            ActionId.DIAL: self.customer_panel.dial,
            ActionId.COPY_PHONE: self.customer_panel.copy_phone,
            ActionId.CALLING_ORDER: self.work_list.use_calling_order,
            ActionId.REMINDERS: self._toggle_reminders,
            ActionId.CYCLE: self.screens.show_cycle,
            ActionId.REFRESH: self._refresh,
            ActionId.THEME: self._toggle_theme,
            ActionId.SHORTCUTS: self._show_shortcuts,
            ActionId.QUIT: self.close,
        }
        if self._ctx.user.may_import:
            handlers[ActionId.IMPORT] = self.screens.show_imports
        return handlers

    def _connect(self) -> None:
        ctx = self._ctx
        self.work_list.customer_selected.connect(self.customer_panel.show_customer)
        self.work_list.customer_opened.connect(self._on_customer_opened)
        self.work_list.summary_changed.connect(self._status_bar.show_summary)
        self.work_list.message_raised.connect(self._status_bar.show_message)
        self.customer_panel.panel_shown.connect(self.contact_form.open_for)
        self.customer_panel.panel_left.connect(self.contact_form.close_form)
        self.contact_form.contact_saved.connect(self._on_contact_saved)
        self.screens.shown.connect(self._on_screen_shown)
        self.screens.back_requested.connect(self._go_back_to_list)
        self.screens.customer_requested.connect(self._on_customer_requested)
        self.screens.message_raised.connect(self._status_bar.show_message)
        if ctx.user.may_import:
            self.work_list.import_requested.connect(self.screens.show_imports)
            DropCatcher(self).dropped.connect(self.screens.import_files)
        else:
            NoImport(ctx, self).message_raised.connect(self._status_bar.show_message)
        self.reminders_list.customer_requested.connect(self._on_customer_requested)
        self.reminders_list.count_changed.connect(self._top_bar.bell.set_count)
        self.reminders_list.close_requested.connect(self._go_back_to_list)
        self._top_bar.bell.set_count(self.reminders_list.count)
        self._top_bar.language_requested.connect(self._on_language_requested)
        self.contact_form.installEventFilter(self)
        self._columns.splitterMoved.connect(self._on_columns_moved)
        self._client.splitterMoved.connect(self._on_client_moved)
        ctx.reminder_clock.reminders_fell_due.connect(self._on_reminders_fell_due)
        ctx.preferences.changed.connect(self._on_preference_changed)

    def _restore(self) -> None:
        preferences = self._ctx.preferences
        self.resize(*DEFAULT_SIZE)
        geometry = preferences.value(GEOMETRY_KEY, "")
        if geometry:
            self.restoreGeometry(QByteArray(base64.b64decode(geometry)))
        for splitter, key in ((self._columns, COLUMNS_KEY), (self._client, CLIENT_KEY)):
            sizes: list[int] = preferences.value(key, [])
            if len(sizes) == 2 and min(sizes) > 0:
                splitter.setSizes(sizes)
                self._own_splits.add(splitter)
        self._share_room()

    def _share_room(self) -> None:
        """Divide the window where the user has not: the form gets what it needs, no more."""
        if self._columns not in self._own_splits:
            left = round(self.width() * _LIST_SHARE)
            self._columns.setSizes([left, self.width() - left])
        if self._client not in self._own_splits:
            room = self._client.height()
            form = min(self.contact_form.minimumSizeHint().height(), room - _LEAST_PANEL)
            self._client.setSizes([room - form, form])

    # --- what the user does --------------------------------------------------------------------

    def _go_back_to_list(self) -> None:
        """Undo one thing: close the reminders or a screen, else empty the search, else go back."""
        bar = self.work_list.filter_bar
        if self.reminders_list.isVisible():
            self.reminders_list.hide()
            if not self.screens.is_desk_shown:
                return
        elif not self.screens.is_desk_shown:
            if self.screens.step_back():
                return
            self.screens.show_desk()
        elif bar.query and (bar.has_search_focus() or not self.work_list.model.rowCount()):
            bar.set_query("")
            return
        self.work_list.focus_list()

    def _refresh(self) -> None:
        """Read again what is in sight."""
        if not self.screens.reload():
            self.work_list.reload()

    def _go_to_form(self) -> None:
        """Begin to log a contact, with the client in sight: the reminders would cover it."""
        self.reminders_list.hide()
        self.contact_form.take_focus()

    def _toggle_reminders(self) -> None:
        if self.reminders_list.isVisible():
            self.reminders_list.hide()
        else:
            self._open_reminders()
            self.reminders_list.take_focus()

    def _open_reminders(self) -> None:
        self._place_reminders()
        self.reminders_list.show()
        self.reminders_list.raise_()

    def _place_reminders(self) -> None:
        """Hang the reminders under the bell, over the client."""
        right = self.width() - self.reminders_list.width() - Space.M
        self.reminders_list.move(right, Height.TOP_BAR + Space.XS)

    def _toggle_theme(self) -> None:
        is_dark = self._ctx.theme.scheme is Scheme.DARK
        self._ctx.preferences.theme = "light" if is_dark else "dark"

    def _show_shortcuts(self) -> None:
        sheet = ShortcutsSheet(self.shortcuts, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    @Slot(object)
    def _on_language_requested(self, language: Language) -> None:
        self._ctx.preferences.language = language

    # --- what the screens say ------------------------------------------------------------------

    @Slot(bool)
    def _on_screen_shown(self, is_desk: bool) -> None:
        """Let the desk's own keys sleep while it is not in sight."""
        self._actions.set_enabled(DESK_ACTIONS, is_enabled=is_desk)
        if not is_desk:
            self.reminders_list.hide()

    @Slot(object)
    def _on_customer_opened(self, customer_id: UUID | None) -> None:
        if customer_id is not None:
            self._go_to_form()

    @Slot(object)
    def _on_customer_requested(self, customer_id: UUID) -> None:
        self.screens.show_desk()
        self.work_list.show_customer(customer_id)
        self._go_to_form()

    @Slot(object)
    def _on_contact_saved(self, customer_id: UUID) -> None:
        now = self._ctx.clock.now().astimezone(self._ctx.clock.zone)
        self._status_bar.show_message(self.tr("Saved {time}").format(time=f"{now:%H:%M}"))

    @Slot(object)
    def _on_reminders_fell_due(self, reminders: list[Reminder]) -> None:
        """Show them in the window, and on the desktop without anybody's name (LGPD)."""
        self.reminders_list.refresh()
        if not self.contact_form.has_keyboard():
            self._open_reminders()  # never over the client whose contact is being written
        if self._ctx.notifier is None or not reminders:
            return
        zone = self._ctx.clock.zone
        timed = [one.due_at.astimezone(zone) for one in reminders if one.has_time]
        times = ", ".join(dict.fromkeys(f"{at:%H:%M}" for at in timed[:NAMED_TIMES]))
        body = self.tr("Agreed for {times}. Open Giro to see who.").format(times=times)
        self._ctx.notifier.notify(
            [one.reminder_id for one in reminders],
            self.tr("%n callback(s) now", "", len(reminders)),
            body if times else self.tr("Open Giro to see who."),
        )

    @Slot(int, int)
    def _on_columns_moved(self, position: int, index: int) -> None:
        self._own_splits.add(self._columns)

    @Slot(int, int)
    def _on_client_moved(self, position: int, index: int) -> None:
        self._own_splits.add(self._client)

    @Slot(str)
    def _on_preference_changed(self, key: str) -> None:
        preferences = self._ctx.preferences
        if key == "theme":
            self._ctx.theme.apply(preferences.theme)
        elif key == "language":
            app = QApplication.instance()
            assert app is not None  # noqa: S101 - there is no window without it
            install_language(app, preferences.language)

    @Slot()
    def _on_minute_timeout(self) -> None:
        """Notice midnight: every figure of the list is of its day."""
        today = self._ctx.clock.today()
        if today != self._day:
            self._day = today
            self._status_bar.retranslate()
            self.work_list.reload()
