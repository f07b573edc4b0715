"""A small field whose laptops are in the test's own hands."""

from collections.abc import Iterator
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
