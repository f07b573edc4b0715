"""A small field whose laptops are in the test's own hands."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.faults.field.small_field import SmallField
from tests.support.team import TeamDatabase


@pytest.fixture
def field(team_database: TeamDatabase, tmp_path: Path) -> Iterator[SmallField]:
    """A company with ten customers, and no laptop yet."""
    made = SmallField(team_database, tmp_path)
    yield made
    made.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the tests out as long as servers do not tell laptops of deleted rows."""
    if find_spec("cockpit.data.server.sync.graves") is None:
        skip = pytest.mark.skip(reason="the server's tombstones are not there yet")
        for item in items:
            if "faults/field" in item.path.as_posix():
                item.add_marker(skip)
