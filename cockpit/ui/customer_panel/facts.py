"""The badges of one customer: what is to be known before dialling, the gravest first."""

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.customer import CustomerProfile
from cockpit.domain.formats import Language
from cockpit.domain.sections import CustomerStory
from cockpit.domain.vocabulary import CreditState, ObjectionState
from cockpit.ui.customer_panel.badges import Badge
from cockpit.ui.words import credit_word

translate = QCoreApplication.translate


def profile_badges(profile: CustomerProfile, language: Language) -> list[Badge]:
    """Return what the profile warns of."""
    found = []
    if profile.is_blocked:
        found.append(Badge("lock", "danger", translate("Reach", "Blocked")))
    if profile.overdue_cents:
        amount = formats.money(profile.overdue_cents, language)
        words = translate("Reach", "%1 overdue").replace("%1", amount)
        found.append(Badge("receipt", "danger", words))
    if profile.credit_state is not CreditState.GOOD:
        tone = "danger" if profile.credit_state is CreditState.DENIED else "warning"
        found.append(Badge("card", tone, credit_word(profile.credit_state)))
    if profile.open_case_count:
        words = translate("Reach", "%n open complaint(s)", "", profile.open_case_count)
        found.append(Badge("wrench", "warning", words))
    return found


def objection_badges(story: CustomerStory) -> list[Badge]:
    """Return what the objections say: woken ones first, for the customer waits for the call."""
    woken = [one.name for one in story.objections if one.woken_at is not None]
    open_ones = [
        one.name
        for one in story.objections
        if one.state is ObjectionState.OPEN and one.woken_at is None
    ]
    found = []
    if woken:
        words = translate("Reach", "%n objection(s) woke up", "", len(woken))
        found.append(Badge("bell", "success", words, ", ".join(woken)))
    if open_ones:
        words = translate("Reach", "%n open objection(s)", "", len(open_ones))
        found.append(Badge("tag", "warning", words, ", ".join(open_ones)))
    return found
