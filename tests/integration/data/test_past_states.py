"""States of past days, the portfolio's figures and the bridge, on both engines."""

import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, select, update

from cockpit.app.late_parts import load_past_judge
from cockpit.app.reporting import reports_of
from cockpit.app.session import Session
from cockpit.domain.bridge import Bridge, BridgeCell, BridgeQuestion, BridgeState, bridge_state
from cockpit.domain.clock import SystemClock
from cockpit.domain.errors import BadInputError, CancelledError
from cockpit.domain.indicators import Cut, Narrowing, Question
from cockpit.domain.periods import month_of
from cockpit.domain.portfolio_figures import (
    BUYING,
    DayStates,
    Knowledge,
    PortfolioFigure,
    PortfolioFigures,
    PortfolioQuestion,
)
from cockpit.domain.reports import ReportDocument, ReportName, ReportRequest
from cockpit.domain.vocabulary import LifecycleStatus, OrderKind
from cockpit.services.cycle_state import CycleStates
from cockpit.services.past_states import PastStateService
from models import Customer, CustomerMetric, CustomerStatistic, Order
from tests.integration.data.test_as_of import DAY, Company, begin, go_on, live_through, until
from tests.support.import_files import Line
from tests.support.plain_events import (
    PlainDocument,
    lowered,
    plain_events,
    plain_year,
    plain_yearly,
)
from tests.support.team import TeamDatabase, let_superuser_in

LATER = DAY + timedelta(days=20)


@pytest.fixture
def company(program_url: str, tmp_path: Path) -> Company:
    return Company(program_url, tmp_path)


def by_customer(states: DayStates) -> dict[UUID, tuple[Any, ...]]:
    """Return everything that states say, by customer."""
    names = [
        one
        for one in DayStates.__dataclass_fields__
        if one not in ("on", "customer_id", "is_prior_published")
    ]
    rows = zip(*(getattr(states, name) for name in names), strict=True)
    return dict(zip(states.customer_id, rows, strict=True))


def said_by_verdicts(session: Session) -> dict[UUID, tuple[Any, ...]]:
    """Return what the program itself says of everybody on its day."""
    with session.database.read() as unit:
        state = session.metrics.states.everyone(unit)
    judged = session.metrics.states.verdicts(state)
    return {
        key: (status, at_risk, so_far, months, value)
        for key, status, at_risk, so_far, months, value in zip(
            state.statistics.customer_id,
            judged.status,
            judged.at_risk_cents,
            judged.lost_so_far_cents,
            judged.lost_12m_cents,
            judged.value_12m_cents,
            strict=True,
        )
    }


def said_by_states(states: DayStates) -> dict[UUID, tuple[Any, ...]]:
    return {
        key: row
        for key, *row in zip(
            states.customer_id,
            states.status,
            states.at_risk_cents,
            states.lost_so_far_cents,
            states.lost_12m_cents,
            states.value_12m_cents,
            strict=True,
        )
    }


def test_a_past_day_as_it_was_known_is_what_the_program_said_on_it(company: Company) -> None:
    begin(company)
    live_through(company)
    with company.on(DAY) as session:
        then = said_by_verdicts(session)
        assert {
            key: tuple(row) for key, row in said_by_states(session.past_states.states(DAY)).items()
        } == then
    go_on(company)
    with company.on(LATER) as session:
        found = said_by_states(session.past_states.states(DAY, Knowledge.THEN))
        today = said_by_states(session.past_states.states(LATER))
        now = said_by_verdicts(session)
    assert len(then) == 70
    assert {key: tuple(found[key]) for key in then} == then
    others = set(found) - set(then)
    assert len(others) == 5
    assert {found[key][0] for key in others} == {LifecycleStatus.PROSPECT}
    assert {key: tuple(row) for key, row in today.items()} == now


