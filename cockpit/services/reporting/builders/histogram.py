"""The report on the portfolio's cycles: where the intervals between purchases concentrate."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from cockpit.domain.cycle_reports import GapBin, GapHistogram
from cockpit.domain.figures import Defined
from cockpit.domain.messages import Message
from cockpit.domain.reports import (
    CellKind,
    ChartBar,
    ChartKind,
    ReportChart,
    ReportRequest,
    ReportTable,
)
from cockpit.services.reporting.parts import (
    TOTAL,
    IsCancelled,
    ReportParts,
    count,
    label,
    share,
    table,
)


class Cycles(Protocol):
    """Tells where purchases concentrated."""

    def histogram(self, on: date) -> GapHistogram:
        """Return the intervals between purchases as of a day."""
        ...


@dataclass(frozen=True, slots=True)
class HistogramReport:
    """Arranges the intervals between purchases, as of the period's last day."""

    cycles: Cycles

    def parts(self, request: ReportRequest, is_cancelled: IsCancelled) -> ReportParts:
        """Return what the report says."""
        last = request.question.period.last
        found = self.cycles.histogram(last)
        return ReportParts(
            chart=ReportChart(
                "gaps",
                ChartKind.BARS,
                CellKind.SHARE,
                tuple(ChartBar(_span(one), one.share) for one in found.bins),
            ),
            tables=(_bins(found), _thresholds(found)),
            notes=(Message.of("document.note_day", day=last), *_notes(found)),
            definitions=(Defined.CYCLE_HISTOGRAM, Defined.CYCLE_CONCENTRATION),
        )


def _notes(found: GapHistogram) -> tuple[Message, ...]:
    if not found.gap_count:
        return (Message.of("document.note_no_intervals"),)
    concentration = Message.of(
        "document.note_concentration",
        share=100 * found.concentration_share,
        low=found.concentration_low_days,
        high=found.concentration_high_days,
    )
    return concentration, Message.of("document.note_per_customer")


def _span(one: GapBin) -> Message:
    if one.high_days is None:
        return Message.of("document.days_over", low=one.low_days)
    return Message.of("document.days_between", low=one.low_days, high=one.high_days)


def _bins(found: GapHistogram) -> ReportTable:
    is_any = found.gap_count > 0
    rows = [(_span(one), one.count, one.share if is_any else None) for one in found.bins]
    total = (TOTAL, found.gap_count, sum(one.share for one in found.bins) if is_any else None)
    return table("gaps", (label("gap", 1.6), count("gap_count"), share("part")), rows, total)


def _thresholds(found: GapHistogram) -> ReportTable:
    columns = (count("fixed_days"), count("flagged"), share("flagged_share"), share("false_alarms"))
    rows = [
        (one.days, one.flagged_count, one.flagged_share, one.false_alarm_share)
        for one in found.thresholds
        if found.gap_count
    ]
    return table("thresholds", columns, rows)
