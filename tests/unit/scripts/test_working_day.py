"""The benchmarks call on a working day, whatever day they are run on."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from scripts.benchmarks.big_portfolio import Size, make_portfolio
from scripts.benchmarks.children import ROOT, environment
from scripts.benchmarks.working_day import calling_day

_CHRISTMAS = date(2026, 12, 25)
#: The machine's clock stands on a holiday; what is measured is the benchmark's own program.
_CALLS = """
import sys
from datetime import UTC, date, datetime
from cockpit.domain.clock import SystemClock
began = datetime.now(UTC)
holiday = datetime(2026, 12, 25, 13, tzinfo=UTC)
SystemClock.now = lambda clock: holiday + (datetime.now(UTC) - began)
from scripts.benchmarks import call_session
sys.exit(call_session.main(["2"]))
"""


@pytest.mark.parametrize(
    ("day", "called"),
    [
        (date(2026, 11, 23), date(2026, 11, 23)),
        (date(2026, 11, 22), date(2026, 11, 22)),  # a Sunday: the portfolios' hours are all week
        (date(2026, 11, 20), date(2026, 11, 19)),
        (date(2026, 9, 7), date(2026, 9, 4)),  # a Monday
        (date(2026, 2, 17), date(2026, 2, 13)),  # Carnival
        (date(2027, 1, 1), date(2026, 12, 31)),
    ],
)
def test_the_day_that_is_called_on(day: date, called: date) -> None:
    assert calling_day(day) == called


def test_calls_are_made_on_a_holiday(tmp_path: Path) -> None:
    make_portfolio(tmp_path, Size(customers=200, orders_each=6), as_of=_CHRISTMAS)
    done = subprocess.run(
        [sys.executable, "-c", _CALLS], cwd=ROOT, env=environment(tmp_path),
        stdout=subprocess.PIPE, text=True, check=True, timeout=120,
    )  # fmt: skip
    assert json.loads(done.stdout.splitlines()[-1])["stored"] == 2
