"""The campaigns: a list, and beside it the chosen one's figures, or the plan that is edited."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.campaign_progress import Progress
from cockpit.domain.campaign_results import CampaignResult
from cockpit.domain.campaigns import (
    CampaignPlan,
    CampaignRow,
    CampaignState,
)
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.ids import new_id
from cockpit.runtime.task_runner import Lane
from cockpit.services.campaigns import CampaignService
from cockpit.ui.campaigns import asked, words
from cockpit.ui.campaigns.figures import CampaignFigures
from cockpit.ui.campaigns.layout import fill_page, side_by_side
from cockpit.ui.campaigns.plan_page import PlanPage
from cockpit.ui.context import UiContext
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.head_bar import head_bar
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.question import Question
from cockpit.ui.widgets.reading_order import tab_as_read
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable
from cockpit.ui.widgets.state_view import StateView

T = TypeVar("T")
_DAYS = timedelta(days=27)
_HOLD_OUT_BP = 2_000
_BEGUN = frozenset({CampaignState.RUNNING, CampaignState.OVER, CampaignState.ENDED})
_ENDABLE = frozenset({CampaignState.PLANNED, CampaignState.RUNNING})


class CampaignScreen(QWidget):
    """Two pages: the list with figures, and the editor with what publishing does.

    Attributes:
        table: The campaigns.
        figures: Those of the chosen one.
        planning: The plan that is edited.
    """

    #: Back to the list of customers.
    close_requested = Signal()
    #: These customers (UUIDs) are to be listed.
    customers_requested = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._may_edit = False
        self._published: UUID | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._title = ranked_label("wordmark", parent=self)
        self.archived_box = QCheckBox(self)
        self.table: RecordTable[CampaignRow] = RecordTable(
            ctx, self._columns(), is_strong=is_running, key=lambda one: one.campaign_id,
            parent=self,
        )  # fmt: skip
        self.figures, self.planning = CampaignFigures(ctx, self), PlanPage(ctx, self)
        self._state = StateView(ctx.theme, self)
        self._side, self._pages = QStackedWidget(self), QStackedWidget(self)
        self.new_button, self.open_button = QPushButton(self), QPushButton(self)
        self.end_button, self.archive_button = QPushButton(self), QPushButton(self)
        self.delete_button = QPushButton(self)
        self._lay_out()
        self._connect()
        self._retranslate()

    def open(self) -> None:
        """Come into sight with what holds now."""
        self.reload()
        if not self.is_editing:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def reload(self) -> None:
        """Read the campaigns again."""
        with_archived = self.archived_box.isChecked()
        self._ask("rows", lambda one: (one.may_edit, one.rows(with_archived=with_archived)),
                  self._on_rows_read)  # fmt: skip

    def stop(self) -> None:
        """Interrupt what is under way, before the window closes."""

    def step_back(self) -> bool:
        """Leave the editor; return whether it was open."""
        if not self.is_editing:
            return False
        self._pages.setCurrentIndex(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @property
    def is_editing(self) -> bool:
        """Return whether a plan is being edited."""
        return self._pages.currentWidget() is self.planning

    def begin(self, customer_ids: Sequence[UUID], source: str) -> None:
        """Begin a plan for some customers.

        Args:
            customer_ids: Whom.
            source: How they were chosen, as codes.
        """
        today = self._ctx.clock.today()
        plan = CampaignPlan(
            new_id(), "", today, today + _DAYS, hold_out_bp=_HOLD_OUT_BP,
            source={"filter": source} if source else {},
        )  # fmt: skip
        self.planning.begin(plan, customer_ids)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # --- building ------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[CampaignRow], ...]:
        return (
            Column(lambda: self.tr("Campaign"), lambda one, _: one.plan.name),
            Column(lambda: self.tr("State"), lambda one, _: words.state_word(one)),
            Column(lambda: self.tr("Days"), lambda one, _: words.days_text(one.plan)),
            Column(
                lambda: self.tr("Clients"),
                lambda one, language: formats.integer(one.treated + one.held_out, language),
                RIGHT,
            ),
        )

    def _lay_out(self) -> None:
        for widget in (self._state, self.figures):
            self._side.addWidget(widget)
        browse = QWidget(self)
        fill_page(browse, side_by_side(self.table, self._side, self), [
            self.new_button, self.open_button, self.end_button, self.archive_button,
            self.delete_button, None, self.archived_box,
        ])  # fmt: skip
        self._pages.addWidget(browse)
        self._pages.addWidget(self.planning)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head_bar(self._back, self._title, self))
        layout.addWidget(divider(self))
        layout.addWidget(self._pages, 1)
        tab_as_read(layout)

    def _connect(self) -> None:
        self._back.clicked.connect(self._on_back_clicked)
        self.archived_box.toggled.connect(self.reload)
        self.table.chosen.connect(self._show_current)
        self.table.opened.connect(self._on_open_wanted)
        self.new_button.clicked.connect(self._on_new_wanted)
        self.open_button.clicked.connect(self._on_open_wanted)
        self.end_button.clicked.connect(self._on_end_wanted)
        self.archive_button.clicked.connect(self._on_archive_wanted)
        self.delete_button.clicked.connect(self._on_delete_wanted)
        self.planning.opened.connect(self._on_planning_opened)
        self.planning.saved.connect(self._on_planning_saved)
        self.planning.published.connect(self._on_planning_published)
        self.planning.message_raised.connect(self.message_raised)
        for part in (self.figures, self.planning):
            part.customers_requested.connect(self.customers_requested)
        self._ctx.feed.changed.connect(self._on_feed_changed)
        bind_keys(self, {
            "N": self._on_new_wanted, "E": self._on_end_wanted, "A": self._on_archive_wanted,
            "Del": self._on_delete_wanted, "Ctrl+S": self.planning.save,
            "Ctrl+Return": self.planning.publish, "Ctrl+Enter": self.planning.publish,
        })  # fmt: skip

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Campaigns"))
        self._back.set_title(self.tr("Back to the list"), "Esc")
        self.archived_box.setText(self.tr("Archived ones as well"))
        self.new_button.setText(self.tr("New campaign…  N"))
        self.open_button.setText(self.tr("Go on with the draft  Enter"))
        self.end_button.setText(self.tr("End early…  E"))
        self.delete_button.setText(self.tr("Delete the draft  Del"))
        self.planning.retranslate()
        self.table.setAccessibleName(self.tr("Campaigns"))
        self.table.records.retranslate()
        self._show_buttons(self.table.current())

    # --- what is shown -------------------------------------------------------------------------

    def _on_rows_read(self, found: tuple[bool, list[CampaignRow]]) -> None:
        self._may_edit, rows = found
        had_current = self.table.current() is not None
        self.table.set_rows(rows)
        new = [place for place, one in enumerate(rows) if one.campaign_id == self._published]
        if new or (rows and not had_current):
            first = next((place for place, one in enumerate(rows) if is_running(one)), 0)
            self._published = None
            self.table.setCurrentIndex(self.table.records.index(new[0] if new else first, 0))
        else:
            self._show_current(self.table.current())

    @Slot(object)
    def _show_current(self, row: CampaignRow | None) -> None:
        self._show_buttons(row)
        if row is None:
            self._say_instead(self.tr("No campaign yet: mark clients in the list, or press N."))
        elif row.state is CampaignState.DRAFT:
            self._say_instead(self.tr("A draft: Enter goes on with it."))
        else:
            key, has_result = row.campaign_id, self._may_edit and row.state in _BEGUN
            self._ask("figures", partial(asked.figures, key, has_result), self._on_figures_read)

    def _say_instead(self, sentence: str) -> None:
        self._state.show_state("inbox", sentence)
        self._side.setCurrentWidget(self._state)

    def _on_figures_read(self, found: tuple[Progress, CampaignResult | None]) -> None:
        current = self.table.current()
        if current is not None and current.campaign_id == found[0].row.campaign_id:
            self.figures.show_figures(*found)
            self._side.setCurrentWidget(self.figures)

    def _show_buttons(self, row: CampaignRow | None) -> None:
        state = None if row is None else row.state
        is_draft = state is CampaignState.DRAFT
        is_archived = row is not None and row.is_archived
        self.new_button.setVisible(self._may_edit)
        self.open_button.setVisible(self._may_edit and is_draft)
        self.delete_button.setVisible(self._may_edit and is_draft)
        self.end_button.setVisible(self._may_edit and state in _ENDABLE)
        can_archive = state in _BEGUN and state is not CampaignState.RUNNING
        self.archive_button.setVisible(self._may_edit and can_archive)
        back, away = self.tr("Bring back  A"), self.tr("Archive  A")
        self.archive_button.setText(back if is_archived else away)

    # --- planning ------------------------------------------------------------------------------

    @Slot()
    def _on_planning_opened(self) -> None:
        self._pages.setCurrentWidget(self.planning)

    @Slot(object)
    def _on_planning_saved(self, row: CampaignRow) -> None:
        self.message_raised.emit(self.tr("Draft “{name}” saved").format(name=row.plan.name))
        self.reload()

    @Slot(object)
    def _on_planning_published(self, row: CampaignRow) -> None:
        self.message_raised.emit(
            self.tr("“{name}” is published: {called} to call, {aside} left alone").format(
                name=row.plan.name, called=row.treated, aside=row.held_out
            )
        )
        self._published = row.campaign_id
        self.step_back()
        self.reload()

    # --- what the user does in the list --------------------------------------------------------

    @Slot()
    def _on_back_clicked(self) -> None:
        if not self.step_back():
            self.close_requested.emit()

    @Slot()
    def _on_new_wanted(self) -> None:
        if self._may_edit and not self.is_editing:
            self.begin((), "")

    @Slot()
    def _on_open_wanted(self) -> None:
        row = self.table.current()
        if row is None:
            return
        if row.state is CampaignState.DRAFT and self._may_edit:
            key, plan = row.campaign_id, row.plan
            begin = partial(self.planning.begin, plan)
            self._ask("chosen", lambda one: one.customers_of(key), begin)
        else:
            self.figures.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_end_wanted(self) -> None:
        row = self.table.current()
        if self.is_editing or row is None or row.state not in _ENDABLE or not self._may_edit:
            return
        key = row.campaign_id
        question = Question(
            self.tr("End “{name}” now?").format(name=row.plan.name),
            (self.tr("The queue offers all of its clients to everybody again."),),
            (self.tr("End it"), self.tr("Let it go on")),
            self.window(),
        )
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.confirmed.connect(partial(self._change, lambda one: one.end(key)))
        question.open()

    @Slot()
    def _on_archive_wanted(self) -> None:
        row = self.table.current()
        if row is not None and self.archive_button.isVisible():
            key, is_away = row.campaign_id, not row.is_archived
            self._change(lambda one: one.archive(key, is_archived=is_away))

    @Slot()
    def _on_delete_wanted(self) -> None:
        row = self.table.current()
        if row is not None and self.delete_button.isVisible():
            key = row.campaign_id
            self._change(lambda one: one.delete(key))

    def _change(self, work: Callable[[CampaignService], object]) -> None:
        self._ask("change", work, self._on_changed, Lane.WRITE)

    def _on_changed(self, _nothing: object) -> None:
        self.reload()

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if self.isVisible() and notice.touches(Topic.CONTACTS, Topic.CUSTOMERS):
            self.reload()

    # --- the background ------------------------------------------------------------------------

    def _ask(
        self,
        key: str,
        work: Callable[[CampaignService], T],
        on_result: Callable[[T], None],
        lane: Lane = Lane.READ,
    ) -> None:
        asked.ask(
            self._ctx, self, key, work, on_result=on_result, on_error=self._on_failed, lane=lane
        )

    def _on_failed(self, error: Exception) -> None:
        self.message_raised.emit(sentence_of(error, self._ctx.language))


def is_running(row: CampaignRow) -> bool:
    """Return whether a campaign stands out in the list."""
    return row.state is CampaignState.RUNNING
