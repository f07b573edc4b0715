"""Customers who came back some days after they were called, and not while they were."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from cockpit.demo.past_statuses import SILENT, order_days, status_on
from cockpit.demo.tables import Tables
from cockpit.demo.words import Words
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.contact import Outcome

#: So many of them thought it over, and for so many days.
_SHARE = 0.85
_DAYS = (1, 2, 3, 3, 4, 5, 6, 7, 9, 11, 14, 17, 21, 26)


def delay_returns(tables: Tables, words: Words, talks: Sequence[Outcome]) -> None:
    """Let most calls that ended a long silence be talks of some days before the order.

    They have chances of their own: the rest of the company stays as it is.

    Args:
        tables: The company in the making; some contacts are changed in place.
        words: What people write.
        talks: The outcomes of a talk after which nothing is sold yet.
    """
    random = Random(tables.as_of.toordinal())  # noqa: S311 - invents a company, keeps no secret
    days = order_days(tables)
    cities = {row["id"]: str(row["city"]) for row in tables.rows["customers"]}
    families = [str(row["family"]).lower() for row in tables.rows["products"]]
    outcomes = [one for one in talks if not one.needs_reason]
    for row in tables.rows["contacts"]:
        if row["order_id"] is None or random.random() >= _SHARE:
            continue
        key, at = row["customer_id"], row["occurred_at"]
        assert isinstance(key, UUID)  # noqa: S101 - this generator wrote it
        assert isinstance(at, datetime)  # noqa: S101 - likewise
        day = at.astimezone(DEFAULT_ZONE).date()
        if not _is_silent(day, days[key]):
            continue
        possible = [one for one in _DAYS if _is_silent(day - timedelta(one), days[key])]
        if not possible:
            continue
        earlier = timedelta(random.choice(possible))
        note = words.note(
            random, "reached", city=cities[key],
            person=words.person(random).split()[0], family=random.choice(families),
        )  # fmt: skip
        row |= {
            "occurred_at": at - earlier,
            "recorded_at": at - earlier,
            "outcome_id": random.choice(outcomes).outcome_id,
            "order_id": None,
            "note": note or None,
        }


def _is_silent(day: date, order_days: Sequence[date]) -> bool:
    """Return whether somebody worked on a day, and the customer was silent for long then."""
    return day.weekday() < 5 and status_on(day, order_days) in SILENT
