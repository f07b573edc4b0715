"""A server that is away, painted for the documents; the demo's own database needs none."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QDialog, QWidget

from cockpit.app.call_pictures import Picture, Settle
from cockpit.app.listed_rows import listed_rows
from cockpit.app.window import Desk
from cockpit.data.kept_file import SqlcipherKeptFile
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.clock import Clock
from cockpit.domain.errors import BadInputError, ServerAwayError
from cockpit.domain.ids import new_id
from cockpit.domain.pitch import PitchDraft
from cockpit.runtime.server_weather import ServerWeather
from cockpit.runtime.task_runner import TaskRunner
from cockpit.services.keeping.kept_writes import KeptWrites
from cockpit.services.keeping.records import KeptNextContact, kept_next_contact, kept_pitch
from cockpit.services.weather import WeatherBoard
from cockpit.ui.actions import ActionId

_BEFORE = timedelta(minutes=9)
_KEPT = 3


class _Away:
    """A probe that nobody answers, and the folder of what waits meanwhile."""

    standing = ""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory()
        self.file = Path(self._folder.name, "picture.kept")

    def look(self) -> float:
        """Return nothing, ever."""
        raise ServerAwayError("server_connection_lost")


def away(clock: Clock, runner: TaskRunner) -> ServerWeather:
    """Return the eye on a server that was there a moment ago."""
    board = WeatherBoard(clock)
    board.note_answer(0.01)
    probe = _Away()
    kept = KeptWrites(SqlcipherKeptFile(probe.file, lambda: bytes(32)), board)
    weather = ServerWeather(board, probe, kept, runner)
    weather.start()
    return weather


def _fill(desk: Desk) -> None:
    """Keep what an operator wrote meanwhile."""
    weather, table = desk.ctx.weather, desk.window.work_list.table
    if weather is None or table is None:
        return
    names = [row.customer_id for row in listed_rows(table)[:_KEPT]]
    if len(names) < _KEPT:
        raise BadInputError("picture_needs_client")
    now = desk.ctx.clock.now()
    notes = PitchDraft(new_id(), names[0], why_stopped="Parou por preço; mostrar a caixa fechada.")
    weather.kept.keep(kept_pitch(notes, now - _BEFORE))
    for customer_id, words in zip(
        names[1:], ("Ligar com o preço da caixa fechada.", "Volta de férias na segunda."),
        strict=True,
    ):  # fmt: skip
        draft = AppointmentDraft(now + timedelta(days=2), has_time=True, note=words)
        write = kept_next_contact(new_id(), KeptNextContact(customer_id, draft), now)
        weather.kept.keep(write)
    weather.count()


def _window(desk: Desk, settle: Settle) -> QWidget:
    _fill(desk)
    settle()
    table = desk.window.work_list.table
    if table is not None:
        desk.window.work_list.show_customer(listed_rows(table)[0].customer_id)
    settle()
    return desk.window


def _dialog(desk: Desk, settle: Settle) -> QWidget:
    _fill(desk)
    settle()
    desk.window.action(ActionId.SERVER).trigger()
    settle()
    return next(one for one in desk.window.findChildren(QDialog) if one.isVisible())


WEATHER_SCREENS: Mapping[str, Picture] = {"server_away": _window, "server_kept": _dialog}


def weather_of(screen: str, clock: Clock) -> Callable[[TaskRunner], ServerWeather] | None:
    """Return what makes the weather of a picture; None where it has none."""
    return partial(away, clock) if screen in WEATHER_SCREENS else None
