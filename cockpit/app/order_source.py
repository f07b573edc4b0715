"""An order file in the place of the database: opened, fitted, and what is to be said of it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import resources
from cockpit.analytics.analyst import KGridAnalyst
from cockpit.analytics.engine import KGridEngine
from cockpit.analytics.file_book import FileBook, open_book
from cockpit.analytics.k_grid import KGridParameters
from cockpit.analytics.score_table import Scores, scored
from cockpit.app.options import Options
from cockpit.app.terminal import complain
from cockpit.domain.clock import SystemClock
from cockpit.domain.cycle_fit import CycleFit
from cockpit.domain.cycle_policy import PolicyBook
from cockpit.domain.formats import Language

#: So many line numbers are named; the others are counted.
_SHOWN_LINES = 5


def never() -> bool:
    """Say that nobody stopped the calculation; on the terminal the signal does."""
    return False


@dataclass(frozen=True, slots=True)
class OrderSource:
    """An order file with the engine and the parameters that judge it.

    Attributes:
        book: Its customers and what their orders say.
        engine: Judges them.
        analyst: Looks at all of them.
    """

    book: FileBook
    engine: KGridEngine
    analyst: KGridAnalyst

    def fit(self) -> CycleFit:
        """Fit the population to the file's own orders, and tell how good the parameters are."""
        book = self.book
        return self.analyst.fit(
            book.statistics,
            book.standing,
            as_of=book.as_of,
            at=SystemClock().now(),
            is_cancelled=never,
        )

    def scores(self, parameters: KGridParameters, policies: PolicyBook) -> Scores:
        """Judge the file's customers on its day."""
        book = self.book
        return scored(book.statistics, book.standing, policies, parameters, as_of=book.as_of)


def open_source(path: Path, options: Options, *, until: date | None = None) -> OrderSource:
    """Open an order file and tell on the error stream what of it was left out.

    Args:
        path: The file.
        options: The day that counts as today, and the language.
        until: A day that takes the place of that one.

    Raises:
        BadInputError: The file cannot be used.
    """
    engine = KGridEngine()
    as_of = until or options.as_of
    book = open_book(path, engine, as_of=as_of, today=SystemClock().today())
    for sentence in _remarks(book, options.language):
        complain(sentence)
    return OrderSource(book, engine, KGridAnalyst())


def _remarks(book: FileBook, language: Language) -> list[str]:
    """Return what the user should know of lines and customers that do not count."""
    remarks = []
    lines = book.unreadable
    if lines:
        key = "unreadable_more" if len(lines) > _SHOWN_LINES else "unreadable"
        shown = ", ".join(map(str, lines[:_SHOWN_LINES]))
        remarks.append(_counted(key, len(lines), language, lines=shown))
    if book.later_count:
        remarks.append(_counted("later", book.later_count, language, day=book.as_of))
    if book.left_out_count:
        remarks.append(_counted("left_out", book.left_out_count, language, day=book.as_of))
    return remarks


def _counted(key: str, count: int, language: Language, **values: str | date) -> str:
    """Return a sentence about so many; about one it has another form."""
    if count == 1:
        return resources.text(f"report.{key}_one", language, **values)
    return resources.text(f"report.{key}", language, count=count, **values)
