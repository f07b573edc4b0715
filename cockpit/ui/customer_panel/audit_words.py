"""What the audit's codes mean, in words."""

from PySide6.QtCore import QCoreApplication

from cockpit.domain.reachable import Obstacle
from cockpit.domain.vocabulary import Channel
from cockpit.ui.customer_panel.local_time import obstacle_word
from cockpit.ui.words import channel_word

translate = QCoreApplication.translate

_WORDS = {
    "forbidden": lambda: translate("Audit", "asked not to be contacted"),
    "allowed": lambda: translate("Audit", "may be contacted again"),
    "blocked": lambda: translate("Audit", "blocked"),
    "unblocked": lambda: translate("Audit", "block lifted"),
    "claim_active": lambda: translate("Audit", "taken for a call"),
    "claim_finished": lambda: translate("Audit", "call finished"),
    "claim_expired": lambda: translate("Audit", "call left without a word"),
    "claim_released": lambda: translate("Audit", "given back without a call"),
    "queue_skipped": lambda: translate("Audit", "skipped"),
    "queue_snoozed": lambda: translate("Audit", "put off"),
    "queue_put_back": lambda: translate("Audit", "put back into the queue"),
    "queue_undone": lambda: translate("Audit", "step undone"),
    "queue_overridden": lambda: translate("Audit", "called although the rule said no"),
    "agenda_scheduled": lambda: translate("Audit", "next contact set"),
    "agenda_replaced": lambda: translate("Audit", "next contact moved"),
    "agenda_done": lambda: translate("Audit", "next contact done"),
    "agenda_cancelled": lambda: translate("Audit", "next contact cancelled"),
    "objection_opened": lambda: translate("Audit", "objection raised"),
    "objection_argued": lambda: translate("Audit", "objection argued"),
    "objection_overcome": lambda: translate("Audit", "objection overcome"),
    "objection_put_to_wait": lambda: translate("Audit", "objection put to wait"),
    "objection_woken": lambda: translate("Audit", "objection woke up"),
    "imported_new": lambda: translate("Audit", "came with a file"),
    "imported_changed": lambda: translate("Audit", "changed by a file"),
    "wishes_changed": lambda: translate("Audit", "wants to be contacted"),
    "contact_amended": lambda: translate("Audit", "contact corrected"),
}
_PERSON = "person_"
#: What kept the client out of the queue when somebody took them all the same.
_BARS = {
    "blocked": lambda: translate("Audit", "blocked"),
    "hold_out": lambda: translate("Audit", "kept aside by a campaign"),
    "just_called": lambda: translate("Audit", "had just been called"),
    "reserved": lambda: translate("Audit", "a colleague's callback"),
    "scheduled": lambda: translate("Audit", "next contact still to come"),
    "closed": lambda: translate("Audit", "closed for a while"),
    "cooling_down": lambda: translate("Audit", "rested after the last contact"),
    "resting": lambda: translate("Audit", "rested after several attempts"),
    "capped": lambda: translate("Audit", "contacts enough"),
    "skipped": lambda: translate("Audit", "had been skipped"),
    "outside_hours": lambda: translate("Audit", "outside the hours"),
}


def audit_word(code: str) -> str:
    """Return the words for a code; one that is not known is shown as it is."""
    known = _WORDS.get(code)
    if known is not None:
        return known()
    if code.startswith(_PERSON):
        whose = translate("Audit", "one person there: %1")
        return whose.replace("%1", audit_word(code.removeprefix(_PERSON)))
    head, _, channel = code.partition("_")
    if head in {"forbidden", "allowed"} and channel in set(Channel):
        return f"{_WORDS[head]()}: {channel_word(Channel(channel))}"
    return code


def audit_detail(code: str, detail: str) -> str:
    """Return what was noted besides; of a rule that was overruled its words, then the reason."""
    rules, parted, why = detail.partition(": ")
    if code != "queue_overridden" or not parted:
        return detail
    words = [_rule_word(rule) for rule in rules.split(", ")]
    return f"{', '.join(words)}: {why}"


def _rule_word(rule: str) -> str:
    if rule in set(Obstacle):
        return obstacle_word(Obstacle(rule)).replace(": %1", "")
    known = _BARS.get(rule)
    return rule if known is None else known()
