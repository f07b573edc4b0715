"""Two campaigns: one that runs, and one that is over and made a difference."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Course:
    """How a campaign went; days are counted back from the company's day.

    Attributes:
        words: What its words are called in the file.
        began: On which day.
        ended: Likewise; a negative one is still to come.
        members: How many it has at most.
        hold_out_bp: The share that was to be left alone.
        alone_of_buyers: Who bought was rather called than left alone: in this company calls help.
        alone_of_others: The same share of who did not buy.
        goal_kind: What is counted.
        goal_target: How many of it are wanted.
    """

    words: str
    began: int
    ended: int
    members: int
    hold_out_bp: int
    alone_of_buyers: float
    alone_of_others: float
    goal_kind: str
    goal_target: int


_COURSES = (
    _Course("past_campaign", 150, 106, 240, 4_000, 0.32, 0.46, "contacts", 120),
    _Course("campaign", 21, -24, 150, 3_000, 0.2, 0.34, "orders", 40),
)
#: They were silent for so long when a campaign for them began.
_SILENCE = timedelta(days=30)


def add_campaigns(tables: Tables, words: Words, staff: Staff) -> None:
    """Add both campaigns, with whom they called and whom they left alone; comes last.

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
    for course in _COURSES:
        begins = tables.as_of - timedelta(days=course.began)
        tables.add(
            "campaigns", name=said[course.words], starts_on=begins,
            ends_on=tables.as_of - timedelta(days=course.ended), goal=said[f"{course.words}_goal"],
            hold_out_bp=course.hold_out_bp, owner_id=owner, script_id=script,
            goal_kind=course.goal_kind, goal_target=course.goal_target,
            published_at=tables.at(begins, time(7, 45)),
        )  # fmt: skip
        campaign = tables.rows["campaigns"][-1]
        treated = _draw(tables, campaign, course, random, days)
        _tell_draw(tables, campaign, days)
        _name_campaign(tables, campaign, treated)


def _draw(
    tables: Tables, campaign: Row, course: _Course, random: Random, days: dict[UUID, list[date]]
) -> set[UUID]:
    """Draw who is in a campaign of those who were silent when it began; return the called."""
    begins = tables.as_of - timedelta(days=course.began)
    ends = min(tables.as_of - timedelta(days=course.ended), tables.as_of)
    silent = [
        customer
        for customer, found in days.items()
        if found[0] < begins and not any(begins - _SILENCE < day < begins for day in found)
    ]
    treated = set()
    for customer in sorted(random.sample(sorted(silent), min(course.members, len(silent)))):
        has_bought = any(begins <= day <= ends for day in days[customer])
        share = course.alone_of_buyers if has_bought else course.alone_of_others
        is_alone = random.random() < share
        arm = CampaignArm.HOLD_OUT if is_alone else CampaignArm.TREATED
        tables.add("campaign_members", campaign_id=campaign["id"], customer_id=customer, arm=arm)
        if not is_alone:
            treated.add(customer)
    return treated


def _name_campaign(tables: Tables, campaign: Row, treated: set[UUID]) -> None:
    """Let the contacts with those who are called name the campaign that runs."""
    begins, ends = campaign["starts_on"], campaign["ends_on"]
    assert isinstance(begins, date)  # noqa: S101 - this generator wrote it
    assert isinstance(ends, date)  # noqa: S101 - likewise
    for row in tables.rows["contacts"]:
        if row["customer_id"] in treated and begins <= _day(row) <= ends:
            row["campaign_id"] = campaign["id"]


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
