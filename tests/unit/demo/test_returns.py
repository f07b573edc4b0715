"""How long customers of the demo company think it over before they come back."""

from collections import Counter
from datetime import datetime
from statistics import median

import pytest

from cockpit.demo.company import build_company
from cockpit.demo.past_statuses import SILENT
from cockpit.demo.tables import Row
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.vocabulary import OrderKind
from tests.unit.demo.test_company import DAY, OUTCOMES, REASONS

Company = dict[str, list[Row]]


@pytest.fixture(scope="module")
def company() -> Company:
    return build_company(DAY, OUTCOMES, REASONS)


def test_who_was_silent_comes_back_on_many_different_days(company: Company) -> None:
    bought: dict[object, list[object]] = {}
    for row in company["orders"]:
        if row["kind"] is OrderKind.SALE:
            bought.setdefault(row["customer_id"], []).append(row["ordered_on"])
    waited = []
    for row in company["contacts"]:
        at = row["occurred_at"]
        assert isinstance(at, datetime)
        day = at.astimezone(DEFAULT_ZONE).date()
        if row["status_at_contact"] in SILENT and row["person_id"] is not None:
            later = [(one - day).days for one in bought.get(row["customer_id"], ())]  # type: ignore[operator]
            waited += [min(one for one in later if one >= 0)] if max(later, default=-1) >= 0 else []
    within = [one for one in waited if one <= 30]
    assert len(within) > 100
    assert Counter(within)[0] < len(within) / 3
    assert 3 <= median(within) <= 15


def test_a_talk_that_came_before_the_order_sold_nothing_yet(company: Company) -> None:
    days = {row["id"]: row["ordered_on"] for row in company["orders"]}
    for row in company["contacts"]:
        at = row["occurred_at"]
        assert isinstance(at, datetime)
        if row["order_id"] is not None:
            assert at.astimezone(DEFAULT_ZONE).date() == days[row["order_id"]]
        assert row["recorded_at"] == at
