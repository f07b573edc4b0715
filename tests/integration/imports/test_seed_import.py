"""The seed's table through every floor: files, database, statistics, work list."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session

FOLDER = Path(__file__).parents[2] / "data" / "seed_fixture"
FILES = [FOLDER / "pedidos.csv", FOLDER / "clientes.csv"]

RECENCY_AND_FREQUENCY = {
    "Acatama Brinquedos": (68, 115),
    "Adesivos Utilidades": (33, 54),
    "Agro do Nordeste": (33, 50),
    "Agro Industrial Natal": (68, 71),
    "Aerolíneas Paraguais": (50, 33),
    "Agro Box LT": (207, 104),
    "Adesivos Plásticos": (50, 16),
    "Atlymb Tecnologia": (188, 52),
    "Agro Sul": (235, 22),
}


@pytest.fixture
def session(program_url: str, tmp_path: Path) -> Iterator[Session]:
    options = Options(database=program_url, as_of=date(2022, 3, 22))
    with open_session(options, Paths(tmp_path)) as opened:
        yield opened


def test_the_seeds_table_comes_out_of_the_work_list(session: Session) -> None:
    session.importing.run(FILES)
    work_list = session.work_list.load()
    rows = listed_rows(work_list)
    found = {
        row.name: (row.recency_days, round(row.frequency_days or 0))
        for row in rows
        if row.code <= "1009"
    }
    assert found == RECENCY_AND_FREQUENCY
    assert sum(row.name == "Agro Sul" for row in rows) == 2


def test_importing_again_changes_nothing(session: Session) -> None:
    first = session.importing.run(FILES)
    again = session.importing.run(FILES)
    assert [(one.counts.new, one.counts.changed) for one in again] == [(0, 0), (0, 0)]
    for before, after in zip(first, again, strict=True):
        assert after.counts.unchanged == before.counts.new
        assert after.counts.flagged == before.counts.flagged
        assert after.problems == before.problems
