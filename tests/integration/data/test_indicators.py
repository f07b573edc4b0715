"""The figures of contacts, objections and quotes, as a plain program says, on both engines."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import astuple, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from cockpit.analytics.indicators.engine import ColumnEngine
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.data.bulk_loader import _insert as insert_rows
from cockpit.domain.changes import Topic
from cockpit.domain.contact_figures import ContactLine
from cockpit.domain.credited_days import CreditedDays
from cockpit.domain.ids import new_id
from cockpit.domain.indicators import (
    Comparison,
    Cut,
    Figure,
    InRow,
    Narrowing,
    Opened,
    Question,
)
from cockpit.domain.objection_figures import QuoteLine
from cockpit.domain.periods import Period, month_of, quarter_of, year_of
from cockpit.domain.reactivation import CreditedDay
from cockpit.domain.vocabulary import Channel, Role
from cockpit.services.figure_facts import FigureFacts
from cockpit.services.figure_memory import FigureMemory
from cockpit.services.figures import FigureService
from models import Base
from tests.support.plain_demo import TODAY, credited, demo_on, told_of
from tests.support.plain_indicators import Credited, Plain

MARCH = month_of(date(2025, 3, 1))
STAMP = datetime(2025, 1, 1, tzinfo=UTC)
CUSTOMERS = 9


def named(narrowing: Narrowing) -> dict[str, set[object]]:
    return {
        cut.value: {one.value if isinstance(one, Channel) else one for one in keys}
        for cut, keys in narrowing.only.items()
    }


def plain_key(key: object) -> object:
    return key.value if isinstance(key, Channel) else key


class Company:
    """A small company whose contacts and orders come and go."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.engines = session.store.engines
        self.people = [new_id() for _ in range(3)]
        self.teams = [new_id(), new_id()]
        self.segments, self.regions = [new_id(), new_id()], [new_id()]
        self.company, self.campaigns = new_id(), [new_id(), new_id()]
        self.customers = [new_id() for _ in range(CUSTOMERS)]
        with session.database.read() as unit:
            outcomes = {one.code: one.outcome_id for one in unit.reference.outcomes()}
            self.outcomes = [outcomes[code] for code in ("sale", "no_decision", "no_answer")]
        self._number = 0
        self._together: list[tuple[str, list[Mapping[str, Any]]]] | None = None
        with self.together():
            self._add_static()

    def _add_static(self) -> None:
        stamps = {"created_at": STAMP, "updated_at": STAMP}
        self.add("teams", *({"id": key, "name": f"Time {key.hex}", **stamps} for key in self.teams))
        self.add("users", *(
            {
                "id": key, "login": key.hex, "name": f"Pessoa {place}", "role": Role.OPERATOR,
                "team_id": self.teams[place] if place < 2 else None, **stamps,
            }
            for place, key in enumerate(self.people)
        ))  # fmt: skip
        for table, keys in (("segments", self.segments), ("regions", self.regions)):
            self.add(table, *({"id": key, "code": key.hex[-8:], "name": key.hex, **stamps}
                              for key in keys))  # fmt: skip
        self.add("companies", {"id": self.company, "code": "1", "name": "Uma", **stamps})
        self.add("campaigns", *({"id": key, "name": key.hex, "starts_on": MARCH.first, **stamps}
                                for key in self.campaigns))  # fmt: skip
        self.add("customers", *(
            {
                "id": key, "legal_name": f"Cliente {place}", "code": str(place), **stamps,
                "company_id": self.company if place % 2 else None,
                "segment_id": [None, *self.segments][place % 3],
                "region_id": self.regions[0] if place % 4 else None,
                "owner_id": [None, *self.people][place % 4],
            }
            for place, key in enumerate(self.customers)
        ))  # fmt: skip

    def add(self, table: str, *found: Mapping[str, Any]) -> None:
        if self._together is not None:
            self._together.append((table, list(found)))
            return
        with self.engines.writing() as connection:
            insert_rows(connection, Base.metadata.tables[table], list(found))

    @contextmanager
    def together(self) -> Iterator[None]:
        """Store what is added inside in one transaction."""
        self._together = []
        yield
        found, self._together = self._together, None
        with self.engines.writing() as connection:
            for table, added in found:
                insert_rows(connection, Base.metadata.tables[table], added)

    def clear(self) -> None:
        with self.engines.writing() as connection:
            contacts, orders = (Base.metadata.tables[name] for name in ("contacts", "orders"))
            connection.execute(contacts.update().values(amends_id=None))
            connection.execute(delete(contacts))
            connection.execute(delete(orders))

    def order(self, customer: int, day: date, cents: int = 1_000, kind: str = "sale") -> UUID:
        key = new_id()
        self._number += 1
        self.add("orders", {
            "id": key, "company_id": self.company, "customer_id": self.customers[customer],
            "number": str(self._number), "kind": kind, "ordered_on": day, "net_cents": cents,
        })  # fmt: skip
        return key

    def contact(self, customer: int, at: datetime, outcome: int = 1, **more: Any) -> UUID:
        key = new_id()
        self._number += 1
        self.add("contacts", {
            "id": key, "customer_id": self.customers[customer], "user_id": self.people[0],
            "occurred_at": at, "recorded_at": at, "stored_at": at,
            "outcome_id": self.outcomes[outcome], "device_id": UUID(int=7),
            "device_seq": self._number, "channel": "phone", "direction": "outbound",
        } | more)  # fmt: skip
        return key

    def service(self, credits: list[CreditedDay] | None = None) -> FigureService:
        return FigureService(
            FigureFacts(
                self.session.database,
                self.session.clock,
                self.session.user,
                ColumnEngine,
                Known(credits or []),
                FigureMemory(),
            )
        )

    def narrowings(self) -> st.SearchStrategy[Narrowing]:
        keys: dict[Cut, list[Any]] = {
            Cut.OPERATOR: self.people,
            Cut.SELLER: [None, *self.people],
            Cut.TEAM: [None, *self.teams],
            Cut.REGION: [None, *self.regions],
            Cut.SEGMENT: [None, *self.segments],
            Cut.COMPANY: [None, self.company],
            Cut.CAMPAIGN: [None, *self.campaigns],
            Cut.CHANNEL: list(Channel),
        }
        some = {cut: st.frozensets(st.sampled_from(found)) for cut, found in keys.items()}
        return st.fixed_dictionaries({}, optional=some).map(
            lambda only: Narrowing(dict(list(only.items())[:2]))
        )


