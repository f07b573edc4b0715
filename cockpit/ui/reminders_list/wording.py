"""What the desktop and the list say of reminders.

A notification may be seen by whoever passes by: of a customer it says the name at most, and that
only where the user allows it (LGPD). Notes and numbers stay in the window.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from cockpit.domain.agenda import Reminder
from cockpit.domain.announcements import Announcement, Manner
from cockpit.domain.clock import Clock
from cockpit.domain.formats import Language
from cockpit.domain.natural_date import moment_of
from cockpit.domain.vocabulary import AppointmentKind
from cockpit.services.ports import Popup

translate = QCoreApplication.translate

NAMED_CUSTOMERS = 3


class _Counts(QObject):
    """Texts that depend on a number: ``lupdate`` finds their plurals in ``tr`` alone."""

    def callbacks(self, count: int) -> str:
        """Return how many fell due."""
        return self.tr("%n callback(s) now", "", count)

    def names_and_more(self, rest: int) -> str:
        """Return how many more there are than those who are named."""
        return self.tr("{names} and %n more", "", rest)


def popup_of(
    told: Announcement, manner: Manner, clock: Clock, language: Language, *, has_sound: bool
) -> Popup:
    """Return the notification of an announcement, as this user wants it."""
    ids = tuple(one.reminder_id for one in told.reminders)
    if told.is_burst:
        title = _Counts().callbacks(len(ids))
        open_body = _names(told.reminders)
        hidden = Popup(title, translate("Reminders", "Open Giro to see who."), ids)
    else:
        (one,) = told.reminders
        title, open_body = one.customer_name, _about(one, clock, language)
        hidden = Popup(translate("Reminders", "Callback now"), open_body, ids)
    if not manner.names_customers:
        return Popup(hidden.title, hidden.body, ids, has_sound=has_sound)
    return Popup(title, open_body, ids, discreet=hidden, has_sound=has_sound)


def when_text(reminder: Reminder, clock: Clock, language: Language) -> str:
    """Return the due time, with its day unless it is today."""
    moment = moment_of(reminder.due_at, clock.zone, has_time=reminder.has_time)
    if moment.day != clock.today():
        return moment.text(language)
    if moment.time_of_day is None:
        return translate("Reminders", "today")
    return f"{moment.time_of_day:%H:%M}"


def standing_texts(reminder: Reminder, clock: Clock, language: Language) -> list[str]:
    """Return whose a reminder is where that is not plain, and by when an answer is due."""
    found = []
    if reminder.deadline is not None:
        moment = moment_of(reminder.deadline, clock.zone, has_time=True)
        is_today = moment.day == clock.today() and moment.time_of_day is not None
        by = f"{moment.time_of_day:%H:%M}" if is_today else moment.text(language)
        found.append(translate("Reminders", "answer by {time}").format(time=by))
    if reminder.owner_name and reminder.is_escalated:
        said = translate("Reminders", "from {owner}, who did not answer")
        found.append(said.format(owner=reminder.owner_name))
    elif reminder.owner_name:
        found.append(translate("Reminders", "from {owner}").format(owner=reminder.owner_name))
    elif reminder.is_escalated:
        found.append(translate("Reminders", "the team was told too"))
    return found


def _about(reminder: Reminder, clock: Clock, language: Language) -> str:
    said = {
        AppointmentKind.MY_CALLBACK: translate("Reminders", "Callback: {when}"),
        AppointmentKind.TEAM_CALLBACK: translate("Reminders", "Team's callback: {when}"),
        AppointmentKind.APPOINTMENT: translate("Reminders", "Appointment: {when}"),
        AppointmentKind.FOLLOW_UP: translate("Reminders", "Follow-up: {when}"),
    }[reminder.kind]
    first = said.format(when=when_text(reminder, clock, language))
    return "\n".join((first, *standing_texts(reminder, clock, language)))


def _names(reminders: Sequence[Reminder]) -> str:
    names = list(dict.fromkeys(one.customer_name for one in reminders))
    text = ", ".join(names[:NAMED_CUSTOMERS])
    rest = len(names) - NAMED_CUSTOMERS
    if rest <= 0:
        return text
    return _Counts().names_and_more(rest).format(names=text)
