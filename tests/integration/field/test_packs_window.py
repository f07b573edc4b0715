"""The real window on a real laptop's file: customers are taken along from a real server by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import insert, text

from cockpit.app.cli import main
from cockpit.app.options import Options
from cockpit.app.paths import HOME_VARIABLE, Paths
from cockpit.app.window import Desk, open_desk
from cockpit.app.wiring import open_session
from cockpit.domain.vocabulary import Role
from cockpit.ui.field.pack_dialog import PackDialog
from cockpit.ui.work_list.columns import COLUMNS, ColumnKey
from models import Customer, Phone
from tests.support.queues import callable_customers
from tests.support.team import TeamDatabase

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PATIENCE_MS = 30_000


@pytest.fixture
def team(team_database: TeamDatabase) -> TeamDatabase:
    _, rows = callable_customers(5)
    with team_database.superuser.begin() as connection:
        connection.execute(insert(Customer), rows["customers"])
        connection.execute(insert(Phone), rows["phones"])
        connection.execute(text("UPDATE customers SET city = 'Santarém', state = 'PA'"))
    return team_database


@pytest.fixture
def desk(
    team: TeamDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication,
    qtbot: QtBot,
) -> Iterator[Desk]:  # fmt: skip
    home = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    rui = team.join("rui", Role.EXTERNAL_SELLER)
    with team.superuser.begin() as connection:
        connection.execute(
            text("UPDATE customers SET owner_id = :rui, city = 'Itu' WHERE id ="
                 " (SELECT min(id::text)::uuid FROM customers)"),
            {"rui": rui.user.user_id},
        )  # fmt: skip
    address = team.url(team.login_of("rui"))
    assert main(["field", "setup", "--insecure", "--database", address]) == 0
    with (
        open_session(Options(is_field=True), Paths(home)) as session,
        open_desk(session, qapp) as made,
    ):
        qtbot.addWidget(made.window)
        made.window.resize(1366, 768)
        with qtbot.waitActive(made.window):
            made.window.show()
            made.window.activateWindow()
        made.window.start()
        yield made
        made.window.close()


def opened(desk: Desk, qtbot: QtBot) -> PackDialog:
    qtbot.keyClick(desk.window, Qt.Key.Key_F9, CTRL | SHIFT)
    dialog = desk.window.findChild(PackDialog)
    assert isinstance(dialog, PackDialog)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.form.cities.count() > 1, timeout=PATIENCE_MS)
    return dialog


def reasons(desk: Desk) -> list[str]:
    model = desk.window.work_list.view.model()
    column = [one.key for one in COLUMNS].index(ColumnKey.REASON)
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_a_seller_takes_two_along_and_gives_one_back(
    desk: Desk, team: TeamDatabase, qtbot: QtBot
) -> None:
    dialog = opened(desk, qtbot)
    qtbot.keyClick(dialog.form.cities, Qt.Key.Key_Down)
    assert dialog.form.cities.currentText() == "Santarém - PA (4)"
    dialog.form.many.setFocus()
    dialog.form.many.selectAll()
    qtbot.keyClick(dialog.form.many, "2")
    qtbot.keyClick(dialog.form.many, Qt.Key.Key_Return, CTRL)
    rows = dialog.table.records
    qtbot.waitUntil(lambda: len(rows.rows) == 2, timeout=PATIENCE_MS)
    qtbot.waitUntil(dialog.back_button.isEnabled, timeout=PATIENCE_MS)
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(rows.rows) == 1, timeout=PATIENCE_MS)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(reasons(desk)) == 2, timeout=PATIENCE_MS)
    assert sum(one.startswith("com você até ") for one in reasons(desk)) == 1
    with team.superuser.connect() as connection:
        out = connection.execute(
            text("SELECT count(*) FROM portfolio_entries WHERE is_pack AND left_at IS NULL")
        )
        assert out.scalar() == 1
