"""What supervisors and managers save is stored whole or not at all, whatever stops it midway."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.domain.campaigns import CampaignPlan
from cockpit.domain.errors import DatabaseError, StorageFullError
from cockpit.domain.ids import new_id
from cockpit.domain.periods import month_of
from cockpit.domain.report_schedules import ReportPlan
from cockpit.domain.reports import ReportName
from cockpit.domain.review import Mark, ReviewDraft
from cockpit.domain.rules import RuleDraft, RuleKind
from cockpit.services.reporting.schedules import ReportScheduleService
from models import Base
from tests.support.import_files import Line
from tests.support.working_company import CUSTOMERS, Company

ROOT = Path(__file__).parents[2]
TODAY = date(2025, 4, 20)
_WRITES = ("INSERT", "UPDATE", "DELETE")
#: More than fits into the free room of any file's pages.
_LONG = "x" * 200_000


def _publish_rule(session: Session, note: str) -> None:
    one = session.rules.read(RuleKind.CADENCE).subjects[0]
    content = deepcopy(one.content)
    content["rest_days"] = 33
    session.rules.publish(RuleDraft(RuleKind.CADENCE, one.key, one.version, content, note))


def _close(session: Session, _note: str) -> None:
    session.frozen_periods.close(month_of(date(2025, 3, 1)))


def _review(session: Session, note: str) -> None:
    contacts = Base.metadata.tables["contacts"]
    with session.store.engines.reading() as connection:
        keys = list(connection.execute(contacts.select()).scalars())
    session.review.mark(ReviewDraft({key: new_id() for key in keys}, Mark.COACH, note))


def _schedule(session: Session, _note: str) -> None:
    schedules = ReportScheduleService(session.database, session.clock, session.user)
    schedules.add(ReportPlan(ReportName.CONTACTS))


def _campaign(session: Session, note: str) -> None:
    customers = Base.metadata.tables["customers"]
    with session.store.engines.reading() as connection:
        keys = list(connection.execute(customers.select()).scalars())
    plan = CampaignPlan(new_id(), "Volta", TODAY, date(2025, 5, 20), purpose=note)
    session.campaigns.publish(plan.campaign_id, plan, keys)


DEEDS: dict[str, Callable[[Session, str], None]] = {
    "rule": _publish_rule,
    "closing": _close,
    "review": _review,
    "schedule": _schedule,
    "campaign": _campaign,
}


@contextmanager
def opened(folder: Path) -> Iterator[Session]:
    options = Options(database=f"sqlite:///{folder / 'giro.db'}", as_of=TODAY)
    with open_session(options, Paths(folder)) as session:
        yield session


def everything(session: Session) -> dict[str, list[Any]]:
    """Return all rows of all tables."""
    with session.store.engines.reading() as connection:
        return {
            table.name: connection.exec_driver_sql(f"SELECT * FROM {table.name} ORDER BY 1").all()
            for table in Base.metadata.sorted_tables
        }


@contextmanager
def at_write(session: Session, number: int, what: Callable[[Any], None]) -> Iterator[None]:
    """Do something right before the statement of this number that writes, from 0."""
    writer, count = session.store.engines.writer, iter(range(1_000_000))
    touched: list[Any] = []

    def look(_connection: Any, cursor: Any, statement: str, *_more: object) -> None:
        if statement.lstrip().startswith(_WRITES) and next(count) == number:
            touched.append(cursor.connection)
            what(cursor.connection)

    event.listen(writer, "before_cursor_execute", look)
    try:
        yield
    finally:
        event.remove(writer, "before_cursor_execute", look)
        for connection in touched:
            connection.execute("PRAGMA query_only = OFF")


def _refuse(connection: Any) -> None:
    connection.execute("PRAGMA query_only = ON")


@pytest.fixture
def folder(sqlite_file: Path, tmp_path: Path) -> Path:
    sqlite_file.rename(tmp_path / "giro.db")
    company = Company(f"sqlite:///{tmp_path / 'giro.db'}", tmp_path)
    company.take(date(2025, 1, 2), *(Line(one, one, date(2024, 6, 1)) for one in CUSTOMERS))
    company.contact(1, date(2025, 3, 10))
    company.contact(2, date(2025, 3, 11))
    company.take(date(2025, 4, 1), Line(401, 1, date(2025, 3, 12), 123_456))
    return tmp_path


@pytest.mark.parametrize("name", DEEDS)
def test_a_file_that_takes_no_more_midway_keeps_nothing_of_a_deed(folder: Path, name: str) -> None:
    with opened(folder) as session:
        before = everything(session)
        for number in range(100):
            with at_write(session, number, _refuse):
                said = _done(session, name)
            if not said:
                break
            assert said == "error.database_read_only"
            assert everything(session) == before
        assert 0 < number < 99
        assert everything(session) != before


def _done(session: Session, name: str) -> str:
    """Do a deed, and return what was told where it failed."""
    try:
        DEEDS[name](session, "motivo")
    except DatabaseError as error:
        return error.message.key
    return ""


@pytest.mark.parametrize("name", ["rule", "campaign"])
def test_a_full_disk_keeps_nothing_of_a_deed(folder: Path, name: str) -> None:
    with opened(folder) as session:
        before = everything(session)

        def fill(connection: Any) -> None:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages}")

        with at_write(session, 0, fill), pytest.raises(StorageFullError) as caught:
            DEEDS[name](session, _LONG)
        assert caught.value.message.key == "error.disk_full"
        assert everything(session) == before
    with opened(folder) as session:
        DEEDS[name](session, _LONG)
        assert everything(session) != before


def die(folder: str, name: str) -> None:
    """Do a deed in a program that is killed at its commit."""
    with opened(Path(folder)) as session:
        event.listen(session.store.engines.writer, "commit", _die)
        DEEDS[name](session, "motivo")


def _die(_connection: object) -> None:
    signal.raise_signal(signal.SIGKILL)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("name", DEEDS)
def test_a_program_that_is_killed_before_its_commit_leaves_nothing(folder: Path, name: str) -> None:
    with opened(folder) as session:
        before = everything(session)
    script = f"from {__name__} import die; import sys; die(*sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder), name], cwd=ROOT, timeout=90, check=False
    )
    assert done.returncode == -signal.SIGKILL
    with opened(folder) as session:
        assert everything(session) == before
        DEEDS[name](session, "motivo")
        assert everything(session) != before
