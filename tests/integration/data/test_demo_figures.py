"""The demo company's portfolio, bridge, cycles, campaigns and closed months, counted once more.

By loops over plain rows that share no code with the program, on both engines.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from statistics import mean, variance

import pytest
from scipy import stats

from cockpit.analytics.past_days import judge
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.wiring import open_session
from cockpit.demo.cycles import RULES_SINCE
from cockpit.demo.past_statuses import closed_months, closing_day
from cockpit.domain.bridge import BridgeQuestion, BridgeState
from cockpit.domain.campaigns import CampaignState
from cockpit.domain.cycle_reports import GAP_EDGES, GapSpan
from cockpit.domain.indicators import Comparison, Question
from cockpit.domain.periods import Period, month_of
from cockpit.domain.portfolio_figures import PortfolioFigures, PortfolioQuestion
from cockpit.domain.rules import RuleKind
from cockpit.domain.vocabulary import LifecycleStatus
from tests.support.plain_cycles import (
    binned,
    fixed_status,
    interval_shares,
    is_blocked,
    shortest_span,
)
from tests.support.plain_demo import TODAY, Demo, demo_on, newcombe
from tests.support.plain_events import plain_year, plain_yearly
from tests.support.plain_indicators import text
from tests.support.plain_reactivation import Told, approaches, order_days, plainly, rows

BUYING = ("new", "active", "recovered")


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The demo company's database; tests read it and change nothing."""
    with demo_on(request.param, request, tmp_path_factory.mktemp("demo")) as url:
        yield url


