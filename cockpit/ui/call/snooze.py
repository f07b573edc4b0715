"""Asks when to call the client again: presets by digit, or a date in words."""

from datetime import datetime

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

import resources
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.errors import BadInputError
from cockpit.domain.natural_date import LocalMoment, parse
from cockpit.ui.call.choices import Choices
from cockpit.ui.call.presets import snooze_presets
from cockpit.ui.context import UiContext


class SnoozePopover(Choices):
    """Moves the client's next contact; what is typed is spelt out before Enter takes it."""

    #: The new next contact (AppointmentDraft).
    snoozed = Signal(object)

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent, is_sure=False)
        self._ctx = ctx
        self._presets: tuple[LocalMoment, ...] = ()
        self.number_chosen.connect(self._on_number_chosen)
        self.words_chosen.connect(self._on_words_chosen)
        self.retranslate()

    @override
    def open(self) -> None:
        self.retranslate()  # the presets count from now
        super().open()

    def retranslate(self) -> None:
        """Write the words of the present language, and the presets of the present moment."""
        self._presets = snooze_presets(self._now())
        titles = (
            self.tr("In 15 minutes"),
            self.tr("In an hour"),
            self.tr("In the afternoon"),
            self.tr("Next workday, first thing"),
            self.tr("Next week"),
        )
        language = self._ctx.language
        choices = [
            f"{title}   {moment.text(language)}"
            for title, moment in zip(titles, self._presets, strict=True)
        ]
        self.set_texts(
            self.tr("When to call again?"),
            self.tr("1 to 5, or a date: tomorrow 2pm, +3d, 15/12 9:30"),
            choices,
            "",
        )

    @override
    def look_at(self, words: str) -> None:
        """Spell out what the words mean; what is wrong with them is said when Enter takes them."""
        number = self.chosen_number(words)
        if number is not None:
            self.say(f"→ {self._presets[number].text(self._ctx.language)}")
            return
        try:
            moment = parse(words, now=self._now()) if words else None
        except BadInputError:
            moment = None  # half a date is no mistake yet
        self.say("" if moment is None else f"→ {moment.text(self._ctx.language)}")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot(int)
    def _on_number_chosen(self, number: int) -> None:
        self._give(self._presets[number])

    @Slot(str)
    def _on_words_chosen(self, words: str) -> None:
        try:
            moment = parse(words, now=self._now())
            if moment is None:
                raise BadInputError("date_unknown")
        except BadInputError as error:
            self.say(resources.text(error.message, self._ctx.language), is_trouble=True)
            return
        self._give(moment)

    def _give(self, moment: LocalMoment) -> None:
        self.close_popover()
        zone = self._ctx.clock.zone
        has_time = moment.time_of_day is not None
        self.snoozed.emit(AppointmentDraft(moment.instant(zone), has_time))

    def _now(self) -> datetime:
        clock = self._ctx.clock
        return clock.now().astimezone(clock.zone)
