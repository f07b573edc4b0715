"""What the engine says of customers, through its own door."""

from dataclasses import replace
from datetime import date, timedelta
from math import log
from random import Random
from uuid import UUID

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.analytics import judging
from cockpit.analytics.cycle_book import stored_book
from cockpit.analytics.k_grid import published
from cockpit.analytics.verdicts import next_days
from cockpit.domain.columns import BlockColumns, StandingColumns, StatisticsColumns
from cockpit.domain.cycle_fit import CycleFit
from cockpit.domain.cycle_policy import CyclePolicy, PolicyBook, PolicyKind, PolicyScope
from cockpit.domain.cycle_reports import CyclePicture
from cockpit.domain.vocabulary import LifecycleStatus, OrderKind
from tests.support.cycle_judging import (
    FITTED,
    KGRID,
    book_of,
    fit_of,
    later,
    row_of,
    standing_of,
    statistics_of,
    verdicts_of,
)
from tests.support.order_books import RETURN, SALE, TODAY, Document, key, sales

DAY = TODAY.toordinal()
FIXED = CyclePolicy(kind=PolicyKind.FIXED_DAYS)
#: Every 30 days, the last order 30 days ago.
MONTHLY = sales(*range(30, 400, 30))

documents = st.lists(
    st.tuples(
        st.integers(0, 1_500), st.integers(1, 10**6), st.sampled_from([SALE, SALE, SALE, RETURN])
    ),
    max_size=40,
)
portfolios = st.dictionaries(st.integers(0, 9).map(key), documents, min_size=1, max_size=6)
parameters = st.sampled_from([FITTED, None])


def judged(*rows: Document, **options: object) -> dict[str, object]:
    """Return the verdict on one customer."""
    blocks = options.get("blocks")
    statistics = statistics_of({key(1): rows}, blocks=blocks)  # type: ignore[arg-type]
    return row_of(verdicts_of(statistics, **options), 0)  # type: ignore[arg-type]


def silent_for(days: int, gap: int = 30, orders: int = 12) -> list[Document]:
    """Return a regular buyer's orders, the last so many days ago."""
    return sales(*range(days, days + gap * orders, gap))


@pytest.mark.parametrize(
    ("expected", "rows"),
    [
        ("prospect", []),
        ("prospect", [(5, 0, SALE), (400, 100, RETURN)]),
        ("new", sales(5)),
        ("new", sales(5, 40)),
        ("active", silent_for(10)),
        ("active", silent_for(30)),
        ("at_risk", silent_for(42)),
        ("inactive", silent_for(250)),
        ("lost", silent_for(731)),
        ("lost", sales(731)),
    ],
)
@pytest.mark.parametrize("fitted", [FITTED, None])
def test_status_follows_the_own_cycle(expected: str, rows: list[Document], fitted: object) -> None:
    assert judged(*rows, parameters=fitted)["status"] == expected


def test_same_silence_alarms_for_a_weekly_buyer_and_not_for_a_quarterly_one() -> None:
    assert judged(*silent_for(45, gap=7, orders=30))["status"] is not LifecycleStatus.ACTIVE
    assert judged(*silent_for(45, gap=90, orders=8))["status"] is LifecycleStatus.ACTIVE


def test_irregular_buyer_is_given_more_time_than_a_regular_one() -> None:
    ages, age = [], 55
    for gap in (5, 70, 3, 60, 12, 8, 90, 4, 66, 2, 7, 35):
        ages.append(age)
        age += gap
    irregular, regular = judged(*sales(*ages)), judged(*silent_for(55))
    assert irregular["gap_quantile_bp"] < regular["gap_quantile_bp"]
    assert (irregular["status"], regular["status"]) == ("active", "at_risk")


def test_who_was_often_late_and_came_back_gets_a_higher_bar() -> None:
    steady = [7] * 12
    ages, age = [], 25
    for gap in [*[7, 7, 25] * 5, *steady]:
        ages.append(age)
        age += gap
    lately_steady, age = [], 25
    for gap in [*steady, *[7, 7, 25] * 5]:
        lately_steady.append(age)
        age += gap
    often, seldom = judged(*sales(*ages)), judged(*sales(*lately_steady))
    assert often["gap_quantile_bp"] < seldom["gap_quantile_bp"]


