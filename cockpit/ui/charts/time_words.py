"""The words of a customer's orders in time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from cockpit.domain import formats
from cockpit.domain.cycle_reports import CyclePicture
from cockpit.domain.formats import day as full_day
from cockpit.domain.formats import short_day
from cockpit.ui.context import UiContext


@dataclass(frozen=True, slots=True)
class Part:
    """A period or mark beside the orders.

    Attributes:
        kind: ``risk``, ``blocked``, ``expected`` or ``silence``.
        start: Its first day.
        end: Its last one; None while it lasts.
    """

    kind: str
    start: date
    end: date | None


class TimeWords(QObject):
    """Says what a point of the plot is.

    Attributes:
        is_late: Whether the customer is late, so that the next order comes only if they still buy.
    """

    def __init__(self, ctx: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.is_late = False

    def title(self) -> str:
        """Return the plot's name."""
        return self.tr("Orders in time")

    def order(self, picture: CyclePicture, number: int) -> str:
        """Return an order's day, value and distance to the one before."""
        day, cents = picture.order_on[number], picture.value_cents[number]
        words = [full_day(day), formats.money(cents, self._ctx.language)]
        if number:
            gap = (day - picture.order_on[number - 1]).days
            words.append(self.tr("%n day(s) after the one before", "", gap))
        else:
            words.append(self.tr("first order"))
        if picture.is_outlier[number]:
            words.append(self.tr("far above the usual value"))
        return " · ".join(words)

    def part(self, picture: CyclePicture, part: Part) -> str:
        """Return a period or mark in words."""
        start = short_day(part.start, picture.today)
        end = None if part.end is None else short_day(part.end, picture.today)
        match part.kind:
            case "risk":
                is_past = part.start <= picture.today
                past, later = self.tr("At risk since %1"), self._later()
                return (past if is_past else later).replace("%1", start)
            case "blocked" if end is None:
                return self.tr("Sales blocked since %1").replace("%1", start)
            case "blocked":
                text = self.tr("Sales blocked from %1 to %2")
                return text.replace("%1", start).replace("%2", end or "")
            case "expected":
                return self._expected(picture, start, end or "")
        silence = picture.silence_days
        if silence is None:
            silence = (picture.today - part.start).days
        text = self.tr("No order for %n day(s), since %1", "", silence)
        return text.replace("%1", start)

    def summary(self, picture: CyclePicture) -> str:
        """Return what a glance at the plot tells."""
        if not picture.order_on:
            return self.tr("No orders")
        count = len(picture.order_on)
        words = [self.tr("%n order(s)", "", count)]
        parts = []
        last, today = picture.order_on[-1], picture.today
        if last < today:
            parts.append(Part("silence", last, today))
        if picture.at_risk_on is not None:
            parts.append(Part("risk", picture.at_risk_on, picture.at_risk_on))
        if picture.expected_from_on is not None and picture.expected_until_on is not None:
            parts.append(Part("expected", picture.expected_from_on, picture.expected_until_on))
        parts += [Part("blocked", start, end) for start, end in picture.blocked]
        words += [self.part(picture, part) for part in parts]
        return ". ".join(words)

    def captions(self, picture: CyclePicture) -> Iterator[tuple[date, str]]:
        """Yield what stands at the marks, the most telling first."""
        yield picture.today, self.tr("today")
        start, end = picture.expected_from_on, picture.expected_until_on
        if start is not None and end is not None:
            # The sentence says until when it was expected of who is late: these days suppose more.
            word = self.tr("if they return") if self.is_late else self.tr("expected")
            yield start + (end - start) / 2, word
        if picture.at_risk_on is not None:
            yield picture.at_risk_on, self.tr("at risk")

    def _later(self) -> str:
        return self.tr("At risk from %1 on, if no order comes")

    def _expected(self, picture: CyclePicture, start: str, end: str) -> str:
        if start == end:
            text = self.tr("Next order expected on %1")
            return text.replace("%1", start)
        text = self.tr("Next order expected between %1 and %2, about %3")
        if self.is_late:
            text = self.tr("Next order, if they still buy, between %1 and %2, about %3")
        middle = short_day(picture.expected_on or picture.today, picture.today)
        return text.replace("%1", start).replace("%2", end).replace("%3", middle)
