"""The work list's tools: filter builder, views, columns, menus, bulk actions, copy, export."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu

import resources
from cockpit.domain.errors import GiroError
from cockpit.domain.filters import Filter, SavedView
from cockpit.domain.ids import new_id
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Height, Space
from cockpit.ui.words import light_word
from cockpit.ui.work_list import query_state
from cockpit.ui.work_list.bulk import BulkActions
from cockpit.ui.work_list.columns import COLUMN_OF, COLUMNS, ColumnKey
from cockpit.ui.work_list.columns_dialog import ColumnsDialog
from cockpit.ui.work_list.filter_panel import FilterPanel
from cockpit.ui.work_list.layout import ColumnLayout
from cockpit.ui.work_list.lights import ICONS, SECTIONS, lights_of
from cockpit.ui.work_list.view_dialogs import SaveViewDialog, ViewsDialog

if TYPE_CHECKING:
    from cockpit.ui.work_list.screen import WorkListScreen


T = TypeVar("T")


class ListTools(QObject):
    """Opens each tool for one list, and carries out what is decided there."""

    def __init__(self, ctx: UiContext, screen: "WorkListScreen") -> None:
        super().__init__(screen)
        self._ctx, self._screen = ctx, screen
        self._panel: FilterPanel | None = None
        self.bulk = BulkActions(ctx, screen)
        self.bulk.message_raised.connect(screen.message_raised)
        self.bulk.mail_requested.connect(screen.mail_requested)

    # --- filter ------------------------------------------------------------------------------

    @property
    def filter_panel(self) -> FilterPanel | None:
        """Return the filter builder; None until it is opened for the first time."""
        return self._panel

    @Slot()
    def open_filter(self) -> None:
        """Open the filter builder over the list."""
        screen = self._screen
        if self._panel is None:
            self._panel = FilterPanel(self._ctx, screen.window())
            self._panel.filter_changed.connect(screen.set_filter)
            self._panel.save_requested.connect(self.save_view)
            self._panel.closed.connect(screen.focus_list)
        top = screen.view.mapTo(screen.window(), QPoint(0, Height.HEADER)).y()
        left = screen.mapTo(screen.window(), QPoint(Space.S, 0)).x()
        self._panel.move(left, top)
        self._panel.open(screen.table, screen.query.filter)
        self._panel.show_count(screen.model.rowCount())

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
            may_share=self._ctx.user.may_supervise, parent=self._screen.window()
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(self._on_view_confirmed)
        dialog.open()

    def _on_views_read(self, views: Sequence[SavedView]) -> None:
        dialog = ViewsDialog(views, self._screen.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._screen.apply_view)
        dialog.renamed.connect(self._on_view_renamed)
        dialog.deleted.connect(self._on_view_deleted)
        dialog.open()

    @Slot(str, bool)
    def _on_view_confirmed(self, name: str, is_shared: bool) -> None:
        screen = self._screen
        query, layout = screen.query, screen.keeper.layout
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
        screen = self._screen
        dialog = ColumnsDialog(screen.keeper.layout, screen.query.sorting, screen.window())
        dialog.sort_requested.connect(screen.view.header.sort_requested)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.layout_changed.connect(self._screen.set_columns)
        dialog.open()

    @Slot(QPoint)
    def open_header_menu(self, at: QPoint) -> None:
        """Show the menu of the header: columns to tick, the dialog, and the way back."""
        menu = self._menu()
        layout = self._screen.keeper.layout
        for column in COLUMNS:
            action = menu.addAction(column.header())
            action.setCheckable(True)
            action.setChecked(column.key not in layout.hidden)
            action.toggled.connect(partial(self._show_column, column.key))
        menu.addSeparator()
        menu.addAction(self.tr("Columns…"), self.open_columns)
        menu.addAction(self.tr("Order of calling"), self._screen.use_calling_order)
        menu.addAction(self.tr("Columns as at first"), self._reset_columns)
        menu.popup(at)

    def _show_column(self, key: ColumnKey, is_shown: bool) -> None:
        layout = self._screen.keeper.layout.with_shown(COLUMN_OF[key].key, is_shown=is_shown)
        self._screen.set_columns(layout)

    def _reset_columns(self) -> None:
        self._screen.set_columns(ColumnLayout())

    # --- one row -----------------------------------------------------------------------------

    @Slot(QPoint)
    def open_lights_menu(self, at: QPoint) -> None:
        """Show the current customer's lights in words; each opens its section."""
        row = self._screen.model.row_at(self._screen.view.currentIndex().row())
        if row is None:
            return
        menu = self._menu()
        for name, light in lights_of(row, self._screen.model.style):
            text = f"{COLUMN_OF[ColumnKey(name)].header()}: {light_word(name, light)}"
            action = menu.addAction(self._ctx.theme.icon(ICONS[name]), text)
            action.triggered.connect(partial(self.open_section, name))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(at)

    def open_section(self, name: str, *_: object) -> None:
        """Ask for the panel's section that a light belongs to."""
        customer_id = self._screen.chosen
        if customer_id is not None:
            self._screen.section_requested.emit(customer_id, SECTIONS[name])

    # --- many rows ---------------------------------------------------------------------------

    @Slot(QPoint)
    def open_row_menu(self, at: QPoint) -> None:
        """Show what can be done to the marked customers."""
        self._bulk_menu().popup(at)

    def open_bulk(self) -> None:
        """Show the same menu at the current row."""
        view = self._screen.view
        room = view.visualRect(view.currentIndex())
        at = QPoint(Space.XL, min(max(room.bottom(), 0), view.viewport().height() // 2))
        menu = self._bulk_menu()
        menu.setActiveAction(menu.actions()[0])
        menu.popup(view.viewport().mapToGlobal(at))

    @Slot()
    def copy_rows(self) -> None:
        """Copy the marked rows, or the current one, as they are shown."""
        reader, marking = self._screen.marking.reader(), self._screen.marking
        if reader is not None:
            shown, style = self._screen.keeper.shown, self._screen.model.style
            self.bulk.copy(reader, marking.count or 1, shown, style)

    def export_list(self) -> None:
        """Write all rows shown into a file; of several marked ones, those alone."""
        screen = self._screen
        marking = screen.marking
        reader = marking.reader() if marking.count else marking.reader_of_all()
        if reader is not None:
            self.bulk.export(reader, screen.keeper.layout.shown, screen.model.style)

    def _bulk_menu(self) -> QMenu:
        menu, screen = self._menu(), self._screen
        marking, may_supervise = screen.marking, self._ctx.user.may_supervise
        reader, count = marking.reader(), marking.count or 1
        if reader is not None:
            campaign = menu.addAction(self.tr("Add to a campaign…"))
            campaign.triggered.connect(partial(self._ask_campaign, count))
            owner = menu.addAction(self.tr("Put into a portfolio…"))
            owner.setEnabled(may_supervise)
            owner.triggered.connect(partial(self._ask_owner, count))
            mail = menu.addAction(self.tr("E-mail by a template…"))
            mail.triggered.connect(self._on_mail_triggered)
            menu.addSeparator()
            menu.addAction(self.tr("Copy rows"), self.copy_rows)
        menu.addAction(self.tr("Export…"), self.export_list)
        if self.bulk.can_undo:
            menu.addAction(self.tr("Undo the change of portfolios"), self.bulk.undo)
        return menu

    def _ask_campaign(self, count: int, *_: object) -> None:
        reader = self._screen.marking.reader()
        if reader is not None:
            self.bulk.ask_campaign(reader, count)

    def _ask_owner(self, count: int, *_: object) -> None:
        reader = self._screen.marking.reader()
        if reader is not None:
            self.bulk.ask_owner(reader, count)

    @Slot()
    def _on_mail_triggered(self) -> None:
        reader = self._screen.marking.reader()
        if reader is not None:
            self.bulk.request_mail(reader)

    # --- shared --------------------------------------------------------------------------------

    def _menu(self) -> QMenu:
        menu = QMenu(self._screen.view)
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
        self._screen.message_raised.emit(sentence)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here
        self._screen.message_raised.emit(resources.text(error.message, self._ctx.language))
