"""Bringing only touched customers up to date leads to the same rows as computing everybody."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cockpit.app import wiring
from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.domain.clock import AsOfClock
from tests.support.import_files import Line, trade, write_customers, write_orders

START = date(2025, 3, 3)
CUSTOMERS = 40
#: What says when a row was written, and nothing about the customer.
_WRITTEN = {"computed_at", "row_version", "feed_xid", "status_since_on"}


@dataclass(frozen=True)
class StandingClock(AsOfClock):
    """A machine's clock that stands on a day: everything stored is known."""

    @property
    def known_at(self) -> None:  # type: ignore[override]
        return


@contextmanager
def living(url: str, folder: Path, day: date, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """Open the database on a day that is today."""
    monkeypatch.setattr(wiring, "clock_of", lambda _options: StandingClock(day))
    with open_session(Options(database=url), Paths(folder)) as session:
        yield session


def rows(session: Session) -> dict[str, dict[Any, dict[str, Any]]]:
    """Return what is stored of everybody, by table and customer."""
    found = {}
    with session.engines.reading() as connection:
        for table in ("customer_statistics", "customer_metrics"):
            result = connection.exec_driver_sql(f"SELECT * FROM {table}").mappings().all()
            found[table] = {
                row["customer_id"]: {
                    name: value for name, value in row.items() if name not in _WRITTEN
                }
                for row in result
            }
    return found


def edits(chance: random.Random, stored: list[Line], day: date) -> list[Line]:
    """Return lines that add, change, cancel, return, move and mistype orders up to a day."""
    known = [line for line in stored if line.day <= day]
    edited: list[Line] = []
    for line in chance.sample(known, 12):
        changes: dict[str, Any] = chance.choice(
            (
                {"cents": line.cents + chance.randrange(1, 9_999)},
                {"day": line.day - timedelta(days=chance.randrange(1, 30))},
                {"customer": chance.randrange(1, CUSTOMERS + 1)},
                {"kind": "cancelado"},
                {"kind": "devolucao"},
                {"day": day + timedelta(days=chance.randrange(1, 9))},
                {"number": 500_000 + chance.randrange(1_000_000), "cents": 0},
            )
        )
        edited.append(replace(line, **changes))
    return edited


@pytest.mark.parametrize("seed", [1, 2])
def test_touched_customers_alone_give_the_same_rows_as_everybody(
    program_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    days = [START + timedelta(days=step) for step in (0, 1, 1, 4, 9)]
    stored = trade(CUSTOMERS, first=START - timedelta(days=700), last=days[-1], seed=seed)
    done = date.min
    for number, day in enumerate(days):
        with living(program_url, tmp_path, day, monkeypatch) as session:
            session.metrics.refresh_if_stale()
            lines = [line for line in stored if done < line.day <= day]
            if number:
                lines += edits(chance, stored, day)
            done = day
            blocked = chance.sample(range(1, CUSTOMERS + 1), 3)
            who = write_customers(
                tmp_path / f"c{number}.csv", range(1, CUSTOMERS + 1 + number), blocked=blocked
            )
            session.importing.run([who, write_orders(tmp_path / f"p{number}.csv", lines)])
    with living(program_url, tmp_path, days[-1], monkeypatch) as session:
        touched_only = rows(session)
        session.metrics.refresh()
        everybody = rows(session)
    assert len(everybody["customer_metrics"]) == CUSTOMERS + len(days) - 1
    assert touched_only == everybody


def test_a_day_that_passes_reads_no_documents_but_those_that_came_of_age(
    program_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = trade(CUSTOMERS, first=START - timedelta(days=300), last=START)
    lines.append(Line(999_999, 7, START + timedelta(days=2)))
    with living(program_url, tmp_path, START, monkeypatch) as session:
        files = [
            write_customers(tmp_path / "c.csv", range(1, CUSTOMERS + 1)),
            write_orders(tmp_path / "p.csv", lines),
        ]
        session.importing.run(files)
        seven = {row.code: row for row in listed(session)}["7"]
        panel = session.customers.panel(seven.customer_id)
    assert panel is not None
    assert panel.profile.statistics.future_count == 1
    assert seven.last_order_on < START
    with living(program_url, tmp_path, START + timedelta(days=2), monkeypatch) as session:
        asked: list[Any] = []
        engine = session.metrics.states.engine

        class Watched:
            def __getattr__(self, name: str) -> Any:
                return getattr(engine, name)

            def statistics(self, orders: Any, *rest: Any, as_of: date) -> Any:
                asked.append(list(orders.customer_ids))
                return engine.statistics(orders, *rest, as_of=as_of)

        watched: Any = Watched()
        metrics = replace(session.metrics, states=replace(session.metrics.states, engine=watched))
        assert metrics.refresh_if_stale()
        assert not metrics.refresh_if_stale()
        assert asked == [[seven.customer_id]]
        after = {row.code: row for row in listed(session)}
        touched_only = rows(session)
        session.metrics.refresh()
        assert touched_only == rows(session)
    assert after["7"].last_order_on == START + timedelta(days=2)
    assert after["7"].recency_days == 0


def test_a_clock_that_went_back_is_told_from_the_documents_of_its_day(
    program_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = trade(CUSTOMERS, first=START - timedelta(days=300), last=START)
    with living(program_url, tmp_path, START, monkeypatch) as session:
        files = [
            write_customers(tmp_path / "c.csv", range(1, CUSTOMERS + 1)),
            write_orders(tmp_path / "p.csv", lines),
        ]
        session.importing.run(files)
        before = rows(session)
    back = START - timedelta(days=9)
    with living(program_url, tmp_path, back, monkeypatch) as session:
        shown = [row.last_order_on for row in listed(session)]
        assert session.metrics.refresh_if_stale()
        assert [row.last_order_on for row in listed(session)] == shown
    assert max(day for day in shown if day) <= back
    with living(program_url, tmp_path, START, monkeypatch) as session:
        session.metrics.refresh_if_stale()
        assert rows(session) == before


def listed(session: Session) -> list[Any]:
    return listed_rows(session.work_list.load())
