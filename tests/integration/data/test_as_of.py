"""A past day, asked for later, is what the program said on that day."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.domain.cycle_policy import EVERYBODY, PolicyKind
from cockpit.domain.work_list import ROW_FIELDS
from tests.support.import_files import Line, trade, write_customers, write_orders

DAY = date(2025, 6, 30)
CUSTOMERS = range(1, 71)
HISTORY = trade(len(CUSTOMERS), first=DAY - timedelta(days=900), last=DAY + timedelta(days=40))


class Company:
    """A database that is worked with on one day after the other."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.folder = folder
        self._files = 0

    @contextmanager
    def on(self, day: date) -> Iterator[Session]:
        options = Options(database=self.url, as_of=day)
        with open_session(options, Paths(self.folder)) as session:
            yield session

    def take(self, session: Session, lines: list[Line], **customers: Any) -> None:
        """Import customers and orders."""
        self._files += 1
        files = [write_orders(self.folder / f"pedidos{self._files}.csv", lines)]
        if customers:
            name = f"clientes{self._files}.csv"
            files.append(write_customers(self.folder / name, **customers))
        session.importing.run(files, origin="terminal")


@pytest.fixture
def company(program_url: str, tmp_path: Path) -> Company:
    return Company(program_url, tmp_path)


def until(day: date, *, after: date = date.min) -> list[Line]:
    return [line for line in HISTORY if after < line.day <= day]


def said(session: Session) -> dict[str, Any]:
    """Return everything that the program says of everybody."""
    rows = listed_rows(session.work_list.load())
    panels = [session.customers.panel(row.customer_id) for row in rows]
    with session.database.read() as unit:
        state = session.metrics.states.everyone(unit)
    judged = session.metrics.states.verdicts(state)
    columns = [getattr(judged, name) for name in judged.__slots__]
    by_customer = zip(state.statistics.customer_id, zip(*columns, strict=True), strict=True)
    return {
        "rows": [astuple(row) for row in rows],
        "panels": panels,
        "verdicts": sorted(by_customer),
        "policy": session.policies.book(),
        "fit": session.reports.fit(),
    }


def begin(company: Company) -> None:
    """Load the history of a company a month before the day."""
    start = DAY - timedelta(days=30)
    with company.on(start) as session:
        company.take(session, until(start), numbers=CUSTOMERS, blocked=[3])


def live_through(company: Company) -> dict[str, Any]:
    """Work on the day, and return what the program says at its end."""
    with company.on(DAY) as session:
        company.take(session, until(DAY, after=DAY - timedelta(days=30)))
        rule = session.policies.basis(EVERYBODY)
        session.policies.publish(EVERYBODY, replace(rule, false_alarm_budget=0.1), "menos alarmes")
        session.fits.refit()
        return said(session)


def go_on(company: Company) -> None:
    """Import later, back-dated, changed, moved, cancelled and returned orders; change the rules."""
    known = until(DAY)
    back_dated = [
        Line(90_000 + customer, customer, DAY - timedelta(days=customer), 50_000)
        for customer in range(1, 40)
    ]
    returned = [replace(line, number=line.number + 70_000, kind="devolucao") for line in known[-9:]]
    changed = [replace(line, cents=line.cents * 3) for line in known[-60:-40]]
    moved = [replace(line, customer=line.customer % 70 + 1) for line in known[-40:-25]]
    cancelled = [replace(line, kind="cancelado") for line in known[-25:-10]]
    later = until(DAY + timedelta(days=20), after=DAY)
    with company.on(DAY + timedelta(days=20)) as session:
        company.take(
            session,
            back_dated + returned + changed + moved + cancelled + later,
            numbers=range(1, 76),
            blocked=[3, 4, 5],
            segments=("Papel", "Metal", "Vidro"),
        )
        rule = replace(session.policies.basis(EVERYBODY), kind=PolicyKind.FIXED_DAYS)
        session.policies.publish(EVERYBODY, rule, "prazo fixo")
        session.fits.refit()
        again = [replace(line, cents=7) for line in known[-60:-50]]
        company.take(session, again, numbers=CUSTOMERS, blocked=[])


def test_a_day_is_told_later_as_it_was_told_then(company: Company) -> None:
    begin(company)
    then = live_through(company)
    assert not then["fit"].is_published
    go_on(company)
    with company.on(DAY) as session:
        again = said(session)
        assert not session.metrics.refresh_if_stale()
        assert not session.fits.is_due()
    for what, told in then.items():
        assert again[what] == told, what
    with company.on(DAY + timedelta(days=20)) as session:
        with session.database.read() as unit:
            assert session.metrics.states.is_judged(unit), "asking for a past day stored something"
        now = said(session)
    assert len(now["rows"]) == 75 > len(then["rows"]) == 70
    assert now["policy"].deciding(None, None).kind is PolicyKind.FIXED_DAYS
    assert now["fit"].fit_id != then["fit"].fit_id


def test_a_day_before_the_first_import_is_told_from_its_history(company: Company) -> None:
    begin(company)
    past = DAY - timedelta(days=200)
    with company.on(past) as session:
        told = said(session)
        assert told["fit"].fit_id is None
        assert told["fit"].data_until_on == past
    place = ROW_FIELDS.index("last_order_on")
    last = [row[place] for row in told["rows"] if row[place] is not None]
    assert max(last) <= past
    assert len(last) > 60
