"""The audit trail's codes and columns in words."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from cockpit.domain.audit import AuditAction, FindingKind, TrailEntry, Verification
from cockpit.ui.widgets.record_table import Column

translate = QCoreApplication.translate

_ACTIONS: dict[str, Callable[[], str]] = {
    AuditAction.LOGGED_IN: lambda: translate("AuditTrail", "came in"),
    AuditAction.LOGGED_OUT: lambda: translate("AuditTrail", "left"),
    AuditAction.CUSTOMER_OPENED: lambda: translate("AuditTrail", "opened the client"),
    AuditAction.EXPORTED: lambda: translate("AuditTrail", "exported"),
    AuditAction.AUDIT_READ: lambda: translate("AuditTrail", "read the audit trail"),
    AuditAction.POLICY_PUBLISHED: lambda: translate("AuditTrail", "published a policy"),
    AuditAction.IMPORTED: lambda: translate("AuditTrail", "imported a file"),
    AuditAction.IMPORT_UNDONE: lambda: translate("AuditTrail", "undid an import"),
    AuditAction.SETTING_CHANGED: lambda: translate("AuditTrail", "changed a setting"),
    AuditAction.TEMPLATE_CHANGED: lambda: translate("AuditTrail", "changed a template"),
    AuditAction.WISHES_CHANGED: lambda: translate("AuditTrail", "changed contact wishes"),
    AuditAction.DAY_OFF_ADDED: lambda: translate("AuditTrail", "added a day without calls"),
    AuditAction.DAY_OFF_REMOVED: lambda: translate("AuditTrail", "removed a day without calls"),
    AuditAction.PERSON_INVITED: lambda: translate("AuditTrail", "invited a person"),
    AuditAction.PERSON_CHANGED: lambda: translate("AuditTrail", "changed a person"),
    AuditAction.PERSON_REVOKED: lambda: translate("AuditTrail", "closed an access"),
    AuditAction.PORTFOLIO_MOVED: lambda: translate("AuditTrail", "moved a portfolio"),
    AuditAction.CAMPAIGN_PUBLISHED: lambda: translate("AuditTrail", "published a campaign"),
    AuditAction.CAMPAIGN_ENDED: lambda: translate("AuditTrail", "ended a campaign early"),
    AuditAction.CLAIM_TAKEN_OVER: lambda: translate("AuditTrail", "took a client over"),
    AuditAction.PERIOD_CLOSED: lambda: translate("AuditTrail", "closed a period"),
    AuditAction.DEVICE_REVOKED: lambda: translate("AuditTrail", "locked a laptop"),
    AuditAction.DEVICE_ALLOWED: lambda: translate("AuditTrail", "let a laptop in again"),
    AuditAction.DEVICE_REPULLED: lambda: translate("AuditTrail", "had a laptop read all anew"),
    AuditAction.DEVICE_KEY_TAKEN: lambda: translate("AuditTrail", "took the key of a laptop"),
    AuditAction.PACK_TAKEN: lambda: translate("AuditTrail", "took clients along to the field"),
    AuditAction.PACK_EXTENDED: lambda: translate("AuditTrail", "kept clients in the field longer"),
    AuditAction.PACK_RETURNED: lambda: translate("AuditTrail", "gave clients back from the field"),
    AuditAction.PACK_BROUGHT_BACK: lambda: translate(
        "AuditTrail", "brought a seller's clients back from the field"
    ),
    AuditAction.FACT_RESCUED: lambda: translate("AuditTrail", "stored what was set aside"),
    AuditAction.FACT_DISCARDED: lambda: translate("AuditTrail", "discarded what was set aside"),
    AuditAction.PERSON_ERASED: lambda: translate("AuditTrail", "erased a person's data"),
    AuditAction.FACTS_REDACTED: lambda: translate("AuditTrail", "took an erased person's words"),
}
_FINDINGS: dict[FindingKind, Callable[[], str]] = {
    FindingKind.CHANGED: lambda: translate("AuditTrail", "was changed"),
    FindingKind.REWRITTEN: lambda: translate("AuditTrail", "was written again"),
    FindingKind.MISSING: lambda: translate("AuditTrail", "was removed"),
    FindingKind.DOUBLED: lambda: translate("AuditTrail", "has another's number"),
    FindingKind.STRAY: lambda: translate("AuditTrail", "is of no known computer"),
    FindingKind.CHAIN_BROKEN: lambda: translate("AuditTrail", "does not follow the one before"),
    FindingKind.NOT_AS_SEALED: lambda: translate("AuditTrail", "is not what was sealed"),
    FindingKind.SEAL_CHANGED: lambda: translate("AuditTrail", "is a seal that was changed"),
    FindingKind.SEAL_MISSING: lambda: translate("AuditTrail", "is a seal that was removed"),
}
_ENTITIES: dict[str, Callable[[], str]] = {
    "work_list": lambda: translate("AuditTrail", "work list"),
    "clipboard": lambda: translate("AuditTrail", "rows copied from the list"),
    "working_time": lambda: translate("AuditTrail", "own working time"),
    "calendar": lambda: translate("AuditTrail", "calendar file"),
    "customers": lambda: translate("AuditTrail", "clients"),
}
_DETAILS: dict[str, Callable[[], str]] = {
    "rows": lambda: translate("AuditTrail", "rows"),
    "filter": lambda: translate("AuditTrail", "filter"),
}
#: The deed says it already.
_PLAIN = frozenset({"users", "audit_events", "portfolio_entries"})


def action_word(action: str) -> str:
    """Return the words for what was done; its code where there are none."""
    word = _ACTIONS.get(action)
    return action if word is None else word()


def columns(zone: ZoneInfo) -> tuple[Column[TrailEntry], ...]:
    """Return the columns; instants are of this zone."""
    return (
        Column(
            lambda: translate("AuditTrail", "When"),
            lambda one, language: f"{one.at.astimezone(zone):%d/%m/%Y %H:%M:%S}",
        ),
        Column(lambda: translate("AuditTrail", "Who"), lambda one, language: one.who),
        Column(
            lambda: translate("AuditTrail", "What"), lambda one, language: action_word(one.action)
        ),
        Column(
            lambda: translate("AuditTrail", "Whose or of what"),
            lambda one, language: one.customer or _entity(one),
        ),
        Column(lambda: translate("AuditTrail", "Detail"), lambda one, language: _detail(one)),
        Column(lambda: translate("AuditTrail", "Computer"), lambda one, language: one.machine),
    )


def verdict(found: Verification, number: Callable[[int], str]) -> str:
    """Return what came of a check, in a sentence or two."""
    if found.is_whole:
        words = translate(
            "AuditTrail",
            "%1 records and %2 seals checked: nothing was changed, removed, inserted or moved.",
        )
        return words.replace("%1", number(found.facts)).replace("%2", number(found.seals))
    first = found.findings[0]
    named = f"{first.entity} {first.row_id}".strip() or first.device_id
    words = translate(
        "AuditTrail",
        "%1 records are not as they were stored. The first, %2, no. %3: %4."
        " The command audit verify names all.",
    )
    for place, text in enumerate(
        (number(found.found), named, str(first.number), _FINDINGS[first.kind]()), 1
    ):
        words = words.replace(f"%{place}", text)
    return words


def _entity(one: TrailEntry) -> str:
    """Return what it was done to, where that says more than the deed."""
    if one.entity in _PLAIN:
        return ""
    word = _ENTITIES.get(one.entity)
    return one.entity if word is None else word()


def _detail(one: TrailEntry) -> str:
    return "; ".join(
        f"{_DETAILS[name]() if name in _DETAILS else name}:"
        f" {len(value) if isinstance(value, list) else value}"
        for name, value in one.detail.items()
    )
