"""What the call says of an objection: which, how it stands, what was answered, how that went."""

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.objections import Argument, ObjectionKind
from cockpit.domain.sections import ObjectionLine
from cockpit.domain.vocabulary import ObjectionState
from cockpit.ui.contact_form.keyed_combo import Choice, KeyedCombo
from cockpit.ui.contact_form.objection_text import KIND, NEW, OWN, ObjectionText
from cockpit.ui.contact_form.wait_row import WaitRow
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.icon_button import IconButton


class ObjectionBlock(QWidget):
    """The rows under the list of objections; in sight only where one is chosen.

    Attributes:
        which: The list of objections, for the form to place: the customer's own first, then the
            catalogue, then a new one.
    """

    #: Something was typed or chosen.
    changed = Signal()
    #: Enter: the operator is done with the objection.
    passed = Signal()
    #: The operator wants to write down another one.
    another_wanted = Signal()
    #: What there is to choose from is another.
    offered = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._kinds: dict[UUID, ObjectionKind] = {}
        self._own: tuple[ObjectionLine, ...] = ()
        self._noted: frozenset[str] = frozenset()
        self._customer_id: UUID | None = None
        self.which = KeyedCombo(parent)
        self.name = QLineEdit(self)
        self._state = KeyedCombo(self)
        self._argument = KeyedCombo(self)
        self._worked = KeyedCombo(self)
        self._another = IconButton(ctx.theme, "plus", self)
        self._another.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it has its key
        self._another.clicked.connect(self.another_wanted)
        self.wait_row = WaitRow(ctx, self)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show_rows()

    def set_catalogue(self, kinds: Sequence[ObjectionKind]) -> None:
        """Offer the catalogue."""
        self._kinds = {kind.kind_id: kind for kind in kinds}
        self._offer()

    def set_own(self, lines: Sequence[ObjectionLine]) -> None:
        """Offer the customer's own objections that still stand."""
        self._own = tuple(one for one in lines if one.state is not ObjectionState.OVERCOME)
        self._offer()

    def set_customer(self, customer_id: UUID) -> None:
        """Forget another customer's objections."""
        if customer_id != self._customer_id:
            self._customer_id = customer_id
            self.wait_row.set_customer(customer_id)
            self.set_own(())

    def use_argument(self, argument: Argument) -> None:
        """Choose a counter-argument and the objection that it answers."""
        self.which.choose(self.key_for(argument))
        self._offer_arguments()
        self._argument.choose(str(argument.argument_id))
        self._show_rows()
        self.changed.emit()

    def fill(self, text: ObjectionText) -> None:
        """Show the texts."""
        self.which.choose(text.objection)
        self.name.setText(text.objection_name)
        self._offer_arguments()
        self._state.choose(text.objection_state)
        self._argument.choose(text.argument)
        self._worked.choose(text.worked)
        self.wait_row.fill(text.wait, text.wait_until)
        self._show_rows()

    def text(self) -> ObjectionText:
        """Return what is said of the objection; blank where none is chosen."""
        key = self.which.key()
        if not key:
            return ObjectionText()
        return ObjectionText(
            objection=key,
            objection_name=self.name.text(),
            objection_state=self._state.key(),
            wait=self.wait_row.condition.key(),
            wait_until=self.wait_row.until.lasting_text(),
            argument=self._argument.key(),
            worked=self._worked.key(),
        )

    def name_of(self, text: ObjectionText) -> str:
        """Return an objection's own name, as far as it is known yet."""
        if text.objection == NEW:
            return text.objection_name.strip()
        own = {f"{OWN}{one.objection_id}": one.name for one in self._own}
        kinds = {f"{KIND}{key}": kind.name for key, kind in self._kinds.items()}
        return (own | kinds).get(text.objection, "…")

    def key_for(self, argument: Argument) -> str:
        """Return the key of what an argument answers: the customer's own, else the catalogue's."""
        own = next((one for one in self._own if one.kind_id == argument.kind_id), None)
        return f"{KIND}{argument.kind_id}" if own is None else f"{OWN}{own.objection_id}"

    def set_noted(self, keys: Collection[str]) -> None:
        """Offer no more what is written down already; new ones there can be several."""
        self._noted = frozenset(keys) - {NEW}
        self._offer()

    def cause(self, key: str) -> QWidget | None:
        """Return the field where an error of this key is mended, or None where it is no matter."""
        return {
            "error.contact_needs_objection": self.which,
            "error.objection_needs_name": self.name,
            "error.objection_needs_condition": self.wait_row,
        }.get(key)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # --- choosing ------------------------------------------------------------------------------

    @Slot()
    def _on_which_picked(self) -> None:
        for field in (self._state, self._argument, self._worked):
            field.choose("")
        self._offer_arguments()
        self._on_detail_picked()

    @Slot()
    def _on_which_passed(self) -> None:
        if self.which.key() == NEW and not self.name.text().strip():
            self.name.setFocus()
        else:
            self.passed.emit()

    @Slot()
    def _on_detail_passed(self) -> None:
        if self.wait_row.isHidden() or self.wait_row.condition.key():
            self.passed.emit()
        else:
            self.wait_row.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_detail_picked(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _show_rows(self) -> None:
        key = self.which.key()
        self.setVisible(bool(key))
        self.name.setVisible(key == NEW)
        self._argument.setVisible(bool(self._arguments()))
        self._worked.setVisible(bool(self._argument.key()))
        if key and self._chosen_state() is ObjectionState.WAITING:
            self.wait_row.open()
        else:
            self.wait_row.hide()

    def _chosen_state(self) -> ObjectionState:
        return ObjectionState(self._state.key() or ObjectionState.OPEN)

    def _kind_id(self) -> UUID | None:
        key = self.which.key()
        if key.startswith(KIND):
            return UUID(key.removeprefix(KIND))
        own = (one.kind_id for one in self._own if key == f"{OWN}{one.objection_id}")
        return next(own, None)

    def _arguments(self) -> tuple[Argument, ...]:
        kind_id = self._kind_id()
        kind = self._kinds.get(kind_id) if kind_id else None
        return kind.arguments if kind else ()

    # --- offering ------------------------------------------------------------------------------

    def _offer(self) -> None:
        standing = {one.kind_id for one in self._own}
        own = [Choice(f"{OWN}{one.objection_id}", self._own_title(one)) for one in self._own]
        kinds = [
            Choice(f"{KIND}{kind.kind_id}", kind.name)
            for kind in self._kinds.values()
            if kind.kind_id not in standing
        ]
        fresh = [one for one in (*own, *kinds) if one.key not in self._noted]
        self.which.offer((*fresh, Choice(NEW, self.tr("New objection…"))))
        self._offer_arguments()
        self._show_rows()
        self.offered.emit()

    def _own_title(self, line: ObjectionLine) -> str:
        if line.woken_at is not None:
            return self.tr("{name} (can be taken up again)").format(name=line.name)
        if line.state is ObjectionState.WAITING:
            return self.tr("{name} (waiting)").format(name=line.name)
        return self.tr("{name} (open)").format(name=line.name)

    def _offer_arguments(self) -> None:
        self._argument.offer(
            [
                Choice(str(one.argument_id), self._argument_title(one), one.text)
                for one in self._arguments()
            ]
        )

    def _argument_title(self, argument: Argument) -> str:
        if not argument.used:
            return argument.text
        success = self.tr("worked {worked} of {used}")
        return f"{argument.text} · {success.format(worked=argument.worked, used=argument.used)}"

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        answered = QHBoxLayout()
        answered.setSpacing(Space.S)
        answered.addWidget(self._state, 4)
        answered.addWidget(self._argument, 6)
        answered.addWidget(self._worked, 4)
        answered.addWidget(self._another)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.name)
        layout.addLayout(answered)
        layout.addWidget(self.wait_row)

    def _connect(self) -> None:
        self.which.picked.connect(self._on_which_picked)
        self.which.passed.connect(self._on_which_passed)
        self.name.textChanged.connect(self.changed)
        self.name.returnPressed.connect(self.passed)
        for field in (self._state, self._argument, self._worked):
            field.picked.connect(self._on_detail_picked)
            field.passed.connect(self._on_detail_passed)
        self.wait_row.changed.connect(self.changed)
        self.wait_row.passed.connect(self.passed)

    def _retranslate(self) -> None:
        self.which.set_title(self.tr("Objection"))
        self._another.set_title(self.tr("Another objection"), "Ctrl+O")
        self.which.set_prompt(self.tr("Objection"))
        self.name.setPlaceholderText(self.tr("New objection, in a few words"))
        self.name.setAccessibleName(self.tr("New objection"))
        self._state.set_title(self.tr("How the objection stands"))
        self._state.set_prompt(self.tr("Open"))
        self._state.offer(
            (
                Choice(ObjectionState.OVERCOME, self.tr("Overcome")),
                Choice(ObjectionState.WAITING, self.tr("Waiting on…")),
            )
        )
        self._argument.set_title(self.tr("Argument used"))
        self._argument.set_prompt(self.tr("Argument used"))
        self._worked.set_title(self.tr("How it went"))
        self._worked.set_prompt(self.tr("Not known yet"))
        self._worked.offer(
            (Choice("yes", self.tr("It worked")), Choice("no", self.tr("It did not work")))
        )
        self._offer()