def test_fixed_rule_decides_where_it_is_set_and_the_other_stays_beside_it() -> None:
    found = judged(*silent_for(61, gap=90, orders=8), policies=book_of(FIXED))
    assert (found["status"], found["fixed_status"], found["own_status"]) == (
        "at_risk",
        "at_risk",
        "active",
    )
    assert judged(*silent_for(119), policies=book_of(FIXED))["status"] == "at_risk"
    assert judged(*silent_for(120), policies=book_of(FIXED))["status"] == "inactive"
    assert judged(*silent_for(59), policies=book_of(FIXED))["status"] == "active"


def test_larger_false_alarm_budget_flags_earlier() -> None:
    rows = silent_for(33)
    assert 6_000 < judged(*rows)["gap_quantile_bp"] < 7_800
    strict, usual, loose = (
        judged(*rows, policies=book_of(CyclePolicy(false_alarm_budget=budget)))["status"]
        for budget in (0.05, 0.2, 0.4)
    )
    assert (strict, usual, loose) == ("active", "active", "at_risk")


def test_narrowest_scope_decides_customer_by_customer() -> None:
    company, segment = UUID(int=77), UUID(int=88)
    rules = {
        PolicyScope(company, None): CyclePolicy(kind=PolicyKind.FIXED_DAYS, fixed_at_risk_days=20),
        PolicyScope(None, segment): CyclePolicy(kind=PolicyKind.FIXED_DAYS, fixed_at_risk_days=40),
    }
    statistics = statistics_of({key(number): silent_for(30) for number in range(4)})
    standing = StandingColumns(
        [None, company, None, company], [None, None, segment, segment], BlockColumns()
    )
    found = KGRID.verdicts(statistics, standing, PolicyBook(rules), fit_of(FITTED), as_of=TODAY)
    assert list(found.status) == ["active", "at_risk", "active", "active"]
    assert list(found.fixed_status) == ["active", "at_risk", "active", "active"]


def test_who_comes_back_from_inactivity_counts_as_recovered_for_two_cycles() -> None:
    before = sales(*range(300, 600, 30))
    back = judged((3, 10_000, SALE), *before)
    assert (back["status"], back["recovered_on_day"]) == ("recovered", DAY - 3)
    twice = judged((3, 10_000, SALE), (20, 10_000, SALE), *before)
    assert (twice["status"], twice["recovered_on_day"]) == ("recovered", DAY - 20)
    later_on = judged(*sales(*range(3, 110, 15)), *sales(*range(500, 800, 15)))
    assert (later_on["status"], later_on["recovered_on_day"]) == ("active", None)


def test_recovery_by_the_fixed_rule_follows_its_own_days() -> None:
    rows = [(3, 10_000, SALE), *sales(*range(130, 600, 100))]
    found = judged(*rows, policies=book_of(replace(FIXED, fixed_inactive_days=100)))
    assert (found["fixed_status"], found["own_status"]) == ("recovered", "active")
    assert found["recovered_on_day"] == DAY - 3


def test_blocked_customer_is_off_the_list_and_the_silence_stops_at_the_block() -> None:
    blocks = BlockColumns([key(1)], [DAY - 40], [None])
    found = judged(*silent_for(60), blocks=blocks)
    assert (found["status"], found["own_status"]) == ("blocked", "blocked")
    assert (found["silence_days"], found["at_risk_cents"]) == (19, 0)


def test_blocked_days_count_for_nothing_once_the_block_is_over() -> None:
    blocks = BlockColumns([key(1)], [DAY - 50], [DAY - 10])
    found = judged(*silent_for(60), blocks=blocks)
    assert (found["status"], found["silence_days"]) == ("active", 20)


def test_block_that_begins_tomorrow_changes_nothing() -> None:
    blocks = BlockColumns([key(1)], [DAY + 1], [None])
    assert judged(*MONTHLY, blocks=blocks) == judged(*MONTHLY)


