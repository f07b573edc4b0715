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


def test_names_are_unique_and_none_is_numbered(company: dict[str, list[Row]]) -> None:
    names = [str(row["trade_name"]) for row in company["customers"]]
    assert len(set(names)) == len(names)
    assert not any(character.isdigit() for name in names for character in name)


def test_orders_lie_in_three_years_and_before_today(company: dict[str, list[Row]]) -> None:
    days = [row["ordered_on"] for row in company["orders"]]
    assert min(days) >= DAY - timedelta(days=3 * 365)  # type: ignore[type-var]
    assert max(days) < DAY  # type: ignore[type-var]
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
