"""Charts on paper: bars, Pareto, bridge, intervals; values and names stand beside them."""

from dataclasses import dataclass
from itertools import accumulate

from cockpit.domain.reports import CellKind, ChartBar, ChartKind, ReportChart
from cockpit.reports.pdf_page import (
    ACCENT,
    COOL,
    INK,
    LINE,
    MUTED,
    STRONG,
    WARM,
    Paper,
    shown,
    width_of,
    wrapped,
)
from cockpit.reports.words import ReportWords

_HEIGHT = 150.0
_TITLE = 12.0
_LABEL = 7.0
_WIDEST_BAR = 56.0
_LINE = 18.0


@dataclass(frozen=True, slots=True)
class _Span:
    """A bar's ends, in values."""

    low: float
    high: float
    colour: str


class PaperChart:
    """Draws one chart."""

    def __init__(self, paper: Paper, chart: ReportChart, words: ReportWords) -> None:
        self._paper = paper
        self._chart = chart
        self._words = words

    def draw(self) -> None:
        """Draw it, its title above."""
        paper, chart = self._paper, self._chart
        is_interval = chart.kind is ChartKind.INTERVAL
        height = _LINE * (len(chart.bars) + 1) if is_interval else _HEIGHT
        paper.need(height + _TITLE * 3)
        paper.y -= _TITLE * (1.0 if paper.is_fresh else 2.0)
        paper.text(paper.left, shown(self._words.say(chart.title)), size=_TITLE, font=STRONG)
        paper.y -= _TITLE * 0.6
        if is_interval:
            self._intervals()
        else:
            self._columns()

    def _columns(self) -> None:
        """Draw upright bars; values above, names below, the zero line between."""
        paper, spans = self._paper, self._spans()
        top, bottom = paper.y - _LABEL * 1.6, paper.y - _HEIGHT + _LABEL * 3.4
        low = min(0.0, *(one.low for one in spans))
        high = max(0.0, *(one.high for one in spans))
        scale = (top - bottom) / ((high - low) or 1.0)
        zero = bottom - low * scale
        slot = paper.width / len(spans)
        bar = min(slot * 0.62, _WIDEST_BAR)
        canvas = paper.canvas
        for place, (one, span) in enumerate(zip(self._chart.bars, spans, strict=True)):
            x = paper.left + slot * place + (slot - bar) / 2
            y = zero + span.low * scale
            canvas.setFillColor(span.colour)
            canvas.rect(x, y, bar, (span.high - span.low) * scale, stroke=0, fill=1)
            self._labels(one, x + bar / 2, zero + span.high * scale, bottom, slot)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.6)
        canvas.line(paper.left, zero, paper.left + paper.width, zero)
        if self._chart.kind is ChartKind.PARETO:
            self._running_sum(top, bottom, slot)
        paper.y -= _HEIGHT

    def _labels(self, one: ChartBar, x: float, above: float, bottom: float, slot: float) -> None:
        canvas = self._paper.canvas
        canvas.setFillColor(INK)
        canvas.setFont(STRONG, _LABEL)
        value = self._value(one.value)
        if width_of(value, STRONG, _LABEL) <= slot:
            canvas.drawCentredString(x, above + 2.5, value)
        canvas.setFillColor(MUTED)
        canvas.setFont(STRONG, _LABEL)
        lines = wrapped(shown(self._words.say(one.label)), STRONG, _LABEL, slot - 2)[:2]
        for place, line in enumerate(lines):
            canvas.drawCentredString(x, bottom - _LABEL * (1.4 + 1.15 * place), line)

    def _value(self, value: float) -> str:
        chart = self._chart
        if chart.cell is CellKind.CENTS:  # whole reais: there is little room above a bar
            return "R$ " + self._words.cell(CellKind.COUNT, value / 100)
        text = self._words.cell(chart.cell, value)
        is_step = chart.kind is ChartKind.BRIDGE and value > 0
        return f"+{text}" if is_step and not self._is_total(value) else text

    def _is_total(self, value: float) -> bool:
        return any(one.is_total and one.value == value for one in self._chart.bars)

    def _spans(self) -> list[_Span]:
        """Return where each bar begins and ends."""
        if self._chart.kind is not ChartKind.BRIDGE:
            return [
                _Span(min(one.value, 0.0), max(one.value, 0.0), ACCENT) for one in self._chart.bars
            ]
        spans, level = [], 0.0
        for one in self._chart.bars:
            start = 0.0 if one.is_total else level
            level = start + one.value
            colour = ACCENT if one.is_total else COOL if one.value >= 0 else WARM
            spans.append(_Span(min(start, level), max(start, level), colour))
        return spans

    def _running_sum(self, top: float, bottom: float, slot: float) -> None:
        """Draw the line of the sum up to each bar, in parts of the whole."""
        canvas, paper = self._paper.canvas, self._paper
        whole = sum(one.value for one in self._chart.bars) or 1.0
        points = [
            (paper.left + slot * (place + 0.5), bottom + (top - bottom) * running / whole)
            for place, running in enumerate(accumulate(one.value for one in self._chart.bars))
        ]
        canvas.setStrokeColor(WARM)
        canvas.setLineWidth(1.2)
        path = canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        canvas.drawPath(path)
        canvas.setFillColor(WARM)
        for x, y in points:
            canvas.circle(x, y, 1.8, stroke=0, fill=1)

    def _intervals(self) -> None:
        """Draw lying intervals with their points, zero marked."""
        paper, bars = self._paper, self._chart.bars
        canvas = paper.canvas
        ends = [0.0]
        for one in bars:
            ends += [one.low if one.low is not None else one.value, one.value]
            ends.append(one.high if one.high is not None else one.value)
        low, high = min(ends), max(ends)
        label, value = paper.width * 0.3, paper.width * 0.2
        room = paper.width - label - value
        scale = room / ((high - low) or 1.0)

        def across(number: float) -> float:
            return paper.left + label + (number - low) * scale

        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.8)
        canvas.line(across(0), paper.y, across(0), paper.y - _LINE * len(bars))
        for one in bars:
            y = paper.y - _LINE / 2
            canvas.setStrokeColor(ACCENT)
            canvas.setLineWidth(2)
            if one.low is not None and one.high is not None:
                canvas.line(across(one.low), y, across(one.high), y)
            canvas.setFillColor(ACCENT)
            canvas.circle(across(one.value), y, 3.2, stroke=0, fill=1)
            paper.y = y - _LABEL / 2
            name = wrapped(shown(self._words.say(one.label)), STRONG, 8, label - 8)[0]
            paper.text(paper.left, name, size=8, colour=INK)
            end = paper.left + paper.width
            paper.text(end, self._interval(one), size=8, colour=INK, is_right=True)
            paper.y = y - _LINE / 2
        paper.y -= _LINE / 2

    def _interval(self, one: ChartBar) -> str:
        value = self._words.cell(self._chart.cell, one.value)
        if one.low is None or one.high is None:
            return value
        low, high = (self._words.cell(self._chart.cell, end) for end in (one.low, one.high))
        return f"{value}  ({low} … {high})"
