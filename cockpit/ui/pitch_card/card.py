"""The pitch card beside the phone: read while it rings, completed before or after."""

from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

import resources
from cockpit.domain.customer import CustomerPanel
from cockpit.domain.errors import GiroError
from cockpit.domain.pitch import PitchCard as Card
from cockpit.domain.pitch import PitchDraft
from cockpit.domain.sections import CustomerStory
from cockpit.ui.contact_form.status_line import StatusLine
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.card_maker import CardMaker
from cockpit.ui.pitch_card.document import CardText, notice
from cockpit.ui.pitch_card.notes import PitchNotes
from cockpit.ui.pitch_card.notes_editor import NotesEditor, NoteTexts
from cockpit.ui.pitch_card.proposals import proposed
from cockpit.ui.pitch_card.view import CardView
from cockpit.ui.theme import Space
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import ranked_label

_LEAST_HEIGHT = 120
#: A card that is not there by then says so; sooner it must not flicker.
PATIENCE_MS = 300


class PitchCard(QWidget):
    """Evidence, answers, offer and goal; expanded, the operator's own notes as well.

    Notes are saved as a new version with Ctrl+S, when the keyboard leaves them, and before the card
    lets go of its customer; nothing that was written waits for a button.
    """

    #: A counter-argument (Argument) to an objection (its name, str) was used.
    argument_chosen = Signal(object, str)
    #: The card wants the whole column (bool), or gives it back.
    expanded_changed = Signal(bool)
    #: The card was folded: the keyboard belongs to the form again.
    focus_released = Signal()
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, cards: CardMaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._cards = cards
        cards.made.connect(self._on_cards_made)
        cards.failed.connect(self._on_cards_failed)
        self._panel: CustomerPanel | None = None
        self._story: CustomerStory | None = None
        self._card: Card | None = None
        self._error: Exception | None = None
        self._used: frozenset[UUID] = frozenset()
        self._is_expanded = False
        self._is_due = False
        self._patience = QTimer(self, interval=PATIENCE_MS)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._show)
        self._build()
        self._retranslate()
        self._show()

    @property
    def is_expanded(self) -> bool:
        """Return whether the card takes the whole column."""
        return self._is_expanded

    # --- what others call ----------------------------------------------------------------------

    def show_for(self, panel: CustomerPanel, story: CustomerStory) -> None:
        """Show a customer's card; the same one again keeps what is being written."""
        is_same = self._panel is not None and _key(self._panel) == _key(panel)
        if not is_same:
            self._let_go()
        self._panel, self._story = panel, story
        if not is_same or not self._notes.is_changed():
            self._fill_notes()
        self._is_due = True
        self._read_if_seen()

    @Slot()
    def clear(self) -> None:
        """Let go of the customer; what was written is saved."""
        self._let_go()
        self._patience.start()

    @Slot()
    def toggle(self) -> None:
        """Take the whole column and the keyboard, or give both back."""
        if self._panel is None and not self._is_expanded:
            return
        self._set_expanded(not self._is_expanded)
        if self._is_expanded:
            self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.flush()
            self.focus_released.emit()

    def step_back(self) -> bool:
        """Fold the card; False where it was not expanded."""
        if not self._is_expanded:
            return False
        self.toggle()
        return True

    @Slot()
    def take_focus(self) -> None:
        """Read, or write, by keyboard from here on."""
        target = self._editor if self._is_expanded else self._view
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def flush(self) -> None:
        """Save what was written as a new version."""
        self._notes.flush()

    # --- reading -------------------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_if_seen()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._patience.stop()

    def _read_if_seen(self) -> None:
        """Ask for the card once it is in sight: whoever browses the list pays nothing for it."""
        if self._is_due and self.isVisible():
            self._read()

    @Slot()
    def _read(self) -> None:
        if self._panel is None or self._story is None:
            return
        self._is_due, self._error = False, None
        if self._card is None:
            self._patience.start()
        self._cards.ask(self._panel, self._story)

    @Slot(object)
    def _on_cards_made(self, card: Card) -> None:
        if self._panel is None or self._is_due or card.customer_id != _key(self._panel):
            return
        self._card = card
        if not self._notes.is_changed():
            self._fill_notes()
        self._show()

    @Slot(object)
    def _on_cards_failed(self, error: Exception) -> None:
        if self._panel is None or self._is_due:
            return
        self._error = error
        self._show()
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here

    # --- notes ---------------------------------------------------------------------------------

    def _fill_notes(self) -> None:
        if self._panel is None or self._story is None:
            return
        proposal = NoteTexts() if self._card is None else proposed(self._card, self._ctx.language)
        self._notes.fill(_key(self._panel), self._story.pitches, proposal)

    def _let_go(self) -> None:
        self._status.clear()
        self._notes.let_go()
        self._panel = self._story = self._card = self._error = None
        self._used, self._is_due = frozenset(), False
        self._view.show_nothing()

    @Slot(object)
    def _on_notes_saved(self, draft: PitchDraft) -> None:
        if self._panel is not None and _key(self._panel) == draft.customer_id:
            self._show()
            at = f"{self._ctx.clock.now().astimezone(self._ctx.clock.zone):%H:%M}"
            self._status.show_plain_done(self.tr("Saved {time}").format(time=at))

    @Slot(object, object)
    def _on_notes_failed(self, draft: PitchDraft, error: Exception) -> None:
        sentence = self._sentence(error)
        if self._panel is not None and _key(self._panel) == draft.customer_id:
            self._status.show_error(sentence)
        else:
            self.message_raised.emit(sentence)
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here

    @Slot()
    def _on_notes_recovered(self) -> None:
        self._status.show_quiet(self.tr("draft recovered"))

    # --- showing -------------------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        self._patience.stop()
        colours, language = self._ctx.theme.colours, self._ctx.language
        if self._card is not None and self._story is not None:
            text = CardText(
                card=self._card,
                versions=self._story.pitches,
                noted_goal=self._noted_goal(),
                used=self._used,
                is_expanded=self._is_expanded,
                language=language,
                zone=self._ctx.clock.zone,
                colours=colours,
            )
            self._view.show_html(text.html())
        elif self._error is not None:
            sentence, again = self._sentence(self._error), self.tr("Try again")
            self._view.show_html(notice(sentence, colours.danger, again))
        elif self._panel is not None:
            self._view.show_html(notice(self.tr("Preparing…"), colours.ink_quiet))
        else:
            sentence = self.tr("Choose a customer to see why they stopped and what to offer.")
            self._view.show_html(notice(sentence, colours.ink_quiet))

    def _noted_goal(self) -> str:
        """Return the goal that was written since the last contact: an older one was for that."""
        if self._notes.newest is not None:
            return self._notes.newest.goal
        if self._panel is None or self._story is None or not self._story.pitches:
            return ""
        version, contacts = self._story.pitches[0], self._panel.profile.contacts
        is_older = any(one.occurred_at >= version.written_at for one in contacts)
        return "" if is_older else version.goal

    @Slot(int)
    def _on_view_argument_used(self, position: int) -> None:
        card = self._card
        if card is None:
            return
        flat = [(one, answer.objection) for answer in card.answers for one in answer.arguments]
        if position < len(flat):
            argument, objection = flat[position]
            self._used |= {argument.argument_id}
            self._show()
            self.argument_chosen.emit(argument, objection)

    def _set_expanded(self, is_expanded: bool) -> None:
        self._is_expanded = is_expanded
        self._editor.setVisible(is_expanded)
        self._retranslate()
        self._show()
        self.expanded_changed.emit(is_expanded)

    def _sentence(self, error: Exception) -> str:
        if isinstance(error, GiroError):
            return resources.text(error.message, self._ctx.language)
        return self.tr("This did not work; what you wrote is still here. Try again.")

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._ctx.theme
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self.setMinimumHeight(_LEAST_HEIGHT)
        self._title = ranked_label("heading", parent=self)
        self._status = StatusLine(theme, self)
        self._fold = IconButton(theme, "chevron-down", self)
        self._fold.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it has its key
        self._fold.clicked.connect(self.toggle)
        self._view = CardView(theme, self)
        self._view.setProperty("role", "card-text")
        self._view.argument_used.connect(self._on_view_argument_used)
        self._view.retry_requested.connect(self._read)
        self._editor = NotesEditor(self)
        self._editor.left.connect(self.flush)
        self._notes = PitchNotes(self._ctx, self._editor, self)
        self._notes.saved.connect(self._on_notes_saved)
        self._notes.failed.connect(self._on_notes_failed)
        self._notes.recovered.connect(self._on_notes_recovered)
        self._editor.hide()
        bind_keys(self, {"Ctrl+S": self.flush})
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._title)
        head.addWidget(self._status, 1)
        head.addWidget(self._fold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.XS, Space.S, Space.S)
        layout.setSpacing(Space.XS)
        layout.addLayout(head)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._editor)
        theme.changed.connect(self._show)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Before the call"))
        self._view.setAccessibleName(self.tr("Before the call"))
        title = self.tr("Fold") if self._is_expanded else self.tr("Expand and write")
        self._fold.set_icon_name("chevron-up" if self._is_expanded else "chevron-down")
        self._fold.set_title(title, "Ctrl+P")


def _key(panel: CustomerPanel) -> UUID:
    return panel.profile.customer_id