def test_frequency_is_blank_after_one_order_and_leans_on_the_segment_after_two() -> None:
    assert judged(*sales(20))["frequency_days"] is None
    assert judged(*sales(20, 40))["frequency_days"] == (20 + 3 * 48) / 4
    segment = UUID(int=5)
    parameters = replace(FITTED, segment_cycles={str(segment): 24.0})
    standing = standing_of([key(1)], segment_id=segment)
    found = KGRID.verdicts(
        statistics_of({key(1): sales(20, 40)}),
        standing,
        PolicyBook(),
        fit_of(parameters),
        as_of=TODAY,
    )
    assert list(found.frequency_days) == [(20 + 3 * 24) / 4]


def test_published_parameters_bend_no_displayed_frequency() -> None:
    assert judged(*sales(20, 40), parameters=None)["frequency_days"] == 20
    own = (14 + 0.9 * 35 + 0.81 * 20) / 2.71
    found = judged(*sales(31, 45, 80, 100), parameters=None)
    assert found["frequency_days"] == round(own, 3)
    assert found["cycles_late"] == pytest.approx(31 / round(own, 3))


def test_fitted_population_pulls_a_frequency_of_three_orders() -> None:
    frequency = judged(*sales(10, 20, 30))["frequency_days"]
    assert 10 < frequency < 45


def test_next_order_is_expected_in_the_rhythm_and_never_before_today() -> None:
    found = judged(*silent_for(10), parameters=None)
    band = [found[f"next_order_p{share}_day"] for share in (20, 50, 80)]
    assert DAY < band[0] < band[1] < band[2]
    assert abs(band[1] - (DAY + 20)) <= 4
    overdue = judged(*silent_for(100), parameters=None)
    assert overdue["next_order_p20_day"] > DAY


def test_day_of_the_next_order_is_the_first_on_which_it_has_come() -> None:
    statistics = statistics_of({key(1): MONTHLY})
    book = stored_book(statistics, BlockColumns(), as_of=TODAY)
    assert next_days(book, np.array([0.2, 1.0, 1.5])).tolist() == [DAY + 1, DAY + 1, DAY + 2]


def test_who_buys_once_a_year_is_not_flagged_between() -> None:
    yearly = sales(*range(300, 300 + 365 * 5, 365))
    assert judged(*yearly)["status"] is LifecycleStatus.ACTIVE


def christmas(years: int, *, silent_since: int) -> list[Document]:
    """Return ten orders before each Christmas, none in the other months."""
    rows = []
    for year in range(years):
        rows += sales(*range(silent_since + 365 * year, silent_since + 365 * year + 50, 5))
    return rows


def test_seasonal_buyer_is_given_time_until_the_season() -> None:
    known = judged(*christmas(4, silent_since=200), parameters=None)
    # Two of these years are too few to prove a season.
    too_few = judged(*christmas(2, silent_since=200), parameters=None)
    assert known["alive_bp"] > 4_000
    assert too_few["alive_bp"] < 1_000
    assert (known["status"], too_few["status"]) == ("at_risk", "inactive")
    assert known["next_order_p50_day"] > too_few["next_order_p50_day"]


def test_seasonal_buyer_who_opens_the_season_has_not_come_back_from_inactivity() -> None:
    half_years = [365 * year + day for year in range(4) for day in range(183, 363, 20)]
    found = judged(*sales(3, *half_years))
    assert found["is_seasonal"]
    assert (found["status"], found["recovered_on_day"]) == ("active", None)


def test_blocked_periods_keep_a_seasonal_buyer_in_plain_days() -> None:
    blocks = BlockColumns([key(1)], [DAY - 2_000], [DAY - 1_990])
    rows = christmas(4, silent_since=200)
    assert judged(*rows, blocks=blocks, parameters=None)["status"] is LifecycleStatus.INACTIVE


def test_money_at_risk_grows_with_the_silence_and_goes_with_the_customer() -> None:
    early, late, gone = (judged(*silent_for(days))["at_risk_cents"] for days in (5, 60, 120))
    assert 0 < early < late / 5
    assert 0 < gone < late / 5
    assert judged(*silent_for(700))["at_risk_cents"] == 0


def test_lost_revenue_needs_a_silence_beyond_the_cycle() -> None:
    assert judged(*silent_for(20))["lost_so_far_cents"] == 0
    some, more = judged(*silent_for(90)), judged(*silent_for(150))
    assert 0 < some["lost_so_far_cents"] < more["lost_so_far_cents"]
    assert 0 < some["lost_12m_cents"] < more["lost_12m_cents"] < 13 * 10_000


