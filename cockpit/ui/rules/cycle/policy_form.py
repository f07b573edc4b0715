"""The form of a rule: what decides, the budget of false alarms, the days and the thresholds."""

from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QEvent, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.cycle_policy import CyclePolicy, PolicyKind
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

#: The same ranges as ``CyclePolicy.checked`` keeps, in the units of the fields.
_BUDGET = (1, 60)
_DAYS = {
    "inactive_horizon_days": (30, 730),
    "lost_days": (90, 3650),
    "fixed_at_risk_days": (1, 1825),
    "fixed_inactive_days": (2, 1825),
}
_CYCLES = {"inactive_horizon_cycles": (1.0, 12.0), "recovered_cycles": (0.0, 12.0)}
_SHARE = (1, 90)
_FIELD_WIDTH = 104
S = TypeVar("S", QSpinBox, QDoubleSpinBox)


class BudgetField(QWidget):
    """A percentage by slider and by number, always the same."""

    #: Another percentage (int).
    changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(*_BUDGET)
        self.slider.setPageStep(5)
        self.number = QSpinBox(self)
        self.number.setRange(*_BUDGET)
        self.number.setSuffix("%")
        self.number.setFixedWidth(72)
        self.number.setKeyboardTracking(False)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.slider.valueChanged.connect(self.number.setValue)
        self.number.valueChanged.connect(self.slider.setValue)
        self.number.valueChanged.connect(self.changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.number)

    def set_name(self, name: str) -> None:
        """Say what the percentage is, to those who hear the window."""
        self.slider.setAccessibleName(name)
        self.number.setAccessibleName(name)


