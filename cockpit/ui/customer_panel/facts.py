"""The badges of one customer: what is to be known before dialling, the gravest first."""

from PySide6.QtCore import QObject

from cockpit.domain import formats
from cockpit.domain.customer import CustomerProfile
from cockpit.domain.sections import CustomerStory
from cockpit.domain.vocabulary import CreditState, ObjectionState
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.badges import Badge
from cockpit.ui.words import credit_word


class Facts(QObject):
    """Puts warnings and facts into words of the present language."""

    def __init__(self, ctx: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx

    def of_profile(self, profile: CustomerProfile) -> list[Badge]:
        """Return what the profile warns of."""
        found = []
        if profile.is_blocked:
            found.append(Badge("lock", "danger", self.tr("Blocked")))
        if profile.overdue_cents:
            amount = formats.money(profile.overdue_cents, self._ctx.language)
            words = self.tr("%1 overdue").replace("%1", amount)
            found.append(Badge("receipt", "danger", words))
        if profile.credit_state is not CreditState.GOOD:
            tone = "danger" if profile.credit_state is CreditState.DENIED else "warning"
            found.append(Badge("card", tone, credit_word(profile.credit_state)))
        if profile.open_case_count:
            words = self.tr("%n open complaint(s)", "", profile.open_case_count)
            found.append(Badge("wrench", "warning", words))
        return found

    def of_story(self, story: CustomerStory) -> list[Badge]:
        """Return what the objections say: woken ones first, for they wait for the call."""
        woken = [one.name for one in story.objections if one.woken_at is not None]
        still_open = [
            one.name
            for one in story.objections
            if one.state is ObjectionState.OPEN and one.woken_at is None
        ]
        found = []
        if woken:
            words = self.tr("%n objection(s) woke up", "", len(woken))
            found.append(Badge("bell", "success", words, ", ".join(woken)))
        if still_open:
            words = self.tr("%n open objection(s)", "", len(still_open))
            found.append(Badge("tag", "warning", words, ", ".join(still_open)))
        return found
