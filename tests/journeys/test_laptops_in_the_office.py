"""What laptops do is seen in the office: collisions, the laptops themselves, what was set aside."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from cockpit.domain.clock import SystemClock
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.field_settings import FieldSettings
from cockpit.domain.ids import new_id
from cockpit.domain.laptops import Decision
from cockpit.domain.vocabulary import Role
from cockpit.services.audit import AuditService
from cockpit.services.field_settings import FieldSettingsService
from cockpit.services.laptops import LaptopService
from cockpit.ui.actions import ActionId
from cockpit.ui.messages.settings_dialog import SettingsDialog
from cockpit.ui.notices.dialog import NoticesDialog
from cockpit.ui.team.laptops.screen import LaptopsScreen
from models import Base
from tests.integration.server.sync.laptops import Laptop
from tests.support.keys import press
from tests.support.laptop_rows import add_laptop, brought_contact, keeper_of, put_aside
from tests.support.queues import callable_customers
from tests.support.seats import COUNT, CTRL, Seat, seated
from tests.support.team import Person, TeamDatabase

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
AT = datetime(2026, 3, 2, 11, tzinfo=UTC)


def store_contact(
    team: TeamDatabase, who: Person, customer: UUID, at: datetime, *, device: UUID | None = None
) -> None:
    with team.superuser.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO contacts (id, customer_id, user_id, occurred_at, channel, direction,"
                " outcome_id, device_id, device_seq, content_sha256, recorded_at, note)"
                " SELECT :id, :customer, :user, :at, 'phone', 'outbound', o.id, :device, :number,"
                " repeat('a', 64), :at, 'Pediu prazo' FROM outcomes o WHERE o.code = 'busy'"
            ),
            {
                "id": new_id(), "customer": customer, "user": who.user.user_id, "at": at,
                "device": device or who.user.device_id, "number": 1 if device else 900,
            },
        )  # fmt: skip


@contextmanager
def company(team: TeamDatabase) -> Iterator[tuple[UUID, ...]]:
    keys, rows = callable_customers(COUNT)
    with team.superuser.begin() as connection:
        for table, lines in rows.items():
            connection.execute(Base.metadata.tables[table].insert(), lines)
    yield tuple(keys)


def shown(kind: type[QWidget]) -> QWidget | None:
    found = (one for one in QApplication.topLevelWidgets() if isinstance(one, kind))
    return next((one for one in found if one.isVisible()), None)


def read_notice(seat: Seat) -> NoticesDialog:
    """Open the notices by key, as soon as the button says that one is unread."""
    seat.until(lambda: seat.window._top_bar.notices.count == 1)
    seat.press(Qt.Key.Key_F4, CTRL)
    seat.until(lambda: shown(NoticesDialog) is not None)
    dialog = shown(NoticesDialog)
    assert isinstance(dialog, NoticesDialog)
    seat.until(dialog.talks.isVisible)
    return dialog


def test_a_collision_reaches_open_windows_by_itself_and_opens_the_customer(
    team_database: TeamDatabase, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    team = team_database
    with company(team) as keys:
        lia = team.add("lia", Role.SUPERVISOR)
        lead = team.open(lia).user.user_id
        ana_login = team.add("ana", Role.OPERATOR, team=team.team("Sul", supervisor=lead))
        ana, rui = team.open(ana_login), team.join("rui", Role.EXTERNAL_SELLER)
        laptop = add_laptop(team, owner=rui.user.user_id)
        store_contact(team, ana, keys[0], AT)
        with (
            seated(team.url(ana_login), tmp_path / "ana", qtbot) as office,
            seated(team.url(lia), tmp_path / "lia", qtbot) as supervisor,
        ):
            store_contact(team, rui, keys[0], AT + timedelta(minutes=35), device=laptop)
            for seat, words in ((office, "You and Rui"), (supervisor, "Ana and Rui")):
                dialog = read_notice(seat)
                assert dialog._heading.text() == (
                    f"{words} talked with the same client, 35 min apart"
                )
                if seat is supervisor:
                    press(qtbot, dialog, Qt.Key.Key_Escape)
                    continue
                press(qtbot, dialog.list, Qt.Key.Key_Return)
                press(qtbot, dialog.talks, Qt.Key.Key_Return)
                seat.until(lambda: _customer_of(office) == keys[0])
            office.until(lambda: office.window._top_bar.notices.count == 0)


def _customer_of(seat: Seat) -> UUID | None:
    panel = seat.window.customer_panel
    return None if panel.panel is None else panel.panel.profile.customer_id


def opened(seat: Seat) -> LaptopsScreen:
    seat.press(Qt.Key.Key_F9, SHIFT)
    screen = seat.window.screens.pages.currentWidget()
    assert isinstance(screen, LaptopsScreen)
    seat.until(screen.laptops.table.hasFocus)
    return screen


def state_of(screen: LaptopsScreen) -> str:
    one = screen.laptops.table.current()
    return "" if one is None else one.state


def test_an_administrator_looks_after_laptops_by_keys(
    team_database: TeamDatabase, tmp_path: Path, qtbot: QtBot
) -> None:
    team = team_database
    with company(team) as keys:
        chief, rui = team.add("chefe", Role.ADMINISTRATOR), team.join("rui", Role.EXTERNAL_SELLER)
        store_contact(team, rui, keys[0], AT)
        laptop = add_laptop(team, owner=rui.user.user_id)
        put_aside(team, "contacts", brought_contact(team, laptop, 1), "not_yours")
        lost = brought_contact(team, laptop, 2, customer_id=str(new_id()))
        put_aside(team, "contacts", lost, "parent_missing")
        with seated(team.url(chief), tmp_path / "chefe", qtbot) as seat:
            screen = opened(seat)
            assert screen.laptops.table.current().owner == "Rui"
            assert "14 to send" in screen.laptops.said()
            assert "no copy of its key" in screen.laptops.said()

            seat.press(Qt.Key.Key_B)
            assert screen.laptops.question is not None
            assert "sent no more: 14" in screen.laptops.question.text()
            screen.laptops.question.reject()
            assert state_of(screen) == "open"
            seat.press(Qt.Key.Key_B)
            screen.laptops.question.yes_button.click()
            seat.until(lambda: state_of(screen) == "revoked")
            assert "Blocked on" in screen.laptops.said()
            assert not screen.laptops.buttons[Decision.REPULL].isEnabled()
            seat.press(Qt.Key.Key_L)
            seat.until(lambda: state_of(screen) == "open")
            seat.press(Qt.Key.Key_A)
            seat.until(lambda: state_of(screen) == "repull")

            seat.press(Qt.Key.Key_2, ALT)
            seat.until(screen.aside.table.hasFocus)
            words = screen.aside.words.toPlainText()
            assert "Note: Pediu prazo" in words
            seat.press(Qt.Key.Key_S)
            seat.until(lambda: screen.aside.undecided_count == 1)
            seat.until(lambda: screen.aside.table.current().reason == "parent_missing")
            seat.press(Qt.Key.Key_S)
            seat.until(lambda: "cannot be stored" in seat.window._status_bar.message())
            assert screen.aside.undecided_count == 1
            seat.press(Qt.Key.Key_Delete)
            press(qtbot, screen.aside.popover.line, Qt.Key.Key_1)
            seat.until(lambda: screen.aside.undecided_count == 0)
            assert screen._chips[1].text() == "Set aside  Alt+2"
            with team.superuser.connect() as connection:
                kept = connection.execute(
                    text("SELECT resolution, remark FROM quarantined_facts ORDER BY received_at")
                ).all()
            assert [tuple(one) for one in kept] == [
                ("stored", None), ("discarded", "A test, no real work"),
            ]  # fmt: skip


def test_nobody_else_has_the_page(
    team_database: TeamDatabase, tmp_path: Path, qtbot: QtBot
) -> None:
    with company(team_database):
        login = team_database.add("maria", Role.MANAGER)
        with seated(team_database.url(login), tmp_path / "maria", qtbot) as seat:
            assert ActionId.LAPTOPS not in {one.action for one in seat.window.shortcuts}
            seat.press(Qt.Key.Key_F9, SHIFT)
            assert seat.window.screens.is_desk_shown


def test_every_decision_is_in_the_trail(team_database: TeamDatabase) -> None:
    chief = team_database.join("chefe", Role.ADMINISTRATOR)
    key = add_laptop(team_database)
    audit = AuditService(chief.database, SystemClock(), chief.user)
    service = LaptopService(keeper_of(chief), audit.note_deed)
    [laptop] = service.laptops()
    for decision in (Decision.REVOKE, Decision.ALLOW, Decision.REPULL):
        service.decide(laptop, decision)
    with team_database.superuser.connect() as connection:
        noted = connection.execute(
            text("SELECT action FROM audit_events WHERE entity_id = :key ORDER BY device_seq"),
            {"key": key},
        ).scalars()
        assert list(noted) == ["device_revoked", "device_allowed", "device_repulled"]


def test_the_companys_numbers_for_laptops_are_set_in_the_settings(
    team_database: TeamDatabase, tmp_path: Path, qtbot: QtBot
) -> None:
    team = team_database
    with company(team):
        login = team.add("chefe", Role.ADMINISTRATOR)
        with seated(team.url(login), tmp_path / "chefe", qtbot) as seat:
            seat.press(Qt.Key.Key_Comma, CTRL)
            seat.until(lambda: shown(SettingsDialog) is not None)
            dialog = shown(SettingsDialog)
            assert isinstance(dialog, SettingsDialog)
            page = dialog.field
            assert page is not None
            seat.until(page.boxes["pack_days"].isEnabled)
            dialog.tabs.setCurrentWidget(page)
            lives = page.boxes["lives_days"]
            assert lives.text() == "30 days"
            lives.selectAll()
            qtbot.keyClicks(lives, "12")
            page.boxes["attachment_mb"].setValue(20)
            dialog.save_button.click()
            seat.until(lambda: shown(SettingsDialog) is None)
            person = team.open(login)
            service = FieldSettingsService(person.database, SystemClock(), person.user)
            wanted = FieldSettings(lives_days=12, attachment_mb=20)
            seat.until(lambda: service.read() == wanted)
        laptop = Laptop.of(team.join("rui", Role.EXTERNAL_SELLER))
        assert laptop.greet()["lives_days"] == 12


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.EXTERNAL_SELLER])
def test_nobody_else_sets_them(team_database: TeamDatabase, role: Role) -> None:
    person = team_database.join("ana", role)
    service = FieldSettingsService(person.database, SystemClock(), person.user)
    with pytest.raises(ForbiddenError):
        service.save(FieldSettings(lives_days=1))
    chief = team_database.join("chefe", Role.ADMINISTRATOR)
    with pytest.raises(BadInputError):
        FieldSettingsService(chief.database, SystemClock(), chief.user).save(
            FieldSettings(pack_days=0)
        )