class PolicyForm(QWidget):
    """Edits one ``CyclePolicy``; its version goes through untouched.

    Attributes:
        kinds: What decides, one button each.
        budget: The budget of false alarms.
        share: Of returns, under which a customer is inactive, in percent.
        days: The fields of days by the policy's names.
        cycles: The fields of cycles by the policy's names.
    """

    #: Some field has another value.
    changed = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._base = CyclePolicy()
        self._is_filling = False
        self._group = QButtonGroup(self)
        self.kinds = {kind: QRadioButton(self) for kind in PolicyKind}
        for button in self.kinds.values():
            self._group.addButton(button)
        self.budget = BudgetField(self)
        self.share = self._whole(*_SHARE)
        self.days = {name: self._whole(*limits) for name, limits in _DAYS.items()}
        self.cycles = {name: self._decimal(*limits) for name, limits in _CYCLES.items()}
        self._labels: dict[str, QLabel] = {}
        self._hint = ranked_label("caption", parent=self)
        self._hint.setWordWrap(True)
        self._lay_out()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self.retranslate()
        self.show_policy(self._base, can_inherit=False)
        self._connect()

    def show_policy(self, policy: CyclePolicy, *, can_inherit: bool) -> None:
        """Show a rule; only a narrower scope's can be taken back."""
        self._is_filling = True
        self._base = policy
        self.kinds[policy.kind].setChecked(True)
        self.kinds[PolicyKind.INHERITED].setVisible(can_inherit)
        self.budget.number.setValue(round(100 * policy.false_alarm_budget))
        self.share.setValue(round(100 * policy.inactive_return_share))
        for name, field in self.days.items():
            field.setValue(getattr(policy, name))
        for name, decimal in self.cycles.items():
            decimal.setValue(getattr(policy, name))
        self._is_filling = False
        self._show_which_count()

    def policy(self) -> CyclePolicy:
        """Return the rule as the fields have it, not checked."""
        kind = next(kind for kind, button in self.kinds.items() if button.isChecked())
        if kind is PolicyKind.INHERITED:
            return replace(self._base, kind=kind)
        base, budget, share = self._base, self.budget.number.value(), self.share.value()
        return replace(
            base,
            kind=kind,
            false_alarm_budget=_kept(base.false_alarm_budget, budget),
            inactive_return_share=_kept(base.inactive_return_share, share),
            inactive_horizon_days=self.days["inactive_horizon_days"].value(),
            inactive_horizon_cycles=self.cycles["inactive_horizon_cycles"].value(),
            lost_days=self.days["lost_days"].value(),
            recovered_cycles=self.cycles["recovered_cycles"].value(),
            fixed_at_risk_days=self.days["fixed_at_risk_days"].value(),
            fixed_inactive_days=self.days["fixed_inactive_days"].value(),
        )

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab halts, from top to bottom."""
        return (
            self.kinds[PolicyKind.OWN_CYCLE],
            self.budget.slider,
            self.budget.number,
            self.share,
            self.days["inactive_horizon_days"],
            self.cycles["inactive_horizon_cycles"],
            self.kinds[PolicyKind.FIXED_DAYS],
            self.days["fixed_at_risk_days"],
            self.days["fixed_inactive_days"],
            self.kinds[PolicyKind.INHERITED],
            self.days["lost_days"],
            self.cycles["recovered_cycles"],
        )

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.kinds[PolicyKind.OWN_CYCLE].setText(self.tr("Each customer's own cycle"))
        self.kinds[PolicyKind.FIXED_DAYS].setText(self.tr("Fixed number of days"))
        self.kinds[PolicyKind.INHERITED].setText(self.tr("Follow the wider rule"))
        words = {
            "budget": self.tr("False alarms"),
            "share": self.tr("Inactive: chance below"),
            "inactive_horizon_days": self.tr("Within, at least"),
            "inactive_horizon_cycles": self.tr("Or within own cycles"),
            "fixed_at_risk_days": self.tr("At risk from"),
            "fixed_inactive_days": self.tr("Inactive from"),
            "lost_days": self.tr("Lost after"),
            "recovered_cycles": self.tr("Recovered for"),
            "both": self.tr("By either rule"),
        }
        for name, word in words.items():
            self._labels[name].setText(word)
        self.budget.set_name(words["budget"])
        self.share.setAccessibleName(words["share"])
        self.share.setSuffix("%")
        locale = QLocale(self._ctx.language.value)
        for name, field in self.days.items():
            field.setSuffix(self.tr(" days"))
            field.setAccessibleName(words[name])
            field.setLocale(locale)
        for name, decimal in self.cycles.items():
            decimal.setSuffix(self.tr(" cycles"))
            decimal.setAccessibleName(words[name])
            decimal.setLocale(locale)
        self._hint.setText(
            self.tr(
                "Silences that end by themselves and may raise an alert all the same. More of "
                "them: an earlier alert, and more calls in vain."
            )
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.kinds[PolicyKind.OWN_CYCLE])
        own = self._grid()
        self._labels["budget"] = ranked_label("muted", parent=self)
        for widget in (self._labels["budget"], self.budget, self._hint):
            own.addWidget(widget, own.rowCount(), 0, 1, 2)
        self._add(own, "share", self.share)
        for name in ("inactive_horizon_days", "inactive_horizon_cycles"):
            self._add(own, name, self.days.get(name) or self.cycles[name])
        layout.addLayout(own)
        layout.addWidget(self.kinds[PolicyKind.FIXED_DAYS])
        fixed = self._grid()
        for name in ("fixed_at_risk_days", "fixed_inactive_days"):
            self._add(fixed, name, self.days[name])
        layout.addLayout(fixed)
        layout.addWidget(self.kinds[PolicyKind.INHERITED])
        self._labels["both"] = ranked_label("heading", parent=self)
        layout.addWidget(self._labels["both"])
        both = self._grid()
        self._add(both, "lost_days", self.days["lost_days"])
        self._add(both, "recovered_cycles", self.cycles["recovered_cycles"])
        layout.addLayout(both)
        layout.addStretch()

    @staticmethod
    def _grid() -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(Space.XL - 1, 0, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(0, 1)
        return grid

    def _add(self, grid: QGridLayout, name: str, field: QWidget) -> None:
        label = ranked_label("muted", parent=self)
        label.setBuddy(field)
        self._labels[name] = label
        row = grid.rowCount()
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1)

    def _whole(self, low: int, high: int) -> QSpinBox:
        field = QSpinBox(self)
        field.setRange(low, high)
        return self._shaped(field)

    def _decimal(self, low: float, high: float) -> QDoubleSpinBox:
        field = QDoubleSpinBox(self)
        field.setDecimals(1)
        field.setSingleStep(0.5)
        field.setRange(low, high)
        return self._shaped(field)

    @staticmethod
    def _shaped(field: S) -> S:
        """Give a number's field its shape; it tells of a value when the typing is through."""
        field.setKeyboardTracking(False)
        field.setFixedWidth(_FIELD_WIDTH)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        return field

    def _connect(self) -> None:
        self._group.buttonToggled.connect(self._on_kind_toggled)
        for field in (self.budget.number, self.share, *self.days.values()):
            field.valueChanged.connect(self._on_value_changed)
        for decimal in self.cycles.values():
            decimal.valueChanged.connect(self._on_value_changed)

    def _show_which_count(self) -> None:
        """Close the fields while the wider rule counts: none of them would."""
        is_own = not self.kinds[PolicyKind.INHERITED].isChecked()
        fields = (self.budget, self.share, *self.days.values(), *self.cycles.values())
        for field in fields:
            field.setEnabled(is_own)

    @Slot()
    def _on_kind_toggled(self) -> None:
        self._show_which_count()
        self._on_value_changed()

    @Slot()
    def _on_value_changed(self) -> None:
        if not self._is_filling:
            self.changed.emit()


def _kept(share: float, whole: int) -> float:
    """Return a field's percentage as a share, the very one it was filled with if it is the same."""
    return share if round(100 * share) == whole else whole / 100