@dataclass(frozen=True, slots=True)
class StandingClock(SystemClock):
    """A clock that stands on a day and knows all that is stored."""

    day: date = LATER

    def today(self) -> date:
        return self.day


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def lived(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Company]:
    """A company that lived through a day and went on: nothing is as it was known then.

    Tests read it and change nothing.
    """
    folder = tmp_path_factory.mktemp("lived")
    if request.param == "sqlite":
        template = request.getfixturevalue("sqlite_template")
        company = Company(f"sqlite:///{shutil.copy(template, folder / 'giro.db')}", folder)
        go_through(company)
        yield company
        return
    server = request.getfixturevalue("postgres_server")
    name = server.create(request.getfixturevalue("team_template"))
    database = TeamDatabase(server, name)
    let_superuser_in(database.superuser)
    company = Company(database.url("postgres"), folder)
    go_through(company)
    yield company
    database.close()
    server.drop(name)


def go_through(company: Company) -> None:
    begin(company)
    live_through(company)
    go_on(company)
    sold = [line for line in until(DAY - timedelta(days=15)) if line.number % 4 == 0]
    back = [
        replace(
            line,
            number=line.number + 200_000 * turn,
            day=min(line.day + timedelta(days=9 * turn + line.number % 23), LATER),
            cents=line.cents * share // 100,
            kind="devolucao",
        )
        for line in sold
        for turn, share in enumerate(((30, 20), (95, 3))[line.number % 8 == 0], start=1)
    ]
    with company.on(LATER) as session:
        company.take(session, back)
        # The clock of the test's program began anew, before the day's parameters were stored.
        replace(session.metrics, states=of_day(session)).roll_over()


def of_day(session: Session, day: date = LATER) -> CycleStates:
    """Return the states of customers as a program of the day has them."""
    return replace(session.metrics.states, clock=StandingClock(day=day))


@pytest.fixture
def traded(lived: Company) -> Iterator[Session]:
    """The company, open on a later day."""
    with lived.on(LATER) as session:
        yield session


def on_stored(session: Session, day: date = LATER) -> PastStateService:
    """Return the service as a program of the day has it, which reads stored events."""
    states = of_day(session, day)
    with session.database.read() as unit:
        assert states.holds(unit)
    return PastStateService(states, load_past_judge, session.user)


def documents_of(session: Session) -> dict[UUID, list[PlainDocument]]:
    """Return all documents, by a query of its own."""
    found: dict[UUID, list[PlainDocument]] = defaultdict(list)
    with session.engines.reading() as connection:
        for key in connection.execute(select(Customer.id)).scalars():
            found[key] = []
        rows = connection.execute(
            select(Order.customer_id, Order.ordered_on, Order.net_cents, Order.kind)
        )
        for key, day, cents, kind in rows:
            if kind is not OrderKind.CANCELLED:
                found[key].append(PlainDocument(day, cents, kind is OrderKind.RETURN))
    return found


PAST = (LATER, DAY, DAY - timedelta(days=8), DAY - timedelta(days=95), DAY - timedelta(days=400))


def test_stored_events_and_documents_say_the_same_of_any_day(traded: Session) -> None:
    stored, read = on_stored(traded), traded.past_states
    documents = documents_of(traded)
    later = [row for row in lowered(documents) if row[4] and row[1] <= DAY < row[3]]
    assert len(later) > 3
    for day in PAST:
        found = stored.states(day)
        for knowledge in Knowledge:
            assert by_customer(stored.states(day, knowledge)) == by_customer(
                read.states(day, knowledge)
            ), (day, knowledge)
        for at, key in enumerate(found.customer_id):
            events = plain_events(documents[key], day)
            assert found.order_count[at] == len(events)
            assert found.yearly_cents[at] == plain_yearly(events)
            assert (found.orders_12m[at], found.value_12m_cents[at]) == plain_year(events, day)


