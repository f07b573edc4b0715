"""The dialogs of calendar files, as they are painted for the documents."""

import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from cockpit.app.listed_rows import listed_rows
from cockpit.app.window import Desk
from cockpit.domain.agenda_view import AgendaItem
from cockpit.domain.calendar_ids import event_uid
from cockpit.ui.actions import ActionId
from cockpit.ui.agenda.screen import AgendaScreen

Settle = Callable[[], None]
_NAME = "agenda-do-celular.ics"
_DAY = timedelta(days=1)


def calendar_export(desk: Desk, settle: Settle) -> QWidget:
    """Ask what goes out."""
    _agenda(desk, settle).export_calendar()
    settle()
    return _dialog(desk)


def calendar_import(desk: Desk, settle: Settle) -> QWidget:
    """Show what a file would change: known, new, unclear and past events."""
    screen = _agenda(desk, settle)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / _NAME
        path.write_text("\n".join(_lines(desk)), encoding="utf-8")
        screen.files.take_in(str(path))
        settle()
    return _dialog(desk)


def _lines(desk: Desk) -> Iterator[str]:
    now = desk.ctx.clock.now().replace(minute=0, second=0, microsecond=0)
    known = _known(desk)
    table = desk.window.work_list.table
    assert table is not None  # noqa: S101 - the picture is taken once the list is there
    free = [row for row in listed_rows(table) if row.next_contact_at is None and row.bar is None]
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Celular//PT")
    for number, one in enumerate(known[:4]):
        state = "CANCELLED" if number == 3 else "CONFIRMED"
        yield from (
            "BEGIN:VEVENT", f"UID:{event_uid(one.appointment_id)}", f"SUMMARY:{one.customer}",
            f"DTSTART:{one.due_at + number * _DAY:%Y%m%dT%H%M%SZ}", f"STATUS:{state}",
            "END:VEVENT",
        )  # fmt: skip
    others = (
        f"Visita: {free[0].name}", f"Ligar cód. {free[1].code}", f"Proposta {free[2].name}",
        f"Café com {known[4].customer}", "Dentista",
    )  # fmt: skip
    for number, words in enumerate(others):
        yield from (
            "BEGIN:VEVENT", f"UID:celular-{number}", f"SUMMARY:{words}",
            f"DTSTART:{now + (number + 1) * _DAY:%Y%m%dT%H%M%SZ}", "END:VEVENT",
        )  # fmt: skip
    yield from (
        "BEGIN:VEVENT", "UID:celular-p", f"SUMMARY:{free[3].name}",
        f"DTSTART:{now - _DAY:%Y%m%dT%H%M%SZ}", "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip


def _known(desk: Desk) -> tuple[AgendaItem, ...]:
    agenda, today = desk.ctx.agenda(), desk.ctx.clock.today()
    return agenda.days(today + _DAY, today + 60 * _DAY, agenda.owners()[0]).items


def _agenda(desk: Desk, settle: Settle) -> AgendaScreen:
    desk.window.action(ActionId.AGENDA).trigger()
    settle()
    screen = desk.window.screens.agenda
    assert screen is not None  # noqa: S101 - it has just been made
    return screen


def _dialog(desk: Desk) -> QWidget:
    return [one for one in desk.window.findChildren(QDialog) if one.isVisible()][-1]
