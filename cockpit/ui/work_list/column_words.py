"""Headers of the work list's columns, and what they mean."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
Word = Callable[[], str]
#: Per column by its key: the header and its tooltip.
_WORDS: Mapping[str, tuple[Word, Word]] = {
    "trend": (
        lambda: translate("WorkListColumns", "Trend"),
        lambda: translate("WorkListColumns", "Recent purchases against the customer's own past"),
    ),
    "client": (
        lambda: translate("WorkListColumns", "Customer"),
        lambda: translate("WorkListColumns", "Code, name and city"),
    ),
    "phone": (
        lambda: translate("WorkListColumns", "Phone"),
        lambda: translate("WorkListColumns", "The number to dial first"),
    ),
    "company": (
        lambda: translate("WorkListColumns", "Company"),
        lambda: translate("WorkListColumns", "The company of yours that sells to them"),
    ),
    "city": (
        lambda: translate("WorkListColumns", "City"),
        lambda: translate("WorkListColumns", "Where the customer is"),
    ),
    "state": (
        lambda: translate("WorkListColumns", "State"),
        lambda: translate("WorkListColumns", "Their state"),
    ),
    "owner": (
        lambda: translate("WorkListColumns", "Seller"),
        lambda: translate("WorkListColumns", "Whose portfolio they are in"),
    ),
    "segment": (
        lambda: translate("WorkListColumns", "Segment"),
        lambda: translate("WorkListColumns", "Line of business"),
    ),
    "region": (
        lambda: translate("WorkListColumns", "Region"),
        lambda: translate("WorkListColumns", "Sales region"),
    ),
    "tax_id": (
        lambda: translate("WorkListColumns", "CNPJ or CPF"),
        lambda: translate("WorkListColumns", "Their tax number"),
    ),
    "last_order": (
        lambda: translate("WorkListColumns", "Last order"),
        lambda: translate("WorkListColumns", "Day of the last purchase; returns do not count"),
    ),
    "last_contact": (
        lambda: translate("WorkListColumns", "Last contact"),
        lambda: translate("WorkListColumns", "When somebody last spoke to them, and who"),
    ),
    "frequency": (
        lambda: translate("WorkListColumns", "Freq."),
        lambda: translate("WorkListColumns", "Frequency: usual days between purchases"),
    ),
    "recency": (
        lambda: translate("WorkListColumns", "Recency"),
        lambda: translate("WorkListColumns", "Recency: days since the last purchase"),
    ),
    "cycles": (
        lambda: translate("WorkListColumns", "Cycles"),
        lambda: translate(
            "WorkListColumns", "Recency divided by frequency: how late the customer is"
        ),
    ),
    "value": (
        lambda: translate("WorkListColumns", "Value"),
        lambda: translate("WorkListColumns", "Usual value of a purchase, in R$"),
    ),
    "value_12m": (
        lambda: translate("WorkListColumns", "12 months"),
        lambda: translate("WorkListColumns", "Bought in the last 12 months, in R$"),
    ),
    "at_risk": (
        lambda: translate("WorkListColumns", "At risk"),
        lambda: translate(
            "WorkListColumns", "What can still be saved in 90 days, estimated, in R$"
        ),
    ),
    "lost_so_far": (
        lambda: translate("WorkListColumns", "Lost so far"),
        lambda: translate("WorkListColumns", "What the silence has cost so far, estimated, in R$"),
    ),
    "overdue": (
        lambda: translate("WorkListColumns", "Overdue"),
        lambda: translate("WorkListColumns", "Unpaid titles past their due day, in R$"),
    ),
    "lights": (
        lambda: translate("WorkListColumns", "Lights"),
        lambda: translate(
            "WorkListColumns",
            "Credit, orders, titles, quotes, service, non-conformity, agenda, blocked",
        ),
    ),
    "credit": (
        lambda: translate("WorkListColumns", "Credit"),
        lambda: translate("WorkListColumns", "The credit department's verdict"),
    ),
    "orders": (
        lambda: translate("WorkListColumns", "Orders"),
        lambda: translate("WorkListColumns", "Open orders"),
    ),
    "titles": (
        lambda: translate("WorkListColumns", "Titles"),
        lambda: translate("WorkListColumns", "Unpaid titles"),
    ),
    "quotes": (
        lambda: translate("WorkListColumns", "Quotes"),
        lambda: translate("WorkListColumns", "Open quotes"),
    ),
    "service": (
        lambda: translate("WorkListColumns", "Service"),
        lambda: translate("WorkListColumns", "Open service cases"),
    ),
    "nonconformity": (
        lambda: translate("WorkListColumns", "N.C."),
        lambda: translate("WorkListColumns", "Open non-conformities"),
    ),
    "agenda": (
        lambda: translate("WorkListColumns", "Agenda"),
        lambda: translate("WorkListColumns", "Whether a contact is agreed"),
    ),
    "blocked": (
        lambda: translate("WorkListColumns", "Blocked"),
        lambda: translate("WorkListColumns", "Whether sales are blocked"),
    ),
    "objection": (
        lambda: translate("WorkListColumns", "Objection"),
        lambda: translate("WorkListColumns", "The newest objection that still stands"),
    ),
    "campaign": (
        lambda: translate("WorkListColumns", "Campaign"),
        lambda: translate("WorkListColumns", "The running campaign that they are in"),
    ),
    "next_contact": (
        lambda: translate("WorkListColumns", "Next contact"),
        lambda: translate("WorkListColumns", "The one agreed next contact"),
    ),
    "status": (
        lambda: translate("WorkListColumns", "Status"),
        lambda: translate("WorkListColumns", "Where the customer stands in their own cycle"),
    ),
    "reason": (
        lambda: translate("WorkListColumns", "Why"),
        lambda: translate(
            "WorkListColumns", "Why this customer stands here, or is not in the queue"
        ),
    ),
}


def header(key: str) -> str:
    """Return a column's header in the present language."""
    return _WORDS[key][0]()


def hint(key: str) -> str:
    """Return what a column means, in the present language."""
    return _WORDS[key][1]()
