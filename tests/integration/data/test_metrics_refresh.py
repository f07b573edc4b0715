"""Statistics computed from older orders never replace those computed from newer ones."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.domain.cycle_policy import EVERYBODY, CyclePolicy, PolicyKind
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.services.metrics import MetricsService

CUSTOMERS = "codigo;razao_social\n1;Loja do Porto\n2;Casa Alta\n"
HEADER = "numero;cliente;data;valor\n"


def orders(*days: date) -> str:
    lines = [f"{number};1;{day:%d/%m/%Y};100,00" for number, day in enumerate(days, start=1)]
    return HEADER + "\n".join(lines) + "\n"


@pytest.fixture
def today() -> date:
    return datetime.now(UTC).date()


class Overtaken:
    """An engine in whose computation another program imports newer orders."""

    def __init__(self, session: Session, path: Path) -> None:
        self._session = session
        self._path = path
        self.has_happened = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._session.metrics.states.engine, name)

    def statistics(self, *columns: Any, as_of: date) -> Any:
        result = self._session.metrics.states.engine.statistics(*columns, as_of=as_of)
        if not self.has_happened:
            self.has_happened = True
            self._session.importing.run([self._path])
        return result


def test_an_import_during_the_computation_is_not_lost(
    tmp_path: Path, program_url: str, today: date
) -> None:
    (tmp_path / "clientes.csv").write_text(CUSTOMERS, encoding="utf-8")
    first, second = tmp_path / "pedidos.csv", tmp_path / "novos.csv"
    old, new = today - timedelta(days=90), today - timedelta(days=3)
    first.write_text(orders(old), encoding="utf-8")
    second.write_text(orders(old, new), encoding="utf-8")
    with open_session(Options(database=program_url), Paths(tmp_path)) as session:
        session.importing.run([tmp_path / "clientes.csv", first])
        slow: Any = Overtaken(session, second)
        MetricsService(replace(session.metrics.states, engine=slow)).refresh()
        listed = listed_rows(session.work_list.load())
    last = {row.code: row.last_order_on for row in listed}
    assert last == {"1": new, "2": None}


class Overruled(Overtaken):
    """An engine in whose judging a supervisor publishes another rule."""

    def statistics(self, *columns: Any, as_of: date) -> Any:
        return self._session.metrics.states.engine.statistics(*columns, as_of=as_of)

    def verdicts(self, *columns: Any, as_of: date) -> Any:
        result = self._session.metrics.states.engine.verdicts(*columns, as_of=as_of)
        if not self.has_happened:
            self.has_happened = True
            rule = CyclePolicy(
                kind=PolicyKind.FIXED_DAYS, fixed_at_risk_days=1, fixed_inactive_days=2
            )
            self._session.policies.publish(EVERYBODY, rule, "")
        return result


@pytest.mark.parametrize("how", ["refresh", "roll_over", "adopt"])
def test_a_rule_published_during_the_judging_is_not_overruled(
    tmp_path: Path, program_url: str, today: date, how: str
) -> None:
    (tmp_path / "clientes.csv").write_text(CUSTOMERS, encoding="utf-8")
    days = [today - timedelta(days=back) for back in (200, 150, 100, 50)]
    (tmp_path / "pedidos.csv").write_text(orders(*days), encoding="utf-8")
    with open_session(Options(database=program_url), Paths(tmp_path)) as session:
        session.importing.run([tmp_path / "clientes.csv", tmp_path / "pedidos.csv"])
        slow: Any = Overruled(session, tmp_path)
        metrics = MetricsService(replace(session.metrics.states, engine=slow))
        fit = session.reports.fit()
        assert fit is not None
        {"refresh": metrics.refresh, "roll_over": metrics.roll_over}.get(
            how, lambda: metrics.adopt(fit)
        )()
        with session.database.read() as unit:
            assert session.metrics.states.is_judged(unit)
        listed = listed_rows(session.work_list.load())
    statuses = {row.code: row.status for row in listed}
    assert slow.has_happened
    assert statuses["1"] is LifecycleStatus.INACTIVE


def test_nobody_to_refresh_is_no_work(tmp_path: Path, program_url: str) -> None:
    with open_session(Options(database=program_url), Paths(tmp_path)) as session:
        assert session.metrics.refresh([]) == 0
        assert session.metrics.refresh() == 0
