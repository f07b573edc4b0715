"""Contacts on their way to the database: none twice, and none forgotten when the form goes on."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from cockpit.domain.contact import ContactDraft
from cockpit.domain.queue import Claim
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.runtime.task_runner import Lane
from cockpit.services.contacts import Logged
from cockpit.ui.context import UiContext


@dataclass(frozen=True, slots=True)
class Saving:
    """A contact on its way.

    Attributes:
        claim: The claim that it ends; None where there was none.
        customer_name: For the sentence that says what became of it.
        place: Where its draft is kept until it is stored.
        is_next_wanted: Whether the next customer is wanted once it is stored.
    """

    draft: ContactDraft
    status: LifecycleStatus
    claim: Claim | None
    customer_name: str
    place: str
    is_next_wanted: bool


@dataclass(slots=True)
class Receipt:
    """Whether a contact is stored: told to what runs behind it in the lane of writes."""

    is_stored: bool = False


class ContactSaver(QObject):
    """Stores contacts in the background, in their order."""

    #: A contact (Saving) is on disk, with what became of its claim (Logged).
    saved = Signal(object, object)
    #: A contact (Saving) could not be stored; the error (Exception).
    failed = Signal(object, object)
    #: A contact is on its way, and the next customer is wanted behind it (Receipt).
    leaving = Signal(object)

    def __init__(self, ctx: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._under_way: set[UUID] = set()

    def is_under_way(self, contact_id: UUID) -> bool:
        """Return whether a contact is being stored."""
        return contact_id in self._under_way

    def save(self, saving: Saving) -> None:
        """Store a contact; the answer comes as a signal."""
        contact_id, receipt = saving.draft.contact_id, Receipt()
        self._under_way.add(contact_id)
        self._ctx.runner.submit(
            partial(self._log, saving, receipt),
            lane=Lane.WRITE,
            owner=self,
            key=f"save.{contact_id}",
            on_result=partial(self._on_saved, saving),
            on_error=partial(self._on_error, saving),
        )
        if saving.is_next_wanted and self.is_under_way(contact_id):
            self.leaving.emit(receipt)

    def _log(self, saving: Saving, receipt: Receipt) -> Logged:
        """Store a contact; on a worker thread."""
        logged = self._ctx.contacts.log(saving.draft, status=saving.status, claim=saving.claim)
        receipt.is_stored = True
        return logged

    def _on_saved(self, saving: Saving, logged: Logged) -> None:
        self._under_way.discard(saving.draft.contact_id)
        self.saved.emit(saving, logged)

    def _on_error(self, saving: Saving, error: Exception) -> None:
        self._under_way.discard(saving.draft.contact_id)
        self.failed.emit(saving, error)
