"""A report as it goes out, whatever the kind of file: figures, tables, notes and definitions.

Nothing in it is a sentence in one language: titles are messages, values are typed, names are as
stored. Writers put it into words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from cockpit.domain.figures import Defined
from cockpit.domain.indicators import OF_CUSTOMERS, Cut, Question
from cockpit.domain.messages import Message
from cockpit.domain.periods import Period


class ReportName(StrEnum):
    """Which report."""

    CONTACTS = "contacts"
    REACTIVATION = "reactivation"
    OBJECTIONS = "objections"
    PORTFOLIO = "portfolio"
    BRIDGE = "bridge"
    CAMPAIGNS = "campaigns"
    HISTOGRAM = "histogram"


class ReportFormat(StrEnum):
    """What a report is written as."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"

    @property
    def suffix(self) -> str:
        """Return how a file's name ends."""
        return ".txt" if self is ReportFormat.TEXT else f".{self.value}"

    @property
    def is_binary(self) -> bool:
        """Return whether no terminal shows it."""
        return self in {ReportFormat.XLSX, ReportFormat.PDF}


#: What can be attached to an e-mail.
ATTACHABLE = (ReportFormat.PDF, ReportFormat.XLSX, ReportFormat.CSV)
#: By what each report can be divided; none where it cannot.
CUTS: dict[ReportName, frozenset[Cut]] = {
    ReportName.CONTACTS: frozenset(Cut),
    ReportName.REACTIVATION: frozenset(Cut),
    ReportName.OBJECTIONS: frozenset(Cut),
    ReportName.PORTFOLIO: OF_CUSTOMERS,
    ReportName.BRIDGE: frozenset(),
    ReportName.CAMPAIGNS: frozenset(),
    ReportName.HISTOGRAM: frozenset(),
}
#: By what each report can be narrowed; a filter by anything else is not heeded, and that is said.
NARROWED: dict[ReportName, frozenset[Cut]] = {
    ReportName.CONTACTS: frozenset(Cut),
    ReportName.REACTIVATION: frozenset(Cut),
    ReportName.OBJECTIONS: frozenset(Cut),
    ReportName.PORTFOLIO: OF_CUSTOMERS,
    ReportName.BRIDGE: OF_CUSTOMERS,
    ReportName.CAMPAIGNS: frozenset(),
    ReportName.HISTOGRAM: frozenset(),
}
#: What stands beside another period's figures; of the others a comparison is not told.
COMPARED = frozenset(
    {ReportName.CONTACTS, ReportName.REACTIVATION, ReportName.OBJECTIONS, ReportName.PORTFOLIO}
)


class CellKind(StrEnum):
    """What the cells of a column hold, and how they are shown."""

    TEXT = "text"
    COUNT = "count"
    #: Integer cents of reais.
    CENTS = "cents"
    #: A share of one, shown in percent.
    SHARE = "share"
    #: A number with one decimal, days for example.
    NUMBER = "number"
    DAY = "day"

    @property
    def is_figure(self) -> bool:
        """Return whether it stands on the right."""
        return self is not CellKind.TEXT


#: Text as stored, a sentence of the program, a whole number, a share or number, a day, or nothing.
ReportCell: TypeAlias = str | Message | int | float | date | None


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """One column.

    Attributes:
        name: How a program finds it; its title is the text ``document.<name>``.
        kind: What it holds.
        weight: How wide it is on paper, compared with the others.
    """

    name: str
    kind: CellKind = CellKind.TEXT
    weight: float = 1.0

    @property
    def title(self) -> Message:
        """Return what stands above it."""
        return Message.of(f"document.{self.name}")


