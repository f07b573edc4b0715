"""The badges of one customer: what is to be known before dialling, the gravest first."""

from PySide6.QtCore import QObject

from cockpit.domain.contact_wishes import ContactWishes
from cockpit.domain.customer import CustomerProfile
from cockpit.domain.sections import CustomerStory
from cockpit.domain.vocabulary import CreditState, ObjectionState
from cockpit.ui.customer_panel.badges import Badge
from cockpit.ui.wishes.words import wishes_words
from cockpit.ui.words import credit_word


class Facts(QObject):
    """Puts warnings and facts into words of the present language."""

    def of_profile(self, profile: CustomerProfile) -> list[Badge]:
        """Return what the profile warns of; what the credit band says already is left to it."""
        found = []
        if profile.credit_state is CreditState.WATCH:
            found.append(Badge("card", "warning", credit_word(profile.credit_state)))
        if profile.open_case_count:
            words = self.tr("%n open complaint(s)", "", profile.open_case_count)
            found.append(Badge("wrench", "warning", words))
        wishes = wishes_words(ContactWishes(profile.preferred_channel, profile.wishes))
        if wishes:
            found.append(Badge("user", "muted", self.tr("prefers %1").replace("%1", wishes)))
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