class Known:
    """Credits that are known anyway."""

    def __init__(self, found: list[CreditedDay]) -> None:
        self.found = found

    def credits(self, period: Period, *, known_on: date | None = None) -> CreditedDays:
        return CreditedDays.of(self.found).within(period)


@pytest.fixture
def company(program_url: str, tmp_path: Path) -> Iterator[Company]:
    with open_session(Options(database=program_url), Paths(tmp_path)) as session:
        yield Company(session)


PERIODS = st.sampled_from([
    MARCH,
    quarter_of(date(2025, 3, 1)),
    Period(date(2025, 3, 10), date(2025, 3, 10)),
    Period(date(2025, 2, 20), date(2025, 4, 3)),
])  # fmt: skip
#: Days at which rules turn: ends of periods, and so many days apart as rules ask for.
TURNS = st.builds(
    lambda start, days: start + timedelta(days=days),
    st.sampled_from([date(2025, 2, 20), date(2025, 3, 1), date(2025, 3, 10), date(2025, 3, 31)]),
    st.sampled_from([-1, 0, 0, 1, 6, 7, 8, 29, 30, 31]),
)
#: Many at the same instant, and around midnight in São Paulo.
INSTANTS = st.builds(
    lambda day, hour, tick: (
        STAMP + timedelta(days=(day - STAMP.date()).days, hours=hour, microseconds=tick)
    ),
    TURNS | st.dates(date(2025, 1, 5), date(2025, 5, 1)),
    st.integers(0, 5),
    st.integers(0, 1),
)
DAYS = TURNS | st.dates(date(2025, 1, 5), date(2025, 5, 10))
#: Most belong to few, so that things happen one after the other.
PLACES = st.sampled_from([0, 0, 0, 1, 1, *range(CUSTOMERS)])


