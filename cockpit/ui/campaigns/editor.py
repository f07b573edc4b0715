"""A campaign as it is planned: what, when, whom, who calls; and beside it what publishing does."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.campaigns import (
    MOST_HELD_OUT_BP,
    CampaignChoices,
    CampaignPlan,
    Goal,
    GoalKind,
    Mentioned,
)
from cockpit.domain.errors import BadInputError
from cockpit.domain.money_text import parse_reais
from cockpit.domain.natural_date import parse
from cockpit.ui.campaigns import words
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.choice_picker import ChoicePicker
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.spin_boxes import inset

_SOON_MS = 250
_BP = 100
_USER, _TEAM = "user:", "team:"
_LIST_HEIGHT = 64
_CENTS = 100


class CampaignEditor(QWidget):
    """The fields of a plan; what it would do is asked for a moment after each change.

    Attributes:
        customer_ids: Whom it is for, as far as they may be in it.
    """

    #: The plan is another, or whom it is for.
    changed = Signal()
    #: Codes and documents (str) were pasted.
    list_given = Signal(str)
    #: A file with them is wanted.
    file_requested = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._key: UUID | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._source: dict[str, str] = {}
        self._choices = CampaignChoices()
        self.customer_ids: tuple[UUID, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_plan(self, plan: CampaignPlan, customer_ids: Sequence[UUID]) -> None:
        """Begin with a plan and whom it is for."""
        self._key, self._source = plan.campaign_id, dict(plan.source)
        self.name.setText(plan.name)
        self.starts.setText(formats.day(plan.starts_on))
        self.ends.setText(formats.day(plan.ends_on))
        self.purpose.setText(plan.purpose)
        kind = None if plan.goal is None else plan.goal.kind
        self.goal_kind.setCurrentIndex(0 if kind is None else 1 + list(GoalKind).index(kind))
        self.goal_target.setText("" if plan.goal is None else _target_text(plan.goal))
        self._choose_script(plan.script_id)
        self.hold_out.setValue(plan.hold_out_bp // _BP)
        self.overlap.setChecked(plan.allows_overlap)
        self.callers.set_values([f"{_USER}{one}" for one in plan.operator_ids])
        self.list_text.clear()
        self._found.clear()
        self.set_customers(customer_ids)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_choices(self, choices: CampaignChoices) -> None:
        """Offer who may call, and the scripts."""
        chosen, script = self.callers.values(), self._script()
        self._choices = choices
        teams = sorted({one.team for one in choices.people if one.team})
        offered = [(f"{_TEAM}{one}", self.tr("Team {name}").format(name=one)) for one in teams]
        offered += [(f"{_USER}{one.user_id}", one.name) for one in choices.people]
        self.callers.set_choices(offered)
        self.callers.set_values(chosen)
        self.script.clear()
        self.script.addItem(self.tr("no script"))
        self.script.addItems([name for _, name in choices.scripts])
        self._choose_script(script)

    def set_customers(self, customer_ids: Sequence[UUID]) -> None:
        """Take other customers."""
        self.customer_ids = tuple(dict.fromkeys(customer_ids))
        self._whom.setText(self._chosen_words())
        self.changed.emit()

    def add_mentioned(self, found: Mentioned) -> None:
        """Take in whom a list names as well, and say what it names nobody by."""
        before = len(self.customer_ids)
        self.set_customers((*self.customer_ids, *found.customer_ids))
        self._source["list"] = str(len(found.customer_ids))
        parts = [self.tr("%n client(s) added", "", len(self.customer_ids) - before)]
        if found.unknown:
            unknown = ", ".join(found.unknown[:5]) + ("…" if len(found.unknown) > 5 else "")
            parts.append(self.tr("nobody has {words}").format(words=unknown))
        if found.ambiguous:
            parts.append(self.tr("%n line(s) name several clients", "", len(found.ambiguous)))
        self._found.setText(" · ".join(parts))

    def plan(self) -> CampaignPlan:
        """Return the plan.

        Raises:
            BadInputError: A field says what makes no sense.
        """
        assert self._key is not None  # noqa: S101 - a plan is shown first
        kind = self._goal_kind()
        plan = CampaignPlan(
            campaign_id=self._key,
            name=self.name.text().strip(),
            starts_on=self._day(self.starts),
            ends_on=self._day(self.ends),
            goal=None if kind is None else Goal(kind, self._target(kind)),
            purpose=self.purpose.text().strip(),
            script_id=self._script(),
            hold_out_bp=self.hold_out.value() * _BP,
            allows_overlap=self.overlap.isChecked(),
            operator_ids=self._operators(),
            source=self._source,
        )
        plan.check()
        return plan

    def retranslate(self) -> None:
        """Say everything in the present language."""
        named: dict[QWidget, str] = {
            self.name: self.tr("Name"),
            self.starts: self.tr("First day"),
            self.ends: self.tr("Last day"),
            self.purpose: self.tr("What it is for"),
            self.goal_kind: self.tr("Goal"),
            self.goal_target: self.tr("How many, or how many R$"),
            self.script: self.tr("Script in the call"),
            self.hold_out: self.tr("Left alone to compare with"),
            self.callers: self.tr("Who calls"),
            self.list_text: self.tr("Codes or documents, one a line"),
        }
        for field, text in named.items():
            field.setAccessibleName(text)
            if field in self._labels:
                self._labels[field].setText(text)
        self._labels[self.starts].setText(self.tr("First and last day"))
        self.overlap.setText(self.tr("Clients of other campaigns as well"))
        self.add_button.setText(self.tr("Add these"))
        self.file_button.setText(self.tr("From a file…"))
        self._everybody.setText(self.tr("nobody chosen: everybody calls"))
        self.list_text.setPlaceholderText(self.tr("Codes, CNPJ or CPF, one client a line"))
        self.goal_kind.setItemText(0, self.tr("no goal in numbers"))
        for place, kind in enumerate(GoalKind, start=1):
            self.goal_kind.setItemText(place, words.goal_word(kind))
        self.hold_out.setSuffix("%")
        self._whom.setText(self._chosen_words())

    def _chosen_words(self) -> str:
        count = len(self.customer_ids)
        return self.tr("%n client(s) chosen", "", count) if count else self.tr("No client chosen")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self._labels: dict[QWidget, QLabel] = {}
        self.name, self.starts, self.ends = (QLineEdit(self) for _ in range(3))
        self.purpose, self.goal_target = QLineEdit(self), QLineEdit(self)
        self.goal_kind, self.script = QComboBox(self), QComboBox(self)
        self.goal_kind.addItems([""] * (1 + len(GoalKind)))
        self.script.addItem("")
        self.hold_out = QSpinBox(self)
        self.hold_out.setRange(0, MOST_HELD_OUT_BP // _BP)
        inset(self.hold_out)
        self.overlap = QCheckBox(self)
        self.callers = ChoicePicker(self)
        self._everybody = ranked_label("small", parent=self)
        self._whom = ranked_label("heading", parent=self)
        self.list_text = QPlainTextEdit(self)
        self.list_text.setTabChangesFocus(True)
        self.list_text.setFixedHeight(_LIST_HEIGHT)
        self.add_button, self.file_button = QPushButton(self), QPushButton(self)
        self._found = ranked_label("small", parent=self)
        self._found.setWordWrap(True)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(Space.M)
        form.setVerticalSpacing(Space.S)
        for field, row in (
            (self.name, self.name),
            (self.starts, _beside(self, self.starts, self.ends)),
            (self.purpose, self.purpose),
            (self.goal_kind, _beside(self, self.goal_kind, self.goal_target)),
            (self.script, self.script),
            (self.hold_out, self.hold_out),
            (self.callers, self.callers),
        ):
            self._labels[field] = ranked_label("muted", parent=self)
            form.addRow(self._labels[field], row)
        form.addRow("", self._everybody)
        form.addRow("", self.overlap)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.file_button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        layout.setSpacing(Space.S)
        layout.addLayout(form)
        layout.addWidget(divider(self))
        layout.addWidget(self._whom)
        layout.addWidget(self.list_text)
        layout.addLayout(buttons)
        layout.addWidget(self._found)
        layout.addStretch()

    def _connect(self) -> None:
        for line in (self.name, self.starts, self.ends, self.purpose, self.goal_target):
            line.textChanged.connect(self._on_any_field_changed)
        for box in (self.goal_kind, self.script):
            box.currentIndexChanged.connect(self._on_any_field_changed)
        self.hold_out.valueChanged.connect(self._on_any_field_changed)
        self.overlap.toggled.connect(self._on_any_field_changed)
        self.callers.changed.connect(self._on_callers_changed)
        self.add_button.clicked.connect(self._on_add_button_clicked)
        self.file_button.clicked.connect(self.file_requested)
        self._soon.timeout.connect(self.changed)

    # --- what is typed -------------------------------------------------------------------------

    def _day(self, field: QLineEdit) -> date:
        text = field.text().strip()
        try:
            return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            now = self._ctx.clock.now().astimezone(self._ctx.clock.zone)
            moment = parse(text, now=now)
        if moment is None:
            raise BadInputError("filter_day_unknown", text=text)
        return moment.day

    def _target(self, kind: GoalKind) -> int:
        text = self.goal_target.text().strip()
        if kind is GoalKind.MONEY:
            cents = parse_reais(text)
            return 0 if cents is None else cents
        plain = text.replace(".", "").replace(" ", "")
        return int(plain) if plain.isdecimal() else 0

    def _goal_kind(self) -> GoalKind | None:
        place = self.goal_kind.currentIndex()
        return list(GoalKind)[place - 1] if place > 0 else None

    def _script(self) -> UUID | None:
        place = self.script.currentIndex()
        return self._choices.scripts[place - 1][0] if place > 0 else None

    def _choose_script(self, key: UUID | None) -> None:
        keys = [None, *(one for one, _ in self._choices.scripts)]
        self.script.setCurrentIndex(keys.index(key) if key in keys else 0)

    def _operators(self) -> frozenset[UUID]:
        """Return who calls: those who were chosen, and who is in chosen teams now."""
        chosen = self.callers.values()
        teams = {one[len(_TEAM) :] for one in chosen if one.startswith(_TEAM)}
        named = {UUID(one[len(_USER) :]) for one in chosen if one.startswith(_USER)}
        return frozenset(
            named | {one.user_id for one in self._choices.people if one.team and one.team in teams}
        )

    @Slot()
    def _on_any_field_changed(self) -> None:
        self._soon.start()

    @Slot()
    def _on_callers_changed(self) -> None:
        self._everybody.setVisible(not self.callers.values())
        self._soon.start()

    @Slot()
    def _on_add_button_clicked(self) -> None:
        if self.list_text.toPlainText().strip():
            self.list_given.emit(self.list_text.toPlainText())


def _target_text(goal: Goal) -> str:
    if goal.kind is GoalKind.MONEY:
        return f"{goal.target / _CENTS:.2f}".replace(".", ",")
    return str(goal.target)


def _beside(parent: QWidget, *widgets: QWidget) -> QWidget:
    row = QWidget(parent)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(Space.S)
    for one in widgets:
        layout.addWidget(one, 1)
    return row
