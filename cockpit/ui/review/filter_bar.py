"""What is read: words, days, who, what came of it, whom it was about, and how many of each."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.review import MARKS, MOST_OF_EACH, Choice, Mark, ReviewChoices, ReviewFilter
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.ui.context import UiContext
from cockpit.ui.review.words import mark_word
from cockpit.ui.theme import Space
from cockpit.ui.widgets.choice_picker import ChoicePicker
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.spin_boxes import inset
from cockpit.ui.words import status_word

if TYPE_CHECKING:
    from cockpit.domain.periods import Period

#: Who types goes on typing: the list is asked for when they pause.
_PAUSE_MS = 150
_DAYS = (1, 7, 30, 90, 365, 0)
_SETS = ("operators", "teams", "outcomes", "objections", "campaigns")
_REAIS = 100
_MOST_REAIS = 10_000_000


class ReviewFilterBar(QWidget):
    """Two lines of fields; each change is told once it settles.

    Attributes:
        search: Words of the note.
        pickers: By the filter's name.
    """

    #: Something else is to be read.
    changed = Signal()
    #: Enter in a field: the keyboard is wanted in the list.
    done = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._period: Period | None = None
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.days, self.unread = QComboBox(self), QCheckBox(self)
        self.of_each, self.value = QSpinBox(self), QSpinBox(self)
        self.pickers = {name: ChoicePicker(self) for name in (*_SETS, "statuses", "marks")}
        self._labels = {name: ranked_label("caption", parent=self) for name in self.pickers}
        self._value_label = ranked_label("caption", parent=self)
        self.clear_button = QPushButton(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._retranslate()
        self.show_filter(ReviewFilter())
        self._connect()

    def offer(self, choices: ReviewChoices) -> None:
        """Offer what can be asked for; what is ticked stays."""
        for name in _SETS:
            found: Sequence[Choice] = getattr(choices, name)
            picker = self.pickers[name]
            ticked = picker.values()
            with QSignalBlocker(picker):
                picker.set_choices([(str(one.key), one.name) for one in found])
                picker.set_values(ticked)
        is_alone = len(choices.operators) <= 1
        for name in ("operators", "teams"):
            self.pickers[name].setVisible(not is_alone)
            self._labels[name].setVisible(not is_alone)
        self.of_each.setVisible(not is_alone)

    def chosen(self) -> ReviewFilter:
        """Return what is to be read."""
        days = self.days.currentData()
        return ReviewFilter(
            **{name: frozenset(map(UUID, self.pickers[name].values())) for name in _SETS},
            statuses=frozenset(map(LifecycleStatus, self.pickers["statuses"].values())),
            marks=frozenset(map(Mark, self.pickers["marks"].values())),
            value_at_least_cents=self.value.value() * _REAIS,
            last_days=None if days == 0 or self._period else int(days),
            period=self._period,
            is_unread=self.unread.isChecked(),
            of_each=self.of_each.value(),
            text=self.search.text(),
        )

    def show_filter(self, chosen: ReviewFilter) -> None:
        """Show a filter, without telling."""
        blocked = [QSignalBlocker(one) for one in self._fields()]
        self._period = chosen.period
        for name in _SETS:
            self.pickers[name].set_values([str(key) for key in getattr(chosen, name)])
        self.pickers["statuses"].set_values([one.value for one in chosen.statuses])
        self.pickers["marks"].set_values([one.value for one in chosen.marks])
        self.value.setValue(chosen.value_at_least_cents // _REAIS)
        days = 0 if chosen.last_days is None else chosen.last_days
        if self.days.findData(days) < 0:
            self.days.addItem(self._days_word(days), days)
        self.days.setCurrentIndex(self.days.findData(days))
        self.unread.setChecked(chosen.is_unread)
        self.of_each.setValue(chosen.of_each)
        self.search.setText(chosen.text)
        blocked.clear()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            chosen = self.chosen()
            self._retranslate()
            self.show_filter(chosen)

    def _fields(self) -> Iterable[QWidget]:
        return (
            self.search, self.days, self.unread, self.of_each, self.value, *self.pickers.values()
        )  # fmt: skip

    def _lay_out(self) -> None:
        self.of_each.setRange(0, MOST_OF_EACH)
        self.value.setRange(0, _MOST_REAIS)
        self.value.setSingleStep(1_000)
        self.value.setGroupSeparatorShown(True)
        inset(self.of_each, self.value)
        for days in _DAYS:
            self.days.addItem("", days)
        first, second = QHBoxLayout(), QHBoxLayout()
        for one in (first, second):
            one.setSpacing(Space.S)
        first.addWidget(self.search, 1)
        for widget in (self.days, self.unread, self.of_each, self._value_label, self.value):
            first.addWidget(widget)
        for name, picker in self.pickers.items():
            self._labels[name].setBuddy(picker)
            second.addWidget(self._labels[name])
            second.addWidget(picker, 1)
        second.addWidget(self.clear_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        layout.setSpacing(Space.XS)
        layout.addLayout(first)
        layout.addLayout(second)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._pause.start)
        self.search.returnPressed.connect(self.done)
        self.days.currentIndexChanged.connect(self._on_days_changed)
        self.unread.toggled.connect(self._pause.start)
        for spin in (self.of_each, self.value):
            spin.valueChanged.connect(self._pause.start)
        for picker in self.pickers.values():
            picker.changed.connect(self._pause.start)
        self.clear_button.clicked.connect(self.clear)
        self._pause.timeout.connect(self.changed)

    def _retranslate(self) -> None:
        names = {
            "operators": self.tr("Operator"),
            "teams": self.tr("Team"),
            "outcomes": self.tr("Outcome"),
            "objections": self.tr("Objection"),
            "campaigns": self.tr("Campaign"),
            "statuses": self.tr("Status then"),
            "marks": self.tr("Review"),
        }
        for name, word in names.items():
            self._labels[name].setText(word)
            self.pickers[name].setAccessibleName(word)
        self.search.setPlaceholderText(self.tr('Words of the note, "a phrase"  (Ctrl+F)'))
        self.search.setAccessibleName(self.tr("Words of the note"))
        self.days.setAccessibleName(self.tr("Days"))
        for place in range(self.days.count()):
            self.days.setItemText(place, self._days_word(self.days.itemData(place)))
        self.unread.setText(self.tr("Unread"))
        self.of_each.setAccessibleName(self.tr("Unread ones of each operator"))
        self.of_each.setToolTip(
            self.tr("A fair sample: so many unread contacts of each operator, drawn by their keys")
        )
        self.of_each.setSpecialValueText(self.tr("No sample"))
        self.of_each.setSuffix(self.tr(" per operator"))
        self._value_label.setText(self.tr("R$ in 12 months, at least"))
        self.value.setAccessibleName(self._value_label.text())
        self.clear_button.setText(self.tr("Clear"))
        statuses = [(one.value, status_word(one)) for one in LifecycleStatus]
        self._offer_words(self.pickers["statuses"], statuses)
        self._offer_words(self.pickers["marks"], [(m.value, mark_word(m)) for m in MARKS])

    def _offer_words(self, picker: ChoicePicker, words: Sequence[tuple[str, str]]) -> None:
        ticked = picker.values()
        with QSignalBlocker(picker):
            picker.set_choices(words)
            picker.set_values(ticked)

    def _days_word(self, days: int) -> str:
        if days == 0:
            return self.tr("All days")
        return self.tr("Today") if days == 1 else self.tr("%n days", "", days)

    @Slot()
    def clear(self) -> None:
        """Read the usual days without any condition."""
        self.show_filter(ReviewFilter())
        self.changed.emit()

    @Slot()
    def _on_days_changed(self) -> None:
        self._period = None
        self._pause.start()
