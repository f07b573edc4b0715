"""Which rows of which table somebody may touch on a shared server.

Who may do what with a table at all is declared in ``cockpit.domain.access``; both together are what
the database's grants and policies are made from (``policies.py``). A table that is not in both is
nobody's.
"""

from dataclasses import dataclass

from cockpit.data.server.rows import (
    KNOWN,
    OF_ADMINISTRATORS,
    OF_STAFF,
    OF_WIDE,
    Rows,
    mine,
    of_customer,
    of_customer_each,
    of_my_people,
    of_parent,
    where,
)
from cockpit.domain.access import GRANTS, Grant


@dataclass(frozen=True, slots=True)
class Scope:
    """Which rows of one table.

    Attributes:
        rows: Which rows they see and may write; managers and administrators all of them, unless
            ``is_private``.
        is_private: The rows are bound to their owner for everybody.
        signed: What a new row says of its author, whoever adds it.
        changeable: Which of the rows that they see they may update and delete, and what an updated
            row must be still.
    """

    rows: Rows = KNOWN
    is_private: bool = False
    signed: Rows = KNOWN
    changeable: Rows = KNOWN


@dataclass(frozen=True, slots=True)
class Access:
    """What may be done with one table.

    Attributes:
        grant: Who may do what.
        scope: With which rows.
    """

    grant: Grant
    scope: Scope


#: What programs believe of the server (where a copy of it is, say) is the administrators' alone:
#: every program goes where it says.
_SETTABLE = where(
    "({table}.scope <> 'company' OR (SELECT giro_is_administrator())"
    " OR ({table}.key NOT LIKE 'server.%' AND (SELECT giro_answers_for_others())))"
)
#: From a computer of their own.
_OWN_DEVICE = where(
    "EXISTS (SELECT 1 FROM devices AS used"
    " WHERE used.id = {table}.device_id AND used.user_id = {me})"
)
_OF_MY_CONTACT = where(
    "EXISTS (SELECT 1 FROM contacts AS made"
    " WHERE made.id = {table}.contact_id AND made.user_id = {me})"
)
_OF_MY_ATTACHMENT = where(
    "EXISTS (SELECT 1 FROM attachments AS made"
    " WHERE made.id = {table}.attachment_id AND made.user_id = {me})"
)
#: As text: the server would spell the cast anew when it restores a backup.
_MY_QUOTE = mine("seller_id") & where("{table}.state::text = 'open'")
_OF_MY_QUOTE = where(
    "EXISTS (SELECT 1 FROM quotes AS made WHERE made.id = {table}.quote_id"
    " AND made.seller_id = {me} AND made.state::text = 'open')"
)
#: What held before anybody published a rule is its first version, and nobody's.
_FORMER = where("({table}.author_id IS NULL AND {table}.version = 1)")
_TOLD = where("{table}.contact_id = ANY((SELECT giro_told_keys())::uuid[])")
_OF_CUSTOMER = of_customer()
#: The shared list's, one's own, those of whom one supervises, and those lent for a time. The order
#: is that of asking: whose customer is nobody's costs one question, and most are, or one's own.
_PORTFOLIO = (
    where("({table}.owner_id IS NULL AND (SELECT giro_shares()))")
    | of_my_people("owner_id")
    | where("{table}.id = ANY((SELECT giro_lent())::uuid[])")
)
_ALL = Scope()
_CUSTOMERS_ROWS = Scope(_OF_CUSTOMER)
_OWN = Scope(mine(), is_private=True)


def _signed(rows: Rows = _OF_CUSTOMER, author: str = "user_id") -> Scope:
    """Return the rows that are added in one's own name, from one's own device."""
    return Scope(rows, signed=mine(author) & _OWN_DEVICE)


def _imported(table: str) -> Rows:
    """Return the lines of imports that became rows of a table which the login sees."""
    return where(f"{{table}}.entity = '{table}'") & of_parent(table, "entity_id")


_ORGANISATION = {
    **dict.fromkeys(("companies", "teams", "calendar_days"), _ALL),
    "users": Scope(changeable=of_my_people("id") | OF_WIDE),
    "devices": Scope(
        mine() | OF_ADMINISTRATORS, is_private=True, changeable=mine() | OF_ADMINISTRATORS
    ),
    "settings": Scope(
        where(
            "({table}.scope = 'company' OR {table}.owner_id = {me}"
            " OR ({table}.scope = 'device' AND {table}.owner_id IN (SELECT id FROM devices)))"
        )
        & KNOWN,
        is_private=True,
        signed=_SETTABLE,
        changeable=_SETTABLE,
    ),
}

_CUSTOMERS = {
    "customers": Scope(_PORTFOLIO),
    # Whoever lends has to see the customer; who is out in a pack, everybody who does has to know.
    "portfolio_entries": Scope(
        of_my_people() | (where("{table}.is_pack") & _OF_CUSTOMER),
        signed=_OF_CUSTOMER,
        changeable=_OF_CUSTOMER,
    ),
    **dict.fromkeys(("corporate_groups", "segments", "regions"), _ALL),
    **dict.fromkeys(
        (
            "phones", "contact_persons", "addresses", "customer_blocks", "customer_statistics",
            "customer_metrics",
        ),
        _CUSTOMERS_ROWS,
    ),
    "contact_permissions": _signed(author="author_id"),
}  # fmt: skip

