"""The operator's pitch notes on their way: typed, kept as a draft, saved as a version."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from cockpit.domain.errors import ConflictError
from cockpit.domain.ids import new_id
from cockpit.domain.pitch import PitchDraft
from cockpit.domain.sections import PitchVersion
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.drafts.keeper import Document, DraftKeeper
from cockpit.ui.drafts.places import pitch_place
from cockpit.ui.pitch_card.notes_editor import NotesEditor, NoteTexts

_NOTE_ID = "note_id"


class PitchNotes(QObject):
    """Fills the editor and saves what was changed in it.

    Every word is kept as a draft a moment after it was typed. A draft has the key of the version
    to be, so that one that was stored just before a crash is neither offered nor stored again.

    Attributes:
        newest: The version that was saved while its customer was in sight.
    """

    #: A version (PitchDraft) is on disk.
    saved = Signal(object)
    #: A version (PitchDraft) could not be saved; the error (Exception).
    failed = Signal(object, object)
    #: Words that were left unsaved stand in the editor again.
    recovered = Signal()

    def __init__(self, ctx: UiContext, editor: NotesEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._editor = editor
        self._customer_id: UUID | None = None
        self._note_id = new_id()
        self._base = NoteTexts()
        self.newest: PitchDraft | None = None
        self._drafts = DraftKeeper(ctx.preferences, ctx.clock, self)
        editor.changed.connect(self._on_editor_changed)

    def is_changed(self) -> bool:
        """Return whether something was written that is no version yet."""
        return self._editor.texts() != self._base

    def fill(
        self, customer_id: UUID, versions: Sequence[PitchVersion], proposal: NoteTexts
    ) -> None:
        """Show what was left unsaved, the last version, or else a proposal."""
        self._customer_id = customer_id
        stored = {one.note_id: NoteTexts.of(one) for one in versions}
        if self.newest is not None and self.newest.note_id not in stored:
            return  # the story was read before it was saved
        self._editor.fill(stored[versions[0].note_id] if versions else proposal)
        self._base = self._editor.texts()
        self._recall(customer_id, stored)

    def flush(self) -> None:
        """Save what was written as a new version."""
        if self._customer_id is None or not self.is_changed():
            return
        self._drafts.flush()
        texts = self._editor.texts()
        former, self._base = self._base, texts
        draft = PitchDraft(self._note_id, self._customer_id, **asdict(texts))
        self._note_id = new_id()
        self._ctx.runner.submit(
            partial(self._ctx.pitches.save, draft),
            lane=Lane.WRITE,
            owner=self,
            key=f"pitch.{draft.note_id}",
            on_result=partial(self._on_saved, draft),
            on_error=partial(self._on_save_error, draft, former),
        )

    def let_go(self) -> None:
        """Save what was written and forget the customer."""
        self.flush()
        self._drafts.flush()
        self._customer_id = self.newest = None
        self._note_id, self._base = new_id(), NoteTexts()
        self._editor.fill(self._base)

    def _recall(self, customer_id: UUID, stored: Mapping[UUID, NoteTexts]) -> None:
        document = self._drafts.recall(pitch_place(customer_id))
        left = NoteTexts.from_document(document)
        if left is None:
            return
        note_id = UUID(str(document[_NOTE_ID]))
        if left in {stored.get(note_id), self._base}:
            self._drafts.forget(pitch_place(customer_id))  # saved just before the program stopped
            return
        self._note_id = new_id() if note_id in stored else note_id
        self._editor.fill(left)
        self.recovered.emit()

    def _document(self) -> Document:
        """Return the draft: nothing where nothing was written."""
        texts = self._editor.texts()
        if texts.is_blank or not self.is_changed():
            return {}
        return {_NOTE_ID: str(self._note_id), **asdict(texts)}

    @Slot()
    def _on_editor_changed(self) -> None:
        if self._customer_id is not None:
            self._drafts.keep_soon(pitch_place(self._customer_id), self._document)

    def _on_saved(self, draft: PitchDraft, is_new: bool) -> None:
        place = pitch_place(draft.customer_id)
        if self._customer_id == draft.customer_id:
            self.newest = draft
            self._drafts.keep_soon(place, self._document)  # what was written since
            self._drafts.flush()
        elif self._drafts.recall(place).get(_NOTE_ID) == str(draft.note_id):
            self._drafts.forget(place)
        self.saved.emit(draft)

    def _on_save_error(self, draft: PitchDraft, former: NoteTexts, error: Exception) -> None:
        if self._customer_id == draft.customer_id:
            self._base = former
            if not isinstance(error, ConflictError):
                self._note_id = draft.note_id  # in doubt: saved again, it is stored once
            self._on_editor_changed()
        self.failed.emit(draft, error)
