"""Where the demo company's customers stood, and what reached its office late."""

from datetime import date, datetime, timedelta

from cockpit.data.defaults import OUTCOMES, REASONS
from cockpit.demo.company import build_company
from cockpit.demo.past_statuses import closed_months, closing_day, status_on
from cockpit.domain.vocabulary import LifecycleStatus

DAY = date(2026, 3, 2)


def test_a_customer_stands_by_the_orders_before_the_day() -> None:
    days = [date(2025, 1, 1) + timedelta(days=10 * n) for n in range(5)]
    told = {
        1: LifecycleStatus.ACTIVE,
        15: LifecycleStatus.ACTIVE,
        16: LifecycleStatus.AT_RISK,
        26: LifecycleStatus.INACTIVE,
        731: LifecycleStatus.LOST,
    }
    for silence, status in told.items():
        assert status_on(days[-1] + timedelta(days=silence), days) is status
    assert status_on(days[0], days) is LifecycleStatus.PROSPECT
    assert status_on(days[1], days) is LifecycleStatus.NEW
    assert status_on(days[0] + timedelta(days=61), days[:1]) is LifecycleStatus.INACTIVE


def test_each_closed_month_has_contacts_that_came_late() -> None:
    company = build_company(DAY, OUTCOMES, REASONS)
    months = closed_months(DAY)
    assert [one.first for one in months] == [date(2025, 12, 1), date(2026, 1, 1)]
    late = [row for row in company["contacts"] if row.get("stored_at") is not None]
    assert all(row["status_at_contact"] is not None for row in company["contacts"])
    for month in months:
        found = [row for row in late if row["occurred_at"].date() in month]
        assert 1 <= len(found) <= 2
        for row in found:
            arrived = row["stored_at"]
            assert isinstance(arrived, datetime)
            assert closing_day(month) < arrived.date() < DAY
