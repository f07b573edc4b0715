"""``report`` as it is typed, of a file and of a server: the figures that plain loops count."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.wiring import open_session
from cockpit.domain.periods import Period, month_of
from cockpit.domain.reports import ReportFormat, ReportName
from tests.support.plain_cycles import fixed_status
from tests.support.plain_demo import TODAY, Demo, credited, demo_on, told_of
from tests.support.plain_events import plain_year, plain_yearly
from tests.support.plain_indicators import Plain
from tests.support.program import run_here

DECEMBER, EVER = month_of(date(2025, 12, 1)), Period(date(2024, 1, 1), TODAY)
DAYS = ("--from", "2025-12", "--to", "2025-12")

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    with demo_on(request.param, request, tmp_path_factory.mktemp("demo")) as url:
        yield url


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def demo(address: str, home: Path) -> Iterator[Demo]:
    with open_session(Options(database=address, as_of=TODAY), Paths(home)) as session:
        yield Demo(session)


@pytest.fixture(scope="module")
def plain(demo: Demo) -> Plain:
    engines = demo.session.store.engines
    return Plain(engines, credited(engines, told_of(engines, EVER)))


def told(home: Path, address: str, name: str, *more: str) -> dict[str, Any]:
    """Return a report as another program reads it."""
    words = ("report", name, "--database", address, "--as-of", f"{TODAY}", *more)
    done = run_here(*words, "--format", "json", home=home)
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def values(report: dict[str, Any]) -> dict[str, Any]:
    return {name: one["value"] for name, one in report["figures"].items()}


def test_contacts(home: Path, address: str, plain: Plain) -> None:
    report = told(home, address, "contacts", *DAYS, "--by", "operator")
    line = plain.line(DECEMBER.first, DECEMBER.last, {})
    contacts, clients, reached, _, orders, cents, _, back, recovered, _, middle = line
    table = report["tables"]["contacts"]
    total = table["total"]
    assert [total[one] for one in (
        "contacts", "clients", "reached", "reach_rate", "orders", "order_value", "reactivated",
        "recovered", "median_days",
    )] == [contacts, clients, reached, reached / contacts, orders, cents, back, recovered,
           middle]  # fmt: skip
    assert values(report)["contacts"] == contacts > 0
    rows = plain.rows("operator", DECEMBER.first, DECEMBER.last, {})
    assert Counter((one["contacts"], one["order_value"], one["recovered"])
                   for one in table["rows"]) == Counter(
        (one[0], one[5], one[8]) for one in rows.values()
    )  # fmt: skip
    tries = report["tables"]["attempts"]["rows"]
    assert [(one["tries"], one["reached"], one["sold"]) for one in tries] == [
        one[1:] for one in plain.attempts(DECEMBER.first, DECEMBER.last, {})
    ]


def test_reactivation(home: Path, address: str, demo: Demo) -> None:
    report = told(home, address, "reactivation", *DAYS)
    credits = told_of(demo.session.store.engines, DECEMBER)
    cents, goods = (sum(one[place] for one in credits.values()) for place in (1, 2))
    total = report["tables"]["reactivated"]["total"]
    assert (total["recovered"], total["recovered_goods"]) == (cents, goods)
    assert total["order_count"] == len(credits) > 0
    assert values(report)["reactivated"] == len({key[0] for key, one in credits.items() if one[0]})
    assert sum(one["recovered"] for one in report["tables"]["reactivated"]["rows"]) == cents


def test_objections(home: Path, address: str, plain: Plain) -> None:
    report = told(home, address, "objections", *DAYS)
    raised = plain.raised(DECEMBER.first, DECEMBER.last, {})
    stopped = plain.stopped(DECEMBER.last, {})
    overcome = sum(one[2] == "overcome" for one in raised)
    found = values(report)
    assert (found["objections"], found["objections_overcome"]) == (len(raised), overcome)
    assert found["quotes"] == sum(one[2] for one in stopped)
    rows = report["tables"]["quotes"]["rows"]
    assert sorted(one["value"] for one in rows) == sorted(one[2] for one in stopped)


def test_portfolio_and_bridge(home: Path, address: str, demo: Demo) -> None:
    day = DECEMBER.last
    events = demo.events(day)
    status = {
        key: fixed_status(sorted(own), demo.known_blocks(key, day), day)
        for key, own in events.items()
    }
    of = Counter(status.values())
    found = values(told(home, address, "portfolio", *DAYS))
    known = of["inactive"] + of["buying"] + of["at_risk"]
    assert found["inactivity_rate"] == of["inactive"] / known
    assert found["at_risk"] == of["at_risk"] > 0
    steady = sum(
        plain_yearly(own) for key, own in events.items()
        if len(own) >= 3 and status[key] in {"buying", "at_risk"}
    )  # fmt: skip
    assert found["recurring"] == (2 * steady + 12) // 24
    years = [plain_year(own, day) for own in events.values()]
    orders, cents = sum(one[0] for one in years), sum(one[1] for one in years)
    assert found["ticket"] == (2 * cents + orders) // (2 * orders)
    lines = told(home, address, "bridge", "--from", "2025-10", "--to", "2025-12")["tables"]
    rows = lines["bridge"]["rows"]
    assert {one["month"] for one in rows} == {"10/2025", "11/2025", "12/2025"}
    for one in rows:
        assert one["start"] + one["entered"] - one["left"] == one["end"]
        money = one["start_value"] + one["entered_value"] - one["left_value"]
        assert money + one["stayed_change"] == one["end_value"]
    last = [one for one in rows if one["month"] == "12/2025"]
    assert sum(one["end"] for one in last) == len(events)
    assert sum(one["end_value"] for one in last) == sum(map(plain_yearly, events.values()))


@pytest.mark.parametrize("file_format", [ReportFormat.PDF, ReportFormat.XLSX, ReportFormat.CSV])
@pytest.mark.parametrize("name", ReportName)
def test_every_report_is_written_as_every_file(
    home: Path, address: str, tmp_path: Path, name: ReportName, file_format: ReportFormat
) -> None:
    file = tmp_path / f"report{file_format.suffix}"
    words = ("report", name, "--database", address, "--as-of", f"{TODAY}", *DAYS)
    done = run_here(*words, "--out", str(file), home=home)
    assert (done.returncode, done.stderr) == (0, "")
    begins = {ReportFormat.PDF: b"%PDF-", ReportFormat.XLSX: b"PK", ReportFormat.CSV: b"\xef\xbb"}
    assert file.read_bytes().startswith(begins[file_format])
    if file_format is ReportFormat.XLSX:
        assert len(openpyxl.load_workbook(file).sheetnames) > 2
