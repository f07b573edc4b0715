"""Why a customer stands where they stand: one sentence with the numbers that decided.

A sentence is a row of short clauses: how they buy, how long they have been silent, when the next
order was or is expected, and what else the reader must know. The clauses are messages of their
own, so that each language orders its words as it likes; nothing here knows a language.

Most clauses are said of many customers. Who explains many has the clauses said by a function of
their own, which can put each into words only once.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from cockpit.domain import formats
from cockpit.domain.cycle import CycleStatistics, CycleVerdict
from cockpit.domain.cycle_policy import CyclePolicy
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import LifecycleStatus

#: A clause: a message, or its words.
Clause = TypeVar("Clause", Message, str)
#: Says a clause: takes its key and, by name, its values.
Say = Callable[..., Clause]

_LATE = (LifecycleStatus.AT_RISK, LifecycleStatus.INACTIVE)
_GONE = (LifecycleStatus.INACTIVE, LifecycleStatus.LOST)


@dataclass(frozen=True, slots=True)
class Case:
    """What a sentence is made of; the attributes are the arguments of ``explain``."""

    statistics: CycleStatistics
    verdict: CycleVerdict
    today: date
    policy: CyclePolicy = field(default_factory=CyclePolicy)
    blocked_from_on: date | None = None


def explain(
    statistics: CycleStatistics,
    verdict: CycleVerdict,
    today: date,
    *,
    policy: CyclePolicy | None = None,
    blocked_from_on: date | None = None,
) -> Message:
    """Return the sentence that says how a customer buys, how late they are, and who says so.

    Args:
        statistics: What their orders say.
        verdict: Their standing on that day.
        today: The day of the judgement; days of its year are written without the year.
        policy: The rule that decided, whose days of silence are named where the fixed rule and the
            own cycle differ; None is the program's default.
        blocked_from_on: First day of the period of blocked sales that lasts, where there is one.
    """
    case = Case(statistics, verdict, today, policy or CyclePolicy(), blocked_from_on)
    return Message.of("cycle.sentence", clauses=tuple(clauses(case, Message.of)))


def clauses(case: Case, say: Say[Clause]) -> Iterator[Clause]:
    """Yield the clauses of the sentence that ``explain`` returns.

    Args:
        case: The customer.
        say: Makes a clause of its key and its values by name; clauses are among these values.
    """
    statistics, verdict, today = case.statistics, case.verdict, case.today
    if statistics.last_order_on is None or verdict.silence_days is None:
        yield say("cycle.never_bought")
    else:
        yield _rhythm(say, statistics, verdict, today)
        if verdict.is_seasonal:
            yield say("cycle.seasonal_past" if verdict.own_status in _GONE else "cycle.seasonal")
        if verdict.status is not LifecycleStatus.BLOCKED:
            yield from _standing(say, statistics, verdict, today, verdict.silence_days)
        elif statistics.order_count > 1:  # with one order, the rhythm has named its day
            last = formats.short_day(statistics.last_order_on, today)
            yield say("cycle.last_order", last=last)
    if verdict.status is LifecycleStatus.BLOCKED:
        yield _blocked(say, case.blocked_from_on, today)
    elif verdict.status is not verdict.own_status:
        yield _fixed_rule(say, verdict, case.policy)
    if verdict.is_prior_published and statistics.order_count:
        yield say("cycle.published_prior")
    if statistics.future_count == 1:
        yield say("cycle.future_one")
    elif statistics.future_count:
        yield say("cycle.future", count=statistics.future_count)


def _rhythm(
    say: Say[Clause], statistics: CycleStatistics, verdict: CycleVerdict, today: date
) -> Clause:
    """Return how often the customer buys; who bought once has no rhythm yet."""
    if verdict.frequency_days is None:
        return _once(say, verdict, formats.short_day(statistics.last_order_on or today, today))
    days = max(round(verdict.frequency_days), 1)
    cycle = say("cycle.cycle_one") if days == 1 else say("cycle.cycle", count=days)
    values: dict[str, str | int | Clause] = {"cycle": cycle}
    low, high = statistics.gap_low_days, statistics.gap_high_days
    if not verdict.is_frequency_firm:
        key, values["orders"] = "cycle.rhythm_few", statistics.order_count
    elif low is None or high is None or low == high:
        key = "cycle.rhythm_plain"
    else:
        key = "cycle.rhythm" if low <= days <= high else "cycle.rhythm_skewed"
        values |= {"low": low, "high": high}
    if verdict.own_status in _GONE:
        key += "_past"
    return say(key, **values)


def _once(say: Say[Clause], verdict: CycleVerdict, last: str) -> Clause:
    """Return that the customer bought once; of the lost, a later clause names the day."""
    if verdict.own_status not in _GONE:
        return say("cycle.once", last=last)
    is_blocked = verdict.status is LifecycleStatus.BLOCKED
    if verdict.own_status is LifecycleStatus.LOST and not is_blocked:
        return say("cycle.once_lost")
    return say("cycle.once_past", last=last)


def _standing(
    say: Say[Clause], statistics: CycleStatistics, verdict: CycleVerdict, today: date, silence: int
) -> Iterator[Clause]:
    """Yield how long the silence is, what it means, and what is expected, by the own cycle."""
    status = verdict.own_status
    if status is LifecycleStatus.LOST:
        last = formats.short_day(statistics.last_order_on or today, today)
        yield say("cycle.lost", silence=_days(say, silence), last=last)
        return
    if verdict.recovered_on is not None:
        back = formats.short_day(verdict.recovered_on, today)
        yield say("cycle.recovered", day=back)
    if status not in _LATE:
        yield _silence(say, statistics, today, silence)
        yield from _expected(say, verdict, today)
        return
    yield _unusual_silence(say, statistics, verdict, today, silence)
    due = _due_on(statistics, verdict, today - timedelta(days=silence))
    if due is None or due >= today or verdict.is_seasonal:  # a season moves the plain day
        yield from _expected(say, verdict, today)
    else:
        yield say("cycle.was_expected", until=formats.short_day(due, today))
    if status is LifecycleStatus.INACTIVE and verdict.none_90 is not None:
        yield _chance(say, 1 - verdict.none_90)


def _silence(say: Say[Clause], statistics: CycleStatistics, today: date, silence: int) -> Clause:
    """Return how long the customer has been silent."""
    if statistics.last_order_on == today:
        return say("cycle.bought_today")
    return say("cycle.silence", silence=_silent_days(say, statistics, today, silence))


def _unusual_silence(
    say: Say[Clause], statistics: CycleStatistics, verdict: CycleVerdict, today: date, silence: int
) -> Clause:
    """Return how long the silence is against the intervals that the own history predicts."""
    share = _whole_percent(verdict.gap_quantile or 0.0)
    if not share:
        return _silence(say, statistics, today, silence)
    key = "cycle.silence_unusual" if verdict.is_frequency_firm else "cycle.silence_unusual_few"
    return say(key, silence=_silent_days(say, statistics, today, silence), share=share)


def _expected(say: Say[Clause], verdict: CycleVerdict, today: date) -> Iterator[Clause]:
    """Yield the 20-80% band of the next order, given the silence until today."""
    start, end = verdict.next_order_from_on, verdict.next_order_until_on
    if start is None or end is None:
        return
    if start == end:
        yield say("cycle.expected_on", day=formats.short_day(start, today))
    else:
        first, last = formats.short_day(start, today), formats.short_day(end, today)
        yield say("cycle.expected", start=first, end=last)


def _due_on(statistics: CycleStatistics, verdict: CycleVerdict, from_on: date) -> date | None:
    """Return until when the next order was expected: the upper quartile, or the mean if longer.

    Args:
        statistics: What the customer's orders say.
        verdict: For the mean interval.
        from_on: The day of the last order, moved on by the blocked days since.
    """
    if verdict.frequency_days is None:
        return None
    usual = max(round(verdict.frequency_days), statistics.gap_high_days or 1)
    return from_on + timedelta(days=min(usual, (date.max - from_on).days))


def _chance(say: Say[Clause], share: float) -> Clause:
    percent = min(round(100 * share), 99)
    if percent < 1:
        return say("cycle.chance_slight")
    return say("cycle.chance", percent=percent)


def _blocked(say: Say[Clause], from_on: date | None, today: date) -> Clause:
    if from_on is None:
        return say("cycle.blocked")
    return say("cycle.blocked_since", day=formats.short_day(from_on, today))


def _fixed_rule(say: Say[Clause], verdict: CycleVerdict, policy: CyclePolicy) -> Clause:
    """Return that the fixed number of days decided, and what the own cycle says."""
    states = {
        "status": say(f"cycle.state_{verdict.status}"),
        "own_status": say(f"cycle.state_{verdict.own_status}"),
    }
    match verdict.status:
        case LifecycleStatus.AT_RISK:
            return say("cycle.fixed_from", days=policy.fixed_at_risk_days, **states)
        case LifecycleStatus.INACTIVE:
            return say("cycle.fixed_from", days=policy.fixed_inactive_days, **states)
        case LifecycleStatus.LOST:
            return say("cycle.fixed_from", days=policy.lost_days, **states)
        case _:
            return say("cycle.fixed_below", days=policy.fixed_at_risk_days, **states)


def _silent_days(
    say: Say[Clause], statistics: CycleStatistics, today: date, silence: int
) -> Clause:
    """Return the days of silence; those of a block do not count, and that is said."""
    last = statistics.last_order_on
    if last is not None and (today - last).days > silence:
        return say("cycle.unblocked", days=_days(say, silence))
    return _days(say, silence)


def _days(say: Say[Clause], count: int) -> Clause:
    return say("cycle.days_one") if count == 1 else say("cycle.days", count=count)


def _whole_percent(share: float) -> int:
    """Return a share in whole percent that it exceeds; certainty is never claimed."""
    return min(round(10_000 * share) // 100, 99)
