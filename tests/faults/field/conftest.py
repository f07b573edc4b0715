"""A small field whose laptops are in the test's own hands."""

import gc
import warnings
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


@pytest.fixture(autouse=True)
def _cursors_of_dead_servers() -> Iterator[None]:
    """Let go of cursors that cannot be closed: the server died under their connection."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".*ServerCursor", ResourceWarning)
        yield
        gc.collect(1)  # what a test made is young: nobody collects during one
