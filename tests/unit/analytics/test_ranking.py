"""Whom to call first."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.analytics.engine import KGridEngine
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.columns import WorkListColumns
from cockpit.domain.vocabulary import LifecycleStatus, Trend
from cockpit.domain.work_list import ROW_FIELDS, WorkList
from tests.support.order_books import TODAY, key

ENGINE = KGridEngine()
NOW = datetime.combine(TODAY, time(9), tzinfo=DEFAULT_ZONE).astimezone(UTC)
TEXTS = ("code", "company", "tax_id", "phone", "city", "state", "owner")


class Portfolio:
    """Stored columns, built customer by customer."""

    def __init__(self) -> None:
        self.rows: list[dict[str, object]] = []

    def add(
        self,
        name: str,
        status: str = "active",
        recency: int | None = 20,
        *,
        money: int = 0,
        value: int = 10_000,
        late: float | None = None,
        next_at: datetime | None = None,
        has_time: bool = True,
        customer_id: UUID | None = None,
    ) -> None:
        last = None if recency is None else TODAY - timedelta(days=recency)
        self.rows.append(
            dict.fromkeys(TEXTS, "")
            | {
                "customer_id": customer_id or key(len(self.rows) + 1),
                "name": name,
                "search_text": name.lower(),
                "last_contact_at": None,
                "next_contact_at": next_at,
                "next_contact_has_time": has_time,
                "status": LifecycleStatus(status),
                "trend": Trend.FLAT,
                "last_order_day": last and last.toordinal(),
                "frequency_days": None if not late or recency is None else recency / late,
                "cycles_late": late,
                "gap_quantile_bp": None if recency is None else 9_750,
                "none_90_bp": None if recency is None else 3_125,
                "value_cents": value,
                "at_risk_cents": money,
                "lost_so_far_cents": 0,
            }
        )

    def columns(self) -> WorkListColumns:
        names = WorkListColumns.__dataclass_fields__
        return WorkListColumns(**{name: [row[name] for row in self.rows] for name in names})

    def ranked(self) -> WorkList:
        return ENGINE.rank(self.columns(), as_of=TODAY, now=NOW)

    def names(self) -> list[object]:
        return list(self.ranked().columns["name"])


def test_order_of_calling_goes_from_promises_to_blocked() -> None:
    portfolio = Portfolio()
    portfolio.add("blocked with a promise", "blocked", 60, next_at=NOW)
    portfolio.add("prospect", "prospect", None)
    portfolio.add("lost, poor", "lost", 900, value=1_000)
    portfolio.add("lost, rich", "lost", 900, value=9_000)
    portfolio.add("active, early", "active", 3, late=0.1)
    portfolio.add("recovered", "recovered", 40, late=1.3)
    portfolio.add("active, nearly late", "active", 43, late=1.4)
    portfolio.add("new, without a cycle", "new", 90)
    portfolio.add("newer, without a cycle", "new", 9)
    portfolio.add("inactive, little money", "inactive", 100, money=900)
    portfolio.add("at risk, much money", "at_risk", 60, money=90_000)
    portfolio.add("inactive, equal money", "inactive", 90, money=10_000)
    portfolio.add("at risk, equal money", "at_risk", 60, money=10_000)
    portfolio.add("promised this morning", "active", 3, next_at=NOW)
    portfolio.add("promised yesterday", "prospect", None, next_at=NOW - timedelta(days=1))
    later = NOW + timedelta(minutes=1)
    portfolio.add("promised for later", "active", 44, late=1.5, next_at=later)
    assert portfolio.names() == [
        "promised yesterday",
        "promised this morning",
        "at risk, much money",
        "at risk, equal money",
        "inactive, equal money",
        "inactive, little money",
        "promised for later",
        "active, nearly late",
        "recovered",
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
    portfolio.add("at risk", "at_risk", 60)
    next_at = local.replace(tzinfo=DEFAULT_ZONE).astimezone(UTC)
    portfolio.add("promised", "active", 3, next_at=next_at, has_time=has_time)
    assert (portfolio.names()[0] == "promised") is is_due


def test_equal_customers_stand_by_name_without_case_and_accents_then_by_key() -> None:
    portfolio = Portfolio()
    for number, name in ((9, "Zinco"), (8, "beta"), (7, "Ágil"), (5, "Ágil"), (6, "Agro")):
        portfolio.add(name, customer_id=key(number))
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
        portfolio.add("Casa", "at_risk", 60)
    ranked = portfolio.ranked()
    assert len(ranked) == size
    assert tuple(ranked.columns) == ROW_FIELDS
    assert {len(column) for column in ranked.columns.values()} == {size}


def test_columns_hold_plain_values_of_the_row() -> None:
    portfolio = Portfolio()
    portfolio.add("Casa", "at_risk", 60, money=5, late=2.0, next_at=NOW)
    portfolio.add("Novo", "prospect", None)
    first = portfolio.ranked().row(0)
    assert (first.last_order_on, first.recency_days) == (TODAY - timedelta(days=60), 60)
    assert (first.frequency_days, first.cycles_late) == (30.0, 2.0)
    assert (first.gap_quantile, first.none_90) == (0.975, 0.3125)
    assert {type(first.recency_days), type(first.at_risk_cents)} == {int}
    assert first.status is LifecycleStatus.AT_RISK
    last = portfolio.ranked().row(1)
    absent = (last.last_order_on, last.recency_days, last.frequency_days, last.cycles_late)
    assert (*absent, last.gap_quantile, last.none_90) == (None,) * 6


def test_clock_set_back_gives_no_negative_recency() -> None:
    portfolio = Portfolio()
    portfolio.add("Casa", "active", -5)
    assert portfolio.ranked().row(0).recency_days == 0


@pytest.mark.parametrize("as_of", [date.min, date.max])
def test_first_and_last_day_of_the_calendar_are_survived(as_of: date) -> None:
    portfolio = Portfolio()
    portfolio.add("Casa", "at_risk", 60, next_at=NOW, has_time=False)
    assert len(ENGINE.rank(portfolio.columns(), as_of=as_of, now=NOW)) == 1


customers = st.tuples(
    st.sampled_from(list(LifecycleStatus)),
    st.one_of(st.none(), st.integers(0, 900)),
    st.one_of(st.none(), st.floats(0, 20)),
    st.integers(0, 3).map(lambda hundred: hundred * 100),
    st.one_of(st.none(), st.integers(-50, 50)),
    st.booleans(),
    st.sampled_from(["Casa", "Ágil", "beta"]),
)


@given(st.lists(customers, max_size=12), st.randoms(use_true_random=False))
def test_order_of_calling_does_not_depend_on_the_order_of_rows(
    chosen: list[tuple[LifecycleStatus, int | None, float | None, int, int | None, bool, str]],
    random: Random,
) -> None:
    portfolio = Portfolio()
    for status, recency, late, money, hours, has_time, name in chosen:
        next_at = None if hours is None else NOW + timedelta(hours=hours)
        portfolio.add(
            name, status, recency, money=money, late=late, next_at=next_at, has_time=has_time
        )
    straight = portfolio.ranked()
    random.shuffle(portfolio.rows)
    assert [list(column) for column in portfolio.ranked().columns.values()] == [
        list(column) for column in straight.columns.values()
    ]
