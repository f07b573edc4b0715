"""What the screen's filter is set to: typed, remembered for the user, and turned into questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from cockpit.domain.bridge import BridgeQuestion
from cockpit.domain.errors import BadInputError
from cockpit.domain.indicators import Comparison, Cut, CutKey, Narrowing, Question
from cockpit.domain.period_text import parse_period
from cockpit.domain.periods import Period, month_of, months_up_to
from cockpit.domain.portfolio_figures import PortfolioQuestion
from cockpit.domain.vocabulary import Channel

#: What is shown to whoever opens the screen for the first time.
FIRST_PERIOD = "Últimos 30 dias"
_TREND_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Filters:
    """The filter as it is set.

    Attributes:
        period: As it was typed, so that "este mês" is always this month.
        comparison: With what figures are compared.
        cut: By what they are divided; None for the whole.
        only: The keys that count, by cut.
    """

    period: str = FIRST_PERIOD
    comparison: Comparison = Comparison.BEFORE
    cut: Cut | None = Cut.TEAM
    only: Mapping[Cut, frozenset[CutKey]] = field(default_factory=dict)

    def with_key(self, cut: Cut, key: CutKey, *, is_in: bool) -> "Filters":
        """Return it with one value more, or one less."""
        kept = dict(self.only)
        keys = kept.pop(cut, frozenset()) | {key} if is_in else kept.pop(cut, frozenset()) - {key}
        if keys:
            kept[cut] = keys
        return replace(self, only=kept)

    def stored(self) -> dict[str, Any]:
        """Return it as a JSON value."""
        return {
            "period": self.period,
            "comparison": self.comparison.value,
            "cut": None if self.cut is None else self.cut.value,
            "only": {
                cut.value: sorted("" if key is None else str(key) for key in keys)
                for cut, keys in self.only.items()
            },
        }

    @classmethod
    def of_stored(cls, stored: Mapping[str, Any], today: date) -> "Filters":
        """Return what was stored; the first setting in place of what nobody understands now."""
        try:
            period = str(stored["period"])
            parse_period(period, today)
            cut = stored["cut"]
            only = {
                Cut(name): frozenset(_key(Cut(name), text) for text in texts)
                for name, texts in stored["only"].items()
                if texts
            }
            return cls(
                period, Comparison(stored["comparison"]), None if cut is None else Cut(cut), only
            )
        except (KeyError, ValueError, TypeError, AttributeError, BadInputError):
            return cls()


@dataclass(frozen=True, slots=True)
class Asked:
    """One state of the filter on one day, as pages ask by it.

    Attributes:
        filters: As it is set.
        question: The same for the services.
        today: The clock's day.
    """

    filters: Filters
    question: Question
    today: date

    @classmethod
    def of(cls, filters: Filters, today: date) -> "Asked":
        """Return what a filter asks today.

        Raises:
            BadInputError: The period is not understood.
        """
        period = parse_period(filters.period, today)
        narrowing = Narrowing(filters.only)
        question = Question(period, filters.comparison, filters.cut, narrowing)
        return cls(filters, question, today)

    @property
    def period(self) -> Period:
        """Return the days asked about."""
        return self.question.period

    @property
    def compared(self) -> Period | None:
        """Return the days compared with."""
        return self.question.comparison.of(self.period)

    @property
    def day(self) -> date:
        """Return the period's last day, today at the latest: states of it can be known."""
        return min(self.period.last, self.today)

    def trend(self) -> Question:
        """Return the same about the twelve months up to the period's end, without comparing.

        They are whole ones: a month of two days would look like a fall.
        """
        last, month = self.day, month_of(self.day)
        if last < month.last:
            last = month.first - timedelta(days=1)
        start = months_up_to(last, _TREND_MONTHS)[0].first
        return Question(Period(start, last), narrowing=self.question.narrowing)

    def portfolio(self) -> PortfolioQuestion:
        """Return what to ask about the portfolio on the last day."""
        compared = self.compared
        return PortfolioQuestion(
            self.day,
            None if compared is None else min(compared.last, self.today),
            self.question.cut,
            self.question.narrowing,
        )

    def bridge(self) -> BridgeQuestion:
        """Return what to ask about the months up to the last day."""
        return BridgeQuestion(self.day, narrowing=self.question.narrowing)


def _key(cut: Cut, text: str) -> CutKey:
    if not text:
        return None
    return Channel(text) if cut is Cut.CHANNEL else UUID(text)
