"""The words for next contacts, translated when they are asked for."""

from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.agenda_view import AgendaEvent, AgendaItem, AgendaOwner, Scope
from cockpit.domain.day_load import DayLoad
from cockpit.domain.formats import Language
from cockpit.domain.natural_date import LocalMoment, moment_of
from cockpit.domain.vocabulary import AppointmentEventKind, AppointmentKind

translate = QCoreApplication.translate


def kind_word(kind: AppointmentKind) -> str:
    """Return the word for whose a next contact is and whether it has a time."""
    return {
        AppointmentKind.MY_CALLBACK: lambda: translate("Agenda", "Callback"),
        AppointmentKind.TEAM_CALLBACK: lambda: translate("Agenda", "Anyone's callback"),
        AppointmentKind.APPOINTMENT: lambda: translate("Agenda", "Appointment"),
        AppointmentKind.FOLLOW_UP: lambda: translate("Agenda", "Follow-up"),
    }[kind]()


def owner_word(owner: AgendaOwner) -> str:
    """Return whose agenda a choice shows."""
    match owner.scope:
        case Scope.MINE:
            return translate("Agenda", "Mine")
        case Scope.ALL:
            return translate("Agenda", "Everybody's")
        case Scope.TEAM:
            return translate("Agenda", "Team {name}").replace("{name}", owner.name)
        case Scope.PERSON:
            return owner.name


def event_word(kind: AppointmentEventKind) -> str:
    """Return what happened to a next contact."""
    return {
        AppointmentEventKind.SCHEDULED: lambda: translate("Agenda", "set for"),
        AppointmentEventKind.REPLACED: lambda: translate("Agenda", "moved from"),
        AppointmentEventKind.DONE: lambda: translate("Agenda", "done:"),
        AppointmentEventKind.CANCELLED: lambda: translate("Agenda", "cancelled:"),
    }[kind]()


def event_text(event: AgendaEvent, zone: ZoneInfo, language: Language) -> str:
    """Return one step of the history: when, what, which moment, who."""
    due = moment_of(event.due_at, zone, has_time=event.has_time).text(language)
    at = event.at.astimezone(zone)
    parts = (f"{at:%d/%m %H:%M}", f"{event_word(event.kind)} {due}", event.who)
    return " · ".join(part for part in parts if part)


def when_text(item: AgendaItem, zone: ZoneInfo, language: Language) -> str:
    """Return a next contact's moment in full."""
    return moment_of(item.due_at, zone, has_time=item.has_time).text(language)


def clock_text(item: AgendaItem, zone: ZoneInfo) -> str:
    """Return the time of day, or that it is any time of the day."""
    if not item.has_time:
        return translate("Agenda", "all day")
    return f"{item.due_at.astimezone(zone):%H:%M}"


def reais_text(item: AgendaItem, language: Language) -> str:
    """Return the money at risk in whole reais; empty where there is none."""
    reais = (item.at_risk_cents + 50) // 100
    return formats.integer(reais, language) if reais else ""


def weekday_text(day: date, language: Language) -> str:
    """Return a day as ``seg 16/03``."""
    name, _, rest = LocalMoment(day).text(language).partition(" ")
    return f"{name} {rest[:5]}"


def load_text(load: DayLoad, language: Language) -> str:
    """Return how much a day holds of what it may hold."""
    count = formats.integer(load.count, language)
    if not load.capacity:
        off = translate("Agenda", "no calls")
        return f"{count} · {off}" if load.count else off
    words = translate("Agenda", "{count} of {capacity}")
    return words.format(count=count, capacity=formats.integer(load.capacity, language))
