"""All that a call says of objections: one stands in the fields, the others are lines above it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from cockpit.domain.errors import BadInputError
from cockpit.domain.objections import Argument, ObjectionDraft
from cockpit.ui.contact_form.noted_objections import NotedObjections
from cockpit.ui.contact_form.objection_block import ObjectionBlock
from cockpit.ui.contact_form.objection_text import ObjectionText
from cockpit.ui.context import UiContext


class Objections(QObject):
    """Moves objections between the fields and the lines.

    Attributes:
        block: The fields of one objection.
        noted: The lines of the others.
    """

    #: Something was typed or chosen.
    changed = Signal()
    #: Enter: the operator is done with the objection.
    passed = Signal()

    def __init__(self, ctx: UiContext, now: Callable[[], datetime], parent: QWidget) -> None:
        """Make the widgets, for the form to place.

        Args:
            ctx: The context.
            now: Returns the local instant by which a day in words is meant.
            parent: The form's fields.
        """
        super().__init__(parent)
        self._now = now
        self.block = ObjectionBlock(ctx, parent)
        self.noted = NotedObjections(self.block, parent)
        self.block.changed.connect(self.changed)
        self.block.passed.connect(self.passed)
        self.noted.changed.connect(self.changed)
        self.noted.wanted.connect(self._on_noted_wanted)

    def texts(self) -> tuple[ObjectionText, ...]:
        """Return what is written down, and last what stands in the fields."""
        text = self.block.text()
        return (*self.noted.texts(), text) if text.objection else self.noted.texts()

    def show(self, texts: Sequence[ObjectionText]) -> None:
        """Show the last one in the fields, and the others above it."""
        *noted, last = texts or (ObjectionText(),)
        self.noted.set_texts(noted)
        self.block.fill(last)

    def drafts(self) -> tuple[ObjectionDraft, ...]:
        """Return them as they are stored.

        Raises:
            BadInputError: One is not fit to be stored; it stands in the fields then.
        """
        now, drafts = self._now(), []
        for row, text in enumerate(self.texts()):
            try:
                drafts.append(text.draft(now))
            except BadInputError:
                self._take_up(row)
                raise
        return tuple(drafts)

    def next(self) -> None:
        """Write down the objection in hand, and go where the next one is chosen.

        Raises:
            BadInputError: Something is missing of the one in hand.
        """
        text = self.block.text()
        if text.objection:
            text.draft(self._now())
            self.show((*self.texts(), ObjectionText()))
            self.changed.emit()
        self.block.which.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def use_argument(self, argument: Argument) -> None:
        """Note that a counter-argument was used; what is said of others stays as it is."""
        key, texts = self.block.key_for(argument), self.texts()
        row = next((row for row, one in enumerate(texts) if one.objection == key), None)
        if row is None:
            self.show((*texts, ObjectionText()))
        else:
            self._take_up(row)
        self.block.use_argument(argument)

    def _take_up(self, row: int) -> None:
        texts = self.texts()
        self.show((*texts[:row], *texts[row + 1 :], texts[row]))

    @Slot(int)
    def _on_noted_wanted(self, row: int) -> None:
        self._take_up(row)
        self.block.which.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
