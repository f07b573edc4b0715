"""Objections, arguments and stopped quotes of generated companies, and the days rules turn on."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.window_context import _patient
from cockpit.app.wiring import open_session
from cockpit.domain.changes import Topic
from cockpit.domain.ids import new_id
from cockpit.domain.indicators import Comparison, Cut, Figure, InRow, Opened, Question
from cockpit.domain.objection_figures import ObjectionLine, QuoteLine
from cockpit.domain.periods import Period, month_of
from cockpit.domain.vocabulary import SettingScope
from cockpit.services import figure_memory
from cockpit.services.figure_memory import FigureMemory
from cockpit.services.figures import FigureService
from models import Base
from tests.integration.data.test_indicators import (
    INSTANTS,
    PERIODS,
    PLACES,
    STAMP,
    TURNS,
    Company,
    named,
)
from tests.support.plain_indicators import Plain

MARCH = month_of(date(2025, 3, 1))
KINDS, ARGUMENTS = 3, 4


class Objecting(Company):
    """A company whose customers object, and let quotes lie."""

    def _add_static(self) -> None:
        super()._add_static()
        stamps = {"created_at": STAMP, "updated_at": STAMP}
        self.kinds = [new_id() for _ in range(KINDS)]
        self.arguments = [new_id() for _ in range(ARGUMENTS)]
        self.add("objection_kinds", *(
            {"id": key, "code": key.hex, "name": f"Objeção {2 - place}", **stamps}
            for place, key in enumerate(self.kinds)
        ))  # fmt: skip
        self.add("counter_arguments", *(
            {"id": key, "objection_kind_id": self.kinds[place % KINDS], "text": f"Resposta {place}",
             **stamps}
            for place, key in enumerate(self.arguments)
        ))  # fmt: skip

    def clear(self) -> None:
        with self.engines.writing() as connection:
            for name in ("quotes", "argument_uses", "objections"):
                connection.execute(delete(Base.metadata.tables[name]))
        super().clear()

    def objection(
        self, customer: int, kind: int, state: str, at: datetime, contact: UUID | None
    ) -> None:
        self.add("objections", {
            "id": new_id(), "customer_id": self.customers[customer], "kind_id": self.kinds[kind],
            "contact_id": contact, "state": state, "opened_at": at, "created_at": STAMP,
            "updated_at": STAMP,
            "wait_condition": "date" if state == "waiting" else None,
            "wait_until_on": date(2026, 1, 1) if state == "waiting" else None,
        })  # fmt: skip

    def use(self, contact: UUID, argument: int, worked: bool | None) -> None:
        self._number += 1
        self.add("argument_uses", {
            "id": new_id(), "contact_id": contact, "argument_id": self.arguments[argument],
            "worked": worked, "device_id": UUID(int=7), "device_seq": self._number,
            "recorded_at": STAMP,
        })  # fmt: skip

    def quote(self, customer: int, opened: date, **more: Any) -> None:
        self._number += 1
        self.add("quotes", {
            "id": new_id(), "customer_id": self.customers[customer], "number": str(self._number),
            "opened_on": opened, "expires_on": None, "state": "open", "total_cents": 1_000,
            "created_at": STAMP, "updated_at": STAMP,
        } | more)  # fmt: skip


@pytest.fixture
def company(program_url: str, tmp_path: Path) -> Iterator[Objecting]:
    with open_session(Options(database=program_url), Paths(tmp_path)) as session:
        yield Objecting(session)


TALKS = st.fixed_dictionaries({
    "customer": PLACES,
    "at": INSTANTS,
    "outcome": st.integers(0, 2),
    "user": st.integers(0, 2),
    "channel": st.sampled_from(["phone", "whatsapp"]),
    "campaign": st.sampled_from([None, 0, 1]),
    "uses": st.lists(
        st.tuples(st.integers(0, ARGUMENTS - 1), st.sampled_from([None, True, False])), max_size=3
    ),
    "raised": st.lists(
        st.tuples(st.integers(0, KINDS - 1),
                  st.sampled_from(["open", "overcome", "waiting"])), max_size=2
    ),
    "is_corrected": st.booleans(),
})  # fmt: skip
#: Raised without a contact, as an import may say.
ALONE = st.tuples(
    PLACES,
    st.integers(0, KINDS - 1),
    st.sampled_from(["open", "overcome", "waiting"]),
    INSTANTS,
    st.none(),
)
QUOTES = st.tuples(
    PLACES,
    TURNS,
    st.none() | st.integers(-1, 40),
    st.sampled_from(["open", "open", "open", "won", "lost"]),
    st.integers(0, 90_000),
)


def store(company: Objecting, talks: list[dict[str, Any]], alone: list[Any], quotes: Any) -> None:
    company.clear()
    with company.together():
        for one in talks:
            campaign = one["campaign"]
            content = {
                "user_id": company.people[one["user"]],
                "channel": one["channel"],
                "campaign_id": None if campaign is None else company.campaigns[campaign],
            }
            key = company.contact(one["customer"], one["at"], one["outcome"], **content)
            for said in one["uses"]:
                company.use(key, *said)
            for kind, state in one["raised"]:
                company.objection(one["customer"], kind, state, one["at"], key)
            if one["is_corrected"]:
                later = company.contact(one["customer"], one["at"], 1, **content, amends_id=key)
                for argument, worked in one["uses"][:1]:
                    company.use(later, argument, worked)
        for said in alone:
            company.objection(*said)
        for customer, opened, days, state, cents in quotes:
            expires = None if days is None else opened + timedelta(days=days)
            company.quote(customer, opened, expires_on=expires, state=state, total_cents=cents)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_objections_and_quotes_are_those_of_a_plain_program(
    company: Objecting, data: st.DataObject
) -> None:
    talks = data.draw(st.lists(TALKS, max_size=15))
    alone = data.draw(st.lists(ALONE, max_size=4))
    quotes = data.draw(st.lists(QUOTES, max_size=10))
    store(company, talks, alone, quotes)
    service, plain = company.service(), Plain(company.engines)
    for _ in range(3):
        period, narrowing = data.draw(PERIODS), data.draw(company.narrowings())
        comparison = data.draw(st.sampled_from(Comparison))
        cut = data.draw(st.sampled_from([Cut.SELLER, Cut.TEAM, Cut.SEGMENT, Cut.REGION]))
        question = Question(period, comparison, cut, narrowing)
        check_objections(service, plain, question)
        check_arguments(service, plain, question)
        check_quotes(service, plain, question)


def line_of(raised: list[tuple[UUID, UUID, str, date]]) -> tuple[int, ...]:
    states = Counter(state for _, _, state, _ in raised)
    clients = len({customer for customer, *_ in raised})
    return len(raised), clients, states["open"], states["overcome"], states["waiting"]


def figures_of(line: ObjectionLine) -> tuple[int, ...]:
    return line.raised, line.clients, line.still_open, line.overcome, line.waiting


def check_objections(service: FigureService, plain: Plain, question: Question) -> None:
    only, period = named(question.narrowing), question.period
    report = service.objections(question)
    raised = plain.raised(period.first, period.last, only)
    assert figures_of(report.total) == line_of(raised)
    kinds = Counter(kind for _, kind, _, _ in raised)
    assert {one.kind_id: one.raised for one in report.kinds} == kinds
    assert [one.raised for one in report.kinds] == sorted(kinds.values(), reverse=True)
    for at, line in enumerate(report.kinds):
        assert figures_of(line) == line_of([one for one in raised if one[1] == line.kind_id])
        so_far = sum(one.raised for one in report.kinds[: at + 1])
        assert report.cumulative()[at] == so_far / len(raised)
    other = question.comparison.of(period)
    if other is None:
        assert report.before is None
    else:
        then = Counter(kind for _, kind, _, _ in plain.raised(other.first, other.last, only))
        assert report.before is not None
        assert [one.raised for one in report.before] == [then[one.kind_id] for one in report.kinds]
    assert [month for month, _ in report.trend] == list(period.months())
    for month, counts in report.trend:
        for line, count in zip(report.kinds, counts, strict=True):
            assert count == sum(kind == line.kind_id and day in month for _, kind, _, day in raised)
    for figure, state in (
        (Figure.OBJECTIONS_OPEN, "open"), (Figure.OBJECTIONS_WAITING, "waiting"),
        (Figure.OBJECTIONS_OVERCOME, "overcome"),
    ):  # fmt: skip
        found = service.clients(question, Opened(figure))
        assert sorted(found) == sorted({one[0] for one in raised if one[2] == state})


def check_arguments(service: FigureService, plain: Plain, question: Question) -> None:
    used = plain.used(question.period.first, question.period.last, named(question.narrowing))
    lines = service.objections(question).arguments
    assert {one.argument_id: one.used for one in lines} == Counter(one[1] for one in used)
    for line in lines:
        own = [worked for _, argument, worked in used if argument == line.argument_id]
        assert line.judged == sum(worked is not None for worked in own)
        assert line.worked == sum(worked is True for worked in own)
        found = service.clients(question, Opened(Figure.ARGUMENT_WORKED, subject=line.argument_id))
        assert set(found) == {
            customer for customer, argument, worked in used
            if argument == line.argument_id and worked
        }  # fmt: skip


def quote_line(found: list[tuple[UUID, str, int, bool, bool]]) -> QuoteLine:
    return QuoteLine(
        len(found), sum(one[2] for one in found), sum(one[3] for one in found),
        sum(one[4] for one in found), len({one[0] for one in found}),
    )  # fmt: skip


def check_quotes(service: FigureService, plain: Plain, question: Question) -> None:
    of_customers = {
        name: keys for name, keys in named(question.narrowing).items()
        if name not in {"operator", "campaign", "channel"}
    }  # fmt: skip
    found = plain.stopped(question.period.last, of_customers)
    figures = service.quotes(question)
    assert figures.total.now == quote_line(found)
    listed = service.stopped_quotes(question)
    assert sorted((one.customer_id, one.number, one.cents, one.is_expired, one.is_silent)
                  for one in listed) == sorted(found)  # fmt: skip
    assert [one.cents for one in listed] == sorted((one[2] for one in found), reverse=True)
    assert question.cut is not None
    rows = {row.name.key: row for row in figures.rows}
    parts = {plain.cut(question.cut.value, one[0], {}) for one in found}
    assert set(rows) == parts
    for key, row in rows.items():
        own = [one for one in found if plain.cut(question.cut.value, one[0], {}) == key]
        assert row.line.now == quote_line(own)
        opened = service.clients(question, Opened(Figure.QUOTES, InRow(key)))
        assert set(opened) == {one[0] for one in own}
    for figure, place in ((Figure.QUOTES_EXPIRED, 3), (Figure.QUOTES_SILENT, 4)):
        opened = service.clients(question, Opened(figure))
        assert set(opened) == {one[0] for one in found if one[place]}


# --- days on which rules turn ---------------------------------------------------------------------


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 15, tzinfo=UTC)


@pytest.mark.parametrize(("days", "tried"), [(29, 2), (30, 2), (31, 1)])
def test_after_thirty_days_without_trying_attempts_begin_anew(
    company: Objecting, days: int, tried: int
) -> None:
    company.contact(0, noon(MARCH.first), 2)
    company.contact(0, noon(MARCH.first + timedelta(days=days)), 2)
    question = Question(Period(MARCH.first, MARCH.first + timedelta(days=60)))
    tries = {one.number: one.tries for one in company.service().attempts(question).now}
    assert (tries[1], tries[2]) == ((1, 1) if tried == 2 else (2, 0))


@pytest.mark.parametrize(("days", "cents"), [(-1, 0), (0, 5_000), (7, 5_000), (8, 0)])
def test_a_sale_without_its_order_takes_the_first_one_within_seven_days(
    company: Objecting, days: int, cents: int
) -> None:
    company.contact(0, noon(date(2025, 3, 10)), 0)
    company.order(0, date(2025, 3, 10) + timedelta(days=days), 5_000)
    assert company.service().contacts(Question(MARCH)).total.now.order_cents == cents


@contextmanager
def quoted(company: Objecting, **more: Any) -> Iterator[QuoteLine]:
    company.clear()
    company.quote(0, **{"opened": MARCH.last - timedelta(days=10)} | more)
    yield company.service().quotes(Question(MARCH)).total.now


def test_a_quote_is_past_its_date_from_the_day_after_it(company: Objecting) -> None:
    for expires, count in ((MARCH.last, 0), (MARCH.last - timedelta(days=1), 1)):
        with quoted(company, expires_on=expires, opened=expires) as line:
            assert (line.stopped, line.expired, line.silent) == (count, count, 0)


@pytest.mark.parametrize(("days", "count"), [(14, 0), (15, 1)])
def test_a_quote_is_silent_after_fifteen_days_without_a_contact(
    company: Objecting, days: int, count: int
) -> None:
    with quoted(company, opened=MARCH.last - timedelta(days=days)) as line:
        assert (line.stopped, line.silent, line.expired) == (count, count, 0)
    company.quote(1, MARCH.first - timedelta(days=60))
    company.contact(1, noon(MARCH.last - timedelta(days=days)))
    assert company.service().quotes(Question(MARCH)).total.now.silent == 2 * count


def test_a_setting_says_how_long_a_quote_may_be_silent(company: Objecting) -> None:
    company.quote(0, MARCH.last - timedelta(days=20))
    for days, count in ((20, 1), (21, 0)):
        with company.session.database.write() as unit:
            unit.settings.put(SettingScope.COMPANY, None, "quotes.silent_after_days", days)
        assert company.service().quotes(Question(MARCH)).total.now.silent == count


def test_what_came_after_the_day_moves_no_quote(company: Objecting) -> None:
    company.quote(0, MARCH.first, total_cents=7_000)
    company.quote(1, MARCH.last + timedelta(days=1), expires_on=MARCH.first)
    company.contact(0, noon(MARCH.last + timedelta(days=1)))
    found = company.service().stopped_quotes(Question(MARCH))
    assert [(one.cents, one.is_silent, one.talked_on) for one in found] == [(7_000, True, None)]


def test_a_screen_looks_for_commits_every_thirty_seconds_and_whenever_it_is_read_again(
    company: Objecting, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr(figure_memory, "monotonic", lambda: now)
    service = _patient(replace(company.session, figure_memory=cache(FigureMemory)))
    march, days = Question(MARCH), iter(range(3, 20))

    def told() -> tuple[int, int]:
        raised = service.objections(march).total.raised
        return service.contacts(march).total.now.contacts, raised

    def happens() -> None:
        at = datetime(2025, 3, next(days), 15, tzinfo=UTC)
        company.objection(0, 0, "open", at, company.contact(0, at))
        with company.session.database.write() as unit:
            unit.changed(Topic.CONTACTS, customer_ids=[company.customers[0]])

    assert told() == (0, 0)
    happens()
    now += 29
    assert told() == (0, 0)
    now += 1
    assert told() == (1, 1)
    happens()
    assert told() == (1, 1)
    service.renew()
    assert told() == (2, 2)