@st.composite
def talks(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "customer": draw(PLACES),
        "at": draw(INSTANTS),
        "outcome": draw(st.integers(0, 2)),
        "user": draw(st.integers(0, 2)),
        "campaign": draw(st.sampled_from([None, None, 0, 1])),
        "channel": draw(st.sampled_from(["phone", "whatsapp", "email", "visit"])),
        "direction": draw(st.sampled_from(["outbound", "outbound", "inbound"])),
        "order": draw(st.sampled_from([None, None, 0, 1, 2, 3])),
        "corrected": draw(st.lists(st.integers(0, 2), max_size=2)),
        "is_corrected_twice": draw(st.booleans()),
    }


SALES = st.tuples(
    PLACES,
    DAYS,
    st.integers(0, 90_000),
    st.sampled_from(["sale", "sale", "sale", "return", "cancelled"]),
)
RETURNS = st.tuples(
    PLACES,
    st.integers(0, 2),
    st.sampled_from([None, 0, 1]),
    st.sampled_from(list(Channel)),
    DAYS,
    st.integers(0, 30),
    st.lists(st.tuples(st.integers(1, 30), st.integers(1, 90_000)), max_size=3),
)


def store(company: Company, contacts: list[dict[str, Any]], orders: list[Any]) -> None:
    company.clear()
    with company.together():
        add(company, contacts, orders)


def add(company: Company, contacts: list[dict[str, Any]], orders: list[Any]) -> None:
    kept = [company.order(*one) for one in orders]
    for one in contacts:
        campaign, order = one["campaign"], one["order"]
        content = {
            "user_id": company.people[one["user"]],
            "campaign_id": None if campaign is None else company.campaigns[campaign],
            "channel": one["channel"],
            "direction": one["direction"],
            "order_id": kept[order] if order is not None and order < len(kept) else None,
        }
        key = company.contact(one["customer"], one["at"], one["outcome"], **content)
        for outcome in one["corrected"]:
            later = content | {"user_id": company.people[2], "amends_id": key}
            made = company.contact(one["customer"], one["at"], outcome, **later)
            key = key if one["is_corrected_twice"] else made


def credits_of(company: Company, found: list[Any]) -> tuple[list[CreditedDay], list[Credited]]:
    credits, plain = [], []
    for customer, user, campaign, channel, day, days, later in found:
        key = None if campaign is None else company.campaigns[campaign]
        orders = [(day, 500), *((day + timedelta(days=after), cents) for after, cents in later)]
        whose = (company.customers[customer], company.people[user])
        contact, contacted = new_id(), day - timedelta(days)
        credits += [
            CreditedDay(
                contact, *whose, channel, key, contacted, day, on, int(place == 0), 1, cents, cents
            )
            for place, (on, cents) in enumerate(orders)
        ]
        plain += [
            (*whose, key, channel.value, on, cents, place == 0, days)
            for place, (on, cents) in enumerate(orders)
        ]
    return credits, plain


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_figures_are_those_of_a_plain_program(company: Company, data: st.DataObject) -> None:
    contacts = data.draw(st.lists(talks(), max_size=25))
    orders = data.draw(st.lists(SALES, max_size=12))
    returns = data.draw(st.lists(RETURNS, max_size=6))
    store(company, contacts, orders)
    credits, credited = credits_of(company, returns)
    service, plain = company.service(credits), Plain(company.engines, credited)
    for _ in range(3):
        period, narrowing = data.draw(PERIODS), data.draw(company.narrowings())
        cut, comparison = data.draw(st.sampled_from(Cut)), data.draw(st.sampled_from(Comparison))
        question = Question(period, comparison, cut, narrowing)
        check(service, plain, question)


def check(service: FigureService, plain: Plain, question: Question) -> None:
    only, cut, period = named(question.narrowing), question.cut, question.period
    found = service.contacts(question, with_months=True)
    assert astuple(found.total.now) == plain.line(period.first, period.last, only)
    other = question.comparison.of(period)
    if other is None:
        assert found.total.before is None
    else:
        assert astuple(found.total.before) == plain.line(other.first, other.last, only)
    assert cut is not None
    lines = {plain_key(row.name.key): row.line for row in found.rows}
    now = plain.rows(cut.value, period.first, period.last, only)
    before = {} if other is None else plain.rows(cut.value, other.first, other.last, only)
    assert lines.keys() == now.keys() | before.keys()
    none = astuple(ContactLine())
    for key, line in lines.items():
        assert astuple(line.now) == now.get(key, none)
        if other is not None:
            assert astuple(line.before) == before.get(key, none)
    assert [month for month, _ in found.months] == list(period.months())
    for month, line in found.months:
        assert astuple(line) == plain.line(month.first, month.last, only)
    tries = service.attempts(question).now
    assert [astuple(one) for one in tries] == plain.attempts(period.first, period.last, only)
    hours = {
        (one.weekday, one.hour): (one.contacts, one.reached) for one in service.hours(question)
    }
    assert hours == plain.hours(period.first, period.last, only)
    check_clients(service, plain, question)