def test_today_is_told_by_the_judgements_of_the_work_list(company: Company) -> None:
    go_through(company)
    with company.on(LATER) as session:
        worked_out = by_customer(session.past_states.states(LATER))
        assert by_customer(on_stored(session).states(LATER)) == worked_out
        key, lost = next((key, row) for key, row in worked_out.items() if row[5] > 0)
        with session.engines.writing() as connection:
            connection.execute(
                update(CustomerMetric)
                .where(CustomerMetric.customer_id == key)
                .values(at_risk_cents=CustomerMetric.at_risk_cents + 1)
            )
        found = by_customer(on_stored(session).states(LATER))[key]
        assert found == (*lost[:5], lost[5] + 1, *lost[6:])
        with session.engines.writing() as connection:
            connection.execute(
                delete(CustomerStatistic).where(CustomerStatistic.customer_id == key)
            )
        assert by_customer(on_stored(session).states(LATER)) == worked_out


def test_what_was_known_and_what_is_known_differ(traded: Session) -> None:
    service = on_stored(traded)
    now, then = (by_customer(service.states(DAY, one)) for one in (Knowledge.NOW, Knowledge.THEN))
    differing = [key for key in now if now[key] != then[key]]
    assert len(differing) > 30
    assert sum(row[1] for row in now.values()) != sum(row[1] for row in then.values())


def plain_figures(states: DayStates, chosen: set[UUID]) -> dict[str, Any]:
    """Return the portfolio's figures by dumb loops."""
    figures: dict[str, Any] = {
        "status": {one: [0, 0, 0] for one in LifecycleStatus},
        "recurring": [0, 0],
        "year": [0, 0],
        "lost": [0, 0],
    }
    for at, key in enumerate(states.customer_id):
        if key not in chosen:
            continue
        status, yearly = states.status[at], states.yearly_cents[at]
        for place, more in enumerate((1, yearly, states.at_risk_cents[at])):
            figures["status"][status][place] += more
        if states.order_count[at] >= 3 and status.value in {"active", "recovered", "at_risk"}:
            figures["recurring"][0] += 1
            figures["recurring"][1] += yearly
        figures["year"][0] += states.orders_12m[at]
        figures["year"][1] += states.value_12m_cents[at]
        figures["lost"][0] += states.lost_so_far_cents[at]
        figures["lost"][1] += states.lost_12m_cents[at]
    return figures


def told(figures: PortfolioFigures) -> dict[str, Any]:
    return {
        "status": {
            one: [total.customers, total.yearly_cents, total.at_risk_cents]
            for one, total in figures.by_status.items()
        },
        "recurring": [figures.recurring_customers, figures.recurring_yearly_cents],
        "year": [figures.orders_12m, figures.value_12m_cents],
        "lost": [figures.lost_so_far_cents, figures.lost_12m_cents],
    }


def segments_of(session: Session) -> dict[UUID, UUID | None]:
    with session.engines.reading() as connection:
        rows = connection.execute(select(Customer.id, Customer.segment_id)).all()
        return {row.id: row.segment_id for row in rows}


def test_the_portfolio_and_each_of_its_parts_add_up(traded: Session) -> None:
    service, segment_of = on_stored(traded), segments_of(traded)
    question = PortfolioQuestion(LATER, compared_with=DAY, cut=Cut.SEGMENT)
    report = service.portfolio(question)
    now, before = service.states(LATER), service.states(DAY)
    everybody = set(segment_of)
    assert told(report.total.now) == plain_figures(now, everybody)
    assert report.total.before is not None
    assert told(report.total.before) == plain_figures(before, everybody)
    assert {one.name.key for one in report.rows} == set(segment_of.values())
    for row in report.rows:
        chosen = {key for key, segment in segment_of.items() if segment == row.name.key}
        assert told(row.now) == plain_figures(now, chosen)
        narrowed = replace(
            question, cut=None, narrowing=Narrowing({Cut.SEGMENT: frozenset({row.name.key})})
        )
        assert service.portfolio(narrowed).total.now == row.now
        for status in LifecycleStatus:
            clients = service.portfolio_clients(
                question, PortfolioFigure.CUSTOMERS, status=status, key=row.name.key, is_part=True
            )
            assert len(clients) == row.now.by_status[status].customers
            assert sum(one.cents for one in clients) == row.now.by_status[status].yearly_cents


