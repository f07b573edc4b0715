"""A table that was kept on disk is the same table, or none."""

import stat
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.analytics.work_list.maker import ColumnTableMaker
from cockpit.domain.calling_window import WindowRules
from cockpit.domain.list_query import ListQuery
from tests.support.work_columns import NOW, TODAY, work_columns
from tests.unit.analytics.work_list.given import RULES, customers, hours, picked, queries, seeds
from tests.unit.analytics.work_list.test_changes import assert_same

MAKER = ColumnTableMaker()


@given(seeds, st.integers(0, 14), st.lists(queries(), max_size=2), hours)
def test_a_kept_table_says_what_the_table_said(
    tmp_path_factory: pytest.TempPathFactory,
    seed: int,
    count: int,
    asked: list[ListQuery],
    hour: float,
) -> None:
    path, now = tmp_path_factory.mktemp("kept") / "list", NOW + timedelta(hours=hour)
    columns, others = customers(seed, count), customers(seed + 1, 2, first=count)
    table = MAKER.make(columns, RULES, as_of=TODAY, now=NOW, seen=7).with_changed(others)
    MAKER.keep(table, path, mark="mine")
    kept = MAKER.kept(path, mark="mine", now=now)
    assert kept is not None
    assert (kept.as_of, kept.now, kept.seen) == (TODAY, now, 7)
    assert_same(kept, table.at(now), asked)
    assert_same(kept.with_changed(picked(others, [0])), table.at(now), asked)


def test_a_file_with_another_mark_is_none(tmp_path: Path) -> None:
    path = tmp_path / "list"
    MAKER.keep(MAKER.make(customers(1, 3), RULES, as_of=TODAY, now=NOW), path, mark="mine")
    assert MAKER.kept(path, mark="other", now=NOW) is None
    assert MAKER.kept(tmp_path / "none", mark="mine", now=NOW) is None
    assert MAKER.kept(tmp_path, mark="mine", now=NOW) is None


def test_only_its_owner_reads_the_file(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "list"
    MAKER.keep(MAKER.make(customers(1, 3), RULES, as_of=TODAY, now=NOW), path, mark="mine")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in path.parent.iterdir()] == ["list"]


def test_a_disk_that_takes_nothing_is_not_told(tmp_path: Path) -> None:
    table = MAKER.make(customers(1, 3), RULES, as_of=TODAY, now=NOW)
    (tmp_path / "file").write_bytes(b"")
    MAKER.keep(table, tmp_path / "file" / "list", mark="mine")
    (tmp_path / "list").mkdir()
    MAKER.keep(table, tmp_path / "list", mark="mine")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "list"]


def test_a_damaged_file_is_none(tmp_path: Path) -> None:
    path, some = tmp_path / "list", Random(3)
    MAKER.keep(MAKER.make(work_columns(40), RULES, as_of=TODAY, now=NOW), path, mark="mine")
    whole = path.read_bytes()
    assert MAKER.kept(path, mark="mine", now=NOW) is not None
    for _ in range(300):
        place = some.randrange(len(whole))
        damaged = bytearray(whole)
        match some.randrange(3):
            case 0:
                damaged = damaged[:place]
            case 1:
                damaged[place] ^= 1 << some.randrange(8)
            case 2:
                damaged += b"more"
        path.write_bytes(damaged)
        assert MAKER.kept(path, mark="mine", now=NOW) is None


def test_the_table_goes_on_while_its_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "list"
    columns = work_columns(40)
    table = MAKER.make(columns, WindowRules(), as_of=TODAY, now=NOW)
    MAKER.keep(table, path, mark="mine")
    kept = MAKER.kept(path, mark="mine", now=NOW)
    assert kept is not None
    MAKER.keep(kept, path, mark="mine")
    MAKER.keep(MAKER.make(work_columns(0), WindowRules(), as_of=TODAY, now=NOW), path, mark="mine")
    assert kept.rows(range(40)) == table.rows(range(40))
