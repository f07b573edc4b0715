"""What the purchase cycles of the company have to cope with: blocks, a wrong date, two policies."""

from dataclasses import asdict
from datetime import date, time, timedelta
from itertools import pairwise

from cockpit.demo.customers import Client
from cockpit.demo.purchases import OrderNumbers, Purchase
from cockpit.demo.staff import Staff
from cockpit.demo.tables import Tables
from cockpit.domain.cycle_policy import CyclePolicy, PolicyKind
from cockpit.domain.vocabulary import OrderKind

_REASON = "Títulos em cobrança"
_PAST_BLOCKS = 6
_LONG_SILENCE = timedelta(days=75)
#: So long before the company's day its first rules were made.
RULES_SINCE = timedelta(days=400)


def add_block(tables: Tables, client: Client, purchases: list[Purchase], blocked: date) -> None:
    """Block a customer from a day on, which comes after their last purchase."""
    if purchases:
        blocked = max(blocked, purchases[-1].day + timedelta(days=1))
    client.row.update(
        is_blocked=True,
        blocked_at=tables.at(blocked, tables.office_time()),
        block_reason=_REASON,
    )
    tables.add("customer_blocks", customer_id=client.key, blocked_on=blocked, reason=_REASON)


def add_past_blocks(tables: Tables, clients: list[Client]) -> None:
    """Explain a long silence of some customers by a block that is over."""
    days: dict[object, list[date]] = {}
    for row in tables.rows["orders"]:
        if row["kind"] is OrderKind.SALE and isinstance(row["ordered_on"], date):
            days.setdefault(row["customer_id"], []).append(row["ordered_on"])
    left = _PAST_BLOCKS
    for client in clients:
        bought = sorted(days.get(client.key, []))
        gap = max(pairwise(bought), key=_length, default=None)
        if gap is None or _length(gap) < _LONG_SILENCE or client.row.get("is_blocked") or not left:
            continue
        left -= 1
        tables.add(
            "customer_blocks",
            customer_id=client.key,
            blocked_on=gap[0] + timedelta(days=10),
            unblocked_on=gap[1] - timedelta(days=3),
            reason=_REASON,
        )


def _length(gap: tuple[date, date]) -> timedelta:
    return gap[1] - gap[0]


def add_typing_error(tables: Tables, staff: Staff, client: Client, numbers: OrderNumbers) -> None:
    """Add an order that somebody dated next year instead of this one."""
    tables.add(
        "orders", company_id=staff.company_id, customer_id=client.key, number=numbers.next(),
        kind=OrderKind.SALE, ordered_on=tables.as_of + timedelta(days=362), net_cents=184_000,
        goods_cents=161_920, seller_name=client.owner.name, seller_id=client.owner.user_id,
        state_text="Digitado",
    )  # fmt: skip


def add_policies(tables: Tables, staff: Staff) -> None:
    """Add the rule of the early days, and the one that replaced it."""
    author = staff.supervisors[0].user_id
    versions = (
        (PolicyKind.FIXED_DAYS, RULES_SINCE.days, "Regra de sempre: 60 dias em risco, 120 inativo"),
        (PolicyKind.OWN_CYCLE, 45, "Cada cliente pelo próprio ritmo, com 20% de alarmes falsos"),
    )
    for version, (kind, days_ago, note) in enumerate(versions, start=1):
        numbers = asdict(CyclePolicy())
        tables.add(
            "cycle_policies",
            company_id=None,
            segment_id=None,
            kind=kind.value,
            parameters={name: numbers[name] for name in numbers if name not in _OWN_COLUMNS},
            version=version,
            author_id=author,
            published_at=tables.at(tables.as_of - timedelta(days=days_ago), time(9, 30)),
            note=note,
        )


_OWN_COLUMNS = ("version", "kind")
