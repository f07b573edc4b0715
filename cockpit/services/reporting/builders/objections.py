"""The report on what gets calls stuck: objections, what overcame them, and stopped quotes."""

from collections.abc import Sequence
from dataclasses import dataclass

from cockpit.domain.figures import Defined
from cockpit.domain.indicators import Cut, Figures
from cockpit.domain.messages import Message
from cockpit.domain.objection_figures import (
    ObjectionLine,
    ObjectionReport,
    QuoteLine,
    StoppedQuote,
)
from cockpit.domain.reports import (
    CellKind,
    ChartBar,
    ChartKind,
    KeyFigure,
    ReportCell,
    ReportChart,
    ReportRequest,
    ReportTable,
)
from cockpit.services.indicators import Indicators
from cockpit.services.reporting.parts import (
    TOTAL,
    IsCancelled,
    ReportParts,
    cents,
    compared,
    count,
    cut_cell,
    day,
    label,
    month,
    of_cut,
    share,
    table,
)

_KINDS = (
    label("objection"), count("raised"), share("cumulative"), count("clients"), count("still_open"),
    count("waiting"), count("overcome"), share("overcome_rate"),
)  # fmt: skip
_MOST_BARS = 10


@dataclass(frozen=True, slots=True)
class ObjectionsReport:
    """Arranges objections, arguments and quotes."""

    indicators: Indicators

    def parts(self, request: ReportRequest, is_cancelled: IsCancelled) -> ReportParts:
        """Return what the report says."""
        question = request.question
        report = self.indicators.objections(question)
        quotes = self.indicators.quotes(question)
        tables = [_kinds(report)]
        if len(report.trend) > 1:
            tables.append(_trend(report))
        if report.arguments:
            tables.append(_arguments(report))
        if question.cut is not None and quotes.rows:
            tables.append(_quotes_by(question.cut, quotes))
        tables.append(_quotes(self.indicators.stopped_quotes(question)))
        before = None if report.before is None else sum(one.raised for one in report.before)
        total, stopped = report.total, quotes.total
        return ReportParts(
            figures=(
                KeyFigure(Defined.OBJECTIONS, CellKind.COUNT, total.raised, before),
                KeyFigure(Defined.OBJECTIONS_OVERCOME, CellKind.COUNT, total.overcome),
                KeyFigure(Defined.OBJECTIONS_WAITING, CellKind.COUNT, total.waiting),
                compared(
                    Defined.QUOTES,
                    CellKind.CENTS,
                    stopped.now,
                    stopped.before,
                    lambda one: one.cents,
                ),
            ),
            chart=_pareto(report.kinds),
            tables=tuple(tables),
            notes=_notes(report),
            definitions=(
                Defined.OBJECTIONS, Defined.OBJECTIONS_OPEN, Defined.OBJECTIONS_WAITING,
                Defined.OBJECTIONS_OVERCOME, Defined.ARGUMENT_USED, Defined.ARGUMENT_WORKED,
                Defined.QUOTES,
            ),
        )  # fmt: skip


def _kinds(report: ObjectionReport) -> ReportTable:
    is_compared = report.before is not None
    columns = (*_KINDS, *((count("raised_before"),) if is_compared else ()))
    befores: Sequence[ObjectionLine] = report.before or ()
    raised = {one.kind_id: one.raised for one in befores}
    rows = [
        (
            one.name, one.raised, cumulative, one.clients, one.still_open, one.waiting,
            one.overcome, _rate(one), *((raised.get(one.kind_id, 0),) if is_compared else ()),
        )
        for one, cumulative in zip(report.kinds, report.cumulative(), strict=True)
    ]  # fmt: skip
    one = report.total
    more: tuple[ReportCell, ...] = (sum(raised.values()),) if is_compared else ()
    total = (TOTAL, one.raised, None, one.clients, one.still_open, one.waiting, one.overcome,
             _rate(one), *more)  # fmt: skip
    return table("objections", columns, rows, total)


def _rate(line: ObjectionLine) -> float | None:
    return line.overcome / line.raised if line.raised else None


def _trend(report: ObjectionReport) -> ReportTable:
    """Return months down and the most frequent kinds across, the others together."""
    shown = report.kinds[:1]
    columns = (label("month", 1.2), count("raised"), label("most_frequent"), count("of_it"))
    rows = []
    for period, counts in report.trend:
        place = max(range(len(counts)), key=lambda one: counts[one], default=None)
        name = "" if place is None or not counts[place] else report.kinds[place].name
        rows.append((month(period), sum(counts), name, 0 if place is None else counts[place]))
    total = (TOTAL, report.total.raised, shown[0].name if shown else "",
             shown[0].raised if shown else 0)  # fmt: skip
    return table("objection_months", columns, rows, total)


def _arguments(report: ObjectionReport) -> ReportTable:
    names = {one.kind_id: one.name for one in report.kinds}
    columns = (
        label("argument", 3.2), label("objection", 1.8), count("used"), count("judged"),
        count("worked"), share("success"), label("caution", 1.2),
    )  # fmt: skip
    rows = [
        (
            one.text, names.get(one.kind_id, ""), one.used, one.judged, one.worked, one.rate,
            Message.of("document.few_cases") if one.is_few else "",
        )
        for one in report.arguments
    ]  # fmt: skip
    return table("arguments", columns, rows)


def _quotes_by(cut: Cut, quotes: Figures[QuoteLine]) -> ReportTable:
    rows = [(cut_cell(cut, row.name), *_quote(row.line.now)) for row in quotes.rows]
    columns = (of_cut(cut), count("quotes"), cents("value"), count("clients"))
    return table("quotes_by", columns, rows, (TOTAL, *_quote(quotes.total.now)))


def _quote(line: QuoteLine) -> tuple[ReportCell, ...]:
    return line.stopped, line.cents, line.clients


def _quotes(quotes: Sequence[StoppedQuote]) -> ReportTable:
    columns = (
        label("client"), label("number", 1.0), day("opened_on"), day("expires_on"),
        day("talked_on"), label("why", 1.8), cents("value"),
    )  # fmt: skip
    rows = [
        (one.customer, one.number, one.opened_on, one.expires_on, one.talked_on,
         one.reason or _why(one), one.cents)
        for one in quotes
    ]  # fmt: skip
    total = (TOTAL, None, None, None, None, None, sum(one.cents for one in quotes))
    return table("quotes", columns, rows, total)


def _why(quote: StoppedQuote) -> Message:
    return Message.of(f"document.quote_{'expired' if quote.is_expired else 'silent'}")


def _pareto(kinds: Sequence[ObjectionLine]) -> ReportChart | None:
    if not any(one.raised for one in kinds):
        return None
    bars = [ChartBar(one.name, one.raised) for one in kinds[:_MOST_BARS]]
    rest = sum(one.raised for one in kinds[_MOST_BARS:])
    if rest:
        bars.append(ChartBar(Message.of("document.others"), rest))
    return ReportChart("objections", ChartKind.PARETO, CellKind.COUNT, tuple(bars))


def _notes(report: ObjectionReport) -> tuple[Message, ...]:
    few = any(one.is_few for one in report.arguments)
    return (Message.of("document.note_few"),) if few else ()