@pytest.fixture(scope="module")
def demo(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The company, open on its day."""
    paths = Paths(tmp_path_factory.mktemp("home"))
    with open_session(Options(database=address, as_of=TODAY), paths) as session:
        yield Demo(session)


DAYS = (TODAY, date(2026, 2, 28), date(2025, 12, 31), date(2025, 9, 14))


@pytest.mark.parametrize("day", DAYS)
def test_money_and_orders_of_a_day_are_those_of_the_documents(demo: Demo, day: date) -> None:
    states = demo.session.past_states.states(day)
    events = demo.events(day)
    assert set(states.customer_id) == set(events)
    for at, key in enumerate(states.customer_id):
        own = events[key]
        assert states.order_count[at] == len(own)
        assert states.yearly_cents[at] == plain_yearly(own)
        assert (states.orders_12m[at], states.value_12m_cents[at]) == plain_year(own, day)
        status = states.status[at].value
        assert (status == "blocked") == is_blocked(demo.known_blocks(key, day), day)
        assert status in {"blocked", "prospect"} or own


def test_while_fixed_days_ruled_everybody_stands_where_their_silence_says(demo: Demo) -> None:
    day = date(2025, 12, 31)  # the own cycle rules from 45 days before the company's day on
    states, events = demo.session.past_states.states(day), demo.events(day)
    told = dict(zip(states.customer_id, (one.value for one in states.status), strict=True))
    expected = {
        key: fixed_status(sorted(own), demo.known_blocks(key, day), day)
        for key, own in events.items()
    }
    assert {key: "buying" if one in BUYING else one for key, one in told.items()} == expected
    assert {*expected.values()} >= {"lost", "inactive", "at_risk", "buying"}


def test_today_is_what_the_work_list_says(demo: Demo) -> None:
    session = demo.session
    with session.database.read() as unit:
        state = session.metrics.states.everyone(unit)
    judged = session.metrics.states.verdicts(state)
    now = session.past_states.portfolio(PortfolioQuestion(TODAY)).total.now
    for status in LifecycleStatus:
        at = [place for place, one in enumerate(judged.status) if one is status]
        assert now.by_status[status].customers == len(at)
        assert now.by_status[status].at_risk_cents == sum(judged.at_risk_cents[n] for n in at)
    assert now.lost_so_far_cents == sum(judged.lost_so_far_cents)
    assert now.lost_12m_cents == sum(judged.lost_12m_cents)


def test_the_portfolio_s_figures_are_the_sums_of_its_customers(demo: Demo) -> None:
    question = PortfolioQuestion(TODAY, compared_with=date(2025, 12, 31))
    total = demo.session.past_states.portfolio(question).total
    assert total.before is not None
    for day, found in ((TODAY, total.now), (date(2025, 12, 31), total.before)):
        check_figures(demo, day, found)


def check_figures(demo: Demo, day: date, found: PortfolioFigures) -> None:
    states = demo.session.past_states.states(day)
    status = dict(zip(states.customer_id, (one.value for one in states.status), strict=True))
    events = demo.events(day)
    for one in LifecycleStatus:
        those = [key for key in events if status[key] == one.value]
        assert found.by_status[one].customers == len(those)
        assert found.by_status[one].yearly_cents == sum(plain_yearly(events[key]) for key in those)
    steady = [
        key for key, own in events.items()
        if len(own) >= 3 and status[key] in {"active", "recovered", "at_risk"}
    ]  # fmt: skip
    recurring = Fraction(sum(plain_yearly(events[key]) for key in steady), 12)
    assert abs(found.recurring_month_cents - recurring) <= Fraction(1, 2)
    years = [plain_year(own, day) for own in events.values()]
    ticket = Fraction(sum(cents for _, cents in years), sum(count for count, _ in years))
    assert found.average_ticket_cents is not None
    assert abs(found.average_ticket_cents - ticket) <= Fraction(1, 2)
    inactive = sum(one == "inactive" for one in status.values())
    others = sum(one in {*BUYING, "at_risk"} for one in status.values())
    assert found.inactivity_rate == inactive / (inactive + others)


def test_the_bridge_of_two_years_closes_and_is_who_stood_where(demo: Demo) -> None:
    past = demo.session.past_states
    question = BridgeQuestion(TODAY)
    bridge = past.bridge(question)
    days = [date(2024, 3, 31)]
    while days[-1] < TODAY:
        days.append(min(month_of(days[-1] + timedelta(days=1)).last, TODAY))
    assert len(bridge.months) == len(days) - 1 == 24
    before = None
    for month, (first, last) in zip(bridge.months, pairwise(days), strict=True):
        assert (month.period.first, month.period.last) == (first + timedelta(days=1), last)
        for line in month.lines():
            assert line.start + line.entered - line.left == line.end
            came = line.start_cents + line.entered_cents - line.left_cents + line.change_cents
            assert came == line.end_cents
            if before is not None:
                ended = before.line(line.state)
                assert (ended.end, ended.end_cents) == (line.start, line.start_cents)
        before = month
    for month, first, last in [
        (bridge.months[at], days[at], days[at + 1]) for at in (0, 11, 22, 23)
    ]:
        start, end = demo.standing(first), demo.standing(last)
        for source in BridgeState:
            for target in BridgeState:
                those = [
                    key for key in start
                    if (start[key][0], end[key][0]) == (source.value, target.value)
                ]  # fmt: skip
                cell = month.cell(source, target)
                assert cell.customers == len(those)
                assert cell.start_cents == sum(start[key][1] for key in those)
                assert cell.end_cents == sum(end[key][1] for key in those)
                if source is not target and those:
                    named = past.bridge_clients(question, month.period, source, target)
                    assert {one.customer_id for one in named} == set(those)
                    assert len(named) == len(those)


@pytest.mark.parametrize("at", [0, 23])
def test_both_ends_of_the_bridge_are_the_portfolio_s(demo: Demo, at: int) -> None:
    past = demo.session.past_states
    month = past.bridge(BridgeQuestion(TODAY)).months[at]
    eve = month.period.first - timedelta(days=1)
    for day, is_start in ((eve, True), (month.period.last, False)):
        now = past.portfolio(PortfolioQuestion(day)).total.now
        for line in month.lines():
            names = {"active": ("new", "active")}.get(line.state.value, (line.state.value,))
            whole = now.of(*map(LifecycleStatus, names))
            told = (line.start, line.start_cents) if is_start else (line.end, line.end_cents)
            assert told == (whole.customers, whole.yearly_cents)


def test_intervals_concentrate_where_a_plain_estimate_says(demo: Demo) -> None:
    session = demo.session
    with session.database.read() as unit:
        state = session.metrics.states.everyone(unit)
    judged = session.metrics.states.verdicts(state)
    alive = dict(zip(state.statistics.customer_id, judged.alive_bp, strict=True))
    histories = demo.histories(TODAY, {key: (one or 0) / 10_000 for key, one in alive.items()})
    found = session.past_states.histogram(TODAY)
    shares = interval_shares(histories)
    edges = [*GAP_EDGES, len(shares) + 1]
    for one, (low, high) in zip(found.bins, pairwise(edges), strict=True):
        assert one.share == pytest.approx(sum(shares[low:high]), abs=1e-9)
    every = [gap for one in histories for gap in one.gaps]
    assert [one.count for one in found.bins] == binned(every, GAP_EDGES)
    assert (found.gap_count, found.customer_count) == (
        len(every), sum(bool(one.gaps) for one in histories),
    )  # fmt: skip
    low, high = found.concentration_low_days, found.concentration_high_days
    assert high - low + 1 == shortest_span(shares, 0.8)
    assert sum(shares[low : high + 1]) == pytest.approx(found.concentration_share)
    assert found.concentration_share >= 0.8 - 1e-9


def test_behind_each_bin_and_alert_stand_those_whose_intervals_they_are(
    demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judge, "CUSTOMERS_AT_A_TIME", 97)
    past = demo.session.past_states
    states = past.states(TODAY)
    unwatched = {"blocked", "lost", "prospect"}
    watched = {
        key for key, status in zip(states.customer_id, states.status, strict=True)
        if status.value not in unwatched
    }  # fmt: skip
    buyers = [key for key, own in demo.events(TODAY).items() if own]
    plain = demo.histories(TODAY, dict.fromkeys(buyers, 1.0))
    histories = dict(zip(buyers, plain, strict=True))
    found = past.histogram(TODAY)
    for one in found.bins:
        top = one.high_days or 10**6
        named = past.histogram_clients(TODAY, GapSpan(one.low_days, one.high_days))
        assert len(named) == len(set(named))
        assert set(named) == {
            key
            for key, own in histories.items()
            if any(one.low_days <= gap < top for gap in own.gaps)
        }
    for rule in found.thresholds:
        flagged = past.histogram_clients(TODAY, GapSpan(rule.days + 1, is_silence=True))
        assert len(flagged) == rule.flagged_count
        assert set(flagged) == {key for key in watched if histories[key].silence > rule.days}


def test_campaigns_earned_what_their_parts_bought(demo: Demo) -> None:
    session = demo.session
    engines, bought = session.store.engines, order_days(session.store.engines, TODAY)
    members = rows(engines, "campaign_members")
    begun = [
        one for one in session.campaigns.rows(with_archived=True)
        if one.state not in {CampaignState.DRAFT, CampaignState.PLANNED}
    ]  # fmt: skip
    intervals = 0
    for row in begun:
        told = session.campaigns.result(row.campaign_id)
        hits, spent = [], []
        for part, arm in ((told.treated, "treated"), (told.held_out, "hold_out")):
            drawn = [
                one.customer_id for one in members
                if one.campaign_id == row.campaign_id and text(one.arm) == arm
                and one.customer_id not in told.late_ids
            ]  # fmt: skip
            money = {
                key: [
                    cents for day, cents in bought.get(key, {}).items()
                    if row.plan.starts_on <= day <= min(row.plan.ends_on, TODAY)
                ]
                for key in drawn
            }  # fmt: skip
            assert set(part.customer_ids) == set(drawn)
            assert set(part.buyer_ids) == {key for key, cents in money.items() if cents}
            assert part.orders == sum(len(cents) for cents in money.values())
            assert part.cents == sum(sum(cents) for cents in money.values())
            hits += [len(part.buyer_ids), len(drawn)]
            spent.append([sum(cents) for cents in money.values()])
        if told.rate.interval is not None:
            intervals += 1
            interval = told.rate.interval
            assert (interval.low, interval.high) == pytest.approx(newcombe(*hits), abs=1e-9)
            check_welch(told.value.interval, *spent)
    assert begun
    assert intervals


def check_welch(interval: object, one: list[int], other: list[int]) -> None:
    half = stats.ttest_ind(one, other, equal_var=False).confidence_interval(0.95)
    assert interval is not None
    found = (interval.low, interval.high)  # type: ignore[attr-defined]
    assert found == pytest.approx((half.low, half.high), rel=1e-4)
    assert variance(one) > 0
    assert found[0] < mean(one) - mean(other) < found[1]


def test_closed_months_and_their_adjustments_are_what_is_known(demo: Demo) -> None:
    session = demo.session
    engines = session.store.engines
    days = {one.contact_id: one.day for them in approaches(engines).values() for one in them}
    late = 0
    for month in closed_months(TODAY):
        on = closing_day(month)
        then = plainly(engines, month.first, month.last, today=on, known_on=on)
        now = plainly(engines, month.first, month.last, today=TODAY)
        report = session.reactivation.report(Question(month, Comparison.BEFORE))
        assert report.is_whole
        told = report.totals
        assert (told.returns, told.orders, told.cents, told.goods_cents) == sums(then)
        assert told.clients == len({key[0] for key, (count, *_) in then.items() if count})
        later = [(one.returns, one.orders, one.cents, one.goods_cents) for one in report.later]
        whole = [sum(column) for column in zip(sums(then), *later, strict=True)]
        assert tuple(whole) == sums(now)
        late += len(later)
        check = session.frozen_periods.check(month)
        assert check.is_equal
        waited = [
            (day - days[contact]).days
            for (_, contact, day), (count, *_) in then.items() if count
        ]  # fmt: skip
        assert sorted(waited) == list(told.days)
    assert late
    open_ = Period(date(2026, 2, 1), TODAY)
    report = session.reactivation.report(Question(open_))
    known = plainly(engines, open_.first, open_.last, today=TODAY)
    told = report.totals
    assert (told.returns, told.orders, told.cents, told.goods_cents) == sums(known)
    assert sum(one.cents for one in report.clients) == report.totals.cents


def sums(told: Told) -> tuple[int, int, int, int]:
    """Return returns, days with orders, cents and cents without taxes."""
    returns, cents, goods = (sum(column) for column in zip(*told.values(), strict=True))
    return returns, len(told), cents, goods


def test_the_first_rules_were_made_in_the_company_s_early_days(demo: Demo) -> None:
    cadence = demo.session.rules.read(RuleKind.CADENCE).history[-1]
    cycle = demo.session.policies.history()[-1]
    for first in (cadence, cycle):
        assert first.published_at.date() == TODAY - RULES_SINCE
