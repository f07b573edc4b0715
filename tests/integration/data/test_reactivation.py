"""Reactivation: as a plain program says, frozen when closed, and never rewritten in silence."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cockpit.app.session import Session
from cockpit.domain.errors import BadInputError, ConflictError
from cockpit.domain.indicators import Comparison, Cut, Narrowing, Question
from cockpit.domain.periods import Period, month_of, quarter_of
from cockpit.domain.reactivation import CreditedDay
from cockpit.domain.vocabulary import Channel, LifecycleStatus
from cockpit.services.crediting import CreditReader
from models import Base
from tests.support.import_files import Line
from tests.support.plain_reactivation import Told, plainly
from tests.support.working_company import CUSTOMERS, Company, Live

if TYPE_CHECKING:
    from uuid import UUID

MARCH, APRIL, MAY = (month_of(date(2025, month, 1)) for month in (3, 4, 5))
CLOSING = date(2025, 4, 3)


@pytest.fixture
def company(program_url: str, tmp_path: Path) -> Company:
    company = Company(program_url, tmp_path)
    old = [Line(number, number, date(2024, 6, 1)) for number in CUSTOMERS]
    company.take(date(2025, 1, 2), *old)
    return company


def told(days: Iterator[CreditedDay] | tuple[CreditedDay, ...]) -> Told:
    return {
        (*one.key[:2], one.ordered_on): (one.returns, one.cents, one.goods_cents) for one in days
    }


def known(session: Session | Live, period: Period) -> tuple[CreditedDay, ...]:
    with session.database.read() as unit:
        return session.reactivation.reader.valued(unit, period)


def asked(session: Session | Live, period: Period, **more: object):
    return session.reactivation.report(Question(period, **more))


def figures(one) -> tuple[int, int, int, int]:
    return one.returns, one.orders, one.cents, one.goods_cents


def sums(days) -> tuple[int, ...]:
    return tuple(map(sum, zip(*map(figures, days), strict=True)))


def some_goods(chance: random.Random, cents: int) -> int | None:
    return chance.choice((None, 0, cents, cents * 7 // 8, cents * 5 // 6))


def test_random_histories_are_credited_as_a_plain_program_does(company: Company) -> None:
    chance = random.Random(11)
    lines, number = [], 100
    for customer in CUSTOMERS:
        for _ in range(chance.randrange(8)):
            number += 1
            day = date(2025, 1, 20) + timedelta(days=chance.randrange(130))
            kind = chance.choice(("venda", "venda", "venda", "devolucao", "cancelado"))
            cents = chance.randrange(100, 90_000)
            lines.append(Line(number, customer, day, cents, kind, some_goods(chance, cents)))
            if chance.random() < 0.3:
                number += 1
                lines.append(Line(number, customer, day, 3_333, "venda", some_goods(chance, 3_333)))
    company.take(date(2025, 6, 2), *lines)
    for customer in CUSTOMERS:
        for _ in range(chance.randrange(6)):
            day = date(2025, 1, 20) + timedelta(days=chance.randrange(130))
            status = chance.choice((LifecycleStatus.INACTIVE, LifecycleStatus.LOST,
                                    LifecycleStatus.AT_RISK, None))  # fmt: skip
            outcome = chance.choice(("no_decision", "sale", "no_answer"))
            hour = chance.randrange(24)
            key = company.contact(customer, day, outcome, status=status, hour=hour)
            while chance.random() < 0.3:
                outcome = chance.choice(("no_decision", "no_answer"))
                later = chance.choice((LifecycleStatus.ACTIVE, LifecycleStatus.LOST))
                key = company.contact(customer, day, outcome, status=later, amends=key, hour=hour)
    today = date(2025, 6, 2)
    with company.live(date(2025, 12, 31)) as session:
        engines = session.engines
        for period in (MARCH, APRIL, quarter_of(date(2025, 2, 1)), Period(MARCH.first, MAY.last)):
            expected = plainly(engines, period.first, period.last, today=today)
            assert told(known(session, period)) == expected
            found = asked(session, period)
            columns = tuple(map(sum, zip(*expected.values(), strict=True)))
            totals = found.totals
            assert (totals.returns, totals.cents, totals.goods_cents) == columns
            assert totals.orders == len(expected)
            assert sum(one.cents for one in found.clients) == totals.cents
            assert sum(one.goods_cents for one in found.clients) == totals.goods_cents
        assert expected
        parts = [asked(session, month).totals for month in (MARCH, APRIL, MAY)]
        whole = asked(session, Period(MARCH.first, MAY.last)).totals
        assert sum(one.cents for one in parts) == whole.cents
        assert sum(one.goods_cents for one in parts) == whole.goods_cents != whole.cents


def test_a_contact_late_in_the_evening_is_of_that_day_and_not_of_the_next_one_in_utc(
    company: Company,
) -> None:
    for customer, hour in ((1, 22), (2, 23), (3, 21)):
        company.contact(customer, date(2025, 3, 1), hour=hour)
    company.take(
        date(2025, 4, 2),
        Line(201, 1, date(2025, 3, 1), 10_000),
        Line(202, 2, date(2025, 4, 1), 20_000),
        Line(203, 3, date(2025, 3, 31), 30_000),
    )
    with company.live(date(2025, 4, 30)) as session:
        found = asked(session, Period(MARCH.first, APRIL.last))
    assert {one.code: (one.days, one.cents) for one in found.clients} == {
        "1": (0, 10_000),
        "3": (30, 30_000),
    }


def lived_through(company: Company) -> None:
    """Work through March and close it; then learn of what was late."""
    company.contact(1, date(2025, 3, 10))
    company.contact(2, date(2025, 3, 11))
    corrected = company.contact(3, date(2025, 3, 12))
    company.take(
        CLOSING - timedelta(days=1),
        Line(201, 1, date(2025, 3, 14), 50_000, goods_cents=42_000),
        Line(202, 2, date(2025, 3, 20), 30_000, goods_cents=25_000),
        Line(203, 3, date(2025, 3, 21), 70_000),
        Line(204, 4, date(2025, 3, 22), 11_100, goods_cents=10_000),
    )
    with company.live(CLOSING) as session:
        session.frozen_periods.close(MARCH)
    company.take(
        date(2025, 4, 20),
        Line(202, 2, date(2025, 3, 20), 30_000, "cancelado"),
        Line(205, 1, date(2025, 3, 28), 9_900, goods_cents=9_000),
        Line(206, 1, date(2025, 4, 2), 1_500),
    )
    company.contact(4, date(2025, 3, 18), stored_on=date(2025, 4, 22))
    company.contact(3, date(2025, 3, 12), "no_answer", stored_on=date(2025, 4, 23),
                    amends=corrected)  # fmt: skip


def test_a_closed_month_stays_and_what_was_late_is_told_with_names(company: Company) -> None:
    lived_through(company)
    with company.live(date(2025, 4, 30)) as session:
        march = asked(session, MARCH)
        assert march.is_whole
        assert march.totals.clients == 3
        assert figures(march.totals) == (3, 3, 150_000, 137_000)
        later = {one.code: figures(one) for one in march.later}
        expected = {"1": (0, 1, 9_900, 9_000), "2": (-1, -1, -30_000, -25_000),
                    "3": (-1, -1, -70_000, -70_000), "4": (1, 1, 11_100, 10_000)}  # fmt: skip
        assert later == expected
        april = asked(session, APRIL)
        assert {one.code: figures(one) for one in april.adjustments} == expected
        assert all(one.of == MARCH and one.known_in is None for one in april.adjustments)
        assert april.adjusted.cents == 9_900 - 30_000 - 70_000 + 11_100
        assert april.totals.cents == 1_500
        assert [(one.name, one.is_of_period) for one in april.clients] == [("Cliente 001", False)]
        now = known(session, MARCH)
        engines = session.engines
        assert told(now) == plainly(engines, MARCH.first, MARCH.last, today=date(2025, 4, 30))
        assert sums(now)[2] == march.totals.cents + april.adjusted.cents
        assert sums(now)[3] == march.totals.goods_cents + april.adjusted.goods_cents == 61_000
    with company.live(date(2025, 5, 2)) as session:
        session.frozen_periods.close(APRIL)
    with company.live(date(2025, 5, 3)) as session:
        assert asked(session, MARCH).totals == march.totals
        stored = asked(session, APRIL)
        assert [one.known_in for one in stored.adjustments] == [APRIL] * 4
        assert stored.adjusted == april.adjusted
        assert asked(session, MAY).adjustments == ()


def test_a_closed_month_is_worked_out_anew_as_it_was_known(company: Company) -> None:
    lived_through(company)
    with company.live(date(2025, 5, 20)) as session:
        frozen = asked(session, MARCH)
        check = session.frozen_periods.check(MARCH)
        assert check.is_equal
        assert check.again == check.stored
        then = asked(session, MARCH, known_on=CLOSING)
        assert (then.totals, then.clients) == (frozen.totals, frozen.clients)
        assert then.later == ()
        before = asked(session, MARCH, known_on=CLOSING - timedelta(days=40))
        assert before.totals.cents == 0
        assert not before.is_whole
        between = asked(session, MARCH, known_on=date(2025, 4, 21))
        assert {one.code for one in between.later} == {"1", "2"}
    with company.on(CLOSING) as session:
        again = asked(session, MARCH)
        assert (again.totals, again.clients) == (frozen.totals, frozen.clients)


def test_a_value_without_taxes_that_comes_late_is_an_adjustment_of_its_own(
    company: Company,
) -> None:
    company.contact(1, date(2025, 3, 10))
    company.take(
        date(2025, 4, 1),
        Line(451, 1, date(2025, 3, 14), 10_000, goods_cents=9_000),
        Line(452, 1, date(2025, 3, 14), 5_000),
        Line(453, 1, date(2025, 3, 16), 3_000, "devolucao", 1),
    )
    with company.live(CLOSING) as session:
        session.frozen_periods.close(MARCH)
    company.take(date(2025, 4, 10), Line(452, 1, date(2025, 3, 14), 5_000, goods_cents=4_001))
    with company.live(date(2025, 4, 20)) as session:
        march = asked(session, MARCH)
        # 12,000 x 14,000 / 15,000, and then 12,000 x 13,001 / 15,000 = 10,400.8.
        assert figures(march.totals) == (1, 1, 12_000, 11_200)
        assert [figures(one) for one in march.later] == [(0, 0, 0, 10_401 - 11_200)]
        assert [figures(one) for one in asked(session, APRIL).adjustments] == [
            figures(one) for one in march.later
        ]
        assert session.frozen_periods.check(MARCH).is_equal
        then = asked(session, MARCH, known_on=CLOSING)
        assert (then.totals, then.later) == (march.totals, ())
        assert sums(known(session, MARCH)) == (1, 1, 12_000, 10_401)


def test_the_value_without_taxes_of_a_past_day_is_that_of_the_documents_known_then(
    company: Company,
) -> None:
    chance = random.Random(5)
    for customer in range(1, 9):
        company.contact(customer, date(2025, 3, 3), status=LifecycleStatus.LOST)
    was: dict[date, Told] = {}
    for number_of_import in range(4):
        today = date(2025, 4, 2) + timedelta(days=7 * number_of_import)
        lines = []
        for number in chance.sample(range(700, 740), 14):
            cents = chance.randrange(1, 9_999)
            kind = chance.choice(("venda",) * 6 + ("devolucao", "cancelado"))
            day = date(2025, 3, 4) + timedelta(days=chance.randrange(4))
            goods = some_goods(chance, cents)
            lines.append(Line(number, chance.randrange(1, 5), day, cents, kind, goods))
        company.take(today, *lines)
        with company.live(today) as session:
            was[today] = plainly(session.engines, MARCH.first, MARCH.last, today=today)
            assert told(known(session, MARCH)) == was[today]
    assert len(set(map(str, was.values()))) == len(was)
    for day, expected in was.items():
        with company.live(date(2025, 6, 1)) as session:
            found = asked(session, MARCH, known_on=day)
            columns = zip(*expected.values(), strict=True)
            assert (found.totals.returns, found.totals.cents, found.totals.goods_cents) == tuple(
                map(sum, columns)
            )
        with company.on(day) as program:
            assert told(known(program, MARCH)) == expected


def test_an_import_undone_after_the_closing_changes_no_closed_figure(company: Company) -> None:
    company.contact(1, date(2025, 3, 10))
    company.contact(2, date(2025, 3, 10))
    company.take(date(2025, 4, 1), Line(401, 2, date(2025, 3, 13), 7_700))
    undone = company.take(date(2025, 4, 2), Line(402, 1, date(2025, 3, 12), 5_000))
    with company.live(CLOSING) as session:
        session.frozen_periods.close(MARCH)
        told_then = asked(session, MARCH)
    with company.on(date(2025, 4, 8)) as session:
        session.importing.undo(undone)
    with company.live(date(2025, 4, 9)) as session:
        frozen = asked(session, MARCH)
        assert (frozen.totals, frozen.clients) == (told_then.totals, told_then.clients)
        assert frozen.totals.cents == 12_700
        assert [(one.name, one.cents) for one in frozen.later] == [("Cliente 001", -5_000)]
        check = session.frozen_periods.check(MARCH)
        assert not check.is_equal
        assert (check.stored.cents, check.again.cents) == (12_700, 7_700)
        named = [check.faces.customers[one.customer_id].name for one in check.differing]
        assert named == ["Cliente 001"]
        assert asked(session, MARCH, known_on=CLOSING).totals == check.again


def test_names_and_portfolios_of_a_closed_month_are_those_of_its_closing(
    company: Company,
) -> None:
    lived_through(company)
    with company.live(date(2025, 4, 30)) as session:
        with session.engines.writing() as connection:
            table = Base.metadata.tables["customers"]
            connection.execute(table.update().values(legal_name="Outro nome", segment_id=None))
        names = {one.name for one in asked(session, MARCH).clients}
        assert names == {"Cliente 001", "Cliente 002", "Cliente 003"}
        cuts = {
            one.cut.name: one.totals.cents for one in asked(session, MARCH, cut=Cut.SEGMENT).cuts
        }
        assert cuts == {"Metal": 30_000, "Papel": 120_000}
        assert {one.name for one in asked(session, APRIL).clients} == {"Outro nome"}


def test_periods_are_closed_in_order_once_and_only_when_they_are_over(company: Company) -> None:
    with company.live(date(2025, 4, 15)) as session:
        service = session.frozen_periods
        for period, key in (
            (APRIL, "closing_not_over"),
            (Period(date(2025, 3, 1), date(2025, 3, 20)), "closing_whole_months"),
        ):
            with pytest.raises(BadInputError, match=key):
                service.close(period)
        service.close(Period(date(2025, 1, 1), date(2025, 2, 28)))
        with pytest.raises(BadInputError, match="closing_in_order"):
            service.close(month_of(date(2025, 1, 1)))
        assert service.closable() == (MARCH,)
        service.close(MARCH)
        with pytest.raises(BadInputError, match="closing_in_order"):
            service.close(MARCH)
        with session.database.write() as unit, pytest.raises(ConflictError):
            unit.frozen_periods.add(unit.frozen_periods.some([MARCH])[0])
        assert [one.period.first.month for one in service.closings()] == [3, 1]


def test_months_close_by_themselves_when_the_company_says_so(company: Company) -> None:
    from cockpit.domain.closing import ClosingRule  # noqa: PLC0415

    with company.live(date(2025, 4, 4)) as session:
        assert session.frozen_periods.close_due() == ()
        session.frozen_periods.set_rule(ClosingRule(5))
        assert session.frozen_periods.close_due() == ()
    with company.live(date(2025, 4, 5)) as session:
        assert session.frozen_periods.close_due() == (MARCH,)
        assert session.frozen_periods.close_due() == ()
    with company.live(date(2025, 6, 9)) as session:
        assert session.frozen_periods.close_due() == (APRIL, MAY)


def test_another_number_of_days_holds_for_later_contacts_alone(company: Company) -> None:
    company.contact(1, date(2025, 3, 1))
    company.take(
        date(2025, 4, 20), Line(301, 1, date(2025, 4, 10)), Line(302, 2, date(2025, 4, 19))
    )
    with company.live(date(2025, 4, 3)) as session:
        session.reactivation.set_within_days(60)
        for days in (0, 366):
            with pytest.raises(BadInputError):
                session.reactivation.set_within_days(days)
    company.contact(2, date(2025, 4, 4))
    company.take(date(2025, 6, 1), Line(303, 3, date(2025, 6, 1)), Line(304, 2, date(2025, 5, 30)))
    company.contact(3, date(2025, 4, 6))
    with company.live(date(2025, 6, 2)) as session:
        assert asked(session, APRIL).totals.clients == 1
        whole = asked(session, Period(APRIL.first, date(2025, 6, 30)))
        assert {one.code: one.orders for one in whole.clients} == {"2": 2, "3": 1}
        assert whole.within_days == 60


def test_cuts_narrowings_and_comparison_add_up(company: Company) -> None:
    lived_through(company)
    with company.live(date(2025, 4, 30)) as session:
        for cut in Cut:
            found = asked(session, MARCH, cut=cut, comparison=Comparison.BEFORE)
            assert sum(one.totals.cents for one in found.cuts) == found.totals.cents
            for one in found.cuts:
                only = Narrowing({cut: frozenset({one.cut.key})})
                part = asked(session, MARCH, narrowing=only)
                assert part.totals == one.totals
                assert set(part.customer_ids) == set(one.customer_ids)
        assert found.before is not None
        assert found.before.cents == 0
        compared = asked(session, APRIL, comparison=Comparison.BEFORE)
        assert compared.before == asked(session, MARCH).totals


@pytest.mark.parametrize("hours", [(15, 12), (12, 15)])
def test_of_two_corrections_of_a_contact_the_one_written_later_counts(
    company: Company, hours: tuple[int, int]
) -> None:
    day = date(2025, 3, 3)
    first = company.contact(1, day, "no_answer", hour=9)
    company.contact(1, day, "no_decision", amends=first, hour=hours[0])
    company.contact(1, day, "no_answer", amends=first, hour=hours[1])
    company.take(date(2025, 4, 2), Line(301, 1, date(2025, 3, 9)))
    with company.live(date(2025, 4, 3)) as session:
        assert asked(session, MARCH).totals.returns == int(hours[0] > hours[1])


def test_the_other_indicators_get_the_same_returns(company: Company) -> None:
    lived_through(company)
    with company.live(date(2025, 4, 30)) as session:
        credits = session.reactivation.credits(MARCH)
        report = asked(session, MARCH)
        returns = [one for one in credits if one.returned_on == one.ordered_on]
        assert len(returns) == report.totals.returns
        assert sum(one.cents for one in credits) == report.totals.cents
        waited = sorted((one.returned_on - one.contacted_on).days for one in returns)
        assert waited == list(report.totals.days)
        assert all(one.ordered_on in MARCH for one in credits)


@pytest.mark.parametrize("seed", [3, 6])
def test_whatever_comes_late_frozen_and_adjusted_is_what_is_known(
    company: Company, seed: int
) -> None:
    chance = random.Random(seed)
    contacts: list[tuple[int, UUID, date]] = []
    imports: list[UUID] = []
    number = 500
    today = date(2025, 2, 3)
    closed: list[Period] = []
    for _ in range(4):
        month = month_of(today - timedelta(days=20))
        for _ in range(6):
            day = month.first - timedelta(days=10) + timedelta(days=chance.randrange(36))
            customer = chance.randrange(1, 9)
            contacts.append((customer, company.contact(customer, day, stored_on=today), day))
        customer, key, day = contacts.pop(chance.randrange(len(contacts)))
        company.contact(customer, day, "no_answer", stored_on=today, amends=key)
        lines = []
        for _ in range(10):
            number += 1
            day = today - timedelta(days=chance.randrange(1, 75))
            kind = chance.choice(("venda", "venda", "venda", "devolucao"))
            cents = chance.randrange(100, 9000)
            lines.append(
                Line(number, chance.randrange(1, 9), day, cents, kind, some_goods(chance, cents))
            )
        imports.append(company.take(today, *lines))
        if chance.random() < 0.6:
            with company.on(today) as session:
                session.importing.undo(imports.pop(chance.randrange(len(imports))))
        with company.live(today + timedelta(days=1)) as session:
            session.frozen_periods.close(month)
            closed.append(month)
            for month in closed:
                now = told(known(session, month))
                first, last = month.first, month.last
                engines = session.engines
                assert now == plainly(engines, first, last, today=today + timedelta(days=1))
                frozen = asked(session, month)
                columns = zip((0, 0, 0), *now.values(), strict=True)
                returns, cents, goods = map(sum, columns)
                assert sums([frozen.totals, *frozen.later]) == (returns, len(now), cents, goods)
        today = month_of(today + timedelta(days=31)).first + timedelta(days=2)
    with company.live(today) as session:
        every = [asked(session, month) for month in closed]
        assert any(one.later for one in every)
        assert any(one.totals.cents for one in every)


def test_a_filter_reads_nothing_again_until_something_is_committed(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    lived_through(company)
    readings: list[Period] = []
    credited = CreditReader.credited

    def counted(self: CreditReader, unit, period: Period, **more):
        readings.append(period)
        return credited(self, unit, period, **more)

    monkeypatch.setattr(CreditReader, "credited", counted)
    with company.live(date(2025, 4, 30)) as session:
        first = asked(session, APRIL, comparison=Comparison.BEFORE)
        assert readings
        readings.clear()
        only = Narrowing({Cut.CHANNEL: frozenset({Channel.EMAIL})})
        assert asked(session, APRIL, narrowing=only).totals.cents == 0
        assert asked(session, APRIL, cut=Cut.OPERATOR).totals == first.totals
        assert readings == []
        company.take(date(2025, 4, 30), Line(299, 1, date(2025, 4, 3), 4_400))
        again = asked(session, APRIL)
        assert readings
        assert again.totals.cents == first.totals.cents + 4_400
