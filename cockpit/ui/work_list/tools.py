"""The work list's tools: filter builder, views, columns, menus, bulk actions, copy, export."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from cockpit.domain.filters import Filter, SavedView
from cockpit.domain.ids import new_id
from cockpit.domain.list_query import ListQuery
from cockpit.domain.rights import Task
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Height, Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.words import light_word
from cockpit.ui.work_list import query_state
from cockpit.ui.work_list.bulk import BulkActions
from cockpit.ui.work_list.choice import Choice
from cockpit.ui.work_list.column_layout import ColumnKeeper
from cockpit.ui.work_list.columns import COLUMN_OF, COLUMNS, ColumnKey
from cockpit.ui.work_list.columns_dialog import ColumnsDialog
from cockpit.ui.work_list.filter_panel import FilterPanel
from cockpit.ui.work_list.item_model import WorkListItemModel
from cockpit.ui.work_list.layout import ColumnLayout
from cockpit.ui.work_list.lights import ICONS, SECTIONS, lights_of
from cockpit.ui.work_list.list_files import ListFiles
from cockpit.ui.work_list.marking import Marking
from cockpit.ui.work_list.view import WorkListView
from cockpit.ui.work_list.view_dialogs import SaveViewDialog, ViewsDialog

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListParts:
    """What the tools work on.

    Attributes:
        query: Returns what is asked of the list at present.
    """

    view: WorkListView
    model: WorkListItemModel
    keeper: ColumnKeeper
    marking: Marking
    choice: Choice
    query: Callable[[], ListQuery]


class ListTools(QObject):
    """Opens each tool for one list, and says what was decided there.

    Attributes:
        bulk: What is changed for many customers at once.
        files: The rows on their way out.
    """

    #: The list is to be narrowed by a filter: Filter or None.
    filter_chosen = Signal(object)
    #: A saved view is to be shown: SavedView.
    view_chosen = Signal(object)
    #: Other columns are wanted: ColumnLayout.
    columns_chosen = Signal(object)
    #: The order of calling is wanted.
    calling_order_requested = Signal()
    #: A tool was closed: back to the list.
    closed = Signal()
    #: A section of a customer is wanted: UUID and its name.
    section_requested = Signal(object, str)
    #: A post-it about the marked customers is to be written.
    post_it_requested = Signal()
    #: A campaign is to be planned: for which MarkedRows, and how they were chosen (str).
    campaign_requested = Signal(object, str)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parts: ListParts, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._parts, self._widget = ctx, parts, parent
        self._panel: FilterPanel | None = None
        self.bulk = BulkActions(ctx, parent)
        self.bulk.message_raised.connect(self.message_raised)
        self.files = ListFiles(ctx, parent)
        self.files.message_raised.connect(self.message_raised)

    # --- filter ------------------------------------------------------------------------------

    @property
    def filter_panel(self) -> FilterPanel | None:
        """Return the filter builder; None until it is opened for the first time."""
        return self._panel

    @Slot()
    def open_filter(self) -> None:
        """Open the filter builder over the list."""
        window, model = self._widget.window(), self._parts.model
        if self._panel is None:
            self._panel = FilterPanel(self._ctx, window)
            self._panel.filter_changed.connect(self.filter_chosen)
            self._panel.save_requested.connect(self.save_view)
            self._panel.closed.connect(self.closed)
        self._panel.move(self._parts.view.mapTo(window, QPoint(Space.S, Height.HEADER)))
        self._panel.open(model.table, self._parts.query().filter)
        self._panel.show_count(model.rowCount())

    def close_filter(self) -> bool:
        """Close the filter builder; return whether it was open."""
        is_open = self._panel is not None and self._panel.isVisible()
        if self._panel is not None:
            self._panel.close_panel()
        return is_open

    def show_filter(self, filter_: Filter | None) -> None:
        """Let the builder show a filter that came from elsewhere."""
        if self._panel is not None:
            self._panel.show_filter(filter_)

    def show_count(self, count: int) -> None:
        """Let the builder show how many customers are left."""
        if self._panel is not None and self._panel.isVisible():
            self._panel.show_count(count)

    # --- views -------------------------------------------------------------------------------

    @Slot()
    def open_views(self) -> None:
        """Read the saved views, and let one be chosen."""
        self._run(self._ctx.work_list.views, self._on_views_read, Lane.READ)

    @Slot()
    def save_view(self) -> None:
        """Ask for a name, and save what is shown under it."""
        dialog = SaveViewDialog(
            may_share=self._ctx.user.may(Task.SHARE_VIEWS), parent=self._widget.window()
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(self._on_view_confirmed)
        dialog.open()

    def _on_views_read(self, views: Sequence[SavedView]) -> None:
        dialog = ViewsDialog(views, self._widget.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.view_chosen)
        dialog.renamed.connect(self._on_view_renamed)
        dialog.deleted.connect(self._on_view_deleted)
        dialog.open()

    @Slot(str, bool)
    def _on_view_confirmed(self, name: str, is_shared: bool) -> None:
        query, layout = self._parts.query(), self._parts.keeper.layout
        document = query_state.definition(
            query.group, query.text, query.filter, query.sorting, layout
        )
        view = SavedView(new_id(), name, is_shared, True, document)
        self._store(view, self.tr("View “{name}” saved").format(name=name))

    @Slot(object)
    def _on_view_renamed(self, view: SavedView) -> None:
        self._store(view, self.tr("View renamed: “{name}”").format(name=view.name))

    @Slot(object)
    def _on_view_deleted(self, view: SavedView) -> None:
        sentence = self.tr("View “{name}” deleted").format(name=view.name)
        work = partial(self._ctx.work_list.delete_view, view.view_id)
        self._run(work, partial(self._say, sentence), Lane.WRITE)

    def _store(self, view: SavedView, sentence: str) -> None:
        work = partial(self._ctx.work_list.save_view, view)
        self._run(work, partial(self._say, sentence), Lane.WRITE)

    # --- columns -----------------------------------------------------------------------------

    def open_columns(self) -> None:
        """Choose, order and freeze the columns."""
        parts, window = self._parts, self._widget.window()
        dialog = ColumnsDialog(parts.keeper.layout, parts.query().sorting, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.sort_requested.connect(parts.view.header.sort_requested)
        dialog.layout_changed.connect(self.columns_chosen)
        dialog.open()

    @Slot(QPoint)
    def open_header_menu(self, at: QPoint) -> None:
        """Show the menu of the header: columns to tick, the dialog, and the way back."""
        menu = self._menu()
        layout = self._parts.keeper.layout
        for column in COLUMNS:
            action = menu.addAction(column.header())
            action.setCheckable(True)
            action.setChecked(column.key not in layout.hidden)
            action.toggled.connect(partial(self._show_column, column.key))
        menu.addSeparator()
        menu.addAction(self.tr("Columns…"), self.open_columns)
        menu.addAction(self.tr("Order of calling"), self.calling_order_requested.emit)
        menu.addAction(self.tr("Columns as at first"), self._reset_columns)
        menu.popup(at)

    def _show_column(self, key: ColumnKey, is_shown: bool) -> None:
        layout = self._parts.keeper.layout.with_shown(COLUMN_OF[key].key, is_shown=is_shown)
        self.columns_chosen.emit(layout)

    def _reset_columns(self) -> None:
        self.columns_chosen.emit(ColumnLayout())

    # --- one row -----------------------------------------------------------------------------

    @Slot(QPoint)
    def open_lights_menu(self, at: QPoint) -> None:
        """Show the current customer's lights in words; each opens its section."""
        row = self._parts.model.row_at(self._parts.view.currentIndex().row())
        if row is None:
            return
        menu = self._menu()
        for name, light in lights_of(row, self._parts.model.style):
            text = f"{COLUMN_OF[ColumnKey(name)].header()}: {light_word(name, light)}"
            action = menu.addAction(self._ctx.theme.icon(ICONS[name]), text)
            action.triggered.connect(partial(self.open_section, name))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(at)

    def open_section(self, name: str, *_: object) -> None:
        """Ask for the panel's section that a light belongs to."""
        customer_id = self._parts.choice.customer_id
        if customer_id is not None:
            self.section_requested.emit(customer_id, SECTIONS[name])

    # --- many rows ---------------------------------------------------------------------------

    @Slot(QPoint)
    def open_row_menu(self, at: QPoint) -> None:
        """Show what can be done to the marked customers."""
        self._bulk_menu().popup(at)

    def open_bulk(self) -> None:
        """Show the same menu at the current row."""
        view = self._parts.view
        room = view.visualRect(view.currentIndex())
        at = QPoint(Space.XL, min(max(room.bottom(), 0), view.viewport().height() // 2))
        menu = self._bulk_menu()
        menu.setActiveAction(menu.actions()[0])
        menu.popup(view.viewport().mapToGlobal(at))

    @Slot()
    def copy_rows(self) -> None:
        """Copy the marked rows, or the current one, as they are shown."""
        rows = self._parts.marking.marked()
        if rows is not None:
            self.files.copy(rows, self._parts.keeper.shown, self._parts.model.style)

    def export_list(self) -> None:
        """Write all rows shown into a file; of several marked ones, those alone."""
        parts = self._parts
        rows = parts.marking.marked() if parts.marking.count else parts.marking.shown()
        if rows is not None:
            chosen = (
                f"marked; {parts.query().trace}" if parts.marking.count else parts.query().trace
            )
            self.files.export(rows, parts.keeper.layout.shown, parts.model.style, chosen)

    def lines(self) -> tuple[QWidget, ...]:
        """Return what shows how far a change or a file is."""
        return (self.bulk.line, self.files.line)

    @Slot()
    def stop_work(self) -> None:
        """Stop the change or the file that is under way."""
        self.bulk.stop()
        self.files.stop()

    def _bulk_menu(self) -> QMenu:
        menu = self._menu()
        if self._parts.marking.row_numbers():
            campaign = menu.addAction(self.tr("Add to a campaign…"))
            campaign.setEnabled(self._ctx.user.may(Task.EDIT_CAMPAIGNS))
            campaign.triggered.connect(self._on_campaign_triggered)
            if self._ctx.user.may(Task.EDIT_CAMPAIGNS):
                menu.addAction(self.tr("New campaign with these…"), self.begin_campaign)
            owner = menu.addAction(self.tr("Put into a portfolio…"))
            owner.setEnabled(self._ctx.user.may(Task.REASSIGN))
            owner.triggered.connect(self._on_owner_triggered)
            mail = menu.addAction(self.tr("E-mail by a template…"))
            mail.triggered.connect(self._on_mail_triggered)
            if self._ctx.user.may(Task.WRITE_POST_ITS):
                menu.addAction(self.tr("Post-it…"), self.post_it_requested.emit)
            menu.addSeparator()
            menu.addAction(self.tr("Copy rows"), self.copy_rows)
        menu.addAction(self.tr("Export…"), self.export_list)
        if self.bulk.can_undo:
            menu.addAction(self.tr("Take the last change back"), self.bulk.undo)
        return menu

    @Slot()
    def _on_campaign_triggered(self) -> None:
        rows = self._parts.marking.marked()
        if rows is not None:
            self.bulk.ask_campaign(rows)

    @Slot()
    def begin_campaign(self) -> None:
        """Plan a campaign for the marked rows; without several of them for all that are shown."""
        parts = self._parts
        rows = parts.marking.marked() if parts.marking.count else parts.marking.shown()
        if rows is not None:
            self.campaign_requested.emit(rows, parts.query().trace)

    @Slot()
    def _on_owner_triggered(self) -> None:
        rows = self._parts.marking.marked()
        if rows is not None:
            self.bulk.ask_owner(rows)

    @Slot()
    def _on_mail_triggered(self) -> None:
        rows = self._parts.marking.marked()
        if rows is not None:
            self.bulk.request_mail(rows)

    # --- shared --------------------------------------------------------------------------------

    def _menu(self) -> QMenu:
        menu = QMenu(self._parts.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _run(self, work: Callable[[], T], on_result: Callable[[T], None], lane: Lane) -> None:
        self._ctx.runner.submit(
            work,
            lane=lane,
            owner=self,
            key=f"work_list.tools.{lane}",
            on_result=on_result,
            on_error=self._on_failed,
        )

    def _say(self, sentence: str, nothing: object) -> None:
        self.message_raised.emit(sentence)

    def _on_failed(self, error: Exception) -> None:
        self.message_raised.emit(sentence_of(error, self._ctx.language))
