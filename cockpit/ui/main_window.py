"""The main window: puts the parts side by side and carries what one says to the others."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

from cockpit.domain.eligibility import Ledger
from cockpit.domain.filters import SavedView
from cockpit.domain.rights import Task
from cockpit.services.ports import WorkTable
from cockpit.ui.actions import DESK_ACTIONS, ActionId, ActionRegistry, ActionSpec, Where
from cockpit.ui.call.loop import CallLoop, DeskParts
from cockpit.ui.campaigns.corner import CampaignsCorner
from cockpit.ui.contact_form.form import ContactForm
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.panel import CustomerPanel
from cockpit.ui.day_figures import DayFigures
from cockpit.ui.desk import Arrangement, Desk
from cockpit.ui.drafts_corner import DraftsCorner
from cockpit.ui.field.corner import FieldCorner
from cockpit.ui.imports.drop import DropCatcher
from cockpit.ui.imports.no_import import NoImport
from cockpit.ui.indicators.corner import IndicatorCorner
from cockpit.ui.list_opener import ListOpener
from cockpit.ui.look_corner import LookCorner
from cockpit.ui.messages.dialogs import MessageDialogs
from cockpit.ui.morning_corner import MorningCorner
from cockpit.ui.next_contact.corner import NextContactCorner
from cockpit.ui.notices.corner import NoticesCorner
from cockpit.ui.palette.palette import CommandPalette
from cockpit.ui.pitch_card.card import PitchCard
from cockpit.ui.places import places_of
from cockpit.ui.post_its_corner import PostItsCorner
from cockpit.ui.reminders_list.corner import RemindersCorner
from cockpit.ui.reminders_list.reminders_list import RemindersList
from cockpit.ui.review.corner import ReviewCorner
from cockpit.ui.rules.corner import RulesCorner
from cockpit.ui.screens import Screens
from cockpit.ui.shortcuts_sheet import ShortcutsSheet
from cockpit.ui.staff_corner import staff_handlers
from cockpit.ui.status_bar import StatusBar
from cockpit.ui.sync.corner import SyncCorner
from cockpit.ui.theme import Height, Space
from cockpit.ui.top_bar import TopBar
from cockpit.ui.weather.corner import WeatherCorner
from cockpit.ui.widgets.labels import divider
from cockpit.ui.widgets.piles import pile
from cockpit.ui.window_actions import Handlers, bind_section_keys, desk_handlers
from cockpit.ui.window_place import come_to_front, kept_place, put_back
from cockpit.ui.work_list.screen import WorkListScreen
from cockpit.ui.working_day.corner import WorkingDayCorner

GEOMETRY_KEY = "window.geometry"
_MINUTE_MS = 60_000


class MainWindow(QMainWindow):
    """The cockpit.

    Attributes:
        work_list: The list on the left.
        customer_panel: The client beside it.
        pitch_card: What to say, while calling.
        contact_form: What was said, under the card.
        desk: Lays these four out.
        calls: The call loop.
        drafts: What was typed and never saved.
        reminders: The list under the bell, and what the desktop says of it.
        screens: The other screens, which take the desk's place.
        commands: The command palette.
    """

    def __init__(self, ctx: UiContext) -> None:
        super().__init__()
        self._ctx = ctx
        self._day = ctx.clock.today()
        self.setWindowTitle("Giro")
        self.setWindowIcon(ctx.theme.app_icon())
        self._make_parts()
        self._actions = ActionRegistry(self, self._handlers())
        self.calls.use_actions(self._actions)
        self._top_bar = TopBar(ctx, self.work_list.filter_bar, self._actions, self)
        self._status_bar = StatusBar(ctx, self)
        self._figures = DayFigures(ctx, self.work_list, self._top_bar, self._status_bar)
        self.commands = CommandPalette(
            ctx,
            self._actions,
            table=self._table,
            open_client=self._open_client,
            apply_view=self._apply_view,
            parent=self,
        )
        self._lay_out()
        self._connect()
        self._restore()
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._on_minute_timeout)
        self._minute.start()

    def start(self) -> None:
        """Read the list; called once the window is shown."""
        self.work_list.reload()
        self._figures.count_contacts()
        self.drafts.shelf.look()
        for corner in (self.notices, self.post_its, self.review):
            corner.unread.count()
        self.notices.teller.look()

    @Slot()
    def come_to_front(self) -> None:
        """Show the window over all others."""
        come_to_front(self)

    @Slot()
    def show_reminders(self) -> None:
        """Come to the front with the reminders open, as a click on a notification asks."""
        self.come_to_front()
        self.reminders.open()

    @property
    def reminders_list(self) -> RemindersList:
        """Return the list of reminders."""
        return self.reminders.list

    @property
    def shortcuts(self) -> Sequence[ActionSpec]:
        """Return the actions and keys of this window's user."""
        return self._actions.specs

    def action(self, action: ActionId) -> QAction:
        """Return the action of that name."""
        return self._actions[action]

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
        self.reminders.place()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.screens.may_close():
            event.ignore()
            return
        self._minute.stop()
        self.calls.stop()
        self.drafts.shelf.stop()
        self.screens.stop()
        self._ctx.preferences.set_value(GEOMETRY_KEY, kept_place(self))
        super().closeEvent(event)

    # --- building ------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        ctx = self._ctx
        self.look = LookCorner(ctx, self)
        self.work_list = WorkListScreen(ctx)
        self.customer_panel = CustomerPanel(ctx)
        self.pitch_card = PitchCard(ctx, self.customer_panel.cards)
        self.contact_form = ContactForm(ctx)
        self.desk = Desk(
            ctx.preferences,
            work_list=self.work_list,
            client=self.customer_panel,
            pitch_card=self.pitch_card,
            form=self.contact_form,
            set_compact=self.work_list.set_compact,
        )
        self._parts = DeskParts(
            self.desk, self.work_list, self.customer_panel, self.pitch_card, self.contact_form
        )
        self.calls = CallLoop(ctx, self._parts, self)
        self.screens = Screens(ctx, self.work_list, self._ledger, self)
        self._messages = MessageDialogs(ctx, lambda: self.customer_panel.panel, self)
        self._opener = ListOpener(self._parts, self.screens)
        self.post_its = PostItsCorner(ctx, self._parts, self.screens, self)
        self.review = ReviewCorner(ctx, self._parts, self.screens)
        self.morning = MorningCorner(ctx, self._parts, self.screens, self.calls)
        self.indicators = IndicatorCorner(ctx, self.screens)
        self.campaigns = CampaignsCorner(ctx, self._parts, self.screens)
        self.drafts = DraftsCorner(ctx, self._parts, self)
        self.rules = RulesCorner(ctx, self.work_list, self.screens)
        self.working_day = WorkingDayCorner(ctx, self.calls.controller, self.screens, self)
        self.notices = NoticesCorner(ctx, self)
        self.sync = SyncCorner(ctx, self.screens)
        self.next_contact = NextContactCorner(ctx, self)
        self.reminders = RemindersCorner(ctx, self, self.contact_form.has_keyboard)

    def _lay_out(self) -> None:
        desk, centre = self.screens.desk, QWidget(self)
        pile(desk, (self._top_bar, 0), (divider(desk), 0), (self.desk, 1))
        pile(centre, (self.screens.pages, 1), (divider(centre), 0), (self._status_bar, 0))
        self.setCentralWidget(centre)
        bind_section_keys(self.customer_panel, desk)

    def _handlers(self) -> Handlers:
        handlers: dict[ActionId, Callable[[], object]] = {
            **desk_handlers(self.calls, self._parts),
            ActionId.BACK_TO_LIST: self._step_back,
            ActionId.PALETTE: self._open_palette,
            ActionId.LEDGER: self.screens.show_ledger,
            ActionId.REMINDERS: self.reminders.toggle,
            ActionId.QUIET: self.reminders.toggle_quiet,
            **self.notices.handlers(),
            **self.post_its.handlers(),
            **self.review.handlers(),
            **self.morning.handlers(),
            **self.rules.handlers(),
            **self.indicators.handlers(),
            **self.campaigns.handlers(),
            **FieldCorner(self._ctx, self._parts, self.screens).handlers(),
            **staff_handlers(self._ctx, self, self.screens),
            **WeatherCorner(self._ctx, self._parts, self.show_message, self).handlers(),
            **self.working_day.handlers(),
            **self.sync.handlers(),
            ActionId.AGENDA: self.screens.show_agenda,
            ActionId.NEXT_CONTACT: self.next_contact.open,
            ActionId.DRAFTS: self.drafts.open,
            ActionId.CYCLE: self.screens.show_cycle,
            ActionId.REFRESH: self._refresh,
            ActionId.TEMPLATES: self._messages.show_templates,
            ActionId.SETTINGS: self._messages.show_settings,
            **self.look.handlers(),
            ActionId.SHORTCUTS: self._show_shortcuts,
            ActionId.QUIT: self.close,
        }
        if self._ctx.user.may(Task.IMPORT):
            handlers[ActionId.IMPORT] = self.screens.show_imports
        if self._ctx.user.may(Task.TAKE_OVER):
            handlers[ActionId.WALL] = self.screens.show_wall
        return handlers

    def _connect(self) -> None:
        ctx, say = self._ctx, self._status_bar.show_message
        self.work_list.summary_changed.connect(self._status_bar.show_summary)
        self.work_list.section_requested.connect(self._on_section_requested)
        self.work_list.mail_requested.connect(self._messages.write_to_many)
        self.customer_panel.set_reason_provider(self.work_list.reason_of)
        self.work_list.table_changed.connect(self.customer_panel.refresh_reason)
        self.customer_panel.message_requested.connect(self._messages.write)
        self.contact_form.told.connect(self._status_bar.show_message)
        self.calls.ledger_requested.connect(self.screens.show_ledger)
        for speaker in (self.work_list, self.calls, self.screens, self._messages, self.reminders):
            speaker.message_raised.connect(say)
        clients = (self.commands.client, self.reminders_list.focused_client, self.screens.client)
        self.next_contact.attend(clients, self.contact_form, self.calls, say)
        self.screens.shown.connect(self._on_screen_shown)
        self.working_day.attend(self._actions, self._status_bar, self.contact_form)
        self.desk.arranged.connect(self._on_desk_arranged)
        self.screens.back_requested.connect(self._step_back)
        self.screens.customer_requested.connect(self._open_client)
        self.screens.bar_requested.connect(self._opener.show_bar)
        self.screens.customers_requested.connect(self._opener.show_customers)
        self.review.attend(self._status_bar)
        self.sync.attend(self._status_bar.sync, self._actions)
        self.post_its.unread.counted.connect(self._status_bar.show_post_its)
        self.post_its.message_raised.connect(say)
        self._status_bar.post_its.clicked.connect(self.screens.show_post_its)
        if ctx.user.may(Task.IMPORT):
            self.work_list.import_requested.connect(self.screens.show_imports)
            DropCatcher(self).dropped.connect(self.screens.import_files)
        else:
            NoImport(ctx, self).message_raised.connect(say)
        self.drafts.attend(self._status_bar)
        self.drafts.customer_requested.connect(self._open_client)
        self.notices.attend(self._top_bar.notices, say, self._open_client)
        self.reminders_list.customer_requested.connect(self._open_client)
        self.reminders_list.count_changed.connect(self._top_bar.bell.set_count)
        self.reminders_list.close_requested.connect(self._step_back)
        self._top_bar.bell.set_count(self.reminders_list.count)
        self._top_bar.language_requested.connect(self.look.speak)

    def _restore(self) -> None:
        put_back(self, self._ctx.preferences.value(GEOMETRY_KEY, ""))

    # --- what the user does --------------------------------------------------------------------

    @Slot()
    def _step_back(self) -> None:
        """Undo one thing: close what floats or a screen, else step back at the desk."""
        bar = self.work_list.filter_bar
        if self.work_list.tools.close_filter():
            return
        if self.reminders.close():
            if not self.screens.is_desk_shown:
                return
        elif not self.screens.is_desk_shown:
            if self.screens.step_back():
                return
            self.screens.show_desk()
        elif (bar.has_search_focus() and bar.clear_query()) or self.calls.step_back():
            return
        elif not self.work_list.model.rowCount():
            bar.clear_query()
        self.work_list.focus_list()

    def _open_palette(self) -> None:
        self.reminders.close()
        self.commands.open()
        left = (self.width() - self.commands.width()) // 2
        self.commands.move(max(0, left), Height.TOP_BAR + Space.L)

    def _refresh(self) -> None:
        """Read again what is in sight."""
        if not self.screens.reload():
            self.work_list.reload()

    def _show_shortcuts(self) -> None:
        parts: dict[QWidget, Where] = {
            self.work_list: Where.LIST,
            self.customer_panel: Where.CUSTOMER,
            self.pitch_card: Where.PITCH,
            self.contact_form: Where.FORM,
            self.reminders_list: Where.REMINDERS,
            **self.screens.places(),
        }
        here = places_of(QApplication.focusWidget(), parts)
        sheet = ShortcutsSheet(self.shortcuts, self, here=here)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    @Slot(object)
    def _open_client(self, customer_id: UUID) -> None:
        """Call a client who was named elsewhere: by a reminder, a screen, the palette."""
        self.reminders.close()
        self.screens.show_desk()
        self.calls.controller.take(customer_id)

    def _apply_view(self, view: SavedView) -> None:
        self.screens.show_desk()
        self.work_list.apply_view(view)
        self.work_list.focus_list()

    # --- what the parts say --------------------------------------------------------------------

    def _table(self) -> WorkTable | None:
        return self.work_list.table

    def _ledger(self, is_present: bool) -> Ledger | None:
        table = self.work_list.table
        return None if table is None else table.ledger(self.work_list.query if is_present else None)

    @Slot(bool)
    def _on_screen_shown(self, is_desk: bool) -> None:
        """Let the desk's own keys sleep while it is not in sight."""
        self._actions.set_enabled(DESK_ACTIONS, is_enabled=is_desk)
        if is_desk:
            self.calls.refresh()
        else:
            self._close_what_floats()

    @Slot(object)
    def _on_desk_arranged(self, arrangement: Arrangement) -> None:
        """Let nothing hang over the client and the form of a call that begins."""
        if arrangement is Arrangement.CALL:
            self._close_what_floats()

    def _close_what_floats(self) -> None:
        self.reminders.close()
        self.work_list.tools.close_filter()

    @Slot(object, str)
    def _on_section_requested(self, customer_id: UUID, section: str) -> None:
        """Show what a light of the list is about; the client is the chosen one already."""
        self.customer_panel.show_customer(customer_id)
        self.customer_panel.show_section(section)

    @Slot()
    def _on_minute_timeout(self) -> None:
        """Notice midnight: every figure of the list is of its day."""
        today = self._ctx.clock.today()
        if today != self._day:
            self._day = today
            self._status_bar.retranslate()
            self._figures.count_contacts()
            self.work_list.reload()
