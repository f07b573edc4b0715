"""Two campaigns: one that runs, and one that is over and made a difference."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from cockpit.demo.past_statuses import order_days, status_on
from cockpit.demo.staff import Staff
from cockpit.demo.tables import Row, Tables
from cockpit.demo.words import Words
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.vocabulary import CampaignArm, Channel, OrderKind

_YEAR = timedelta(days=365)
#: When the past one began and ended, in days before the company's day.
_BEGAN, _ENDED = 150, 106
_MEMBERS, _HOLD_OUT_BP = 240, 4_000
#: In this company the calls helped: who bought was rather called than left alone.
_ALONE_OF_BUYERS, _ALONE_OF_OTHERS = 0.32, 0.46
_GOAL = 40


def add_campaigns(tables: Tables, words: Words, staff: Staff) -> None:
    """Tell how the running campaign was drawn, and add one that is over; comes last.

    The draw has a source of chance of its own, so that the rest of the company stays as it is.
    """
    said = words.sections["calls"]
    random = Random(tables.as_of.toordinal())  # noqa: S311 - nothing secret
    days, owner = order_days(tables), staff.supervisors[0].user_id
    script = tables.add(
        "message_templates", code="campaign_call", name=said["campaign_script"],
        channel=Channel.PHONE, tone="neutral", language="pt_BR", subject=None,
        body=said["campaign_script_body"], is_active=True,
    )  # fmt: skip
    running = tables.rows["campaigns"][0]
    running |= _published(tables, running["starts_on"]) | {
        "owner_id": owner, "script_id": script, "goal_kind": "orders", "goal_target": _GOAL,
    }  # fmt: skip
    past = _add_past(tables, said, random, days)
    past |= {"owner_id": owner, "script_id": script, "goal_kind": "contacts", "goal_target": 120}
    for campaign in (running, past):
        _tell_draw(tables, campaign, days)


def _add_past(
    tables: Tables, said: dict[str, str], random: Random, days: dict[UUID, list[date]]
) -> Row:
    """Add the campaign that is over, with those who were silent when it began."""
    begins = tables.as_of - timedelta(days=_BEGAN)
    ends = tables.as_of - timedelta(days=_ENDED)
    key = tables.add(
        "campaigns", name=said["past_campaign"], starts_on=begins, ends_on=ends,
        goal=said["past_campaign_goal"], hold_out_bp=_HOLD_OUT_BP, **_published(tables, begins),
    )  # fmt: skip
    silent = [
        customer
        for customer, found in days.items()
        if found[0] < begins and not any(begins - timedelta(30) < day < begins for day in found)
    ]
    treated = set()
    for customer in sorted(random.sample(sorted(silent), min(_MEMBERS, len(silent)))):
        has_bought = any(begins <= day <= ends for day in days[customer])
        is_alone = random.random() < (_ALONE_OF_BUYERS if has_bought else _ALONE_OF_OTHERS)
        arm = CampaignArm.HOLD_OUT if is_alone else CampaignArm.TREATED
        tables.add("campaign_members", campaign_id=key, customer_id=customer, arm=arm)
        if not is_alone:
            treated.add(customer)
    for row in tables.rows["contacts"]:
        if row["customer_id"] in treated and begins <= _day(row) <= ends:
            row["campaign_id"] = key
    return tables.rows["campaigns"][-1]


def _published(tables: Tables, begins: object) -> Row:
    assert isinstance(begins, date)  # noqa: S101 - this generator wrote it
    return {"published_at": tables.at(begins, time(7, 45))}


def _tell_draw(tables: Tables, campaign: Row, days: dict[UUID, list[date]]) -> None:
    """Say of a campaign's members where they stood when it began, and what they had bought."""
    begins = campaign["starts_on"]
    assert isinstance(begins, date)  # noqa: S101 - this generator wrote it
    worth = _yearly(tables.rows["orders"], begins)
    for row in tables.rows["campaign_members"]:
        key = row["customer_id"]
        if row["campaign_id"] == campaign["id"] and isinstance(key, UUID):
            row["status_at_draw"] = status_on(begins, days.get(key, []))
            row["yearly_cents_at_draw"] = worth[key]


def _yearly(orders: Sequence[Row], day: date) -> defaultdict[UUID, int]:
    found: defaultdict[UUID, int] = defaultdict(int)
    for row in orders:
        key, on, cents = row["customer_id"], row["ordered_on"], row["net_cents"]
        assert isinstance(key, UUID)  # noqa: S101 - this generator wrote it
        assert isinstance(on, date)  # noqa: S101 - likewise
        assert isinstance(cents, int)  # noqa: S101 - likewise
        if row["kind"] is OrderKind.SALE and day - _YEAR < on <= day:
            found[key] += cents
    return found


def _day(row: Row) -> date:
    at = row["occurred_at"]
    assert isinstance(at, datetime)  # noqa: S101 - this generator wrote it
    return at.astimezone(DEFAULT_ZONE).date()