def check_clients(service: FigureService, plain: Plain, question: Question) -> None:
    only, period = named(question.narrowing), question.period
    chosen = [talk for talk, _ in plain.chosen(period.first, period.last, only)]
    reached = {one.customer for one in chosen if one.reached}
    expected = {
        Figure.CONTACTS: {one.customer for one in chosen},
        Figure.REACHED: reached,
        Figure.NEVER_REACHED: {one.customer for one in chosen} - reached,
        Figure.ORDERS: {one.customer for one in chosen if one.sale},
    }
    came_back = service.clients(question, Opened(Figure.REACTIVATED))
    assert len(came_back) == service.contacts(question).total.now.reactivated
    for figure, customers in expected.items():
        clients = service.clients(question, Opened(figure))
        assert len(clients) == len(set(clients))
        assert set(clients) == customers
    money: Counter[UUID] = Counter()
    for one in chosen:
        if one.sale:
            money[one.customer] += plain.cents.get(one.key, 0)
    listed = [money[key] for key in service.clients(question, Opened(Figure.ORDER_VALUE))]
    assert listed == sorted(listed, reverse=True)
    second = {one.customer for one in chosen if not one.inbound and plain.numbers[one.key] == 2}
    assert set(service.clients(question, Opened(Figure.ATTEMPTS, number=2))) == second
    for row in service.contacts(question).rows:
        opened = service.clients(question, Opened(Figure.CLIENTS, InRow(row.name.key)))
        assert len(opened) == row.line.now.clients


def test_a_period_without_contacts_has_empty_figures(company: Company) -> None:
    service = company.service()
    question = Question(MARCH, Comparison.YEAR, Cut.OPERATOR)
    found = service.contacts(question, with_months=True)
    assert found.total.now == found.total.before == ContactLine()
    assert (found.rows, found.total.now.reach_rate) == ((), None)
    assert service.hours(question) == ()
    assert service.objections(question).kinds == ()
    assert service.quotes(question).total.now == QuoteLine()
    assert service.clients(question, Opened(Figure.CONTACTS)) == []


def test_one_contact_is_one_in_every_figure(company: Company) -> None:
    order = company.order(0, date(2025, 3, 10), 12_345)
    company.contact(0, datetime(2025, 3, 10, 15, tzinfo=UTC), 0, order_id=order)
    line = company.service().contacts(Question(MARCH)).total.now
    assert line == ContactLine(1, 1, 1, 1, 1, 12_345, 1)


def test_a_contact_belongs_to_the_local_day(company: Company) -> None:
    company.contact(0, datetime(2025, 4, 1, 2, 59, tzinfo=UTC))
    company.contact(1, datetime(2025, 4, 1, 3, 0, tzinfo=UTC))
    service = company.service()
    assert service.contacts(Question(MARCH)).total.now.contacts == 1
    assert service.clients(Question(MARCH), Opened(Figure.CONTACTS)) == [company.customers[0]]


def test_a_corrected_contact_counts_once_as_it_was_corrected_for_who_logged_it(
    company: Company,
) -> None:
    at = datetime(2025, 3, 10, 15, tzinfo=UTC)
    first = company.contact(0, at, 2)
    company.contact(0, at, 0, amends_id=first, user_id=company.people[1])
    found = company.service().contacts(Question(MARCH, cut=Cut.OPERATOR))
    assert (found.total.now.contacts, found.total.now.orders) == (1, 1)
    assert [row.name.key for row in found.rows] == [company.people[0]]


