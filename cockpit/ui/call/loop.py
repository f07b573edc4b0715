"""The call loop on the desk: carries what list, client, card and form say to the one call."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

import resources
from cockpit.domain.sections import CustomerStory, StoryEntry
from cockpit.ui.actions import ActionId, ActionRegistry
from cockpit.ui.call.call_bar import CallBar
from cockpit.ui.call.claim_watch import ClaimWatch
from cockpit.ui.call.controller import CallController
from cockpit.ui.call.dialler import Dialler
from cockpit.ui.call.nobody import NobodyLeft
from cockpit.ui.call.reasons import OverridePopover, ReasonPopover
from cockpit.ui.call.snooze import SnoozePopover
from cockpit.ui.call.state import CallPhase, CallState
from cockpit.ui.contact_form.form import ContactForm
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.panel import CustomerPanel
from cockpit.ui.desk import Arrangement, Desk
from cockpit.ui.pitch_card.card import PitchCard
from cockpit.ui.theme import Space
from cockpit.ui.widgets.popover import Popover
from cockpit.ui.widgets.quiet_steps import QuietSteps
from cockpit.ui.widgets.undo_source import UndoSource
from cockpit.ui.work_list.bulk import BulkActions
from cockpit.ui.work_list.screen import WorkListScreen

#: Who may come next is read so long after the last thing that happened: painting who is called
#: now comes first.
AHEAD_MS = 100


@dataclass(frozen=True, slots=True)
class DeskParts:
    """What stands on the desk."""

    desk: Desk
    work_list: WorkListScreen
    client: CustomerPanel
    card: PitchCard
    form: ContactForm


class CallLoop(QObject):
    """Connects the parts and owns what belongs to the call alone.

    Attributes:
        controller: Claims and gives back.
        bar: The line over the client; None until the actions are there.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)
    #: The whole ledger is to be shown.
    ledger_requested = Signal()

    def __init__(self, ctx: UiContext, parts: DeskParts, window: QWidget) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._parts = parts
        self._window = window
        self.controller = CallController(ctx, parts.work_list.offers, self)
        self._watch = ClaimWatch(ctx, self.controller, self)
        self.nobody = NobodyLeft(ctx)
        self.skipping = ReasonPopover(window)
        self.overriding = OverridePopover(window)
        self.snoozing = SnoozePopover(ctx, window)
        self.dialler = Dialler(ctx, self.controller, parts.client, self.overriding)
        self.bar: CallBar | None = None
        self._is_next_wanted = False
        self._also_undone: UndoSource | None = None
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD_MS)
        self._ahead.timeout.connect(self._on_ahead_timeout)
        steps = [*parts.desk.rehearsals()]
        steps.append(partial(resources.catalogue, "pitch", ctx.language))  # off the disk, once
        self._rehearsal = QuietSteps(ctx.runner, steps, self)
        parts.desk.add_page(self.nobody)
        self._connect_call()
        self._connect_desk()

    def use_actions(self, actions: ActionRegistry) -> None:
        """Make the bar, whose buttons do what the actions do."""
        self._actions = actions
        self.bar = CallBar(self._ctx, actions, self._parts.desk)
        self.bar.override_requested.connect(self.ask_to_override)
        self._parts.desk.set_head(self.bar)
        self.controller.changed.connect(self._on_controller_changed)
        self._on_controller_changed(self.controller.state)

    # --- what the keys do ----------------------------------------------------------------------

    @Slot()
    def next_client(self) -> None:
        """Claim the client who is worth most now; as soon as there is a list to choose from."""
        self._is_next_wanted = self._parts.work_list.table is None
        if self._is_next_wanted:
            self.message_raised.emit(self.tr("Reading the list: the next client comes with it."))
        else:
            self.controller.next()

    @Slot()
    def go_to_form(self) -> None:
        """Call the client in sight, and put the keyboard into the form."""
        chosen = self._parts.work_list.chosen
        if chosen is None:
            return
        if chosen == self.controller.state.customer_id:
            self._on_customer_wanted(chosen)  # claimed, or barred: either way they are known
        else:
            self.controller.take(chosen)

    @Slot()
    def toggle_card(self) -> None:
        """Open the pitch card over the whole side, or fold it again."""
        self._parts.desk.show_page(None)
        self._parts.desk.arrange(Arrangement.CALL)
        self._parts.card.toggle()

    @Slot()
    def ask_to_skip(self) -> None:
        """Ask why the client is skipped."""
        self._open(self.skipping)

    @Slot()
    def ask_to_snooze(self) -> None:
        """Ask when to call the client again."""
        self._open(self.snoozing)

    @Slot()
    def ask_to_override(self) -> None:
        """Ask why the client is called all the same."""
        self.dialler.forget()
        self._open(self.overriding)

    @Slot()
    def dial(self) -> None:
        """Dial, and take the client: a colleague must not call them at the same time."""
        chosen = self._parts.work_list.chosen
        if self._parts.client.panel is not None:
            self._parts.client.dial()
        elif chosen is not None and chosen != self.controller.state.customer_id:
            self.controller.take(chosen)

    @Slot()
    def undo(self) -> None:
        """Take back what was done last: a change of many customers, or a step of the call."""
        latest = next((one for one in self._undoable() if one.is_latest), None)
        if latest is None:
            self.controller.undo()
        else:
            latest.undo()

    def also_undo(self, source: UndoSource) -> None:
        """Let the key for taking back mean what a source did, while that was the last thing."""
        self._also_undone = source
        source.latest_changed.connect(self._on_bulk_busy_changed)

    def _undoable(self) -> list[UndoSource | BulkActions]:
        bulk = self._parts.work_list.tools.bulk
        return [bulk] if self._also_undone is None else [self._also_undone, bulk]

    def step_back(self) -> bool:
        """Undo one step at the desk; return whether there was one."""
        parts = self._parts
        for popover in (self.skipping, self.snoozing, self.overriding):
            if popover.isVisible():
                popover.close_popover()
                return True
        if self._is_next_wanted:
            self._is_next_wanted = False
            self.message_raised.emit("")
            return True
        if parts.form.cancel_amendment() or parts.card.step_back():
            return True
        if not parts.desk.is_client_shown:
            parts.desk.show_page(None)
            return False
        if parts.desk.arrangement is Arrangement.CALL:
            self._browse()
            return True
        return False

    def stop(self) -> None:
        """Give everything back; before the window closes."""
        self._ahead.stop()
        self.controller.stop()
        if self.bar is not None:
            self.bar.stop()
        self._parts.form.flush_draft()
        self._parts.card.flush()
        self._parts.desk.remember()

    # --- wiring --------------------------------------------------------------------------------

    def _connect_call(self) -> None:
        controller = self.controller
        controller.customer_wanted.connect(self._on_customer_wanted)
        controller.call_left.connect(self._browse)
        controller.claimed.connect(self._parts.client.require)
        controller.message_raised.connect(self.message_raised)
        self.dialler.message_raised.connect(self.message_raised)
        self.dialler.reason_wanted.connect(self._on_dialler_reason_wanted)
        self.skipping.reason_given.connect(controller.skip)
        self.snoozing.snoozed.connect(controller.snooze)
        self.overriding.reason_given.connect(controller.take_anyway)
        self.nobody.ledger_requested.connect(self.ledger_requested)
        self.nobody.widening_requested.connect(self._on_widening_requested)

    def _connect_desk(self) -> None:
        work_list, client, form, card, desk = (
            self._parts.work_list,
            self._parts.client,
            self._parts.form,
            self._parts.card,
            self._parts.desk,
        )
        work_list.customer_selected.connect(self._on_customer_selected)
        work_list.customer_opened.connect(self._on_customer_opened)
        work_list.summary_changed.connect(self._on_summary_changed)
        work_list.table_changed.connect(self._on_work_list_table_changed)
        work_list.tools.bulk.busy_changed.connect(self._on_bulk_busy_changed)
        client.panel_shown.connect(form.open_for)
        client.panel_left.connect(form.close_form)
        client.panel_left.connect(card.clear)
        client.story_shown.connect(self._on_story_shown)
        client.amend_requested.connect(self._on_amend_requested)
        client.message_raised.connect(self.message_raised)
        form.contact_saved.connect(self.controller.end_call)
        form.leaving.connect(self.controller.seek_behind)
        form.left.connect(self.controller.come_behind)
        form.next_requested.connect(self.controller.next)
        card.argument_chosen.connect(form.use_argument)
        card.expanded_changed.connect(desk.expand_card)
        card.focus_released.connect(form.resume)
        card.message_raised.connect(self.message_raised)

    def _open(self, popover: Popover) -> None:
        """Hang a popover under the bar, where the button is that opens it too."""
        if self.bar is None:
            return
        popover.open()
        corner = self.bar.mapTo(self._window, QPoint(self.bar.width(), self.bar.height()))
        popover.move(max(0, corner.x() - popover.width() - Space.S), corner.y() + Space.XS)

    @Slot()
    def _on_dialler_reason_wanted(self) -> None:
        self._open(self.overriding)

    # --- what happens --------------------------------------------------------------------------

    @Slot(object)
    def _on_controller_changed(self, state: CallState) -> None:
        if state.claim is not None:
            for one in self._undoable():
                one.step_aside()
        self._parts.work_list.choice.is_kept = state.claim is not None
        shown = self._parts.work_list.name_of(state.customer_id) if state.customer_id else ""
        if self.bar is not None:
            self.bar.show_call(state, shown)
        if state.phase is not CallPhase.SEEKING:
            self._parts.form.set_claim(state.claim)
        self._enable(state)
        if state.phase is CallPhase.NOBODY:
            self._show_nobody()

    @Slot()
    def _on_bulk_busy_changed(self) -> None:
        if self._parts.desk.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Let the keys that mean something at present work; the desk is in sight again."""
        self._enable(self.controller.state)

    def _enable(self, state: CallState) -> None:
        has_claim = state.claim is not None
        works = {
            ActionId.SKIP: has_claim,
            ActionId.SNOOZE: has_claim,
            ActionId.PUT_BACK: has_claim,
            ActionId.UNDO: state.can_undo or any(one.is_latest for one in self._undoable()),
            ActionId.CALL_ANYWAY: state.may_override,
        }
        for action, is_enabled in works.items():
            self._actions.set_enabled((action,), is_enabled=is_enabled)

    @Slot(object)
    def _on_customer_wanted(self, customer_id: UUID) -> None:
        parts = self._parts
        parts.desk.show_page(None)
        parts.client.show_customer(customer_id)  # first: card and form never show the former one
        parts.desk.arrange(Arrangement.CALL)
        parts.work_list.show_customer(customer_id)
        parts.form.take_focus()

    @Slot(object)
    def _on_customer_selected(self, customer_id: UUID | None) -> None:
        desk = self._parts.desk
        desk.show_page(None)
        is_beside = desk.arrangement is Arrangement.BROWSE
        self._parts.client.show_customer(customer_id, is_beside=is_beside)
        self.controller.leave_for(customer_id)

    @Slot(object)
    def _on_customer_opened(self, customer_id: UUID | None) -> None:
        if customer_id is not None:
            self.controller.take(customer_id)

    @Slot(object)
    def _on_summary_changed(self, _summary: object) -> None:
        """Look again who may come next: the list is another one."""
        self._ahead.start()

    @Slot()
    def _on_work_list_table_changed(self) -> None:
        """Do what was wanted before there was a list."""
        if self._is_next_wanted:
            self.next_client()

    @Slot()
    def _on_ahead_timeout(self) -> None:
        self.controller.get_ready()
        self._rehearsal.start()
        if self.controller.state.phase is not CallPhase.SEEKING:
            self._parts.client.preload(self.controller.following())

    @Slot(object)
    def _on_story_shown(self, story: CustomerStory) -> None:
        self._ahead.start()
        self._parts.form.set_story(story)
        panel = self._parts.client.panel
        if panel is not None:
            self._parts.card.show_for(panel, story)

    @Slot(object)
    def _on_amend_requested(self, entry: StoryEntry) -> None:
        self._parts.desk.arrange(Arrangement.CALL)
        self._parts.form.open_amendment(entry)

    @Slot()
    def _browse(self) -> None:
        self._parts.desk.show_page(None)
        self._parts.desk.arrange(Arrangement.BROWSE)
        self._parts.work_list.focus_list()

    def _show_nobody(self) -> None:
        work_list = self._parts.work_list
        table, query = work_list.table, work_list.query
        if table is None:
            return
        ledger, total = table.ledger(query), len(table)
        self.nobody.show_ledger(ledger, is_narrow=sum(one.count for one in ledger.lines) < total)
        self._parts.desk.show_page(self.nobody)
        self.nobody.take_focus()

    @Slot()
    def _on_widening_requested(self) -> None:
        self._parts.work_list.clear_filter()
        self.controller.next()
