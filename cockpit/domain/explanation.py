"""Why a customer stands where they stand: one sentence with the numbers that decided.

A sentence is a row of short clauses: how they buy, how long they have been silent, when the next
order was or is expected, and what else the reader must know. The clauses are messages of their
own, so that each language orders its words as it likes; nothing here knows a language.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from cockpit.domain import formats
from cockpit.domain.cycle import CycleStatistics, CycleVerdict
from cockpit.domain.cycle_policy import CyclePolicy
from cockpit.domain.messages import Message, MessageValue
from cockpit.domain.vocabulary import LifecycleStatus

_LATE = (LifecycleStatus.AT_RISK, LifecycleStatus.INACTIVE)


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
    clauses = tuple(_clauses(statistics, verdict, today, policy or CyclePolicy(), blocked_from_on))
    return Message.of("cycle.sentence", clauses=clauses)


def _clauses(
    statistics: CycleStatistics,
    verdict: CycleVerdict,
    today: date,
    policy: CyclePolicy,
    blocked_from_on: date | None,
) -> Iterator[Message]:
    if statistics.last_order_on is None or verdict.silence_days is None:
        yield Message.of("cycle.never_bought")
    else:
        yield _rhythm(statistics, verdict, today)
        if verdict.is_seasonal:
            yield Message.of("cycle.seasonal")
        if verdict.status is not LifecycleStatus.BLOCKED:
            yield from _standing(statistics, verdict, today, verdict.silence_days)
        elif statistics.order_count > 1:  # with one order, the rhythm has named its day
            last = formats.short_day(statistics.last_order_on, today)
            yield Message.of("cycle.last_order", last=last)
    if verdict.status is LifecycleStatus.BLOCKED:
        yield _blocked(blocked_from_on, today)
    elif verdict.status is not verdict.own_status:
        yield _fixed_rule(verdict, policy)
    if verdict.is_prior_published and statistics.order_count:
        yield Message.of("cycle.published_prior")
    if statistics.future_count == 1:
        yield Message.of("cycle.future_one")
    elif statistics.future_count:
        yield Message.of("cycle.future", count=statistics.future_count)


def _rhythm(statistics: CycleStatistics, verdict: CycleVerdict, today: date) -> Message:
    """Return how often the customer buys; who bought once has no rhythm yet."""
    if verdict.frequency_days is None:
        last = statistics.last_order_on or today
        return Message.of("cycle.once", last=formats.short_day(last, today))
    days = max(round(verdict.frequency_days), 1)
    cycle = Message.of("cycle.cycle_one") if days == 1 else Message.of("cycle.cycle", count=days)
    values: dict[str, MessageValue] = {"cycle": cycle}
    low, high = statistics.gap_low_days, statistics.gap_high_days
    if not verdict.is_frequency_firm:
        key, values["orders"] = "cycle.rhythm_few", statistics.order_count
    elif low is None or high is None or low == high:
        key = "cycle.rhythm_plain"
    else:
        key = "cycle.rhythm" if low <= days <= high else "cycle.rhythm_skewed"
        values |= {"low": low, "high": high}
    if verdict.own_status is LifecycleStatus.LOST:
        key += "_past"
    return Message.of(key, **values)


def _standing(
    statistics: CycleStatistics, verdict: CycleVerdict, today: date, silence: int
) -> Iterator[Message]:
    """Yield how long the silence is, what it means, and what is expected, by the own cycle."""
    status = verdict.own_status
    if status is LifecycleStatus.LOST:
        last = formats.short_day(statistics.last_order_on or today, today)
        yield Message.of("cycle.lost", silence=_days(silence), last=last)
        return
    if verdict.recovered_on is not None:
        back = formats.short_day(verdict.recovered_on, today)
        yield Message.of("cycle.recovered", day=back)
    if status not in _LATE:
        yield _silence(statistics, today, silence)
        yield from _expected(verdict, today)
        return
    yield _unusual_silence(statistics, verdict, today, silence)
    due = _due_on(statistics, verdict, today - timedelta(days=silence))
    if due is None or due >= today or verdict.is_seasonal:  # a season moves the plain day
        yield from _expected(verdict, today)
    else:
        yield Message.of("cycle.was_expected", until=formats.short_day(due, today))
    if status is LifecycleStatus.INACTIVE and verdict.none_90 is not None:
        yield _chance(1 - verdict.none_90)


def _silence(statistics: CycleStatistics, today: date, silence: int) -> Message:
    """Return how long the customer has been silent."""
    if statistics.last_order_on == today:
        return Message.of("cycle.bought_today")
    return Message.of("cycle.silence", silence=_silent_days(statistics, today, silence))


def _unusual_silence(
    statistics: CycleStatistics, verdict: CycleVerdict, today: date, silence: int
) -> Message:
    """Return how long the silence is against the intervals that the own history predicts."""
    share = _whole_percent(verdict.gap_quantile or 0.0)
    if not share:
        return _silence(statistics, today, silence)
    key = "cycle.silence_unusual" if verdict.is_frequency_firm else "cycle.silence_unusual_few"
    return Message.of(key, silence=_silent_days(statistics, today, silence), share=share)


def _expected(verdict: CycleVerdict, today: date) -> Iterator[Message]:
    """Yield the 20-80% band of the next order, given the silence until today."""
    start, end = verdict.next_order_from_on, verdict.next_order_until_on
    if start is None or end is None:
        return
    if start == end:
        yield Message.of("cycle.expected_on", day=formats.short_day(start, today))
    else:
        first, last = formats.short_day(start, today), formats.short_day(end, today)
        yield Message.of("cycle.expected", start=first, end=last)


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


def _chance(share: float) -> Message:
    percent = min(round(100 * share), 99)
    if percent < 1:
        return Message.of("cycle.chance_slight")
    return Message.of("cycle.chance", percent=percent)


def _blocked(from_on: date | None, today: date) -> Message:
    if from_on is None:
        return Message.of("cycle.blocked")
    return Message.of("cycle.blocked_since", day=formats.short_day(from_on, today))


def _fixed_rule(verdict: CycleVerdict, policy: CyclePolicy) -> Message:
    """Return that the fixed number of days decided, and what the own cycle says."""
    states = {
        "status": Message.of(f"cycle.state_{verdict.status}"),
        "own_status": Message.of(f"cycle.state_{verdict.own_status}"),
    }
    match verdict.status:
        case LifecycleStatus.AT_RISK:
            return Message.of("cycle.fixed_from", days=policy.fixed_at_risk_days, **states)
        case LifecycleStatus.INACTIVE:
            return Message.of("cycle.fixed_from", days=policy.fixed_inactive_days, **states)
        case LifecycleStatus.LOST:
            return Message.of("cycle.fixed_from", days=policy.lost_days, **states)
        case _:
            return Message.of("cycle.fixed_below", days=policy.fixed_at_risk_days, **states)


def _silent_days(statistics: CycleStatistics, today: date, silence: int) -> Message:
    """Return the days of silence; those of a block do not count, and that is said."""
    last = statistics.last_order_on
    if last is not None and (today - last).days > silence:
        return Message.of("cycle.unblocked", days=_days(silence))
    return _days(silence)


def _days(count: int) -> Message:
    return Message.of("cycle.days_one") if count == 1 else Message.of("cycle.days", count=count)


def _whole_percent(share: float) -> int:
    """Return a share in whole percent that it exceeds; certainty is never claimed."""
    return min(round(10_000 * share) // 100, 99)
