"""The demo company is the same for a seed and a day, and it is believable."""

from collections import Counter
from datetime import date, timedelta
from uuid import uuid4

import phonenumbers
import pytest
from stdnum.br import cnpj, cpf

from cockpit.demo.company import build_company
from cockpit.demo.tables import Row
from cockpit.domain.contact import Outcome, Reason
from cockpit.domain.vocabulary import AppointmentState, OrderKind, PersonKind, QueueEffect

DAY = date(2026, 3, 16)


def outcome(effect: QueueEffect, *, is_reached: bool = True) -> Outcome:
    return Outcome(uuid4(), effect.value, effect.value, effect, None, is_reached, False, False)


OUTCOMES = [
    *(outcome(effect) for effect in QueueEffect),
    outcome(QueueEffect.CALL_AGAIN, is_reached=False),
]
REASONS = [Reason(uuid4(), "price", "Preço", None)]


@pytest.fixture(scope="module")
def company() -> dict[str, list[Row]]:
    return build_company(DAY, OUTCOMES, REASONS)


def test_the_same_seed_and_day_make_the_same_company(company: dict[str, list[Row]]) -> None:
    assert build_company(DAY, OUTCOMES, REASONS) == company


def test_another_seed_makes_another_company(company: dict[str, list[Row]]) -> None:
    other = build_company(DAY, OUTCOMES, REASONS, seed=1)
    assert other["customers"][0]["legal_name"] != company["customers"][0]["legal_name"]


def test_the_company_has_the_size_of_a_real_one(company: dict[str, list[Row]]) -> None:
    assert len(company["customers"]) == 600
    assert len({row["state"] for row in company["customers"]}) >= 10
    assert Counter(row["role"] for row in company["users"])["operator"] == 8
    assert len(company["teams"]) == 2
    assert 10_000 < len(company["orders"]) < 40_000


def test_each_team_is_led_by_a_supervisor_of_its_own(company: dict[str, list[Row]]) -> None:
    people = {row["id"]: row for row in company["users"]}
    for team in company["teams"]:
        leader = people[team["supervisor_id"]]
        assert (leader["role"], leader["team_id"]) == ("supervisor", team["id"])


def test_documents_and_phones_are_valid_and_some_are_alphanumeric(
    company: dict[str, list[Row]],
) -> None:
    letters = 0
    for row in company["customers"]:
        document = str(row["tax_id"])
        check = cpf if row["person_kind"] is PersonKind.INDIVIDUAL else cnpj
        assert check.is_valid(document), document
        letters += not document.isdigit()
    assert letters > 10
    assert all(
        phonenumbers.is_valid_number(phonenumbers.parse(str(row["e164"])))
        for row in company["phones"]
    )


def test_every_customer_has_a_door_in_their_own_city(company: dict[str, list[Row]]) -> None:
    places = {row["id"]: (row["city"], row["state"]) for row in company["customers"]}
    addresses = company["addresses"]
    assert {row["customer_id"] for row in addresses} == set(places)
    assert len(addresses) == len(places)
    assert all((row["city"], row["state"]) == places[row["customer_id"]] for row in addresses)
    assert all(row["street"] and row["number"] and row["district"] for row in addresses)
    districts: dict[object, set[object]] = {}
    for row in addresses:
        districts.setdefault(row["street"], set()).add(row["district"])
    assert len(districts) > 20
    assert all(len(some) == 1 for some in districts.values())


def test_names_are_unique_and_none_is_numbered(company: dict[str, list[Row]]) -> None:
    names = [str(row["trade_name"]) for row in company["customers"]]
    assert len(set(names)) == len(names)
    assert not any(character.isdigit() for name in names for character in name)


def test_orders_lie_in_three_years_and_before_today(company: dict[str, list[Row]]) -> None:
    days = sorted(row["ordered_on"] for row in company["orders"])  # type: ignore[type-var]
    assert days[0] >= DAY - timedelta(days=3 * 365)  # type: ignore[operator]
    assert days[-2] < DAY < days[-1], "one wrong date is all"  # type: ignore[operator]
    kinds = Counter(row["kind"] for row in company["orders"])
    assert all(kinds[kind] > 50 for kind in OrderKind)


def test_every_customer_has_at_most_one_open_next_contact(company: dict[str, list[Row]]) -> None:
    open_ones = [
        row["customer_id"]
        for row in company["appointments"]
        if row["state"] is AppointmentState.OPEN
    ]
    assert len(open_ones) == len(set(open_ones)) > 80


def test_every_story_leaves_its_traces(company: dict[str, list[Row]]) -> None:
    for table in ("receivables", "service_cases", "quotes", "objections", "contact_permissions"):
        assert len(company[table]) >= 5, table
    overdue = [
        row
        for row in company["receivables"]
        if not row["paid_cents"] and row["due_on"] < DAY  # type: ignore[operator]
    ]
    assert overdue
    assert any(row["is_blocked"] for row in company["customers"] if "is_blocked" in row)


def test_blocks_are_in_step_with_the_customers_and_some_are_over(
    company: dict[str, list[Row]],
) -> None:
    blocked = {row["id"] for row in company["customers"] if row.get("is_blocked")}
    blocks = company["customer_blocks"]
    assert {row["customer_id"] for row in blocks if row.get("unblocked_on") is None} == blocked
    over = [row for row in blocks if row.get("unblocked_on") is not None]
    assert len(over) == 6
    assert all(row["blocked_on"] < row["unblocked_on"] < DAY for row in over)  # type: ignore[operator]


def test_nobody_buys_while_blocked(company: dict[str, list[Row]]) -> None:
    for block in company["customer_blocks"]:
        end = block.get("unblocked_on") or DAY
        assert not [
            row["number"]
            for row in company["orders"]
            if row["customer_id"] == block["customer_id"]
            and row["kind"] is OrderKind.SALE
            and block["blocked_on"] <= row["ordered_on"] < end  # type: ignore[operator]
        ]


def test_the_policy_has_a_history(company: dict[str, list[Row]]) -> None:
    policies = company["cycle_policies"]
    assert [(row["version"], row["kind"]) for row in policies] == [
        (1, "fixed_days"),
        (2, "own_cycle"),
    ]
    assert all(row["author_id"] and row["note"] for row in policies)
