"""The list screen over a million customers, against the same screen over a hundred thousand.

The customers are invented columns, and nothing but the list stands in the window: what is measured
is the table behind the list and its painting.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from cockpit.analytics.work_list.maker import ColumnTableMaker
from cockpit.domain.calling_window import WindowRules
from cockpit.domain.list_query import ListQuery, SortKey
from cockpit.services.ports import WorkTable
from cockpit.ui.work_list.columns import COLUMNS
from cockpit.ui.work_list.screen import WorkListScreen
from scripts.bench_support import Outcome
from scripts.benchmarks.desk import WINDOW
from scripts.benchmarks.window import PaintWaiter, settle
from scripts.benchmarks.window_speed import WORDS_PER_ROUND, Side, by_turns, keys, pages, sorts
from scripts.benchmarks.window_speed import some_words as words_of
from tests.support.list_data import NOW, TODAY, FakeWorkListService
from tests.support.ui_data import UiWorld
from tests.support.work_columns import work_columns

MANY, FEW = 1_000_000, 100_000
_LOOKED_AT = 5_000


class _OneTable(FakeWorkListService):
    """Gives the same table each time."""

    def __init__(self, table: WorkTable) -> None:
        super().__init__()
        self._table = table

    def load(self) -> WorkTable:
        """Return the table."""
        return self._table


def measure_million(app: QApplication, *, rounds: int, many: int = MANY) -> list[Outcome]:
    """Return the times of keys, sorting and scrolling over so many customers."""
    large, small = _table(many), _table(FEW)
    words = _words_in_both(large, small, rounds * WORDS_PER_ROUND)
    with _side(large, app) as ours, _side(small, app) as reference:
        name = f"{many:,} customers"
        return [
            by_turns(f"{name}: key to painted list", ours, reference, keys(words)),
            by_turns(f"{name}: sort a column", ours, reference, sorts(rounds)),
            by_turns(f"{name}: page down", ours, reference, pages(rounds)),
        ]


def _table(count: int) -> WorkTable:
    columns = work_columns(count, today=TODAY)
    return ColumnTableMaker().make(columns, WindowRules(), as_of=TODAY, now=NOW)


def _words_in_both(large: WorkTable, small: WorkTable, count: int) -> list[str]:
    """Return beginnings of words that both tables know: a list without rows is not painted."""
    some = large.rows(range(0, len(large), max(1, len(large) // _LOOKED_AT)))
    words = words_of(some, len(some))
    return [word for word in words if len(small.select(ListQuery(text=word)))][:count]


@contextmanager
def _side(table: WorkTable, app: QApplication) -> Iterator[Side]:
    """Show the list of a table in a window of its own."""
    world, window = UiWorld(app, work_list=_OneTable(table)), QWidget()
    screen = WorkListScreen(world.ctx)
    layout = QVBoxLayout(window)
    layout.addWidget(screen.filter_bar)
    layout.addWidget(screen, 1)
    window.resize(*WINDOW)
    window.show()
    screen.reload()
    settle(300)
    (search,) = screen.filter_bar.findChildren(QLineEdit)

    def sort(column: int, descending: bool) -> None:
        screen.sort_by((SortKey(COLUMNS[column].field, descending),))

    yield Side(search, screen.view, PaintWaiter(screen.view), sort)
    window.close()
    world.close()