def test_rates_are_what_their_definitions_say(traded: Session) -> None:
    figures = on_stored(traded).portfolio(PortfolioQuestion(LATER)).total.now
    counts = {one: total.customers for one, total in figures.by_status.items()}
    inactive = counts[LifecycleStatus.INACTIVE]
    assert figures.inactivity_rate == inactive / (inactive + sum(counts[one] for one in BUYING))
    assert figures.average_ticket_cents is not None
    exact = Fraction(figures.value_12m_cents, figures.orders_12m)
    assert abs(figures.average_ticket_cents - exact) <= Fraction(1, 2)
    assert abs(figures.recurring_month_cents - Fraction(figures.recurring_yearly_cents, 12)) <= (
        Fraction(1, 2)
    )
    nobody = PortfolioFigures()
    assert (nobody.inactivity_rate, nobody.average_ticket_cents) == (None, None)


def test_the_customers_behind_each_figure_add_up_to_it(traded: Session) -> None:
    service, question = on_stored(traded), PortfolioQuestion(LATER, compared_with=DAY)
    total = service.portfolio(question).total.now
    whole = {
        PortfolioFigure.CUSTOMERS: (total.whole.customers, total.whole.yearly_cents),
        PortfolioFigure.AT_RISK: (None, total.whole.at_risk_cents),
        PortfolioFigure.INACTIVE: (
            total.by_status[LifecycleStatus.INACTIVE].customers,
            total.by_status[LifecycleStatus.INACTIVE].yearly_cents,
        ),
        PortfolioFigure.RECURRING: (total.recurring_customers, total.recurring_yearly_cents),
        PortfolioFigure.TICKET: (None, total.value_12m_cents),
        PortfolioFigure.LOST_SO_FAR: (None, total.lost_so_far_cents),
        PortfolioFigure.LOST_12M: (None, total.lost_12m_cents),
    }
    before = dict(
        zip(*(getattr(service.states(DAY), one) for one in ("customer_id", "status")), strict=True)
    )
    for figure, (count, cents) in whole.items():
        clients = service.portfolio_clients(question, figure)
        assert count is None or len(clients) == count
        assert sum(one.cents for one in clients) == cents
        assert [one.cents for one in clients] == sorted(
            (one.cents for one in clients), reverse=True
        )
        assert all(one.before is before[one.customer_id] and one.name for one in clients)


def check_closes(bridge: Bridge) -> None:
    """Each month closes for each state, and begins where the month before ended."""
    for month in bridge.months:
        for line in month.lines():
            assert line.start + line.entered - line.left == line.end
            money = line.start_cents + line.entered_cents - line.left_cents + line.change_cents
            assert money == line.end_cents
    for earlier, later in pairwise(bridge.months):
        for state in BridgeState:
            ended, began = earlier.line(state), later.line(state)
            assert (ended.end, ended.end_cents) == (began.start, began.start_cents)


@pytest.mark.parametrize("knowledge", Knowledge)
def test_the_bridge_closes_and_has_everybody_behind_it(
    traded: Session, knowledge: Knowledge
) -> None:
    service = on_stored(traded)
    question = BridgeQuestion(LATER, months=12, knowledge=knowledge)
    bridge = service.bridge(question)
    check_closes(bridge)
    assert [one.period for one in bridge.months] == [*question.periods()]
    states = [by_customer(service.states(day, knowledge)) for day in question.days()]
    for month, (start, end) in zip(bridge.months, pairwise(states), strict=True):
        cells: dict[tuple[BridgeState, BridgeState], list[UUID]] = defaultdict(list)
        for key in start:
            cells[bridge_state(start[key][0]), bridge_state(end[key][0])].append(key)
        assert set(month.cells) == set(cells)
        for (source, target), keys in cells.items():
            cell = month.cell(source, target)
            assert cell.customers == len(keys)
            assert cell.start_cents == sum(start[key][1] for key in keys)
            assert cell.end_cents == sum(end[key][1] for key in keys)
    moves = [pair for pair in bridge.months[-1].cells if pair[0] is not pair[1]]
    source, target = moves[0]
    clients = service.bridge_clients(question, bridge.months[-1].period, source, target)
    cell = bridge.months[-1].cell(source, target)
    assert sum(one.start_cents for one in clients) == cell.start_cents
    assert sum(one.end_cents for one in clients) == cell.end_cents
    assert all(bridge_state(one.before) is source and one.name for one in clients)
    assert all(bridge_state(one.after) is target for one in clients)