_OFFER_AND_ORDERS = {
    **dict.fromkeys(
        ("products", "price_entries", "promotions", "promotion_items", "segment_products"), _ALL
    ),
    **dict.fromkeys(("orders", "opportunities", "receivables", "service_cases"), _CUSTOMERS_ROWS),
    "quotes": Scope(_OF_CUSTOMER, signed=_MY_QUOTE | OF_WIDE, changeable=_MY_QUOTE | OF_WIDE),
    "order_items": Scope(of_parent("orders", "order_id")),
    "quote_items": Scope(
        of_parent("quotes", "quote_id"),
        signed=_OF_MY_QUOTE | OF_WIDE,
        changeable=_OF_MY_QUOTE | OF_WIDE,
    ),
}

_RELATIONSHIP = {
    **dict.fromkeys(
        (
            "outcomes", "reasons", "objection_kinds", "counter_arguments", "message_templates",
            "campaigns", "campaign_operators",
        ),
        _ALL,
    ),
    **dict.fromkeys(("campaign_members", "objections"), _CUSTOMERS_ROWS),
    **dict.fromkeys(("contacts", "sent_messages", "attachments"), _signed()),
    "contact_collisions": _CUSTOMERS_ROWS,
    "attachment_contents": Scope(
        of_parent("attachments", "attachment_id"), signed=_OF_MY_ATTACHMENT
    ),
    "pitch_notes": _signed(author="author_id"),
    # What was thought of a contact is between who reviews and who made it, whosever the customer is
    # by now.
    "contact_reviews": _signed(
        (of_parent("contacts", "contact_id") & (_OF_MY_CONTACT | OF_STAFF)) | _TOLD, "reviewer_id"
    ),
    "contact_review_receipts": _signed(of_parent("contact_reviews", "review_id")),
    "argument_uses": Scope(of_parent("contacts", "contact_id"), signed=_OWN_DEVICE),
    "objection_events": _signed(of_parent("objections", "objection_id")),
}  # fmt: skip

_AGENDA = {
    **dict.fromkeys(("appointments", "reminders"), _CUSTOMERS_ROWS),
    **dict.fromkeys(("appointment_events", "cadence_decisions"), _signed()),
    "reminder_events": _signed(of_parent("reminders", "reminder_id")),
    "order_follow_ups": Scope(of_parent("orders", "order_id")),
    **dict.fromkeys(("reminder_raises", "work_sessions"), _OWN),
    "breaks": Scope(of_parent("work_sessions", "work_session_id"), is_private=True),
    "work_corrections": Scope(mine(), is_private=True, signed=_OWN_DEVICE),
}

_QUEUE = {
    "claims": Scope(
        of_customer_each(),
        signed=mine() & _OWN_DEVICE,
        # A colleague's lapsed one can be said to have lapsed, and nothing else.
        changeable=of_my_people()
        | OF_WIDE
        | where(
            # As text: the server would spell the cast of a list anew when it restores a backup.
            "({table}.lease_until <= clock_timestamp()"
            " AND {table}.state::text IN ('active', 'expired'))"
        ),
    ),
    "queue_holds": _CUSTOMERS_ROWS,
    "queue_events": _signed(),
    "customer_changes": Scope(
        (where("{table}.customer_id = ANY(giro_nobodys_keys())") & KNOWN) | of_customer_each()
    ),
    "customer_departures": Scope(
        of_my_people()
        | where(
            "({table}.user_id = '00000000-0000-0000-0000-000000000000' AND (SELECT giro_shares()))"
        ),
    ),
    "duties": _ALL,
}

_RULES = {
    **dict.fromkeys(
        (
            "cycle_policies", "cadence_policies", "calling_window_policies", "offer_policies",
            "catalogue_versions",
        ),
        Scope(signed=mine("author_id") | _FORMER),
    ),
    "cycle_fits": _ALL,
    "frozen_periods": Scope(signed=mine()),
    "saved_filters": Scope(
        mine("owner_id") | (where("{table}.is_shared") & KNOWN),
        is_private=True,
        signed=mine("owner_id") & (where("NOT {table}.is_shared") | OF_STAFF),
        changeable=(mine("owner_id") & where("NOT {table}.is_shared")) | OF_STAFF,
    ),
}  # fmt: skip

_NOTICES = {
    "post_its": Scope(
        mine("author_id") | where("giro_is_meant_by({table}.id)"),
        is_private=True,
        signed=mine("author_id"),
        changeable=mine("author_id"),
    ),
    # Whoever pins a note says for whom, and nobody else.
    **dict.fromkeys(
        ("post_it_recipients", "post_it_customers"),
        Scope(
            of_parent("post_its", "post_it_id"),
            is_private=True,
            signed=where(
                "EXISTS (SELECT 1 FROM post_its AS pinned"
                " WHERE pinned.id = {table}.post_it_id AND pinned.author_id = {me})"
            ),
        ),
    ),
    "post_it_receipts": Scope(
        of_parent("post_its", "post_it_id"), is_private=True, signed=mine() & _OWN_DEVICE
    ),
    **dict.fromkeys(("notifications", "report_schedules"), Scope(mine())),
}

_IMPORTS = {
    **dict.fromkeys(("imports", "import_batches", "import_mappings"), _ALL),
    # What was rejected is about nobody yet, and the importers' alone.
    "import_rows": Scope(_imported("customers") | _imported("orders")),
}

_AUDIT_AND_SYNC = {
    "audit_events": _signed(mine()),
    **dict.fromkeys(
        (
            "audit_seals", "tombstones", "commands", "command_outcomes", "quarantined_facts",
            "device_keys", "feed_marks", "replicas", "sync_conflicts", "sync_log", "outbox",
        ),
        _ALL,
    ),
}  # fmt: skip

SCOPES: dict[str, Scope] = {
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

ACCESS: dict[str, Access] = {
    table: Access(grant, SCOPES[table]) for table, grant in GRANTS.items() if table in SCOPES
}
