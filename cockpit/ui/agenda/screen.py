"""The agenda's screen: a day, what is overdue, a week, a month; mine, a colleague's, the team's.

Enter opens the customer; Alt and the arrows push what is chosen by days and half hours, F2 takes a
date in words, and Ctrl+Z takes any change back.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.agenda_view import AgendaItem, AgendaOwner, AgendaPage
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.rights import Task
from cockpit.runtime.task_runner import Lane
from cockpit.ui.agenda.buttons import AgendaButtons
from cockpit.ui.agenda.capacity import Capacity
from cockpit.ui.agenda.changes import AgendaChanges
from cockpit.ui.agenda.details import ItemDetails
from cockpit.ui.agenda.head import AgendaHead, View
from cockpit.ui.agenda.item_actions import ItemActions
from cockpit.ui.agenda.list_view import AgendaTable
from cockpit.ui.agenda.month_view import MonthView
from cockpit.ui.agenda.period import Period, shown_days
from cockpit.ui.agenda.week_view import WeekView
from cockpit.ui.agenda.words import owner_word
from cockpit.ui.calendar_files.dialogs import CalendarDialogs
from cockpit.ui.context import UiContext
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.head_bar import head_bar
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.state_view import StateView

_TOPICS = (Topic.AGENDA, Topic.REMINDERS, Topic.CUSTOMERS, Topic.METRICS, Topic.SETTINGS)


class AgendaScreen(QWidget):
    """Views over what is read in the background, one page at a time.

    Attributes:
        head: What is shown, whose, and which days.
        files: Calendar files, out and in.
        table: The list of a day, and of what is overdue.
        week: The week.
        month: The month.
        changes: What is changed, and taken back.
        item_actions: What is done with what is chosen.
    """

    #: Back to the list.
    close_requested = Signal()
    #: A customer (UUID) is to be opened.
    customer_requested = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._view = View.DAY
        self._day = ctx.clock.today()
        self._page = AgendaPage((), 0, (), 0)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._title = ranked_label("wordmark", parent=self)
        self.head = AgendaHead(ctx, self)
        self.table = AgendaTable(ctx, self)
        self.week = WeekView(ctx, self)
        self.month = MonthView(ctx, self)
        self._state = StateView(ctx.theme, self)
        self._stack = QStackedWidget(self)
        self._details = ItemDetails(ctx, self)
        self.changes = AgendaChanges(ctx, self)
        self.buttons = AgendaButtons(
            may_supervise=ctx.user.may(Task.CHANGE_COMPANY_SETTINGS), parent=self
        )
        self.item_actions = ItemActions(ctx, self.changes, self._chosen, self)
        self._capacity = Capacity(ctx, self)
        self.files = CalendarDialogs(ctx, self, owner_word)
        self._lay_out()
        self._connect()
        self._bind_keys()
        self._retranslate()

    def open(self) -> None:
        """Come into sight with what holds now."""
        self._read_owners()
        self._focus_view()

    def show_day(self, day: date) -> None:
        """Show the list of a day."""
        self._day = day
        self.show_view(View.DAY)

    @Slot(object)
    def show_view(self, view: View) -> None:
        """Look at the agenda in another way."""
        self._view = view
        self.head.choose_view(view)
        self.reload()
        self._focus_view()

    @Slot()
    def reload(self) -> None:
        """Read what is in sight."""
        owner = self.head.owner
        if owner is None:
            self._read_owners()
            return
        period = self._period
        self._ctx.runner.submit(
            partial(_page, self._ctx, self._view, period, owner),
            lane=Lane.READ,
            owner=self,
            key="page",
            on_result=partial(self._on_page_read, self._view, period),
            on_error=self._on_failed,
        )

    def current_customer(self) -> UUID | None:
        """Return the customer of the current next contact, or None."""
        item = self._current()
        return None if item is None else item.customer_id

    def stop(self) -> None:
        """Begin nothing more, before the window closes."""
        self._details.stop()
        self.changes.stop()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_page()

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for page in (self.table, self.week, self.month, self._state):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head_bar(self._back, self._title, self))
        layout.addWidget(divider(self))
        layout.addWidget(self.head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.changes.line)
        layout.addWidget(divider(self))
        layout.addWidget(self._details)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self._back.clicked.connect(self.close_requested)
        self.head.view_chosen.connect(self.show_view)
        self.head.owner_chosen.connect(self._on_owner_chosen)
        self.head.stepped.connect(self.step)
        for view in (self.table, self.week):
            view.opened.connect(self._on_item_opened)
            view.chosen.connect(self._on_item_chosen)
            view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.week.week.dropped.connect(self._on_week_dropped)
        self.month.day_opened.connect(self.show_day)
        self.changes.stored.connect(self.reload)
        for button, slot in self._handlers():
            button.clicked.connect(slot)
        for speaker in (self.changes, self._capacity, self.files):
            speaker.message_raised.connect(self.message_raised)
        self._capacity.stored.connect(self.reload)
        self._ctx.feed.changed.connect(self._on_feed_changed)

    def _handlers(self) -> tuple[tuple[QPushButton, Callable[[], None]], ...]:
        buttons = self.buttons
        return (
            (buttons.open, self.open_current),
            (buttons.move_button, self.item_actions.ask_date),
            (buttons.done, self.item_actions.finish),
            (buttons.note, self.item_actions.ask_note),
            (buttons.spread, self.item_actions.ask_spread),
            (buttons.export, self.export_calendar),
            (buttons.take_in, self.files.show_import),
            (buttons.capacity, self._capacity.ask),
        )

    def _bind_keys(self) -> None:
        bind_keys(self, {
            "F2": self.item_actions.ask_date,
            "D": self.item_actions.finish,
            "N": self.item_actions.ask_note,
            "S": self.item_actions.ask_spread,
            "E": self.export_calendar,
            "I": self.files.show_import,
            "Ctrl+Z": self.changes.undo,
            "Ctrl+.": self.changes.stop,
            "Alt+Left": partial(self.item_actions.shift, -1, 0),
            "Alt+Right": partial(self.item_actions.shift, 1, 0),
            "Alt+Up": partial(self.item_actions.shift, 0, -1),
            "Alt+Down": partial(self.item_actions.shift, 0, 1),
            "Alt+5": self.head.focus_owner,
            "Ctrl+PgUp": partial(self.step, -1),
            "Ctrl+PgDown": partial(self.step, 1),
            "Ctrl+Home": partial(self.step, 0),
            **{f"Alt+{view + 1}": partial(self.show_view, view) for view in View},
        })  # fmt: skip
        if self._ctx.user.may(Task.CHANGE_COMPANY_SETTINGS):
            bind_keys(self, {"C": self._capacity.ask})

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Agenda"))
        self._back.set_title(self.tr("Back to the list"), "Esc")
        for view in (self.table, self.week):
            view.setAccessibleName(self.tr("Next contacts"))
        self.month.setAccessibleName(self.tr("Days of the month"))

    # --- what the user does --------------------------------------------------------------------

    @Slot(int)
    def step(self, distance: int) -> None:
        """Show the days before or after; 0 comes back to today."""
        if self._view is View.OVERDUE:
            return
        self._day = self._period.stepped(distance, self._ctx.clock.today())
        self.reload()

    @Slot()
    def open_current(self) -> None:
        """Open the current next contact's customer."""
        item = self._current()
        if item is not None:
            self.customer_requested.emit(item.customer_id)

    @Slot()
    def export_calendar(self) -> None:
        """Ask what goes into a calendar file."""
        self.files.show_export(self.head.owner)

    @Slot(object, object, object)
    def _on_week_dropped(self, keys: Sequence[UUID], day: date, hour: int | None) -> None:
        wanted = set(keys)
        items = [one for one in self._page.items if one.appointment_id in wanted]
        self.item_actions.drop(items, day, hour)

    # --- what is shown -------------------------------------------------------------------------

    @property
    def _period(self) -> Period:
        span = {View.WEEK: Period.week, View.MONTH: Period.month}.get(self._view, Period.of_day)
        return span(self._day)

    @property
    def _list(self) -> AgendaTable | WeekView:
        return self.week if self._view is View.WEEK else self.table

    def _current(self) -> AgendaItem | None:
        return None if self._view is View.MONTH else self._list.current()

    def _chosen(self) -> list[AgendaItem]:
        """Return what is chosen, the current one first."""
        if self._view is View.MONTH:
            return []
        current = self._list.current()
        return sorted(self._list.selected_items(), key=lambda one: one is not current)

    def _focus_view(self) -> None:
        view = self.month if self._view is View.MONTH else self._list
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _read_owners(self) -> None:
        self._ctx.runner.submit(
            lambda: self._ctx.agenda().owners(),
            lane=Lane.READ,
            owner=self,
            key="owners",
            on_result=self._on_owners_read,
            on_error=self._on_failed,
        )

    def _on_owners_read(self, owners: Sequence[AgendaOwner]) -> None:
        self.head.set_owners(owners)
        if owners:
            self.reload()

    def _on_page_read(self, view: View, period: Period, page: AgendaPage) -> None:
        if view is self._view and period == self._period:
            self._page = page
            self._show_page()

    def _show_page(self) -> None:
        page, view = self._page, self._view
        self.head.show_overdue(page.overdue)
        name, load, is_over = self._period.words(self._ctx, view, page)
        self.head.show_period(name, load, is_over=is_over)
        if view is View.MONTH:
            self.month.show_days(page.days, page.items, self._day)
            self._stack.setCurrentWidget(self.month)
        elif view is View.WEEK:
            self.week.show_week(page.items, shown_days(page.days))
            self._stack.setCurrentWidget(self.week)
        else:
            self.table.set_rows(page.items)
            self._stack.setCurrentWidget(self.table if page.items else self._state)
            self._state.show_state("calendar", self._nothing())
        if view is not View.MONTH:
            self._list.choose_first()
        self._show_item()

    def _nothing(self) -> str:
        if self._view is View.OVERDUE:
            return self.tr("No next contact is overdue.")
        return self.tr("Nothing is planned for this day.")

    def _show_item(self) -> None:
        self._details.show_item(self._current())
        self._details.setVisible(self._view is not View.MONTH)
        self.buttons.show_count(len(self._chosen()), is_month=self._view is View.MONTH)

    # --- what happens --------------------------------------------------------------------------

    @Slot(object)
    def _on_owner_chosen(self, owner: AgendaOwner) -> None:
        self.reload()
        self._focus_view()

    @Slot(object)
    def _on_item_opened(self, item: AgendaItem) -> None:
        self.customer_requested.emit(item.customer_id)

    @Slot(object)
    def _on_item_chosen(self, item: AgendaItem | None) -> None:
        self._show_item()

    @Slot()
    def _on_selection_changed(self) -> None:
        self._show_item()

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if self.isVisible() and notice.touches(*_TOPICS):
            self.reload()

    def _on_failed(self, error: Exception) -> None:
        self.message_raised.emit(sentence_of(error, self._ctx.language))


def _page(ctx: UiContext, view: View, period: Period, owner: AgendaOwner) -> AgendaPage:
    agenda = ctx.agenda()
    if view is View.OVERDUE:
        return agenda.overdue(owner)
    if view is View.MONTH:
        return agenda.loads(period.first, period.last, owner)
    return agenda.days(period.first, period.last, owner)
