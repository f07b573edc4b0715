"""What operators find beside the phone in the demo company."""

from collections import Counter
from datetime import timedelta

import pytest

from cockpit.demo.company import build_company
from cockpit.demo.tables import Row
from cockpit.domain.vocabulary import (
    CampaignArm,
    HoldKind,
    MessageState,
    ObjectionEventKind,
    ObjectionState,
    WaitCondition,
)
from tests.unit.demo.test_company import DAY, OUTCOMES, REASONS

Company = dict[str, list[Row]]


@pytest.fixture(scope="module")
def company() -> Company:
    return build_company(DAY, OUTCOMES, REASONS)


def test_objections_wait_on_every_condition_and_some_just_woke(company: Company) -> None:
    rows = company["objections"]
    waiting = [row for row in rows if row["state"] is ObjectionState.WAITING]
    assert {row["wait_condition"] for row in waiting} == set(WaitCondition)
    assert all(
        row["wait_until_on"] > DAY  # type: ignore[operator]
        for row in waiting
        if row["wait_condition"] is WaitCondition.DATE
    ), "nothing is left to be woken by the first start"
    woken = [row for row in rows if row.get("woken_at") is not None]
    assert len(woken) == 9
    assert all(row["state"] is ObjectionState.OPEN for row in woken)


def test_what_objections_wait_on_is_there_and_has_not_come_true(company: Company) -> None:
    unpaid = {row["id"] for row in company["receivables"] if row["paid_on"] is None}
    missing = {row["id"] for row in company["products"] if row["stock_state"] != "available"}
    coming = {row["id"] for row in company["promotions"] if row["starts_on"] > DAY}  # type: ignore[operator]
    subjects = {
        WaitCondition.RECEIVABLE_PAID: unpaid,
        WaitCondition.PRODUCT_AVAILABLE: missing,
        WaitCondition.PROMOTION: coming,
    }
    for row in company["objections"]:
        found = subjects.get(row["wait_condition"])  # type: ignore[call-overload]
        if row["state"] is ObjectionState.WAITING and found is not None:
            assert row["wait_reference_id"] in found


def test_answers_were_tried_with_different_success(company: Company) -> None:
    uses = company["argument_uses"]
    judged = Counter(row["argument_id"] for row in uses)
    assert sum(judged.values()) > 100
    worked = Counter(row["argument_id"] for row in uses if row["worked"])
    assert len({round(worked[key] / judged[key], 1) for key in judged}) > 1
    kinds = {row["kind"] for row in company["objection_events"]}
    assert kinds == set(ObjectionEventKind)


def test_every_fact_has_its_number_and_its_instant(company: Company) -> None:
    facts = [row for rows in company.values() for row in rows if "device_seq" in row]
    assert all(row["recorded_at"] is not None for row in facts)
    numbers = Counter((row["device_id"], row["device_seq"]) for row in facts)
    assert max(numbers.values()) == 1


def test_both_campaigns_keep_enough_aside_to_be_told_apart(company: Company) -> None:
    assert len(company["campaigns"]) == 2
    for campaign in company["campaigns"]:
        members = [
            row for row in company["campaign_members"] if row["campaign_id"] == campaign["id"]
        ]
        arms = Counter(row["arm"] for row in members)
        assert 30 <= arms[CampaignArm.HOLD_OUT] < arms[CampaignArm.TREATED]
        called = {row["customer_id"] for row in members if row["arm"] is CampaignArm.TREATED}
        named = [row for row in company["contacts"] if row.get("campaign_id") == campaign["id"]]
        assert named
        assert {row["customer_id"] for row in named} <= called


def test_the_desk_has_something_of_everything(company: Company) -> None:
    assert {row["kind"] for row in company["queue_holds"]} == set(HoldKind)
    assert {row["state"] for row in company["sent_messages"]} == set(MessageState)
    for table in ("post_its", "pitch_notes", "calendar_days", "appointment_events"):
        assert len(company[table]) >= 4, table
    assert any(row.get("amends_id") for row in company["contacts"])
    assert any(row.get("forecast_on") for row in company["contacts"])
    late = [
        row
        for row in company["orders"]
        if row.get("promised_on") is not None
        and row["delivered_on"] is None
        and DAY - timedelta(days=10) < row["promised_on"] < DAY  # type: ignore[operator]
    ]
    assert len(late) >= 5
