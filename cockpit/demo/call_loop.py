"""What comes around the calls: post-its, pitches, messages, rests, deliveries."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import cycle
from typing import Any, TypeAlias
from uuid import UUID

from cockpit.demo.customers import Client
from cockpit.demo.objections import settle_objections
from cockpit.demo.staff import Person, Staff
from cockpit.demo.tables import Row, Tables
from cockpit.demo.words import Words
from cockpit.domain.vocabulary import (
    AppointmentEventKind,
    Channel,
    HoldKind,
    MessageState,
    OrderKind,
    QueueEventKind,
    QuoteState,
)

#: The words of the section, as the file has them.
Said: TypeAlias = dict[str, Any]

_PITCHES, _MESSAGES, _HOLDS, _SKIPS = 40, 140, 14, 10
#: So many days more rests who was tried several times.
_LONG_REST = 10
_LATE_DELIVERIES, _FORECASTS, _CORRECTIONS = 9, 70, 4
_MISSING_PRODUCTS = 3


def add_call_loop(
    tables: Tables, words: Words, staff: Staff, late: Sequence[Client], punctual: Sequence[Client]
) -> None:
    """Add what operators find beside the phone; comes last, when all else is told.

    Args:
        tables: The company in the making; some of its rows are changed in place.
        words: What people write.
        staff: Who works there.
        late: Customers who should have bought by now.
        punctual: The other customers who bought.
    """
    said = words.sections["calls"]
    promotion = _add_offers(tables, said)
    settle_objections(tables, staff, promotion)
    _tell_contacts(tables)
    _add_post_its(tables, staff, said, late)
    _add_pitches(tables, said, late)
    _add_messages(tables, said, [*late, *punctual])
    _add_rests(tables, said, late)
    _delay_deliveries(tables)
    _expire_quotes(tables)
    _describe_cases(tables, said)
    _add_days_off(tables, said)
    _note_agenda(tables, staff)


def _add_offers(tables: Tables, said: Said) -> UUID:
    """Set the stock, add a second promotion, and return one that is still to come."""
    random, as_of = tables.random, tables.as_of
    products = tables.rows["products"]
    missing = {row["id"] for row in random.sample(products, _MISSING_PRODUCTS)}
    for row in products:
        row["stock_state"] = "out_of_stock" if row["id"] in missing else "available"
    keys = []
    for name, starts, length in zip(said["promotions"], (-10, 6), (24, 20), strict=True):
        starts_on = as_of + timedelta(days=starts)
        key = tables.add(
            "promotions", name=name, starts_on=starts_on,
            ends_on=starts_on + timedelta(days=length), description=None,
        )  # fmt: skip
        for row in random.sample(products, 6):
            tables.add("promotion_items", promotion_id=key, product_id=row["id"],
                       discount_bp=random.choice((500, 800, 1_200)))  # fmt: skip
        keys.append(key)
    return keys[-1]


def _tell_contacts(tables: Tables) -> None:
    """Let recent contacts tell forecasts and estimates; correct a few."""
    random, as_of = tables.random, tables.as_of
    recent = _since(tables, as_of - timedelta(days=45))
    talks = [row for row in recent if row["person_id"] is not None and row["order_id"] is None]
    for row in random.sample(talks, min(_FORECASTS, len(talks))):
        row["forecast_on"] = tables.working_day(_day(row) + timedelta(days=random.randrange(7, 45)))
        row["potential_cents"] = random.choice((80_000, 150_000, 300_000, 600_000))
    for row in random.sample(talks, min(_CORRECTIONS, len(talks))):
        at = row["occurred_at"]
        assert isinstance(at, datetime)  # noqa: S101 - this generator wrote it
        left_out = ("id", "device_seq", "recorded_at", "amends_id")
        again = {name: value for name, value in row.items() if name not in left_out}
        again["note"] = f"{row['note'] or ''} (nome e data conferidos)".strip()
        again["occurred_at"] = at + timedelta(minutes=9)
        tables.add("contacts", **again, amends_id=row["id"])


def _add_post_its(tables: Tables, staff: Staff, said: Said, late: Sequence[Client]) -> None:
    """Add the supervisors' notes on some customers: to all, to a team, to one operator."""
    random, as_of = tables.random, tables.as_of
    for position, body in enumerate(said["post_its"]):
        day = as_of - timedelta(days=random.randrange(0, 12))
        key = tables.add(
            "post_its", author_id=random.choice(staff.supervisors).user_id, body=body,
            posted_at=tables.at(day, time(8, 10)), valid_until_on=as_of + timedelta(days=20),
            priority_boost=int(position % 2 == 0),
        )  # fmt: skip
        if position % 3 == 1:
            tables.add("post_it_recipients", post_it_id=key, user_id=staff.operators[0].user_id)
        elif position % 3 == 2:
            team = random.choice(tables.rows["teams"])
            tables.add("post_it_recipients", post_it_id=key, team_id=team["id"])
        for client in random.sample(late, 3):
            tables.add("post_it_customers", post_it_id=key, customer_id=client.key)


