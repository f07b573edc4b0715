"""The report on the monthly bridge: who moved from one status to another, and what that is worth.

Of a single month it names everybody who moved.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cockpit.domain.bridge import Bridge, BridgeQuestion, BridgeState, MonthBridge
from cockpit.domain.figures import Defined
from cockpit.domain.indicators import Question
from cockpit.domain.messages import Message
from cockpit.domain.reports import (
    CellKind,
    ChartBar,
    ChartKind,
    ReportCell,
    ReportChart,
    ReportRequest,
    ReportTable,
)
from cockpit.services.ports.past_states import PastStates
from cockpit.services.reporting.parts import (
    IsCancelled,
    ReportParts,
    cents,
    count,
    label,
    month,
    status,
    table,
)

_LINES = (
    label("month", 1.0), label("status", 1.2), count("start"), count("entered"), count("left"),
    count("end"), cents("start_value"), cents("entered_value"), cents("left_value"),
    cents("stayed_change"), cents("end_value"),
)  # fmt: skip
_MOVES = (
    label("client"), label("from_status", 1.2), label("to_status", 1.2), cents("start_value"),
    cents("end_value"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BridgeReport:
    """Arranges the months of the bridge."""

    past: PastStates

    def parts(self, request: ReportRequest, is_cancelled: IsCancelled) -> ReportParts:
        """Return what the report says."""
        question = bridge_question(request.question)
        bridge = self.past.bridge(question, _unheard, is_cancelled)
        tables = [_lines(bridge)]
        if len(bridge.months) == 1:
            tables.append(self._moves(bridge, is_cancelled))
        notes = [Message.of("document.note_bridge")]
        if bridge.is_prior_published:
            notes.append(Message.of("document.note_published"))
        return ReportParts(
            chart=_chart(bridge),
            tables=tuple(tables),
            notes=tuple(notes),
            definitions=(Defined.BRIDGE_CUSTOMERS, Defined.BRIDGE_VALUE, Defined.BRIDGE_CHANGE),
        )

    def _moves(self, bridge: Bridge, is_cancelled: IsCancelled) -> ReportTable:
        """Return everybody who moved in the one month, each move's most money first."""
        month_ = bridge.months[0]
        rows: list[tuple[ReportCell, ...]] = []
        for source, target in _pairs(month_):
            if is_cancelled():
                break
            for one in self.past.bridge_clients(bridge.question, month_.period, source, target):
                name = f"{one.code} - {one.name}" if one.code else one.name
                rows.append(
                    (name, status(one.before), status(one.after), one.start_cents, one.end_cents)
                )
        return table("moves", _MOVES, rows)


def bridge_question(question: Question) -> BridgeQuestion:
    """Return what is asked: whole months, the last one up to the period's last day.

    Of a day whose knowledge counts the program's own clock takes care: as of it nothing later is
    read, and the former days are told by what is known on it.
    """
    return BridgeQuestion(
        until=question.period.last,
        months=len(list(question.period.months())),
        narrowing=question.narrowing,
    )


def _pairs(one: MonthBridge) -> Iterator[tuple[BridgeState, BridgeState]]:
    for source in BridgeState:
        for target in BridgeState:
            if source is not target and one.cell(source, target).customers:
                yield source, target


def _lines(bridge: Bridge) -> ReportTable:
    rows: list[tuple[ReportCell, ...]] = []
    for one in bridge.months:
        for line in one.lines():
            if not (line.start or line.end):
                continue
            rows.append(
                (
                    month(one.period), status(line.state), line.start, line.entered, line.left,
                    line.end, line.start_cents, line.entered_cents, line.left_cents,
                    line.change_cents, line.end_cents,
                )
            )  # fmt: skip
    return table("bridge", _LINES, rows)


def _chart(bridge: Bridge) -> ReportChart | None:
    """Return the way of the active customers from the first day to the last one."""
    if not bridge.months:
        return None
    lines = [one.line(BridgeState.ACTIVE) for one in bridge.months]
    steps = [
        ChartBar(month(one.period), line.end - line.start)
        for one, line in zip(bridge.months, lines, strict=True)
    ]
    if len(bridge.months) == 1:
        line = lines[0]
        steps = [
            ChartBar(Message.of("document.entered"), line.entered),
            ChartBar(Message.of("document.left"), -line.left),
        ]
    begin = ChartBar(Message.of("document.start"), lines[0].start, is_total=True)
    end = ChartBar(Message.of("document.end"), lines[-1].end, is_total=True)
    bars = (begin, *steps, end)
    return ReportChart("active_bridge", ChartKind.BRIDGE, CellKind.COUNT, bars)


def _unheard(_done: int, _all: int) -> None:
    """Tell nobody how far it is."""
