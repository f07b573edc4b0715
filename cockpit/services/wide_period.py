"""Which days are read for a question: more than it asks, as its neighbours are asked for too."""

from datetime import date, timedelta

from cockpit.domain.indicators import Question
from cockpit.domain.periods import Period, months_up_to

#: Those of a trend, and the one that is not over yet.
_MONTHS = 13
#: Periods that began longer ago are seldom looked at together with today.
_NEAR = timedelta(days=800)


def wide_period(question: Question, period: Period, today: date) -> Period:
    """Return the days to read for a question about a period.

    The period itself, what it is compared with, the months of its trend, and the days up to today:
    who looks at last month is likely to look at this one too.
    """
    other = question.comparison.of(question.period)
    parts = [period, question.period, *([] if other is None else [other])]
    last = max(one.last for one in parts)
    trend = months_up_to(min(question.period.last, today), _MONTHS)[0]
    first = min(trend.first, *(one.first for one in parts))
    return Period(first, max(last, today) if today - first < _NEAR else last)
