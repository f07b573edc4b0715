"""Contacts on their way to the database: none twice, and none forgotten when the form goes on."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from cockpit.domain.contact import ContactDraft
from cockpit.domain.queue import Claim, Offer
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.runtime.task_runner import Lane
from cockpit.services.contacts import Logged
from cockpit.services.ports import WriteUnit
from cockpit.ui.context import UiContext

#: A contact that is on its way for longer is said to be; sooner it must not flicker.
PATIENCE_MS = 150


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
    """What is looked for behind a contact, in its own transaction, and what came of it.

    Attributes:
        search: Looks for the next customer; on a worker thread. None where nobody is wanted.
        offer: What it found; None where it failed, or the contact could not be stored.
        error: Why it failed.
    """

    search: Callable[[WriteUnit], Offer] | None = None
    offer: Offer | None = None
    error: Exception | None = None

    def look(self, unit: WriteUnit) -> None:
        """Search; the contact is stored whatever comes of it."""
        if self.search is None:
            return
        try:
            with unit.part():
                self.offer = self.search(unit)
        except Exception as error:  # noqa: BLE001 - whatever it is travels to the GUI thread
            self.error = error


class ContactSaver(QObject):
    """Stores contacts in the background, in their order."""

    #: A contact (Saving) is on disk, with what became of its claim (Logged).
    saved = Signal(object, object)
    #: A contact (Saving) could not be stored; the error (Exception).
    failed = Signal(object, object)
    #: A contact takes its time to be stored.
    delayed = Signal()
    #: A contact goes on its way, and the next customer is wanted with it: who looks for them says
    #: so in the Receipt.
    leaving = Signal(object)
    #: The same Receipt when the contact is on disk, or could not be stored.
    left = Signal(object)

    def __init__(self, ctx: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._under_way: set[UUID] = set()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.delayed)

    def is_under_way(self, contact_id: UUID) -> bool:
        """Return whether a contact is being stored."""
        return contact_id in self._under_way

    def save(self, saving: Saving) -> None:
        """Store a contact; the answer comes as a signal."""
        contact_id, receipt = saving.draft.contact_id, Receipt()
        self._under_way.add(contact_id)
        self._patience.start()
        if saving.is_next_wanted:
            self.leaving.emit(receipt)
        self._ctx.runner.submit(
            partial(self._log, saving, receipt),
            lane=Lane.WRITE,
            owner=self,
            key=f"save.{contact_id}",
            on_result=partial(self._on_saved, saving, receipt),
            on_error=partial(self._on_error, saving, receipt),
        )

    def _log(self, saving: Saving, receipt: Receipt) -> Logged:
        """Store a contact; on a worker thread."""
        return self._ctx.contacts.log(
            saving.draft, status=saving.status, claim=saving.claim, behind=receipt.look
        )

    def _on_saved(self, saving: Saving, receipt: Receipt, logged: Logged) -> None:
        self._has_left(saving)
        self.saved.emit(saving, logged)
        self.left.emit(receipt)

    def _on_error(self, saving: Saving, receipt: Receipt, error: Exception) -> None:
        self._has_left(saving)
        receipt.offer = None
        self.left.emit(receipt)
        self.failed.emit(saving, error)

    def _has_left(self, saving: Saving) -> None:
        self._under_way.discard(saving.draft.contact_id)
        if not self._under_way:
            self._patience.stop()
