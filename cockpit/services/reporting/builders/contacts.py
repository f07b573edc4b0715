"""The report on contacts: reach, orders captured, returns, and conversion by attempt."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from cockpit.domain.contact_figures import AttemptLine, ContactLine
from cockpit.domain.figures import Defined
from cockpit.domain.indicators import Compared, Cut, Figures
from cockpit.domain.messages import Message
from cockpit.domain.reports import (
    CellKind,
    ChartBar,
    ChartKind,
    KeyFigure,
    ReportCell,
    ReportChart,
    ReportColumn,
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
    label,
    month,
    number,
    of_cut,
    share,
    table,
)

_DEFINITIONS = (
    Defined.CONTACTS, Defined.CLIENTS, Defined.REACHED, Defined.REACH_RATE, Defined.ORDERS,
    Defined.ORDER_VALUE, Defined.REACTIVATED, Defined.RECOVERED, Defined.DAYS_TO_RETURN,
    Defined.ATTEMPTS,
)  # fmt: skip
_COLUMNS = (
    count("contacts"), count("clients"), count("reached"), share("reach_rate"), count("orders"),
    cents("order_value"), count("reactivated"), cents("recovered"), number("median_days"),
)  # fmt: skip
_BEFORE = (count("contacts_before"), cents("order_value_before"))


@dataclass(frozen=True, slots=True)
class ContactsReport:
    """Arranges contacts and attempts."""

    indicators: Indicators

    def parts(self, request: ReportRequest, is_cancelled: IsCancelled) -> ReportParts:
        """Return what the report says."""
        question = request.question
        figures = self.indicators.contacts(question, with_months=True)
        attempts = self.indicators.attempts(question).now
        tables = [_main(figures, question.cut)]
        if len(figures.months) > 1:
            rows = [(month(period), *_cells(line)) for period, line in figures.months]
            total = (TOTAL, *_cells(figures.total.now))
            tables.append(table("months", (label("month", 1.2), *_COLUMNS), rows, total))
        if attempts:
            tables.append(_attempts(attempts))
        return ReportParts(
            figures=_key_figures(figures.total),
            chart=_chart(figures, attempts),
            tables=tuple(tables),
            notes=(Message.of("document.note_clients_overlap"),) if question.cut else (),
            definitions=_DEFINITIONS,
        )


def _main(figures: Figures[ContactLine], cut: Cut | None) -> ReportTable:
    """Return the rows of the cut, or the whole alone."""
    is_compared = figures.total.before is not None
    columns: tuple[ReportColumn, ...] = (*_COLUMNS, *(_BEFORE if is_compared else ()))
    total = (TOTAL, *_both(figures.total))
    if cut is None:
        return table("contacts", (label("whole", 1.2), *columns), [], total)
    rows = [(cut_cell(cut, row.name), *_both(row.line)) for row in figures.rows]
    return table("contacts", (of_cut(cut), *columns), rows, total)


def _cells(line: ContactLine) -> tuple[ReportCell, ...]:
    return (
        line.contacts, line.clients, line.reached, line.reach_rate, line.orders,
        line.order_cents, line.reactivated, line.recovered_cents, line.median_days,
    )  # fmt: skip


def _both(line: Compared[ContactLine]) -> tuple[ReportCell, ...]:
    before = line.before
    more = () if before is None else (before.contacts, before.order_cents)
    return (*_cells(line.now), *more)


def _key_figures(total: Compared[ContactLine]) -> tuple[KeyFigure, ...]:
    whole = partial(compared, now=total.now, before=total.before)
    money, number_ = CellKind.CENTS, CellKind.COUNT
    return (
        whole(Defined.CONTACTS, number_, read=lambda one: one.contacts),
        whole(Defined.REACH_RATE, CellKind.SHARE, read=lambda one: one.reach_rate),
        whole(Defined.ORDERS, number_, read=lambda one: one.orders),
        whole(Defined.ORDER_VALUE, money, read=lambda one: one.order_cents),
        whole(Defined.REACTIVATED, number_, read=lambda one: one.reactivated),
        whole(Defined.RECOVERED, money, read=lambda one: one.recovered_cents),
    )


def _attempts(lines: Sequence[AttemptLine]) -> ReportTable:
    columns = (
        label("attempt", 1.2), count("tries"), count("reached"), share("reach_rate"),
        count("sold"), share("sale_rate"),
    )  # fmt: skip
    rows = [
        (_attempt(line, lines), line.tries, line.reached, line.reach_rate, line.sold,
         line.sale_rate)
        for line in lines
    ]  # fmt: skip
    return table("attempts", columns, rows)


def _attempt(line: AttemptLine, lines: Sequence[AttemptLine]) -> Message:
    key = "attempt_last" if line is lines[-1] and line.number > 1 else "attempt_number"
    return Message.of(f"document.{key}", number=line.number)


def _chart(figures: Figures[ContactLine], attempts: Sequence[AttemptLine]) -> ReportChart | None:
    if len(figures.months) > 1:
        bars = tuple(ChartBar(month(period), line.contacts) for period, line in figures.months)
        return ReportChart("contacts_by_month", ChartKind.BARS, CellKind.COUNT, bars)
    if not any(line.tries for line in attempts):
        return None
    bars = tuple(ChartBar(_attempt(line, attempts), line.reach_rate or 0.0) for line in attempts)
    return ReportChart("reach_by_attempt", ChartKind.BARS, CellKind.SHARE, bars)