def test_value_of_twelve_months_is_that_of_the_last_365_days() -> None:
    found = judged((365, 1, SALE), (364, 20, SALE), (0, 300, SALE))
    assert found["value_12m_cents"] == 320


def test_one_extraordinary_order_does_not_carry_the_value() -> None:
    usual = judged(*sales(*range(10, 300, 30), cents=10_000), parameters=None)["value_cents"]
    assert usual == 10_000
    rows = [*sales(*range(10, 300, 30), cents=10_000), (5, 10**7, SALE)]
    assert judged(*rows, parameters=None)["value_cents"] < 15_000


def test_clock_set_back_behind_the_last_order_gives_no_negative_silence() -> None:
    statistics = statistics_of({key(1): MONTHLY})
    found = row_of(verdicts_of(statistics, as_of=TODAY - timedelta(days=200)), 0)
    assert (found["silence_days"], found["cycles_late"], found["gap_quantile_bp"]) == (0, 0.0, 0)
    assert found["status"] is LifecycleStatus.ACTIVE


@pytest.mark.parametrize("as_of", [date.min, date(1980, 1, 1), date.max])
def test_first_and_last_day_of_the_calendar_are_survived(as_of: date) -> None:
    statistics = statistics_of({key(1): MONTHLY, key(2): []})
    found = verdicts_of(statistics, as_of=as_of)
    assert found.status[1] is LifecycleStatus.PROSPECT
    assert (found.next_order_p80_day[0] or 0) <= date.max.toordinal()


def test_no_customers_give_no_verdicts() -> None:
    found = verdicts_of(statistics_of({}))
    assert all(not getattr(found, name) for name in found.__dataclass_fields__)


def test_fit_of_another_engine_is_refused() -> None:
    fit = replace(fit_of(FITTED), parameters={"slope": 1.0})
    statistics = statistics_of({key(1): MONTHLY})
    with pytest.raises(ValueError, match="k-grid"):
        KGRID.verdicts(statistics, standing_of([key(1)]), PolicyBook(), fit, as_of=TODAY)


def test_daily_buyer_of_ten_thousand_days_is_judged() -> None:
    found = judged(*sales(*range(1, 10_001), cents=5), parameters=None)
    assert (found["status"], found["frequency_days"]) == ("active", 1.0)


@given(portfolios, st.integers(-3_000, 3_000), parameters)
def test_shifting_time_shifts_days_and_nothing_else(
    portfolio: dict[UUID, list[Document]], days: int, fitted: object
) -> None:
    then = TODAY + timedelta(days=days)
    shifted = None if fitted is None else later(FITTED, days)
    before = verdicts_of(statistics_of(portfolio), parameters=fitted)  # type: ignore[arg-type]
    after = verdicts_of(statistics_of(portfolio, today=then), as_of=then, parameters=shifted)
    moving = {"next_order_p20_day", "next_order_p50_day", "next_order_p80_day", "recovered_on_day"}
    for at in range(len(portfolio)):
        was, now = row_of(before, at), row_of(after, at)
        for name in was:
            expected = was[name]
            if name in moving and expected is not None:
                expected += days  # type: ignore[operator]
            assert now[name] == expected, name


@given(portfolios, st.sampled_from([2, 3, 10, 1_000]))
def test_scaling_all_values_scales_money_and_nothing_else(
    portfolio: dict[UUID, list[Document]], factor: int
) -> None:
    richer = {
        who: [(age, cents * factor, kind) for age, cents, kind in rows]
        for who, rows in portfolio.items()
    }
    scaled = replace(
        FITTED,
        value_centre=FITTED.value_centre + log(factor),
        value_order_centre=FITTED.value_order_centre + log(factor),
    )
    before = verdicts_of(statistics_of(portfolio))
    after = verdicts_of(statistics_of(richer), parameters=scaled)
    for at in range(len(portfolio)):
        was, now = row_of(before, at), row_of(after, at)
        for name in was:
            if name.endswith("_cents"):
                assert now[name] == pytest.approx(was[name] * factor, rel=0.02, abs=factor), name
            elif name.endswith("_bp") and was[name] is not None:
                # A share in the middle of two basis points may be rounded either way.
                assert now[name] == pytest.approx(was[name], abs=1), name


