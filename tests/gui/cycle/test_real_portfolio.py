"""The screen over a real database and the real engine, with work done in the background."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.window import Desk, open_picture
from cockpit.app.wiring import open_session
from cockpit.domain.clock import SystemClock
from cockpit.ui.cycle.screen import CycleScreen
from cockpit.ui.rules.confirm_dialog import ConfirmDialog
from cockpit.ui.rules.cycle.move_dialog import MoveDialog
from tests.support.import_files import trade, write_customers, write_orders

CUSTOMERS = 90
PATIENCE_MS = 60_000


def files(folder: Path) -> tuple[Path, Path]:
    """Write customers who buy every few weeks, a third of whom have fallen silent."""
    today = SystemClock().today()
    lines = trade(CUSTOMERS, first=today - timedelta(days=700), last=today)
    return (
        write_customers(folder / "clientes.csv", range(1, CUSTOMERS + 1)),
        write_orders(folder / "pedidos.csv", lines),
    )


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    options = Options(database=str(tmp_path / "giro.db"))
    with open_session(options, Paths(tmp_path)) as session:
        session.importing.run(files(tmp_path))
        yield session


@pytest.fixture
def desk(session: Session, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    with open_picture(session, qapp, Options()) as desk:
        qtbot.addWidget(desk.window)
        desk.ctx.feed.start()
        desk.window.show()
        desk.window.start()
        qtbot.waitUntil(lambda: desk.window.work_list.model.rowCount() > 0, timeout=PATIENCE_MS)
        yield desk
        desk.window.close()
        desk.ctx.feed.stop()


@pytest.fixture
def screen(desk: Desk) -> CycleScreen:
    desk.window.screens.show_cycle()
    assert desk.window.screens.cycle is not None
    return desk.window.screens.cycle


def test_the_portfolio_is_read_from_the_order_book(screen: CycleScreen, qtbot: QtBot):
    portfolio = screen.portfolio
    qtbot.waitUntil(lambda: portfolio.table.records.rowCount() > 3, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: portfolio.table.records.rows[0].days is None, timeout=PATIENCE_MS)
    assert "80% das compras se repetem entre" in portfolio.sentence()
    assert sum(bar.value for bar in portfolio.chart.bars) == pytest.approx(1, abs=1e-6)
    flagged = [one.flagged_count for one in portfolio.table.records.rows[1:]]
    assert flagged == sorted(flagged, reverse=True)


def test_a_rule_is_tried_published_and_taken_back(desk: Desk, qtbot: QtBot):
    desk.window.rules.show_cycle()
    assert desk.window.rules.screen is not None
    policy = desk.window.rules.screen.cycle
    assert policy is not None
    qtbot.waitUntil(lambda: policy.simulation.comparison is not None, timeout=PATIENCE_MS)
    assert policy.notice() == ""
    policy.form.budget.number.setValue(60)
    qtbot.waitUntil(policy.publish_button.isEnabled, timeout=PATIENCE_MS)
    moves = policy.simulation.moves
    assert moves.records.rowCount() > 0
    moves.opened.emit(moves.records.rows[0])
    names = policy.findChild(MoveDialog)
    assert names is not None
    assert names.table.records.index(0, 0).data().startswith("Cliente 0")
    names.close()
    before = policy.simulation.comparison
    assert before is not None
    policy.publish()
    dialog = policy.findChild(ConfirmDialog)
    assert dialog is not None
    dialog.note.setText("Mais cedo")
    dialog.publish_button.click()
    table = policy.history.table
    qtbot.waitUntil(lambda: table.records.rowCount() == 1, timeout=PATIENCE_MS)
    assert table.records.rows[0].version.note == "Mais cedo"
    statuses = [row.status for row in listed_rows(desk.ctx.work_list.load())]
    promised = {one.status: one.count_after for one in before.proposed.totals if one.count_after}
    found = {status: statuses.count(status) for status in promised}
    assert found == promised


def test_a_new_fit_is_seen_as_soon_as_it_is_stored(
    session: Session, screen: CycleScreen, qtbot: QtBot
):
    screen.show_section(1)
    fit, backtest = screen.accuracy.fit, screen.accuracy.backtest
    qtbot.waitUntil(lambda: fit.state_sentence() == "", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not backtest.is_running, timeout=PATIENCE_MS)
    assert backtest.table.records.rows[0].score == "own_cycle"
    assert backtest.chart.bins
    count = fit.table.records.rowCount()
    session.fits.refit()
    qtbot.waitUntil(lambda: fit.table.records.rowCount() == count + 1, timeout=PATIENCE_MS)
    assert "90 clientes" in fit.facts()