def test_parts_of_the_bridge_add_up_to_it(traded: Session) -> None:
    service, keys = on_stored(traded), set(segments_of(traded).values())
    question = BridgeQuestion(LATER, months=3)
    whole = service.bridge(question)
    parts = [
        service.bridge(replace(question, narrowing=Narrowing({Cut.SEGMENT: frozenset({key})})))
        for key in keys
    ]
    for at, month in enumerate(whole.months):
        for pair, cell in month.cells.items():
            assert sum((one.months[at].cell(*pair) for one in parts), BridgeCell()) == cell


def reported(session: Session, name: ReportName, known_on: date | None) -> ReportDocument:
    """Return the report of June as the program makes it."""
    june = Question(month_of(DAY), known_on=known_on)
    return reports_of(session).document(ReportRequest(name, june))


def test_reports_as_of_a_day_tell_former_days_by_what_is_known_on_it(traded: Session) -> None:
    """The session is one as of the later day, on which the screens tell the same."""
    whole = traded.past_states.portfolio(PortfolioQuestion(DAY)).total.now
    for known_on in (None, LATER):
        document = reported(traded, ReportName.PORTFOLIO, known_on)
        (table,) = document.tables
        rows = [(row[1], row[3], row[4]) for row in (*table.rows, table.total)]
        totals = [whole.by_status[one] for one in LifecycleStatus] + [whole.whole]
        told = [(one.customers, one.yearly_cents, one.at_risk_cents) for one in totals]
        assert sorted(rows) == sorted(told)
        lines = reported(traded, ReportName.BRIDGE, known_on).tables[0].rows
        ends: Counter[str] = Counter()
        for line in lines:
            ends += Counter({"customers": line[5], "cents": line[10]})
        assert (ends["customers"], ends["cents"]) == (
            whole.whole.customers,
            whole.whole.yearly_cents,
        )
        shown = traded.past_states.histogram(DAY)
        bins = reported(traded, ReportName.HISTOGRAM, known_on).tables[0].rows
        assert [row[1] for row in bins] == [one.count for one in shown.bins]


def test_later_imports_are_seen_at_once(company: Company) -> None:
    begin(company)
    with company.on(LATER) as session:
        company.take(session, [Line(99_000, 7, DAY - timedelta(days=3), 5_000)])
        service = on_stored(session)
        before = by_customer(service.states(DAY))
        then = by_customer(service.states(DAY, Knowledge.THEN))
        assert sum(before[key] != then[key] for key in before) == 1
        company.take(session, [Line(99_001, 9, DAY - timedelta(days=2), 123_456)])
        after = by_customer(service.states(DAY))
        assert sum(before[key] != after[key] for key in before) == 1
        assert by_customer(service.states(DAY, Knowledge.THEN)) == then


def test_days_to_come_and_foreign_cuts_are_refused(traded: Session) -> None:
    service = on_stored(traded)
    with pytest.raises(BadInputError, match="past_day_is_to_come"):
        service.states(LATER + timedelta(days=1))
    with pytest.raises(BadInputError, match="portfolio_is_not_cut_by"):
        service.portfolio(PortfolioQuestion(LATER, cut=Cut.CHANNEL))
    with pytest.raises(CancelledError):
        service.bridge(BridgeQuestion(LATER, months=2), is_cancelled=lambda: True)
    with traded.database.read() as unit, pytest.raises(CancelledError):
        unit.past_days.material(lambda: True)
    keys = service.states(DAY).customer_id
    with traded.database.read() as unit, pytest.raises(CancelledError):
        unit.past_days.returns(keys, days=[DAY], is_cancelled=lambda: True)
    check_closes(service.bridge(BridgeQuestion(LATER, months=2)))
