"""Trying and publishing a policy."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.domain.cycle_policy import EVERYBODY, CyclePolicy, PolicyKind, PolicyScope
from cockpit.domain.errors import BadInputError, CancelledError, ConflictError
from cockpit.domain.vocabulary import LifecycleStatus, Role
from tests.support.import_files import trade, write_customers, write_orders

DAY = date(2025, 6, 30)
FIXED = CyclePolicy(kind=PolicyKind.FIXED_DAYS, fixed_at_risk_days=10, fixed_inactive_days=20)


@pytest.fixture
def session(program_url: str, tmp_path: Path) -> Iterator[Session]:
    options = Options(database=program_url, as_of=DAY)
    lines = trade(30, first=DAY - timedelta(days=400), last=DAY)
    with open_session(options, Paths(tmp_path)) as opened:
        opened.importing.run(
            [
                write_customers(tmp_path / "c.csv", range(1, 32), blocked=[2]),
                write_orders(tmp_path / "p.csv", lines),
            ]
        )
        yield opened


def statuses(session: Session) -> dict[Any, LifecycleStatus]:
    work_list = session.work_list.load()
    rows = listed_rows(work_list)
    return {row.customer_id: row.status for row in rows}


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_a_trial_that_nobody_waits_for_ends_before_its_next_step(
    session: Session, steps: int
) -> None:
    answers = iter([False] * steps + [True])
    with pytest.raises(CancelledError):
        session.policies.simulate(EVERYBODY, FIXED, is_cancelled=lambda: next(answers))


def test_what_is_tried_is_what_publishing_does(session: Session) -> None:
    before = statuses(session)
    tried = session.policies.simulate(EVERYBODY, FIXED)
    assert statuses(session) == before
    assert session.policies.history() == []
    session.policies.publish(EVERYBODY, FIXED, "prazo fixo")
    after = statuses(session)

    counts_before, counts_after = Counter(before.values()), Counter(after.values())
    assert {one.status: (one.count_before, one.count_after) for one in tried.totals} == {
        status: (counts_before[status], counts_after[status])
        for status in counts_before | counts_after
    }
    moved = {key: (move.before, move.after) for move in tried.moves for key in move.customer_ids}
    assert moved == {
        key: (before[key], after[key]) for key in before if before[key] is not after[key]
    }
    assert moved
    money = [move.at_risk_cents for move in tried.moves]
    assert money == sorted(money, reverse=True)


def test_both_rules_are_judged_whichever_decides(session: Session) -> None:
    session.policies.publish(EVERYBODY, FIXED, "")
    differing = 0
    for customer_id, status in statuses(session).items():
        panel = session.customers.panel(customer_id)
        assert panel is not None
        assert panel.verdict.status is status is panel.verdict.fixed_status
        differing += panel.verdict.own_status is not status
    assert differing > 5


def test_a_segments_rule_is_its_own(session: Session) -> None:
    before = statuses(session)
    scope = next(one for one in session.policies.scopes() if one.segment == "Papel").scope
    basis = session.policies.basis(scope)
    assert basis.version == 0
    fixed = replace(FIXED, version=0)
    tried = session.policies.simulate(scope, fixed)
    session.policies.publish(scope, fixed, "papel gira depressa")
    after = statuses(session)
    changed = {key for key in before if before[key] is not after[key]}
    assert changed == {key for move in tried.moves for key in move.customer_ids}
    segments = {session.customers.panel(key).profile.segment for key in changed}  # type: ignore[union-attr]
    assert segments == {"Papel"}

    session.policies.publish(
        scope, replace(session.policies.basis(scope), kind=PolicyKind.INHERITED), "de volta"
    )
    assert statuses(session) == before


def test_rolling_back_publishes_the_old_numbers_as_a_new_version(session: Session) -> None:
    first = session.policies.publish(EVERYBODY, FIXED, "um")
    second = replace(session.policies.basis(EVERYBODY), kind=PolicyKind.OWN_CYCLE)
    session.policies.publish(EVERYBODY, second, "dois")
    again = session.policies.roll_back(first.policy_id, "  de novo ")
    assert again.policy == replace(FIXED, version=3)
    assert [(one.policy.version, one.note) for one in session.policies.history()] == [
        (3, "de novo"), (2, "dois"), (1, "um"),
    ]  # fmt: skip
    with pytest.raises(BadInputError):
        session.policies.roll_back(session.user.user_id, "")


def test_of_two_supervisors_the_second_looks_first(session: Session) -> None:
    session.policies.publish(EVERYBODY, FIXED, "um")
    with pytest.raises(ConflictError) as refused:
        session.policies.publish(EVERYBODY, FIXED, "dois")
    assert refused.value.message.key == "error.policy_overtaken"
    assert len(session.policies.history()) == 1


@pytest.mark.parametrize("role", list(Role))
def test_only_who_leads_publishes_and_everybody_tries(session: Session, role: Role) -> None:
    policies = replace(session.policies, user=replace(session.user, role=role))
    leads = role in {Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR}
    assert policies.may_publish is leads
    assert policies.simulate(EVERYBODY, FIXED).totals
    if leads:
        assert policies.publish(EVERYBODY, FIXED, "").policy.version == 1
        return
    with pytest.raises(BadInputError) as refused:
        policies.publish(EVERYBODY, FIXED, "")
    assert refused.value.message.key == "error.policy_not_allowed"
    assert policies.history() == []


@pytest.mark.parametrize(
    "changes", [{"false_alarm_budget": 0.0}, {"fixed_at_risk_days": 120}, {"lost_days": 20}]
)
def test_numbers_that_make_no_sense_are_neither_tried_nor_published(
    session: Session, changes: dict[str, Any]
) -> None:
    odd = replace(CyclePolicy(), **changes)
    for use in (
        lambda: session.policies.simulate(EVERYBODY, odd),
        lambda: session.policies.publish(EVERYBODY, odd, ""),
    ):
        with pytest.raises(BadInputError):
            use()
    assert session.policies.history() == []


def test_an_unknown_company_has_the_rule_of_everybody(session: Session) -> None:
    session.policies.publish(EVERYBODY, FIXED, "")
    basis = session.policies.basis(PolicyScope(company_id=session.user.user_id))
    assert basis == replace(FIXED, version=0)


def test_reports_look_at_everybody(session: Session) -> None:
    histogram = session.reports.histogram()
    assert histogram.customer_count <= 30
    assert sum(one.share for one in histogram.bins) == pytest.approx(1.0)
    fit = session.reports.fit()
    assert fit is not None
    assert session.reports.fits(3) == [fit]
    session.fits.refit()
    assert [one.fit_id for one in session.reports.fits(3)][1:] == [fit.fit_id]