@dataclass(frozen=True, slots=True)
class ReportTable:
    """One table.

    Attributes:
        name: How a program finds it; its title is the text ``document.table_<name>``.
        columns: What stands above the rows.
        rows: One cell per column.
        total: The last row; empty where nothing adds up.
    """

    name: str
    columns: tuple[ReportColumn, ...]
    rows: Sequence[tuple[ReportCell, ...]]
    total: tuple[ReportCell, ...] = ()

    @property
    def title(self) -> Message:
        """Return what stands over the table."""
        return Message.of(f"document.table_{self.name}")


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure that stands alone at the top.

    Attributes:
        figure: Which; its title and definition follow from it.
        kind: What its values are.
        value: Of the period; None where it is not known.
        before: Of the period that it is compared with; None without one.
    """

    figure: Defined
    kind: CellKind
    value: int | float | None
    before: int | float | None = None

    @property
    def title(self) -> Message:
        """Return its title."""
        return Message.of(f"figure.{self.figure.value}")

    @property
    def change(self) -> float | None:
        """Return by which share it changed, and of a share the difference; None if unknown."""
        if self.kind is CellKind.SHARE and self.value is not None and self.before is not None:
            return self.value - self.before
        if self.value is None or not self.before:
            return None
        return (self.value - self.before) / abs(self.before)


class ChartKind(StrEnum):
    """How a chart is drawn."""

    BARS = "bars"
    #: Bars, the largest first, and the line of their sum.
    PARETO = "pareto"
    #: Start, what came and went, end.
    BRIDGE = "bridge"
    #: A point with its interval.
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One bar, step or point.

    Attributes:
        label: Its name, as stored or of the program.
        value: How long it is, in the chart's kind of cell.
        low: Where an interval begins.
        high: Where it ends.
        is_total: Whether a bridge's bar stands on the ground.
    """

    label: str | Message
    value: float
    low: float | None = None
    high: float | None = None
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class ReportChart:
    """One chart.

    Attributes:
        name: Its title is the text ``document.chart_<name>``.
        kind: How it is drawn.
        cell: What its values are.
        bars: From left to right.
    """

    name: str
    kind: ChartKind
    cell: CellKind
    bars: tuple[ChartBar, ...]

    @property
    def title(self) -> Message:
        """Return what stands over it."""
        return Message.of(f"document.chart_{self.name}")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Whom a report is about, as far as it leaves somebody out.

    Attributes:
        cut: By what was chosen.
        names: What was chosen, as it is shown; a sentence for those that have no name.
    """

    cut: Cut
    names: tuple[str | Message, ...]


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A whole report.

    Attributes:
        name: Which report.
        company: Whose figures they are; empty where the company has no name yet.
        period: Which days count.
        compared: With which days it is compared; None without.
        cut: By what it is divided.
        narrowed: Whom it is about.
        known_on: The day whose knowledge counts; None for what is known now.
        made_at: When it was made, an instant.
        made_by: For whom.
        figures: The figures at the top.
        chart: One chart; None where it would say no more than the table.
        tables: The tables.
        notes: What the reader has to know beside the figures.
        definitions: The figures that are explained at the end.
    """

    name: ReportName
    company: str
    period: Period
    made_at: datetime
    made_by: str
    compared: Period | None = None
    cut: Cut | None = None
    narrowed: tuple[Narrowed, ...] = ()
    known_on: date | None = None
    figures: tuple[KeyFigure, ...] = ()
    chart: ReportChart | None = None
    tables: tuple[ReportTable, ...] = ()
    notes: tuple[Message, ...] = ()
    definitions: tuple[Defined, ...] = ()

    @property
    def title(self) -> Message:
        """Return its title."""
        return Message.of(f"document.title_{self.name.value}")

    @property
    def row_count(self) -> int:
        """Return how many rows its tables have."""
        return sum(len(table.rows) for table in self.tables)


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """Which report is wanted.

    Attributes:
        name: Which.
        question: About which days and whom.
        campaign_ids: Of the report on campaigns, which ones; empty means all of the period.
    """

    name: ReportName
    question: Question
    campaign_ids: frozenset[UUID] = field(default_factory=frozenset)

    @property
    def possible(self) -> "ReportRequest":
        """Return it without a cut that the report cannot be divided by."""
        if self.question.cut is None or self.question.cut in CUTS[self.name]:
            return self
        return replace(self, question=replace(self.question, cut=None))
