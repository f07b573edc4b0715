"""The fields of what a client likes best: channel, hours, days, person."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.calling_window import Wishes
from cockpit.domain.contact_wishes import ContactWishes
from cockpit.domain.customer import ContactPerson
from cockpit.domain.vocabulary import Channel
from cockpit.domain.wished_hours import hours_text, parse_hours
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.wishes.words import LABELS, WEEK, hours_words, weekday_word
from cockpit.ui.words import channel_word


class WishesFields(QWidget):
    """Takes a client's wishes; the hours are typed as people say them.

    Attributes:
        channel: Their channel.
        hours: Their hours, in words.
        days: One button per day of the week.
        person: Whom to ask for.
    """

    #: Something else is written, and whether it can be understood (bool).
    edited = Signal(bool)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.channel, self.person = QComboBox(self), QComboBox(self)
        self.hours = QLineEdit(self)
        self._understood = ranked_label("small", parent=self)
        self.days = tuple(QPushButton(self) for _ in WEEK)
        self._labels = tuple(ranked_label("muted", parent=self) for _ in range(4))
        self._build()
        self.hours.textChanged.connect(self._on_hours_text_changed)
        self._retranslate()

    def set_wishes(self, wishes: ContactWishes, persons: Sequence[ContactPerson]) -> None:
        """Show what is known; anybody can be chosen again."""
        self.person.clear()
        self.person.addItem(self.tr("anybody"), None)
        for one in persons:
            text = f"{one.name}, {one.job_title}" if one.job_title else one.name
            self.person.addItem(text, one.person_id)
        self.person.setCurrentIndex(max(0, self.person.findData(wishes.person_id)))
        self.channel.setCurrentIndex(max(0, self.channel.findData(wishes.channel)))
        hours = wishes.hours
        self.hours.setText(hours_text(hours.from_minute, hours.until_minute, self._ctx.language))
        for day, button in zip(WEEK, self.days, strict=True):
            button.setChecked(bool((wishes.hours.weekdays or 0) >> day & 1))
        self._on_hours_text_changed(self.hours.text())

    def wishes(self) -> ContactWishes | None:
        """Return what is written; None where the hours are not understood."""
        hours = parse_hours(self.hours.text())
        if hours is None:
            return None
        weekdays = sum(
            1 << day for day, one in zip(WEEK, self.days, strict=True) if one.isChecked()
        )
        channel: Channel | None = self.channel.currentData()
        return ContactWishes(channel, Wishes(*hours, weekdays or None), self.person.currentData())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self) -> None:
        for one in (None, *Channel):
            self.channel.addItem("", one)
        days = QHBoxLayout()
        days.setSpacing(Space.XS)
        for button in self.days:
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("kind", "choice")
            days.addWidget(button)
        days.addStretch(1)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(Space.S)
        for label, field in zip(
            self._labels, (self.channel, self.hours, self.days[0], self.person), strict=True
        ):
            label.setBuddy(field)
            label.setMinimumWidth(LABELS)
        form.addRow(self._labels[0], self.channel)
        form.addRow(self._labels[1], self.hours)
        form.addRow("", self._understood)
        form.addRow(self._labels[2], days)
        form.addRow(self._labels[3], self.person)

    @Slot(str)
    def _on_hours_text_changed(self, text: str) -> None:
        found = parse_hours(text)
        if found is None:
            words = self.tr("Not understood: write 14-17, after 14, until 11, morning.")
        else:
            words = hours_words(*found) or self.tr("at any time that the law allows")
        self._understood.setText(words)
        self._understood.setProperty("role", "danger" if found is None else "small")
        self._understood.style().polish(self._understood)
        self.edited.emit(found is not None)

    @Slot()
    def _retranslate(self) -> None:
        titles = (
            self.tr("&Channel"),
            self.tr("&Hours"),
            self.tr("&Days"),
            self.tr("&Ask for"),
        )
        fields = (self.channel, self.hours, self.days[0], self.person)
        for label, field, title in zip(self._labels, fields, titles, strict=True):
            label.setText(title)
            field.setAccessibleName(title.replace("&", ""))
        self.channel.setItemText(0, self.tr("any"))
        for place, one in enumerate(Channel, 1):
            self.channel.setItemText(place, channel_word(one))
        self.hours.setPlaceholderText(self.tr("14-17, after 14, until 11, morning"))
        for day, button in zip(WEEK, self.days, strict=True):
            button.setText(weekday_word(day))
            button.setAccessibleName(f"{titles[2].replace('&', '')}: {weekday_word(day)}")
