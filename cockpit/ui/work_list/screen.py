"""The work list's screen: loads, narrows, sorts, refreshes by itself, and says who is chosen."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QStackedLayout, QWidget
from typing_extensions import override

import resources
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import GiroError
from cockpit.runtime.task_runner import Lane
from cockpit.services.work_list import WorkListService
from cockpit.ui.context import UiContext
from cockpit.ui.widgets.state_view import StateView
from cockpit.ui.work_list.columns import COLUMNS, Style
from cockpit.ui.work_list.filter_bar import FilterBar
from cockpit.ui.work_list.item_model import WorkListItemModel
from cockpit.ui.work_list.prepared import Group, PreparedList, Sorting
from cockpit.ui.work_list.view import WorkListView

CONCERNS = (Topic.CUSTOMERS, Topic.ORDERS, Topic.CONTACTS, Topic.AGENDA, Topic.METRICS)
WIDTHS_KEY = "work_list.widths"


@dataclass(frozen=True, slots=True)
class ListSummary:
    """What the status bar says of the rows shown."""

    count: int
    at_risk_cents: int


class WorkListScreen(QWidget):
    """The list on the left of the window.

    Attributes:
        filter_bar: Search field and groups; the main window puts it into its top bar.
        view: The table.
    """

    #: Another customer became current: UUID, or None where nobody is.
    customer_selected = Signal(object)
    #: The user asks for the current customer's form: UUID.
    customer_opened = Signal(object)
    #: Other rows are shown: ListSummary.
    summary_changed = Signal(object)
    #: Files are to be imported.
    import_requested = Signal()
    #: A sentence for the status bar: the list could not be refreshed.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._prepared: PreparedList | None = None
        self._sorting: Sorting | None = None
        self._chosen: UUID | None = None
        self._follower: UUID | None = None
        self._error: Exception | None = None
        self._is_waiting = False
        self._model = WorkListItemModel(self._style(), self)
        self.filter_bar = FilterBar(ctx)
        self.view = WorkListView(ctx.theme, self._model, self)
        self.view.set_widths(ctx.preferences.value(WIDTHS_KEY, {}))
        self._state = StateView(ctx.theme, self)
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self.view)
        self._layout.addWidget(self._state)
        self._connect()
        self._retranslate()
        self._show_state()

    def reload(self) -> None:
        """Read the list again; what is chosen and scrolled to stays."""
        self._is_waiting = False
        self._ctx.runner.submit(
            partial(_load, self._ctx.work_list, self._ctx.clock.zone),
            lane=Lane.READ,
            owner=self,
            key="work_list",
            on_result=self._on_loaded,
            on_error=self._on_failed,
        )

    def show_customer(self, customer_id: UUID) -> None:
        """Choose a customer, dropping search and group where they hide it."""
        if self._prepared is None or self._prepared.line_of(customer_id) is None:
            self._choose(customer_id)
            return
        if self._model.row_of(customer_id) is None:
            self.filter_bar.set_query("")
            self.filter_bar.set_group(Group.ALL)
        self._make_current(self._model.row_of(customer_id), scroll=True)

    @Slot(int)
    def step(self, distance: int) -> None:
        """Choose the customer that many rows further on.

        Where a refresh moved the chosen customer, after a call was logged above all, it goes on
        from the place that they left: the next call is the one that was next before.
        """
        current = self.view.currentIndex().row()
        follower = self._model.row_of(self._follower)
        if follower is not None:
            current = follower - 1 if distance > 0 else follower
        row = min(max(current + distance, 0), self._model.rowCount() - 1)
        if row >= 0:
            self._make_current(row, scroll=True)

    def use_calling_order(self) -> None:
        """Return to the order of calling."""
        self._sort_by(None)

    def focus_list(self) -> None:
        """Give the list the keyboard, with a current row."""
        if not self.view.currentIndex().isValid():
            self._make_current(0, scroll=True)
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def remember(self) -> None:
        """Keep the columns' widths for the next time, if the user has set them."""
        if self.view.widths():
            self._ctx.preferences.set_value(WIDTHS_KEY, self.view.widths())

    def name_of(self, customer_id: UUID) -> str:
        """Return a customer's name; empty where the list does not know them."""
        line = None if self._prepared is None else self._prepared.line_of(customer_id)
        return "" if line is None else str(self._model.rows.columns["name"][line])

    def state_sentence(self) -> str:
        """Return what stands in place of the list, or nothing while the list is shown."""
        return self._state.sentence() if self._layout.currentWidget() is self._state else ""

    @property
    def model(self) -> WorkListItemModel:
        """Return the rows shown."""
        return self._model

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._model.set_style(self._style())
            self._restore_current()
            self._show_state()

    def _connect(self) -> None:
        self._ctx.feed.changed.connect(self._on_feed_changed)
        self.filter_bar.changed.connect(self._on_filter_changed)
        self.filter_bar.left_for_list.connect(self.focus_list)
        self.filter_bar.typing_ended.connect(self._on_typing_ended)
        self.view.horizontalHeader().sectionClicked.connect(self._on_header_section_clicked)
        self.view.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.view.opened.connect(self._on_view_opened)
        self.view.stepped.connect(self.step)
        self.view.text_typed.connect(self.filter_bar.focus_search)
        self._state.action_requested.connect(self._on_state_action_requested)

    def _style(self) -> Style:
        clock = self._ctx.clock
        return Style(self._ctx.language, clock.zone, clock.today())

    def _retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Work list"))

    # --- what is shown ---------------------------------------------------------------------

    def _narrow(self) -> None:
        """Show the rows of the present group, text and order."""
        if self._prepared is None:
            return
        bar = self.filter_bar
        lines = self._prepared.select(bar.group, bar.query, self._sorting)
        self._model.set_lines(self._prepared, lines)
        self._restore_current()
        self._show_state()
        summary = ListSummary(len(lines), self._prepared.at_risk_cents(lines))
        self.summary_changed.emit(summary)

    def _restore_current(self) -> None:
        self._make_current(self._model.row_of(self._chosen), scroll=False)

    def _make_current(self, row: int | None, *, scroll: bool) -> None:
        if row is None:
            return
        index = self._model.index(row, 0)
        self.view.setAutoScroll(scroll)
        self.view.setCurrentIndex(index)
        self.view.setAutoScroll(True)
        if scroll:
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _choose(self, customer_id: UUID | None) -> None:
        if customer_id != self._chosen:
            self._chosen, self._follower = customer_id, None
            self.customer_selected.emit(customer_id)

    def _show_state(self) -> None:
        """Show the list, or why there is none."""
        bar = self.filter_bar
        if self._model.rowCount():
            self._layout.setCurrentWidget(self.view)
            return
        if self._error is not None:
            self._state.show_state("alert", self._error_sentence(), self.tr("Try again"))
        elif self._prepared is None:
            self._state.show_state("refresh", self.tr("Reading the work list…"))
        elif not len(self._prepared):
            self._show_that_nobody_is_there()
        elif bar.query.strip():
            sentence = self.tr("No customer matches “{text}” here.").format(text=bar.query.strip())
            self._state.show_state("search", sentence, self.tr("Show all customers"))
        else:
            sentence = self.tr("No customer is in “{group}” today.").format(
                group=bar.word(bar.group)
            )
            self._state.show_state("check", sentence, self.tr("Show all customers"))
        self._layout.setCurrentWidget(self._state)

    def _show_that_nobody_is_there(self) -> None:
        if self._ctx.user.may_import:
            sentence = self.tr(
                "There are no customers yet.\nImport the files of your ERP, or drop them here."
            )
            self._state.show_state("inbox", sentence, self.tr("Import files…"))
        else:
            sentence = self.tr(
                "There are no customers yet. Ask whoever looks after Giro to import them."
            )
            self._state.show_state("inbox", sentence)

    def _error_sentence(self) -> str:
        if isinstance(self._error, GiroError):
            return resources.text(self._error.message, self._ctx.language)
        return self.tr("The work list could not be read. Try again, or restart Giro.")

    def _sort_by(self, sorting: Sorting | None) -> None:
        self._sorting = sorting
        header = self.view.horizontalHeader()
        header.setSortIndicatorShown(sorting is not None)
        if sorting is not None:
            section = next(i for i, one in enumerate(COLUMNS) if one.key is sorting.key)
            down = Qt.SortOrder.DescendingOrder
            up = Qt.SortOrder.AscendingOrder
            header.setSortIndicator(section, down if sorting.is_descending else up)
        self._narrow()
        self.view.scrollToTop()

    # --- what arrives ----------------------------------------------------------------------

    def _on_loaded(self, prepared: PreparedList) -> None:
        is_first = self._prepared is None
        top_row, offset = self.view.top_row()
        top_customer = self._model.customer_at(top_row)
        follower = self._follower or self._next_after_chosen()
        self._error, self._prepared = None, prepared
        self._model.style = self._style()
        self.filter_bar.set_counts({key: len(lines) for key, lines in prepared.groups.items()})
        self._narrow()
        if is_first and self._chosen is None:
            self._make_current(0 if self._model.rowCount() else None, scroll=False)
            self.view.setFocus()
        self._follower = follower if follower != self._next_after_chosen() else None
        if self._follower is not None and top_customer == self._chosen:
            top_customer = self._follower
        kept = self._model.row_of(top_customer)
        if top_row >= 0:
            self.view.scroll_to_top_row(top_row if kept is None else kept, offset)

    def _next_after_chosen(self) -> UUID | None:
        row = self._model.row_of(self._chosen)
        return None if row is None else self._model.customer_at(row + 1)

    def _on_failed(self, error: Exception) -> None:
        self._error = error
        if self._prepared is None:
            self._show_state()
        else:
            self.message_raised.emit(self._error_sentence())
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if not notice.touches(*CONCERNS):
            return
        if self.filter_bar.is_typing:
            self._is_waiting = True
        else:
            self.reload()

    @Slot()
    def _on_typing_ended(self) -> None:
        if self._is_waiting:
            self.reload()

    @Slot()
    def _on_filter_changed(self) -> None:
        self._narrow()
        self.view.scrollToTop()

    @Slot(int)
    def _on_header_section_clicked(self, section: int) -> None:
        """Sort; a third click returns to the order of calling."""
        column, former = COLUMNS[section], self._sorting
        if former is None or former.key is not column.key:
            self._sort_by(Sorting(column.key, column.largest_first))
        elif former.is_descending == column.largest_first:
            self._sort_by(Sorting(column.key, not column.largest_first))
        else:
            self._sort_by(None)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self._choose(self._model.customer_at(current.row()))

    @Slot()
    def _on_view_opened(self) -> None:
        self.customer_opened.emit(self._chosen)

    @Slot()
    def _on_state_action_requested(self) -> None:
        if self._error is not None:
            self._error = None
            self._show_state()
            self.reload()
            return
        if self._prepared is not None and not len(self._prepared):
            self.import_requested.emit()
            return
        self.filter_bar.set_query("")
        self.filter_bar.set_group(Group.ALL)
        self.focus_list()


def _load(service: WorkListService, zone: ZoneInfo) -> PreparedList:
    """Read and index the list; runs in the background."""
    return PreparedList(service.load(), zone)
