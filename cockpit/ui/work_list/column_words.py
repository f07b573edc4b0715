"""Headers of the work list's columns, and what they mean."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "WorkListColumns"
#: Per column by its key: the header and its tooltip, in English.
_WORDS = {
    "trend": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Trend"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Recent purchases against the customer's own past"),
    ),
    "client": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Customer"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Code, name and city"),
    ),
    "phone": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Phone"),
        QT_TRANSLATE_NOOP("WorkListColumns", "The number to dial first"),
    ),
    "company": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Company"),
        QT_TRANSLATE_NOOP("WorkListColumns", "The company of yours that sells to them"),
    ),
    "city": (
        QT_TRANSLATE_NOOP("WorkListColumns", "City"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Where the customer is"),
    ),
    "state": (
        QT_TRANSLATE_NOOP("WorkListColumns", "State"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Their state"),
    ),
    "owner": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Seller"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Whose portfolio they are in"),
    ),
    "segment": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Segment"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Line of business"),
    ),
    "region": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Region"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Sales region"),
    ),
    "tax_id": (
        QT_TRANSLATE_NOOP("WorkListColumns", "CNPJ or CPF"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Their tax number"),
    ),
    "last_order": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Last order"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Day of the last purchase; returns do not count"),
    ),
    "last_contact": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Last contact"),
        QT_TRANSLATE_NOOP("WorkListColumns", "When somebody last spoke to them, and who"),
    ),
    "frequency": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Freq."),
        QT_TRANSLATE_NOOP("WorkListColumns", "Frequency: usual days between purchases"),
    ),
    "recency": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Recency"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Recency: days since the last purchase"),
    ),
    "cycles": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Cycles"),
        QT_TRANSLATE_NOOP(
            "WorkListColumns", "Recency divided by frequency: how late the customer is"
        ),
    ),
    "value": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Value"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Usual value of a purchase, in R$"),
    ),
    "value_12m": (
        QT_TRANSLATE_NOOP("WorkListColumns", "12 months"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Bought in the last 12 months, in R$"),
    ),
    "at_risk": (
        QT_TRANSLATE_NOOP("WorkListColumns", "At risk (R$)"),
        QT_TRANSLATE_NOOP("WorkListColumns", "What can still be saved in 90 days, estimated"),
    ),
    "lost_so_far": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Lost (R$)"),
        QT_TRANSLATE_NOOP("WorkListColumns", "What the silence has cost so far, estimated"),
    ),
    "overdue": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Overdue (R$)"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Unpaid titles past their due day"),
    ),
    "lights": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Lights"),
        QT_TRANSLATE_NOOP(
            "WorkListColumns",
            "Credit, orders, titles, quotes, service, non-conformity, agenda, blocked",
        ),
    ),
    "credit": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Credit"),
        QT_TRANSLATE_NOOP("WorkListColumns", "The credit department's verdict"),
    ),
    "orders": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Orders"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Open orders"),
    ),
    "titles": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Titles"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Unpaid titles"),
    ),
    "quotes": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Quotes"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Open quotes"),
    ),
    "service": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Service"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Open service cases"),
    ),
    "nonconformity": (
        QT_TRANSLATE_NOOP("WorkListColumns", "N.C."),
        QT_TRANSLATE_NOOP("WorkListColumns", "Open non-conformities"),
    ),
    "agenda": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Agenda"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Whether a contact is agreed"),
    ),
    "blocked": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Blocked"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Whether sales are blocked"),
    ),
    "objection": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Objection"),
        QT_TRANSLATE_NOOP("WorkListColumns", "The newest objection that still stands"),
    ),
    "campaign": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Campaign"),
        QT_TRANSLATE_NOOP("WorkListColumns", "The running campaign that they are in"),
    ),
    "next_contact": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Next contact"),
        QT_TRANSLATE_NOOP("WorkListColumns", "The one agreed next contact"),
    ),
    "status": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Status"),
        QT_TRANSLATE_NOOP("WorkListColumns", "Where the customer stands in their own cycle"),
    ),
    "reason": (
        QT_TRANSLATE_NOOP("WorkListColumns", "Why"),
        QT_TRANSLATE_NOOP(
            "WorkListColumns", "Why this customer stands here, or is not in the queue"
        ),
    ),
}


def header(key: str) -> str:
    """Return a column's header in the present language."""
    return QCoreApplication.translate(_CONTEXT, str(_WORDS[key][0]))


def hint(key: str) -> str:
    """Return what a column means, in the present language."""
    return QCoreApplication.translate(_CONTEXT, str(_WORDS[key][1]))
