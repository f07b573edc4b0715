from pathlib import Path

import pytest

from cockpit.domain.vocabulary import ImportKind
from tests.support.hostile_cells import ODD
from tests.support.hostile_checks import Tally, faults
from tests.support.hostile_files import HostileFile, Line, hostile_file

# Many more are read by scripts/hostile_imports.py.
SEEDS = range(1, 201)
ORDERS = b"numero;cliente;data;valor\n1;C1;17/02/2022;10,50\n"


@pytest.mark.parametrize("first", SEEDS[::50])
def test_hostile_files_lose_no_line_and_no_figure_is_wrong_in_silence(
    first: int, tmp_path: Path
) -> None:
    tally = Tally()
    for seed in range(first, first + 50):
        assert faults(hostile_file(seed), tmp_path, tally) == [], f"seed {seed}"
    assert tally.taken > 50
    assert tally.flagged > 0
    assert tally.rejected > 0


def known(line: Line, *, content: bytes = ORDERS) -> HostileFile:
    return HostileFile("by hand", ".csv", content, ImportKind.ORDERS, {2: line}, is_whole=True)


def test_the_check_sees_a_wrong_figure_a_certain_doubt_and_a_lost_line(tmp_path: Path) -> None:
    right = known(Line((), {"net_cents": 1050, "number": "1"}))
    wrong = known(Line((), {"net_cents": 1051}))
    doubtful = known(Line((), {"net_cents": ODD}))
    odd = known(Line((), is_odd=True))
    lost = known(Line(()), content=ORDERS + b"2;C1;17/02/2022;1,00\n")
    assert [len(faults(file, tmp_path, Tally())) for file in (right, wrong, doubtful, odd)] == [
        0, 1, 1, 1,
    ]  # fmt: skip
    assert len(faults(lost, tmp_path, Tally())) == 1


def test_the_same_seed_makes_the_same_file() -> None:
    assert hostile_file(7) == hostile_file(7)
    assert hostile_file(7) != hostile_file(8)
