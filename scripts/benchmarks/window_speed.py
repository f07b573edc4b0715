"""What a hand feels: keys in the search field, a header, a page or a row down, until painted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from cockpit.domain.list_query import SortKey
from cockpit.domain.plain_text import plain
from cockpit.domain.work_list import CustomerRow
from cockpit.ui.work_list.columns import COLUMNS, ColumnKey
from scripts.bench_support import Outcome
from scripts.benchmarks.children import Portfolio
from scripts.benchmarks.desk import OpenDesk, shown_desk
from scripts.benchmarks.plain_window import PlainWindow
from scripts.benchmarks.window import PaintWaiter, settle

SORTED = (ColumnKey.CLIENT, ColumnKey.LAST_ORDER, ColumnKey.VALUE, ColumnKey.AT_RISK)
WORDS_PER_ROUND = 2
LETTERS = 6
PAGES_PER_ROUND = 7
ARROWS_PER_ROUND = 20
ROWS_PER_PAGE = 20


@dataclass(frozen=True)
class Side:
    """One of the two windows.

    Attributes:
        sort: Puts the rows in the order of a column, descending or not.
    """

    search: QLineEdit
    view: QTableView
    paints: PaintWaiter
    sort: Callable[[int, bool], object]

    def type(self, key: Qt.Key | str) -> float:
        """Press a key in the search field; return the seconds until the list is painted."""
        # Qt's stubs know only one of its two signatures.
        press: Callable[[QLineEdit, Qt.Key | str], None] = QTest.keyClick  # type: ignore[assignment]
        return self.paints.seconds(lambda: press(self.search, key))

    def order(self, column: int, *, descending: bool) -> float:
        """Sort; return the seconds until the list is painted."""
        return self.paints.seconds(lambda: self.sort(column, descending))

    def step(self) -> float:
        """Go one row down; return the seconds until the list is painted."""
        press: Callable[[QTableView, Qt.Key], None] = QTest.keyClick
        return self.paints.seconds(lambda: press(self.view, Qt.Key.Key_Down))

    def scroll(self, rows: int) -> float:
        """Scroll to some row; return the seconds until the list is painted."""
        bar = self.view.verticalScrollBar()
        per_row = self.view.rowHeight(0) if self.view.verticalScrollMode().value else 1
        return self.paints.seconds(lambda: bar.setValue(rows * per_row))


def measure_window(portfolio: Portfolio, app: QApplication, *, rounds: int) -> list[Outcome]:
    """Return the times of keys, sorting and scrolling, against a default table's."""
    with shown_desk(portfolio, app) as opened:
        model = opened.desk.window.work_list.model
        table = opened.session.work_list.load()
        rows = table.rows(range(len(table)))
        plain = PlainWindow(rows, model.style)
        plain.show()
        settle(200)
        ours, reference = _ours(opened), _reference(plain)
        words = some_words(rows, rounds * WORDS_PER_ROUND)
        name = f"{portfolio.name}: key to painted list"
        outcomes = [
            by_turns(name, ours, reference, keys(words)),
            by_turns(f"{portfolio.name}: sort a column", ours, reference, sorts(rounds)),
            by_turns(f"{portfolio.name}: page down", ours, reference, pages(rounds)),
            by_turns(f"{portfolio.name}: arrow down", ours, reference, arrows(rounds)),
        ]
        plain.close()
        return outcomes


Step = Callable[[Side], float]


def by_turns(name: str, ours: Side, reference: Side, steps: Iterator[Step]) -> Outcome:
    """Do each step on both sides, one after the other."""
    own, other = [], []
    for step in steps:
        own.append(step(ours))
        settle()
        other.append(step(reference))
        settle()
    return Outcome(name, tuple(own), tuple(other))


def some_words(rows: Sequence[CustomerRow], count: int) -> list[str]:
    """Return the beginnings of names, codes, tax ids, phones and cities, from all over the list."""
    chosen = (rows[number * len(rows) // count] for number in range(count))
    return [_word(row, number)[:LETTERS] for number, row in enumerate(chosen)]


def _word(row: CustomerRow, number: int) -> str:
    digits = "".join(sign for sign in row.phone if sign.isdigit())
    found = (row.name.split()[0], row.code, row.tax_id, digits, row.city, row.name.split()[-1])
    return plain(found[number % len(found)]) or "a"


def keys(words: Sequence[str]) -> Iterator[Step]:
    """Type each word letter by letter, and take it back."""
    for word in words:
        for key in (*word, *[Qt.Key.Key_Backspace] * len(word)):
            yield partial(Side.type, key=key)


def sorts(rounds: int) -> Iterator[Step]:
    """Sort by some columns, both ways."""
    positions = {column.key: i for i, column in enumerate(COLUMNS)}
    for key in SORTED[: 1 + rounds]:
        position, first = positions[key], COLUMNS[positions[key]].largest_first
        for descending in (first, not first):
            yield partial(Side.order, column=position, descending=descending)


def pages(rounds: int) -> Iterator[Step]:
    """Go down page by page."""
    for page in range(1, rounds * PAGES_PER_ROUND + 1):
        yield partial(Side.scroll, rows=page * ROWS_PER_PAGE)


def arrows(rounds: int) -> Iterator[Step]:
    """Go down row by row."""
    for _ in range(rounds * ARROWS_PER_ROUND):
        yield Side.step


def _ours(opened: OpenDesk) -> Side:
    screen = opened.desk.window.work_list
    (search,) = screen.filter_bar.findChildren(QLineEdit)

    def sort(column: int, descending: bool) -> None:
        screen.sort_by((SortKey(COLUMNS[column].field, descending),))

    return Side(search, screen.view, opened.paints, sort)


def _reference(plain: PlainWindow) -> Side:
    def sort(column: int, descending: bool) -> None:
        plain.sort_by(column, descending=descending)

    return Side(plain.search, plain.view, PaintWaiter(plain.view), sort)