def _add_pitches(tables: Tables, said: Said, late: Sequence[Client]) -> None:
    """Add what operators noted before calling; some thought again."""
    random = tables.random
    pitches = said["pitches"]
    for client in random.sample(late, min(_PITCHES, len(late))):
        for version in range(random.choice((1, 1, 2))):
            why, arguments, offer, goal = random.choice(pitches)
            day = tables.as_of - timedelta(days=random.randrange(2, 30) + 40 * (1 - version))
            tables.add(
                "pitch_notes", customer_id=client.key, author_id=client.owner.user_id,
                device_id=client.owner.device_id, why_stopped=why, arguments=arguments, offer=offer,
                goal=goal, written_at=tables.at(tables.working_day(day), tables.office_time()),
            )  # fmt: skip


def _add_messages(tables: Tables, said: Said, clients: Sequence[Client]) -> None:
    """Add e-mails and WhatsApp messages of the last months; one in a while failed."""
    random = tables.random
    persons = {row["customer_id"]: row for row in tables.rows["contact_persons"]}
    mobiles = {
        row["customer_id"]: str(row["e164"])
        for row in tables.rows["phones"]
        if str(row["e164"])[5] == "9"
    }
    for client in random.sample(clients, min(_MESSAGES, len(clients))):
        subject, body = random.choice(said["messages"])
        person = persons[client.key]
        day = tables.as_of - timedelta(days=random.randrange(1, 90))
        number = mobiles.get(client.key)
        is_mail = number is None or random.random() < 0.6
        has_failed = is_mail and random.random() < 0.05
        sent = MessageState.FAILED if has_failed else MessageState.SENT
        tables.add(
            "sent_messages", customer_id=client.key, person_id=person["id"],
            user_id=client.owner.user_id, device_id=client.owner.device_id,
            channel=Channel.EMAIL if is_mail else Channel.WHATSAPP,
            address=person["email"] if is_mail else number,
            subject=subject if is_mail else None, body=body.format(name=client.buyer.split()[0]),
            state=sent if is_mail else MessageState.HANDED_OVER,
            detail=said["mail_error"] if has_failed else None,
            occurred_at=tables.at(tables.working_day(day), tables.office_time()),
        )  # fmt: skip


def _add_rests(tables: Tables, said: Said, late: Sequence[Client]) -> None:
    """Let some customers rest after their last call, and some be skipped."""
    random, as_of = tables.random, tables.as_of
    booked = {row["customer_id"] for row in tables.rows["appointments"]}
    free = [client for client in late if client.key not in booked]
    chosen = random.sample(free, min(_HOLDS + _SKIPS, len(free)))
    kinds = cycle((HoldKind.COOLING_DOWN, HoldKind.RESTING, HoldKind.CAPPED))
    for client in chosen[:_HOLDS]:
        is_closed = random.random() < 0.4
        days = random.randrange(8, 40) if is_closed else random.randrange(1, 4)
        kind = HoldKind.CLOSED if is_closed else next(kinds)
        days += _LONG_REST if kind is HoldKind.RESTING else 0
        said_of = said["closings" if is_closed else "coolings"]
        _rest(tables, client, kind, as_of + timedelta(days=days), said_of)
    for client in chosen[_HOLDS:]:
        reason = _rest(tables, client, HoldKind.SKIPPED, as_of + timedelta(days=1), said["skips"])
        until = tables.at(as_of + timedelta(days=1), time(8))
        tables.add(
            "queue_events", customer_id=client.key, user_id=client.owner.user_id,
            device_id=client.owner.device_id, kind=QueueEventKind.SKIPPED, reason=reason,
            until_at=until, occurred_at=tables.at(as_of - timedelta(days=1), tables.office_time()),
        )  # fmt: skip


