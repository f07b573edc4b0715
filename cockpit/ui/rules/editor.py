"""One kind of rule: a form, what it would change, the versions, publishing and going back."""

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.errors import CancelledError, GiroError
from cockpit.domain.rule_fields import fields_of
from cockpit.domain.rules import (
    Effect,
    RuleDraft,
    RuleError,
    RuleKind,
    RuleReading,
    RuleSubject,
    RuleVersion,
    differences,
)
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.rules.effects_view import EffectsView
from cockpit.ui.rules.form import DocumentForm, FormContext
from cockpit.ui.rules.publishing import PublishingSection
from cockpit.ui.rules.versions_view import VersionsView, version_lines
from cockpit.ui.rules.words import Names, kind_explained, subject_word
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import divider, ranked_label

_WITH_SUBJECTS = frozenset({RuleKind.CADENCE, RuleKind.WINDOWS, RuleKind.OFFERS})
_FORM_SHARE, _SIDE_SHARE = 6, 5


class RuleEditor(PublishingSection[RuleVersion]):
    """Edits one kind of rule.

    Attributes:
        form: The draft; None until something was read.
        effects: What it would change.
        versions: What was published.
    """

    #: These customers (list of UUID) are to be listed.
    customers_requested = Signal(object)

    def __init__(self, ctx: UiContext, kind: RuleKind, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._kind = kind
        self._reading: RuleReading | None = None
        self._subject: RuleSubject | None = None
        self._stopped = threading.Event()
        self.form: DocumentForm | None = None
        self._explained = ranked_label("small", parent=self)
        self._explained.setWordWrap(True)
        self.subjects, self.new_button = QComboBox(self), QPushButton(self)
        self.effects = EffectsView(ctx, self)
        self.versions = VersionsView(ctx, self, has_subjects=kind in _WITH_SUBJECTS)
        self._area = QScrollArea(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def kind(self) -> RuleKind:
        """Return which kind is edited."""
        return self._kind

    def draft(self) -> RuleDraft | None:
        """Return what the form says, not checked; None until something was read."""
        subject = self._subject
        if subject is None or self.form is None:
            return None
        return RuleDraft(self._kind, subject.key, subject.version, self.form.document())

    @override
    def trouble(self) -> str:
        return super().trouble() or ("" if self.form is None else self.form.trouble())

    def is_changed(self) -> bool:
        """Return whether the form says something else than what is in force."""
        draft, subject, reading = self.draft(), self._subject, self._reading
        if draft is None or subject is None or reading is None:
            return False
        is_new = all(one.key != subject.key for one in reading.subjects)
        fields = fields_of(self._kind, subject.key)
        return is_new or bool(differences(fields, subject.content, draft.content))

    def take_focus(self) -> None:
        """Take the keyboard."""
        if self._kind in _WITH_SUBJECTS:
            self.subjects.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.form is not None:
            next(iter(self.form.editors.values())).take_focus()

    @override
    def stop(self) -> None:
        self._debounce.stop()
        self._stopped.set()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._explained.setText(kind_explained(self._kind))
        self.subjects.setAccessibleName(self.tr("Whom a rule is for"))
        self.new_button.setText(self.tr("New cadence…"))
        self.effects.retranslate()
        self.versions.retranslate()
        if self._reading is not None:
            self._on_read(self._reading)

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.subjects, 1)
        head.addWidget(self.new_button)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addWidget(self._explained)
        left.addLayout(head)
        left.addWidget(self._area, 1)
        left.addWidget(self._trouble)
        left.addLayout(self._foot())
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addWidget(self.effects, 2)
        right.addWidget(divider(self))
        right.addWidget(self.versions, 3)
        columns = QHBoxLayout()
        columns.setSpacing(Space.L)
        columns.addLayout(left, _FORM_SHARE)
        columns.addWidget(divider(self, vertical=True))
        columns.addLayout(right, _SIDE_SHARE)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        layout.setSpacing(Space.S)
        layout.addWidget(self._notice)
        layout.addLayout(columns, 1)
        self.subjects.setVisible(self._kind in _WITH_SUBJECTS)
        self.new_button.setVisible(self._kind is RuleKind.CADENCE)
        self.setTabOrder(self.subjects, self.new_button)

    def _connect(self) -> None:
        self.subjects.activated.connect(self._on_subject_activated)
        self.new_button.clicked.connect(self._on_new_clicked)
        self.undo_button.clicked.connect(self._on_undo_clicked)
        self.effects.busy.stop_requested.connect(self._on_stop_requested)
        self.effects.customers_requested.connect(self.customers_requested)
        self.versions.roll_back_requested.connect(self._on_roll_back_requested)

    def _order_stops(self) -> None:
        """Let Tab go from the form to its buttons, to what would change, to the versions."""
        stops: tuple[QWidget, ...] = (
            self.undo_button, self.publish_button, self.effects.table, self.versions.table,
            self.versions.roll_back_button, self.versions.changes,
        )  # fmt: skip
        for stop, following in pairwise(stops):
            QWidget.setTabOrder(stop, following)

    # --- what is shown -------------------------------------------------------------------------

    @override
    def _read(self) -> None:
        work = partial(self._ctx.rules().read, self._kind)
        self._ask(work, key="rules", on_result=self._on_read)

    def _on_read(self, reading: RuleReading) -> None:
        kept = self.draft() if self.is_changed() else None
        self._reading = reading
        self._show_content()
        former = "" if self._subject is None else self._subject.key
        keys = [one.key for one in reading.subjects]
        language, follows = self._ctx.language, self.tr("as the wider rule")
        with QSignalBlocker(self.subjects):
            self.subjects.clear()
            for one in reading.subjects:
                words = subject_word(self._kind, one.key, language)
                shown = words if one.is_own or not one.key else f"{words} · {follows}"
                self.subjects.addItem(shown, one.key)
            row = keys.index(former) if former in keys else 0
            self.subjects.setCurrentIndex(row)
        self._subject = reading.subjects[row]
        may = self._may_publish()
        names = self._names(reading)
        lines = version_lines(reading, self._ctx.clock.zone)
        self.versions.show_lines(lines, names, may_publish=may)
        self._say_what_may_be_done()
        self._fill()
        if kept is not None and kept.subject == self._subject.key and self.form is not None:
            self.form.show_document(kept.content)  # what somebody is writing stays
            self._on_form_changed()

    def _names(self, reading: RuleReading) -> Names:
        """Return the words for choices, those of the document's own entries included."""
        if self._kind is not RuleKind.OUTCOMES:
            return reading.names
        outcomes = reading.subjects[0].content["outcomes"]
        own = tuple((one["code"], one["name"]) for one in outcomes)
        return {**reading.names, "outcome_code": own}

    def _fill(self) -> None:
        """Show the chosen subject's rule in a form of its fields."""
        subject, reading = self._subject, self._reading
        if subject is None or reading is None:
            return
        ctx = self._ctx
        about = FormContext(
            ctx.theme, ctx.language, self._kind, self._names(reading), reading.used,
            dict(reading.measured),
        )  # fmt: skip
        former = self._area.takeWidget()
        self.form = DocumentForm(fields_of(self._kind, subject.key), about, self._area)
        self.form.changed.connect(self._on_form_changed)
        self._area.setWidget(self.form)
        if former is not None:
            former.deleteLater()
        self.form.show_document(subject.content)
        self._trouble.hide()
        self.effects.wait(is_changed=False)
        self._order_stops()
        self._offer_publishing()

    @override
    def _is_allowed(self) -> bool | None:
        return None if self._reading is None else self._reading.may_publish

    def _offer_publishing(self) -> None:
        is_changed = self.is_changed()
        is_tried = self.effects.effects is not None
        self.undo_button.setEnabled(is_changed)
        self.publish_button.setEnabled(is_changed and is_tried and self._may_publish())

    @override
    def _say_trouble(self, error: GiroError) -> None:
        """Say what is wrong: at its field, or above the buttons where it has none."""
        if isinstance(error, RuleError) and self.form is not None:
            self.form.show_trouble(error.path, self._error_sentence(error))
            if self.form.trouble():
                return
        super()._say_trouble(error)

    # --- trying --------------------------------------------------------------------------------

    @Slot()
    @override
    def simulate(self) -> None:
        self._debounce.stop()
        self._stopped.set()
        draft = self.draft()
        if draft is None or not self.is_changed():
            self.effects.wait(is_changed=False)
            self._offer_publishing()
            return
        self._stopped = threading.Event()
        self.effects.wait(is_changed=True)
        work = partial(self._ctx.rules().simulate, draft, is_cancelled=self._stopped.is_set)
        self._ctx.runner.submit(
            work,
            lane=Lane.LONG,
            owner=self,
            key="simulate",
            on_result=self._on_simulated,
            on_error=self._on_simulation_failed,
        )

    def _on_simulated(self, effects: tuple[Effect, ...]) -> None:
        self.effects.show_effects(effects)
        self._offer_publishing()

    def _on_simulation_failed(self, error: Exception) -> None:
        self.effects.wait(is_changed=False)
        if isinstance(error, CancelledError):
            return
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here
        self._say_trouble(error)
        self._offer_publishing()

    # --- publishing ----------------------------------------------------------------------------

    @Slot()
    @override
    def publish(self) -> None:
        draft = self.draft()
        if draft is None or not self.publish_button.isEnabled():
            return
        title = self.tr("Publish the rule?")
        self._ask_to_publish(title, self.effects.sentences(), self._publishing(draft))

    def _publishing(self, draft: RuleDraft) -> Callable[[str], RuleVersion]:
        """Return what publishes a draft with a note."""

        def publish(note: str) -> RuleVersion:
            return self._ctx.rules().publish(replace(draft, note=note))

        return publish

    @override
    def _on_published(self, version: RuleVersion) -> None:
        self.message_raised.emit(self.tr("The rule is in force."))
        known = () if self._reading is None else self._reading.subjects
        new = RuleSubject(version.subject, version.version, version.content)
        self._subject = next((one for one in known if one.key == version.subject), new)
        self.form = None
        self.reload()

    # --- what the user does --------------------------------------------------------------------

    @Slot(int)
    def _on_subject_activated(self, row: int) -> None:
        if self._reading is not None:
            self._subject = self._reading.subjects[row]
            self._fill()

    @Slot()
    def _on_new_clicked(self) -> None:
        """Begin a cadence from the one that is shown."""
        name, is_given = QInputDialog.getText(
            self, self.tr("New cadence"), self.tr("What is it called?")
        )
        if is_given and name.strip():
            self.begin(name.strip())

    def begin(self, name: str) -> None:
        """Begin a cadence of that name with what the form says."""
        draft, reading = self.draft(), self._reading
        if draft is None or reading is None:
            return
        known = next((one for one in reading.subjects if one.key == name), None)
        self._subject = known or RuleSubject(name, 0, draft.content, is_own=False)
        if known is None:
            self.subjects.addItem(name, name)
        self.subjects.setCurrentIndex(self.subjects.findData(name))
        self._fill()
        self._on_form_changed()

    @Slot()
    def _on_form_changed(self) -> None:
        self._trouble.hide()
        self._stopped.set()
        self.effects.wait(is_changed=self.is_changed())
        self._offer_publishing()
        self._debounce.start()

    @Slot()
    def _on_undo_clicked(self) -> None:
        self._stopped.set()
        self._debounce.stop()
        self._fill()

    @Slot()
    def _on_stop_requested(self) -> None:
        self._stopped.set()
        self.effects.busy.wind_down(self.tr("Stopping…"))

    @Slot(object)
    def _on_roll_back_requested(self, version: RuleVersion) -> None:
        """Try the old rule first, so that its return is decided by what it changes too."""
        self._ctx.runner.submit(
            partial(_tried_return, self._ctx, version),
            lane=Lane.LONG,
            owner=self,
            key="roll_back",
            on_result=self._on_return_tried,
            on_error=self._on_publish_failed,
        )

    def _on_return_tried(self, tried: tuple[RuleDraft, tuple[Effect, ...]]) -> None:
        draft, effects = tried
        shown = EffectsView(self._ctx)
        shown.show_effects(effects)
        title = self.tr("Return to this version?")
        self._ask_to_publish(title, shown.sentences(), self._publishing(draft))
        shown.deleteLater()


def _tried_return(ctx: UiContext, version: RuleVersion) -> tuple[RuleDraft, tuple[Effect, ...]]:
    """Return an older version as a draft, and what publishing it would change."""
    rules = ctx.rules()
    draft = rules.returning(version.kind, version.version_id)
    return draft, rules.simulate(draft)
