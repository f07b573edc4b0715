"""The report on reactivated customers: the seed's table with its total row, and who has the credit.

What became known of closed periods stands in a table of its own, never in the total.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from cockpit.domain.figures import Defined
from cockpit.domain.formats import day as shown_day
from cockpit.domain.indicators import Cut, Question
from cockpit.domain.messages import Message
from cockpit.domain.reactivation import Adjustment, ReactivationReport, Totals
from cockpit.domain.reports import CellKind, KeyFigure, ReportCell, ReportRequest, ReportTable
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
    number,
    of_cut,
    table,
)

_CLIENTS = (
    label("company", 1.5), label("client", 2.6), count("order_count"), cents("recovered_goods"),
    day("last_order"), cents("recovered"), label("operator", 1.6), day("contacted_on"),
    day("returned_on"), count("days"),
)  # fmt: skip
_CUT = (count("clients"), count("returns"), count("order_count"), cents("recovered_goods"),
        cents("recovered"), number("median_days"))  # fmt: skip
_ADJUSTMENTS = (
    label("closed_period", 1.6), label("client"), label("operator", 1.6), count("returns"),
    count("order_count"), cents("recovered_goods"), cents("recovered"),
)  # fmt: skip


class Reactivation(Protocol):
    """Tells who came back."""

    def report(self, question: Question) -> ReactivationReport:
        """Return the reactivated customers of a period.

        Raises:
            BadInputError: The question cannot be answered.
        """
        ...


@dataclass(frozen=True, slots=True)
class ReactivatedReport:
    """Arranges reactivated customers."""

    reactivation: Reactivation

    def parts(self, request: ReportRequest, is_cancelled: IsCancelled) -> ReportParts:
        """Return what the report says."""
        report = self.reactivation.report(request.question)
        tables = []
        if request.question.cut is not None:
            tables.append(_cuts(report, request.question.cut))
        tables.append(_clients(report))
        if report.adjustments:
            tables.append(_adjustments("adjustments", report.adjustments, report.adjusted))
        if report.later:
            tables.append(_adjustments("later", report.later, None))
        return ReportParts(
            figures=_key_figures(report.totals, report.before),
            tables=tuple(tables),
            notes=tuple(_notes(report)),
            definitions=(
                Defined.REACTIVATED, Defined.RECOVERED, Defined.RECOVERED_GOODS,
                Defined.DAYS_TO_RETURN, Defined.ADJUSTMENT,
            ),
        )  # fmt: skip


def _key_figures(now: Totals, before: Totals | None) -> tuple[KeyFigure, ...]:
    whole = partial(compared, now=now, before=before)
    return (
        whole(Defined.REACTIVATED, CellKind.COUNT, read=lambda one: one.clients),
        whole(Defined.RECOVERED, CellKind.CENTS, read=lambda one: one.cents),
        whole(Defined.RECOVERED_GOODS, CellKind.CENTS, read=lambda one: one.goods_cents),
        whole(Defined.DAYS_TO_RETURN, CellKind.NUMBER, read=lambda one: one.median_days),
    )


def _totals(totals: Totals) -> tuple[ReportCell, ...]:
    return (
        totals.clients, totals.returns, totals.orders, totals.goods_cents, totals.cents,
        totals.median_days,
    )  # fmt: skip


def _cuts(report: ReactivationReport, cut: Cut) -> ReportTable:
    rows = [(cut_cell(cut, one.cut), *_totals(one.totals)) for one in report.cuts]
    return table("reactivated_by", (of_cut(cut), *_CUT), rows, (TOTAL, *_totals(report.totals)))


def _clients(report: ReactivationReport) -> ReportTable:
    rows = [
        (
            one.company, _client(one.code, one.name), one.orders, one.goods_cents,
            one.last_order_on, one.cents, one.operator, one.contacted_on, one.returned_on, one.days,
        )
        for one in report.clients
    ]  # fmt: skip
    totals = report.totals
    total = (TOTAL, Message.of("document.clients_counted", count=totals.clients), totals.orders,
             totals.goods_cents, None, totals.cents, None, None, None, None)  # fmt: skip
    return table("reactivated", _CLIENTS, rows, total)


def _adjustments(name: str, lines: Sequence[Adjustment], total: Totals | None) -> ReportTable:
    rows = [
        (
            f"{shown_day(one.of.first)} – {shown_day(one.of.last)}", _client(one.code, one.name),
            one.operator, one.returns, one.orders, one.goods_cents, one.cents,
        )
        for one in lines
    ]  # fmt: skip
    figures = (
        _sums(lines)
        if total is None
        else (total.returns, total.orders, total.goods_cents, total.cents)
    )
    return table(name, _ADJUSTMENTS, rows, (TOTAL, None, None, *figures))


def _sums(lines: Sequence[Adjustment]) -> tuple[int, int, int, int]:
    return (
        sum(one.returns for one in lines),
        sum(one.orders for one in lines),
        sum(one.goods_cents for one in lines),
        sum(one.cents for one in lines),
    )


def _client(code: str, name: str) -> str:
    return f"{code} - {name}" if code else name


def _notes(report: ReactivationReport) -> list[Message]:
    notes = [Message.of("document.note_within", days=report.within_days)]
    if report.closed and report.question.known_on is not None:
        notes.append(Message.of("document.note_closed_again"))
    elif report.is_whole:
        notes.append(Message.of("document.note_closed"))
    elif report.closed:
        notes.append(Message.of("document.note_partly_closed"))
    if any(not one.is_of_period for one in report.clients):
        notes.append(Message.of("document.note_returned_before"))
    return notes
