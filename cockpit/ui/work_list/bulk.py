"""What is changed for all marked customers at once: campaign and portfolio; and taken back."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from cockpit.domain.bulk_changes import BulkChange
from cockpit.runtime.task_runner import Lane
from cockpit.services.work_list import WorkListService
from cockpit.ui.context import UiContext
from cockpit.ui.troubles import sentence_of
from cockpit.ui.work_list.marked_rows import MarkedRows
from cockpit.ui.work_list.pick_dialog import PickDialog
from cockpit.ui.work_list.stepwise import Outcome, Step
from cockpit.ui.work_list.told_change import AT_ONCE, ToldChange

Choices = Sequence[tuple[UUID | None, str]]


class BulkActions(QObject):
    """Asks once, changes the customers part by part, says what came of it, and takes it back.

    Attributes:
        line: Shows how far it is, and stops it.
        is_latest: Whether the last change is the last thing that the operator did, so that the key
            for taking back means it.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)
    #: E-mail by a template is to go to these customers: list of UUID.
    mail_requested = Signal(object)
    #: A change began or ended.
    busy_changed = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._widget = ctx, parent
        self._rows: MarkedRows | None = None
        self._changes: list[BulkChange] = []
        self._tell: Callable[[Outcome], str] = self._undone_sentence
        self.is_latest = False
        self._change = ToldChange(ctx, parent, self._noted)
        self._change.message_raised.connect(self.message_raised)
        self._change.busy_changed.connect(self.busy_changed)
        self.line = self._change.line

    @property
    def is_busy(self) -> bool:
        """Return whether a change is under way."""
        return self._change.is_busy

    @property
    def can_undo(self) -> bool:
        """Return whether the last change can be taken back."""
        return bool(self._changes) and not self.is_busy

    @Slot()
    def undo(self) -> None:
        """Take the last change back wherever nobody changed it since."""
        if not self.can_undo:
            return
        take_back = self._ctx.work_list.take_back
        self._tell = self._undone_sentence
        self._change.start([Step(len(one), partial(take_back, one)) for one in self._changes])

    @Slot()
    def stop(self) -> None:
        """Change nobody further; who was changed stays so, and can be taken back."""
        self._change.stop()

    def step_aside(self) -> None:
        """Leave the key for taking back to the call that has begun."""
        self.is_latest = False

    # --- what is asked -----------------------------------------------------------------------

    def ask_campaign(self, rows: MarkedRows) -> None:
        """Ask into which campaign the customers go."""
        self._rows = rows
        self._run(self._ctx.work_list.campaigns, self._on_campaigns_read)

    def ask_owner(self, rows: MarkedRows) -> None:
        """Ask into whose portfolio the customers go."""
        self._rows = rows
        self._run(self._ctx.work_list.owners, self._on_owners_read)

    def request_mail(self, rows: MarkedRows) -> None:
        """Hand the customers over to whoever writes e-mail."""
        self._run(rows.ids, self._on_mail_ids_read)

    def _on_campaigns_read(self, choices: Choices) -> None:
        count = 0 if self._rows is None else len(self._rows)
        question = self.tr("Add %n customer(s) to a campaign", "", count)
        self._ask(question, choices, self.tr("Add"), self._on_campaign_picked)

    def _on_owners_read(self, choices: Choices) -> None:
        count = 0 if self._rows is None else len(self._rows)
        question = self.tr("Put %n customer(s) into a portfolio", "", count)
        nobody: list[tuple[UUID | None, str]] = [(None, self.tr("Nobody's portfolio"))]
        self._ask(question, [*choices, *nobody], self.tr("Move"), self._on_owner_picked)

    def _ask(
        self,
        question: str,
        choices: Choices,
        button: str,
        slot: Callable[..., None],
    ) -> None:
        count = 0 if self._rows is None else len(self._rows)
        dialog = PickDialog(
            question.replace(str(count), self._change.number(count)), choices, button,
            self._widget.window(),
        )  # fmt: skip
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.picked.connect(slot)
        dialog.open()

    @Slot(object, str)
    def _on_campaign_picked(self, campaign_id: UUID, name: str) -> None:
        self._tell = partial(self._added_sentence, name)
        self._change_all(partial(_add_to_campaign, self._ctx.work_list, campaign_id))

    @Slot(object, str)
    def _on_owner_picked(self, owner_id: UUID | None, name: str) -> None:
        self._tell = partial(self._moved_sentence, name)
        self._change_all(partial(_set_owner, self._ctx.work_list, owner_id))

    def _on_mail_ids_read(self, ids: list[UUID]) -> None:
        self.mail_requested.emit(ids)

    # --- what is done ------------------------------------------------------------------------

    def _change_all(self, change: Callable[[MarkedRows], BulkChange]) -> None:
        if self.is_busy:
            self.message_raised.emit(self.tr("One change at a time: stop the other one first."))
        elif self._rows is not None:
            parts = self._rows.parts(AT_ONCE)
            self._changes = []
            self._change.start([Step(len(part), partial(change, part)) for part in parts])

    def _noted(self, outcome: Outcome) -> tuple[str, bool]:
        """Keep what can be taken back, and return what is said."""
        changes = [one for one in outcome.results if isinstance(one, BulkChange)]
        if changes:
            self._changes = [one for one in changes if len(one)]
        else:
            self._changes = self._changes[len(outcome.results) :]
        self.is_latest = bool(self._changes)
        return self._tell(outcome), self.is_latest

    # --- what is said ------------------------------------------------------------------------

    def _added_sentence(self, name: str, outcome: Outcome) -> str:
        words = self.tr("{count} added to “{name}”; the others were in it already.")
        if _changed(outcome) == outcome.done:
            words = self.tr("{count} added to “{name}”.")
        return words.format(count=self._change.number(_changed(outcome)), name=name)

    def _moved_sentence(self, name: str, outcome: Outcome) -> str:
        words = self.tr("{count} moved: {name}; the others were there already.")
        if _changed(outcome) == outcome.done:
            words = self.tr("{count} moved: {name}.")
        return words.format(count=self._change.number(_changed(outcome)), name=name)

    def _undone_sentence(self, outcome: Outcome) -> str:
        words = self.tr("{count} are as before; the others were changed since.")
        if _changed(outcome) == outcome.done:
            words = self.tr("{count} are as before.")
        return words.format(count=self._change.number(_changed(outcome)))

    # --- the background ----------------------------------------------------------------------

    def _run(self, work: Callable[[], object], on_result: Callable[..., None]) -> None:
        self._ctx.runner.submit(
            work,
            lane=Lane.READ,
            owner=self,
            key="work_list.bulk",
            on_result=on_result,
            on_error=self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        self.message_raised.emit(sentence_of(error, self._ctx.language))


def _changed(outcome: Outcome) -> int:
    """Return how many customers a change touched."""
    return sum(one if isinstance(one, int) else len(one) for one in outcome.results)


def _add_to_campaign(service: WorkListService, campaign_id: UUID, rows: MarkedRows) -> BulkChange:
    return service.add_to_campaign(rows.ids(), campaign_id)


def _set_owner(service: WorkListService, owner_id: UUID | None, rows: MarkedRows) -> BulkChange:
    return service.set_owner(rows.ids(), owner_id)
