"""An order file in the place of the database: opened, fitted, and what is to be said of it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cockpit.analytics.analyst import KGridAnalyst
from cockpit.analytics.engine import KGridEngine
from cockpit.analytics.file_book import FileBook, nobody, open_book
from cockpit.analytics.k_grid import KGridParameters
from cockpit.analytics.order_events import EARLIEST_BELIEVED_DAY, Documents
from cockpit.analytics.order_files import OrderFile, read_orders
from cockpit.analytics.score_table import Scores, scored
from cockpit.app.options import Options
from cockpit.app.report_text import ReportText
from cockpit.app.terminal import complain
from cockpit.domain.clock import SystemClock
from cockpit.domain.cycle_fit import CycleFit
from cockpit.domain.cycle_policy import PolicyBook

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
    words = ReportText(options.language)
    for sentence in _remarks(book.file, book.as_of, words):
        complain(sentence)
    if book.left_out_count:
        complain(words.counted("left_out", book.left_out_count, day=book.as_of))
    return OrderSource(book, engine, KGridAnalyst())


def open_documents(path: Path, options: Options) -> tuple[Documents, date]:
    """Read an order file's documents and the last day that counts; tell what of it was left out.

    Raises:
        BadInputError: The file cannot be used.
    """
    file, today = read_orders(path), SystemClock().today()
    day = options.as_of or file.newest_day(today=today)
    if day is None:
        raise nobody(file, path.name, today)
    for sentence in _remarks(file, day, ReportText(options.language)):
        complain(sentence)
    return file.documents, day


def _remarks(file: OrderFile, day: date, words: ReportText) -> list[str]:
    """Return what the user should know of lines and documents that do not count on a day."""
    remarks = []
    lines = file.unreadable.tolist()
    if lines:
        key = "unreadable_more" if len(lines) > _SHOWN_LINES else "unreadable"
        shown = ", ".join(map(str, lines[:_SHOWN_LINES]))
        remarks.append(words.counted(key, len(lines), lines=shown))
    earlier, later = file.count_before(EARLIEST_BELIEVED_DAY), file.count_after(day)
    if earlier:
        remarks.append(words.counted("earlier", earlier, day=EARLIEST_BELIEVED_DAY))
    if later:
        remarks.append(words.counted("later", later, day=day))
    return remarks
