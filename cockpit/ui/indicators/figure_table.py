"""A dense table whose figures open the customers behind them, cell by cell."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from cockpit.domain.figures import Defined
from cockpit.domain.formats import Language
from cockpit.ui.context import UiContext
from cockpit.ui.indicators.opens import Opens
from cockpit.ui.indicators.words import Write, change_words, definition
from cockpit.ui.widgets.even_columns import EvenColumns
from cockpit.ui.widgets.record_table import LEFT, RIGHT, Column, RecordTable, Role

L = TypeVar("L")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class FigureColumn(Generic[R]):
    """A column.

    Attributes:
        title: Returns its heading.
        show: Returns a record's text.
        opens: Returns what opens the customers behind a record's figure; None without any.
        is_figure: Whether it stands on the right.
        figure: Its definition's; None where the heading says all.
    """

    title: Callable[[], str]
    show: Callable[[R, Language], str]
    opens: Callable[[R], Opens | None] | None = None
    is_figure: bool = True
    figure: Defined | None = None


class FigureTable(RecordTable[R]):
    """Rows of figures; the arrows go from one figure to the next, Enter opens its customers."""

    #: The customers behind a figure are wanted: what opens them.
    cell_opened = Signal(object)

    def __init__(
        self,
        ctx: UiContext,
        columns: Sequence[FigureColumn[R]],
        *,
        is_strong: Callable[[R], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            ctx, [_column(ctx, one) for one in columns], is_strong=is_strong, parent=parent
        )
        self._figure_columns = tuple(columns)
        self._even = EvenColumns(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)

    def show_columns(self, columns: Sequence[FigureColumn[R]], ctx: UiContext) -> None:
        """Show other columns, and no rows until they are set."""
        self._figure_columns = tuple(columns)
        self.set_columns([_column(ctx, one) for one in columns])
        self._even.spread()

    def opens_at(self, row: int, column: int) -> Opens | None:
        """Return what a cell opens."""
        opens = self._figure_columns[column].opens
        return None if opens is None else opens(self.records.rows[row])

    def texts(self, row: int) -> list[str]:
        """Return a row as it is shown."""
        count = self.records.columnCount()
        return [str(self.records.index(row, column).data()) for column in range(count)]

    @override
    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        opens = self.opens_at(index.row(), index.column())
        if opens is not None:
            self.cell_opened.emit(opens)
        else:
            self.opened.emit(index.data(Role.RECORD))


def _column(ctx: UiContext, one: FigureColumn[R]) -> Column[R]:
    figure = one.figure
    return Column(
        one.title,
        one.show,
        RIGHT if one.is_figure else LEFT,
        explain=None if figure is None else lambda: definition(figure, ctx.language),
    )


def compared(
    value: Callable[[L], float | None], now: L, before: L | None, write: Write, language: Language
) -> str:
    """Return a figure of a cell with the arrow of its change, where it is compared.

    Args:
        value: Returns the figure of a line.
        now: The line.
        before: The line that it is compared with.
        write: Writes the figure.
        language: In which language.
    """
    figure, past = value(now), None if before is None else value(before)
    text = write(figure, language)
    if figure is None or past is None:
        return text
    return f"{text} {change_words(figure, past, write, language)[:1]}"