def test_of_two_corrections_of_a_contact_the_later_one_counts(company: Company) -> None:
    at = datetime(2025, 3, 10, 15, tzinfo=UTC)
    first = company.contact(0, at, 2)
    company.contact(0, at, 0, amends_id=first, recorded_at=at + timedelta(hours=2))
    company.contact(0, at, 2, amends_id=first, recorded_at=at + timedelta(hours=1))
    found = company.service().contacts(Question(MARCH)).total.now
    assert (found.contacts, found.orders) == (1, 1)


def test_what_reached_the_database_later_is_not_known_before(company: Company) -> None:
    at = datetime(2025, 3, 10, 15, tzinfo=UTC)
    first = company.contact(0, at, 2)
    company.contact(0, at, 0, amends_id=first, stored_at=at + timedelta(days=5))
    company.contact(1, at, 0, stored_at=at + timedelta(days=5))
    service = company.service()
    then = service.contacts(Question(MARCH, known_on=date(2025, 3, 12))).total.now
    assert (then.contacts, then.orders) == (1, 0)
    now = service.contacts(Question(MARCH, known_on=date(2025, 3, 20))).total.now
    assert (now.contacts, now.orders) == (2, 2)


def test_a_customer_who_changed_segment_is_cut_by_the_present_one(company: Company) -> None:
    company.contact(0, datetime(2025, 3, 10, 15, tzinfo=UTC))
    with company.engines.writing() as connection:
        table = Base.metadata.tables["customers"]
        change = table.update().where(table.c.id == company.customers[0])
        connection.execute(change.values(segment_id=company.segments[1]))
    found = company.service().contacts(Question(MARCH, cut=Cut.SEGMENT))
    assert [row.name.key for row in found.rows] == [company.segments[1]]


def test_a_contact_logged_meanwhile_is_in_the_next_answer(company: Company) -> None:
    service = company.service()
    assert service.contacts(Question(MARCH)).total.now.contacts == 0
    company.contact(0, datetime(2025, 3, 10, 15, tzinfo=UTC))
    assert service.contacts(Question(MARCH)).total.now.contacts == 0  # nobody said so
    with company.session.database.write() as unit:
        unit.changed(Topic.CONTACTS, customer_ids=[company.customers[0]])
    assert service.contacts(Question(MARCH)).total.now.contacts == 1


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.SUPERVISOR, Role.MANAGER])
def test_figures_of_people_are_theirs_and_of_who_answers_for_them(
    company: Company, role: Role
) -> None:
    at = datetime(2025, 3, 10, 15, tzinfo=UTC)
    for place, user in enumerate(company.people):
        company.contact(place, at + timedelta(hours=place), 1, user_id=user)
    with company.engines.writing() as connection:
        teams = Base.metadata.tables["teams"]
        led = teams.update().where(teams.c.id == company.teams[1])
        connection.execute(led.values(supervisor_id=company.people[0]))
    service = company.service()
    viewer = replace(company.session.user, user_id=company.people[0], role=role)
    service = FigureService(replace(service.facts, user=viewer))
    seen = {Role.OPERATOR: 1, Role.SUPERVISOR: 2, Role.MANAGER: 3}[role]
    found = service.contacts(Question(MARCH, cut=Cut.OPERATOR))
    assert found.total.now.contacts == len(found.rows) == seen
    assert len(service.clients(Question(MARCH), Opened(Figure.CONTACTS))) == seen
    everybody = len(company.people)
    named_people = service.choices().names[Cut.OPERATOR]
    assert (len(named_people) >= everybody) == (role is Role.MANAGER)
    other = Narrowing({Cut.OPERATOR: frozenset({company.people[2]})})
    count = service.contacts(Question(MARCH, narrowing=other)).total.now.contacts
    assert count == (1 if role is Role.MANAGER else 0)


