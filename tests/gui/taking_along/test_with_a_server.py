"""A portfolio comes from a real server to a dialog that is worked by real keys."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import insert, text

from cockpit.app import taking_along
from cockpit.app.field.choice import field_choice
from cockpit.app.field.key_keeper import KeyKeeper
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.store import open_store
from cockpit.app.taking_along import PortfolioTaking
from cockpit.domain.vocabulary import Role
from cockpit.runtime.task_runner import TaskRunner
from cockpit.ui.taking_along.dialog import TakingAlongDialog
from models import Customer
from tests.integration.field.conftest import own_keyring  # noqa: F401 - a fixture
from tests.support.postgres import PostgresServer
from tests.support.queues import callable_customers
from tests.support.team import TeamDatabase
from tests.support.ui_data import UiWorld

PASSWORD = "senha-da-ruiva"
_PATIENCE = 30_000


@dataclass
class Seller:
    """Somebody with a portfolio and a password on a real server."""

    team: TeamDatabase
    login: str
    place: str
    paths: Paths


@pytest.fixture
def seller(team_database: TeamDatabase, postgres_server: PostgresServer, tmp_path: Path) -> Seller:
    rui = team_database.join("rui", Role.EXTERNAL_SELLER)
    login = team_database.login_of("rui")
    _, rows = callable_customers(3)
    with team_database.superuser.begin() as connection:
        for number, row in enumerate(rows["customers"]):
            owner = rui.user.user_id if number else None
            connection.execute(insert(Customer).values(row | {"owner_id": owner}))
        connection.execute(text(f"ALTER ROLE \"{login}\" PASSWORD '{PASSWORD}'"))
    url = team_database.superuser.url
    postgres_server.guard(url.database or "")
    paths = Paths(tmp_path / "home")
    paths.ensure()
    place = team_database.url(login).partition("://")[2].partition("@")[2]
    return Seller(team_database, login, place, paths)


@pytest.fixture
def taking(seller: Seller) -> PortfolioTaking:
    return PortfolioTaking(Options(is_insecure=True), seller.paths, None)


@pytest.fixture
def dialog(world: UiWorld, qtbot: QtBot, taking: PortfolioTaking) -> Iterator[TakingAlongDialog]:
    runner = TaskRunner()
    dialog = TakingAlongDialog(replace(world.ctx, runner=runner), taking)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.start()
    yield dialog
    taking.stop()
    qtbot.waitUntil(lambda: not dialog._is_at_work, timeout=_PATIENCE)
    dialog.close()
    runner.shutdown()


def fill(dialog: TakingAlongDialog, seller: Seller, password: str) -> None:
    """Fill the form by keys alone, and press the button by Enter."""
    QTest.keyClick(dialog.form.known, Qt.Key.Key_Space)
    for line, said in (
        (dialog.form.server, seller.place),
        (dialog.form.login, seller.login),
        (dialog.form.password, password),
    ):
        line.clear()
        QTest.keyClicks(line, said)
    assert dialog.yes_button.isEnabled(), (dialog.form.wanted(), dialog.form.problem())
    QTest.keyClick(dialog.form.password, Qt.Key.Key_Return)


def until(qtbot: QtBot, is_so: Callable[[], bool]) -> None:
    qtbot.waitUntil(is_so, timeout=_PATIENCE)


def test_a_portfolio_comes_and_the_program_opens_on_it(
    dialog: TakingAlongDialog, seller: Seller, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    restarts: list[bool] = []
    monkeypatch.setattr(taking_along, "restart", lambda: restarts.append(True))
    fill(dialog, seller, "outra")
    until(qtbot, lambda: not dialog._is_at_work)
    assert "não aceitou o usuário ou a senha" in dialog.trouble.text()
    assert field_choice(seller.paths) is None
    fill(dialog, seller, PASSWORD)
    until(qtbot, lambda: not dialog._is_at_work)
    assert "2 clientes" in dialog.sentence.text(), dialog.trouble.text()
    assert "2 clientes" in dialog.counts.text()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert restarts == [True]
    store = open_store(Options(is_field=True), seller.paths)
    assert store.user.login == "rui"
    assert store.field is not None
    assert store.field.synchroniser.synchronise().end == "done"
    store.close()


def test_escape_stops_it_while_the_server_is_silent(
    dialog: TakingAlongDialog, seller: Seller, qtbot: QtBot
) -> None:
    with seller.team.superuser.begin() as connection:
        connection.execute(text("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE"))
        fill(dialog, seller, PASSWORD)
        until(qtbot, lambda: "carteira" in dialog.step.text())
        qtbot.wait(1_000)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        qtbot.waitUntil(lambda: not dialog._is_at_work, timeout=8_000)
    assert "nada ficou neste computador" in dialog.trouble.text()
    assert field_choice(seller.paths) is None
    assert not seller.paths.field_database.exists()
    assert KeyKeeper(seller.paths.field_database).kept() is None
    with seller.team.superuser.begin() as connection:
        states = connection.execute(text("SELECT wiped_at FROM devices WHERE is_replica"))
        assert all(state is not None for (state,) in states)


def test_without_a_keyring_a_passphrase_is_asked_for(
    dialog: TakingAlongDialog, seller: Seller, qtbot: QtBot, taking: PortfolioTaking
) -> None:
    dialog.form.ask_for_passphrase()
    for line in (dialog.form.phrase, dialog.form.phrase_again):
        QTest.keyClicks(line, "maca azul de ontem")
    fill(dialog, seller, PASSWORD)
    until(qtbot, lambda: not dialog._is_at_work)
    assert "2 clientes" in dialog.sentence.text(), dialog.trouble.text()
    keeper = KeyKeeper(seller.paths.field_database)
    assert keeper.asks_passphrase
    assert keeper.unwrap("maca azul de ontem").password == PASSWORD
