from dataclasses import dataclass
from typing import Any, cast

from cockpit.domain.vocabulary import ImportKind
from cockpit.services.import_pace import WINDOW, Pace


@dataclass
class Parsed:
    size: int = 1000
    kind: ImportKind = ImportKind.ORDERS


class Timer:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def make_pace() -> tuple[Pace, Timer]:
    timer = Timer()
    return Pace("pedidos.csv", cast("Any", Parsed()), timer), timer


def test_nothing_is_promised_before_anything_was_read() -> None:
    pace, _ = make_pace()
    progress = pace.at(0, 0)
    assert (progress.seconds_left, progress.lines_per_second) == (None, 0.0)


def test_the_rest_takes_as_long_as_the_part_before() -> None:
    pace, timer = make_pace()
    timer.now += 2
    progress = pace.at(250, 50)
    assert (progress.lines_per_second, progress.seconds_left) == (25.0, 6.0)


def test_only_the_last_seconds_count() -> None:
    pace, timer = make_pace()
    timer.now += 1
    pace.at(500, 1000)
    for step in range(1, 13):
        timer.now += WINDOW / 10
        progress = pace.at(500 + step, 1000 + 10 * step)
    assert progress.lines_per_second == 10.0


def test_a_file_that_is_over_needs_no_more_time() -> None:
    pace, timer = make_pace()
    timer.now += 1
    assert pace.at(1200, 10).seconds_left == 0


def test_what_was_stored_before_an_import_went_on_makes_no_rate() -> None:
    pace, timer = make_pace()
    timer.now += 1
    assert pace.skip(500, 200_000).lines_per_second == 0.0
    timer.now += 2
    progress = pace.at(750, 200_050)
    assert (progress.lines_per_second, progress.seconds_left) == (25.0, 2.0)