@given(portfolios, st.randoms(use_true_random=False), parameters)
def test_order_of_customers_and_documents_does_not_matter(
    portfolio: dict[UUID, list[Document]], random: Random, fitted: object
) -> None:
    shuffled = {who: random.sample(rows, len(rows)) for who, rows in portfolio.items()}
    names = random.sample(list(shuffled), len(shuffled))
    before = verdicts_of(statistics_of(portfolio), parameters=fitted)  # type: ignore[arg-type]
    statistics = statistics_of({who: shuffled[who] for who in names})
    after = verdicts_of(statistics, parameters=fitted)  # type: ignore[arg-type]
    for at, who in enumerate(portfolio):
        assert row_of(after, names.index(who)) == row_of(before, at)


@given(documents, st.integers(1, 10**6))
def test_splitting_an_order_of_one_day_does_not_matter(rows: list[Document], part: int) -> None:
    split = [
        piece
        for age, cents, kind in rows
        for piece in (
            [(age, part, kind), (age, cents - part, kind)] if cents > part else [(age, cents, kind)]
        )
    ]
    assert judged(*split) == judged(*rows)


@given(documents, st.integers(0, 1_500), st.integers(0, 10**6))
def test_return_never_refreshes_recency(rows: list[Document], age: int, cents: int) -> None:
    before, after = judged(*rows), judged(*rows, (age, cents, OrderKind.RETURN))
    if after["silence_days"] is not None:
        assert after["silence_days"] >= before["silence_days"]


@given(documents, st.integers(0, 400), st.integers(1, 400), parameters)
@settings(max_examples=200)
def test_more_silence_never_lowers_the_gap_quantile_nor_raises_the_chance_to_be_there(
    rows: list[Document], wait: int, more: int, fitted: object
) -> None:
    statistics = statistics_of({key(1): rows})
    sooner, after = (
        row_of(
            verdicts_of(
                statistics,
                as_of=TODAY + timedelta(days=days),
                parameters=fitted,  # type: ignore[arg-type]
            ),
            0,
        )
        for days in (wait, wait + more)
    )
    if statistics.order_count[0]:
        assert after["gap_quantile_bp"] >= sooner["gap_quantile_bp"]
        assert after["alive_bp"] <= sooner["alive_bp"]
        assert after["silence_days"] == sooner["silence_days"] + more


def test_status_never_gets_better_by_waiting() -> None:
    severity = {"new": 0, "active": 0, "recovered": 0, "at_risk": 1, "inactive": 2, "lost": 3}
    random = Random(5)
    portfolio = {}
    for number in range(120):
        k, mean = random.choice([1, 3, 9]), random.choice([5, 20, 60])
        ages, age = [], 0.0
        for _ in range(random.randint(1, 25)):
            ages.append(int(age))
            age += random.gammavariate(k, mean / k)
        portfolio[key(number)] = sales(*ages)
    statistics = statistics_of(portfolio)
    for fitted in (FITTED, None):
        before = [0] * len(portfolio)
        for days in range(0, 780, 12):
            found = verdicts_of(statistics, as_of=TODAY + timedelta(days=days), parameters=fitted)
            now = [severity[status] for status in found.status]
            assert all(one >= was for one, was in zip(now, before, strict=True)), days
            before = now
        assert set(before) == {3}


edits = st.lists(
    st.tuples(
        st.integers(0, 4).map(key),
        st.integers(0, 1_200),
        st.integers(0, 10**6),
        st.sampled_from([SALE, SALE, SALE, RETURN, None]),
    ),
    max_size=60,
)


