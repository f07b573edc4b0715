"""Cycles are kept up to date beside the window: by the real program on a real database."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.app.commands.cycle_refresh import refresh
from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.upkeep import upkeep_of
from cockpit.app.window import Desk, open_desk
from cockpit.app.wiring import open_session
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.columns import VerdictColumns
from cockpit.services.cycle_fits import FitService
from cockpit.services.metrics import MetricsService
from tests.support.ended_windows import end_window
from tests.support.program import run_giro
from tests.support.runtime_fakes import FakeTime

_PATIENCE_MS = 60_000
BUYERS = 30


def write_book(folder: Path, *, last_gap: int = 5) -> list[Path]:
    """Write customers who buy every ten days or so, until a few days ago."""
    today = datetime.now(UTC).date()
    customers = ["codigo;razao_social"]
    orders = ["numero;cliente;data;valor"]
    for buyer in range(1, BUYERS + 1):
        customers.append(f"{buyer};Loja {buyer}")
        day = today - timedelta(days=last_gap + buyer % 7)
        for number in range(8):
            orders.append(f"{buyer}-{number};{buyer};{day:%d/%m/%Y};{100 + buyer},00")
            day -= timedelta(days=8 + (buyer + number) % 5)
    files = [folder / "clientes.csv", folder / "pedidos.csv"]
    for path, lines in zip(files, (customers, orders), strict=True):
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return files


@pytest.fixture
def options(program_url: str) -> Options:
    return Options(database=program_url)


@pytest.fixture
def session(options: Options, tmp_path: Path) -> Iterator[Session]:
    with open_session(options, Paths(tmp_path)) as session:
        session.importing.run(write_book(tmp_path))
        yield session


def stored(session: Session) -> dict[str, Any]:
    """Return the stored judgements by customer."""
    rows = listed_rows(session.work_list.load())
    return {
        row.code: (row.status, row.none_90, row.gap_quantile, row.at_risk_cents) for row in rows
    }


def is_judged(session: Session) -> bool:
    with session.database.read() as unit:
        return session.fits.states.is_judged(unit)


# --- what is done --------------------------------------------------------------------------------


def test_a_fit_and_the_judgements_by_it_are_stored_in_one_step(session: Session) -> None:
    told: list[ChangeNotice] = []
    session.database.subscribe(told.append)
    before = len(session.reports.fits(10))
    fit = session.fits.refit()
    assert [notice.touches(Topic.METRICS) for notice in told] == [True]
    assert is_judged(session)
    assert len(session.reports.fits(10)) == before + 1
    in_force = session.reports.fit()
    assert in_force is not None
    assert in_force.fit_id == fit.fit_id
    by_fit = stored(session)
    session.metrics.refresh()
    assert stored(session) == by_fit


def test_who_orders_during_a_fit_is_judged_by_the_new_parameters_too(
    session: Session, tmp_path: Path
) -> None:
    newer = tmp_path / "novos.csv"
    today = datetime.now(UTC).date()
    newer.write_text(f"numero;cliente;data;valor\nx;3;{today:%d/%m/%Y};500,00\n", encoding="utf-8")

    class Overtaken:
        """An engine in whose judging another program imports a newer order."""

        has_happened = False

        def __getattr__(self, name: str) -> Any:
            return getattr(session.fits.states.engine, name)

        def verdicts(self, *columns: Any, as_of: date) -> VerdictColumns:
            if not self.has_happened:
                self.has_happened = True
                session.importing.run([newer])
            return session.fits.states.engine.verdicts(*columns, as_of=as_of)

    slow: Any = Overtaken()
    states = replace(session.fits.states, engine=slow)
    FitService(states, MetricsService(states)).refit()
    assert slow.has_happened
    assert is_judged(session)
    now = stored(session)
    session.metrics.refresh()
    assert stored(session) == now


def test_the_second_of_two_programs_finds_the_fit_made(
    session: Session, options: Options, tmp_path: Path
) -> None:
    session.fits.refit()
    count = len(session.reports.fits(10))
    with open_session(options, Paths(tmp_path)) as other:
        assert refresh(other, is_refit=False) == "fresh"
    assert len(session.reports.fits(10)) == count


def test_a_new_day_is_stored_without_a_fit_that_is_not_due(session: Session) -> None:
    session.fits.refit()
    expected = stored(session)
    with session.database.write() as unit:
        unit.metrics.expire()
    assert not is_judged(session)
    assert refresh(session, is_refit=False) == "refreshed"
    assert is_judged(session)
    assert stored(session) == expected


def on_day(session: Session, days: float) -> Session:
    """Return the session as it is some days from now."""
    time = FakeTime()
    time.wall = datetime.now(UTC).timestamp() + days * 24 * 3600
    states = replace(session.fits.states, clock=time)
    metrics = MetricsService(states)
    return replace(session, metrics=metrics, fits=FitService(states, metrics))


def test_a_fit_is_made_again_after_a_week(session: Session) -> None:
    session.fits.refit()
    assert refresh(on_day(session, 6.9), is_refit=False) == "refreshed"
    assert refresh(on_day(session, 7.1), is_refit=False) == "fitted"
    assert refresh(on_day(session, 7.1), is_refit=False) == "fresh"


def test_a_clock_that_went_wrong_leaves_no_fit_that_is_due_for_ever(session: Session) -> None:
    session.fits.refit()
    assert refresh(on_day(session, 400), is_refit=False) == "fitted"
    assert refresh(session, is_refit=False) == "refreshed"
    assert refresh(session, is_refit=False) == "fresh"


def test_an_import_computes_only_those_whose_orders_it_brings(
    session: Session, tmp_path: Path
) -> None:
    newer = tmp_path / "novos.csv"
    today = datetime.now(UTC).date()
    newer.write_text(f"numero;cliente;data;valor\nx;3;{today:%d/%m/%Y};500,00\n", encoding="utf-8")
    session.fits.refit()
    with session.database.read() as unit:
        before = unit.metrics.computed_at()
    session.importing.run([newer])
    with session.database.read() as unit:
        now = unit.metrics.computed_at()
    assert len(before) == BUYERS
    assert len([key for key, at in now.items() if at != before[key]]) == 1


def test_the_command_says_what_it_did_and_refuses_a_past_day(tmp_path: Path) -> None:
    first = run_giro("cycle", "refresh", home=tmp_path)
    assert (first.returncode, first.stderr) == (0, "")
    again = run_giro("cycle", "refresh", "--language", "en", home=tmp_path)
    assert again.stdout == "The statuses of today are stored.\n"
    past = run_giro("cycle", "refresh", "--as-of", "2022-03-22", home=tmp_path)
    assert past.returncode == 2
    assert "Num dia passado nada é guardado" in past.stderr


# --- beside the window ---------------------------------------------------------------------------


def test_a_server_with_a_password_is_not_named_on_the_command_line() -> None:
    address = "postgresql://ana:segredo@servidor/giro"
    upkeep = upkeep_of(Options(database=address))
    for command in (upkeep.refresh, upkeep.refit):
        assert not [word for word in command.words if "segredo" in word or "servidor" in word]
        assert command.variables == {"GIRO_DATABASE_URL": address}
        assert "segredo" not in repr(command)


def test_the_demo_company_is_kept_as_the_demo_company() -> None:
    upkeep = upkeep_of(Options(is_demo=True))
    assert "--demo" in upkeep.refresh.words
    assert "--demo" in upkeep.refit.words
    assert not upkeep.refresh.variables


@contextmanager
def shown(session: Session, options: Options, home: Path) -> Iterator[Desk]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with open_desk(session, app, options) as desk:
        desk.window.show()
        desk.window.start()
        yield desk
        desk.window.close()
    end_window(desk.window)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Path:
    """The folder of the program beside the window."""
    monkeypatch.setenv("GIRO_HOME", str(tmp_path))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return tmp_path


def test_a_fit_beside_the_window_is_stored_told_and_said(
    session: Session, options: Options, home: Path, qtbot: QtBot
) -> None:
    with shown(session, options, home) as desk:
        keeper, count = desk.ctx.cycle_keeper, len(session.reports.fits(10))
        signals = [keeper.refit_finished, desk.ctx.feed.changed]
        with qtbot.waitSignals(signals, timeout=_PATIENCE_MS):
            keeper.refit_now()
            assert desk.window._status_bar.message() == "Recalculando ciclos…"
        assert len(session.reports.fits(10)) == count + 1
        assert is_judged(session)
        assert desk.window._status_bar.message() == "Ciclos em dia."


def test_the_window_closes_at_once_during_a_fit_and_nothing_half_done_is_left(
    session: Session, options: Options, home: Path
) -> None:
    fits, judged = session.reports.fits(10), stored(session)
    with shown(session, options, home) as desk:
        desk.ctx.cycle_keeper.refit_now()
        started = time.monotonic()
        desk.ctx.cycle_keeper.stop()
        assert time.monotonic() - started < 1
    assert session.reports.fits(10) == fits
    assert is_judged(session)
    assert stored(session) == judged


def test_a_cancelled_fit_is_said(
    session: Session, options: Options, home: Path, qtbot: QtBot
) -> None:
    with shown(session, options, home) as desk:
        keeper = desk.ctx.cycle_keeper
        keeper.refit_now()
        with qtbot.waitSignal(keeper.refit_failed):
            keeper.cancel()
        assert "interrompido" in desk.window._status_bar.message()
        assert not keeper.is_running