def test_rows_stand_by_name_and_never_by_figure(company: Company) -> None:
    at = datetime(2025, 3, 10, 15, tzinfo=UTC)
    for place in (2, 2, 2, 1, 1, 0):
        company.contact(place, at, 1, user_id=company.people[place])
    found = company.service().contacts(Question(MARCH, cut=Cut.OPERATOR))
    assert [row.name.name for row in found.rows] == ["Pessoa 0", "Pessoa 1", "Pessoa 2"]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_the_demo_company_has_the_figures_of_a_plain_program(
    engine: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    today = TODAY
    with (
        demo_on(engine, request, tmp_path) as url,
        open_session(Options(database=url, as_of=today), Paths(tmp_path)) as session,
    ):
        service, engines = session.indicators, session.store.engines
        year, chance = year_of(date(2025, 1, 1)), random.Random(5)
        plain = Plain(engines, credited(engines, told_of(engines, Period(date(2024, 1, 1), today))))
        segments = [one.key for one in service.choices().names[Cut.SEGMENT]]
        some_cuts = chance.sample(list(Cut), 2)
        for period, cuts in ((quarter_of(date(2025, 11, 1)), list(Cut)), (year, some_cuts)):
            for cut in cuts:
                some = Narrowing({Cut.SEGMENT: frozenset(chance.sample(segments, 3))})
                narrowing = chance.choice([Narrowing(), some])
                check(service, plain, Question(period, Comparison.BEFORE, cut, narrowing))
            check_objections(service, plain, period)
            check_quotes(service, plain, period, today)


def check_objections(service: FigureService, plain: Plain, period: Period) -> None:
    report = service.objections(Question(period, Comparison.BEFORE))
    raised = plain.raised(period.first, period.last, {})
    assert report.total.raised == len(raised)
    kinds = Counter(kind for _, kind, _, _ in raised)
    assert {line.kind_id: line.raised for line in report.kinds} == kinds
    assert [line.raised for line in report.kinds] == sorted(kinds.values(), reverse=True)
    for line in report.kinds:
        own = [one for one in raised if one[1] == line.kind_id]
        states = Counter(state for _, _, state, _ in own)
        assert line.clients == len({one[0] for one in own})
        assert (line.still_open, line.overcome, line.waiting) == (
            states["open"], states["overcome"], states["waiting"],
        )  # fmt: skip
        opened = Opened(Figure.OBJECTIONS_OVERCOME, subject=line.kind_id)
        overcome = {one[0] for one in own if one[2] == "overcome"}
        assert set(service.clients(Question(period), opened)) == overcome
    for month, counts in report.trend:
        for line, count in zip(report.kinds, counts, strict=True):
            assert count == sum(kind == line.kind_id and day in month for _, kind, _, day in raised)
    before = period.before()
    then = Counter(kind for _, kind, _, _ in plain.raised(before.first, before.last, {}))
    assert report.before is not None
    assert [line.raised for line in report.before] == [then[one.kind_id] for one in report.kinds]
    used = plain.used(period.first, period.last, {})
    assert {one.argument_id: one.used for one in report.arguments} == Counter(
        argument for _, argument, _ in used
    )
    for one in report.arguments:
        own_uses = [worked for _, argument, worked in used if argument == one.argument_id]
        assert one.judged == sum(worked is not None for worked in own_uses)
        assert one.worked == sum(worked is True for worked in own_uses)
        assert one.is_few == (one.judged < 5)


def check_quotes(service: FigureService, plain: Plain, period: Period, today: date) -> None:
    found = plain.stopped(min(period.last, today), {})
    total = service.quotes(Question(period, cut=Cut.SELLER)).total.now
    assert total == QuoteLine(
        len(found),
        sum(one[2] for one in found),
        sum(one[3] for one in found),
        sum(one[4] for one in found),
        len({one[0] for one in found}),
    )
    listed = service.stopped_quotes(Question(period))
    assert [one.cents for one in listed] == sorted((one[2] for one in found), reverse=True)
    opened = service.clients(Question(period), Opened(Figure.QUOTES))
    assert set(opened) == {one[0] for one in found}


def test_contacts_belong_to_their_local_day_where_the_clock_was_switched(company: Company) -> None:
    """In 2018 a day began at one in the morning, and another had its last hour twice."""
    instants = [
        noon + timedelta(minutes=30 * step)
        for noon in (datetime(2018, 11, 3, 12, tzinfo=UTC), datetime(2018, 2, 17, 12, tzinfo=UTC))
        for step in range(72)
    ]
    with company.together():
        for at in instants:
            company.contact(0, at)
    zone = company.session.clock.zone
    days = Counter(at.astimezone(zone).date() for at in instants)
    told = company.service()
    found = {day: told.contacts(Question(Period(day, day))).total.now.contacts for day in days}
    assert found == days