@given(edits, st.integers(1, 7), parameters)
def test_refreshing_touched_customers_equals_a_full_rebuild_to_the_last_bit(
    changes: list[tuple[UUID, int, int, OrderKind | None]], batch: int, fitted: object
) -> None:
    books: dict[UUID, list[Document]] = {key(number): [] for number in range(5)}
    stored = {who: row_of(statistics_of({who: []}), 0) for who in books}
    for start in range(0, len(changes), batch):
        touched = set()
        for who, age, cents, kind in changes[start : start + batch]:
            touched.add(who)
            if kind is None:
                books[who] = books[who][: len(books[who]) // 2]
            else:
                books[who] = [*books[who], (age, cents, kind)]
        part = statistics_of({who: books[who] for who in sorted(touched)})
        stored |= {who: row_of(part, at) for at, who in enumerate(sorted(touched))}
    names = StatisticsColumns.__dataclass_fields__
    kept = StatisticsColumns(
        **{name: [row[name] for row in stored.values()] for name in names}  # type: ignore[arg-type]
    )
    rebuilt = statistics_of(books)
    assert kept == rebuilt
    whole = verdicts_of(rebuilt, parameters=fitted)  # type: ignore[arg-type]
    assert verdicts_of(kept, parameters=fitted) == whole  # type: ignore[arg-type]
    for at, who in enumerate(books):
        alone = verdicts_of(statistics_of({who: books[who]}), parameters=fitted)  # type: ignore[arg-type]
        assert row_of(alone, 0) == row_of(whole, at)


def test_judging_in_small_groups_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = BlockColumns([key(4)], [DAY - 20], [None])
    portfolio = {key(number): silent_for(10 * number) for number in range(7)}
    statistics = statistics_of(portfolio, blocks=blocks)
    whole = verdicts_of(statistics, blocks=blocks)
    monkeypatch.setattr(judging, "_CUSTOMERS_AT_A_TIME", 3)
    assert verdicts_of(statistics, blocks=blocks) == whole
    assert whole.status[4] is LifecycleStatus.BLOCKED


def picture(
    statistics: StatisticsColumns,
    standing: StandingColumns,
    policies: PolicyBook,
    fit: CycleFit | None,
) -> CyclePicture:
    verdicts = KGRID.verdicts(statistics, standing, policies, fit, as_of=TODAY)
    return KGRID.picture(statistics, verdicts, standing, policies, fit, as_of=TODAY)


def test_picture_shows_orders_outliers_band_and_the_day_of_the_alarm() -> None:
    rows = [*silent_for(10), (100, 10**6, SALE)]
    statistics = statistics_of({key(1): rows})
    standing = standing_of([key(1)])
    found = picture(statistics, standing, PolicyBook(), fit_of(FITTED))
    verdict = row_of(verdicts_of(statistics), 0)
    assert found.order_on[-1] == TODAY - timedelta(days=10)
    assert [on for on, is_one in zip(found.order_on, found.is_outlier, strict=True) if is_one] == [
        TODAY - timedelta(days=100)
    ]
    assert found.expected_on is not None
    assert found.expected_on.toordinal() == verdict["next_order_p50_day"]
    assert sum(one.count for one in found.gap_bins) == len(found.order_on) - 1
    assert found.at_risk_on is not None
    assert status_on(statistics, found.at_risk_on) is LifecycleStatus.AT_RISK
    eve = found.at_risk_on - timedelta(days=1)
    assert status_on(statistics, eve) is LifecycleStatus.ACTIVE


def status_on(statistics: StatisticsColumns, day: date) -> LifecycleStatus:
    """Return the status of the only customer on a day."""
    return verdicts_of(statistics, as_of=day).status[0]


def test_picture_of_the_fixed_rule_alarms_on_its_day() -> None:
    statistics = statistics_of({key(1): silent_for(10)})
    found = picture(statistics, standing_of([key(1)]), book_of(FIXED), fit_of(FITTED))
    assert found.at_risk_on == TODAY + timedelta(days=50)


def test_picture_of_a_prospect_is_empty_but_for_blocks() -> None:
    blocks = BlockColumns([key(1), key(1)], [DAY - 5, DAY - 90], [None, DAY - 60])
    standing = standing_of([key(1)], blocks)
    found = picture(statistics_of({key(1): []}), standing, PolicyBook(), None)
    assert (found.order_on, found.expected_on, found.gap_bins) == ((), None, ())
    assert found.blocked == (
        (TODAY - timedelta(days=90), TODAY - timedelta(days=60)),
        (TODAY - timedelta(days=5), None),
    )


def test_published_parameters_say_so() -> None:
    assert published().is_published
    assert not FITTED.is_published
