"""The page of the settings on which a user says how they want to be reminded."""

from datetime import time
from functools import partial

from PySide6.QtCore import QTime, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from cockpit.domain.announcements import Manner, Quiet
from cockpit.domain.rights import Task
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.spin_boxes import inset

_MOST_MINUTES = 24 * 60
_LUNCH = QTime(12, 0), QTime(13, 0)


class RemindersPage(QWidget):
    """Name, sound and quiet are the user's own; when the team is told is the company's."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._stored_minutes: int | None = None
        self.title = self.tr("Reminders")
        self.names = QCheckBox(self.tr("Name the customer in the desktop's notification"), self)
        self.sound = QCheckBox(self.tr("With sound"), self)
        self.daily = QCheckBox(self.tr("Do not disturb every day, from"), self)
        self.daily_from, self.daily_until = QTimeEdit(self), QTimeEdit(self)
        self.minutes = QSpinBox(self)
        self._build()

    def start(self) -> None:
        """Show what is set."""
        manner = self._ctx.reminder_clock.quiet.manner
        start, end = manner.quiet.daily_from, manner.quiet.daily_until
        self.names.setChecked(manner.names_customers)
        self.sound.setChecked(manner.has_sound)
        self.daily.setChecked(start is not None and end is not None)
        self.daily_from.setTime(_LUNCH[0] if start is None else QTime(start.hour, start.minute))
        self.daily_until.setTime(_LUNCH[1] if end is None else QTime(end.hour, end.minute))
        self._on_daily_toggled(self.daily.isChecked())
        self.minutes.setEnabled(False)
        self._ctx.runner.submit(
            self._ctx.reminders.escalation_minutes,
            lane=Lane.READ,
            owner=self,
            key="escalation",
            on_result=self._on_minutes,
        )

    def save(self) -> None:
        """Store what was changed."""
        has_daily = self.daily.isChecked()
        quiet = Quiet(
            daily_from=_time(self.daily_from.time()) if has_daily else None,
            daily_until=_time(self.daily_until.time()) if has_daily else None,
        )
        manner = Manner(self.names.isChecked(), self.sound.isChecked(), quiet)
        self._ctx.reminder_clock.quiet.set_manner(manner)
        minutes = self.minutes.value()
        if self.minutes.isEnabled() and minutes != self._stored_minutes:
            self._stored_minutes = minutes
            self._ctx.runner.submit(
                partial(self._ctx.reminders.set_escalation_minutes, minutes),
                lane=Lane.WRITE,
                owner=self._ctx.runner,
                key="escalation",
                on_result=_need_nothing,
            )

    def _build(self) -> None:
        for box, name in (
            (self.daily_from, self.tr("Do not disturb from")),
            (self.daily_until, self.tr("Do not disturb until")),
        ):
            box.setDisplayFormat("HH:mm")
            box.setAccessibleName(name)
            inset(box)
        self.daily.toggled.connect(self._on_daily_toggled)
        self.minutes.setRange(0, _MOST_MINUTES)
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.setSpecialValueText(self.tr("never"))
        inset(self.minutes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.M, 0, 0)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("heading", self.tr("On the desktop"), self))
        layout.addWidget(self.names)
        layout.addWidget(self.sound)
        until = ranked_label("muted", self.tr("until"), self)
        layout.addLayout(_line(self.daily, self.daily_from, until, self.daily_until))
        hint = self.tr("What falls due meanwhile comes afterwards, together. Shift+F4: an hour.")
        layout.addWidget(_wrapped(ranked_label("small", hint, self)))
        layout.addWidget(ranked_label("heading", self.tr("Without an answer"), self))
        team = ranked_label("muted", self.tr("Tell the team after"), self)
        team.setBuddy(self.minutes)
        self.minutes.setAccessibleName(team.text())
        layout.addLayout(_line(team, self.minutes))
        whose = (
            self.tr("A callback with a time that nobody answers goes to everybody of the team.")
            if self._ctx.user.may(Task.CHANGE_COMPANY_SETTINGS)
            else self.tr("This is the company's: your supervisor sets it.")
        )
        layout.addWidget(_wrapped(ranked_label("small", whose, self)))
        layout.addStretch()

    def _on_minutes(self, minutes: int) -> None:
        self._stored_minutes = minutes
        self.minutes.setValue(minutes)
        self.minutes.setEnabled(self._ctx.user.may(Task.CHANGE_COMPANY_SETTINGS))

    @Slot(bool)
    def _on_daily_toggled(self, is_daily: bool) -> None:
        self.daily_from.setEnabled(is_daily)
        self.daily_until.setEnabled(is_daily)


def _line(*widgets: QWidget) -> QHBoxLayout:
    """Lay widgets out beside each other, as wide as they need."""
    line = QHBoxLayout()
    line.setSpacing(Space.S)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch()
    return line


def _wrapped(label: QLabel) -> QLabel:
    label.setWordWrap(True)
    return label


def _time(moment: QTime) -> time:
    return time(moment.hour(), moment.minute())


def _need_nothing(nothing: None) -> None:
    """Need nothing: the feed tells everybody."""
