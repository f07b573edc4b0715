"""Statistics, judgements, policies, fits and blocks come back as they were stored."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from math import pi
from struct import pack
from typing import Any
from uuid import UUID

import pytest

from cockpit.domain.columns import StatisticsColumns, VerdictColumns
from cockpit.domain.cycle_fit import CycleFit, FitFigures
from cockpit.domain.cycle_policy import (
    EVERYBODY,
    CyclePolicy,
    PolicyBook,
    PolicyKind,
    PolicyScope,
)
from cockpit.domain.errors import ConflictError
from cockpit.domain.ids import new_id
from cockpit.domain.import_results import ImportSource
from cockpit.domain.import_sources import SourceFormat
from cockpit.domain.vocabulary import ImportKind, LifecycleStatus, Trend
from cockpit.services.column_rows import joined, picked
from tests.integration.data.conftest import NOW, World, customer

TODAY = NOW.date()
DAY = TODAY.toordinal()


def statistics(key: UUID, **changes: Any) -> StatisticsColumns:
    """Return the statistics of one customer, with floats that no decimal holds."""
    values: dict[str, Any] = {
        "order_count": 3,
        "first_order_day": DAY - 90,
        "last_order_day": DAY - 30,
        "gap_weight": 1.9,
        "gap_days": 60 / 7,
        "gap_log_days": pi,
        "gap_low_days": 15,
        "gap_high_days": 25,
        "mean_value_cents": 12_345,
        "future_count": 0,
        "event_days": pack("<3i", DAY - 90, DAY - 60, DAY - 30),
        "event_cents": pack("<3q", 100, 2**40, 300),
    }
    rest = {name: [value] for name, value in (values | changes).items()}
    return StatisticsColumns(customer_id=[key], **rest)


def verdicts(**changes: Any) -> VerdictColumns:
    """Return the judgement of one customer."""
    values: dict[str, Any] = {
        "status": LifecycleStatus.AT_RISK,
        "own_status": LifecycleStatus.INACTIVE,
        "fixed_status": LifecycleStatus.ACTIVE,
        "silence_days": 30,
        "frequency_days": 20 / 3,
        "cycles_late": 4.5,
        "gap_quantile_bp": 9_731,
        "alive_bp": 4_000,
        "none_90_bp": 6_500,
        "next_order_p20_day": DAY + 1,
        "next_order_p50_day": DAY + 9,
        "next_order_p80_day": date.max.toordinal(),
        "trend": Trend.DOWN,
        "value_cents": 12_000,
        "value_12m_cents": 48_000,
        "at_risk_cents": 9_000,
        "lost_so_far_cents": 3_000,
        "lost_12m_cents": 70_000,
        "recovered_on_day": None,
        "is_seasonal": False,
    }
    return VerdictColumns(**{name: [value] for name, value in (values | changes).items()})


def nothing_known(key: UUID) -> tuple[StatisticsColumns, VerdictColumns]:
    """Return a customer who never bought."""
    empty = statistics(
        key, order_count=0, first_order_day=0, last_order_day=0, gap_low_days=None,
        gap_high_days=None, event_days=b"", event_cents=b"",
    )  # fmt: skip
    blank = dict.fromkeys(
        ("silence_days", "frequency_days", "cycles_late", "gap_quantile_bp", "alive_bp",
         "none_90_bp", "next_order_p20_day", "next_order_p50_day", "next_order_p80_day")
    )  # fmt: skip
    return empty, verdicts(status=LifecycleStatus.PROSPECT, **blank)


def store(
    world: World, known: StatisticsColumns, judged: VerdictColumns, day: date = TODAY
) -> None:
    with world.database.write() as unit:
        unit.metrics.store(known, judged, computed_for=day, at=NOW)


def by_customer(columns: StatisticsColumns) -> dict[UUID, tuple[Any, ...]]:
    names = [field.name for field in fields(columns)]
    return {row[0]: row for row in zip(*(getattr(columns, name) for name in names), strict=True)}


@pytest.fixture
def pair(world: World) -> tuple[UUID, UUID]:
    keys = new_id(), new_id()
    world.load(customers=[customer(key, str(place)) for place, key in enumerate(keys)])
    return keys


def test_statistics_come_back_to_the_last_bit(world: World, pair: tuple[UUID, UUID]) -> None:
    buyer, nobody = pair
    empty, prospect = nothing_known(nobody)
    known = joined(statistics(buyer), empty)
    store(world, known, joined(verdicts(), prospect))
    with world.database.read() as unit:
        assert by_customer(unit.metrics.statistics()) == by_customer(known)
        assert by_customer(unit.metrics.statistics([nobody])) == by_customer(empty)
        assert unit.metrics.computed_at() == {buyer: NOW, nobody: NOW}
        assert unit.metrics.buyer_count() == 1


def test_the_list_shows_the_stored_judgements(world: World, pair: tuple[UUID, UUID]) -> None:
    buyer, nobody = pair
    empty, prospect = nothing_known(nobody)
    store(world, joined(statistics(buyer), empty), joined(verdicts(), prospect))
    with world.database.read() as unit:
        columns = unit.work_list.columns(today=NOW.date(), at=NOW)
    rows = {
        key: {name: getattr(columns, name)[place] for name in columns.__slots__}
        for place, key in enumerate(columns.customer_id)
    }
    judged = {
        "status": LifecycleStatus.AT_RISK, "trend": Trend.DOWN, "last_order_day": DAY - 30,
        "frequency_days": 20 / 3, "cycles_late": 4.5, "gap_quantile_bp": 9_731,
        "none_90_bp": 6_500, "alive_bp": 4_000, "value_cents": 12_000, "at_risk_cents": 9_000,
        "lost_so_far_cents": 3_000,
    }  # fmt: skip
    assert {name: rows[buyer][name] for name in judged} == judged
    assert rows[nobody]["status"] is LifecycleStatus.PROSPECT
    assert (rows[nobody]["last_order_day"], rows[nobody]["cycles_late"]) == (None, None)


def test_judging_again_keeps_the_statistics_and_since_when_a_status_holds(
    world: World, acme: UUID
) -> None:
    def since() -> str:
        with world.engines.reading() as connection:
            sql = "SELECT status_since_on, last_order_on FROM customer_metrics"
            first, last = connection.exec_driver_sql(sql).one()
            assert str(last) == str(TODAY - timedelta(days=30))
            return str(first)

    def judge(status: LifecycleStatus, day: date) -> None:
        with world.database.write() as unit:
            unit.metrics.store_verdicts([acme], verdicts(status=status), computed_for=day)

    begun = TODAY - timedelta(days=2)
    store(world, statistics(acme), verdicts(), begun)
    judge(LifecycleStatus.AT_RISK, TODAY - timedelta(days=1))
    assert since() == begun.isoformat()
    judge(LifecycleStatus.LOST, TODAY)
    assert since() == TODAY.isoformat()
    with world.database.read() as unit:
        assert by_customer(unit.metrics.statistics()) == by_customer(statistics(acme))


def test_judgements_hold_for_days_only_when_everybody_has_one(
    world: World, pair: tuple[UUID, UUID]
) -> None:
    for days, key in enumerate(pair):
        store(world, statistics(key), verdicts(), TODAY - timedelta(days=days))
        with world.database.read() as unit:
            found = unit.metrics.computed_for()
        assert found == (None if days == 0 else (TODAY - timedelta(days=1), TODAY))
    with world.database.write() as unit:
        unit.metrics.expire()
    with world.database.read() as unit:
        assert unit.metrics.computed_for() == (date.min, date.min)


def test_who_has_no_statistics_is_missing_and_who_has_a_wrong_date_waits(
    world: World, pair: tuple[UUID, UUID]
) -> None:
    store(world, statistics(pair[0], future_count=1), verdicts())
    with world.database.read() as unit:
        assert unit.metrics.missing() == [pair[1]]
        assert unit.metrics.waiting() == [pair[0]]
    with world.database.write() as unit:
        unit.metrics.forget([pair[0]])
    with world.database.read() as unit:
        assert set(unit.metrics.missing()) == set(pair)
        assert unit.metrics.waiting() == []


def test_many_rows_are_stored_in_parts(world: World, monkeypatch: Any) -> None:
    keys = [new_id() for _ in range(7)]
    world.load(customers=[customer(key, str(place)) for place, key in enumerate(keys)])
    monkeypatch.setattr("cockpit.data.repositories.bulk_write._ROWS_AT_ONCE", 3)
    known, judged = statistics(keys[0]), verdicts()
    for key in keys[1:]:
        known, judged = joined(known, statistics(key)), joined(judged, verdicts())
    store(world, known, judged)
    store(world, picked(known, [6]), picked(judged, [6]), TODAY - timedelta(days=1))
    with world.database.read() as unit:
        assert set(unit.metrics.computed_at()) == set(keys)
        assert unit.metrics.computed_for() == (TODAY - timedelta(days=1), TODAY)


def publish(world: World, scope: PolicyScope, policy: CyclePolicy, at: datetime = NOW) -> Any:
    with world.database.write() as unit:
        return unit.policies.publish(scope, policy, user=world.user, note="por quê", at=at)


def test_the_newest_policy_of_each_scope_is_in_force(world: World) -> None:
    company, segment = new_id(), new_id()
    world.load(
        companies=[{"id": company, "code": "1", "name": "Matriz"}],
        segments=[{"id": segment, "code": "m", "name": "Metal"}],
    )
    later = NOW + timedelta(days=1)
    first = CyclePolicy(false_alarm_budget=0.1)
    publish(world, EVERYBODY, first)
    publish(world, EVERYBODY, replace(first, version=1, false_alarm_budget=1 / 3), later)
    fixed = CyclePolicy(kind=PolicyKind.FIXED_DAYS, fixed_at_risk_days=30)
    publish(world, PolicyScope(segment_id=segment), fixed)
    publish(world, PolicyScope(company, segment), fixed)
    publish(world, PolicyScope(company_id=company), fixed)
    with world.database.read() as unit:
        book, then = unit.policies.book(), unit.policies.book(at=NOW)
        versions = unit.policies.history()
        scopes = unit.policies.scopes()
    assert book.deciding(None, None) == CyclePolicy(version=2, false_alarm_budget=1 / 3)
    assert book.deciding(None, segment) == replace(fixed, version=1)
    assert then.deciding(None, None) == CyclePolicy(version=1, false_alarm_budget=0.1)
    assert (versions[0].policy.version, versions[0].author, versions[0].note) == (
        2, "ana", "por quê",
    )  # fmt: skip
    assert [(one.company, one.segment) for one in scopes] == [
        ("", ""), ("Matriz", ""), ("", "Metal"),
    ]  # fmt: skip


def test_a_database_without_policies_has_the_default(world: World) -> None:
    with world.database.read() as unit:
        assert unit.policies.book() == PolicyBook()
        assert unit.policies.book().deciding(None, None) == CyclePolicy()


@pytest.mark.parametrize("known", [0, 2])
def test_who_did_not_see_the_newest_version_publishes_nothing(world: World, known: int) -> None:
    publish(world, EVERYBODY, CyclePolicy())
    with pytest.raises(ConflictError):
        publish(world, EVERYBODY, CyclePolicy(version=known))
    with world.database.read() as unit:
        assert len(unit.policies.history()) == 1


def test_parameters_of_a_later_version_are_left_aside(world: World) -> None:
    world.load(
        cycle_policies=[
            {"version": 1, "kind": "by_moon", "published_at": NOW,
             "parameters": {"lost_days": 500, "phase": "full"}}
        ]
    )  # fmt: skip
    with world.database.read() as unit:
        rule = unit.policies.book().deciding(None, None)
    assert rule == CyclePolicy(version=1, lost_days=500)


def test_fits_come_back_exactly_and_the_newest_counts(world: World) -> None:
    figures = FitFigures(-1.25e5, 300, 0.77, 1 / 30, pi / 10, date(2026, 1, 5), 2.5)
    parameters = {"r": 1 / 3, "ks": [1, 2, 4], "curve": [[0.1, 0.9]], "segments": {"a": 0.5}}
    old = CycleFit(None, NOW - timedelta(days=9), None, TODAY, 3, True, "k-grid/1", {})
    new = CycleFit(
        None, NOW, TODAY - timedelta(days=99), TODAY, 80, False, "k-grid/2", parameters, figures
    )
    with world.database.write() as unit:
        assert unit.fits.in_force() is None
        stored = [unit.fits.add(fit) for fit in (new, old)]
    with world.database.read() as unit:
        assert unit.fits.in_force() == stored[0] == replace(new, fit_id=stored[0].fit_id)
        assert unit.fits.in_force(at=NOW - timedelta(days=1)) == stored[1]
        assert unit.fits.in_force(at=NOW - timedelta(days=10)) is None
        assert unit.fits.history(5) == stored
        assert unit.fits.history(1) == stored[:1]


def test_what_came_after_an_instant_is_noticed(world: World) -> None:
    def is_overtaken(hours: int) -> bool:
        with world.database.read() as unit:
            return unit.metrics.is_overtaken(NOW + timedelta(hours=hours))

    assert not is_overtaken(-9)
    with world.database.write() as unit:
        source = ImportSource(
            "terminal", "a.csv", "", "0" * 64, ImportKind.ORDERS, 1, SourceFormat()
        )
        unit.imports.begin(source, user=world.user, at=NOW)
    assert (is_overtaken(-1), is_overtaken(0)) == (True, False)
    publish(world, EVERYBODY, CyclePolicy(), NOW + timedelta(hours=2))
    assert (is_overtaken(1), is_overtaken(2)) == (True, False)
    fit = CycleFit(None, NOW + timedelta(hours=4), None, TODAY, 0, True, "k", {})
    with world.database.write() as unit:
        unit.fits.add(fit)
    assert (is_overtaken(3), is_overtaken(4)) == (True, False)


def test_who_sells_to_whom_and_what_line_of_business_is_read_in_the_order_asked(
    world: World,
) -> None:
    company, segment, one, other = (new_id() for _ in range(4))
    world.load(
        companies=[{"id": company, "code": "1", "name": "Matriz"}],
        segments=[{"id": segment, "code": "m", "name": "Metal"}],
        customers=[
            customer(one, "1", company_id=company),
            customer(other, "2", segment_id=segment),
        ],
        customer_blocks=[{"customer_id": one, "blocked_on": TODAY}],
    )
    with world.database.read() as unit:
        found = unit.customers.standing([other, one])
        alone = unit.customers.standing([other])
    assert (found.company_id, found.segment_id) == ([None, company], [segment, None])
    assert (found.blocks.customer_id, found.blocks.from_day) == ([one], [DAY])
    assert alone.blocks.customer_id == []


def test_a_contact_keeps_the_version_of_the_rule_that_decides(world: World, acme: UUID) -> None:
    publish(world, EVERYBODY, CyclePolicy())
    publish(world, EVERYBODY, CyclePolicy(version=1))
    world.log(world.draft(acme))
    with world.engines.reading() as connection:
        sql = "SELECT policy_version FROM contacts"
        assert connection.exec_driver_sql(sql).scalar_one() == 2


def test_a_stored_instant_has_its_zone(world: World, acme: UUID) -> None:
    store(world, statistics(acme), verdicts())
    with world.database.read() as unit:
        assert unit.metrics.computed_at()[acme].tzinfo is UTC
