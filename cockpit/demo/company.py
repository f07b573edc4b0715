"""Puts the demo company together."""

from collections.abc import Sequence
from datetime import date, timedelta

from cockpit.demo.addresses import add_addresses
from cockpit.demo.agenda import add_agenda
from cockpit.demo.audit import add_audit
from cockpit.demo.call_loop import add_call_loop
from cockpit.demo.campaigns import add_campaigns
from cockpit.demo.customers import Client, add_customers
from cockpit.demo.cycles import add_block, add_past_blocks, add_policies, add_typing_error
from cockpit.demo.past_statuses import add_past_statuses
from cockpit.demo.purchases import OrderNumbers, add_purchases, is_late
from cockpit.demo.relationship import Relationship
from cockpit.demo.returns import delay_returns
from cockpit.demo.reviews import add_reviews
from cockpit.demo.staff import add_staff
from cockpit.demo.tables import Row, Tables
from cockpit.demo.words import Words
from cockpit.demo.working_time import add_working_time
from cockpit.domain.contact import Outcome, Reason

SEED = 20220322
SHARE_BLOCKED = 0.02


def build_company(
    as_of: date, outcomes: Sequence[Outcome], reasons: Sequence[Reason], *, seed: int = SEED
) -> dict[str, list[Row]]:
    """Invent an industrial distributor with about 600 customers and three years of orders.

    Args:
        as_of: The company's today; everything is told relative to it.
        outcomes: The outcomes that the database holds already.
        reasons: The reasons that the database holds already.
        seed: Another seed makes another company.

    Returns:
        Rows by table name, each row by column name.
    """
    tables = Tables(as_of, seed)
    words = Words.load()
    staff = add_staff(tables, words)
    clients = add_customers(tables, words, staff)
    add_policies(tables, staff)
    relationship = Relationship(tables, words, staff, outcomes, reasons)
    numbers = OrderNumbers()
    late: list[Client] = []
    punctual: list[Client] = []
    for client in clients:
        purchases = [] if client.is_prospect else add_purchases(tables, staff, client, numbers)
        if not client.is_prospect and tables.random.random() < SHARE_BLOCKED:
            blocked = as_of - timedelta(days=tables.random.randrange(5, 90))
            add_block(tables, client, purchases, blocked)
        relationship.tell(client, purchases)
        if purchases:
            (late if is_late(purchases, as_of) else punctual).append(client)
    add_past_blocks(tables, late + punctual)
    add_typing_error(tables, staff, punctual[0], numbers)
    add_agenda(tables, staff, late, punctual)
    add_call_loop(tables, words, staff, late, punctual)
    delay_returns(tables, words, relationship.talks)
    add_past_statuses(tables)
    add_working_time(tables, staff)
    add_audit(tables, staff, late + punctual)
    add_reviews(tables, words, staff)
    add_campaigns(tables, words, staff)
    add_addresses(tables, words, clients, seed)
    # Parents first: contacts name the campaign, which names its script and who made it.
    parents = ("users", "message_templates", "campaigns")
    before = list(tables.rows)[: list(tables.rows).index("contacts")]
    return {name: tables.rows[name] for name in dict.fromkeys((*before, *parents, *tables.rows))}
