"""The agenda's upper line: what is shown, whose, and which days."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.agenda_view import AgendaOwner
from cockpit.ui.agenda.words import owner_word
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.labels import ranked_label


class View(IntEnum):
    """The ways to look at the agenda."""

    DAY = 0
    OVERDUE = 1
    WEEK = 2
    MONTH = 3


class AgendaHead(QWidget):
    """Chips for the views, the days shown with steps to both sides, and whose agenda it is."""

    #: Another view is wanted (View).
    view_chosen = Signal(object)
    #: Somebody else's agenda is wanted (AgendaOwner).
    owner_chosen = Signal(object)
    #: The days before or after are wanted (-1 or 1); 0 is the present day.
    stepped = Signal(int)

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._overdue = 0
        self._owners: tuple[AgendaOwner, ...] = ()
        self._chips = [QPushButton(self) for _ in View]
        self._group = QButtonGroup(self)
        for number, chip in enumerate(self._chips):
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            self._group.addButton(chip, number)
        self._chips[View.DAY].setChecked(True)
        self._group.idClicked.connect(self._on_chip_clicked)
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._on = IconButton(ctx.theme, "chevron-right", self)
        self._now = QPushButton(self)
        self._now.setProperty("kind", "quiet")
        self._period = ranked_label("heading", parent=self)
        self._load = ranked_label("small", parent=self)
        self._owner = QComboBox(self)
        self._owner.setMinimumContentsLength(14)
        self._owner.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._owner.activated.connect(self._on_owner_activated)
        self._back.clicked.connect(self._on_back_clicked)
        self._on.clicked.connect(self._on_on_clicked)
        self._now.clicked.connect(self._on_now_clicked)
        self._lay_out()
        self._retranslate()

    @property
    def owner(self) -> AgendaOwner | None:
        """Return whose agenda is chosen; None before the choices are known."""
        index = self._owner.currentIndex()
        return self._owners[index] if 0 <= index < len(self._owners) else None

    def set_owners(self, owners: Sequence[AgendaOwner]) -> None:
        """Offer these agendas; the chosen one stays chosen where it is among them."""
        former = self.owner
        self._owners = tuple(owners)
        self._owner.clear()
        self._owner.addItems([owner_word(one) for one in self._owners])
        if former in self._owners:
            self._owner.setCurrentIndex(self._owners.index(former))

    def choose_view(self, view: View) -> None:
        """Mark a view as the one shown."""
        self._chips[view].setChecked(True)
        for widget in (self._back, self._on, self._now):
            widget.setVisible(view is not View.OVERDUE)

    def show_period(self, period: str, load: str, *, is_over: bool) -> None:
        """Say which days are shown and how much they hold."""
        self._period.setText(period)
        self._load.setText(load)
        role = "danger" if is_over else "small"
        if self._load.property("role") != role:
            self._load.setProperty("role", role)
            self._load.style().polish(self._load)

    def show_overdue(self, count: int) -> None:
        """Say how many are overdue."""
        self._overdue = count
        number = formats.integer(count, self._ctx.language)
        words = self.tr("Overdue {count}").format(count=number if count else "").strip()
        self._chips[View.OVERDUE].setText(words)

    def focus_owner(self) -> None:
        """Open the choice of whose agenda is shown."""
        self._owner.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._owner.showPopup()

    def period(self) -> str:
        """Return which days are said to be shown."""
        return self._period.text()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
        layout.setSpacing(Space.S)
        for chip in self._chips:
            layout.addWidget(chip)
        layout.addSpacing(Space.L)
        for widget in (self._back, self._on, self._now, self._period):
            layout.addWidget(widget)
        layout.addSpacing(Space.M)
        layout.addWidget(self._load)
        layout.addStretch()
        layout.addWidget(self._owner)

    def _retranslate(self) -> None:
        titles = (self.tr("Day"), "", self.tr("Week"), self.tr("Month"))
        for number, (chip, title) in enumerate(zip(self._chips, titles, strict=True), start=1):
            if title:
                chip.setText(title)
            chip.setToolTip(f"Alt+{number}")
        self.show_overdue(self._overdue)
        self._now.setText(self.tr("Today"))
        self._now.setToolTip("Ctrl+Home")
        self._back.set_title(self.tr("Before"), "Ctrl+PgUp")
        self._on.set_title(self.tr("After"), "Ctrl+PgDown")
        self._owner.setAccessibleName(self.tr("Whose agenda"))
        self._owner.setToolTip(self.tr("Whose agenda (Alt+5)"))
        self.set_owners(self._owners)

    @Slot(int)
    def _on_chip_clicked(self, number: int) -> None:
        self.view_chosen.emit(View(number))

    @Slot(int)
    def _on_owner_activated(self, index: int) -> None:
        self.owner_chosen.emit(self._owners[index])

    @Slot()
    def _on_back_clicked(self) -> None:
        self.stepped.emit(-1)

    @Slot()
    def _on_on_clicked(self) -> None:
        self.stepped.emit(1)

    @Slot()
    def _on_now_clicked(self) -> None:
        self.stepped.emit(0)
