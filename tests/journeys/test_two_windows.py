"""Two operators at one server: each sees in their window what the other does, and loses nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select, text, update

from cockpit.data.doorbell import DOORBELL_KEY
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from models import Base, Claim, Contact, Customer
from tests.support.queues import callable_customers
from tests.support.seats import COUNT, CTRL, Seat, seated
from tests.support.team import TeamDatabase

NOTE = "Volta a comprar quando"
#: What the program promises is two seconds; a busy test machine may take as long by itself.
AT_MOST = 4.0


@dataclass(frozen=True)
class Office:
    """Ana and Bia, and who is on their shared list.

    Attributes:
        ana: Does something.
        bia: Sees it.
        noted: When each of Ana's changes was committed, oldest first.
    """

    ana: Seat
    bia: Seat
    team: TeamDatabase
    noted: list[tuple[float, ChangeNotice]]

    def wait_for(self, look: Callable[[], bool], *topics: Topic) -> float:
        """Wait until Bia sees it; return how long after Ana's last commit about it."""
        self.bia.until(look)
        seen = monotonic()
        return seen - next(at for at, notice in reversed(self.noted) if notice.touches(*topics))

    def held_by_ana(self) -> UUID:
        with self.team.superuser.connect() as connection:
            whose = select(Claim.customer_id).where(
                Claim.user_id == self.ana.session.user.user_id, Claim.state == "active"
            )
            return connection.execute(whose).scalar_one()

    def contacts(self) -> int:
        with self.team.superuser.connect() as connection:
            return len(connection.execute(select(Contact.id)).all())


@pytest.fixture
def filled(team_database: TeamDatabase) -> TeamDatabase:
    _keys, rows = callable_customers(COUNT)
    with team_database.superuser.begin() as connection:
        for table, lines in rows.items():
            connection.execute(Base.metadata.tables[table].insert(), lines)
    return team_database


@pytest.fixture
def office(
    filled: TeamDatabase, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    logins = [filled.add(name, Role.OPERATOR) for name in ("ana", "bia")]
    with (
        seated(filled.url(logins[1]), tmp_path / "bia", qtbot) as bia,
        seated(filled.url(logins[0]), tmp_path / "ana", qtbot) as ana,
    ):
        noted: list[tuple[float, ChangeNotice]] = []
        ana.session.database.subscribe(lambda notice: noted.append((monotonic(), notice)))
        yield Office(ana, bia, filled, noted)


@pytest.fixture
def without_bell(filled: TeamDatabase) -> None:
    """The company wants no doorbell."""
    with filled.superuser.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO settings (id, scope, key, value, created_at, updated_at)"
                " VALUES (:id, 'company', :key, 'false', now(), now())"
            ),
            {"id": new_id(), "key": DOORBELL_KEY},
        )


def begin_a_note(seat: Seat) -> tuple[UUID, UUID | None]:
    """Take a client, write half a note, look further down; return the client, and who is on top."""
    seat.press(Qt.Key.Key_F8)
    form = seat.window.contact_form
    seat.until(form.has_keyboard)
    seat.qtbot.keyClicks(form._fields._note, NOTE)
    view = seat.window.work_list.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    chosen = seat.window.work_list.chosen
    assert chosen is not None
    return chosen, top_of(seat)


def test_what_a_colleague_does_appears_and_nothing_of_ones_own_is_lost(office: Office) -> None:
    ana, bia = office.ana, office.bia
    chosen, place = begin_a_note(bia)

    ana.press(Qt.Key.Key_F8)
    ana.until(ana.window.contact_form.has_keyboard)
    called = office.held_by_ana()
    assert called != chosen
    claimed = office.wait_for(lambda: "Ana" in bia.says_of(called), Topic.QUEUE)

    held, before = bia.says_of(called), office.contacts()
    ana.press(Qt.Key.Key_3)
    ana.press(Qt.Key.Key_Return, CTRL)
    ana.until(lambda: office.contacts() == before + 1)
    logged = office.wait_for(lambda: bia.says_of(called) != held, Topic.CONTACTS)

    assert max(claimed, logged) <= AT_MOST
    assert bia.window.work_list.chosen == chosen
    assert top_of(bia) == place
    assert bia.window.contact_form._fields.note == NOTE


def test_without_the_bell_it_appears_by_asking(without_bell: None, office: Office) -> None:
    ana, bia = office.ana, office.bia
    chosen, place = begin_a_note(bia)

    ana.press(Qt.Key.Key_F8)
    ana.until(ana.window.contact_form.has_keyboard)
    called = office.held_by_ana()
    assert office.wait_for(lambda: "Ana" in bia.says_of(called), Topic.QUEUE) <= AT_MOST

    assert bia.window.work_list.chosen == chosen
    assert top_of(bia) == place
    assert bia.window.contact_form._fields.note == NOTE


def test_who_changes_hands_leaves_one_window_and_stays_in_the_other(office: Office) -> None:
    chosen, _place = begin_a_note(office.bia)
    moved = next(key for key in keys_of(office.bia) if key != chosen)
    with office.team.superuser.begin() as connection:
        whose = update(Customer).where(Customer.id == moved)
        connection.execute(whose.values(owner_id=office.ana.session.user.user_id))

    office.bia.until(lambda: office.bia.window.work_list.table.line_of(moved) is None)
    assert office.bia.window.work_list.model.rowCount() == COUNT - 1
    assert office.ana.window.work_list.model.rowCount() == COUNT
    assert office.bia.window.work_list.chosen == chosen
    assert office.bia.window.contact_form._fields.note == NOTE


def top_of(seat: Seat) -> UUID | None:
    """Return whose row is the first in sight."""
    view = seat.window.work_list.view
    return seat.window.work_list.model.customer_at(view.rowAt(view.rowHeight(0) // 2))


def keys_of(seat: Seat) -> list[UUID]:
    model = seat.window.work_list.model
    found = (model.customer_at(row) for row in range(model.rowCount()))
    return [key for key in found if key is not None]
