"""What the stored tables say of people, and what goes where one is erased: the one declaration.

A person is erased by taking the words: the rows stay, with whom they belong to, when they were and
what they sum up to. The server's functions are made from this; a test wants every column of text
in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

#: Stands where words were that may not be missing, and for a name within a sentence.
ERASED_MARK = "[apagado]"


@dataclass(frozen=True, slots=True)
class Wording:
    """What of a table people wrote, or names somebody.

    Attributes:
        words: Columns of text.
        documents: Columns of JSON that repeat what people wrote.
        person: SQL that leads from a row to the one person whom it is about; empty where no row is
            about one person of a customer's.
        own: Columns that are emptied or set to a plain value beside, where the row is about the
            erased one.
        has_mentions: Whether others' rows, of the same customer, name the person in their words.
    """

    words: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    person: str = ""
    own: tuple[tuple[str, str | bool | None], ...] = ()
    has_mentions: bool = True


def _said(*words: str, person: str = "") -> Wording:
    return Wording(words, person=person)


_PERSON = "person_id"
_OF_CONTACT = "(SELECT made.person_id FROM public.contacts AS made WHERE made.id = contact_id)"
_OF_REVIEW = (
    "(SELECT made.person_id FROM public.contact_reviews AS one JOIN public.contacts AS made"
    " ON made.id = one.contact_id WHERE one.id = review_id)"
)

#: Of what belongs to a customer; whose a row is, ``replication.py`` tells.
WORDINGS: Mapping[str, Wording] = {
    "customers": Wording(
        ("legal_name", "trade_name", "tax_id", "tax_root", "block_reason"),
        own=(("is_tax_id_valid", False), ("search_text", "")),
        has_mentions=False,
    ),
    "contact_persons": Wording(
        ("name", "job_title", "email", "note", "data_origin"), person="id", has_mentions=False
    ),
    "addresses": Wording(
        ("street", "number", "complement", "district", "postal_code"),
        own=(("latitude_e6", None), ("longitude_e6", None)),
        has_mentions=False,
    ),
    "customer_blocks": _said("reason"),
    "orders": _said("state_text"),
    "quotes": _said("stopped_reason"),
    "opportunities": _said("title"),
    "service_cases": _said("title", "description", "resolution"),
    "queue_holds": _said("reason"),
    "appointments": _said("note"),
    "objections": _said("note"),
    # --- facts
    "contacts": _said("person_name", "note", person=_PERSON),
    "contact_permissions": _said("reason", person=_PERSON),
    "sent_messages": _said("address", "subject", "body", "detail", person=_PERSON),
    "attachments": _said("name", person=_OF_CONTACT),
    "contact_reviews": _said("comment", person=_OF_CONTACT),
    "contact_review_receipts": _said("reply", person=_OF_REVIEW),
    "pitch_notes": _said("why_stopped", "arguments", "offer", "goal"),
    "queue_events": _said("reason"),
    "cadence_decisions": _said("reason"),
    "appointment_events": _said("note"),
    "objection_events": _said("note"),
}

#: Whoever wrote them: looked through for what names the erased one beyond doubt (the whole name, a
#: number, an address, a document), for no row of them says whom it is about.
LOOKED_THROUGH: Mapping[str, Wording] = {
    "notifications": Wording(("detail",), ("payload",)),
    "post_its": _said("body"),
    "saved_filters": Wording(("name",), ("definition",)),
    "import_rows": Wording((), ("raw", "before", "reason_values")),
    "command_outcomes": Wording((), ("server_value",)),
    "commands": Wording((), ("base", "value")),
    "quarantined_facts": Wording(("remark",), ("payload",)),
    "audit_events": Wording((), ("detail",)),
}

#: Rows that are numbers or files of one person's and nothing else: they go.
REMOVED = ("phones",)

#: Text that is no customer's: codes, catalogues, rules, colleagues, computers, goods and keys.
NOBODYS: Mapping[str, tuple[str, ...] | None] = {
    **dict.fromkeys(
        (
            "audit_seals", "calendar_days", "companies", "corporate_groups", "cycle_fits", "duties",
            "import_mappings", "message_templates", "objection_kinds", "outbox", "outcomes",
            "promotions", "reasons", "regions", "replicas", "segments", "settings",
            "sync_conflicts", "sync_log", "teams", "tombstones", "counter_arguments", "products",
            "users", "cadence_policies", "calling_window_policies", "campaigns",
            "catalogue_versions", "cycle_policies", "devices", "frozen_periods", "imports",
            "offer_policies", "price_entries", "report_schedules", "work_corrections",
            "campaign_members", "customer_metrics", "customer_statistics", "device_keys",
            "import_batches", "order_items", "quote_items", "receivables", "attachment_contents",
            "reminder_events", "phones", "feed_marks",
        ),
        None,
    ),
    "audit_events": ("action", "entity", "previous_sha256"),
    "commands": ("entity",),
    "customers": ("code", "city", "state", "time_zone"),
    "notifications": ("kind", "dedup_key"),
    "quarantined_facts": ("entity", "expected_sha256", "received_sha256", "reason", "resolution"),
    "saved_filters": ("screen",),
    "addresses": ("kind", "city", "state"),
    "command_outcomes": ("reason",),
    "import_rows": ("reason_code", "entity"),
    "orders": ("number", "access_key", "seller_name"),
    "quotes": ("number",),
    "service_cases": ("number",),
    "appointments": ("calendar_uid",),
    "attachments": ("media_type", "sha256"),
    "cadence_decisions": ("step", "breaches"),
    "contact_reviews": ("mark",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Erasure:
    """Whose words went, and out of what.

    Attributes:
        entity: ``contact_persons``, or ``customers`` for one who is a person.
        key: Of the row.
        at: When it was done.
        rows: By table, how many rows say less now or are gone.
        facts: How many of them were sealed facts, which the trail explains.
    """

    entity: str
    key: UUID
    at: datetime
    rows: Mapping[str, int]
    facts: int
