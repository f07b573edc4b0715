"""A window whose cable is cut in the middle of a note: nothing is lost, and nothing is doubled."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from cockpit.domain.vocabulary import Role
from cockpit.ui.weather.chip import WeatherChip
from models import Base, Contact
from tests.support.cutting_proxy import CuttingProxy, Fault
from tests.support.file_keyring import VARIABLE, FileKeyring
from tests.support.postgres import PostgresServer
from tests.support.queues import callable_customers
from tests.support.seats import COUNT, CTRL, Seat, seated
from tests.support.team import TeamDatabase

FIRST, SECOND = "Volta a comprar", " quando baixar"


@pytest.fixture
def proxy(postgres_server: PostgresServer) -> Iterator[CuttingProxy]:
    opened = CuttingProxy(postgres_server.host, postgres_server.port)
    yield opened
    opened.close()


@pytest.fixture
def ana(
    team_database: TeamDatabase,
    proxy: CuttingProxy,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Seat]:
    """Ana at her window, behind a cable that can be cut."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "keyring.json"))
    before = keyring.get_keyring()
    keyring.set_keyring(FileKeyring())
    _keys, rows = callable_customers(COUNT)
    with team_database.superuser.begin() as connection:
        for table, lines in rows.items():
            connection.execute(Base.metadata.tables[table].insert(), lines)
    login, name = team_database.add("ana", Role.OPERATOR), team_database.superuser.url.database
    address = f"postgresql://{login}@127.0.0.1:{proxy.port}/{name}"
    with seated(address, tmp_path / "ana", qtbot) as seat:
        yield seat
    keyring.set_keyring(before)


def _notes(team: TeamDatabase) -> list[str | None]:
    with team.superuser.connect() as connection:
        return list(connection.execute(select(Contact.note)).scalars())


def _begin_a_note(seat: Seat) -> None:
    seat.press(Qt.Key.Key_F8)
    seat.until(seat.window.contact_form.has_keyboard)
    seat.qtbot.keyClicks(seat.window.contact_form._fields._note, FIRST)


def _end_it(seat: Seat) -> None:
    """Write the rest of the note and save the contact."""
    seat.qtbot.keyClicks(seat.window.contact_form._fields._note, SECOND)
    seat.press(Qt.Key.Key_3)
    seat.press(Qt.Key.Key_Return, CTRL)


def _chip(seat: Seat) -> WeatherChip:
    chip = seat.window.findChild(WeatherChip)
    assert isinstance(chip, WeatherChip)
    return chip


def test_a_note_outlives_the_cut_and_its_contact_goes_there_once(
    ana: Seat, proxy: CuttingProxy, team_database: TeamDatabase
) -> None:
    weather, chip = ana.desk.ctx.weather, _chip(ana)
    assert weather is not None
    _begin_a_note(ana)
    rows = ana.window.work_list.model.rowCount()
    proxy.part()
    weather.look()
    ana.until(lambda: chip.text().startswith("No server"))
    assert "data of" in chip.text()
    assert ana.window.contact_form._fields.note == FIRST
    assert ana.window.work_list.model.rowCount() == rows  # what is on the screen stays

    _end_it(ana)
    ana.until(lambda: "kept here: 1" in chip.text())
    assert _notes(team_database) == []

    proxy.heal()
    weather.look()
    ana.until(lambda: chip.text() == "")
    ana.until(lambda: _notes(team_database) == [FIRST + SECOND])
    weather.deliver(again=True)
    ana.until(lambda: ana.desk.ctx.runner.is_idle)
    assert _notes(team_database) == [FIRST + SECOND]


def test_a_save_whose_answer_is_lost_is_there_once(
    ana: Seat, proxy: CuttingProxy, team_database: TeamDatabase
) -> None:
    weather, chip = ana.desk.ctx.weather, _chip(ana)
    assert weather is not None
    _begin_a_note(ana)
    proxy.fault_of = lambda: Fault.UNANSWERED
    _end_it(ana)
    ana.until(lambda: weather.waiting_count == 1)
    assert "kept here: 1" in chip.text()
    proxy.fault_of = lambda: Fault.NONE
    weather.look()
    ana.until(lambda: weather.waiting_count == 0 and chip.text() == "")
    assert _notes(team_database) == [FIRST + SECOND]
