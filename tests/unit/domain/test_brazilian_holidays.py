"""The holidays of the country and the states, against an independent calendar."""

import subprocess
import sys
from datetime import date

import holidays
import pytest

from cockpit.domain.brazilian_holidays import easter_of, official_days
from cockpit.domain.calling_window import STATES

YEARS = range(2024, 2046)


@pytest.mark.parametrize("state", ["", *sorted(STATES)])
def test_each_state_has_the_days_that_the_calendar_knows(state: str) -> None:
    for year in YEARS:
        known = holidays.country_holidays("BR", state or None, years=year, language="pt_BR")
        own = official_days(state, year, has_optional=False)
        assert own.keys() == dict(known).keys()
        assert all(name in known[day].split("; ") for day, name in own.items())


def test_optional_days_are_carnival_and_corpus_christi() -> None:
    for year in YEARS:
        calendar = holidays.country_holidays(
            "BR", years=year, language="pt_BR", categories=("optional",)
        )
        wanted = {day for day, name in calendar.items() if name in {"Carnaval", "Corpus Christi"}}
        with_them = official_days("", year, has_optional=True)
        assert with_them.keys() - official_days("", year, has_optional=False).keys() == wanted


@pytest.mark.parametrize(
    "day", [date(1961, 4, 2), date(2000, 4, 23), date(2038, 4, 25), date(2285, 3, 22)]
)
def test_easter(day: date) -> None:
    assert easter_of(day.year) == day


def test_the_calendars_of_the_world_are_not_loaded() -> None:
    program = (
        "import sys; from cockpit.domain.calling_window import *; from datetime import *;"
        "window_now(Place('SP', '', zone_of('SP')), Wishes(), WindowRules(), datetime.now(UTC));"
        "sys.exit('holidays' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
