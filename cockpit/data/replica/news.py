"""Which parts of the data open windows have to read again after the server's rows came."""

from collections.abc import Collection
from uuid import UUID

from cockpit.domain.changes import ChangeNotice, Topic

_TOPICS: dict[str, Topic] = {
    **dict.fromkeys(
        (
            "customers", "phones", "contact_persons", "addresses", "customer_blocks",
            "contact_permissions", "opportunities", "service_cases", "objections",
            "objection_events", "pitch_notes",
        ),
        Topic.CUSTOMERS,
    ),
    **dict.fromkeys(
        ("orders", "order_items", "quotes", "quote_items", "receivables", "order_follow_ups"),
        Topic.ORDERS,
    ),
    **dict.fromkeys(
        ("contacts", "argument_uses", "sent_messages", "attachments", "contact_collisions"),
        Topic.CONTACTS,
    ),
    **dict.fromkeys(("appointments", "appointment_events", "cadence_decisions"), Topic.AGENDA),
    **dict.fromkeys(("reminders", "reminder_events"), Topic.REMINDERS),
    **dict.fromkeys(("cycle_policies", "cycle_fits"), Topic.METRICS),
    **dict.fromkeys(("queue_holds", "queue_events", "campaign_members"), Topic.QUEUE),
    **dict.fromkeys(
        ("post_its", "post_it_recipients", "post_it_customers", "post_it_receipts"),
        Topic.POST_ITS,
    ),
    **dict.fromkeys(("contact_reviews", "contact_review_receipts"), Topic.REVIEWS),
    "notifications": Topic.NOTICES,
    "settings": Topic.SETTINGS,
    "work_corrections": Topic.WORKING_DAY,
}  # fmt: skip


def notice_of(
    tables: Collection[str], customers: Collection[UUID], *, is_everybody: bool
) -> ChangeNotice:
    """Return the notice of a pull.

    Args:
        tables: In which rows came or went; what is no topic's own is a catalogue.
        customers: Whose rows.
        is_everybody: Whether all of them may be others now.
    """
    if is_everybody:
        return ChangeNotice.everything()
    topics = {_TOPICS.get(table, Topic.REFERENCE) for table in tables}
    if topics & {Topic.METRICS, Topic.REFERENCE}:
        return ChangeNotice(frozenset(topics))
    return ChangeNotice(frozenset(topics), frozenset(customers))
