"""Who stands where on a day, and whom to call first."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.analytics.engine import PlainCycleEngine
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.columns import WorkListColumns
from cockpit.domain.cycle import CyclePolicy, CycleStatistics, CycleVerdict
from cockpit.domain.vocabulary import CustomerCategory, LifecycleStatus, Trend
from cockpit.domain.work_list import ROW_FIELDS, WorkList
from tests.support.order_books import TODAY, key

ENGINE = PlainCycleEngine()
POLICY = CyclePolicy()
NOW = datetime.combine(TODAY, time(9), tzinfo=DEFAULT_ZONE).astimezone(UTC)

#: Of the seed's portfolio on 22/03/2022: last order, frequency, recency, ratio as printed.
FIXTURE = {
    "Acatama Brinquedos": (date(2022, 1, 13), 115, 68, "0.59"),
    "Adesivos Utilidades": (date(2022, 2, 17), 54, 33, "0.61"),
    "Agro do Nordeste": (date(2022, 2, 17), 50, 33, "0.66"),
    "Agro Industrial Natal": (date(2022, 1, 13), 71, 68, "0.96"),
    "Aerolíneas Paraguais": (date(2022, 1, 31), 33, 50, "1.5"),
    "Agro Box LT": (date(2021, 8, 27), 104, 207, "2.0"),
    "Adesivos Plásticos": (date(2022, 1, 31), 16, 50, "3.1"),
    "Atlymb Tecnologia": (date(2021, 9, 15), 52, 188, "3.6"),
    "Agro Sul": (date(2021, 7, 30), 22, 235, "10.7"),
}


def bought(
    recency: int | None, frequency: float | None = 30.0, orders: int = 10, value: int = 10_000
) -> CycleStatistics:
    """Return the statistics of a customer who last bought so many days ago."""
    if recency is None:
        return CycleStatistics()
    last = TODAY - timedelta(days=recency)
    return CycleStatistics(
        order_count=orders,
        last_order_on=last,
        frequency_days=frequency,
        mean_value_cents=value,
    )


def verdict(
    statistics: CycleStatistics,
    *,
    blocked: bool = False,
    prospect: bool = False,
    policy: CyclePolicy = POLICY,
) -> CycleVerdict:
    chosen = frozenset({key(1)})
    verdicts = ENGINE.verdicts(
        {key(1): statistics},
        chosen if blocked else frozenset(),
        chosen if prospect else frozenset(),
        policy,
        as_of=TODAY,
    )
    return verdicts[key(1)]


def status(recency: int | None, frequency: float | None = 30.0, orders: int = 10) -> str:
    return verdict(bought(recency, frequency, orders)).status.value


class Portfolio:
    """Stored columns, built customer by customer."""

    def __init__(self) -> None:
        self.rows: list[dict[str, object]] = []

    def add(
        self,
        name: str,
        statistics: CycleStatistics,
        *,
        next_at: datetime | None = None,
        has_time: bool = True,
        blocked: bool = False,
        prospect: bool = False,
        customer_id: UUID | None = None,
    ) -> None:
        last = statistics.last_order_on
        texts = ("code", "company", "tax_id", "phone", "city", "state", "owner")
        self.rows.append(
            dict.fromkeys(texts, "")
            | {
                "customer_id": customer_id or key(len(self.rows) + 1),
                "name": name,
                "search_text": name.lower(),
                "last_contact_at": None,
                "next_contact_at": next_at,
                "next_contact_has_time": has_time,
                "category": CustomerCategory.PROSPECT if prospect else CustomerCategory.CUSTOMER,
                "is_blocked": blocked,
                "order_count": statistics.order_count,
                "last_order_day": last and last.toordinal(),
                "frequency_days": statistics.frequency_days,
                "mean_value_cents": statistics.mean_value_cents,
                "trend": statistics.trend,
            }
        )

    def columns(self) -> WorkListColumns:
        names = WorkListColumns.__dataclass_fields__
        return WorkListColumns(**{name: [row[name] for row in self.rows] for name in names})

    def ranked(self) -> WorkList:
        return ENGINE.rank(self.columns(), POLICY, as_of=TODAY, now=NOW)

    def names(self) -> list[object]:
        return list(self.ranked().columns["name"])


@pytest.mark.parametrize(
    ("expected", "recency", "frequency", "orders"),
    [
        ("prospect", None, None, 0),
        ("new", 10, None, 1),
        ("new", 119, None, 1),
        ("inactive", 120, None, 1),
        ("lost", 731, None, 1),
        ("new", 44, 30.0, 2),
        ("at_risk", 45, 30.0, 2),
        ("active", 44, 30.0, 3),
        ("at_risk", 45, 30.0, 3),
        ("at_risk", 89, 30.0, 3),
        ("inactive", 90, 30.0, 3),
        ("inactive", 730, 30.0, 3),
        ("lost", 731, 30.0, 3),
        ("active", 730, 600.0, 3),
        ("lost", 731, 600.0, 2),
    ],
)
def test_status_follows_the_policy(
    expected: str, recency: int | None, frequency: float | None, orders: int
) -> None:
    assert status(recency, frequency, orders) == expected


def test_block_comes_before_everything_and_puts_no_money_at_risk() -> None:
    found = verdict(bought(300), blocked=True, prospect=True)
    assert (found.status, found.at_risk_cents) == (LifecycleStatus.BLOCKED, 0)
    assert (found.recency_days, found.cycles_late) == (300, 10.0)


def test_prospect_by_category_stays_one_and_puts_no_money_at_risk() -> None:
    found = verdict(bought(60), prospect=True)
    assert (found.status, found.at_risk_cents) == (LifecycleStatus.PROSPECT, 0)


def test_another_policy_gives_another_status() -> None:
    strict = CyclePolicy(at_risk_cycles=1.0, inactive_cycles=1.2, lost_days=50)
    assert verdict(bought(30), policy=strict).status is LifecycleStatus.AT_RISK
    assert verdict(bought(36), policy=strict).status is LifecycleStatus.INACTIVE
    assert verdict(bought(51), policy=strict).status is LifecycleStatus.LOST


@pytest.mark.parametrize(
    ("recency", "cents"),
    [(0, 0), (44, 0), (45, 30_000), (90, 15_000), (450, 3_000)],
)
def test_money_at_risk_is_ninety_days_of_purchases_and_halves_as_the_silence_doubles(
    recency: int, cents: int
) -> None:
    assert verdict(bought(recency)).at_risk_cents == cents


def test_no_money_is_claimed_without_a_cycle() -> None:
    found = verdict(bought(400, None, 1))
    assert (found.at_risk_cents, found.cycles_late, found.recency_days) == (0, None, 400)


def test_clock_set_back_gives_no_negative_recency() -> None:
    assert verdict(bought(-5)).recency_days == 0


def test_no_customers_give_no_verdicts() -> None:
    assert ENGINE.verdicts({}, frozenset(), frozenset(), POLICY, as_of=TODAY) == {}


@given(
    st.integers(0, 3_000),
    st.integers(0, 800),
    st.one_of(st.none(), st.floats(1, 700)),
    st.integers(1, 20),
)
def test_more_silence_never_makes_a_customer_look_better(
    recency: int, more: int, frequency: float | None, orders: int
) -> None:
    severity = ["new", "active", "at_risk", "inactive", "lost"]
    before, after = (verdict(bought(days, frequency, orders)) for days in (recency, recency + more))
    assert severity.index(after.status) >= severity.index(before.status)
    if before.at_risk_cents:
        assert after.at_risk_cents <= before.at_risk_cents
    assert (after.cycles_late or 0) >= (before.cycles_late or 0)


def seeds_portfolio() -> Portfolio:
    portfolio = Portfolio()
    for name, (last, frequency, _, _) in FIXTURE.items():
        portfolio.add(name, replace(bought(0, float(frequency)), last_order_on=last))
    return portfolio


def test_seeds_table_comes_out_to_the_printed_digits() -> None:
    ranked = seeds_portfolio().ranked()
    rows = {row.name: row for row in map(ranked.row, range(len(ranked)))}
    for name, (last, _, recency, ratio) in FIXTURE.items():
        places = len(ratio.partition(".")[2])
        assert rows[name].last_order_on == last
        assert rows[name].recency_days == recency
        assert f"{rows[name].cycles_late:.{places}f}" == ratio


def test_seeds_five_late_customers_come_first_and_the_other_four_are_active() -> None:
    ranked = seeds_portfolio().ranked()
    statuses = dict(zip(ranked.columns["name"], ranked.columns["status"], strict=True))
    late = {"Agro Sul", "Atlymb Tecnologia", "Adesivos Plásticos", "Agro Box LT"}
    late |= {"Aerolíneas Paraguais"}
    assert set(list(statuses)[:5]) == late
    assert {name for name, status in statuses.items() if status == "at_risk"} == {
        "Aerolíneas Paraguais",
        "Agro Box LT",
    }
    assert {name for name, status in statuses.items() if status == "active"} == set(FIXTURE) - late
    assert list(statuses)[5:] == [
        "Agro Industrial Natal",
        "Agro do Nordeste",
        "Adesivos Utilidades",
        "Acatama Brinquedos",
    ]


def test_order_of_calling_goes_from_promises_to_blocked() -> None:
    portfolio = Portfolio()
    portfolio.add("blocked with a promise", bought(60), blocked=True, next_at=NOW)
    portfolio.add("prospect", bought(None), prospect=True)
    portfolio.add("lost, poor", bought(900, value=1_000))
    portfolio.add("lost, rich", bought(900, value=9_000))
    portfolio.add("active, early", bought(3))
    portfolio.add("new", bought(40, 30.0, 2))
    portfolio.add("active, nearly late", bought(43))
    portfolio.add("new, without a cycle", bought(90, None, 1))
    portfolio.add("newer, without a cycle", bought(9, None, 1))
    portfolio.add("inactive, little money", bought(100, value=1_000))
    portfolio.add("at risk, much money", bought(60, value=90_000))
    portfolio.add("inactive, equal money", bought(90, value=10_000))
    portfolio.add("at risk, equal money", bought(60, value=20_000))
    portfolio.add("promised this morning", bought(3), next_at=NOW)
    portfolio.add("promised yesterday", bought(None), next_at=NOW - timedelta(days=1))
    portfolio.add("promised for later", bought(44), next_at=NOW + timedelta(minutes=1))
    assert portfolio.names() == [
        "promised yesterday",
        "promised this morning",
        "at risk, much money",
        "at risk, equal money",
        "inactive, equal money",
        "inactive, little money",
        "promised for later",
        "active, nearly late",
        "new",
        "active, early",
        "new, without a cycle",
        "newer, without a cycle",
        "lost, rich",
        "lost, poor",
        "prospect",
        "blocked with a promise",
    ]


@pytest.mark.parametrize(
    ("local", "has_time", "is_due"),
    [
        (datetime.combine(TODAY, time(9, 0)), True, True),
        (datetime.combine(TODAY, time(9, 1)), True, False),
        (datetime.combine(TODAY, time(0, 0)), False, True),
        (datetime.combine(TODAY, time(23, 59)), False, True),
        (datetime.combine(TODAY + timedelta(days=1), time(0, 0)), False, False),
    ],
)
def test_next_contact_is_due_at_its_time_or_on_its_whole_day(
    local: datetime, has_time: bool, is_due: bool
) -> None:
    portfolio = Portfolio()
    portfolio.add("at risk", bought(60))
    next_at = local.replace(tzinfo=DEFAULT_ZONE).astimezone(UTC)
    portfolio.add("promised", bought(3), next_at=next_at, has_time=has_time)
    assert (portfolio.names()[0] == "promised") is is_due


def test_equal_customers_stand_by_name_without_case_and_accents_then_by_key() -> None:
    portfolio = Portfolio()
    for number, name in ((9, "Zinco"), (8, "beta"), (7, "Ágil"), (5, "Ágil"), (6, "Agro")):
        portfolio.add(name, bought(None), customer_id=key(number))
    assert [identity.int for identity in portfolio.ranked().columns["customer_id"]] == [
        5,
        7,
        6,
        8,
        9,
    ]


@pytest.mark.parametrize("size", [0, 1, 2])
def test_short_lists_keep_their_shape(size: int) -> None:
    portfolio = Portfolio()
    for _ in range(size):
        portfolio.add("Casa", bought(60))
    ranked = portfolio.ranked()
    assert len(ranked) == size
    assert tuple(ranked.columns) == ROW_FIELDS
    assert {len(column) for column in ranked.columns.values()} == {size}


def test_columns_hold_plain_values_of_the_row() -> None:
    portfolio = Portfolio()
    portfolio.add("Casa", bought(60), next_at=NOW)
    portfolio.add("Novo", bought(None))
    first = portfolio.ranked().row(0)
    kinds = {name: type(getattr(first, name)) for name in ROW_FIELDS}
    assert kinds["status"] is LifecycleStatus
    assert kinds["trend"] is Trend
    assert kinds["last_order_on"] is date
    assert (kinds["frequency_days"], kinds["cycles_late"]) == (float, float)
    assert {kinds[name] for name in ("recency_days", "value_cents", "at_risk_cents")} == {int}
    last = portfolio.ranked().row(1)
    absent = (last.last_order_on, last.recency_days, last.frequency_days, last.cycles_late)
    assert absent == (None, None, None, None)


@pytest.mark.parametrize("as_of", [date.min, date.max])
def test_first_and_last_day_of_the_calendar_are_survived(as_of: date) -> None:
    portfolio = Portfolio()
    portfolio.add("Casa", bought(60), next_at=NOW, has_time=False)
    assert len(ENGINE.rank(portfolio.columns(), POLICY, as_of=as_of, now=NOW)) == 1


customers = st.tuples(
    st.one_of(st.none(), st.integers(0, 900)),
    st.one_of(st.none(), st.floats(1, 200)),
    st.integers(1, 4),
    st.integers(0, 100).map(lambda hundred: hundred * 100),
    st.one_of(st.none(), st.integers(-50, 50)),
    st.booleans(),
    st.sampled_from(["Casa", "Ágil", "beta"]),
)


@given(st.lists(customers, max_size=12), st.randoms(use_true_random=False))
def test_order_of_calling_does_not_depend_on_the_order_of_rows(
    chosen: list[tuple[object, ...]], random: object
) -> None:
    portfolio = Portfolio()
    for recency, frequency, orders, value, hours, has_time, name in chosen:
        next_at = None if hours is None else NOW + timedelta(hours=hours)
        statistics = bought(recency, frequency, orders, value)
        portfolio.add(name, statistics, next_at=next_at, has_time=has_time)
    straight = portfolio.ranked()
    random.shuffle(portfolio.rows)
    assert [list(column) for column in portfolio.ranked().columns.values()] == [
        list(column) for column in straight.columns.values()
    ]


@given(st.lists(customers, min_size=1, max_size=8))
def test_list_and_stored_verdicts_say_the_same(chosen: list[tuple[object, ...]]) -> None:
    portfolio = Portfolio()
    statistics = {}
    for recency, frequency, orders, value, *_ in chosen:
        one = bought(recency, frequency, orders, value)
        portfolio.add("Casa", one)
        statistics[key(len(portfolio.rows))] = one
    verdicts = ENGINE.verdicts(statistics, frozenset(), frozenset(), POLICY, as_of=TODAY)
    ranked = portfolio.ranked()
    for row in map(ranked.row, range(len(ranked))):
        assert verdicts[row.customer_id] == CycleVerdict(
            row.status, row.recency_days, row.cycles_late, row.at_risk_cents
        )
