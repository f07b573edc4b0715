"""Who may do what with which of the stored tables: the one declaration, free of any database.

A shared server's grants and policies are made from it (which rows of a table each may touch stands
beside them, in the data layer), the program's menus and services ask it (``rights.py``), and a test
tries every role on every table with every verb against it. What is not declared, nobody may do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cockpit.domain.vocabulary import Role

Roles = frozenset[Role]

EVERYBODY: Roles = frozenset(Role)
#: They see all customers, bring the company's data in and keep the shared figures.
WIDE: Roles = frozenset({Role.MANAGER, Role.ADMINISTRATOR})
#: They answer for others.
STAFF: Roles = WIDE | {Role.SUPERVISOR}
ADMINISTRATORS: Roles = frozenset({Role.ADMINISTRATOR})
NOBODY: Roles = frozenset()


class Verb(StrEnum):
    """What can be done with rows."""

    READ = "SELECT"
    ADD = "INSERT"
    CHANGE = "UPDATE"
    REMOVE = "DELETE"


@dataclass(frozen=True, slots=True)
class Grant:
    """Who may do what with one table.

    Attributes:
        reads: Who may read.
        adds: Who may insert.
        changes: Who may update.
        removes: Who may delete.
        columns: The columns that a role may update; all of them where it is not named.
    """

    reads: Roles = NOBODY
    adds: Roles = NOBODY
    changes: Roles = NOBODY
    removes: Roles = NOBODY
    columns: Mapping[Role, tuple[str, ...]] = field(default_factory=dict)

    def who(self, verb: Verb) -> Roles:
        """Return who may do this."""
        return {
            Verb.READ: self.reads,
            Verb.ADD: self.adds,
            Verb.CHANGE: self.changes,
            Verb.REMOVE: self.removes,
        }[verb]

    def changeable(self, role: Role, column: str) -> bool:
        """Return whether a role may update a column."""
        return role in self.changes and column in self.columns.get(role, (column,))


_WISHES = (
    "preferred_channel", "preferred_from_minute", "preferred_until_minute", "preferred_weekdays",
    "updated_at",
)  # fmt: skip

#: Who holds whom since when is never changed, only until when and how it ended.
_LEASE = ("state", "lease_until", "finished_at")
#: Whose login somebody is, is decided by inviting alone.
_PERSON = ("name", "role", "team_id", "email", "is_active", "language", "updated_at")

#: Of one's own quote; whose, for whom and how it ended is not said anew.
_QUOTED = ("expires_on", "total_cents", "updated_at")

_WORKED_ON = Grant(EVERYBODY, EVERYBODY, EVERYBODY)
_REMOVABLE = Grant(EVERYBODY, EVERYBODY, EVERYBODY, EVERYBODY)
#: Added, read, and never changed or removed by anybody.
_FACTS = Grant(EVERYBODY, EVERYBODY)
#: What imports and the shared upkeep write.
_KEPT = Grant(EVERYBODY, WIDE, WIDE, WIDE)
#: Policies are published, never edited.
_VERSIONS = Grant(EVERYBODY, STAFF)
_STAFFS = Grant(EVERYBODY, STAFF, STAFF, STAFF)
_ADMINISTRATORS = Grant(EVERYBODY, ADMINISTRATORS, ADMINISTRATORS, ADMINISTRATORS)

_ORGANISATION = {
    **dict.fromkeys(("companies", "teams"), _ADMINISTRATORS),
    "users": Grant(
        EVERYBODY, ADMINISTRATORS, STAFF, ADMINISTRATORS,
        dict.fromkeys(STAFF - ADMINISTRATORS, ("email", "updated_at"))
        | dict.fromkeys(ADMINISTRATORS, _PERSON),
    ),
    "calendar_days": _STAFFS,
    "devices": _WORKED_ON,
    "settings": _REMOVABLE,
}  # fmt: skip

_CUSTOMERS = {
    "customers": Grant(
        EVERYBODY, WIDE, EVERYBODY,
        columns={
            Role.OPERATOR: _WISHES,
            Role.EXTERNAL_SELLER: _WISHES,
            Role.SUPERVISOR: (*_WISHES, "owner_id"),
        },
    ),
    "portfolio_entries": Grant(EVERYBODY, STAFF, STAFF),
    **dict.fromkeys(("corporate_groups", "segments", "regions"), _KEPT),
    **dict.fromkeys(("phones", "contact_persons"), _WORKED_ON),
    **dict.fromkeys(("addresses", "customer_blocks"), _KEPT),
    "contact_permissions": _FACTS,
    **dict.fromkeys(("customer_statistics", "customer_metrics"), _KEPT),
}  # fmt: skip

_OFFER_AND_ORDERS = dict.fromkeys(
    (
        "products", "price_entries", "promotions", "promotion_items", "segment_products",
        "orders", "order_items", "opportunities", "receivables", "service_cases",
    ),
    _KEPT,
) | {
    # Taken at the customer's too: one's own, while they are open.
    "quotes": Grant(
        EVERYBODY, EVERYBODY, EVERYBODY, WIDE, dict.fromkeys(EVERYBODY - WIDE, _QUOTED)
    ),
    "quote_items": Grant(EVERYBODY, EVERYBODY, EVERYBODY, EVERYBODY),
}  # fmt: skip

_RELATIONSHIP = {
    **dict.fromkeys(
        (
            "outcomes", "reasons", "counter_arguments", "message_templates", "campaigns",
            "campaign_members", "campaign_operators",
        ),
        _STAFFS,
    ),
    **dict.fromkeys(
        ("contacts", "sent_messages", "pitch_notes", "argument_uses", "objection_events",
         "contact_review_receipts", "attachments"), _FACTS
    ),
    # Noted by the server as a laptop's contact arrives.
    "contact_collisions": Grant(EVERYBODY),
    # Of one's own attachments; a laptop's come through a function of the server.
    "attachment_contents": _FACTS,
    # Whoever hears a new objection names it; a retired one comes back by its name.
    "objection_kinds": Grant(
        EVERYBODY, EVERYBODY, EVERYBODY, STAFF,
        dict.fromkeys(EVERYBODY - STAFF, ("is_active", "updated_at")),
    ),
    "contact_reviews": Grant(EVERYBODY, STAFF),
    "objections": _WORKED_ON,
}  # fmt: skip

_AGENDA = {
    **dict.fromkeys(("appointments", "reminders"), _WORKED_ON),
    **dict.fromkeys(
        ("appointment_events", "cadence_decisions", "reminder_events", "work_corrections"), _FACTS
    ),
    "order_follow_ups": _KEPT,
    **dict.fromkeys(("reminder_raises", "work_sessions", "breaks"), _REMOVABLE),
}

_QUEUE = {
    "claims": Grant(EVERYBODY, EVERYBODY, EVERYBODY, columns=dict.fromkeys(EVERYBODY, _LEASE)),
    "customer_changes": _WORKED_ON,
    # Noted by triggers of the server alone.
    "customer_departures": Grant(EVERYBODY),
    "queue_holds": _REMOVABLE,
    "queue_events": _FACTS,
    "duties": _KEPT,
}

_RULES = {
    **dict.fromkeys(
        (
            "cycle_policies",
            "cadence_policies",
            "calling_window_policies",
            "offer_policies",
            "catalogue_versions",
        ),
        _VERSIONS,
    ),
    "cycle_fits": Grant(EVERYBODY, WIDE, WIDE),
    "frozen_periods": Grant(STAFF, WIDE),
    "saved_filters": _REMOVABLE,
}

_NOTICES = {
    "post_its": Grant(EVERYBODY, STAFF, STAFF),
    **dict.fromkeys(("post_it_recipients", "post_it_customers"), Grant(EVERYBODY, STAFF)),
    "post_it_receipts": _FACTS,
    "notifications": _WORKED_ON,
    "report_schedules": _REMOVABLE,
}

_IMPORTS = {
    # A customer's story and past days tell what came with which import.
    **dict.fromkeys(("imports", "import_batches", "import_rows"), _KEPT),
    "import_mappings": Grant(WIDE, WIDE, WIDE, WIDE),
}

_AUDIT_AND_SYNC = {
    "audit_events": _FACTS,
    "audit_seals": Grant(STAFF, WIDE),
    "tombstones": _KEPT,
    # A laptop speaks with these through functions of the server alone.
    **dict.fromkeys(("commands", "command_outcomes", "quarantined_facts", "device_keys"), Grant()),
    # Written by triggers and read by one function.
    "feed_marks": Grant(),
    # A laptop's own file has rows in these, and the server none.
    **dict.fromkeys(("outbox", "replicas", "sync_conflicts", "sync_log"), Grant()),
}

GRANTS: Mapping[str, Grant] = {
    **_ORGANISATION,
    **_CUSTOMERS,
    **_OFFER_AND_ORDERS,
    **_RELATIONSHIP,
    **_AGENDA,
    **_QUEUE,
    **_RULES,
    **_NOTICES,
    **_IMPORTS,
    **_AUDIT_AND_SYNC,
}
