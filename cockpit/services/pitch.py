"""The pitch card: what the operator reads before dialling, and the notes that they save."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.customer import CustomerPanel, CustomerProfile
from cockpit.domain.message_templates import MessageTemplate, Tone
from cockpit.domain.pitch import Offer, PitchCard, PitchDraft
from cockpit.domain.pitch_evidence import evidence
from cockpit.domain.pitch_goal import answers, goal
from cockpit.domain.sections import CustomerStory
from cockpit.domain.vocabulary import Channel
from cockpit.services.ports import CurrentUser, Database, MessageRenderer, ReadUnit

CALL_SCRIPT, CREDIT_SCRIPT = "call_script", "credit_script"


@dataclass(frozen=True, slots=True)
class PitchService:
    """Makes pitch cards from facts and keeps the operators' own notes.

    Attributes:
        renderer: Returns what fills in scripts; asked only where there is one.
    """

    database: Database
    clock: Clock
    user: CurrentUser
    renderer: Callable[[], MessageRenderer]

    def card(self, panel: CustomerPanel, story: CustomerStory) -> PitchCard:
        """Return what to know, answer, offer and reach in a call to this customer.

        Args:
            panel: The customer as the panel shows them.
            story: Their sections, read for the same day.
        """
        today = self.clock.today()
        is_credit_lane = panel.profile.is_credit_lane
        with self.database.read() as unit:
            catalogue = unit.objections.catalogue()
            offer = Offer(
                self._discount_bp(unit, story.customer_id),
                tuple(unit.pitches.promotions(story.customer_id, today=today)),
            )
            code = CREDIT_SCRIPT if is_credit_lane else CALL_SCRIPT
            script = self._script(unit, code, story.customer_id)
        return PitchCard(
            customer_id=story.customer_id,
            evidence=evidence(panel, story, today),
            answers=answers(story, catalogue),
            offer=offer,
            goal=goal(panel, story),
            is_credit_lane=is_credit_lane,
            script=script,
            channel=_wanted_channel(panel.profile),
        )

    def save(self, draft: PitchDraft) -> bool:
        """Store a version of the notes; return False where this very one is stored already.

        Raises:
            ConflictError: Another one is stored under the same key.
        """
        with self.database.write() as unit:
            is_new = unit.pitches.save(draft, user=self.user, at=self.clock.now())
            unit.changed(Topic.CONTACTS, customer_ids=[draft.customer_id] if is_new else [])
        return is_new

    def _discount_bp(self, unit: ReadUnit, customer_id: UUID) -> int:
        """Return the largest discount: the role's, or less where the customer's cadence says so."""
        own = unit.pitches.discount_bp(self.user)
        policy = unit.cadence.policy(customer_id, today=self.clock.today())
        limit = None if policy is None else policy.rules.discount_bp
        return own if limit is None else min(own, limit)

    def _script(self, unit: ReadUnit, code: str, customer_id: UUID) -> str:
        """Return a call script with the customer's values, or an empty text."""
        template = _chosen(unit.messages.templates(), code)
        if template is None:
            return ""
        values = unit.messages.placeholders(
            customer_id, None, user=self.user, today=self.clock.today()
        )
        return self.renderer().render("", template.body, values).body


def _chosen(templates: list[MessageTemplate], code: str) -> MessageTemplate | None:
    """Return a script of that code, in a neutral tone where there are several."""
    fitting = [one for one in templates if one.code == code and one.channel is Channel.PHONE]
    fitting.sort(key=lambda one: one.tone is not Tone.NEUTRAL)
    return fitting[0] if fitting else None


def _wanted_channel(profile: CustomerProfile) -> Channel | None:
    """Return how the next attempt is to be made, where the customer did not close that."""
    attempt = profile.next_attempt
    channel = None if attempt is None else attempt.channel
    return None if channel in profile.forbidden_channels else channel
