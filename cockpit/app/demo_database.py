"""Makes the demo company's database; imported only by the starts that make one."""

import os
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import update

from cockpit.analytics.analyst import KGridAnalyst
from cockpit.analytics.engine import KGridEngine
from cockpit.analytics.indicators.crediting import ColumnCrediting
from cockpit.data.bulk_loader import SqlBulkLoader
from cockpit.data.database import SqlDatabase
from cockpit.data.defaults import OUTCOMES, REASONS, seed_defaults
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import Address, SqliteFile
from cockpit.demo.company import build_company
from cockpit.demo.cycles import RULES_SINCE
from cockpit.demo.past_statuses import closed_months, closing_day
from cockpit.demo.staff import DEMO_LOGIN
from cockpit.demo.tables import Row
from cockpit.domain.clock import AsOfClock
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import Role
from cockpit.services.crediting import CreditReader
from cockpit.services.cycle_fits import FitService
from cockpit.services.cycle_state import CycleStates
from cockpit.services.frozen_periods import FrozenPeriodService
from cockpit.services.metrics import MetricsService
from cockpit.services.mixes import MixService
from cockpit.services.notice_maker import NoticeMaker
from cockpit.services.ports import CurrentUser
from models import CadencePolicy

#: Its years of orders and its appointments fit into what the calendar and the keys can hold.
YEARS = range(2000, 2100)


def create_demo(address: Address, today: date, *, is_renewed: bool) -> dict[str, int]:
    """Put the demo company into an empty database; return how many rows each table got.

    An embedded file appears under its name only when it is complete, so that neither a full disk
    nor a second start ever sees half a company.

    Args:
        address: The database; an embedded file may not be there yet.
        today: The company's day.
        is_renewed: Whether a file that is there is replaced; else it is kept.

    Raises:
        BadInputError: The database has customers already, or the day is out of the company's world.
    """
    if today.year not in YEARS:
        raise BadInputError("demo_day")
    if not isinstance(address, SqliteFile):
        return _fill(address, today)
    building = address.path.with_name(f"{address.path.name}.{os.getpid()}.new")
    try:
        counts = _fill(SqliteFile(building), today)
        if is_renewed:
            _remove(address.path)
            building.replace(address.path)
        else:
            _put_if_absent(building, address.path)
    finally:
        _remove(building)
    return counts


def _fill(address: Address, today: date) -> dict[str, int]:
    engines = open_database(address)
    clock = AsOfClock(today)
    try:
        with engines.writing() as connection:
            seed_defaults(connection)
            made_at = datetime.combine(today - RULES_SINCE, time(9), clock.zone)
            connection.execute(update(CadencePolicy).values(published_at=made_at))
        company = build_company(today, OUTCOMES, REASONS)
        SqlBulkLoader(engines).load(company)
        user = ensure_identity(engines, login=DEMO_LOGIN)
        database = SqlDatabase(engines, user.user_id)
        states = CycleStates(database, KGridEngine(zone=clock.zone), KGridAnalyst, clock)
        metrics = MetricsService(states)
        _judge_last_week(database, today)
        metrics.refresh()
        FitService(states, metrics).refit()
        MixService(database, clock).refresh()
        _close_months(database, _manager(user, company), today)
        maker = NoticeMaker(clock)
        with database.write() as unit:
            maker.store(unit, maker.prepare(unit))
    finally:
        engines.close()
    return {table: len(rows) for table, rows in company.items()}


def _judge_last_week(database: SqlDatabase, today: date) -> None:
    """Judge the customers as they were a week ago, so that some have left their cycle since."""
    clock = AsOfClock(today - timedelta(days=7))
    states = CycleStates(database, KGridEngine(zone=clock.zone), KGridAnalyst, clock)
    MetricsService(states).refresh()


def _close_months(database: SqlDatabase, manager: CurrentUser, today: date) -> None:
    """Close some months, each on its day with what was known then; the last one is still open."""
    for month in closed_months(today):
        clock = AsOfClock(closing_day(month))
        states = CycleStates(database, KGridEngine(zone=clock.zone), KGridAnalyst, clock)
        FrozenPeriodService(database, CreditReader(states, ColumnCrediting), manager).close(month)


def _manager(user: CurrentUser, company: Mapping[str, Sequence[Row]]) -> CurrentUser:
    """Return the manager, at the same computer."""
    row = next(one for one in company["users"] if one["role"] is Role.MANAGER)
    key = row["id"]
    assert isinstance(key, UUID)  # noqa: S101 - the generator wrote it
    return CurrentUser(key, user.device_id, str(row["login"]), str(row["name"]), Role.MANAGER)


def _put_if_absent(building: Path, path: Path) -> None:
    """Give the file its name, unless another start was faster."""
    try:
        path.hardlink_to(building)
    except FileExistsError:
        return
    except OSError:
        # A file system without links: the race is left, and either file is whole.
        building.replace(path)


def _remove(path: Path) -> None:
    """Remove a database file with what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