def _rest(
    tables: Tables, client: Client, kind: HoldKind, until: date, reasons: Sequence[str]
) -> str:
    reason = tables.random.choice(reasons)
    tables.rows["queue_holds"].append(
        {
            "customer_id": client.key,
            "kind": kind,
            "until_at": tables.at(until, time(8)),
            "reason": reason,
            "user_id": client.owner.user_id,
            "set_at": tables.at(tables.as_of - timedelta(days=1), tables.office_time()),
        }
    )
    return reason


def _delay_deliveries(tables: Tables) -> None:
    """Leave some orders of the last weeks on the way past their promised day."""
    as_of = tables.as_of
    recent = [
        row
        for row in tables.rows["orders"]
        if row["kind"] is OrderKind.SALE
        and as_of - timedelta(days=20) <= row["ordered_on"] <= as_of - timedelta(days=6)  # type: ignore[operator]
    ]
    for row in tables.random.sample(recent, min(_LATE_DELIVERIES, len(recent))):
        promised = as_of - timedelta(days=tables.random.randrange(1, 5))
        row |= {"promised_on": promised, "delivered_on": None, "state_text": "Em trânsito"}


def _expire_quotes(tables: Tables) -> None:
    """Let the open quotes of long ago expire."""
    for row in tables.rows["quotes"]:
        opened = row["opened_on"]
        assert isinstance(opened, date)  # noqa: S101 - this generator wrote it
        if row["state"] is QuoteState.OPEN and (tables.as_of - opened).days > 60:
            row["state"] = QuoteState.EXPIRED


def _describe_cases(tables: Tables, said: Said) -> None:
    for row in tables.rows["service_cases"]:
        row["description"] = tables.random.choice(said["case_details"])
        if row["closed_at"] is not None:
            row["resolution"] = tables.random.choice(said["case_ends"])


def _add_days_off(tables: Tables, said: Said) -> None:
    """Add the days that the company keeps besides the public holidays."""
    for days, city, state, name in said["days_off"]:
        tables.add(
            "calendar_days", day_on=tables.as_of + timedelta(days=days), state=state or None,
            city=city or None, name=name, is_optional=False,
        )  # fmt: skip


def _note_agenda(tables: Tables, staff: Staff) -> None:
    """Add the fact of each next contact that was agreed."""
    people: dict[object, Person] = {person.user_id: person for person in staff.operators}
    last: dict[object, datetime] = defaultdict(lambda: tables.at(tables.as_of, time(8)))
    for row in tables.rows["contacts"]:
        at = row["occurred_at"]
        assert isinstance(at, datetime)  # noqa: S101 - this generator wrote it
        if row["customer_id"] not in last or at > last[row["customer_id"]]:
            last[row["customer_id"]] = at
    for row in tables.rows["appointments"]:
        author = people[row["created_by_id"]]
        due = row["due_at"]
        assert isinstance(due, datetime)  # noqa: S101 - this generator wrote it
        tables.add(
            "appointment_events", appointment_id=row["id"], customer_id=row["customer_id"],
            kind=AppointmentEventKind.SCHEDULED, due_at=due, user_id=author.user_id,
            device_id=author.device_id, note=row["note"],
            occurred_at=min(last[row["customer_id"]], due - timedelta(hours=2)),
        )  # fmt: skip


def _since(tables: Tables, day: date) -> list[Row]:
    return [row for row in tables.rows["contacts"] if _day(row) >= day]


def _day(row: Row) -> date:
    at = row["occurred_at"]
    assert isinstance(at, datetime)  # noqa: S101 - this generator wrote it
    return at.date()
