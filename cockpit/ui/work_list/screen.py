"""The work list's screen: narrows, sorts, keeps itself right, and says who is chosen."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.eligibility import Bar
from cockpit.domain.errors import BadInputError
from cockpit.domain.filters import Filter, SavedView
from cockpit.domain.list_query import Group, ListQuery, SortKey
from cockpit.domain.priority import Factors
from cockpit.services.ports import WorkTable
from cockpit.ui.context import UiContext
from cockpit.ui.work_list import cell_texts, query_state
from cockpit.ui.work_list.choice import Choice
from cockpit.ui.work_list.column_layout import ColumnKeeper
from cockpit.ui.work_list.columns import COLUMNS
from cockpit.ui.work_list.condition_chips import ConditionChips
from cockpit.ui.work_list.filter_bar import FilterBar
from cockpit.ui.work_list.header import toggled
from cockpit.ui.work_list.item_model import WorkListItemModel
from cockpit.ui.work_list.layout import LAYOUT_KEY, ColumnLayout
from cockpit.ui.work_list.marking import Marking
from cockpit.ui.work_list.offers import offers_of
from cockpit.ui.work_list.query_state import SORTING_KEY
from cockpit.ui.work_list.states import ListState, StaleNotice, StateAction, error_sentence
from cockpit.ui.work_list.style import style_of
from cockpit.ui.work_list.summary import summary_of
from cockpit.ui.work_list.table_source import TableSource
from cockpit.ui.work_list.tools import ListParts, ListTools
from cockpit.ui.work_list.view import WorkListView


class WorkListScreen(QWidget):
    """The list on the left of the window.

    Attributes:
        filter_bar: Search field and tabs; the main window puts it into its top bar.
        view: The table.
        tools: Filter builder, saved views, columns, bulk actions and export.
        keeper: The columns.
        choice: The chosen customer.
        marking: The marked rows.
    """

    #: Another customer became current: UUID, or None where nobody is.
    customer_selected = Signal(object)
    #: The user asks for the current customer's form: UUID.
    customer_opened = Signal(object)
    #: A status light was asked about: the customer (UUID) and the panel's section (str).
    section_requested = Signal(object, str)
    #: The customers' figures were read again.
    table_changed = Signal()
    #: Other rows are shown or marked: ListSummary.
    summary_changed = Signal(object)
    #: Files are to be imported.
    import_requested = Signal()
    #: E-mail by a template is to go to these customers: list of UUID.
    mail_requested = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._filter: Filter | None = None
        self._sorting = query_state.sorting_from_json(ctx.preferences.value(SORTING_KEY, []))
        self._error: Exception | None = None
        self._source = TableSource(ctx, self)
        self._model = WorkListItemModel(style_of(ctx, None), self)
        self.filter_bar = FilterBar(ctx)
        self.view = WorkListView(ctx.theme, self._model, self)
        layout = ColumnLayout.from_json(ctx.preferences.value(LAYOUT_KEY, {}))
        self.keeper = ColumnKeeper(self.view, layout)
        self.choice = Choice(self.view, self._model)
        self.marking = Marking(self.view, self._model, ctx.runner)
        parts = ListParts(
            self.view, self._model, self.keeper, self.marking, self.choice, lambda: self.query
        )
        self.tools = ListTools(ctx, parts, self)
        self._state = ListState(ctx, self)
        self._notice = StaleNotice(ctx, self)
        self._chips = ConditionChips(ctx, self)
        self._body = QWidget(self)
        self._pages = QStackedLayout(self._body)
        self._lay_out()
        self._connect()
        self.view.header.set_sorting(self._sorting)
        self.view.setAccessibleName(self.tr("Work list"))
        self._show_state()

    # --- what the window asks --------------------------------------------------------------

    def reload(self) -> None:
        """Read the list again; what is chosen, marked and scrolled to stays."""
        self._source.reload()

    @property
    def table(self) -> WorkTable | None:
        """Return the table behind the list; None until there is one."""
        return self._source.table

    @property
    def model(self) -> WorkListItemModel:
        """Return the rows shown."""
        return self._model

    @property
    def query(self) -> ListQuery:
        """Return what is asked of the list at present."""
        bar = self.filter_bar
        return ListQuery(bar.group, bar.query, self._filter, self._sorting)

    @property
    def chosen(self) -> UUID | None:
        """Return the chosen customer."""
        return self.choice.customer_id

    def offers(self, limit: int) -> tuple[Sequence[UUID], frozenset[Bar]]:
        """Return the first customers of the list in sight who may be offered (see ``offers``)."""
        return offers_of(self.table, self.query, limit)

    def reason_of(self, customer_id: UUID) -> tuple[str, Factors] | None:
        """Return why a customer stands where they stand; None where the list lacks them."""
        line = None if self.table is None else self.table.line_of(customer_id)
        if self.table is None or line is None:
            return None
        row = self.table.rows([line])[0]
        return cell_texts.reason(row, style_of(self._ctx, self.table)), self.table.factors(line)

    def name_of(self, customer_id: UUID) -> str:
        """Return a customer's name; empty where the list does not know them."""
        line = None if self.table is None else self.table.line_of(customer_id)
        return "" if self.table is None or line is None else self.table.rows([line])[0].name

    def show_customer(self, customer_id: UUID) -> None:
        """Choose a customer, dropping tab, text and filter where they hide them."""
        if self.table is None or self.table.line_of(customer_id) is None:
            self.choice.choose(customer_id)
            return
        if self._model.row_of(customer_id) is None:
            self.clear_filter()
        self.choice.go_to(self._model.row_of(customer_id))

    @Slot(int)
    def step(self, distance: int) -> None:
        """Choose the customer that many rows further on."""
        self.choice.step(distance)

    def focus_list(self) -> None:
        """Give the list the keyboard, with a current row."""
        self.choice.begin()
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_compact(self, is_compact: bool) -> None:
        """Show the two columns that matter beside a call, or all."""
        self.keeper.set_compact(is_compact)

    def use_calling_order(self) -> None:
        """Return to the order of calling."""
        self.sort_by(())

    def sort_by(self, sorting: tuple[SortKey, ...]) -> None:
        """Order the list by these columns, the most important first."""
        self._sorting = sorting
        self.view.header.set_sorting(sorting)
        self._ctx.preferences.set_value(SORTING_KEY, query_state.sorting_to_json(sorting))
        self._narrow()
        self.view.scrollToTop()

    def apply(self, group: Group, filter_: Filter | None, text: str = "") -> None:
        """Show a tab narrowed by a filter and a text."""
        self._filter = filter_
        self.filter_bar.set_both(group, text)
        self._tell_filter()

    def apply_view(self, view: SavedView) -> None:
        """Show a saved view: its tab, text, filter, order and columns."""
        try:
            group, text, filter_, sorting, layout = query_state.read_definition(view.definition)
        except BadInputError as error:
            self.message_raised.emit(error_sentence(self._ctx, error))
            return
        if layout is not None:
            self.set_columns(layout)
        self._sorting = sorting
        self.view.header.set_sorting(sorting)
        self.apply(group, filter_, text)
        self.message_raised.emit(self.tr("View “{name}”").format(name=view.name))

    @Slot(object)
    def set_filter(self, filter_: Filter | None) -> None:
        """Narrow the list by a filter beside tab and text."""
        if filter_ != self._filter:
            self._filter = filter_
            self._narrow()
            self.view.scrollToTop()
            self._tell_filter()

    def clear_filter(self) -> None:
        """Show everybody."""
        self.apply(Group.ALL, None)

    def set_columns(self, layout: ColumnLayout) -> None:
        """Show these columns, and remember them."""
        self.keeper.set_layout(layout)
        self._remember_columns(layout)

    def state_sentence(self) -> str:
        """Return what stands in place of the list, or nothing while the list is shown."""
        return self._state.sentence() if self._pages.currentWidget() is self._state else ""

    def notice_sentence(self) -> str:
        """Return what is said over the list, or nothing."""
        return self._notice.sentence()

    # --- building ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for line in (self._notice, *self.tools.lines(), self._chips):
            layout.addWidget(line)
        layout.addWidget(self._body, 1)

    def _connect(self) -> None:
        self._source.table_changed.connect(self._on_source_table_changed)
        self._source.failed.connect(self._on_source_failed)
        self.filter_bar.changed.connect(self._on_filter_changed)
        self.filter_bar.left_for_list.connect(self.focus_list)
        self.filter_bar.typing_ended.connect(self._hold)
        self.filter_bar.filter_requested.connect(self.tools.open_filter)
        self.filter_bar.views_requested.connect(self.tools.open_views)
        self._chips.filter_changed.connect(self.set_filter)
        self._chips.edit_requested.connect(self.tools.open_filter)
        self.view.header.sort_requested.connect(self._on_header_sort_requested)
        self.view.header.menu_requested.connect(self.tools.open_header_menu)
        self.choice.changed.connect(self.customer_selected)
        self.view.opened.connect(self._on_view_opened)
        self.view.stepped.connect(self.step)
        self.view.text_typed.connect(self.filter_bar.focus_search)
        self.view.light_activated.connect(self.tools.open_section)
        self.view.lights_requested.connect(self.tools.open_lights_menu)
        self.view.menu_requested.connect(self.tools.open_row_menu)
        self.view.copy_requested.connect(self.tools.copy_rows)
        self.tools.filter_chosen.connect(self.set_filter)
        self.tools.view_chosen.connect(self.apply_view)
        self.tools.columns_chosen.connect(self.set_columns)
        self.tools.calling_order_requested.connect(self.use_calling_order)
        self.tools.closed.connect(self.focus_list)
        self.tools.section_requested.connect(self.section_requested)
        self.tools.message_raised.connect(self.message_raised)
        self.tools.bulk.mail_requested.connect(self.mail_requested)
        self.tools.bulk.busy_changed.connect(self._hold)
        self.marking.changed.connect(self._on_marking_changed)
        self.keeper.changed.connect(self._remember_columns)
        self._state.action_requested.connect(self._on_state_action_requested)
        self._notice.retry_requested.connect(self.reload)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.view.setAccessibleName(self.tr("Work list"))
            self._narrow()
            self._tell_filter()
            self._show_state()

    # --- what is shown -----------------------------------------------------------------------

    def _narrow(self) -> None:
        """Show the rows of the present tab, text, filter and order."""
        table = self.table
        if table is None:
            return
        ids, is_all = self.marking.ids(), False
        try:
            selection = table.select(self.query)
        except BadInputError as error:
            self._filter = None
            self.message_raised.emit(error_sentence(self._ctx, error))
            selection = table.select(self.query)
        if table is not self._model.table:
            is_all = self.marking.is_all
        self.marking.hush()
        self._model.set_lines(table, selection, style_of(self._ctx, self.table))
        self.choice.restore()
        self.marking.restore(ids, is_all=is_all)
        self._show_state()
        self.view.lay_out_now()
        self.tools.show_count(len(selection))

    def _tell_filter(self) -> None:
        """Let chips, button and filter builder show the filter in force."""
        self.filter_bar.set_condition_count(len(self._filter.conditions) if self._filter else 0)
        self._chips.show_filter(self._filter)
        self.tools.show_filter(self._filter)

    def _show_state(self) -> None:
        """Show the list, or why there is none, and whether it is an old one."""
        source = self._source
        self._notice.explain(
            source.table,
            self._error,
            is_stale=source.is_stale,
            is_still=self.marking.keeps_list_still,
        )
        if self._model.rowCount():
            self._pages.setCurrentWidget(self.view)
            return
        conditions = len(self._filter.conditions) if self._filter else 0
        self._state.explain(source.table, self._error, self.filter_bar, conditions=conditions)
        self._pages.setCurrentWidget(self._state)

    # --- what arrives ------------------------------------------------------------------------

    @Slot()
    def _on_source_table_changed(self) -> None:
        is_first = self._model.table is None
        anchor = self.choice.anchor()
        self._error = None
        if self.table is not None:
            self.filter_bar.set_totals(self.table.totals())
        self._narrow()
        if is_first and self.chosen is None:
            self.choice.go_to(0 if self._model.rowCount() else None, scroll=False)
            self.view.setFocus()
        self.choice.return_to(anchor)
        self.table_changed.emit()

    @Slot(object)
    def _on_source_failed(self, error: Exception) -> None:
        self._error = error
        self._show_state()
        if self.table is not None:
            self.message_raised.emit(error_sentence(self._ctx, error))

    @Slot()
    def _on_filter_changed(self) -> None:
        if self.filter_bar.is_typing:
            self._source.hold(True)
        self._narrow()
        self.view.scrollToTop()

    @Slot()
    def _on_marking_changed(self) -> None:
        if self._model.selection is not None:
            self.summary_changed.emit(summary_of(self._model.selection, self.marking))
        self._hold()

    @Slot()
    def _hold(self) -> None:
        """Let changes wait while somebody types, has marked very many, or many are changed."""
        still = (self.filter_bar.is_typing, self.marking.keeps_list_still, self.tools.bulk.is_busy)
        self._source.hold(any(still))

    @Slot(int, bool)
    def _on_header_sort_requested(self, section: int, is_added: bool) -> None:
        """Sort; a third click takes the column out of the order."""
        column = COLUMNS[section]
        if column.field:
            first = column.largest_first
            self.sort_by(
                toggled(self._sorting, column.field, largest_first=first, is_added=is_added)
            )
        else:
            self.use_calling_order()

    @Slot()
    def _on_view_opened(self) -> None:
        self.customer_opened.emit(self.chosen)

    @Slot(object)
    def _remember_columns(self, layout: ColumnLayout) -> None:
        self._ctx.preferences.set_value(LAYOUT_KEY, layout.to_json())

    @Slot()
    def _on_state_action_requested(self) -> None:
        match self._state.action:
            case StateAction.RETRY:
                self._error = None
                self._show_state()
                self.reload()
            case StateAction.IMPORT:
                self.import_requested.emit()
            case StateAction.CLEAR:
                self.clear_filter()
                self.focus_list()
