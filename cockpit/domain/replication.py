"""What of the stored tables travels between the server and a laptop, and how: the one declaration.

The laptop's capture triggers, the server's functions and the transport's queries are made from it;
who may write what stands in ``access.py`` and holds here too. A test wants every table in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto


class Down(Enum):
    """Which rows of a table a laptop gets."""

    #: What the login may read at all: catalogues, rules, colleagues' names.
    VISIBLE = auto()
    #: What belongs to the customers that the laptop carries.
    CARRIED = auto()
    #: As VISIBLE, but the whole table whenever anything in it was written: its rows have no key.
    COPIED = auto()
    #: Nothing: the laptop's own, worked out there, or of no use there.
    NOTHING = auto()


class Up(Enum):
    """Which rows of a table a laptop sends."""

    NOTHING = auto()
    #: Immutable facts of its own.
    FACTS = auto()
    #: What was changed, as commands that the server decides about; a refused change is shown to the
    #: user, who decides.
    ASKED = auto()
    #: Likewise, but the server's row stands without a question: nobody disagreed, two programs did
    #: the same upkeep.
    YIELDING = auto()


@dataclass(frozen=True, slots=True)
class Travel:
    """How one table travels.

    Attributes:
        down: What a laptop gets of it.
        up: What it sends.
        key: The column that names a row.
        via: The column that leads to the customer: itself the customer's key, or of the parent
            table ``parent``, whose own way is followed. Empty for what is nobody's.
        parent: The table that ``via`` refers to; empty where that is ``customers``.
        silent: Columns whose change alone is not worth sending, such as a heartbeat.
    """

    down: Down = Down.NOTHING
    up: Up = Up.NOTHING
    key: str = "id"
    via: str = ""
    parent: str = ""
    silent: tuple[str, ...] = ()


#: Never compared and never sent in a change: each side keeps its own.
FEED_COLUMNS = ("row_version", "feed_xid")
#: Set by each change, so no two people disagree about them.
STAMP_COLUMNS = ("updated_at",)

_LOCAL = Travel()
_CATALOGUE = Travel(Down.VISIBLE)
_OF_CUSTOMER = Travel(Down.CARRIED, via="customer_id")
_FACT_OF_CUSTOMER = Travel(Down.CARRIED, Up.FACTS, via="customer_id")
_ASKED = Travel(Down.CARRIED, Up.ASKED, via="customer_id")


def _part(parent: str, via: str, up: Up = Up.NOTHING) -> Travel:
    return Travel(Down.CARRIED, up, via=via, parent=parent)


TRAVELS: Mapping[str, Travel] = {
    **dict.fromkeys(
        (
            "companies", "teams", "users", "calendar_days", "settings", "corporate_groups",
            "segments", "regions", "products", "price_entries", "promotions", "promotion_items",
            "outcomes", "reasons", "counter_arguments", "message_templates", "campaigns",
            "campaign_operators", "cycle_policies", "cadence_policies", "calling_window_policies",
            "offer_policies", "catalogue_versions", "cycle_fits", "post_its", "post_it_recipients",
            "imports",
        ),
        _CATALOGUE,
    ),
    "segment_products": Travel(Down.COPIED, key=""),
    "customers": Travel(Down.CARRIED, Up.ASKED, via="id"),
    **dict.fromkeys(
        (
            "addresses", "customer_blocks", "campaign_members", "orders", "opportunities",
            "receivables", "service_cases", "contact_collisions",
            # Of customers who are not in the file they would refer to nothing.
            "portfolio_entries", "post_it_customers",
        ),
        _OF_CUSTOMER,
    ),
    "order_items": _part("orders", "order_id"),
    "quotes": _ASKED,
    "quote_items": _part("quotes", "quote_id", Up.ASKED),
    **dict.fromkeys(("phones", "contact_persons", "appointments", "objections"), _ASKED),
    "order_follow_ups": _part("orders", "order_id"),
    # --- facts
    **dict.fromkeys(
        (
            "contacts", "sent_messages", "pitch_notes", "contact_permissions",
            "appointment_events", "cadence_decisions", "queue_events", "attachments",
        ),
        _FACT_OF_CUSTOMER,
    ),
    "argument_uses": _part("contacts", "contact_id", Up.FACTS),
    "objection_events": _part("objections", "objection_id", Up.FACTS),
    "reminder_events": _part("reminders", "reminder_id", Up.FACTS),
    "contact_reviews": _part("contacts", "contact_id"),
    "contact_review_receipts": _part("contact_reviews", "review_id", Up.FACTS),
    "post_it_receipts": Travel(Down.VISIBLE, Up.FACTS),
    "work_corrections": Travel(Down.VISIBLE, Up.FACTS),
    "audit_events": Travel(up=Up.FACTS),
    "commands": Travel(up=Up.FACTS),
    # --- what programs keep up beside people
    "objection_kinds": Travel(Down.VISIBLE, Up.YIELDING),
    "saved_filters": Travel(Down.VISIBLE, Up.YIELDING),
    "notifications": Travel(Down.VISIBLE, Up.YIELDING, silent=("tried_at", "attempts", "detail")),
    "reminders": Travel(Down.CARRIED, Up.YIELDING, via="customer_id"),
    "queue_holds": Travel(Down.CARRIED, Up.YIELDING, key="customer_id", via="customer_id"),
    "work_sessions": Travel(up=Up.YIELDING, silent=("seen_at",)),
    "breaks": Travel(up=Up.YIELDING),
    # --- each side's own
    **dict.fromkeys(
        (
            "customer_statistics", "customer_metrics", "customer_changes", "customer_departures",
            "claims", "duties", "reminder_raises", "devices", "device_keys", "report_schedules",
            "frozen_periods", "import_batches", "import_rows", "import_mappings", "audit_seals",
            "command_outcomes", "quarantined_facts", "attachment_contents", "tombstones",
            "feed_marks", "outbox", "replicas", "sync_conflicts", "sync_log",
        ),
        _LOCAL,
    ),
}  # fmt: skip

#: Settings of the company come down; one's own and the computer's stay where they are.
SETTINGS_THAT_TRAVEL = "company"


def tables_down(*kinds: Down) -> tuple[str, ...]:
    """Return the tables of which a laptop gets rows, of these kinds or of all."""
    wanted = kinds or (Down.VISIBLE, Down.CARRIED, Down.COPIED)
    return tuple(sorted(name for name, one in TRAVELS.items() if one.down in wanted))


def tables_up(*kinds: Up) -> tuple[str, ...]:
    """Return the tables of which a laptop sends rows, of these kinds or of all."""
    wanted = kinds or (Up.FACTS, Up.ASKED, Up.YIELDING)
    return tuple(sorted(name for name, one in TRAVELS.items() if one.up in wanted))


def way_to_customer(table: str) -> tuple[tuple[str, str], ...]:
    """Return the steps from a table to its customer: each a table and its column.

    ``objection_events`` gives ``(("objection_events", "objection_id"), ("objections",
    "customer_id"))``; what is nobody's gives nothing.
    """
    one = TRAVELS[table]
    if not one.via:
        return ()
    rest = way_to_customer(one.parent) if one.parent else ()
    return ((table, one.via), *rest)
