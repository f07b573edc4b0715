"""The base of the pages: what they ask, how answers are shown, and figures that open customers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cockpit.domain.figures import Defined
from cockpit.domain.formats import Language
from cockpit.domain.indicators import Cut
from cockpit.domain.reports import ReportName
from cockpit.domain.rights import Task
from cockpit.ui.context import UiContext
from cockpit.ui.indicators.figure_card import FigureCard, card_row
from cockpit.ui.indicators.figure_table import FigureTable
from cockpit.ui.indicators.filters import Asked
from cockpit.ui.plots.plot import Plot
from cockpit.ui.theme import Space
from cockpit.ui.widgets.chips import chip_row
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.reading_order import tab_as_read

T = TypeVar("T")
#: Whether nobody waits any more; told how many of how many steps are done.
Watch = tuple[Callable[[], bool], Callable[[int, int], None]]


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """One thing that a page asks for.

    Attributes:
        key: What it is; a newer question with this key makes an older one pointless.
        work: Asks the services, off the GUI thread.
        show: Takes the answer.
        is_long: Whether it may take seconds, and tells how far it is.
    """

    key: str
    work: Callable[[Watch], T]
    show: Callable[[T], None]
    is_long: bool = False


class IndicatorPage(QWidget):
    """Some big figures, plots and a table.

    Attributes:
        report: The report that says the same on paper.
        needs: What one must be allowed to do to see it; None where everybody may.
        figures: The figures whose definitions belong to it.
        cuts: By what it can be divided; none where the filter's cut does not count.
        cards: The big figures.
        asked: What the figures shown answer; None before the first answer.
    """

    report: ReportName
    needs: Task | None = None
    figures: tuple[Defined, ...] = ()
    cuts: frozenset[Cut] = frozenset()

    #: The customers behind a figure are wanted: what opens them.
    opened = Signal(object)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.asked: Asked | None = None
        self.cards: dict[Defined, FigureCard] = {}
        self._note = ranked_label("small", parent=self)
        self._note.setWordWrap(True)
        self._note.hide()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(Space.L, 0, Space.L, Space.S)
        self._layout.setSpacing(Space.S)

    # --- what a page says ------------------------------------------------------------------------

    def title(self) -> str:
        """Return what the page is called."""
        raise NotImplementedError

    def reads(self, asked: Asked) -> Sequence[Read[Any]]:
        """Return what has to be asked for, the most important first."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say what is not an answer in the present language; answers are shown anew."""

    def first_focus(self) -> QWidget:
        """Return who has the keyboard when the page comes into sight."""
        return next(iter(self.cards.values()), self)

    # --- what a page is made with ----------------------------------------------------------------

    @property
    def language(self) -> Language:
        """Return the language of the screen."""
        return self._ctx.language

    def _add_cards(self, *figures: Defined) -> None:
        self.cards = {one: FigureCard(one, self) for one in figures}
        for card in self.cards.values():
            card.opened.connect(self.opened)
        self._layout.addLayout(card_row(list(self.cards.values())))
        self._layout.addWidget(self._note)

    def _add_chips(self, made: Sequence[QPushButton], on_clicked: Callable[[], None]) -> None:
        """Let the user choose by chips what is shown below them."""
        row = chip_row(made)
        row.setContentsMargins(0, 0, 0, 0)
        self._layout.addLayout(row)
        for chip in made:
            chip.clicked.connect(on_clicked)

    def _add_plots(self, *plots: Plot, stretch: int = 3) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        for plot in plots:
            plot.opened.connect(self.opened)
            row.addWidget(plot, 1)
        self._layout.addLayout(row, stretch)

    def _add_table(self, table: FigureTable[T], stretch: int = 2) -> None:
        """Add the table, which every page ends with."""
        table.cell_opened.connect(self.opened)
        self._layout.addWidget(table, stretch)
        tab_as_read(self._layout)

    def _say(self, note: str) -> None:
        """Say what has to be known beside the figures; nothing hides the line."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def note(self) -> str:
        """Return what is said beside the figures."""
        return self._note.text() if not self._note.isHidden() else ""
