"""What a thing is called that waits, or about which two people disagree."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def entity_word(entity: str) -> str:
    """Return what a row of a table is to people; a general word for what nobody knows."""
    words = {
        "appointments": translate("Sync", "Next contact"),
        "customers": translate("Sync", "Customer's wishes"),
        "phones": translate("Sync", "Phone"),
        "contact_persons": translate("Sync", "Contact person"),
        "objections": translate("Sync", "Objection"),
        "quotes": translate("Sync", "Quote"),
        "quote_items": translate("Sync", "Line of a quote"),
        "contacts": translate("Sync", "Contact"),
        "sent_messages": translate("Sync", "Message"),
        "pitch_notes": translate("Sync", "Pitch notes"),
        "contact_permissions": translate("Sync", "Permission to contact"),
        "appointment_events": translate("Sync", "Next contact, its history"),
        "cadence_decisions": translate("Sync", "Choice of the next contact"),
        "queue_events": translate("Sync", "Step of the queue"),
        "attachments": translate("Sync", "Attachment"),
        "argument_uses": translate("Sync", "Answer to an objection"),
        "objection_events": translate("Sync", "Objection, its history"),
        "reminder_events": translate("Sync", "Reminder, its history"),
        "contact_review_receipts": translate("Sync", "Comment that you read"),
        "post_it_receipts": translate("Sync", "Post-it that you read"),
        "work_corrections": translate("Sync", "Correction of working time"),
        "audit_events": translate("Sync", "Audit trail"),
        "objection_kinds": translate("Sync", "Kind of objection"),
        "saved_filters": translate("Sync", "Saved view"),
        "notifications": translate("Sync", "Notice"),
        "reminders": translate("Sync", "Reminder"),
        "queue_holds": translate("Sync", "Rest of a customer"),
        "work_sessions": translate("Sync", "Working day"),
        "breaks": translate("Sync", "Break"),
        "commands": translate("Sync", "Change"),
    }
    return words.get(entity) or translate("Sync", "Other record")


def waiting_word(entity: str, verb: str) -> str:
    """Return what waits: a thing, and what was done to it where it was not made."""
    done = {
        "change": translate("Sync", "{thing}: changed"),
        "remove": translate("Sync", "{thing}: removed"),
    }
    return done.get(verb.casefold(), "{thing}").format(thing=entity_word(entity))


def column_word(entity: str, column: str) -> str:
    """Return what a column is called; by its own name where tables call it differently."""
    own = {
        ("appointments", "kind"): translate("Sync", "Kind"),
        ("appointments", "user_id"): translate("Sync", "Who contacts"),
        ("customers", "owner_id"): translate("Sync", "Portfolio of"),
        ("phones", "kind"): translate("Sync", "Kind"),
        ("phones", "is_primary"): translate("Sync", "Main number"),
        ("contact_persons", "is_primary"): translate("Sync", "Main person"),
        ("objections", "kind_id"): translate("Sync", "Objection"),
        ("quotes", "seller_id"): translate("Sync", "Seller"),
        ("quote_items", "product_id"): translate("Sync", "Product"),
    }
    return own.get((entity, column)) or _shared_words().get(column, "")


def _shared_words() -> dict[str, str]:
    return {
        "due_at": translate("Sync", "When"),
        "state": translate("Sync", "State"),
        "channel": translate("Sync", "Channel"),
        "goal": translate("Sync", "What for"),
        "note": translate("Sync", "Note"),
        "lead_minutes": translate("Sync", "Reminder before"),
        "deadline_at": translate("Sync", "Waits for an answer until"),
        "preferred_channel": translate("Sync", "Preferred channel"),
        "preferred_from_minute": translate("Sync", "Prefers from"),
        "preferred_until_minute": translate("Sync", "Prefers until"),
        "preferred_weekdays": translate("Sync", "Preferred days"),
        "raw": translate("Sync", "As it was typed"),
        "e164": translate("Sync", "Number"),
        "extension": translate("Sync", "Extension"),
        "person_id": translate("Sync", "Whose"),
        "is_valid": translate("Sync", "Number works"),
        "whatsapp_e164": translate("Sync", "WhatsApp"),
        "whatsapp_confirmed_at": translate("Sync", "WhatsApp confirmed"),
        "name": translate("Sync", "Name"),
        "job_title": translate("Sync", "Job"),
        "email": translate("Sync", "E-mail"),
        "is_decision_maker": translate("Sync", "Decides"),
        "data_origin": translate("Sync", "Where the data came from"),
        "wait_condition": translate("Sync", "Waits for"),
        "wait_until_on": translate("Sync", "Waits until"),
        "wait_reference_id": translate("Sync", "Waits for which"),
        "number": translate("Sync", "Quote number"),
        "opened_on": translate("Sync", "Opened on"),
        "expires_on": translate("Sync", "Holds until"),
        "total_cents": translate("Sync", "Total"),
        "stopped_reason": translate("Sync", "Why it stopped"),
        "description": translate("Sync", "Description"),
        "quantity_milli": translate("Sync", "Quantity"),
        "unit_cents": translate("Sync", "Unit price"),
    }


def reason_text(reason: str, *, is_gone: bool) -> str:
    """Return why the server did not take a change."""
    if is_gone:
        return translate("Sync", "It is no longer on the server.")
    words = {
        "changed": translate("Sync", "Somebody else changed the same thing meanwhile."),
        "not_yours": translate("Sync", "The customer is not in your portfolio any more."),
        "parent_missing": translate("Sync", "What it belongs to is no longer on the server."),
        "not_allowed": translate("Sync", "Your role may not change this."),
        "not_granted": translate("Sync", "Your role may not change this."),
        "taken": translate("Sync", "Somebody else has what may be there once alone."),
        "told_already": translate("Sync", "It is there already, with other words."),
        "too_large": translate("Sync", "It is larger than the company or the server takes."),
        "does_not_fit": translate("Sync", "Its content is not what was said of it."),
        "place_taken": translate("Sync", "A colleague set another one in the same place."),
    }
    return words.get(reason) or translate("Sync", "The server has another version.")
