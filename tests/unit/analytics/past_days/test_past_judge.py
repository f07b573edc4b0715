"""Past days against the whole judgement of that day, and money against dumb loops."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count, pairwise
from uuid import UUID

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.analytics.analyst import KGridAnalyst
from cockpit.analytics.engine import KGridEngine, parameters_of
from cockpit.analytics.k_grid import KGridParameters
from cockpit.analytics.past_days.judge import KGridPastDesk, KGridPastJudge
from cockpit.domain.bridge import BridgeState, bridge_state
from cockpit.domain.columns import (
    BlockColumns,
    OrderColumns,
    StandingColumns,
    StatisticsColumns,
    VerdictColumns,
)
from cockpit.domain.cycle_fit import CycleFit
from cockpit.domain.cycle_policy import (
    EVERYBODY,
    CyclePolicy,
    PolicyBook,
    PolicyKind,
    PolicyScope,
)
from cockpit.domain.errors import CancelledError
from cockpit.domain.indicators import Narrowing
from cockpit.domain.past_columns import CutColumns, DayRules, PastMaterial, ReturnColumns
from cockpit.domain.vocabulary import LifecycleStatus, OrderKind
from tests.support.plain_events import (
    PlainDocument,
    lowered,
    plain_events,
    plain_year,
    plain_yearly,
)
from tests.support.synthetic_orders import WorldPlan, invent_world

TODAY = date(2025, 12, 31)
FIXED = UUID(int=77)
POLICIES = PolicyBook(
    {
        EVERYBODY: CyclePolicy(),
        PolicyScope(segment_id=FIXED): CyclePolicy(kind=PolicyKind.FIXED_DAYS),
    }
)
Documents = Mapping[int, list[PlainDocument]]


class Trade:
    """Customers by number, with their documents, blocks and rules."""

    def __init__(
        self,
        documents: Documents,
        fit: CycleFit | None = None,
        blocks: Sequence[tuple[int, date, date | None]] = (),
        fixed: frozenset[int] = frozenset(),
    ) -> None:
        self.documents, self.fit, self.policies = documents, fit, POLICIES
        self.keys = [UUID(int=number) for number in documents]
        self.standing = StandingColumns(
            [None] * len(self.keys),
            [FIXED if number in fixed else None for number in documents],
            BlockColumns(
                [UUID(int=number) for number, _, _ in blocks],
                [first.toordinal() for _, first, _ in blocks],
                [None if end is None else end.toordinal() for _, _, end in blocks],
            ),
        )

    def statistics(self, day: date) -> StatisticsColumns:
        """Return what the program itself would have computed on a day."""
        rows = sorted(
            (place, one.day.toordinal(), one.cents, one.is_return)
            for place, theirs in enumerate(self.documents.values())
            for one in theirs
        )
        orders = OrderColumns(
            self.keys,
            [row[0] for row in rows],
            [row[1] for row in rows],
            [row[2] for row in rows],
            [OrderKind.RETURN if row[3] else OrderKind.SALE for row in rows],
        )
        return KGridEngine().statistics(orders, self.standing.blocks.known_on(day), as_of=day)

    def verdicts(self, day: date) -> VerdictColumns:
        """Return the whole judgement of a day."""
        known = replace(self.standing, blocks=self.standing.blocks.known_on(day))
        return KGridEngine().verdicts(
            self.statistics(day), known, self.policies, self.fit, as_of=day
        )

    def desk(self) -> KGridPastDesk:
        """Return who judges past days by what is known on the last day."""
        known = self.statistics(TODAY)
        material = PastMaterial(self.keys, known.event_days, known.event_cents, self.standing)
        return KGridPastJudge().desk(material, CutColumns({}, {}))

    def returns(self) -> ReturnColumns:
        rows = lowered(self.documents)
        place = {number: at for at, number in enumerate(self.documents)}
        return ReturnColumns(
            [place[row[0]] for row in rows],
            *([row[at].toordinal() for row in rows] for at in (1, 2, 3)),  # type: ignore[misc, union-attr]
            [row[4] for row in rows],
        )

    def rules(self, day: date) -> DayRules:
        return DayRules(day, self.policies, self.fit)

    def events(self, number: int, day: date) -> dict[date, int]:
        return plain_events(self.documents[number], day)


def check_day(trade: Trade, day: date) -> None:
    """A day's states are the whole judgement's, and its money that of dumb loops."""
    found = trade.desk().day(trade.returns(), trade.rules(day), lambda: False).states()
    whole = trade.verdicts(day)
    assert list(found.status) == list(whole.status)
    for name in ("at_risk_cents", "lost_so_far_cents", "lost_12m_cents", "value_12m_cents"):
        assert list(getattr(found, name)) == list(getattr(whole, name)), name
    for at, number in enumerate(trade.documents):
        events = trade.events(number, day)
        assert found.order_count[at] == len(events)
        assert found.yearly_cents[at] == plain_yearly(events)
        assert (found.orders_12m[at], found.value_12m_cents[at]) == plain_year(events, day)


def check_months(trade: Trade, days: Sequence[date]) -> None:
    """Months' moves are those between the days' whole judgements."""
    told: list[tuple[int, int]] = []
    months = trade.desk().months(
        trade.returns(),
        [trade.rules(day) for day in days],
        lambda done, whole: told.append((done, whole)),
        lambda: False,
    )
    assert told[-1][0] == told[-1][1]
    cells = months.cells(Narrowing())
    everybody: list[dict[int, tuple[LifecycleStatus, int]]] = [
        {
            at: (status, plain_yearly(trade.events(number, day)))
            for at, (number, status) in enumerate(
                zip(trade.documents, trade.verdicts(day).status, strict=True)
            )
        }
        for day in days
    ]
    for month, (start, end) in enumerate(pairwise(everybody)):
        for source in BridgeState:
            for target in BridgeState:
                those = {
                    at: (*start[at], *end[at])
                    for at in start
                    if bridge_state(start[at][0]) is source and bridge_state(end[at][0]) is target
                }
                clients = months.moved(Narrowing(), month, source, target)
                assert {
                    one.place: (one.status, one.cents, one.status_after, one.cents_after)
                    for one in clients
                } == those
                cell = cells[month].get((source, target))
                expected = (len(those), *(sum(row[at] for row in those.values()) for at in (1, 3)))
                assert (
                    (0, 0, 0)
                    if cell is None
                    else (cell.customers, cell.start_cents, cell.end_cents)
                ) == expected


def fit_of(parameters: KGridParameters) -> CycleFit:
    return CycleFit(
        fit_id=None,
        fitted_at=datetime(2025, 12, 31, tzinfo=UTC),
        data_from_on=None,
        data_until_on=TODAY,
        customer_count=400,
        is_published=False,
        engine="k-grid/1",
        parameters=parameters.as_json(),
    )


@pytest.fixture(scope="module")
def learned() -> CycleFit:
    """Parameters of an invented portfolio whose clock and correction are its own."""
    world = invent_world(WorldPlan(customers=500, days=1000))
    orders = world.orders()
    nobody: list[UUID | None] = [None] * len(orders.customer_ids)
    statistics = KGridEngine().statistics(orders, BlockColumns(), as_of=world.last_day)
    return KGridAnalyst().fit(
        statistics,
        StandingColumns(nobody, nobody, BlockColumns()),
        as_of=world.last_day,
        at=datetime(2025, 12, 31, tzinfo=UTC),
        is_cancelled=lambda: False,
    )


def invented(customers: int = 260, seed: int = 5) -> Trade:
    """Return customers of every kind: regular, seasonal, returning goods, blocked, fixed, gone."""
    draw = np.random.default_rng(seed)
    documents: dict[int, list[PlainDocument]] = {}
    for number in range(customers):
        usual, day = float(draw.uniform(5, 90)), TODAY - timedelta(days=int(draw.integers(1, 1500)))
        last = TODAY - timedelta(days=int(draw.choice([0, 0, 0, 60, 300, 800])))
        worth, theirs = float(draw.uniform(3_000, 400_000)), []
        while day <= last:
            is_season = number % 9 == 0
            if not is_season or day.month in {10, 11, 12}:
                theirs.append(
                    PlainDocument(
                        day, int(worth * draw.uniform(0.3, 2.5) * draw.choice([1, 1, 1, 9]))
                    )
                )
                if draw.random() < 0.08:
                    sold, back = theirs[-1].cents, day
                    for share in draw.choice([[0.2, 0.3], [0.5, 0.0], [0.95, 0.01]]):
                        back += timedelta(days=int(draw.integers(0, 60)))
                        theirs.append(PlainDocument(back, int(sold * share), is_return=True))
            pause = 150 if draw.random() < 0.03 else 0
            day += timedelta(
                days=pause + max(1, int((usual if not is_season else 9) * draw.uniform(0.4, 1.6)))
            )
        documents[number] = theirs
    blocks = [
        (number, TODAY - timedelta(days=300 + number), end)
        for number in range(5, customers, 40)
        for end in (None if number % 2 else TODAY - timedelta(days=100),)
    ]
    return Trade(documents, None, blocks, frozenset(range(3, customers, 6)))


def month_ends(count: int) -> list[date]:
    ends = [TODAY]
    while len(ends) < count:
        ends.append(ends[-1].replace(day=1) - timedelta(days=1))
    return ends[::-1]


@pytest.mark.parametrize("age", [0, 45, 400])
def test_a_day_is_the_whole_judgement_of_that_day(learned: CycleFit, age: int) -> None:
    trade = invented()
    trade.fit = learned
    check_day(trade, TODAY - timedelta(days=age))


def test_many_days_are_each_the_whole_judgement(learned: CycleFit) -> None:
    trade = invented()
    trade.fit = learned
    whole = trade.verdicts(TODAY)
    assert {*whole.status} >= {*LifecycleStatus} - {LifecycleStatus.PROSPECT}
    assert sum(whole.is_seasonal) > 3
    check_months(trade, month_ends(14))


def test_parameters_that_lean_on_the_value_are_followed_to_the_line(learned: CycleFit) -> None:
    trade = invented(customers=150, seed=11)
    parameters = parameters_of(learned)
    trade.fit = fit_of(replace(parameters, rate_by_value=0.6, drop_by_value=-0.8))
    check_months(trade, month_ends(14))


@pytest.mark.parametrize(
    "policy",
    [
        CyclePolicy(false_alarm_budget=0.6, inactive_return_share=0.01),
        CyclePolicy(
            inactive_return_share=0.85, inactive_horizon_days=30, inactive_horizon_cycles=1.0
        ),
        CyclePolicy(recovered_cycles=12.0, inactive_return_share=0.7, lost_days=200),
        CyclePolicy(
            recovered_cycles=12.0,
            inactive_return_share=0.45,
            inactive_horizon_days=30,
            inactive_horizon_cycles=1.0,
        ),
    ],
)
def test_rules_far_from_the_usual_leave_no_silence_undecided(
    learned: CycleFit, policy: CyclePolicy
) -> None:
    trade = invented(customers=150, seed=7)
    # What leans on nobody's value is decided by the widest of bounds.
    parameters = replace(parameters_of(learned), rate_by_value=0.0, drop_by_value=0.0)
    trade.fit, trade.policies = fit_of(parameters), PolicyBook({EVERYBODY: policy})
    check_months(trade, month_ends(14))


cents = st.integers(0, 300_000)
documents = st.builds(
    PlainDocument,
    st.dates(TODAY - timedelta(days=500), TODAY),
    cents,
    st.sampled_from([False, False, False, True]),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(documents, max_size=9), min_size=1, max_size=6),
    st.integers(0, 200),
    st.sets(st.integers(0, 5)),
)
def test_whatever_the_documents_are(
    books: list[list[PlainDocument]], age: int, fixed: set[int]
) -> None:
    trade = Trade(dict(enumerate(books)), None, (), frozenset(fixed))
    check_day(trade, TODAY - timedelta(days=age))
    check_months(trade, month_ends(5))


def test_nobody_is_judged_in_vain() -> None:
    trade = Trade({})
    found = trade.desk().day(ReturnColumns(), trade.rules(TODAY), lambda: False)
    assert list(found.states().status) == []
    months = trade.desk().months(
        ReturnColumns(), [trade.rules(day) for day in month_ends(3)], lambda *_: None, lambda: False
    )
    assert months.cells(Narrowing()) == [{}, {}]


def test_it_stops_when_told_to() -> None:
    trade = invented(customers=30)
    with pytest.raises(CancelledError):
        trade.desk().day(trade.returns(), trade.rules(TODAY), lambda: True)
    with pytest.raises(CancelledError):
        trade.desk().months(trade.returns(), [trade.rules(TODAY)], lambda *_: None, lambda: True)
    with pytest.raises(CancelledError):
        trade.desk().gaps(trade.returns(), trade.rules(TODAY), lambda: True)


def test_a_group_of_customers_is_not_finished_for_nobody() -> None:
    trade, asked = invented(customers=30), count()
    with pytest.raises(CancelledError):
        trade.desk().months(
            trade.returns(), [trade.rules(TODAY)], lambda *_: None, lambda: next(asked) > 2
        )
